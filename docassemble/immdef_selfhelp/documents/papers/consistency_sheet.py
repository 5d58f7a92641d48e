"""The sheet of differences: two answers side by side under an open question, with room to explain. Nothing is chosen, nothing is scored."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.law.findings import words as finding_words
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.checks import differences
from docassemble.immdef_selfhelp.story.checks.result import SERIOUS, SMALL, Difference
from docassemble.immdef_selfhelp.story.checks.statements import stated

RULES = ('cred_factors', 'cred_ninth', 'trauma_note')


def offered(case: Case, telling: Telling) -> bool:
    """Whether this telling has anything to lay side by side."""
    return bool(telling.earlier or differences(case, telling))


def rules(language: str, on: date) -> list[str]:
    """Why it matters, as legal sentences. What was not read in its authority says so, as no note stands beside it."""
    doubts = (finding_words.doubt(dated.provision(provision_id).confidence, language) for provision_id in RULES)
    return [f'{sentence} ({doubt})' if doubt else sentence for sentence, doubt in zip(law_sentences(RULES, language, on), doubts, strict=True)]


def difference_context(found: Difference, explanations: dict[str, str], language: str) -> Context:
    """One difference, with what the person already wrote about it."""
    return {
        'title': found.title(language), 'question': found.question(language), 'explanation': explanations.get(found.key, ''),
        'left_where': found.left.where(language), 'left': found.left.says(language),
        'right_where': found.right.where(language), 'right': found.right.says(language),
    }


def consistency_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The sheet of one telling.

    Keys: `name`, `rules` (legal sentences), `groups` (`serious`, `differences`), `statements` (earlier ones: `where`, `understood`,
    `text`) and `law`.
    """
    found, explanations = differences(case, telling), dict(telling.explanations)
    groups = [(level, [difference_context(one, explanations, language) for one in found if one.seriousness == level]) for level in (SERIOUS, SMALL)]
    return {
        'name': case.person(telling.person).full_name, 'rules': rules(language, on),
        'groups': [{'serious': level == SERIOUS, 'differences': members} for level, members in groups if members],
        'statements': [{'where': stated(one).where(language), 'understood': one.language_understood, 'text': one.text} for one in telling.earlier],
        'law': law_note(RULES, language, on),
    }
