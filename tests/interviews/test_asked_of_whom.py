"""A reason, an example, a choice stands where it fits who is asked about and what happened: rows of the user trial of November 2026."""
from functools import cache
from types import SimpleNamespace as Some

import pytest
from interviews.walks import walked

from docassemble.immdef_selfhelp.law.facts.marks import marks_by_id
from docassemble.immdef_selfhelp.walk.screens import Screen


class Told(dict[int, str]):
    """Answers by number, with a note of which were looked at; a missing one ends the test."""

    def __init__(self, answers: dict[int, str]) -> None:
        super().__init__(answers)
        self.read: set[int] = set()

    def __getitem__(self, number: int) -> str:
        self.read.add(number)
        return super().__getitem__(number)


WHY = 'Por qué preguntamos'


@cache
def screens(name: str) -> tuple[Screen, ...]:
    """The screens of one walk in Spanish, in order."""
    return tuple(step.screen for step in walked(name, 'es').steps)


def said_of(screen_id: str, question: str, name: str) -> list[str]:
    """What stands under the question of each such screen about somebody or something."""
    found = [screen.subquestion for screen in screens(name) if screen.id == screen_id and question in screen.question]
    assert found, (screen_id, question)
    return found


@pytest.mark.parametrize(('screen', 'case', 'child', 'grown'), [
    ('family_birth', '01_extortion_and_police', 'Dariel', 'Norma'), ('family_papers', '16_spouses_taken_apart', 'Ainhoa', 'Byron')])
def test_reasons_for_children_are_given_for_children_only(screen: str, case: str, child: str, grown: str) -> None:
    assert all(WHY in text for text in said_of(screen, child, case))
    assert not any(WHY in text for text in said_of(screen, grown, case))


def test_who_is_here_is_not_asked_whether_they_travel_along() -> None:
    screen = next(one for one in screens('01_extortion_and_police') if one.id == 'family_where')
    place, travels = (next(entry for entry in screen.entries if entry.variable.endswith(name)) for name in ('.whereabouts', '.travelling'))
    assert [travels.visible({place.name: where}) for where in ('with_me', 'mexico')] == [False, True]


def test_kichwa_can_be_chosen() -> None:
    screen = next(one for one in screens('04_mam_negative_interview') if one.id == 'best_language')
    assert 'kichwa' in {choice.value for entry in screen.entries for choice in entry.choices}


def test_the_example_of_who_did_it_is_not_given_for_whom_one_asked_for_help() -> None:
    asked = [one for one in screens('01_extortion_and_police') if one.id == 'event_who']
    examples = {one.question: 'cuatro hombres' in one.subquestion for one in asked}
    assert len(examples) == 2 and sorted(examples.values()) == [False, True]


def test_the_officer_at_the_bridge_is_the_first_place_of_an_earlier_telling() -> None:
    screen = next(one for one in screens('04_mam_negative_interview') if one.id == 'earlier_kind')
    where = next(entry for entry in screen.entries if entry.variable.endswith('.kind'))
    assert (where.choices[0].value, 'puente' in where.choices[0].label) == ('border_officer', True)


def test_whoever_was_separated_by_officers_finds_where_to_say_it() -> None:
    assert all('separaron' in text for text in said_of('since_leaving', '', '16_spouses_taken_apart'))


def test_payments_have_the_names_that_people_give_them() -> None:
    asked = marks_by_id()['gave_to_armed_group'].ask
    assert all(name in asked[language] for language in asked for name in ('renta', 'piso', 'cuota', 'vacuna', 'impuesto de guerra'))


def test_the_practice_for_the_interview_can_be_ended_on_each_of_its_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    from docassemble.immdef_selfhelp.interview.ask import practice
    shown = [one for one in screens('01_extortion_and_police') if one.id == 'practice_questions']
    assert shown and all('ended' in {choice.value for choice in screen.entries[-1].choices} for screen in shown)
    assert f'1 / {len(shown)}' in shown[0].subquestion
    monkeypatch.setattr(practice, 'practice_groups', lambda: shown)
    asked = Told({0: 'going_on', 1: 'ended'})
    practice.ask_practice(Some(wants_practice='yes', practised=asked))
    assert max(asked.read) == 1 and practice.was_through(asked)


def test_what_will_be_said_aloud_is_a_choice_by_that_name(monkeypatch: pytest.MonkeyPatch) -> None:
    from docassemble.immdef_selfhelp.interview import earlier
    monkeypatch.setattr(earlier, 'word', str)
    monkeypatch.setattr(earlier, 'date_told', lambda fact: str(fact.year))
    aloud = Some(events=Some(elements=[{'told': 'aloud', 'when': {'year': '2024'}}, {'told': 'skip', 'what': 'SECRETO'}]))
    assert [text for choice in earlier.told_event_choices(aloud) for text in choice.values()] == [
        '2024: Something you will say aloud', 'None of these: I did not tell it here']


@pytest.mark.parametrize(('name', 'said'), [('01_extortion_and_police', True), ('12_drought_and_debt', False)])
def test_a_reason_to_see_a_lawyer_is_said_again_where_signing_begins(name: str, said: bool) -> None:
    again = said_of('wants_declaration', '', name)
    assert all(('Todavía no la firme ni la entregue' in text) is said for text in again)
