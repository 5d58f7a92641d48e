"""What stands on every screen: the way out, a pause, home, and the other language; and the cards of the home screen."""
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from docassemble.base.config import daconfig
from docassemble.base.util import get_language, set_parts, url_action, word

from docassemble.immdef_selfhelp.interview.answers import today_here
from docassemble.immdef_selfhelp.interview.fields import person_label
from docassemble.immdef_selfhelp.law.rules.process import is_unaccompanied
from docassemble.immdef_selfhelp.story import progress
from docassemble.immdef_selfhelp.story.legal_facts import facts_for
from docassemble.immdef_selfhelp.story.reading import case_from_answers

HARMLESS_PAGE = 'recetas'
FIRST_SCREEN = 'Tengo un código o un archivo · I have a code or a file'
LANGUAGES = {'es': 'Español', 'en': 'English'}


def action_of(address: str) -> str:
    """The action of an action link, which docassemble's own script sends without leaving the page."""
    return parse_qs(urlsplit(address).query, keep_blank_values=True)['action'][0]


def toolbar_links() -> str:
    """The links beside "Leave fast"."""
    links = [(url_action('pause'), word('Pause'), ' class="pause"'), (url_action('go_home', _forget_prior=True), word('Home'), ' class="home"'),
             (url_action('my_answers'), word('My answers'), ' class="answers"'), (url_action('erase'), word('Erase'), ' class="erase"')]
    links += [(url_action('change_language', language=code), name, f' class="language" lang="{code}" hreflang="{code}"')
              for code, name in LANGUAGES.items() if code != get_language()]
    return ''.join(f'<a href="{address}" data-embaction="{action_of(address)}"{more}>{name}</a>' for address, name, more in links)


def script_words() -> dict[str, str]:
    """What line.js and read_aloud.js say, by the name of the bar's data attribute."""
    return {
        'no-answer': word('No answer came. What you wrote is still here. Please try again when there is a signal.'),
        'again': word('No answer came. What you wrote is still here. This page keeps trying to send it.'),
        'refused': word('The server did not take this. What you wrote is still here. Copy it, then load this page again.'),
        'late': word('What you sent first is saved. What you wrote after that is not. Copy it, load this page again, and add it under My answers.'),
        'away': word('What you wrote and did not send will be lost. Go there anyway?'),
        'slow': word('The line is slow. What you wrote is still here. Please wait a moment.'),
        'saved': word('Everything you sent so far is saved.'),
        'unsaved': word('This screen is not saved yet. It is saved when you go on.'),
        'old': word('You went on in another tab, so this one is old and cannot be saved. Copy what you wrote here, then load this page again.'),
        'read': word('Read aloud'), 'hush': word('Pause the reading'), 'go-on': word('Go on reading'), 'stop': word('Stop the reading'),
    }


@cache
def toolbar(language: str, begun: bool, own_phone: bool) -> str:
    """The bar of every screen: on one server the same for everybody who reads this language, and says the same of the phone.

    Before the language is chosen there is nothing to go back to, so only the way out stands. On a phone that only the family uses, `data-draft` lets
    the tab keep what is typed until it is sent (line.js).
    """
    leave = f'<a class="leave" id="quick_exit" href="{harmless_page()}" data-leave>{word("Leave fast")}</a>'
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
    keeping = other_phone('copia', word('Keep my answers to go on with another phone')) if phone_safety not in ('watched', 'unknown') else ''
    return other_phone('abrir', word('I have a code or a file')) + keeping


def set_look(begun: bool, phone_safety: str | None) -> None:
    """Put the bar and the titles on the screen. As screen parts in YAML, docassemble would read each of them as Markdown twice an answer."""
    name = word('My folder')
    set_parts(pre=toolbar(get_language(), begun, phone_safety == 'private'), title=name, short_title=name, tab_title=name)


def task_cards(answers: dict[str, Any]) -> list[dict[str, str]]:
    """The open tasks as buttons: what it is, how long it takes, how far it is.

    A child alone is not sent to the fear interview, which is not theirs (8 U.S.C. 1232(a)(5)(D)); a story that was begun stays within reach.
    """
    found = progress.task_state(answers)
    told = progress.parts(answers)
    state = word(progress.PROGRESS_WORDS[found]) + (f' {sum(told)} / {len(told)}' if found == progress.BEGUN else '')
    title, time = word('Prepare the credible fear interview and my declaration'), word('about 90 minutes, in several sittings')
    screening = word('Know my situation: where I am, my dates, what comes next'), word('about 20 minutes')
    seen = word(progress.PROGRESS_WORDS[progress.screening_state(answers)])
    cards = [{'screening': f'{screening[0]} ({screening[1]}) · {seen}'}, {'credible_fear': f'{title} ({time}) · {state}'}]
    alone = is_unaccompanied(facts_for(case_from_answers(answers)), today_here())
    return cards[:1] if alone and not progress.story_begun(answers) else cards


def people_names(applicant: Any, family: Any) -> dict[str, str]:
    """The name to show for each person key."""
    names = {f'family_{number}': person_label(member) for number, member in enumerate(family.elements)}
    return {'applicant': person_label(applicant), **names}
