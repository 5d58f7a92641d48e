"""Know your rights on the screen: what a situation says, one sentence large enough to show, and a quiz that opens in place and sends nothing."""
import html

from docassemble.base.util import force_ask, get_language, url_action, word

from docassemble.immdef_selfhelp.documents.handouts import HANDOUTS, Handout, handout
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.interview.answers import save_nothing, today_here
from docassemble.immdef_selfhelp.interview.legal import law_list, where_it_comes_from
from docassemble.immdef_selfhelp.interview.papers import LANGUAGE_NAMES, send_file
from docassemble.immdef_selfhelp.interview.rights_picture import two_papers
from docassemble.immdef_selfhelp.law.provisions import rights
from docassemble.immdef_selfhelp.law.provisions.rights import AFTER, DO, SAY, QuizItem, Situation
from docassemble.immdef_selfhelp.names import LANGUAGES

MENU, QUIZ = 'know_your_rights_menu', 'quiz'
NAMES = {DO: 'What to do', SAY: 'What to say', AFTER: 'What not to do, and what comes after', QUIZ: 'Practice questions'}
NEXT = {DO: SAY, SAY: AFTER, AFTER: QUIZ}
WITH_PICTURE = ('home',)


def situation_of(situation_id: str) -> Situation:
    """The situation asked for; where a link asks for none there is (an old one), the list of situations comes instead."""
    found = rights.situations().get(situation_id)
    return found if found is not None else force_ask(MENU, forget_prior=True)


def situation_links() -> str:
    """The ten situations, each a link to its first screen. No status is named and nothing is asked."""
    language = get_language()
    links = (f'<li><a class="situation" href="{url_action("rights", situation=one.id, screen=DO)}">{html.escape(one.title[language])}</a></li>'
             for one in rights.situations().values())
    return f'<ul class="situations">{"".join(links)}</ul>'


def rights_title(situation_id: str) -> str:
    """The name of a situation in the language of the screen."""
    return situation_of(situation_id).title[get_language()]


def rights_screen(situation_id: str, screen: str) -> str:
    """One screen of a situation, and the way to the next."""
    found = situation_of(situation_id)
    if screen not in NAMES:
        force_ask(MENU, forget_prior=True)
    inside = {DO: to_do, SAY: to_say, AFTER: what_comes_after, QUIZ: quiz}[screen](found)
    ids = asked_of(found) if screen == QUIZ else found.provisions(screen)
    return f'{where(screen)}{inside}{way_on(found, screen)}{where_it_comes_from(*dict.fromkeys(ids))}'


def where(screen: str) -> str:
    """The heading of a screen, with its number of three."""
    number = '' if screen == QUIZ else f'{list(NAMES).index(screen) + 1}. '
    return f'<h2>{number}{word(NAMES[screen])}</h2>'


def to_do(found: Situation) -> str:
    """What to do, and at home how the two papers are told apart."""
    return law_list(*found.do) + (two_papers(get_language()) if found.id in WITH_PICTURE else '')


def to_say(found: Situation) -> str:
    """The one sentence in both languages, English first: it is what an officer is to read."""
    when = f'<p><strong>{html.escape(found.when[get_language()])}</strong></p>' if found.when else ''
    said = ''.join(f'<p lang="{language}">{html.escape(found.say[language])}</p>' for language in sorted(LANGUAGES))
    return (f'<div class="say">{said}</div>{when}'
            f'<p>{word("Practice it out loud three times. The paper sheet says it too: then your phone stays with you.")}</p>')


def what_comes_after(found: Situation) -> str:
    """What not to do, and what comes after."""
    return f'<h3>{word("What not to do")}</h3>{law_list(*found.avoid)}<h3>{word("What comes after")}</h3>{law_list(*found.after)}'


