"""The papers of a court filing: the right office, facts and own words only, nothing of another adult."""
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from documents.conftest import read
from documents.shared import ON
from law.test_no_law_on_screens import on_screens
from pdfminer.high_level import extract_text

from docassemble.immdef_selfhelp.documents.catalog import PAPERS, texts_in
from docassemble.immdef_selfhelp.documents.court import filing_packet, filings, gate, offices, sheets
from docassemble.immdef_selfhelp.documents.court.exhibits import counted, exhibits
from docassemble.immdef_selfhelp.documents.court.filing_packet import FILING, pieces
from docassemble.immdef_selfhelp.documents.court.words import all_words
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.documents.packet.parts import WORDS
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.hearings import court_ids
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, Telling, case_from_answers
from docassemble.immdef_selfhelp.story.document_lines import attachable
from docassemble.immdef_selfhelp.story.told.application import Application
from docassemble.immdef_selfhelp.walk import xliff

OFFICE = shutil.which('soffice') or shutil.which('libreoffice')
OF_THE_COURT = [paper for paper in PAPERS if paper.template == 'court_paper']
# A plea, a concession, or what the law makes of a fact. A bad sentence of each kind stands below, so that no pattern is empty.
NEVER = re.compile(
    r'\b(admit\w*|conced\w*|plead\w*|pleas?|removable|deportable|inadmissible|eligible|credible|sustain\w*|(?:I|respondent) (?:den(?:y|ies))|'
    r'persecut\w*|extraordinary|changed circumstances?|statutor\w*|qualif\w*|'
    r'admit[eo]\w*|reconoce\w*|acepto|concede\w*|me declaro|deportable|inadmisible|elegible|creíble|califica\w*|niego|persegu\w*|extraordinari\w*)\b',
    re.IGNORECASE)
BAD = ('The respondent admits the allegations.', 'I concede the charge.', 'Respondent pleads as follows.', 'Respondent is removable.',
       'I deny the charge.', 'This is an extraordinary circumstance.', 'She is eligible for asylum.', 'Admito los cargos.', 'Acepto el cargo.',
       'Soy elegible para asilo.', 'Niego los cargos.', 'Es una circunstancia extraordinaria.')

# Names of interviews and of a paper of the officers, and "nobody grades you here"
NAMED_ONLY = ('credible', 'creíble', 'califica')
ROOT = Path(__file__).parents[2]
STORY_DATA = ROOT / 'docassemble' / 'immdef_selfhelp' / 'story' / 'data'


def changed(case: Case, **filing: Any) -> Case:
    """The case with other answers about the filing."""
    return replace(case, filing=replace(case.filing, **filing))


def heard_at(case: Case, court: str, other: str = '') -> Case:
    """The case at another court."""
    return replace(case, hearing_day=replace(case.hearing_day, court=court, court_other=other))


def text_of(context: Any) -> str:
    """Every text of a context."""
    return '\n'.join(texts_in(context))


def own_words(case: Case) -> set[str]:
    """What the person typed."""
    told = case.filing
    return {told.late_words, told.venue_reasons, told.missed_words}


def every_text(case: Case) -> Iterator[tuple[str, str]]:
    """Every text of every court paper and every part of a packet, in both languages, without the person's own words and the law data."""
    law = {sentence for provision in dated.all_provisions() for language in LANGUAGES
           for sentence in [dated.sentence(provision, language, ON)] if dated.provision(provision).versions[0].from_ <= ON}
    for paper in OF_THE_COURT:
        for language in LANGUAGES:
            for text in texts_in(paper.context(case, 'applicant', language, ON)):
                if not any(words and words in text for words in own_words(case)) and not any(one in text for one in law):
                    yield f'{paper.id} {language}', text
    yield from (('words', text) for text in texts_in(all_words()))
    yield from (('packet', text) for language in LANGUAGES for text in texts_in(vars(WORDS[language])))


