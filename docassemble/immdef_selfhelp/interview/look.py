"""What stands on every screen: the way out, a pause, home, the other language, and where in a task a screen stands."""
import re
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from docassemble.base.config import daconfig
from docassemble.base.thread_context import this_thread
from docassemble.base.util import get_language, set_parts, url_action, word

from docassemble.immdef_selfhelp.interview.answers import plain, plain_date
from docassemble.immdef_selfhelp.interview.fields import person_label
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.time_line import short
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.told.reader import read

HARMLESS_PAGE = 'recetas'
FIRST_SCREEN = 'Tengo un código o un archivo · I have a code or a file'
LANGUAGES = {'es': 'Español', 'en': 'English'}


def action_of(address: str) -> str:
    """The action of an action link, which docassemble's own script sends without leaving the page."""
    return parse_qs(urlsplit(address).query, keep_blank_values=True)['action'][0]


def bar_link(action: str, name: str, **more: str) -> str:
    """One link of the bar; its class is the name of its picture."""
    address = url_action(action, **({'_forget_prior': True} if action == 'go_home' else {}), **({'language': more['lang']} if 'lang' in more else {}))
    attributes = ''.join(f' {attribute}="{value}"' for attribute, value in more.items())
    return f'<a href="{address}" data-embaction="{action_of(address)}"{attributes}>{name}</a>'


def in_the_menu() -> list[tuple[str, str, str]]:
    """What the menu of the bar opens, its words, and the name of its picture; the same on the plain pages beside the interview."""
    return [('my_answers', word('My answers'), 'answers'), ('pause', word('Pause'), 'pause'), ('erase', word('Erase'), 'erase')]


def toolbar_links() -> str:
    """What the bar shows beside "Quick exit": home, the other language, and a menu with the rest, which opens without a script."""
    others = [(code, name) for code, name in LANGUAGES.items() if code != get_language()]
    languages = ''.join(bar_link('change_language', name, **{'class': 'language', 'lang': code, 'hreflang': code}) for code, name in others)
    folded = ''.join(bar_link(action, name, **{'class': picture}) for action, name, picture in in_the_menu())
    return (f'{bar_link("go_home", word("Home"), **{"class": "home"})}{languages}'
            f'<details class="menu"><summary>{word("Menu")}</summary>{folded}</details>')


def way_back(where: str) -> str:
    """The way to the screen before, and quietly where in the task this one stands. The form is docassemble's own, so it works without a script.

    Above the question and not below it: on a small screen the way on is then the one button that is seen under the answers.
    """
    back = (f'<button type="submit" form="dabackbutton" class="btn btn-link daquestionbackbutton danonsubmit"><i class="fa-chevron-left"></i> '
            f'{word("Back")}</button>')
    return f'<div class="way">{back}{f"<p>{where}</p>" if where else ""}</div>'


def script_words() -> dict[str, str]:
    """What line.js and read_aloud.js say, by the name of the bar's data attribute."""
    return {
        'no-answer': word('There was no response. What you wrote is still here. Please try again when there is a signal.'),
        'again': word('There was no response. What you wrote is still here. This page keeps trying to send it.'),
        'refused': word('The server did not accept this. What you wrote is still here. Copy it, then load this page again.'),
        'late': word('What you sent first is saved. What you wrote after that is not. Copy it, load this page again, and add it under My answers.'),
        'away': word('What you wrote and did not send will be lost. Go there anyway?'),
        'slow': word('The connection is slow. What you wrote is still here. Please wait a moment.'),
        'saved': word('Everything you sent so far is saved.'),
        'unsaved': word('This screen is not saved yet. It is saved when you go on.'),
        'old': word('You went on in another tab, so this one is old and cannot be saved. Copy what you wrote here, then load this page again.'),
        'long': word('This is already longer than a page. You can go on. If it is several things, one by one they are easier to read.'),
        'read': word('Read aloud'), 'hush': word('Pause the reading'), 'go-on': word('Keep reading'), 'stop': word('Stop the reading'),
    }


@cache
def toolbar(language: str, begun: bool, own_phone: bool) -> str:
    """The bar of every screen: on one server the same for everybody who reads this language, and says the same of the phone.

    Before the language is chosen there is nothing to go back to, so only the way out stands. On a phone that only the family uses, `data-draft` lets
    the tab keep what is typed until it is sent (line.js).
    """
    leave = f'<a class="leave" id="quick_exit" href="{harmless_page()}" data-leave>{word("Quick exit")}</a>'
    said = ''.join(f' data-{name}="{text}"' for name, text in script_words().items())
    draft = ' data-draft' if own_phone else ''
    return f'{HIDE_ON_WAY_BACK}<nav class="toolbar" aria-label="{word("Always here")}"{said}{draft}>{leave}{toolbar_links() if begun else ""}</nav>'