def way_on(found: Situation, screen: str) -> str:
    """The link to the next screen; after the last one, to the sheet that says the same on paper."""
    if screen in NEXT:
        address = url_action('rights', situation=found.id, screen=NEXT[screen])
        return f'<div class="way-on"><a class="btn btn-primary wide" href="{address}">{word(NAMES[NEXT[screen]])}</a></div>'
    return f'<p><a class="paper-link" href="{url_action("rights_papers")}">{word("The card and the sheets, to print")}</a></p>'


def asked_of(found: Situation) -> list[str]:
    """The provisions behind the quiz of a situation."""
    return [name for item in rights.quiz()[found.id] for name in item.rests_on]


def quiz(found: Situation) -> str:
    """The questions of a situation. Each answer opens its reason in place: nothing is sent, so nothing can be kept."""
    intro = word('Open an answer to see why. Nothing you open here is sent or kept.')
    return f'<p>{intro}</p>' + ''.join(question(number, item) for number, item in enumerate(rights.quiz()[found.id], 1))


def question(number: int, item: QuizItem) -> str:
    """One question with its three answers; which of the first two fits changes from question to question."""
    language = get_language()
    fits = (item.right[language], f'{word("Yes, that fits.")} {item.why_right[language]}')
    fits_not = (item.wrong[language], f'{word("Better not.")} {item.why_wrong[language]}')
    known = [fits, fits_not] if number % 2 else [fits_not, fits]
    open_end = (word('I do not know'), f'{word("That is fine: this is for learning.")} {item.why_right[language]}')
    answers = ''.join(f'<details class="answer"><summary>{html.escape(said)}</summary><p>{html.escape(why)}</p></details>'
                      for said, why in (*known, open_end))
    return f'<section class="question"><h3>{number}. {html.escape(item.ask[language])}</h3>{answers}</section>'


# --- the papers ------------------------------------------------------------------------------------------------------------------------

def handout_links(found: Handout, language: str, pdf: bool = True) -> str:
    """The links to one paper for everybody."""
    stem = found.file_names[language]
    kinds = (['pdf'] if pdf else []) + ['docx']
    said = {'pdf': word('PDF, to print or show'), 'docx': word('Word, to change it')}
    return ' '.join(f'<a class="paper-link" href="{url_action("rights_file", paper=found.id, language=language, format=kind)}"'
                    f'{saved_as(stem, kind)}>{said[kind]}</a>' for kind in kinds)


def saved_as(stem: str, kind: str) -> str:
    """The name to save under. Without LibreOffice the PDF's link leads to a screen that says so, which must not be saved as a broken PDF."""
    return f' download="{stem}.{kind}"' if kind == 'docx' or render.office_program() else ''


def handout_list(language: str) -> str:
    """Every paper for everybody in one language."""
    return ''.join(f'<section class="paper"><h2>{html.escape(one.title[get_language()])}</h2><p>{handout_links(one, language)}</p></section>'
                   for one in HANDOUTS)


def handout_lists() -> str:
    """The papers in the language of the screen, and folded in the other."""
    other = next(language for language in LANGUAGES if language != get_language())
    folded = f'<details class="other-language"><summary>{word(LANGUAGE_NAMES[other])}</summary>{handout_list(other)}</details>'
    return handout_list(get_language()) + folded


def handout_of(paper: str, language: str) -> Handout:
    """The paper asked for; where there is none of this name, the list of situations comes instead."""
    found = handout(paper)
    return found if found is not None and language in LANGUAGES else force_ask(MENU, forget_prior=True)


def send_handout(paper: str, language: str, file_format: str) -> None:
    """Answer the request with one paper for everybody. Nothing of the case stands in it.

    Raises docassemble's ResponseError (its way to answer). When no PDF can be made, the screen that says so is shown.
    """
    save_nothing()
    found = handout_of(paper, language)
    word_file = render.handout_bytes(found, language, today_here())
    send_file(word_file, file_format, {'action': 'rights_no_pdf', 'arguments': {'paper': paper, 'language': language}})
