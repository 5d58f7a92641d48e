"""Which findings say that somebody of a family could be taken from the others, or needs them more: the same list for the screen and the papers."""
from collections.abc import Iterable

from docassemble.immdef_selfhelp.law.findings.found import Explained

AT_RISK = (
    'SEPARATION_OCCURRED', 'SEPARATION_NON_PARENT', 'UAC', 'SEPARATION_DOC_GAP', 'CUSTODY_ABDUCTION_RISK', 'SEPARATION_PROSECUTION',
    'SEPARATION_TURNING_18', 'HELD', 'PREGNANT', 'MEDICAL', 'DISABILITY', 'OLDER_PERSON', 'IDENTITY_RISK', 'VIOLENCE_AT_HOME',
    'CONFIDENTIAL_FROM_FAMILY', 'LANGUAGE_INDIGENOUS', 'LANGUAGE_INTERPRETER', 'MEXICO_FEAR', 'CHILD_OWN_CLAIM', 'US_CITIZEN_CHILD',
)
"""By code, what parts a family first and then what makes a parting harder. It is an order of reading, not of how likely anything is."""


def at_risk(found: Iterable[Explained]) -> tuple[Explained, ...]:
    """The findings of this list, in its order."""
    return tuple(sorted((one for one in found if one.finding.code in AT_RISK), key=lambda one: AT_RISK.index(one.finding.code)))
