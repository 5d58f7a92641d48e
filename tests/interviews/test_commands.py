"""The commands as a stranger meets them."""
import argparse
from pathlib import Path

import pytest
import yaml
from interviews.walks import CASES, case

from docassemble.immdef_selfhelp.law.strict import LawDataError
from docassemble.immdef_selfhelp.walk import readability, report
from docassemble.immdef_selfhelp.walk.case_file import CaseFileError, look_up, path_of, read_case
from docassemble.immdef_selfhelp.walk.commands import add_parsers
from docassemble.immdef_selfhelp.walk.driver import MissingAnswer
from docassemble.immdef_selfhelp.walk.outcome import docx_text, walk_case

# Below these a text is harder than for the sixth grade; measured 2026-11-25: see `selfhelp phrases --readability`.
EASY_SPANISH, EASY_ENGLISH = 80, 6


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_parsers(parser.add_subparsers())
    arguments = parser.parse_args(list(words))
    return int(arguments.run(arguments))


def test_walk_writes_papers_and_a_transcript(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / 'new' / 'out'
    assert run('walk', str(CASES['12_drought_and_debt']), '--language', 'en', '--out', str(out)) == 0
    assert sorted(path.name for path in out.iterdir()) == [
        'credible_fear_sheet_applicant_en.docx', 'credible_fear_sheet_applicant_es.docx', 'document_checklist_applicant_en.docx',
        'document_checklist_applicant_es.docx', 'first_page_applicant_en.docx', 'first_page_applicant_es.docx',
        'situation_sheet_applicant_en.docx', 'situation_sheet_applicant_es.docx', 'transcript.md']
    transcript = (out / 'transcript.md').read_text(encoding='utf-8')
    for text in ('What is your name?', '- Given names → **Efraín**', '[**Continue**]', 'Why we ask.', 'Who is the first person?',
                 '[**I understand, and I want to begin**]'):
        assert text in transcript
    assert 'If you help someone' not in transcript, 'a note that the page hides'
    assert '${' not in transcript and '% if' not in transcript
    assert '8 papers' in capsys.readouterr().out


def test_a_family_is_walked_on_any_day(tmp_path: Path) -> None:
    """An attorney sees the same family two months later; what the case file expects of its own day is not compared."""
    path = tmp_path / 'case.yml'
    path.write_text(yaml.safe_dump({'title': 'Screening alone', 'answers': case('09_july_protester_released')['answers'] | {'task': 'screening'}}))
    for day, over in (('2026-11-24', False), ('2027-01-28', True)):
        out = tmp_path / day
        assert run('walk', str(path), '--language', 'en', '--out', str(out), '--on', day) == 0
        paper = docx_text((out / 'situation_sheet_applicant_en.docx').read_bytes())
        made = {False: 'Made on November 24, 2026', True: 'Made on January 28, 2027'}[over]
        assert made in paper
        for text in (paper, (out / 'transcript.md').read_text(encoding='utf-8')):
            assert ('The year has passed' in text) is over


def test_walk_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / 'case.yml'
    path.write_text('answers: {user_language: es, best_language: spanish, preparing_for: self}', encoding='utf-8')
    assert run('walk', str(path)) == 1
    said = capsys.readouterr().err
    for part in ('The screen "phone_safety" asks', 'the case file says nothing for phone_safety', 'private, shared, watched, unknown'):
        assert part in said


def test_walk_says_when_an_answer_is_none_of_the_choices() -> None:
    answers = case('12_drought_and_debt')['answers'] | {'phone_safety': 'maybe'}
    with pytest.raises(MissingAnswer, match='the case file says "maybe"'):
        walk_case(answers)


def test_walk_says_what_no_screen_asks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / 'case.yml'
    text = CASES['12_drought_and_debt'].read_text(encoding='utf-8')
    path.write_text(text.replace('agreement: agreed', 'agreement: agreed\n  favourite_colour: blue'), encoding='utf-8')
    assert run('walk', str(path)) == 0
    assert 'not asked by any screen: favourite_colour' in capsys.readouterr().out


@pytest.mark.parametrize('text', ['answers: [', 'expect: {}', 'just words', ''])
def test_a_file_that_is_no_case_is_refused(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / 'case.yml'
    path.write_text(text, encoding='utf-8')
    assert run('walk', str(path)) == 2
    assert str(path) in capsys.readouterr().err
    with pytest.raises(CaseFileError):
        read_case(tmp_path / 'none.yml')


def test_yes_and_no_are_words(tmp_path: Path) -> None:
    path = tmp_path / 'case.yml'
    path.write_text('answers: {entered: no, torture: yes, year: 2024}', encoding='utf-8')
    assert read_case(path)['answers'] == {'entered': 'no', 'torture': 'yes', 'year': 2024}


def test_variables_are_found_in_the_answers() -> None:
    assert path_of("tellings[0].practice['who_harmed']") == ('tellings', 0, 'practice', 'who_harmed')
    answers = {'tellings': [{'events': [{'when': {'year': 2024}}]}]}
    assert look_up(answers, path_of('tellings[0].events[0].when.year')) == 2024
    assert look_up(answers, path_of('tellings[0].events[7].when.year')) is None


def test_phrases_lists_and_measures(capsys: pytest.CaptureFixture[str]) -> None:
    assert run('phrases', '--list') == 0
    assert "'What happened?\\n'" in capsys.readouterr().out
    assert run('phrases', '--readability') == 0
    printed = capsys.readouterr().out
    assert 'subjects/events.yml' in printed and 'law/data/provisions/credible_fear.yml' in printed and readability.TOTAL in printed
    print(printed)


def test_a_phrase_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """docassemble would take no word of the whole file, and say nothing: every bar in English."""
    (tmp_path / 'es-words.yml').write_text('es:\n  When: Cuándo\n  "When": "Cuándo"\n', encoding='utf-8')
    with pytest.raises(LawDataError, match='stands twice'):
        report.spanish_words(tmp_path / 'es-words.yml')


def test_both_languages_are_easy_to_read() -> None:
    totals = {row.language: row for row in readability.all_figures() if row.file == readability.TOTAL}
    assert totals['es'].score >= EASY_SPANISH
    assert totals['en'].score <= EASY_ENGLISH
    hard = ['El desplazamiento intrafamiliar imposibilita considerablemente la documentación institucional.']
    assert readability.figures('x', 'es', hard).score < EASY_SPANISH
