"""A first visit and the next screen in a real browser on a thin line, ours and docassemble as it comes, turn by turn with a cold cache."""
import statistics
import time
from dataclasses import dataclass

from browser.small_phone import HEIGHT, NEXT_SCREEN, WIDTH
from playwright.sync_api import Browser, CDPSession, Page

BITS_A_SECOND, LATENCY = 400_000, 400
VISITS = 3
SETTLED = 1000
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
ANY_BUTTON = '#daform button[type=submit]'


@dataclass(frozen=True)
class Visit:
    """Bytes over the line with their headers, and seconds: until something is painted, until everything is there, and from a press of the first
    button to the next screen."""

    first_bytes: int
    later_bytes: int
    painted: float
    ready: float
    following: float


class Line:
    """A page on a line of 400 kbit/s and 400 ms, or on an open one; counts what comes over it."""

    def __init__(self, page: Page, thin: bool) -> None:
        self.bytes = 0
        self._open: CDPSession = page.context.new_cdp_session(page)
        self._open.send('Network.enable')
        self._open.on('Network.loadingFinished', self._finished)
        if thin:
            self._open.send('Network.emulateNetworkConditions', {'offline': False, 'latency': LATENCY, 'downloadThroughput': BITS_A_SECOND / 8,
                                                                 'uploadThroughput': BITS_A_SECOND / 8})

    def _finished(self, event: dict[str, float]) -> None:
        self.bytes += int(event['encodedDataLength'])


def visit(browser: Browser, url: str, thin: bool = True) -> Visit:
    """Open the address on a phone that was never there, and press the first answer."""
    context = browser.new_context(viewport={'width': WIDTH, 'height': HEIGHT}, has_touch=True, is_mobile=True, locale='es-MX')
    page = context.new_page()
    page.set_default_timeout(180_000)
    line = Line(page, thin)
    began = time.monotonic()
    page.goto(url, wait_until='commit')
    page.wait_for_load_state('load')
    ready = time.monotonic() - began
    painted = page.evaluate(PAINTED) / 1000
    page.wait_for_load_state('networkidle')
    first, before = line.bytes, page.evaluate('location.hash')
    began = time.monotonic()
    page.locator(ANY_BUTTON).first.tap()
    page.wait_for_function(NEXT_SCREEN, arg=before)
    following = time.monotonic() - began
    page.wait_for_load_state('networkidle')
    page.wait_for_timeout(SETTLED)  # what was sent is told after it is shown
    later = line.bytes - first
    context.close()
    return Visit(first, later, painted, ready, following)


def compare(browser: Browser, ours: str, stock: str) -> dict[str, tuple[float, float]]:
    """The medians of some visits by name of the figure: ours, and docassemble as it comes."""
    visits = [(visit(browser, ours), visit(browser, stock)) for _ in range(VISITS)]
    return {name: (statistics.median(getattr(mine, name) for mine, _ in visits), statistics.median(getattr(other, name) for _, other in visits))
            for name in Visit.__dataclass_fields__}
