"""Whether the answers are still those a lawyer looked at."""
import hashlib
import json
from dataclasses import asdict
from typing import Any

# What says nothing of the family's case: the mark of the look itself, and what belongs to the screen and the phone.
NOT_OF_THE_CASE = ('reviewed', 'review_changed', 'phone', 'language')


def answers_mark(case: Any) -> str:
    """A mark of every answer of a `story.case.Case`: the same for the same answers on any day, in any language of the screens and on any phone.

    `case` is as `case_from_answers` reads it: what depends on the day (`case_facts.as_of`) is not taken out of it yet.
    """
    told = {name: value for name, value in asdict(case).items() if name not in NOT_OF_THE_CASE}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
