"""What was told of fears, and what was wrong or late before."""
from collections.abc import Mapping
from typing import Any

from docassemble.immdef_selfhelp.interview.review.rows import Table, line, rows
from docassemble.immdef_selfhelp.story.case import Telling
from docassemble.immdef_selfhelp.story.told.fears import Fear

FEAR = Table(Fear, (
    line('What I fear', 'what', 'told'), line('Who, and why', 'who', 'why'), line('Protection, and other places', 'authorities', 'other_place'),
    line('Torture', 'torture', 'torture_officials'), line("The children's fear", 'children'), line('Fear of Mexico', 'mexico', 'mexico_what'),
))
CORRECTED = Table(Telling, (line('What was wrong before', 'corrections'), line('Why the form was not filed in time', 'late_reason')))


def fears_section(telling: Any, known: Mapping[str, Any]) -> str:
    """The fears, corrections, and the reason for a late application."""
    base = telling.instanceName
    return f'<dl>{rows(known.get("fear") or {}, f"{base}.fear", FEAR)}{rows(known, base, CORRECTED)}</dl>'
