"""What was told of the case in court, what was filed and a move."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.review.rows import Table, line, rows
from docassemble.immdef_selfhelp.story.told.court import Court

COURT = Table(Court, (
    line('Case in immigration court', 'has_case'), line('Kind of hearing', 'hearing_kind', target='has_case'),
    line('Next hearing', 'hearing', target='hearing.year'), line('What the judge decided', 'decision'),
    line('Missed a hearing', 'missed_hearing', target='decision'),
    line('Date of the decision', 'decision_served', target='decision_served.year'), line('Asylum application sent', 'filed_asylum'),
    line('The day the judge gave for it', 'i589_due', target='i589_due.year'),
    line('Date it was received', 'asylum_received', target='asylum_received.year'),
    line('Notice of the annual fee', 'fee_notice', target='fee_notice.year'), line('Moved since then', 'moved'),
    line('Told the court', 'told_court', target='moved'), line('Told USCIS', 'told_uscis', target='moved'),
    line('Date of the move', 'moved_on', target='moved_on.year'),
))


def court_section(variables: Mapping[str, Any]) -> str:
    """The case in court; nothing before that was asked."""
    lines = rows(plain(variables['court']) if 'court' in variables else {}, 'court', COURT)
    return f'<h2>{word("Your case and your address")}</h2><dl>{lines}</dl>' if lines else ''
