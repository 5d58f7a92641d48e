"""What sends a person to a lawyer before they go on. It is looked for twice for each answer, so what was seen for the same answers is remembered."""
import hashlib
import secrets
from typing import Any

from docassemble.immdef_selfhelp.interview.answers import answers_of, today_here, variables_now
from docassemble.immdef_selfhelp.law.findings import found as findings
from docassemble.immdef_selfhelp.law.rules.finding import Finding
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers

WHAT_HAPPENED = frozenset({'events'})
# A few hundred bytes each, for the families who answer at the same time.
REMEMBERED = 256
# Nothing of an answer is kept: only a sum of all of them that nobody can try out, and codes of findings.
KEY = secrets.token_bytes(32)
_seen: dict[bytes, tuple[str, ...]] = {}


def answers_for_stops() -> dict[str, Any]:
    """The answers as far as a reason to see a lawyer first can lie in them.

    What happened counts there only beside an earlier statement; tests/law/test_stops.py holds that.
    """
    variables = variables_now()
    told_before = any(vars(telling).get('told_before') == 'yes' for telling in getattr(variables.get('tellings'), 'elements', ()))
    return answers_of(variables, frozenset() if told_before else WHAT_HAPPENED)


def case_for_stops() -> Case:
    """The same as a case."""
    return case_from_answers(answers_for_stops())


def found_in(answers: dict[str, Any], person: str) -> tuple[Finding, ...]:
    """The stops for this person."""
    return findings.stops(private.facts_for_reader(case_from_answers(answers), person), today_here())


def codes_in(answers: dict[str, Any], person: str) -> tuple[str, ...]:
    """The codes of the same, remembered for these answers, this person and today."""
    told = repr((answers, person, today_here()))
    summed = hashlib.blake2b(told.encode(), key=KEY, digest_size=32).digest()
    known = _seen.get(summed)
    if known is None:
        if len(_seen) >= REMEMBERED:
            _seen.clear()
        known = _seen[summed] = tuple(found.code for found in found_in(answers, person))
    return known


def codes_to_read(place: Any) -> list[str]:
    """What the person at the phone (`place.stops_for`) has not read yet."""
    seen = vars(place).get('stops_seen', ())
    return [code for code in codes_in(answers_for_stops(), place.stops_for) if code not in seen]


def stops_to_read(place: Any) -> tuple[Finding, ...]:
    """The same, whole."""
    seen = vars(place).get('stops_seen', ())
    return tuple(found for found in found_in(answers_for_stops(), place.stops_for) if found.code not in seen)
