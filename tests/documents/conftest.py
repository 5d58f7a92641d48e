"""Cases whose papers are made once for all tests."""
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from documents.shared import HOSTILE, ON, Make, Opened, Paper, ParagraphsOf, TextsOf
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.documents.making.paper import Document
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.paragraphs import declaration_sections

ANSWERS = Path(__file__).parent / 'answers'
FREE_TEXT = ('given_names', 'first_surname', 'second_surname', 'other_names', 'papers_note', 'city', 'background', 'community', 'what',
             'room', 'household', 'will_more', 'region',
             'where', 'who', 'words', 'why', 'witnesses', 'injuries', 'care', 'report_result', 'report_why_not', 'proof_what',
             'proof_tried', 'place', 'after', 'left_how', 'what_happened', 'since_leaving', 'authorities', 'other_place',
             'torture_officials', 'children', 'mexico_what', 'corrections', 'late_reason', 'a_number', 'name', 'address', 'telephone',
             'who_harmed', 'why_fear', 'text', 'names', 'best_language_detail', 'second_nationality',
             'judge', 'hearing_time', 'old_address', 'late_words', 'venue_reasons', 'missed_words',
             'amount', 'reason', 'agreed', 'carer_name', 'carer_telephone', 'backup_name',
             'backup_telephone', 'tell_little', 'tell_middle', 'tell_older', 'school', 'doctor', 'allergies', 'may_fetch', 'may_not_fetch',
             'paper_name', 'paper_of', 'father', 'mother', 'birth_place', 'number', 'book',
             'town', 'deliver_to', 'deliver_address', 'about', 'known', 'saw', 'heard', 'more', 'contact', 'free', 'place_name',
             'adult_name', 'lawyer_name',
             'held_place', 'signer_name', 'facts', 'speaks', 'would_live', 'taken', 'taken_where', 'receipt_number', 'wrong', 'right', 'wrong_where',
             'more_attachments', 'to_whom', 'answer',
             'transport', 'comes', 'children_with', 'call_name', 'call_telephone', 'court_other')


def read(name: str) -> dict[str, Any]:
    answers: dict[str, Any] = yaml.safe_load((ANSWERS / f'{name}.yml').read_text(encoding='utf-8'))
    return answers


def hostile(answers: Any, texts: Iterator[str]) -> Any:
    """The same answers with another hostile text in every place where a person types."""
    if isinstance(answers, dict):
        return {key: next(texts) if key in FREE_TEXT and isinstance(value, str) else hostile(value, texts) for key, value in answers.items()}
    return [hostile(item, texts) for item in answers] if isinstance(answers, list) else answers


def endless(texts: tuple[str, ...]) -> Iterator[str]:
    while True:
        yield from texts


def translated(case: Case) -> Case:
    """The case with the English of every paragraph typed by its translator."""
    telling = case.tellings[0]
    keys = [paragraph.key for section in declaration_sections(case, telling, 'es') for paragraph in section.paragraphs]
    return replace(case, tellings=(replace(telling, translations=tuple((key, f'English {key}') for key in keys)), *case.tellings[1:]))


def missed(answers: dict[str, Any]) -> dict[str, Any]:
    """The same answers after a missed hearing."""
    return {**answers, 'court': {**answers['court'], 'missed_hearing': 'yes'}}


@pytest.fixture(scope='session')
def cases() -> dict[str, Case]:
    """Cases from nothing told to everything told, and one whose every text is hostile."""
    shopkeeper = read('shopkeeper')
    found = {
        'nothing': case_from_answers({'tellings': [{'wants_declaration': 'yes'}]}),
        'shopkeeper': case_from_answers(shopkeeper),
        'commander_wife': case_from_answers(read('commander_wife')),
        'released_couple': case_from_answers(read('released_couple')),
        'california_plan': case_from_answers(read('california_plan')),
        'hostile_plan': case_from_answers(hostile(read('california_plan'), endless(HOSTILE))),
        'custody': case_from_answers(read('custody')),
        'hostile_custody': case_from_answers(hostile(read('custody'), endless(HOSTILE))),
        'held_family': case_from_answers(read('held_family')),
        'hostile_held': case_from_answers(hostile(read('held_family'), endless(HOSTILE))),
        'in_court': case_from_answers(read('in_court')),
        'hostile_in_court': case_from_answers(hostile(read('in_court'), endless(HOSTILE))),
        'missed': case_from_answers(missed(read('in_court'))),
        'hostile_missed': case_from_answers(missed(hostile(read('in_court'), endless(HOSTILE)))),
        'witness': case_from_answers(read('witness')),
        'hostile_witness': case_from_answers(hostile(read('witness'), endless(HOSTILE))),
        'sponsor': case_from_answers(read('sponsor')),
        'hostile_sponsor': case_from_answers(hostile(read('sponsor'), endless(HOSTILE))),
        'looks_for_sponsor': case_from_answers(read('looks_for_sponsor')),
        'hostile_looks': case_from_answers(hostile(read('looks_for_sponsor'), endless(HOSTILE))),
        'hostile': case_from_answers(hostile(shopkeeper, endless(HOSTILE))),
    }
    return {**found, 'translated': translated(found['shopkeeper']), 'hostile_translated': translated(found['hostile'])}


@pytest.fixture(scope='session')
def held(cases: dict[str, Case]) -> Case:
    """A family that asks for one of everything."""
    return cases['held_family']


@pytest.fixture(scope='session')
def make() -> Make:
    """Make a paper, each only once."""
    made: dict[tuple[int, str, str], bytes] = {}
    kept: list[Case] = []

    def once(document: Document, case: Case) -> bytes:
        key = (id(case), document.filename, document.template)
        if key not in made:
            kept.append(case)  # so that its id stays its own
            made[key] = render.docx_bytes(document, case, ON)
        return made[key]
    return once


@pytest.fixture(scope='session')
def paper(cases: dict[str, Case], make: Make) -> Paper:
    """The first paper of this kind and language of a case."""
    def find(name: str, kind: str, language: str) -> bytes:
        wanted = next(document for document in documents_for(cases[name], ON) if (document.id, document.language) == (kind, language))
        return make(wanted, cases[name])
    return find


@pytest.fixture(scope='session')
def opened() -> Opened:
    """A Word file as python-docx reads it."""
    return lambda content: docx.Document(BytesIO(content))


@pytest.fixture(scope='session')
def paragraphs_of() -> ParagraphsOf:
    """Every paragraph of the body of a Word file, in order, those of tables too."""
    def all_of(content: bytes) -> list[Paragraph]:
        found = docx.Document(BytesIO(content))
        return [Paragraph(element, found._body) for element in found.element.body.iter(qn('w:p'))]
    return all_of


@pytest.fixture(scope='session')
def texts_of(paragraphs_of: ParagraphsOf, opened: Opened) -> TextsOf:
    """The text of every paragraph of a Word file, those of its footer at the end."""
    def all_of(content: bytes) -> list[str]:
        footer = [paragraph for section in opened(content).sections for paragraph in section.footer.paragraphs]
        return [paragraph.text for paragraph in (*paragraphs_of(content), *footer)]
    return all_of
