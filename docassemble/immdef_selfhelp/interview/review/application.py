"""What was told for Form I-589, with the labels of the form and a link that asks each box again; a list can be added to."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.application import YOU_ITEMS
from docassemble.immdef_selfhelp.interview.fields import date_told
from docassemble.immdef_selfhelp.interview.review.rows import REVIEW_LENGTH, add_link, kept_back, row
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.i589.labels import code_words, label, words
from docassemble.immdef_selfhelp.story.told.application import QUESTIONS, Application

LISTS = (('homes', 'Add an address'), ('jobs', 'Add work'))


def value_words(value: Any) -> str:
    """One answer: a date as told, a code of the form in words, a text as typed."""
    language = get_language()
    if isinstance(value, Mapping):
        return date_told(value)
    if isinstance(value, list):
        return '<br>'.join(label(f'B.1.{one}', language) for one in value if f'B.1.{one}' in words()['items'])
    return code_words(value, language) if value in words()['codes'] else told(value, REVIEW_LENGTH)


def application_section(telling: Any, known: Mapping[str, Any]) -> str:
    """The form of one adult; nothing before it was begun.

    Nothing of it is read by another adult when somebody of the family must not know.
    """
    form, base, language = known.get('application') or {}, f'{telling.instanceName}.application', get_language()
    if form and private.hidden_on_screen(case_now()):
        return f'<h3>{word("Form I-589")}</h3><p>{word("You answered this")}</p>'
    lines, closed = '', kept_back(Application, form)
    for name, item in YOU_ITEMS.items():
        if name in form and name not in closed and form[name] not in ({}, None):
            target = f'{base}.{name}.year' if isinstance(form[name], Mapping) else f'{base}.{name}'
            lines += row(label(item, language), value_words(form[name]), target)
    answers = form.get('answers') or {}
    lines += ''.join(row(label(item, language), value_words(answers[item]), f'{base}.answers[{item!r}]') for item in QUESTIONS if item in answers)
    if not lines:
        return ''
    added = ''.join(add_link(f'{base}.{name}', word(add)) for name, add in LISTS if form.get(name))
    return f'<h3>{word("Form I-589")}</h3><dl>{lines}</dl>{added}'
