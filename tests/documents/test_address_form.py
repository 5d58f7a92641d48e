"""Form EOIR-33/IC: one for each person of the case, what is known and nothing else, read back from the page; superseded, its place and worksheet."""
import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from documents.forms.blanks import has_blank
from documents.shared import ON
from pdfminer.high_level import extract_text
from reportlab.pdfgen.canvas import Canvas

from docassemble.immdef_selfhelp.documents.court import filing_packet, gate, moved, sheets
from docassemble.immdef_selfhelp.documents.court.filing_packet import FILING, MOTION, Forms, packet, pieces
from docassemble.immdef_selfhelp.documents.forms import readback
from docassemble.immdef_selfhelp.documents.forms.fill import Filled, fill, printed
from docassemble.immdef_selfhelp.documents.forms.layout import broken
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.told.application import Application
from docassemble.immdef_selfhelp.story.told.people import APPLICANT

LONG_STREET = 'Avenida de los Insurgentes Mexicanos del Bicentenario número 12345-B, edificio 7, interior 204'


def told_by_applicant(case: Case, **filing: Any) -> Case:
    """The case with the telephone on the applicant's own form, and other answers about the filing."""
    telling = Telling(APPLICANT, application=Application(telephone='555-0133'))
    return replace(case, filing=replace(case.filing, **filing), tellings=(telling, *case.tellings[1:]))


def form_of(case: Case, key: str) -> Filled:
    """The form of one person on the blank that is here."""
    form, content = has_blank(moved.FORM)
    return fill(form, content, moved.eoir33(case, case.person(key), ON))


