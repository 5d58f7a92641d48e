"""What happened as a drawn line of time on a screen: inline SVG in our own colours, with the same in words for whoever hears the page."""
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story import time_line
from docassemble.immdef_selfhelp.story.time_line import Bar

WIDTH, ROW, EDGE, THICK = 320, 44, 8, 10
LINE, POINT, SPAN, WORDS = '#8a9099', '#14532d', '#86b39a', '#1f2933'


def drawing(bars: tuple[Bar, ...]) -> str:
    """The drawing. Colours stand as attributes and not as styles: the page allows no style of its own."""
    reach, height = WIDTH - 2 * EDGE, ROW * len(bars) + EDGE
    parts = [f'<svg viewBox="0 0 {WIDTH} {height}" width="100%" aria-hidden="true" focusable="false" class="time-line">']
    for number, bar in enumerate(bars):
        top = number * ROW + 34
        parts.append(f'<text x="{EDGE}" y="{top - 14}" font-size="13" fill="{WORDS}">{told(bar.when)}</text>')
        parts.append(f'<line x1="{EDGE}" y1="{top}" x2="{WIDTH - EDGE}" y2="{top}" stroke="{LINE}" stroke-width="1"></line>')
        start, end = EDGE + bar.start * reach, EDGE + bar.end * reach
        if bar.point:
            parts.append(f'<circle cx="{start:.1f}" cy="{top}" r="{THICK / 2}" fill="{POINT}"></circle>')
        else:
            size = f'width="{max(THICK, end - start):.1f}" height="{THICK}"'
            parts.append(f'<rect x="{start:.1f}" y="{top - THICK / 2}" {size} rx="3" fill="{SPAN}"></rect>')
    return ''.join([*parts, '</svg>'])


def time_line_words(telling: Any) -> str:
    """The line of time of one person, on a screen; nothing while nothing has a year."""
    case = case_now()
    mine = next((one for one in case.tellings if one.person == telling.person), None)
    bars = time_line.bars(case, mine, get_language()) if mine else ()
    drawn = tuple(bar for bar in bars if bar.drawn)
    if not drawn:
        return ''
    first, last = time_line.years(case, mine) if mine else (0, 0)
    said = ''.join(f'<li><strong>{told(bar.when)}:</strong> {told(bar.what)}</li>' for bar in bars)
    return (f'<h2>{word("What you told, in order")}</h2><figure class="time"><figcaption>{first} – {last}. '
            f'{word("A dot is a day. A bar means that the date is not exact.")}</figcaption>{drawing(drawn)}</figure><ol>{said}</ol>')
