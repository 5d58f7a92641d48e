"""What the screens before signing say of the declaration as it stands now."""
from docassemble.base.util import word

from docassemble.immdef_selfhelp.documents.making.sworn import read_in_its_language, told_language
from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story import paragraphs
from docassemble.immdef_selfhelp.story.sentences import drawings

MOST_SHOWN = 10


def is_read_in_its_language(person: str) -> bool:
    """Whether this person's declaration is read aloud in the language it is written in, so that nobody interprets."""
    case = case_now()
    telling = next(telling for telling in case.tellings if telling.person == person)
    return read_in_its_language(case, telling, told_language(case, telling))


def drawings_note(person: str) -> str:
    """A line about the emoji that would be signed, or nothing."""
    case = case_now()
    telling = next(telling for telling in case.tellings if telling.person == person)
    sections = paragraphs.declaration_sections(case, telling, told_language(case, telling))
    found = dict.fromkeys(sign for section in sections for paragraph in section.paragraphs for sign in drawings(paragraph.text))
    if not found:
        return ''
    said = word('These small drawings are in what you would sign. If you do not want them there, take them out under My answers:')
    return f'<p class="alert alert-info">{said} {told(" ".join(list(found)[:MOST_SHOWN]))}</p>'
