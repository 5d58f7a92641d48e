"""A small phone in a browser that is not Chromium: the same walk, with WebDriver's commands."""
import base64
import contextlib
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from browser.cut_line import Line
from browser.small_phone import ARTIFACTS, MARK_SCREEN, NEXT_SCREEN, form_name, under_condition
from browser.wires import BrowserError, Wire
from server.client import Phone

from docassemble.immdef_selfhelp.walk.driver import Step
from docassemble.immdef_selfhelp.walk.screens import Entry

WAIT, PATIENCE = 20.0, 3.0
STILL_UNFOLDING = ('element not interactable', 'element click intercepted')
ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
CONTINUE = '#daform .da-field-buttons button[type=submit]'
NAMED = '''const [css, words] = arguments;
  return [...document.querySelectorAll(css)].filter(one => one.checkVisibility() && one.textContent.includes(words)).pop() || null'''

STANDS_STILL = '''const high = () => document.documentElement.scrollHeight, before = high();
  return new Promise(done => setTimeout(() => done(high() === before), 40))'''


class OtherPhone:
    """One phone. `wire` is its browser, `line` the way to the server, `folder` where its files land."""

    def __init__(self, name: str, wire: Wire, line: Line, folder: Path) -> None:
        self.name, self.wire, self.line, self.folder = name, wire, line, folder
        self.pictures = ARTIFACTS / name
        self.pictures.mkdir(parents=True, exist_ok=True)

    def script(self, script: str, *arguments: Any) -> Any:
        """What a script that runs in the page returns."""
        return self.wire.tell('WebDriver:ExecuteScript', script=script, args=list(arguments))

    def wait(self, script: str, *arguments: Any, seconds: float = WAIT) -> Any:
        """Wait until a script returns something true, and return it. Raises AssertionError with what the screen says."""
        return self.until(lambda: self.script(script, *arguments), script, seconds)

    def until(self, found: Callable[[], Any], wanted: str, seconds: float = WAIT) -> Any:
        """Wait until something is there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if there := found():
                return there
            time.sleep(0.02)
        self.picture('stuck')
        raise AssertionError(f'{self.name} waited for {wanted} at: {self.text("body")[:500]}')

    def go(self, path: str = '') -> None:
        """Open an address."""
        self.wire.tell('WebDriver:Navigate', url=self.line.url + path)

    def open(self) -> None:
        """Open the program as from a bookmark."""
        self.go()
        self.wait("return document.querySelector('#daform') !== null")

    def back(self) -> None:
        """The browser's own way back. Firefox answers with an error when the page may not be shown again."""
        with contextlib.suppress(BrowserError):
            self.wire.tell('WebDriver:Back')

    def forget(self) -> None:
        """Another phone: nothing is kept of the one before."""
        self.wire.tell('WebDriver:Navigate', url=self.line.url + 'recetas')
        self.script('localStorage.clear(); sessionStorage.clear()')
        self.wire.tell('WebDriver:DeleteAllCookies')
        self.wire.tell('WebDriver:Navigate', url='about:blank')

    def take_over(self, told: Phone) -> None:
        """Be the phone of a family that has told something over HTTP."""
        self.forget()
        self.go('recetas')
        for cookie in told.http.cookies:
            # As the server sets it; WebKit 2.52 takes none that says less.
            self.wire.tell('WebDriver:AddCookie', cookie={'name': cookie.name, 'value': str(cookie.value), 'path': '/', 'sameSite': 'Lax'})
        self.open()
        assert self.screen_id == told.screen.identity

    @property
    def screen_id(self) -> str:
        """The id of the screen that stands there."""
        name = self.script("const name = document.querySelector('#daform [name=_question_name]'); return name ? name.value : 'packet'")
        return str(name).removeprefix('ID ')

    def element(self, css: str, words: str = '') -> dict[str, str]:
        """The last element that is seen and has these words, as soon as it is there."""
        return dict(self.wait(NAMED, css, words))

    def count(self, css: str) -> int:
        return int(self.script('return document.querySelectorAll(arguments[0]).length', css))

    def text(self, css: str) -> str:
        return str(self.script('return (document.querySelector(arguments[0]) || { innerText: "" }).innerText', css))

    def value(self, css: str) -> str:
        return str(self.script('return document.querySelector(arguments[0]).value', css))

    def tap(self, css: str, words: str = '') -> None:
        """Touch an element that is seen; when something covers it in the middle of the screen, the browser refuses."""
        self.touch(self.element(css, words))

    def touch(self, element: dict[str, str], command: str = 'WebDriver:ElementClick', **told: str) -> None:
        """Bring an element to the middle of the screen and do something with it. What is just unfolding is tried again; while something folds away
        the page moves, and what is touched would be another thing by then."""
        self.wait(STANDS_STILL)
        end = time.monotonic() + PATIENCE
        while True:
            self.script("(arguments[0].closest('select') || arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })", element)
            try:
                self.wire.tell(command, id=element[ELEMENT], **told)
                return
            except BrowserError as refused:
                if refused.args[0] not in STILL_UNFOLDING or time.monotonic() > end:
                    raise
            time.sleep(0.05)

    def type(self, css: str, words: str) -> None:
        """Type into a field in place of what stands there."""
        element = self.element(css)
        self.touch(element, 'WebDriver:ElementClear')
        if words:
            self.touch(element, 'WebDriver:ElementSendKeys', text=words)

    def give_file(self, css: str, file: Path) -> None:
        """Choose a file of the phone."""
        element = self.wait('return document.querySelector(arguments[0])', css)
        self.wire.tell('WebDriver:ElementSendKeys', id=element[ELEMENT], text=str(file))

    def downloaded(self, ending: str, action: Callable[[], None]) -> Path:
        """The file that lands in the downloads by doing something; whole."""
        before = set(self.folder.glob(f'**/*{ending}'))
        action()
        file = self.until(lambda: next((one for one in set(self.folder.glob(f'**/*{ending}')) - before if one.stat().st_size), None), ending, 60)
        self.until(lambda: not [*self.folder.glob('**/*.part'), *self.folder.glob('**/*.wkdownload')], 'the whole file', 60)
        return Path(file)

    def picture(self, name: str) -> None:
        """Keep a picture of what is seen."""
        (self.pictures / f'{name}.png').write_bytes(base64.b64decode(self.wire.tell('WebDriver:TakeScreenshot', full=False)))

    def answer(self, step: Step) -> None:
        """Answer the screen as the walk in process did, then wait for the next one."""
        self.until(lambda: self.screen_id == step.screen.id, f'the screen "{step.screen.id}", where the walk was')
        if step.screen.buttons:
            name, value = form_name(step.screen.button_variable), step.given[step.screen.button_variable]
            self.go_on(f'#daform button[name="{name}"][value="{value}"]')
            return
        for entry in step.screen.entries:
            if entry.variable in step.given:
                self.fill(entry, step.given)
            elif entry.kind == 'checkboxes' and entry.none_label:
                self.tap('#daform label', entry.none_label)
        self.go_on(CONTINUE)

    def go_on(self, css: str, words: str = '') -> None:
        """Touch something and wait until docassemble has put the next screen there."""
        self.script(f'({MARK_SCREEN})()')
        self.tap(css, words)
        self.wait(f'return ({NEXT_SCREEN})()')

    def from_the_menu(self, name: str) -> None:
        """Open the menu of the bar and touch one of its links."""
        self.tap('.toolbar summary')
        self.go_on(f'.toolbar .menu a.{name}')

    def named(self, entry: Entry) -> str:
        """The form name of a field."""
        wanted = form_name(entry.name)
        if self.count(f'#daform [name="{wanted}"]'):
            return wanted
        numbered = self.script("const hidden = document.querySelector('#daform [name=_varnames]'); return hidden ? hidden.value : ''")
        return under_condition(numbered).get(wanted, wanted)

    def fill(self, entry: Entry, given: Mapping[str, Any]) -> None:
        """Fill in one field."""
        value, name = given[entry.variable], self.named(entry)
        if entry.kind == 'checkboxes':
            for chosen in value:
                box = form_name(f"{entry.name}[B'{form_name(str(chosen))}']")
                self.choose(f'#daform input[name="{box}"]')
            if not value and entry.none_label:
                self.tap('#daform label', entry.none_label)
        elif entry.kind in ('radio', 'yesno'):
            if value is not None:  # a question that may be left open
                self.choose(f'#daform input[name="{name}"][value="{value}"]')
        elif entry.kind == 'dropdown':
            option = self.script('return document.querySelector(arguments[0])', f'#daform select[name="{name}"] option[value="{value}"]')
            self.touch(option)
        else:
            self.type(f'#daform [name="{name}"]', '' if value is None else str(value))

    def choose(self, css: str) -> None:
        """Touch the words beside a radio button or a box, unless it is chosen."""
        name, chosen = self.script('const one = document.querySelector(arguments[0]); return [one.id, one.checked]', css)
        if not chosen:
            self.tap(f'label[for="{name}"]')
            assert self.script('return document.querySelector(arguments[0]).checked', css), f'{css} was touched and is not chosen'
