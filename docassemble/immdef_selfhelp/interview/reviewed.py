"""The mark of a lawyer who looked at the answers, on the family's screens: who, when, what they left, and whether something changed since."""
from datetime import date

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.law.provisions.wording import day_text
from docassemble.immdef_selfhelp.story.case import Case

LONGEST_NOTE = 300


def looked_words(case: Case) -> str:
    """The mark as a part of a screen; nothing when nobody looked."""
    looked = case.reviewed
    if not looked.initials:
        return ''
    day = day_text(date.fromisoformat(looked.day), get_language())
    said = word('A lawyer or accredited representative looked at this: {initials}, {day}').format(initials=told(looked.initials), day=day)
    note = f'<p>{word("Note")}: {told(looked.note, LONGEST_NOTE)}</p>' if looked.note else ''
    changed = f'<p><strong>{word("Answers changed since then. They were not looked at again.")}</strong></p>' if case.review_changed else ''
    return f'<section class="paper looked-at"><p>{said}.</p>{changed}{note}</section>'


def looked_at() -> str:
    """The mark on the home screen and with "My answers"."""
    return looked_words(case_now())
