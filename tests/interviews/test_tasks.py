"""The registry of tasks: nothing is left out of it, and where a screen stands, how far a task is and what is left all follow from the parts."""
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from interviews.test_every_screen import opened_by_links
from interviews.walks import CASES, LANGUAGES, case, session_at_papers, walked

from docassemble.immdef_selfhelp.documents.catalog import PAPERS
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.screens import Screen
from docassemble.immdef_selfhelp.walk.session import Session

ROOT = Path(__file__).parents[2]
WHERE = re.compile(r'<div class="way">.*?<p>(?:Parte|Part) (\d+) (?:de|of) (\d+) · (.+?)</p></div>')
# A witness and a sponsor begin no task: their own short screens lead to their letter
WITH_A_TASK = [name for name in CASES if case(name)['answers']['preparing_for'] not in ('witness', 'sponsor')]
# Every task stands in one of these; each is walked anew with a look at what is left on every screen, which takes long
EACH_TASK_ONCE = ('00_every_screen', '12_drought_and_debt', '16_spouses_taken_apart', '24_two_adults_two_forms')
OF_NO_TASK = {'choose_language', 'best_language', 'preparing_for', 'phone_safety', 'phone_advice', 'agreement', 'home', 'packet', 'know_your_rights',
              *opened_by_links()}


def where(screen: Screen) -> tuple[int, int, str] | None:
    """The part a screen says it stands in, of how many, and the part's name."""
    found = WHERE.search(screen.top)
    return (int(found.group(1)), int(found.group(2)), found.group(3)) if found else None


def in_tasks(steps: list[Step] | tuple[Step, ...]) -> Iterator[tuple[str, Screen]]:
    """The screens that a task asks, each with the task."""
    task = ''
    for step in steps:
        task = step.given.get('task', task)
        if step.screen.id not in OF_NO_TASK:
            yield task, step.screen


def left(session: Session, task_id: str) -> list[str]:
    """The parts of a task that are not told yet."""
    from docassemble.immdef_selfhelp.interview.progress import parts_left, task_of
    from docassemble.immdef_selfhelp.interview.task import Variables
    with session._running() as request:
        return [part.name for part in parts_left(task_of(task_id), Variables(request.dictionary))]


def test_every_module_of_a_task_is_registered_under_its_name() -> None:
    from docassemble.immdef_selfhelp.interview import tasks
    modules = {path.stem for path in Path(str(tasks.__file__)).parent.glob('*.py')} - {'__init__'}
    assert {task.id for task in tasks.TASKS} == modules
    assert [importlib.import_module(f'{tasks.__name__}.{task.id}').TASK for task in tasks.TASKS] == list(tasks.TASKS)
    assert {name for task in tasks.TASKS for name in task.next} <= modules


def test_the_screens_of_every_task_are_included_and_no_others() -> None:
    from docassemble.immdef_selfhelp.interview.tasks import TASKS
    included = re.findall(r'- tasks/(\w+)\.yml', (ROOT / 'interviews' / 'main.yml').read_text(encoding='utf-8'))
    assert {task.id for task in TASKS} == {path.stem for path in (ROOT / 'interviews' / 'tasks').glob('*.yml')} == set(included)


def test_every_module_that_asks_is_asked_by_a_task_or_a_screen() -> None:
    from docassemble.immdef_selfhelp.interview import ask
    modules = {path.stem for path in Path(str(ask.__file__)).parent.glob('*.py')} - {'__init__'}
    sources = ''.join(path.read_text(encoding='utf-8') for path in (ROOT / 'docassemble' / 'immdef_selfhelp' / 'interview').rglob('*.py'))
    assert {name for name in modules if f'interview.ask.{name} import' in sources} == modules


README = (ROOT / 'README.md').read_text(encoding='utf-8')


def not_in_the_table(readme: str) -> list[str]:
    """The tasks that have no row of their own at their place, and the papers no row tells of."""
    from docassemble.immdef_selfhelp.interview.tasks import TASKS
    table = readme.partition('| Task | Leaves with |')[2].partition('\n\n')[0]
    rows = [line.split('|')[1].strip() for line in table.splitlines()[2:]]
    titles = [task.title for task in TASKS]
    misplaced = [title for number, title in enumerate(titles) if rows[number:number + 1] != [title]] + rows[len(titles):]
    # A paper for another reader of the same text ("Declaration: pages for ...") is told with the first
    papers = sorted({paper.title['en'].partition(':')[0].removesuffix(' in English').lower() for paper in PAPERS})
    return misplaced + [title for title in papers if title not in table.lower()]


def test_the_readme_tells_of_every_task_and_every_paper() -> None:
    assert not_in_the_table(README) == []


@pytest.mark.parametrize(('said', 'instead', 'seen'), [
    ('plan for the day of the hearing', 'a plan', ['plan for the day of the hearing']), ('| Know my rights | ', '| Rights | ', ['Know my rights']),
    ('\n\n', '\n| A task nobody has | A letter |\n\n', ['A task nobody has'])])
def test_a_table_that_leaves_one_out_is_seen(said: str, instead: str, seen: list[str]) -> None:
    before, head, table = README.partition('| Task | Leaves with |')
    assert said in table
    assert not_in_the_table(before + head + table.replace(said, instead, 1)) == seen


