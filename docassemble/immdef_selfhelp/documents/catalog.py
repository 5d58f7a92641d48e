"""The papers, in the order people need them, and which of them a case allows."""
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from docassemble.immdef_selfhelp.documents.making.paper import APPLICANT, Document, Paper
from docassemble.immdef_selfhelp.documents.papers import (
    address_trio,
    advocacy_letter,
    caregiver_guide,
    child_pages,
    consistency_sheet,
    court_cover,
    court_exhibits,
    court_service,
    credible_fear_sheet,
    custody_declaration,
    custody_log,
    day_plan,
    declaration,
    declaration_in_english,
    declaration_translation,
    delivery_log,
    document_checklist,
    family_plan,
    fear_sheet,
    filing_card,
    first_page,
    habeas_facts,
    i589_worksheet,
    interpreter_request,
    late_filing,
    medical_consent,
    missed_hearing,
    monitoring_counts,
    other_parent_letter,
    parentage_sheet,
    place_letter,
    records_request,
    registry_letter,
    safe_to_carry,
    school_copy,
    situation_sheet,
    sponsor_letter,
    sponsor_letter_copy,
    sponsor_profile,
    sponsor_steps,
    turn_in_pack,
    unity_request,
    venue_motion,
    venue_order,
    witness_letter,
    work_permit_sheet,
)
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import SPONSOR, WITNESS, Case

PAPERS: tuple[Paper, ...] = (
    first_page.PAPER,
    situation_sheet.PAPER,
    filing_card.PAPER,
    missed_hearing.PAPER,
    address_trio.PAPER,
    work_permit_sheet.PAPER,
    turn_in_pack.PAPER,
    safe_to_carry.PAPER,
    fear_sheet.PAPER,
    unity_request.PAPER,
    advocacy_letter.PAPER,
    delivery_log.PAPER,
    parentage_sheet.PAPER,
    other_parent_letter.PAPER,
    day_plan.PAPER,
    family_plan.PAPER,
    caregiver_guide.PAPER,
    child_pages.PAPER,
    school_copy.PAPER,
    medical_consent.PAPER,
    habeas_facts.PAPER,
    custody_log.PAPER,
    custody_declaration.PAPER,
    monitoring_counts.PAPER,
    credible_fear_sheet.PAPER,
    i589_worksheet.PAPER,
    court_cover.PAPER,
    late_filing.PAPER,
    court_exhibits.PAPER,
    venue_motion.PAPER,
    venue_order.PAPER,
    interpreter_request.PAPER,
    court_service.PAPER,
    declaration.PAPER,
    declaration_translation.PAPER,
    declaration_in_english.PAPER,
    document_checklist.PAPER,
    registry_letter.PAPER,
    place_letter.PAPER,
    records_request.PAPER,
    consistency_sheet.PAPER,
    witness_letter.PAPER,
    sponsor_letter.PAPER,
    sponsor_letter_copy.PAPER,
    sponsor_profile.PAPER,
    sponsor_steps.PAPER,
)
"""The only list of papers. Those of the whole family come first, then one telling after the other."""
OF_A_SPONSOR = (sponsor_letter.PAPER, sponsor_letter_copy.PAPER, sponsor_steps.PAPER)


def documents_for(case: Case, on: date) -> tuple[Document, ...]:
    """Every paper the answers allow on this day: those of the family, then one telling after the other.

    A witness has their own letter and nothing else; so has a sponsor, with a copy for the family and a sheet for themselves.
    Each telling has its own checklist, so that one adult's proof never stands on another adult's paper.
    """
    if case.preparing_for == WITNESS:
        return tuple(witness_letter.PAPER.documents(case, APPLICANT, 1))
    if case.preparing_for == SPONSOR:
        return tuple(found for paper in OF_A_SPONSOR for found in paper.documents(case, APPLICANT, 1))
    allowed = (paper for paper in PAPERS if paper.of_family and (paper.allowed is None or paper.allowed(case, on)))
    of_family = (found for paper in allowed for found in paper.documents(case, APPLICANT, 1))
    tellers = [telling.person for telling in case.tellings] or [APPLICANT]
    tellings = (found for number, person in enumerate(tellers, 1) for paper in PAPERS
                if not paper.of_family and (case.tellings or paper.before_telling) for found in paper.documents(case, person, number))
    return (*of_family, *tellings)


def provisions_on_papers(case: Case, on: date) -> frozenset[str]:
    """The provisions whose sentence stands on any paper that this case allows on this day."""
    said = '\n'.join(text for document in documents_for(case, on) for text in texts_in(document.context(case, on)))
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
