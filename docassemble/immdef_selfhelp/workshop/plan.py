"""What a leader says when a workshop opens: place, language, agenda and closing time."""
import re
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_PLACE, LONGEST_WIFI = 60, 63
LONGEST_HOURS = 12
LONGEST_MINUTES = 240
BOTH = 'both'


@dataclass(frozen=True)
class Step:
    """One step of the agenda: a task by its id, and the minutes meant for it."""

    task: str
    minutes: int


@dataclass(frozen=True)
class Plan:
    """One workshop as it was opened. `closes` is in seconds since 1970; `language` is that of the projector (`both`: side by side)."""

    place: str
    language: str
    address: str
    closes: int
    agenda: tuple[Step, ...] = ()
    wifi: str = ''
    wifi_password: str = ''

    def kept(self) -> dict[str, str]:
        """The plan as the cache keeps it."""
        agenda = ' '.join(f'{step.task}:{step.minutes}' for step in self.agenda)
        return {'place': self.place, 'language': self.language, 'address': self.address, 'closes': str(self.closes), 'agenda': agenda,
                'wifi': self.wifi, 'wifi_password': self.wifi_password}


def agenda_of(given: Iterable[tuple[str, str]], tasks: Iterable[str]) -> tuple[Step, ...]:
    """The agenda of a form: pairs of task and minutes, in order. A task that does not exist, or without minutes, is left out."""
    known = set(tasks)
    return tuple(Step(task, min(int(minutes), LONGEST_MINUTES)) for task, minutes in given
                 if task in known and minutes.isascii() and minutes.isdigit() and int(minutes) > 0)


def wifi_text(name: str, password: str) -> str:
    """What the QR code of a Wi-Fi holds. Source: the `WIFI:` format of ZXing, which phones read; its five special characters are escaped."""
    def escaped(text: str) -> str:
        return re.sub(r'([\\;,:"])', r'\\\1', text)

    return f'WIFI:T:{"WPA" if password else "nopass"};S:{escaped(name)};' + (f'P:{escaped(password)};' if password else '') + ';'
