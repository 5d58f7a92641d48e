"""How far a task is, from the answers alone: a count of parts begun, never a judgement of what was told."""
from collections.abc import Mapping
from typing import Any

NOT_BEGUN, BEGUN, TOLD = 'not_begun', 'begun', 'told'
PROGRESS_WORDS = {NOT_BEGUN: 'Not begun', BEGUN: 'Begun', TOLD: 'All parts told'}


def first_telling(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """The applicant's telling, or nothing."""
    tellings = answers.get('tellings') or [{}]
    return tellings[0] if isinstance(tellings[0], Mapping) else {}


def parts(answers: Mapping[str, Any]) -> tuple[bool, ...]:
    """For each part of credible fear preparation whether it has been told: people, place, story, fears, declaration."""
    telling = first_telling(answers)
    applicant, situation, fear = (answers.get('applicant') or {}), (answers.get('situation') or {}), (telling.get('fear') or {})
    return ('papers' in applicant, 'place' in situation, 'since_leaving' in telling, 'told' in fear, 'wants_declaration' in telling)


def story_begun(answers: Mapping[str, Any]) -> bool:
    """Whether the applicant has begun to tell what happened."""
    return 'began' in first_telling(answers)


def screening_state(answers: Mapping[str, Any]) -> str:
    """`not_begun`, `begun` or `told` for the screening."""
    if 'reads' in answers:
        return TOLD
    return BEGUN if (answers.get('applicant') or {}).get('given_names') else NOT_BEGUN


def task_state(answers: Mapping[str, Any]) -> str:
    """`not_begun`, `begun` or `told`."""
    if not (answers.get('applicant') or {}).get('given_names'):
        return NOT_BEGUN
    return TOLD if all(parts(answers)) else BEGUN
