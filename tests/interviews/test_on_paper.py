"""The interview with nothing told: every question of it stands on the worksheet of some task, and slides say what the phone's screens say."""
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docassemble.immdef_selfhelp.walk.engine import engine_globals, start

start()

from docassemble.base.interview_cache import get_interview  # noqa: E402

from docassemble.immdef_selfhelp.interview import on_paper  # noqa: E402
from docassemble.immdef_selfhelp.interview.lists import LISTS, list_groups  # noqa: E402
from docassemble.immdef_selfhelp.interview.task_screens import OF_LISTS, blank_parts, list_screens  # noqa: E402
from docassemble.immdef_selfhelp.interview.tasks import TASKS  # noqa: E402
from docassemble.immdef_selfhelp.names import INTERVIEW, LANGUAGES  # noqa: E402
from docassemble.immdef_selfhelp.server.workshop import room_papers  # noqa: E402
from docassemble.immdef_selfhelp.server.workshop.decks import deck, phone_screens  # noqa: E402
from docassemble.immdef_selfhelp.walk.room_papers_command import run  # noqa: E402
from docassemble.immdef_selfhelp.workshop import slides  # noqa: E402

DAY = date(2026, 11, 29)
FOLDER = Path(__file__).parents[2] / 'interviews'
# What a sponsor (docs/adr/032) and a witness tell apart, each for themselves, is on no sheet of a family's task; nor is
# who sits with the family, which the home screen asks for every task.
APART = (OF_LISTS, 'subjects/beside.yml', 'subjects/sponsor_offer.yml', 'subjects/witness.yml')


@pytest.fixture
def interview() -> Iterator[Any]:
    with engine_globals():
        yield get_interview(INTERVIEW)


def on_sheets(interview: Any, language: str) -> dict[str, list[on_paper.BlankScreen]]:
    return {task.id: [screen for part in blank_parts(task, interview, language, DAY) for screen in part.screens] for task in TASKS}


def test_every_question_of_the_interviews_is_on_the_worksheet_of_a_task(interview: Any) -> None:
    printed = {screen.id for screens in on_sheets(interview, 'en').values() for screen in screens}
    missing = set[str]()
    for folder in ('subjects', 'tasks'):
        for path in sorted((FOLDER / folder).glob('*.yml')):
            file = f'{folder}/{path.name}'
            asked = {question.id for question in on_paper.screens_in(interview, file)
                     if on_paper.is_for_paper(question, on_paper.blank_screen(question, 'en', DAY))}
            missing |= asked - printed if file not in APART else set()
    assert missing == set()
    assert {f'{name}_{number}' for name in LISTS for number, _ in enumerate(list_groups(name))} <= printed


@pytest.mark.parametrize('language', LANGUAGES)
def test_a_blank_text_is_words_of_its_language_and_no_code(interview: Any, language: str) -> None:
    other = on_sheets(interview, next(one for one in LANGUAGES if one != language))
    for task, screens in on_sheets(interview, language).items():
        texts = [text for one in screens for text in (one.title, one.said, *(part for ask in one.asks for part in (ask.label, *ask.choices)))]
        assert not [text for text in texts if '${' in text or re.search(r'</?\w+[ >]|^%|Blank object', text)], task
        long = {text for text in texts if len(text) > 40}
        assert not long & {one.said for one in other[task]} & {one.title for one in other[task]}, task
        assert len({one.title for one in screens} & {one.title for one in other[task]} - {''}) <= 1, task


def test_a_name_that_nobody_told_is_a_line_to_write_on(interview: Any) -> None:
    (question,) = [one for one in on_paper.screens_in(interview, 'subjects/people.yml') if one.id == 'family_where']
    screen = on_paper.blank_screen(question, 'es', DAY)
    assert screen.title == f'¿Dónde está ahora {on_paper.LINE}?'
    assert [(ask.kind, len(ask.choices) > 3) for ask in screen.asks[:1]] == [(on_paper.TICKS, True)]


def test_a_list_to_mark_has_every_mark_of_the_data(interview: Any) -> None:
    for name in LISTS:
        for screen, group in zip(list_screens(name, 'es'), list_groups(name), strict=True):
            assert screen.asks[0].choices[:-2] == tuple(mark.ask['es'] for mark in group.marks)


def test_a_slide_of_the_fear_interview_shows_the_law_of_the_phones_screen(interview: Any) -> None:
    found = phone_screens(interview)
    assert set(found) == set(slides.PHONE_SCREENS)
    written = dict(re.findall(r'^id: (\w+)\n(.*?)(?=^---|\Z)', (FOLDER / 'tasks' / 'credible_fear.yml').read_text(encoding='utf-8'),
                              re.DOTALL | re.MULTILINE))
    for name in slides.FEAR_SCREENS[:4]:
        credible = re.search(r'law_list\(\*for_interview\(\s*\[([^]]*)\]', written[name])
        assert credible is not None
        assert found[name].provisions == tuple(re.findall(r"'(\w+)'", credible.group(1)))
    assert found['credible_fear_say'].title == {'es': 'Cómo decir que tiene miedo', 'en': 'How to say that you are afraid'}
    assert deck().topics['credible_fear_say'].deck == slides.FEAR


def test_the_command_writes_the_papers_of_a_task_in_both_languages(interview: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, ['court_training:30']) == 0
    wanted = {f'{name}_{code}.pdf' for name in ('court_training', 'agenda', 'cards') for code in LANGUAGES}
    assert {path.name for path in tmp_path.iterdir()} == wanted
    assert all(path.read_bytes().startswith(b'%PDF') for path in tmp_path.iterdir())
    assert run(tmp_path, ['no_such']) == 1
    assert 'court_training' in capsys.readouterr().out


def test_the_agenda_counts_its_minutes_one_after_the_other(interview: Any) -> None:
    from io import BytesIO

    from pdfminer.high_level import extract_text
    steps = [room_papers.step_of('screening', '15'), room_papers.step_of('court_training', '40')]
    said = extract_text(BytesIO(room_papers.agenda(steps, 'es', DAY)))
    assert '0–15 minutos · Saber mi situación' in said
    assert '15–55 minutos · Practicar para mi audiencia' in said
    assert 'Pida ideas, no lo que le pasó' in ' '.join(said.split())
    assert 'Número de familia' not in said, 'nothing is written on the agenda'
