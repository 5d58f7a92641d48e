"""The clean English of a declaration told in another language, once its translator has typed every paragraph."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_telling
from docassemble.immdef_selfhelp.documents.making.parts import Context, telling_of
from docassemble.immdef_selfhelp.documents.making.sworn import helper, in_english, sections_of, told_language, translated
from docassemble.immdef_selfhelp.documents.papers.declaration import declaration_context
from docassemble.immdef_selfhelp.story import paragraphs
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.told.declaration import Helper


def all_in_english(case: Case, telling: Telling) -> bool:
    """Whether the translator has typed the English of every paragraph of this declaration."""
    typed = {key for key, text in telling.translations if text.strip()}
    sections = paragraphs.declaration_sections(case, telling, told_language(case, telling))
    keys = {paragraph.key for section in sections for paragraph in section.paragraphs}
    return bool(keys) and keys <= typed


def english_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The words of the translator, under the same numbers. Keys as `declaration_context`.

    Who reads it aloud interprets from English. Whoever was told to read the declaration in its own language did not say that they know English,
    so that certificate names nobody: it is filled in by hand.
    """
    told = told_language(case, telling)
    english = in_english(paragraphs.declaration_sections(case, telling, told), telling, paragraphs.declaration_sections(case, telling, language))
    return {**declaration_context(case, telling, language, on), 'sections': sections_of(english), 'translated': True, 'told_language': told,
            'read_back': True, 'same_language': False, 'interpreter': helper(Helper())}


def offered(case: Case, person_key: str) -> tuple[str, ...]:
    """In English, for a declaration in another language that was put into English whole."""
    telling = telling_of(case, person_key)
    return ('en',) if translated(case, telling) and all_in_english(case, telling) else ()


PAPER = Paper(
    'declaration_en', title={'es': 'Declaración en inglés', 'en': 'Declaration in English'}, file_names={'en': 'statement-in-english'},
    offered=offered, context=of_telling(english_context), use=COURT, tells_story=True, numbered=True, template='declaration',
)
