"""The papers, in the order people need them, and which of them a case allows."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import APPLICANT, Document, Paper
from docassemble.immdef_selfhelp.documents.papers import (
    consistency_sheet,
    credible_fear_sheet,
    declaration,
    declaration_in_english,
    declaration_translation,
    document_checklist,
    situation_sheet,
)
from docassemble.immdef_selfhelp.story.case import Case

PAPERS: tuple[Paper, ...] = (
    situation_sheet.PAPER,
    credible_fear_sheet.PAPER,
    declaration.PAPER,
    declaration_translation.PAPER,
    declaration_in_english.PAPER,
    document_checklist.PAPER,
    consistency_sheet.PAPER,
)
"""The only list of papers. Those of the whole family come first, then one telling after the other."""


def documents_for(case: Case, on: date) -> tuple[Document, ...]:
    """Every paper the answers allow on this day: those of the family, then one telling after the other.

    Each telling has its own checklist, so that one adult's proof never stands on another adult's paper.
    """
    family = (found for paper in PAPERS if paper.of_family for found in paper.documents(case, APPLICANT, 1))
    tellings = (found for number, telling in enumerate(case.tellings, 1) for paper in PAPERS if not paper.of_family
                for found in paper.documents(case, telling.person, number))
    return (*family, *tellings)
