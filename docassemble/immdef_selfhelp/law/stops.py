"""When a lawyer comes first: the questions that find it out, and what to say then.

Item 18 of the list of what the program must never do (project's legal research, section 12): with any of these facts a person is told to talk
to a lawyer or accredited representative before they go on. A stop says why and what can be done today; it never predicts and closes nothing.
"""
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from docassemble.immdef_selfhelp.law import dated

GROUP_KEYS = frozenset({'id', 'triggers'})
TRIGGER_KEYS = frozenset({'id', 'ask', 'title', 'why', 'today'})
HELD, NEGATIVE_INTERVIEW = 'held', 'negative_interview'
BY_PLACE = {'custody': HELD}
BY_INTERVIEW = {'negative': NEGATIVE_INTERVIEW}


@dataclass(frozen=True)
class Trigger:
    """A fact that calls for a lawyer first. `ask` is empty when other answers tell it; `why` and `today` are ids of legal facts."""
    id: str
    ask: Mapping[str, str]
    title: Mapping[str, str]
    why: str
    today: tuple[str, ...]


@dataclass(frozen=True)
class TriggerGroup:
    """Triggers asked together on one screen of a phone."""
    id: str
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True)
class Stop:
    """What to say about one trigger, in one language. `why_fact` is the id of the legal fact behind `why`, for its authority."""
    id: str
    title: str
    why: str
    today: tuple[str, ...]
    why_fact: str


def read_trigger(entry: Any, where: str) -> Trigger:
    """One trigger from its YAML. Raises LawDataError."""
    identifier = dated.text_in(entry, 'id', where)
    where = f'{where}, {identifier}'
    dated.known_keys(entry, TRIGGER_KEYS, where)
    why, today = dated.text_in(entry, 'why', where), tuple(entry.get('today') or ())
    dated.need(bool(today), where, "'today' is missing or empty")
    for fact_id in (why, *today):
        dated.need(fact_id in dated.all_facts(), where, f'there is no legal fact {fact_id!r}')
    ask = dated.both_languages(entry['ask'], where) if 'ask' in entry else {}
    return Trigger(identifier, ask, dated.both_languages(entry.get('title'), where), why, today)


@cache
def all_groups() -> tuple[TriggerGroup, ...]:
    """Every group of triggers, also those that other answers tell. Raises LawDataError."""
    found = []
    for group in dated.groups_in('stop_triggers'):
        where = f'stop_triggers.yml, {dated.text_in(group, "id", "stop_triggers.yml")}'
        dated.known_keys(group, GROUP_KEYS, where)
        triggers = tuple(read_trigger(entry, where) for entry in group.get('triggers') or [])
        dated.need(bool(triggers), where, "'triggers' is missing or empty")
        found.append(TriggerGroup(group['id'], triggers))
    identifiers = [trigger.id for group in found for trigger in group.triggers]
    dated.need(len(identifiers) == len(set(identifiers)), 'stop_triggers.yml', 'a trigger stands twice')
    dated.need({HELD, NEGATIVE_INTERVIEW} <= set(identifiers), 'stop_triggers.yml', f'{HELD} and {NEGATIVE_INTERVIEW} must be there')
    return tuple(found)


def groups() -> tuple[TriggerGroup, ...]:
    """The triggers to ask about, group by group."""
    asked = (TriggerGroup(group.id, tuple(trigger for trigger in group.triggers if trigger.ask)) for group in all_groups())
    return tuple(group for group in asked if group.triggers)


def raised(danger_facts: Collection[str], place_now: str, interview_status: str) -> Iterator[Trigger]:
    """The triggers marked, and those that the place or the result of the interview give by themselves, in file order, each once."""
    wanted = {*danger_facts, BY_PLACE.get(place_now, ''), BY_INTERVIEW.get(interview_status, '')}
    return (trigger for group in all_groups() for trigger in group.triggers if trigger.id in wanted)


def stops(danger_facts: Collection[str], place_now: str, interview_status: str, on: date, language: str) -> tuple[Stop, ...]:
    """The reasons to talk to a lawyer first, as they stand on this day, in `es` or `en`. A marked id that no longer exists is left out.

    Raises LookupError when the law data says nothing about that day.
    """
    return tuple(Stop(trigger.id, trigger.title[language], dated.sentence_with_note(trigger.why, language, on),
                      tuple(dated.sentence_with_note(step, language, on) for step in trigger.today), trigger.why)
                 for trigger in raised(danger_facts, place_now, interview_status))
