"""From a case to what a Word template is given: one pure function for each kind of paper.

A context has the same keys in every language of a paper; only its values differ. What a person typed is data in it, verbatim.
"""
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from docassemble.immdef_selfhelp.documents.catalog import LANGUAGES, Document, documents_for
from docassemble.immdef_selfhelp.documents.making.parts import Context, telling_of
from docassemble.immdef_selfhelp.documents.papers import consistency_sheet as consistency
from docassemble.immdef_selfhelp.documents.papers import credible_fear_sheet as sheet
from docassemble.immdef_selfhelp.documents.papers import declaration
from docassemble.immdef_selfhelp.documents.papers import document_checklist as checklist
from docassemble.immdef_selfhelp.documents.papers import situation_sheet as situation
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case, Telling

Build = Callable[[Case, Document, date], Context]


def of_telling(build: Callable[[Case, Telling, str, date], Context]) -> Build:
    """A paper that is made from one person's telling."""
    return lambda case, document, on: build(case, telling_of(case, document.person_key), document.language, on)


def of_case(build: Callable[[Case, str, date], Context]) -> Build:
    """A paper that needs no telling."""
    return lambda case, document, on: build(case, document.language, on)


BUILDERS: dict[str, Build] = {
    'situation_sheet': of_case(situation.situation_context),
    'credible_fear_sheet': of_telling(sheet.sheet_context),
    'declaration': of_telling(declaration.declaration_context),
    'declaration_translation': of_telling(declaration.translation_context),
    'declaration_en': of_telling(declaration.english_context),
    'document_checklist': of_telling(checklist.checklist_context),
    'consistency_sheet': of_telling(consistency.consistency_context),
}


def provisions_on_papers(case: Case, on: date) -> frozenset[str]:
    """The provisions whose sentence stands on any paper that this case allows on this day."""
    said = '\n'.join(text for document in documents_for(case, on) for text in texts_in(context_for(document, case, on)))
    return frozenset(provision.id for provision in dated.all_provisions().values() if provision.versions[0].from_ <= on
                     and any(dated.sentence(provision.id, language, on) in said for language in LANGUAGES))


def texts_in(value: Any) -> Iterator[str]:
    """Every text within a context."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from texts_in(item)


def context_for(document: Document, case: Case, on: date) -> Context:
    """The context of one paper on this day. Raises KeyError when the case has no such telling or the paper no such kind."""
    return BUILDERS[document.id](case, document, on)