def test_no_plea_no_concession_and_no_legal_conclusion_anywhere(cases: dict[str, Case]) -> None:
    found = [(where, text) for where, text in every_text(cases['in_court']) if NEVER.search(text)]
    assert found == []
    assert [bad for bad in BAD if not NEVER.search(bad)] == []


def test_no_screen_and_no_practice_question_pleads_concedes_or_concludes() -> None:
    spanish = [(name, text) for name, text in xliff.read(ROOT / 'translations' / 'es.xlf').items() if not name.startswith('${')]
    shown = [*on_screens(), *spanish, ('court_questions.yml', (STORY_DATA / 'court_questions.yml').read_text(encoding='utf-8'))]
    found = [(where, told[0], text) for where, text in shown for told in NEVER.finditer(text) if told[0] not in NAMED_ONLY]
    assert found == []


@pytest.mark.parametrize('court', court_ids())
def test_the_proof_of_service_names_the_office_of_that_court_and_leaves_day_and_manner_blank(cases: dict[str, Case], court: str) -> None:
    case = heard_at(cases['in_court'], court)
    office = offices.opla_address(court, ON)
    for language in LANGUAGES:
        made = filings.service(case, language, ON)
        assert ', '.join(office) in text_of(made)
        # Marked and dated by hand, on the day it is done
        assert not [text for text in texts_in(made['blocks']) if '☒' in text or re.search(r'\b2026\b', text)]
        assert len([one for one in made['blocks'] if one['text'].startswith('☐')]) == 3
        assert [one['kind'] for one in made['blocks']].count('field') == 3
    others = {', '.join(offices.opla_address(other, ON)) for other in court_ids()} - {', '.join(office)}
    assert not [other for other in others if other in text_of(filings.service(case, 'en', ON))]


@pytest.mark.parametrize(('court', 'why'), [('unknown', 'not known'), ('', 'not known'), ('other', 'does not have')])
def test_an_unknown_court_leaves_the_office_blank_and_says_why(cases: dict[str, Case], court: str, why: str) -> None:
    made = filings.service(heard_at(cases['in_court'], court, 'El Paso'), 'en', ON)
    assert why in text_of(made) and 'OPLA San Diego' not in text_of(made)
    assert [one['kind'] for one in made['blocks']].count('line') == 2
    assert filings.cover(heard_at(cases['in_court'], court, 'El Paso'), 'en', ON)['caption']['court'] == (
        'El Paso' if court == 'other' else '')


def test_the_cover_has_what_a_clerk_looks_for(cases: dict[str, Case]) -> None:
    made = filings.cover(cases['in_court'], 'en', ON)
    caption = made['caption']
    assert caption['court'] == 'San Diego Immigration Court' and caption['judge'] == 'Hon. A. Ejemplo'
    assert [one['name'] for one in caption['people']] == ['Yanelis Ejemplo Quintana', 'Leo Ejemplo']
    assert [one['a_number'] for one in caption['people']] == ['000-000-001', '']
    assert caption['hearing'] == 'March 2, 2027, 8:30 AM' and caption['proceedings'] == 'IN REMOVAL PROCEEDINGS'
    assert made['title'] == 'FORM I-589 AND SUPPORTING DOCUMENTS' and 'pro se' in text_of(made)
    # Without the notice the kind of proceeding is not guessed
    place = replace(cases['in_court'].place, us_papers=())
    assert filings.cover(replace(cases['in_court'], place=place), 'en', ON)['caption']['proceedings'] == ''


def test_letters_stay_and_nothing_of_another_adult_is_an_exhibit(cases: dict[str, Case]) -> None:
    found = exhibits(cases['in_court'], 'en', ON)
    assert [(one.letter, one.pages) for one in found if one.letter in 'ACJ'] == [('A', None), ('C', 3), ('J', None)]
    case = cases['in_court']
    states = tuple(pair for pair in case.documents.states if pair[0] != 'applicant_birth_record')
    fewer = replace(case, documents=replace(case.documents, states=states))
    assert [one.letter for one in exhibits(fewer, 'en', ON) if one.letter in 'ACJ'] == ['C', 'J']
    for paper in OF_THE_COURT:
        for language in LANGUAGES:
            assert 'RITA' not in text_of(paper.context(case, 'applicant', language, ON))
    titles = ' '.join(piece.part.title for piece in pieces(case, FILING, 'en', ON))
    assert 'RITA' not in titles


