"""From the answers of a case file to the answer of each screen as it comes, in whatever order the interview asks."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docassemble.immdef_selfhelp.story.told.own import INDIGENOUS_CHOICES
from docassemble.immdef_selfhelp.walk.case_file import look_up, path_of
from docassemble.immdef_selfhelp.walk.screens import Choice, Entry, Screen
from docassemble.immdef_selfhelp.walk.session import Session

DATES = ('birth', 'when', 'start', 'end', 'left_when', 'entered_when', 'hearing', 'decision_served', 'asylum_received', 'fee_notice', 'moved_on',
         'i589_due', 'parole_until', 'held_since', 'taken_when', 'by_day')
MOST_SCREENS = 3000
PAPERS, HOME = 'packet', 'go_home'


class MissingAnswer(Exception):
    """The case file has no answer, or none that the screen offers, for something that must be answered."""


@dataclass(frozen=True)
class Step:
    """One screen and what was answered on it, by the variable of each field, button or continue button."""
    screen: Screen
    given: Mapping[str, Any]


class Driver:
    """Answers screens from a case's answers. `language` is the language of the screens; the tellings stay in their own.

    The tasks of the case are done one after the other; from the papers of one, the link to the cards leads to the next.
    """

    def __init__(self, answers: Mapping[str, Any], language: str = '', task: str = '') -> None:
        told = task or answers.get('task') or 'credible_fear'
        self.answers, self.tasks = answers, list(told) if isinstance(told, list) else [str(told)]
        self.task = self.tasks[0]
        self.language = language or str(answers.get('user_language') or 'es')
        self.asked: set[tuple[str | int, ...]] = set()

    def walk(self, session: Session) -> Iterator[Step]:
        """Answer screen after screen until one asks for nothing more. Raises MissingAnswer, and RuntimeError when the interview goes in circles."""
        self.task = self.tasks[0]
        for _ in range(MOST_SCREENS):
            if session.screen is None:
                return
            before = session.steps
            step = self.answer(session)
            moved = session.steps != before
            yield step
            if not moved and not self.next_task(session):
                return
        raise RuntimeError(f'The interview goes in circles at the screen "{session.screen.id if session.screen else ""}"')

    def next_task(self, session: Session) -> bool:
        """Go to the cards for the next task of the case. False when there is none, or when the session stands neither at the papers nor at the
        screen of its name, where a task ends that is only read.
        """
        following = self.tasks[self.tasks.index(self.task) + 1:]
        if not following or session.screen is None or session.screen.id not in (PAPERS, self.task):
            return False
        self.task = following[0]
        session.act(HOME, _forget_prior=True)
        return True

    def answer(self, session: Session) -> Step:
        """Answer the screen that stands there, if it asks for anything. Raises MissingAnswer."""
        screen = session.screen
        if screen is None:
            raise RuntimeError('The session is over')
        values = self.values(session, screen)
        if values:
            session.submit(values)
        return Step(screen, self.given(screen, values))

    def given(self, screen: Screen, values: Mapping[str, Any]) -> dict[str, Any]:
        """The same answers by full variable name, as a transcript shows them."""
        names = {entry.name: entry.variable for entry in screen.entries}
        return {names.get(name, name): value for name, value in values.items() if name in names or name == screen.button_variable}

    def values(self, session: Session, screen: Screen) -> dict[str, Any]:
        """The answer of one screen, by the names it is sent with; empty when the screen asks for nothing. Raises MissingAnswer."""
        if screen.buttons:
            return {screen.button_variable: self.button(screen)} if screen.button_variable else {}
        values: dict[str, Any] = {}
        for entry in screen.entries:
            if entry.visible(values):
                value = self.value(session, screen, entry)
                if value is not None:
                    values[entry.name] = value
        if screen.continues:
            values[screen.continues] = True
        return values or ({screen.entries[0].name: None} if screen.entries else {})

    def button(self, screen: Screen) -> Any:
        """The button to press: the language and the task are the walk's own, the rest comes from the answers. Raises MissingAnswer."""
        self.asked.add(path_of(screen.button_variable))
        own = {'user_language': self.language, 'task': self.task}
        wanted = own.get(screen.button_variable) or look_up(self.answers, path_of(screen.button_variable))
        if wanted not in [choice.value for choice in screen.buttons]:
            raise MissingAnswer(self.complaint(screen, screen.button_variable, screen.question, wanted, screen.buttons))
        return wanted

    def value(self, session: Session, screen: Screen, entry: Entry) -> Any:
        """The answer of one field; None leaves it alone. Raises MissingAnswer."""
        told = self.told(session, entry)
        if entry.kind == 'checkboxes':
            return [choice.value for choice in entry.choices if choice.value in (told or ())]
        if entry.kind == 'yesno':
            return told
        if told in (None, '') and entry.default not in (None, ''):
            told = entry.default
        if told in (None, ''):
            if entry.required:
                raise MissingAnswer(self.complaint(screen, entry.variable, entry.label, told, entry.choices))
            return None
        if entry.choices and str(told) not in [str(choice.value) for choice in entry.choices]:
            raise MissingAnswer(self.complaint(screen, entry.variable, entry.label, told, entry.choices))
        return str(told)

    def told(self, session: Session, entry: Entry) -> Any:
        """What the answers say about a field. Dates, languages and lists are asked otherwise than they are written down."""
        path = self.place(session, entry.variable)
        *before, last = path
        self.asked.add(path)
        if last in ('there_are_any', 'there_is_another'):
            return len(look_up(self.answers, tuple(before)) or ()) > self.gathered(session, entry.variable)
        if len(path) > 1 and path[-2] in DATES:
            return date_part(look_up(self.answers, tuple(before)) or {}, str(last))
        best = self.answers.get('best_language')
        otherwise = {
            'own_declarations': [telling['person'] for telling in self.answers.get('tellings') or () if telling['person'] != 'applicant'],
            'danger_facts': self.answers.get('danger_facts'),
            **{name: [key for key, told in (self.answers.get('circumstances') or {}).items() if told == 'yes']
               for name in ('circumstances', 'special_care')},
            'best_language': 'indigenous' if best in INDIGENOUS_CHOICES else best,
            'indigenous_language': 'other' if best == 'indigenous' else best,
        }
        if last == 'wants_practice':
            return 'yes' if look_up(self.answers, (*before, 'practice')) else 'later'
        return otherwise.get(str(path[0]), look_up(self.answers, path))

    def place(self, session: Session, variable: str) -> tuple[str | int, ...]:
        """Where the answers hold a variable: a telling is found by whose it is, not by its number."""
        path = path_of(variable)
        if path[0] != 'tellings':
            return path
        person = session.value(f'tellings[{path[1]}].person')
        numbers = [number for number, telling in enumerate(self.answers.get('tellings') or ()) if telling['person'] == person]
        return ('tellings', numbers[0] if numbers else -1, *path[2:])

    def gathered(self, session: Session, variable: str) -> int:
        """How many items of a list were told until now."""
        return session.value(f'len({variable.rpartition(".")[0]}.elements)') or 0

    def never_asked(self) -> list[str]:
        """The answers of the case file that no screen asked for, as `tellings[0].events[2].why`."""
        asked = self.asked | {(*path[:-1], 'part' if path[-1] == 'month' else 'about') for path in self.asked if path[-1] in ('month', 'exactness')}
        asked |= {('danger_facts',)} if any(path[0] == 'danger_facts' for path in self.asked) else set()
        asked |= {('circumstances', key) for key in self.answers.get('circumstances') or () if any(path[0] == 'circumstances' for path in self.asked)}
        return [''.join(f'[{step}]' if isinstance(step, int) else f'.{step}' for step in path).lstrip('.')
                for path in leaves(self.answers) if path not in asked and path[-1] not in ('person', 'key')]

    @staticmethod
    def complaint(screen: Screen, variable: str, label: str, told: Any, choices: tuple[Choice, ...]) -> str:
        """What is missing, in words for somebody who only knows the case file."""
        asked = ' '.join((label or screen.question).split())
        said = f'the case file says "{told}"' if told not in (None, '') else 'the case file says nothing'
        offered = f' It can be: {", ".join(str(choice.value) for choice in choices)}.' if choices else ''
        return f'The screen "{screen.id}" asks "{asked}" and must have an answer, but {said} for {variable or "its button"}.{offered}'


def date_part(date: Mapping[str, Any], part: str) -> Any:
    """One part of a date as the screen asks for it: a part of the year stands in the list of months, and "about" is a choice."""
    if part == 'month':
        return date.get('part') or date.get('month')
    if part == 'exactness':
        return 'about' if str(date.get('about')).lower() in ('yes', 'true') else None
    return date.get(part)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where the answers that say something stand."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    elif value not in (None, '', []):
        yield path
