"""From a case to what a Word template is given: one pure function for each kind of paper.

A context has the same keys in every language of a paper; only its values differ. What a person typed is data in it, verbatim.
"""
from collections.abc import Callable
from datetime import date

from docassemble.immdef_selfhelp.documents import checklist, declaration, sheet
from docassemble.immdef_selfhelp.documents.catalog import Document
from docassemble.immdef_selfhelp.documents.parts import Context, telling_of
from docassemble.immdef_selfhelp.story.model import Case, Telling

BUILDERS: dict[str, Callable[[Case, Telling, str, date], Context]] = {
    'credible_fear_sheet': sheet.sheet_context,
    'declaration': declaration.declaration_context,
    'declaration_translation': declaration.translation_context,
    'declaration_en': declaration.english_context,
    'document_checklist': checklist.checklist_context,
}


def context_for(document: Document, case: Case, on: date) -> Context:
    """The context of one paper on this day. Raises KeyError when the case has no such telling or the paper no such kind."""
    return BUILDERS[document.id](case, telling_of(case, document.person_key), document.language, on)
