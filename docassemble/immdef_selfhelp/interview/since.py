"""What changed in the law since a family was here last, on the home screen: only what touches one of its findings or papers.

The day is kept in the session beside the answers and goes nowhere else. It is told for the whole of the visit; with the next visit it is over.
"""
from collections.abc import MutableMapping
from datetime import date
from typing import Any

from docassemble.base.util import all_variables, get_language

from docassemble.immdef_selfhelp.documents.catalog import provisions_on_papers
from docassemble.immdef_selfhelp.interview.answers import case_now, today_here
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.law.desk import changes
from docassemble.immdef_selfhelp.law.findings.words import explained
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Case

VISIT, EARLIER_VISIT = 'visit_day', 'earlier_visit_day'
MOST = 3


def note_visit(variables: MutableMapping[str, Any]) -> None:
    """Keep the day of this visit and, once a new day begins, the one before it."""
    today = today_here().isoformat()
    before = variables.get(VISIT)
    if before != today:
        if before:
            variables[EARLIER_VISIT] = before
        variables[VISIT] = today


def changed_for(case: Case, since: date, on: date, language: str) -> tuple[str, ...]:
    """The sentences of what changed from one day to the other and touches this case, as far as they may stand on its screen."""
    recent = changes.changes_since(since, on)
    if not recent:
        return ()
    found = [one for one in explained(private.facts_for_screen(case), language, on) if private.on_screen(one.finding.code, case)]
    return changes.for_family(changes.touching(recent, (one.finding for one in found), provisions_on_papers(case, on)), found, language, on)


def changed_since() -> str:
    """What changed since the visit before this one; nothing on a first visit, or when nothing of theirs changed."""
    before = all_variables(simplify=False).get(EARLIER_VISIT)
    if not before:
        return ''
    since, language = date.fromisoformat(before), get_language()
    sentences = [told(sentence) for sentence in changed_for(case_now(), since, today_here(), language)]
    if not sentences:
        return ''
    return (f'<section class="paper since"><p><strong>{changes.heading(since, language)}</strong></p>{items(sentences[:MOST])}'
            f'{rest(sentences[MOST:])}</section>')


def rest(sentences: list[str]) -> str:
    """The sentences after the first three, folded."""
    return f'<details class="others"><summary>+ {len(sentences)}</summary>{items(sentences)}</details>' if sentences else ''
