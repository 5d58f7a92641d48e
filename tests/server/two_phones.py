"""Two phones on one server: what a family does to go on with another one, over HTTP and without a script."""
from datetime import date, datetime
from zoneinfo import ZoneInfo

from server.client import Phone, Screen
from server.live import LiveServer

from docassemble.immdef_selfhelp.server.coming_back.code_words import LIST, WORDS

PASSWORD = 'cuatro perros comen pan'  # noqa: S105
OPENED = 'Sus respuestas ya están en este teléfono'
OPENS_NOTHING = 'Estas palabras no abren nada. Quizás una es distinta, o ya pasó el último día. Mírelas otra vez, por favor.'
FILE_OPENS_NOTHING = 'Este archivo y esta contraseña no abren nada. Mire otra vez la contraseña. Un archivo solo se abre donde se hizo.'


def today_here() -> date:
    """Today where the families are: a copy ends with a day there."""
    return datetime.now(ZoneInfo('America/Los_Angeles')).date()


def visit(phone: Phone, path: str) -> Screen:
    return phone._show('GET', path)


def send(phone: Phone, action: str, file: bytes | None = None, **fields: str) -> Screen:
    """Fill in the form of this address on the page that stands there, as a browser without a script does."""
    form = phone.screen.page.find('form', action=action)
    assert form is not None, f'{phone.screen.title} has no form {action}'
    sent = {str(one['name']): str(one.get('value', '')) for one in form.select('input[type=hidden]')} | fields
    files = {} if file is None else {'files': {'file': ('recetas.dat', file)}}
    return phone._show('POST', action, data=sent, **files)


def begun(server: LiveServer) -> Phone:
    """A phone on which nothing was told but the language."""
    phone = Phone(server.url)
    phone.open()
    phone.press('Español')
    return phone


def problem(screen: Screen) -> str:
    """What the page says went wrong."""
    return ' '.join(one.get_text(' ', strip=True) for one in screen.page.select('.problem'))


def new_code(phone: Phone, days: str = '7') -> str:
    """Take a code, as the family writes it down."""
    visit(phone, '/copia')
    shown = send(phone, '/copia/codigo', days=days)
    words = [one.get_text() for one in shown.page.select('ol.code li')]
    assert len(words) == WORDS
    assert set(words) <= set(LIST.values())
    return ' '.join(words)


def new_file(phone: Phone, password: str = PASSWORD) -> bytes:
    visit(phone, '/copia')
    return send(phone, '/copia/archivo', password=password, again=password).content


def open_code(server: LiveServer, code: str) -> Phone:
    """Another phone that types the code."""
    phone = Phone(server.url)
    visit(phone, '/abrir')
    send(phone, '/abrir/codigo', code=code)
    return phone


def open_file(server: LiveServer, file: bytes, password: str = PASSWORD) -> Phone:
    phone = Phone(server.url)
    visit(phone, '/abrir')
    send(phone, '/abrir/archivo', file, password=password)
    return phone


def tells_name(phone: Phone, name: str) -> bool:
    """Go on in the interview, after the questions about this phone, to what was told."""
    phone.open()
    assert phone.screen.identity == 'phone_safety', phone.screen.text
    phone.answer({'phone_safety': 'private'})
    phone.answer()
    assert phone.screen.identity == 'home'
    phone.press('credible_fear')
    phone.follow('Mis respuestas')
    return name in phone.screen.html


def copies(server: LiveServer) -> int:
    if server.query("SELECT to_regclass('selfhelp_copy')") == [(None,)]:
        return 0  # made at the first use
    ((number,),) = server.query('SELECT count(*) FROM selfhelp_copy')
    return int(str(number))


def logs(server: LiveServer) -> str:
    return server.said + ''.join(file.read_text(encoding='utf-8', errors='replace') for file in (server.data / 'log').iterdir())
