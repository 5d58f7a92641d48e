"""The papers, in the order people need them, and which of them a case allows."""
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib import import_module
from typing import Any

from docassemble.immdef_selfhelp.documents import papers
from docassemble.immdef_selfhelp.documents.making.paper import APPLICANT, Document, Paper
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import SPONSOR, WITNESS, Case

ORDER = (
    'first_page',
    'situation_sheet',
    'filing_card',
    'missed_hearing',
    'address_trio',
    'work_permit_sheet',
    'turn_in_pack',
    'safe_to_carry',
    'fear_sheet',
    'unity_request',
    'advocacy_letter',
    'delivery_log',
    'parentage_sheet',
    'other_parent_letter',
    'day_plan',
    'family_plan',
    'caregiver_guide',
    'child_pages',
    'school_copy',
    'medical_consent',
    'habeas_facts',
    'custody_log',
    'custody_declaration',
    'monitoring_counts',
    'credible_fear_sheet',
    'i589_worksheet',
    'court_cover',
    'late_filing',
    'court_exhibits',
    'venue_motion',
    'venue_order',
    'interpreter_request',
    'court_service',
    'declaration',
    'declaration_translation',
    'declaration_in_english',
    'document_checklist',
    'registry_letter',
    'place_letter',
    'records_request',
    'consistency_sheet',
    'witness_letter',
    'sponsor_letter',
    'sponsor_letter_copy',
    'sponsor_profile',
    'sponsor_steps',
)
"""The only list of papers: a line is the name of a module of `documents/papers`. Those of the family come first, then one telling after the other."""
PAPERS: tuple[Paper, ...] = tuple(import_module(f'{papers.__name__}.{name}').PAPER for name in ORDER)
OF_A_WITNESS, OF_A_SPONSOR = ('witness_letter',), ('sponsor_letter', 'sponsor_letter_copy', 'sponsor_steps')


def named(names: Iterable[str]) -> tuple[Paper, ...]:
    """Papers by their ids."""
    by_id = {paper.id: paper for paper in PAPERS}
    return tuple(by_id[name] for name in names)


def documents_for(case: Case, on: date) -> tuple[Document, ...]:
    """Every paper the answers allow on this day: those of the family, then one telling after the other.

    A witness has their own letter and nothing else; so has a sponsor, with a copy for the family and a sheet for themselves.
    Each telling has its own checklist, so that one adult's proof never stands on another adult's paper.
    """
    if case.preparing_for in (WITNESS, SPONSOR):
        own = OF_A_WITNESS if case.preparing_for == WITNESS else OF_A_SPONSOR
        return tuple(found for paper in named(own) for found in paper.documents(case, APPLICANT, 1))
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
