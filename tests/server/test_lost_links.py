"""A link to what is not there leads back to the screen where the family stands, and says so; it is no error page."""
import base64
import json
from urllib.parse import quote

import pytest
from benches.many_packets import at_its_papers
from server.client import Phone
from server.live import LiveServer
from server.walked import steps_of

LOST = ("tellings[0].application.answers['x']", "tellings[9].application.how['B.1.A']",
        "custody.topics['x']", "documents.states_read['x']", 'family[9].given_names', "family['x'].birth.year", 'situation.entries[7].place',
        "filing.log['x'].how", 'tellings[0].practised[99]', "advocacy.requests['x'].kind", 'court.decision_served', 'applicant', 'translate')
IGNORED = ('no_such_thing', "tellings[0].application.left_read['x']")
SAID = {'es': 'Eso no se pudo abrir', 'en': 'That could not be opened'}


def link_to(name: str) -> str:
    """An address as the interview writes its links."""
    told = json.dumps({'action': name, 'arguments': {}})
    return f'/?action={quote(base64.b64encode(told.encode()).decode().rstrip("="))}'


@pytest.fixture(scope='module')
def phone(server: LiveServer) -> Phone:
    """A family that has told everything for its filing and stands at its papers."""
    return at_its_papers(server.url, steps_of('16_spouses_taken_apart', task='court_case'))


@pytest.mark.server
@pytest.mark.parametrize('name', (*LOST, *IGNORED))
def test_a_link_to_nothing_leads_back_to_the_screen_that_stands_there(name: str, phone: Phone) -> None:
    title = phone.open().title
    screen = phone._show('GET', link_to(name))
    assert (screen.status, screen.title) == (200, title), screen.text[:300]
    assert name in IGNORED or SAID['es'] in screen.html, name
    assert SAID['es'] not in phone.open().html, 'said once'


@pytest.mark.server
def test_it_is_said_in_the_language_of_the_screens_and_nothing_is_lost(phone: Phone) -> None:
    phone.follow('English')
    assert SAID['en'] in phone._show('GET', link_to('family[9].given_names')).html
    assert 'Gabriela' in phone.follow('My answers').text
