"""Law on screens: sentences of dated legal data, where each comes from, and a warning once its review date has passed."""
import html
import re

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now, today_here
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.law.findings import words as finding_words
from docassemble.immdef_selfhelp.law.provisions import citations, dated, legal_help, wording
from docassemble.immdef_selfhelp.law.rules import careful
from docassemble.immdef_selfhelp.story.case_facts import facts_for

TELEPHONE = re.compile(r'(?<![\w-])(?:\+?1[ -])?\d{3}[ -]\d{3}[ -]\d{4}(?![\w-])|(?<![\w-])988(?![\w-])')
NOT_DIALLED = re.compile(r'[ -]')
ADDRESS = re.compile(r'(?<![\w@/."])(?:[a-z0-9-]+\.)+(?:org|gov|com)(?:/[a-z0-9/_-]*[a-z0-9])?')


def law(provision_id: str) -> str:
    """The sentence of a dated provision, in the language of the screen; past its review date it says so by itself."""
    return dated.sentence_with_note(provision_id, get_language(), today_here())


def law_list(*provision_ids: str) -> str:
    """Several legal sentences as a list."""
    return items([law(provision_id) for provision_id in provision_ids])


def where_it_comes_from(*provision_ids: str) -> str:
    """A folded list of the authorities of a screen, the day each was last checked, and the doubt that is left."""
    language, sources = get_language(), []
    for provision in map(dated.provision, provision_ids):
        checked = finding_words.checked(wording.day_text(provision.checked, language), provision.confidence, language)
        sources.append(f'{html.escape(citations.in_language(provision.citation, language))} ({checked})')
    return f'<details><summary>{word("Where does this come from?")}</summary>{items(sources)}</details>'


def why_we_ask(*provision_ids: str) -> str:
    """Why a question is asked, as legal data says it, and, folded, where that comes from."""
    said = ' '.join(law(provision_id) for provision_id in provision_ids)
    return f'<blockquote><p><strong>{word("Why we ask.")}</strong> {said}</p>{where_it_comes_from(*provision_ids)}</blockquote>'


def careful_list() -> str:
    """The three points to be careful with that fit what was told; the others folded. Each is a dated legal sentence."""
    first = careful.fitting(facts_for(case_now()))
    others = [provision.id for provision in dated.provisions_of('careful_points') if provision.id not in first]
    return (f'{law_list(*first)}<details class="others"><summary>{word("The other points")} ({len(others)})</summary>{law_list(*others)}</details>')


def legal_help_list() -> str:
    """Where to look for a lawyer or accredited representative today, and when that was last checked."""
    return f'<h2>{word("Where to find legal help")}</h2>' + items([can_be_tapped(law(provision.id)) for provision in legal_help.places()]) + trace()


def support_lines() -> str:
    """Telephone lines for a hard moment."""
    return items([can_be_tapped(law(provision.id)) for provision in legal_help.support_lines()]) + trace()


def can_be_tapped(sentence: str) -> str:
    """A sentence of the law data with its telephone numbers and page addresses as links. The page one comes from is not told to the other side."""
    called = TELEPHONE.sub(lambda found: f'<a class="tap" href="tel:{NOT_DIALLED.sub("", found[0])}">{found[0]}</a>', sentence)
    return ADDRESS.sub(lambda found: f'<a class="tap" href="https://{found[0]}" target="_blank" rel="noopener noreferrer">{found[0]}</a>', called)


def told_and_dialled(text: str) -> str:
    """A sentence that may hold names somebody typed, shown as text, with its telephone numbers as links. No typed address becomes a link."""
    parts, end = [], 0
    for found in TELEPHONE.finditer(text):
        parts += [told(text[end:found.start()]), f'<a class="tap" href="tel:{NOT_DIALLED.sub("", found[0])}">{found[0]}</a>']
        end = found.end()
    return ''.join([*parts, told(text[end:])])


def trace() -> str:
    """That a call or a page opened from here can be seen on the phone later."""
    return f'<p class="trace">{word("A call or a page you open stays in the memory of the phone. Others who use it can see it.")}</p>'
