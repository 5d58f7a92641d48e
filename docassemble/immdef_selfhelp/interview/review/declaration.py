"""What was told for the declaration: whether it is wanted, who helps with it, and the words noted while practising."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.reading import with_reading
from docassemble.immdef_selfhelp.interview.review.rows import REVIEW_LENGTH, Table, line, row, rows, told_values
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.law.provisions import questions
from docassemble.immdef_selfhelp.story.case import Telling

DECLARATION = Table(Telling, (
    line('Practice out loud', 'wants_practice'), line('The declaration', 'wants_declaration'),
    line('Where I will sign it', 'signed_where', target='wants_declaration'), line('A-number', 'a_number', target='wants_declaration'),
    line('I can read it', 'reads_told_language'),
))
HELPER = ('name', 'language', 'address', 'telephone')


def practice_lines(base: str, known: Mapping[str, Any]) -> str:
    """The key words noted while practising, a line for each group of questions."""
    noted = known.get('practice') or {}
    lines = []
    for number, group in enumerate(questions.practice_groups()):
        words = [told(noted[question.id], REVIEW_LENGTH) for question in group.questions if noted.get(question.id)]
        if words:
            lines.append(row(group.title[get_language()], '<br>'.join(words), f'{base}.practised[{number}]'))
    return ''.join(lines)


def helper_lines(base: str, known: Mapping[str, Any]) -> str:
    """Who reads the declaration back and who translates it; only asked of somebody who wants one."""
    if known.get('wants_declaration') != 'yes':
        return ''
    asked = (('interpreter', word('Who reads it to me'), known.get('reads_told_language') in ('some', 'no')),
             ('translator', word('Who translates it into English'), known.get('told_language') != 'en'))
    return ''.join(row(label, told_values(HELPER, known[name], f'{base}.{name}.'), f'{base}.{name}.name')
                   for name, label, wanted in asked if wanted and 'name' in (known.get(name) or {}))


def declaration_section(telling: Any, known: Mapping[str, Any]) -> str:
    """The declaration, its helpers and the practice."""
    base, known = telling.instanceName, with_reading(telling, known)
    return f'<dl>{rows(known, base, DECLARATION)}{helper_lines(base, known)}{practice_lines(base, known)}</dl>'