# A page that Back brings again after leaving fast is hidden before it is painted; selfhelp.js then leaves again.
HIDE_ON_WAY_BACK = ("<script>var visit = performance.getEntriesByType('navigation')[0]; if (window.name === 'recetas') { if (visit) { "
                    "if (visit.type === 'back_forward') { document.documentElement.style.visibility = 'hidden'; } } }</script>")


def harmless_page() -> str:
    """The address of the page one leaves to (`server/coming_back/routes.py`): recipes, in both languages."""
    return f'{daconfig.get("root", "/")}{HARMLESS_PAGE}'


def other_phone(page: str, text: str) -> str:
    """A link to one of the plain pages with which a family goes on with another phone (`server/coming_back/routes.py`)."""
    return f'<p><a class="paper-link" data-away href="{daconfig.get("root", "/")}{page}">{text}</a></p>'


def open_link() -> str:
    """On the first screen, in both languages: open what was kept elsewhere."""
    return other_phone('abrir', FIRST_SCREEN)


def other_phone_links(phone_safety: str | None) -> str:
    """Open what was kept, and keep the answers for another phone. The second is not offered where somebody may be looking through the phone."""
    keeping = other_phone('copia', word('Save my answers to continue on another phone')) if phone_safety not in ('watched', 'unknown') else ''
    return other_phone('abrir', word('I have a code or a file')) + keeping


ABOVE, ABOUT = 'selfhelp_above', 'selfhelp_about'
# What is told of a hard time: the task whose screens all have the three links of `with_care`, and the subject when one of its answers is opened
# from "My answers".
TOLD_WITH_CARE = frozenset({'custody_conditions', 'custody'})
# What a part of the server shows under the bar of every screen: the workshop, a family's number.
UNDER_THE_BAR: list[Callable[[], str]] = []


def with_care(name: str) -> str:
    """Pause, stop for today, and say it out loud: above every question of a task, or of one of its answers, that is told with care; else nothing."""
    if re.split(r'[.\[]', name)[0] not in TOLD_WITH_CARE:
        return ''
    links = (('pause', word('Pause')), ('stop_today', word('Stop here')), ('say_aloud', word('Say it out loud')))
    return f'<p class="with-care">{" ".join(bar_link(action, said) for action, said in links)}</p>'


def opened_answer() -> str:
    """The answer or the screen that a link asks for now, or asked for and is not through with; empty when the task goes on by itself."""
    info = this_thread.current_info
    waiting = this_thread.internal.get('event_stack', {}).get(info.get('user', {}).get('session_uid'), ())
    return str(info.get('action') or (waiting[0]['action'] if waiting else ''))


def show_bar(phone_safety: str | None, where: str = '', asked: str = '') -> None:
    """Put the bar, the way back, where in a task the screen stands and what it is about above the question.

    `asked`: the task, or the answer that a link asks for.
    """
    this_thread.misc[ABOVE] = above = (toolbar(get_language(), True, phone_safety == 'private')
                                      + ''.join(draw() for draw in UNDER_THE_BAR) + way_back(where) + with_care(asked))
    set_parts(pre=above + this_thread.misc.get(ABOUT, ''))


def show_about(text: str) -> None:
    """Under the bar, which happening, stay or entry the screens that follow are about: after a pause nobody has to guess."""
    if text.strip() and ABOVE in this_thread.misc:
        this_thread.misc[ABOUT] = about = f'<p class="about">{word("About:")} {told(short(text))}</p>'
        set_parts(pre=this_thread.misc[ABOVE] + about)


def hide_about() -> None:
    """All of it is told: the next screen is about something else."""
    if this_thread.misc.pop(ABOUT, None):
        set_parts(pre=this_thread.misc[ABOVE])


def show_about_entry(entry: Any) -> None:
    """The same for one entry into the United States, by its day as told."""
    show_about(date_text(read(FuzzyDate, plain_date(plain(entry.when))), get_language()))


def set_look(begun: bool, phone_safety: str | None) -> None:
    """Put the bar and the titles on the screen. As screen parts in YAML, docassemble would read each of them as Markdown twice an answer."""
    name = word('My folder')
    set_parts(title=name, short_title=name, tab_title=name)
    hide_about()
    if begun:
        show_bar(phone_safety, asked=opened_answer())
    else:
        set_parts(pre=toolbar(get_language(), False, False))


def people_names(applicant: Any, family: Any) -> dict[str, str]:
    """The name to show for each person key."""
    names = {f'family_{number}': person_label(member) for number, member in enumerate(family.elements)}
    return {'applicant': person_label(applicant), **names}
