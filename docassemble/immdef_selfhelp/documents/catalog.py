"""Which papers a case allows, in the order people need them."""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docassemble.immdef_selfhelp.documents.papers import consistency_sheet as consistency
from docassemble.immdef_selfhelp.story import paragraphs
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.told.basics import YES

LANGUAGES = ('es', 'en')
TITLES = {
    'situation_sheet': {'es': 'Mi situación', 'en': 'My situation'},
    'credible_fear_sheet': {'es': 'Hoja de preparación para la entrevista', 'en': 'Interview preparation sheet'},
    'declaration': {'es': 'Declaración', 'en': 'Declaration'},
    'declaration_translation': {'es': 'Declaración: hojas para quien traduce al inglés', 'en': 'Declaration: pages for the English translator'},
    'declaration_en': {'es': 'Declaración en inglés', 'en': 'Declaration in English'},
    'document_checklist': {'es': 'Lista de documentos y pruebas', 'en': 'List of documents and proof'},
    'consistency_sheet': {'es': 'Hoja de diferencias', 'en': 'Sheet of differences'},
}
# A file name is seen by whoever holds the phone: it names no person and no kind of case.
FILE_NAMES = {
    ('situation_sheet', 'es'): 'mi-hoja',
    ('situation_sheet', 'en'): 'my-sheet',
    ('credible_fear_sheet', 'es'): 'hoja-de-preparacion',
    ('credible_fear_sheet', 'en'): 'preparation-sheet',
    ('declaration', 'es'): 'relato',
    ('declaration', 'en'): 'statement',
    ('declaration_translation', 'en'): 'statement-for-translator',
    ('declaration_en', 'en'): 'statement-in-english',
    ('document_checklist', 'es'): 'lista-de-documentos',
    ('document_checklist', 'en'): 'document-list',
    ('consistency_sheet', 'es'): 'hoja-para-comparar',
    ('consistency_sheet', 'en'): 'sheet-to-compare',
}
ALWAYS_NUMBERED = ('declaration', 'declaration_translation', 'declaration_en')
TEMPLATES = {'declaration_en': 'declaration'}


@dataclass(frozen=True)
class Document:
    """One paper: whose it is, its language, its Word template, its title in both languages and a neutral file name."""
    id: str
    person_key: str
    language: str
    template: str
    title: dict[str, str]
    filename: str


def told_language(case: Case, telling: Telling) -> str:
    """The language a telling was written in: as said, else the language of the screens."""
    return telling.told_language or case.language


def screen_language_first(case: Case) -> tuple[str, ...]:
    """Both languages, the one the family reads on the screen first."""
    return tuple(sorted(LANGUAGES, key=lambda language: language != case.language))


def all_in_english(case: Case, telling: Telling) -> bool:
    """Whether the translator has typed the English of every paragraph of this declaration."""
    typed = {key for key, text in telling.translations if text.strip()}
    sections = paragraphs.declaration_sections(case, telling, told_language(case, telling))
    keys = {paragraph.key for section in sections for paragraph in section.paragraphs}
    return bool(keys) and keys <= typed


def document(kind: str, person_key: str, number: int, language: str) -> Document:
    """One paper of a person; `number` (from 1) is that of their telling."""
    name = FILE_NAMES[kind, language]
    numbered = f'{name}-{number}' if number > 1 or kind in ALWAYS_NUMBERED else name
    return Document(kind, person_key, language, f'{TEMPLATES.get(kind, kind)}_{language}.docx', TITLES[kind], f'{numbered}.docx')


def of_telling(case: Case, telling: Telling, number: int) -> Iterator[Document]:
    """The papers of one telling."""
    languages = screen_language_first(case)
    yield from (document('credible_fear_sheet', telling.person, number, language) for language in languages)
    if telling.wants_declaration == YES:
        told = told_language(case, telling)
        yield document('declaration', telling.person, number, told)
        if told != 'en':
            yield document('declaration_translation', telling.person, number, 'en')
            if all_in_english(case, telling):
                yield document('declaration_en', telling.person, number, 'en')
    yield from (document('document_checklist', telling.person, number, language) for language in languages)
    if consistency.offered(case, telling):
        yield from (document('consistency_sheet', telling.person, number, language) for language in languages)


def of_situation(case: Case) -> Iterator[Document]:
    """The sheet of where the family is, once the place is told. It needs no story."""
    if case.place.now:
        yield from (document('situation_sheet', 'applicant', 1, language) for language in screen_language_first(case))


def documents_for(case: Case, on: date) -> tuple[Document, ...]:
    """Every paper the answers allow on this day: where the family is, then one telling after the other.

    Each telling has its own checklist, so that one adult's proof never stands on another adult's paper.
    """
    tellings = (found for number, telling in enumerate(case.tellings, 1) for found in of_telling(case, telling, number))
    return (*of_situation(case), *tellings)
