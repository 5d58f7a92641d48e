"""What was marked on the lists, a line for each list that was answered.

Another adult who tells their story on this phone can open the review: what stands on no paper for that reason stands here only as "Change".
"""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.documents.papers.situation_sheet import NOT_ON_PAPER
from docassemble.immdef_selfhelp.interview.answers import chosen_keys, plain
from docassemble.immdef_selfhelp.interview.lists import LISTS, list_groups, list_title
from docassemble.immdef_selfhelp.interview.review.rows import Table, line, row, rows
from docassemble.immdef_selfhelp.law.facts.marks import MarkGroup
from docassemble.immdef_selfhelp.story.told.own import OwnTold

READING = Table(OwnTold, (line('Reading', 'reads'),))


def marked_words(group: MarkGroup, chosen: list[str]) -> str:
    """What was marked on one screen of a list, in words."""
    if not chosen:
        return word('None of these')
    marked = [mark.ask[get_language()] for mark in group.marks if mark.id in chosen and mark.fact.rpartition('.')[2] not in NOT_ON_PAPER]
    return '<br>'.join(marked + ([word('I do not know about some of these')] if 'unknown' in chosen else []))


def lists_section(variables: Mapping[str, Any]) -> str:
    """What a lawyer looks at first, the circumstances, and reading."""
    lines = []
    for name in LISTS:
        answered = getattr(variables.get(name), 'elements', {})
        lines += [row(list_title(name, number), marked_words(group, chosen_keys(answered[number])), f'{name}[{number}]')
                  for number, group in enumerate(list_groups(name)) if number in answered]
    own = {name: plain(variables[name]) for name in ('reads',) if name in variables}
    lines.append(rows(own, '', READING))
    return f'<h2>{word("What you marked")}</h2><dl>{"".join(lines)}</dl>' if any(lines) else ''