def test_own_words_stand_as_typed_with_room_for_their_english(cases: dict[str, Case]) -> None:
    case = cases['in_court']
    assert '“Un oficial me dijo que la entrevista era la solicitud.”' in text_of(filings.late(case, 'en', ON))
    assert 'CERTIFICATE OF TRANSLATION' in text_of(filings.late(case, 'en', ON))
    for made, paper in ((filings.late, 'When the application is filed'), (filings.venue, 'Motion to change venue')):
        assert paper in [one['text'] for one in made(case, 'en', ON)['blocks']], 'a certificate says of which paper'
    assert 'CERTIFICATE OF TRANSLATION' not in text_of(filings.late(changed(case, words_in='en'), 'en', ON))
    assert 'January 21, 2026' in text_of(filings.late(case, 'en', ON))


def test_after_a_missed_hearing_no_filing_is_made_only_facts_for_a_lawyer(cases: dict[str, Case]) -> None:
    asked = {paper.id for paper in OF_THE_COURT for _ in paper.documents(cases['in_court'], 'applicant', 1)}
    assert 'venue_motion' in asked and 'missed_hearing' not in asked
    for case in (cases['missed'], case_from_answers({**read('in_court'), 'court': {'has_case': 'yes', 'decision': 'in_absentia'}})):
        assert filing_packet.kinds(case) == ()
        assert {paper.id for paper in OF_THE_COURT for _ in paper.documents(case, 'applicant', 1)} == {'missed_hearing'}


def test_nothing_is_said_for_the_person_on_cover_and_motion(cases: dict[str, Case]) -> None:
    helped = changed(cases['in_court'], helper='lawyer')
    assert 'without a lawyer' in text_of(filings.cover(cases['in_court'], 'en', ON))
    assert 'without a lawyer' not in text_of(filings.cover(helped, 'en', ON))
    lines = text_of(filings.venue(cases['in_court'], 'en', ON)).splitlines()
    for words in ('asks for time', 'is filed with this motion'):
        assert all('☐' in line for line in lines if words in line), 'a box to mark by hand'
    assert 'hable con un abogado antes de firmar' in filings.late(cases['in_court'], 'es', ON)['copy']
    assert filings.late(cases['in_court'], 'en', ON)['copy'] == ''


def test_a_form_that_says_nobody_prepared_it_is_not_handed_in_when_somebody_wrote(cases: dict[str, Case]) -> None:
    case = replace(changed(cases['in_court'], helper='volunteer'), tellings=(Telling('applicant', application=Application(prepared='no')),))
    assert gate.says_nobody_prepared(case) and 'Part E' in '\n'.join(gate.missing(case, 'en', ON, form_final=True))
    assert not gate.says_nobody_prepared(changed(case, helper='nobody'))


@pytest.mark.parametrize('typed', ['9' * 5000, '0', '-1', 'dos', '501', '1.5'])
def test_pages_that_cannot_be_are_not_counted(typed: str) -> None:
    assert counted(typed) is None and counted(' 12 ') == 12


def test_another_adults_number_and_proof_stand_on_no_sheet_of_the_applicant(cases: dict[str, Case]) -> None:
    rita = replace(cases['in_court'].tellings[1], wants_declaration='yes', a_number='A999 999 999')
    case = replace(changed(cases['in_court'], on_notice=('family_1',), a_numbers=()), tellings=(cases['in_court'].tellings[0], rita))
    for paper in OF_THE_COURT:
        for document in paper.documents(case, 'applicant', 1):
            assert 'A999' not in text_of(document.context(case, ON)), paper.id
    assert [line.key for line, _ in attachable(case, ON) if line.key.startswith('family_1_event')] == []


