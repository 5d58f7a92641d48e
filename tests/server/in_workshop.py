"""A workshop over HTTP: a leader's browser and families' phones, without a script."""
import re

from server.client import Phone, Screen, words
from server.live import LiveServer
from server.two_phones import send, visit

PLACE = 'Albergue de prueba'
NAME, SURNAME = 'Marisolanda', 'Quiñonero'
CODE = re.compile(r'c=([A-Z0-9]{6})')


def leader_address(server: LiveServer) -> str:
    """What the terminal prints after "Ready"."""
    assert server.process.stdout is not None
    while True:
        line = server.process.stdout.readline()
        server.said += line
        if found := re.search(r'/taller/llave\?llave=\S+', line):
            return found.group()


def signed_in(server: LiveServer, address: str, name: str = 'AB') -> Phone:
    """A browser that has used a one-time address."""
    browser = Phone(server.url)
    visit(browser, address)
    send(browser, '/taller/llave', name=name)
    return browser


def opened(leader: Phone, **more: str) -> str:
    """Open a workshop, and read its code from the board."""
    visit(leader, '/taller/abrir')
    form = leader.screen.page.select_one('form[autocomplete=off]')
    assert form is not None, leader.screen.text
    address = str(form.select('#address option')[0].get_text())
    fields = [(str(one['name']), str(one['value'])) for one in form.select('input[type=hidden]')]
    fields += [('place', PLACE), ('language', 'both'), ('hours', '3'), ('address', address), ('task', 'know_your_rights'), ('minutes', '20'),
               ('task', 'credible_fear'), ('minutes', '60'), *more.items()]
    shown = leader._show('POST', '/taller/abrir', data=fields)
    return code_on(shown)


def code_on(board: Screen) -> str:
    """The code as the board shows it."""
    shown = board.page.select_one('.state .code')
    assert shown is not None, board.text
    return words(shown).replace(' ', '')


def joined(server: LiveServer, code: str, language: str = 'es', phone: Phone | None = None) -> Phone:
    """A phone that has scanned the code and agreed."""
    phone = phone or Phone(server.url)
    visit(phone, f'/taller?c={code}')
    send(phone, '/taller/unirse', c=code, language=language)
    return phone


def number_of(phone: Phone) -> int:
    """The family's number, as its page shows it; 0 when it takes part in nothing."""
    found = re.search(r'(?:Familia|Family) (\d+)', visit(phone, '/taller').title)
    return int(found.group(1)) if found else 0


def press(browser: Phone, name: str, value: str, action: str = '/taller/mesa') -> Screen:
    """Press a button of a page that sends one of its forms."""
    return send(browser, action, None, **{name: value})


def rows(leader: Phone) -> list[list[str]]:
    """The board, row by row, in its order."""
    page = visit(leader, '/taller/mesa').page
    return [[words(cell) for cell in row.select('th, td')] for row in page.select('.board tbody tr')]


def told_their_name(phone: Phone) -> None:
    """Go on in the interview, as far as the date of birth."""
    phone.open()
    for answers in ({'preparing_for': 'self'}, {'best_language': 'spanish'}, {'phone_safety': 'private'}, None):
        phone.answer(answers)  # type: ignore[arg-type]
    phone.press('agreed')
    phone.press('credible_fear')
    phone.answer({'applicant.given_names': NAME, 'applicant.first_surname': SURNAME})
    assert phone.screen.identity == 'applicant_birth', phone.screen.text


def press_on_page(phone: Phone, name: str, value: str, action: str) -> None:
    """Press a button of the family's page."""
    visit(phone, '/taller')
    press(phone, name, value, action)


def invited(leader: Phone, role: str) -> str:
    """The address with which somebody of this role joins the leader."""
    visit(leader, '/taller/mesa')
    press(leader, 'role', role, '/taller/invitar')
    address = re.search(r'/taller/llave\?llave=[\w-]+', leader.screen.text)
    assert address is not None
    return address.group()
