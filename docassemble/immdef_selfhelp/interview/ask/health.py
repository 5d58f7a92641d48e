"""Medicines, and what else a nurse should know."""
from typing import Any

from docassemble.immdef_selfhelp.interview.task import Variables


def ask_health(health: Any) -> None:
    """The medicines, then what else a nurse should know."""
    health.medicines.gather()
    health.needs.gather()


def health_told(variables: Variables) -> bool:
    """Whether both lists were gone through."""
    known = vars(variables.health) if variables.has('health') else {}
    return all(name in known and 'gathered' in vars(known[name]) for name in ('medicines', 'needs'))
