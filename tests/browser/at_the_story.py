"""A phone on which a long story was typed and not sent."""
import contextlib
from collections.abc import Callable, Iterator

from browser.at_a_screen import stand_at
from browser.small_phone import SmallPhone
from playwright.sync_api import Browser, Page, Route
from server.live import LiveServer

from docassemble.immdef_selfhelp.walk.driver import Step

STORY = 'Aquella tarde llegaron. ' + 'Nos cobraban cada mes, y en marzo ya no pudimos. ' * 60 + 'Así fue.'
TRYING = '[role=alert]:has-text("sigue tratando")'
NOT_SAVED, SAVED = 'todavía no está guardada', 'ya envió está guardado'
AGAIN, ONE_SCREEN = 60_000, 1


@contextlib.contextmanager
def at_the_story(browser: Browser, server: LiveServer, steps: list[Step]) -> Iterator[SmallPhone]:
    """A phone with a long story typed and not sent."""
    small = stand_at(browser, server, steps, 'event_what')
    assert SAVED in small.page.locator('.saved').inner_text()
    small.page.set_default_timeout(10_000)
    story = small.page.locator('#daform textarea')
    story.fill(STORY)
    assert NOT_SAVED in small.page.locator('.saved').inner_text()
    yield small
    assert small.errors == []
    small.close()


def sends(small: SmallPhone) -> list[str]:
    """Grows with each form that holds the story and leaves the phone."""
    sent: list[str] = []
    small.page.on('request', lambda request: sent.append(request.url) if 'cobraban' in (request.post_data or '') else None)
    return sent


def press(small: SmallPhone) -> None:
    small.page.locator('#daform .da-field-buttons button[type=submit]').last.tap()


def number(small: SmallPhone) -> int:
    """docassemble's count of the screens."""
    return int(small.page.evaluate('daSteps'))


def arrived_once(small: SmallPhone, before: int, following: str) -> None:
    """The next screen came by itself, one further and no more, with nothing said of an error; the answer stands in the review once."""
    small.page.wait_for_selector(f'#daform [name=_question_name][value="ID {following}"]', state='attached', timeout=AGAIN)
    assert number(small) == before + ONE_SCREEN
    assert small.page.locator('.no-answer, #daflash .alert').count() == 0
    small.from_the_menu('my_answers')
    assert small.page.locator('.told dd', has_text='Aquella tarde llegaron.').count() == 1


def first_post(small: SmallPhone, answer: Callable[[Route], object]) -> list[str]:
    """Let the first form that is sent get this answer; every other request goes to the server. The address is in the list once that has happened."""
    met: list[str] = []

    def handle(route: Route) -> None:
        if route.request.method == 'POST' and not met:
            met.append(route.request.url)
            answer(route)
        else:
            route.continue_()
    small.page.route('**/*', handle)
    return met


def lose_the_reply(route: Route) -> None:
    """The server gets the form and answers, and the answer never comes."""
    assert route.fetch().status == 200
    route.abort('connectionreset')


def kept_in_the_browser(page: Page) -> str:
    """All that this tab and this site keep where it can come to lie on the phone's disk."""
    return str(page.evaluate("""async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, (await indexedDB.databases()),
                                                              (await caches.keys())])"""))


def put_away(page: Page) -> None:
    """What a phone short of memory does with a tab: first it sleeps, and when its owner comes back it is loaded anew."""
    line = page.context.new_cdp_session(page)
    line.send('Page.setWebLifecycleState', {'state': 'frozen'})
    line.send('Page.setWebLifecycleState', {'state': 'active'})
    page.reload()
    page.wait_for_selector('#daform')
