"""The sheet of differences: two answers side by side under an open question, with room to explain. Nothing is chosen, nothing is scored."""
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import LAWYER, Paper, of_telling, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences, telling_of, when
from docassemble.immdef_selfhelp.law.findings import words as finding_words
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.checks import differences
from docassemble.immdef_selfhelp.story.checks.result import SERIOUS, SMALL, Difference, Line
from docassemble.immdef_selfhelp.story.checks.statements import ANSWERS, stated
from docassemble.immdef_selfhelp.story.own_words import mark
from docassemble.immdef_selfhelp.story.told.basics import NO, YES
from docassemble.immdef_selfhelp.story.told.earlier import EarlierStatement
from docassemble.immdef_selfhelp.story.wording import say

RULES = ('cred_factors', 'cred_ninth', 'trauma_note')


def offered(case: Case, person_key: str) -> tuple[str, ...]:
    """In both languages, when this telling has anything to lay side by side."""
    telling = telling_of(case, person_key)
    return screen_language_first(case) if telling.earlier or differences(case, telling) else ()


def rules(language: str, on: date) -> list[str]:
    """Why it matters, as legal sentences. What was not read in its authority says so, as no note stands beside it."""
    doubts = (finding_words.doubt(dated.provision(provision_id).confidence, language) for provision_id in RULES)
    return [f'{sentence} ({doubt})' if doubt else sentence for sentence, doubt in zip(law_sentences(RULES, language, on), doubts, strict=True)]


def words(text: str, case: Case, told: str, language: str) -> str:
    """Typed words as this sheet may have them; those of another language say that they are not translated."""
    kept = private.words_for_paper(text, case)
    return mark(kept, told, language) if kept == text else kept


def for_paper(line: Line, case: Case, told: str, language: str) -> Line:
    """One side of a difference as this sheet may have it."""
    return replace(line, text=words(line.text, case, told, language))


def difference_context(found: Difference, explanations: dict[str, str], case: Case, told: str, language: str) -> Context:
    """One difference, with what the person already wrote about it."""
    left, right = for_paper(found.left, case, told, language), for_paper(found.right, case, told, language)
    return {
        'title': found.title(language), 'question': found.question(language),
        'explanation': words(explanations.get(found.key, ''), case, told, language),
        'left_where': left.where(language), 'left': left.says(language), 'right_where': right.where(language), 'right': right.says(language),
    }


def says(statement: EarlierStatement, case: Case, told: str, language: str) -> list[Context]:
    """Everything one earlier statement says beside its text, as told: what no check compares is still laid before the reader."""
    found = [(name, when(getattr(statement, name), language)) for name in ('left_when', 'entered_when')]
    found += [(name, say('difference_answers', getattr(statement, name), language)) for name in ANSWERS if getattr(statement, name) in (YES, NO)]
    found += [(name, words(getattr(statement, name), case, told, language)) for name in ('children', 'names', 'lived')]
    for event in statement.events:
        parts = (when(event.when, language), *(words(text, case, told, language) for text in (event.what, event.who)))
        found.append(('events', ' · '.join(part for part in parts if part)))
    return [{'label': say('earlier_says', name, language), 'text': text} for name, text in found if text.strip()]


def consistency_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The sheet of one telling.

    Keys: `name`, `rules` (legal sentences), `groups` (`serious`, `differences`), `statements` (earlier ones: `where`, `understood`,
    `text`, `says`: each with `label` and `text`) and `law`.
    """
    found, explanations = differences(case, telling), dict(telling.explanations)
    told = telling.told_language or case.language
    groups = [(level, [difference_context(one, explanations, case, told, language) for one in found if one.seriousness == level])
              for level in (SERIOUS, SMALL)]
    return {
        'name': case.person(telling.person).full_name, 'rules': rules(language, on),
        'groups': [{'serious': level == SERIOUS, 'differences': members} for level, members in groups if members],
        'statements': [{'where': stated(one).where(language), 'understood': one.language_understood,
                        'text': words(one.text, case, told, language),
                        'says': says(one, case, told, language)} for one in telling.earlier],
        'law': law_note(RULES, language, on),
    }


PAPER = Paper(
    'consistency_sheet', title={'es': 'Hoja de diferencias', 'en': 'Sheet of differences'},
    file_names={'es': 'hoja-de-diferencias', 'en': 'sheet-of-differences'},
    offered=offered, context=of_telling(consistency_context), use=LAWYER, tells_story=True,
)