def test_the_motion_says_loudly_to_the_family_that_the_old_hearing_stands(cases: dict[str, Case]) -> None:
    case = cases['in_court']
    assert 'la audiencia de antes sigue en pie' in filings.venue(case, 'es', ON)['copy']
    assert 'the old hearing still stands' in text_of(sheets.card(case, 'en', ON))
    assert 'does not answer the charges' in text_of(filings.venue(case, 'en', ON))
    assert 'Los Angeles' in text_of(filings.venue(case, 'en', ON))


def test_the_card_says_whom_where_how_and_by_when_the_judges_day_first(cases: dict[str, Case]) -> None:
    case = cases['in_court']
    case = replace(case, court=replace(case.court, i589_due=replace(case.court.hearing, year=2026, month=12, day=15)))
    rows = sheets.card(case, 'en', ON)['blocks'][1]['rows']
    assert rows[0] == {'label': "The judge's own day comes first", 'value': 'December 15, 2026'}
    told = text_of(sheets.card(case, 'en', ON))
    for said in ('880 Front Street, Suite 4240', 'OPLA San Diego, 880 Front Street, Suite 2246', 'one more copy', '8 CFR 1003.32', '8 CFR 1003.23'):
        assert said in told


def test_fees_are_of_the_court_and_nothing_goes_to_uscis(cases: dict[str, Case]) -> None:
    told = text_of(sheets.card(cases['in_court'], 'en', ON))
    assert 'EOIR payment page' in told and 'Send nothing to USCIS' in told and '100 dollars' in told
    assert 'epay.eoir.justice.gov' in told and 'account' in text_of(sheets.address(cases['in_court'], 'en', ON))
    assert 'para partes que usan ECAS' in text_of(sheets.card(cases['in_court'], 'es', ON))


def test_the_gate_names_what_is_missing_and_who_signs(cases: dict[str, Case]) -> None:
    case = cases['in_court']
    lacking = list(gate.missing(case, 'en', ON))
    assert 'The A-number of Leo Ejemplo. Write it by hand.' in lacking
    assert [one for one in lacking if one.startswith('How many pages') and 'A' in one and 'C' not in one.partition(':')[2]]
    assert [one for one in lacking if 'Form I-589' in one] and not [one for one in gate.missing(case, 'en', ON, form_final=True) if 'I-589' in one]
    signed = list(gate.to_sign(case, 'en', ON))
    assert signed[0] == 'Cover page' and signed[-1].startswith('Proof of service') and 'Form I-589, Part D' in signed
    assert 'Part E' in gate.helper_note(case, 'en', ON) and gate.helper_note(changed(case, helper='nobody'), 'en', ON) == ''


def test_no_filing_without_a_case_and_no_address_on_a_watched_phone() -> None:
    told = {'applicant': {}, 'situation': {'place': 'released'}, 'filing': {'what': ['evidence'], 'address': '1 Calle'}}
    assert case_from_answers({**told, 'court': {'has_case': 'no'}}).filing.what == ()
    assert case_from_answers({**told, 'court': {'has_case': 'yes'}, 'phone_safety': 'watched'}).filing.address == ''
    assert case_from_answers({**told, 'court': {'has_case': 'yes'}}).filing.address == '1 Calle'


def test_every_wording_is_whole_in_both_languages() -> None:
    """An unquoted comma would cut a sentence in two and lose the rest."""
    assert [(group, key) for group, words in all_words().items() for key, texts in words.items()
            if set(texts) != set(LANGUAGES) or not all(isinstance(text, str) for text in texts.values())] == []


@pytest.mark.skipif(OFFICE is None, reason='LibreOffice is not installed')
def test_the_card_of_copies_is_one_page_with_everything_on_it(cases: dict[str, Case]) -> None:
    card = next(paper for paper in PAPERS if paper.id == 'filing_card')
    files = [render.docx_bytes(document, cases['in_court'], ON) for document in card.documents(cases['in_court'], 'applicant', 1)]
    assert [extract_text(io.BytesIO(pdf)).count('\f') for pdf in render.pdf_bytes(files)] == [1, 1]
