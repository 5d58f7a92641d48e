"""The sheet of differences: two answers side by side under an open question, with room to explain. Nothing is chosen, nothing is scored."""
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import Paper, of_telling, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences, telling_of
from docassemble.immdef_selfhelp.law.findings import words as finding_words
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.checks import differences
from docassemble.immdef_selfhelp.story.checks.result import SERIOUS, SMALL, Difference, Line
from docassemble.immdef_selfhelp.story.checks.statements import stated

RULES = ('cred_factors', 'cred_ninth', 'trauma_note')


def offered(case: Case, person_key: str) -> tuple[str, ...]:
    """In both languages, when this telling has anything to lay side by side."""
    telling = telling_of(case, person_key)
    return screen_language_first(case) if telling.earlier or differences(case, telling) else ()


def rules(language: str, on: date) -> list[str]:
    """Why it matters, as legal sentences. What was not read in its authority says so, as no note stands beside it."""
    doubts = (finding_words.doubt(dated.provision(provision_id).confidence, language) for provision_id in RULES)
    return [f'{sentence} ({doubt})' if doubt else sentence for sentence, doubt in zip(law_sentences(RULES, language, on), doubts, strict=True)]


def for_paper(line: Line, case: Case) -> Line:
    """One side of a difference as this sheet may have it."""
    return replace(line, text=private.words_for_paper(line.text, case))


def difference_context(found: Difference, explanations: dict[str, str], case: Case, language: str) -> Context:
    """One difference, with what the person already wrote about it."""
    left, right = for_paper(found.left, case), for_paper(found.right, case)
    return {
        'title': found.title(language), 'question': found.question(language),
        'explanation': private.words_for_paper(explanations.get(found.key, ''), case),
        'left_where': left.where(language), 'left': left.says(language), 'right_where': right.where(language), 'right': right.says(language),
    }


def consistency_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The sheet of one telling.

    Keys: `name`, `rules` (legal sentences), `groups` (`serious`, `differences`), `statements` (earlier ones: `where`, `understood`,
    `text`) and `law`.
    """
    found, explanations = differences(case, telling), dict(telling.explanations)
    groups = [(level, [difference_context(one, explanations, case, language) for one in found if one.seriousness == level])
              for level in (SERIOUS, SMALL)]
    return {
        'name': case.person(telling.person).full_name, 'rules': rules(language, on),
        'groups': [{'serious': level == SERIOUS, 'differences': members} for level, members in groups if members],
        'statements': [{'where': stated(one).where(language), 'understood': one.language_understood,
                        'text': private.words_for_paper(one.text, case)} for one in telling.earlier],
        'law': law_note(RULES, language, on),
    }


PAPER = Paper(
    'consistency_sheet', title={'es': 'Hoja de diferencias', 'en': 'Sheet of differences'},
    file_names={'es': 'hoja-para-comparar', 'en': 'sheet-to-compare'},
    offered=offered, context=of_telling(consistency_context), tells_story=True,
)
