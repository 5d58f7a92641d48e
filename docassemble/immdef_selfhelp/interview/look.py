"""What stands on every screen: the way out, a pause, home, and the other language; and the cards of the home screen."""
from typing import Any
from urllib.parse import parse_qs, urlsplit

from docassemble.base.util import get_language, url_action, word

from docassemble.immdef_selfhelp.interview.fields import person_label
from docassemble.immdef_selfhelp.story import progress

LANGUAGES = {'es': 'Español', 'en': 'English'}


def action_of(address: str) -> str:
    """The action of an action link, which docassemble's own script sends without leaving the page."""
    return parse_qs(urlsplit(address).query, keep_blank_values=True)['action'][0]


def toolbar_links(begun: bool) -> str:
    """The links beside "Leave fast". Before the language is chosen there is nothing to go back to, so only the way out stands."""
    if not begun:
        return ''
    links = [(url_action('pause'), word('Pause'), ''), (url_action('go_home', _forget_prior=True), word('Home'), ''),
             (url_action('my_answers'), word('My answers'), ''), (url_action('erase'), word('Erase'), '')]
    links += [(url_action('change_language', language=code), name, f' lang="{code}" hreflang="{code}"')
              for code, name in LANGUAGES.items() if code != get_language()]
    return ''.join(f'<a href="{address}" data-embaction="{action_of(address)}"{more}>{name}</a>' for address, name, more in links)


def task_cards(answers: dict[str, Any]) -> list[dict[str, str]]:
    """The open tasks as buttons: what it is, how long it takes, how far it is."""
    found = progress.task_state(answers)
    told = progress.parts(answers)
    state = word(progress.PROGRESS_WORDS[found]) + (f' {sum(told)} / {len(told)}' if found == progress.BEGUN else '')
    title, time = word('Prepare the credible fear interview and my declaration'), word('about 90 minutes, in several sittings')
    return [{'credible_fear': f'{title} ({time}) · {state}'}]


def people_names(applicant: Any, family: Any) -> dict[str, str]:
    """The name to show for each person key."""
    names = {f'family_{number}': person_label(member) for number, member in enumerate(family.elements)}
    return {'applicant': person_label(applicant), **names}
