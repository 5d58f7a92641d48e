"""Who tells their own story: the applicant, and every other adult who is here and wants to."""
from typing import Any

from docassemble.immdef_selfhelp.interview.answers import chosen_keys
from docassemble.immdef_selfhelp.interview.fields import family_adults
from docassemble.immdef_selfhelp.interview.task import Variables

APPLICANT = 'applicant'


def sync_tellings(tellings: Any, chosen: list[str]) -> None:
    """Give every adult who tells their own story a place in `tellings`; a telling that was begun is never thrown away."""
    present = [telling.person for telling in tellings.elements]
    for key in [APPLICANT, *chosen]:
        if key not in present:
            tellings.appendObject().person = key


def ask_tellers(variables: Variables) -> None:
    """Which adults tell their own story; each gets a place for it."""
    sync_tellings(variables.tellings, chosen_keys(variables.own_declarations) if family_adults(variables.family) else [])


def tellers_told(variables: Variables) -> bool:
    """Whether it is known who tells."""
    return variables.has('own_declarations') or (variables.has('family', 'gathered') and not family_adults(variables.family))


def tellings_of(variables: Variables) -> list[Any]:
    """The tellings of those who tell, as far as that is known. A telling that was begun by somebody who no longer wants to is not among them."""
    if not variables.has('tellings'):
        return []
    adults = variables.has('own_declarations') and variables.has('family') and family_adults(variables.family)
    tellers = {APPLICANT, *(chosen_keys(variables.own_declarations) if adults else ())}
    return [telling for telling in variables.tellings.elements if telling.person in tellers]
