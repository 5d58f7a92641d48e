"""The declaration beside its English, paragraph by paragraph: the pages a human translator fills in and signs (8 CFR 1003.33)."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import COURT, CardLink, Paper, of_telling
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, telling_of
from docassemble.immdef_selfhelp.documents.making.sworn import (
    OATHS,
    caption,
    endings,
    helper,
    in_english,
    read_in_its_language,
    told_language,
    translated,
)
from docassemble.immdef_selfhelp.story import paragraphs
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.own_words import blanked
from docassemble.immdef_selfhelp.story.paragraphs import Paragraph
from docassemble.immdef_selfhelp.story.reading import can_read
from docassemble.immdef_selfhelp.story.sentences import BLANK
from docassemble.immdef_selfhelp.story.told.basics import YES

LETTERS_A_LINE = 34
FEWEST_LINES, MOST_LINES = 2, 40


def lines_for(text: str) -> list[int]:
    """As many empty lines as a translation of this text needs in handwriting."""
    needed = sum(1 + len(line) // LETTERS_A_LINE for line in text.splitlines())
    return list(range(max(FEWEST_LINES, min(MOST_LINES, needed))))


def paragraph_context(told: Paragraph, english: str, ours: str) -> Context:
    """One paragraph beside its English: the translator's, else the English of our own phrases with lines for the person's words."""
    known = '' if english.strip() or ours.strip() == BLANK else ours
    done = english.strip() or (known and BLANK not in known)
    return {'number': told.number, 'told': told.text, 'english': english or known, 'lines': [] if done else lines_for(told.text)}


def caption_twice(case: Case, telling: Telling, told: str, language: str) -> Context:
    """The caption with its hearing in both languages (`hearing`, `hearing_told`); empty when the declaration has none."""
    found = caption(case, telling, language)
    return {**found, 'hearing_told': caption(case, telling, told)['hearing']} if found else {}


def translation_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The declaration beside its English, paragraph by paragraph, for a human translator who signs the certificate.

    Keys: `name`, `a_number`, `caption` (`hearing`, `hearing_told`), `told_language`, `sections` (`heading`, `heading_told`, `paragraphs`
    of `number`, `told`, `english`, `lines`), `oaths` (`inside`, `told`, `english`), `choose`, `read_back` (whether the original bears a
    certificate), `same_language`,
    `interpreter`, `translator`, `law`.
    """
    told = told_language(case, telling)
    original = paragraphs.declaration_sections(case, telling, told)
    ours = paragraphs.declaration_sections(case, blanked(telling), language)
    english = in_english(original, telling, ours)
    here, there = endings(telling.signed_where, told, on), endings(telling.signed_where, language, on)
    return {
        'name': case.person(telling.person).full_name, 'a_number': case.a_number(telling.person), 'told_language': told,
        'sections': [
            {'heading': after.heading, 'heading_told': before.heading, 'paragraphs': [
                paragraph_context(left, right.text, known.text)
                for left, right, known in zip(before.paragraphs, after.paragraphs, own.paragraphs, strict=True)]}
            for before, after, own in zip(original, english, ours, strict=True)],
        'caption': caption_twice(case, telling, told, language), 'same_language': read_in_its_language(case, telling, told),
        'choose': here['choose'],
        'oaths': [{'inside': left['inside'], 'told': left['text'], 'english': right['text']}
                  for left, right in zip(here['oaths'], there['oaths'], strict=True)],
        'read_back': can_read(case, telling) != YES, 'interpreter': helper(telling.interpreter),
        'translator': helper(telling.translator, told), 'law': law_note(OATHS.values(), language, on),
    }


def offered(case: Case, person_key: str) -> tuple[str, ...]:
    """For English, when the declaration is in another language."""
    return ('en',) if translated(case, telling_of(case, person_key)) else ()


PAPER = Paper(
    'declaration_translation',
    title={'es': 'Declaración: hojas para quien traduce al inglés', 'en': 'Declaration: pages for the English translator'},
    file_names={'en': 'statement-for-translator'}, offered=offered, context=of_telling(translation_context), use=COURT, tells_story=True,
    numbered=True,
    link=CardLink('translate', {'es': 'Escribir aquí la versión en inglés', 'en': 'Type the English here'}),
)
