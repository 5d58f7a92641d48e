"""The plan for the day of the hearing: one page whatever was told, both clocks, and nothing of the story or of the practice."""
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from documents.shared import ON, Make, TextsOf

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.documents.making.paper import Document
from docassemble.immdef_selfhelp.documents.papers import day_plan
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.told.hearing_day import HearingDay

TOOLS = bool(shutil.which('pdfinfo') and render.office_program())
LATE = date(2027, 8, 1)
LETTER = 'Page size:       612 x 792 pts (letter)'
# As many letters as the screens allow.
LONGEST = {'transport': 120, 'comes': 80, 'children_with': 100, 'call_name': 60, 'call_telephone': 40}


def told(**day: Any) -> Case:
    return case_from_answers({
        'applicant': {'given_names': 'Ana', 'nationality': 'Honduras'}, 'best_language': 'mam', 'best_language_detail': 'Mam de Todos Santos',
        'situation': {'place': 'released', 'entered': 'yes'}, 'court': {'has_case': 'yes', 'hearing': {'year': 2027, 'month': 3, 'day': 15}},
        'hearing_day': {'kind': 'individual', 'court': 'court_san_diego', 'hour': '08:30', 'place': 'tapachula', **day},
        'tellings': [{'person': 'applicant', 'wants_court_practice': 'yes', 'court_words_wanted': 'yes', 'court_events': ['0'],
                      'court_words': {'event_where-1': 'SECRETO'}, 'background': 'SECRETO', 'events': [{'kind': 'harm', 'what': 'SECRETO'}]}]})


def plan(case: Case, language: str = 'es') -> Document:
    return next(document for document in documents_for(case, ON) if (document.id, document.language) == ('day_plan', language))


@pytest.fixture
def said(make: Make, texts_of: TextsOf) -> Any:
    return lambda case, language='es': '\n'.join(texts_of(make(plan(case, language), case)))


def test_it_says_when_by_both_clocks_where_and_in_which_language(said: Any) -> None:
    text = said(told(transport='En bus', comes='La vecina', call_name='Nora', call_telephone='555-0142', brings=['notice']))
    for words in ('15 de marzo de 2027', '8:30 AM, hora de la corte (San Diego Immigration Court)', 'el reloj dice 9:30 AM',
                  '880 Front Street, Suite 4240', 'En bus', 'La vecina', 'Nora', '555-0142', 'Mam de Todos Santos', '☒\u00a0el aviso más nuevo',
                  '☐\u00a0recibos', 'I ask for time to find a lawyer.', 'Ha habido arrestos en las cortes', 'lo decide su familia',
                  'Vaya a cada audiencia'):
        assert words in text, words
    assert '9:30 AM' in said(told(), 'en') and 'Go to every hearing' in said(told(), 'en')


def test_a_court_we_do_not_hold_says_so_and_a_video_needs_no_way(said: Any) -> None:
    assert 'No sabemos qué hora usa esa corte' in said(told(court='other', court_other='Corte de Harlingen')) and 'Harlingen' in said(
        told(court='other', court_other='Corte de Harlingen'))
    assert 'Falta la corte: cópiela de su aviso' in said(told(court='unknown'))
    assert 'Webex' in said(told(how='video')) and 'Llegue antes' not in said(told(how='video')) and 'Llegue antes' in said(told())


@pytest.mark.parametrize('language', LANGUAGES)
def test_nothing_of_the_story_or_the_practice_stands_on_any_paper_but_the_persons_own(make: Make, texts_of: TextsOf, language: str) -> None:
    case = told()
    assert case.tellings[0].court_words and 'SECRETO' not in '\n'.join(texts_of(make(plan(case, language), case)))
    practised = replace(case.tellings[0], background='', events=())
    for document in documents_for(replace(case, tellings=(practised,)), ON):
        assert 'SECRETO' not in str(document.context(replace(case, tellings=(practised,)), ON)), document.id


def test_who_only_practises_has_no_paper_of_a_story() -> None:
    case = told()
    only = replace(case, tellings=(replace(case.tellings[0], background='', events=()),))
    assert {document.id for document in documents_for(only, ON)} & {'credible_fear_sheet', 'document_checklist', 'declaration'} == set()
    assert 'credible_fear_sheet' in {document.id for document in documents_for(case, ON)}


def test_it_is_offered_once_anything_of_the_day_was_told() -> None:
    assert day_plan.PAPER.offered(told(), 'applicant') == ('es', 'en')
    assert day_plan.PAPER.offered(replace(told(), hearing_day=HearingDay()), 'applicant') == ()


@pytest.mark.skipif(not TOOLS, reason='LibreOffice or poppler-utils is not installed')
def test_it_is_one_letter_page_with_ten_children_and_the_longest_texts(tmp_path: Path) -> None:
    child = {'given_names': 'María de los Ángeles Guadalupe', 'first_surname': 'Gutiérrez de la Torre', 'second_surname': 'Villanueva',
             'relation': 'daughter', 'birth': {'year': 2018}, 'whereabouts': 'with_me', 'travelling': 'yes'}
    texts = {name: ('Palabras largas ' * 9)[:letters] for name, letters in LONGEST.items()}
    case = replace(told(**texts), people=case_from_answers({'family': [child] * 10}).people)
    assert day_plan.plan_context(case, 'es', ON)['children'].count('María') == 10
    # Long past review, when the warning stands there too
    files = [render.docx_bytes(plan(case, language), case, LATE) for language in LANGUAGES]
    for language, pdf in zip(LANGUAGES, render.pdf_bytes(files), strict=True):
        (tmp_path / f'{language}.pdf').write_bytes(pdf)
        found = subprocess.run(['pdfinfo', str(tmp_path / f'{language}.pdf')], capture_output=True, text=True, check=True).stdout
        assert 'Pages:           1\n' in found and LETTER in found, (language, found)


def test_the_screens_allow_no_longer_texts() -> None:
    screens = (Path(__file__).parents[2] / 'interviews' / 'subjects' / 'hearing_day.yml').read_text(encoding='utf-8')
    for name, letters in LONGEST.items():
        assert f'maxlength: {letters}\n' in screens.split(f'hearing_day.{name}\n', 1)[1].split('\n  - ', 1)[0] + '\n', name