def one_page() -> bytes:
    """A PDF of one page."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(612, 792))
    canvas.drawString(72, 700, 'a page')
    canvas.save()
    return made.getvalue()


@pytest.mark.parametrize(('typed', 'street', 'town'), [
    ('100 Palm Avenue, Apt 2, Chula Vista, CA 91910', '100 Palm Avenue, Apt 2', 'Chula Vista, CA 91910'),
    ('100 Palm Avenue , Apt 2,\nChula Vista CA 91910-1234\n', '100 Palm Avenue, Apt 2', 'Chula Vista CA 91910-1234'),
    ('100 Palm Avenue\nApt 2\nChula Vista, California 91910', '100 Palm Avenue, Apt 2', 'Chula Vista, California 91910'),
    ('Calle 5 número 3\nSan Diego', 'Calle 5 número 3', 'San Diego'),
    ('100 Palm Avenue Chula Vista CA 91910', '100 Palm Avenue Chula Vista CA 91910', ''),
    ('   \n ,', '', ''),
])
def test_an_address_stands_on_two_lines_as_typed(typed: str, street: str, town: str) -> None:
    assert moved.on_two_lines(typed) == (street, town)


def test_each_person_of_the_case_has_a_form_with_what_is_known(cases: dict[str, Case]) -> None:
    case = told_by_applicant(cases['in_court'])
    mine, leos = (moved.eoir33(case, case.person(key), ON) for key in (APPLICANT, 'family_0'))
    assert mine['name'] == 'Ejemplo Quintana, Yanelis' and leos['name'] == 'Ejemplo, Leo'
    assert mine['a_number'] == '000-000-001' and 'a_number' not in leos
    assert (mine['former.street'], mine['former.city']) == ('9 Calle Ejemplo', 'San Diego, CA 92101')
    assert (mine['current.street'], mine['current.city']) == ('100 Calle Ejemplo, Apt 2', 'Chula Vista, CA 91910')
    assert mine['service.office.1'] == 'OPLA San Diego' and 'Suite 2246' in mine['service.office.2'], 'the office of that very court'
    assert mine['current.phone'] == '555-0133' and 'current.phone' not in leos, 'a telephone stands only on the form of who told it'
    assert not [item for told in (mine, leos) for item in told if 'care_of' in item or 'email' in item or item == 'former.phone']


def test_the_private_telling_of_another_adult_is_on_nobodys_form(cases: dict[str, Case]) -> None:
    rita = Telling('family_1', a_number='A999 999 999', application=Application(telephone='555-0999', own_form='yes', city='Secreta'))
    case = told_by_applicant(cases['in_court'], on_notice=('family_0', 'family_1'))
    case = replace(case, tellings=(case.tellings[0], rita))
    for key in (APPLICANT, 'family_0', 'family_1'):
        told = ' '.join(moved.eoir33(case, case.person(key), ON).values())
        assert not [secret for secret in ('999', '0999', 'Secreta') if secret in told], key


@pytest.mark.parametrize('court', ['', 'other', 'unknown'])
def test_an_unknown_court_leaves_office_and_court_to_be_written_by_hand(cases: dict[str, Case], court: str) -> None:
    case = replace(cases['in_court'], hearing_day=replace(cases['in_court'].hearing_day, court=court))
    assert not {'service.office.1', 'service.office.2', 'court'} & moved.eoir33(case, case.person(APPLICANT), ON).keys()
    assert 'New York' not in extract_text(io.BytesIO(printed(form_of(case, APPLICANT)))), 'the example in the blank is nobody\'s court'


def test_the_form_is_read_back_from_its_page_and_is_not_signed(cases: dict[str, Case]) -> None:
    filled = form_of(told_by_applicant(cases['in_court']), APPLICANT)
    assert readback.problems(filled) == () and filled.continued == ()
    text = extract_text(io.BytesIO(printed(filled)))
    assert all(said in text for said in ('Ejemplo Quintana, Yanelis', '100 Calle Ejemplo, Apt 2', '9 Calle Ejemplo', 'OPLA San Diego'))
    signed = {'Signature1', 'Signature2', 'user1_signed_date', 'pos_date', 'no_service', 'pos_type'}
    assert not [name for name in signed if filled.placing.values.get(name) or filled.placing.states.get(name)]


def test_a_street_that_does_not_fit_stands_whole_on_an_attached_page(cases: dict[str, Case]) -> None:
    filled = form_of(told_by_applicant(cases['in_court'], address=f'{LONG_STREET}\nChula Vista, CA 91910'), APPLICANT)
    assert {one.item for one in filled.continued} == {'current.street', 'return.2'}
    with pikepdf.open(io.BytesIO(printed(filled))) as pdf:
        assert len(pdf.pages) == 3
    attached = extract_text(io.BytesIO(printed(filled))).split('\f')[2]
    assert 'Attached page: Form EOIR-33-IC' in attached and 'Ejemplo Quintana, Yanelis' in attached and '000-000-001' in attached
    assert ' '.join(broken(LONG_STREET, 200)) in ' '.join(attached.split()) and 'My CURRENT address' in attached


def test_forms_that_may_be_filed_are_joined_and_others_keep_a_place_and_a_worksheet(monkeypatch: pytest.MonkeyPatch, cases: dict[str, Case]) -> None:
    monkeypatch.setattr(filing_packet, 'pdf_bytes', lambda files: [one_page() for _ in files])
    case = told_by_applicant(cases['in_court'])
    without = packet(case, MOTION, 'en', ON)
    assert [one.part.title for one in without.placed if one.part.id.startswith('address-form')] == [
        'Form EOIR-33/IC, Yanelis Ejemplo Quintana', 'Form EOIR-33/IC, Leo Ejemplo']
    assert 'address-sheet-not-for-filing.pdf' in dict(without.files)
    forms = Forms(addresses={key: form_of(case, key) for key in (APPLICANT, 'family_0')})
    filled = packet(case, MOTION, 'en', ON, forms)
    assert [one.last - one.first for one in filled.placed if one.part.id.startswith('address-form')] == [1, 1]
    names = dict(filled.files)
    assert 'address-sheet-not-for-filing.pdf' not in names
    assert [name for name in names if name.endswith('-to-fill.pdf')] == ['03-address-form-1-to-fill.pdf', '04-address-form-2-to-fill.pdf']
    half = packet(case, MOTION, 'en', ON, Forms(addresses={APPLICANT: forms.addresses[APPLICANT]}))
    assert 'address-sheet-not-for-filing.pdf' in dict(half.files), 'one form is missing'


def test_the_forms_go_with_the_motion_else_with_the_filing_after_a_move_until_the_court_knows(cases: dict[str, Case]) -> None:
    def parts(case: Case, kind: str) -> list[str]:
        return [one.part.id for one in pieces(case, kind, 'en', ON) if one.part.id.startswith('address-form')]

    case = cases['in_court']
    only_moved = told_by_applicant(case, what=('application',))
    assert (len(parts(case, MOTION)), parts(case, FILING)) == (2, [])
    assert len(parts(only_moved, FILING)) == 2
    knows = replace(only_moved, court=replace(only_moved.court, told_court='yes'))
    assert parts(knows, FILING) == [] and not moved.tells_the_court(knows)


@pytest.mark.parametrize('language', LANGUAGES)
def test_gate_and_worksheet_say_what_is_missing_where_the_form_is_and_who_signs(cases: dict[str, Case], language: str) -> None:
    case = told_by_applicant(cases['in_court'], old_address='')
    lacking = '\n'.join(gate.missing(case, language, ON))
    assert lacking.count('EOIR-33/IC') == 2
    assert 'EOIR-33/IC' not in '\n'.join(gate.missing(cases['in_court'], language, ON, addresses_final=True))
    assert [one for one in gate.to_sign(case, language, ON) if 'EOIR-33/IC' in one]
    made = str(sheets.address(case, language, ON))
    for said in ('justice.gov/eoir', '02/2026', 'AR-11', 'My FORMER address', 'Leo Ejemplo', 'OPLA San Diego'):
        assert said in made
