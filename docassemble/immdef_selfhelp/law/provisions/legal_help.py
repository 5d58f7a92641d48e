"""Where to look for legal help, and whom to turn to in a hard moment. Lists are data, so that a number is never older than it says."""
from docassemble.immdef_selfhelp.law.provisions import dated


def places() -> tuple[dated.Provision, ...]:
    """Where to look for a lawyer or accredited representative, the first to try first."""
    return dated.provisions_of('legal_help')


def support_lines() -> tuple[dated.Provision, ...]:
    """Whom to turn to in a hard moment."""
    return dated.provisions_of('support_lines')