@pytest.mark.parametrize('name', WITH_A_TASK)
@pytest.mark.parametrize('language', LANGUAGES)
def test_every_screen_of_a_task_says_in_words_where_it_stands(name: str, language: str) -> None:
    found = [(task, screen.id, where(screen)) for task, screen in in_tasks(walked(name, language).steps)]
    assert found and [one for one in found if one[2] is None] == []
    before, total = ('', 0), 0
    for task, screen_id, place in found:
        assert place is not None
        number, total, part = place
        assert 1 <= number <= total and part and '%' not in part
        if screen_id == 'stop_and_ask':
            continue  # a reason to see a lawyer, told in any part, is read at once
        assert task != before[0] or number >= before[1], f'{screen_id} goes back to an earlier part'
        before = task, number
    assert before[1] == total, 'the last screen stands in the last part'


def test_every_task_stands_in_a_case_in_which_what_is_left_is_looked_at() -> None:
    from docassemble.immdef_selfhelp.interview.tasks import TASKS
    assert {task for name in EACH_TASK_ONCE for task in Driver(case(name)['answers']).tasks} == {task.id for task in TASKS}


@pytest.mark.parametrize('name', EACH_TASK_ONCE)
def test_what_lies_behind_is_told_and_what_lies_ahead_is_left(name: str) -> None:
    """A part counts as told exactly when no screen of it comes any more: the card and "where am I" never say two things.

    The screen that sends somebody to a lawyer comes at the end of a part whose last answer is there.
    """
    session = Session()
    driver = Driver(case(name)['answers'], 'en')
    places, task = 0, ''
    while session.screen is not None:
        place = where(session.screen)
        if place:
            task, places = driver.task, places + 1
            ahead, part = left(session, task), place[2].partition(' · ')[0]
            assert len(ahead) <= place[1] - place[0] + 1, (session.screen.id, place, ahead)
            assert ahead[:1] == [part] or session.screen.id == 'stop_and_ask', (session.screen.id, place, ahead)
        before = session.steps
        driver.answer(session)
        if session.steps == before and not driver.next_task(session):
            break
    assert places and left(session, task) == []


def answer_home(session: Session) -> list[Any]:
    """The cards that stand on the home screen of a session at its papers."""
    session.act('go_home')
    assert session.screen is not None and session.screen.id == 'home'
    return list(session.screen.buttons)


def test_the_card_counts_what_is_left_in_minutes_and_never_in_percent() -> None:
    session = session_at_papers('09_july_protester_released')
    labels = {button.value: button.label for button in answer_home(session)}
    assert 'Todas las partes contadas' in labels['screening'] and 'Faltan' not in labels['screening']
    assert 'Unos 78 minutos · Sin empezar' in labels['credible_fear'], 'the people and the place were told in the screening'
    session.submit({'task': 'credible_fear'})
    session.act('go_home')
    assert session.screen is not None
    assert any('Faltan unos 78 minutos · Ya empezó' in button.label for button in session.screen.buttons)
    assert not [label for label in labels.values() if '%' in label]


def test_who_is_before_a_judge_tells_the_story_for_the_court() -> None:
    """User trial, row 16: the task is called by its use, and what an interview with an officer is, is not explained instead of the court."""
    session = session_at_papers('09_july_protester_released')
    labels = {button.value: button.label for button in answer_home(session)}
    assert 'Contar lo que pasó: mi declaración' in labels['credible_fear'] and 'La corte' in labels['credible_fear']
    in_mexico = walked('01_extortion_and_police', 'es').steps
    home = next(step.screen for step in in_mexico if step.screen.id == 'home')
    assert any('entrevista de miedo creíble' in button.label for button in home.buttons)
    asked = {step.screen.id for step in in_mexico}
    assert 'credible_fear_what' in asked and 'credible_fear_court' not in asked


def test_the_papers_can_be_opened_from_home_as_soon_as_there_is_one() -> None:
    """User trial, row 44."""
    session = Session()
    driver = Driver(case('09_july_protester_released')['answers'], 'es')
    while session.screen is not None and session.screen.id != 'list_to_mark':
        assert 'Mis documentos' not in session.screen.subquestion
        driver.answer(session)
    session.act('go_home')
    assert session.screen is not None
    home = session.screen.subquestion
    session.act('packet')
    assert session.screen is not None and session.screen.id == 'packet'
    cards = session.screen.subquestion.count('<section class="paper"')
    assert f'Mis documentos ({cards})' in home and 'Sin terminar' in home and cards > 0
    session.act('_da_priority_action', _action='go_home')
    assert session.screen is not None and session.screen.id == 'home'
    finished = session_at_papers('09_july_protester_released')
    finished.act('go_home')
    assert finished.screen is not None and 'Sin terminar' not in finished.screen.subquestion


def test_why_a_card_is_not_offered_is_told_when_asked() -> None:
    session = session_at_papers('15_boy_alone_with_his_sister')
    assert [button.value for button in answer_home(session)] == [
        'court_training', 'application', 'court_case', 'screening', 'know_your_rights', 'custody_conditions', 'advocacy', 'documents',
        'family_unity', 'sponsor']
    assert session.screen is not None
    assert '<details class="not-offered">' in session.screen.under and 'Un menor no acompañado no va a la expulsión acelerada' in session.screen.under


def test_the_pause_says_how_many_minutes_are_left() -> None:
    session = Session()
    driver = Driver(case('09_july_protester_released')['answers'], 'es')
    while session.screen is not None and session.screen.id != 'list_to_mark':
        driver.answer(session)
    session.act('pause')
    assert session.screen is not None
    assert re.search(r'En esta tarea faltan unos \d+ minutos', session.screen.subquestion)
