"""What the rules find about a case, on the screen: where the person is, the dates that matter, what comes next, and why each thing is said."""
import html
from datetime import UTC, datetime
from typing import Any

from docassemble.base.util import current_context, get_language, response, url_action, word

from docassemble.immdef_selfhelp.interview.answers import case_for_stops, case_now, today_here
from docassemble.immdef_selfhelp.interview.text import items
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.findings import calendar_file
from docassemble.immdef_selfhelp.law.findings import found as findings
from docassemble.immdef_selfhelp.law.findings import words as finding_words
from docassemble.immdef_selfhelp.law.rules.finding import Finding
from docassemble.immdef_selfhelp.story.case_facts import facts_for

SHOWN = ('urgent', 'high')
CALENDAR_TYPE = 'text/calendar'


def date_lines(facts: Facts) -> list[str]:
    """The dates of a case, the nearest first, each with the day as sharp as it was told."""
    found = findings.deadlines(findings.findings(facts, today_here()))
    named = (finding_words.named(deadline, get_language(), today_here()) for deadline in found)
    return [f'<strong>{date.name}:</strong> {html.escape(date.when)}' + (f' ({date.note})' if date.note else '') for date in named]


def finding_card(found: findings.Explained) -> str:
    """One finding: what it says, the next step and what else can be done today, and, folded, the answers behind it and where it comes from."""
    reasons = [f'{html.escape(reason.asked)}: {html.escape(reason.answered)}' for reason in found.reasons]
    checked = [finding_words.checked(source.checked, source.confidence, get_language()) for source in found.authorities]
    sources = [f'{html.escape(source.citation)} ({day}). {source.note}'.strip() for source, day in zip(found.authorities, checked, strict=True)]
    level = {'urgent': word('Today'), 'high': word('Important')}.get(found.finding.level, '')
    mark = f'<p class="level">{level}</p>' if level else ''
    return (f'<section class="paper finding">{mark}<h2>{html.escape(found.title)}</h2><p>{html.escape(found.say)}</p>'
            f'<p><strong>{word("Next step")}:</strong> {html.escape(found.next)}</p>{items(list(found.today))}'
            f'<details><summary>{word("Why do you tell me this?")}</summary>{items(reasons)}</details>'
            f'<details><summary>{word("Where does this come from?")}</summary>{items(sources)}</details></section>')


def stops_to_read(situation: Any) -> tuple[Finding, ...]:
    """What sends the person at the phone (`situation.stops_for`) to a lawyer before they go on, and was not read yet."""
    seen = vars(situation).get('stops_seen', ())
    return tuple(found for found in findings.stops(facts_for(case_for_stops(), situation.stops_for), today_here()) if found.code not in seen)


def stop_words(situation: Any) -> str:
    """The reasons to talk to a lawyer before going on, the most urgent first; what can be done today stands once."""
    facts = facts_for(case_now(), situation.stops_for)
    found = (findings.explain(stop, facts, get_language(), today_here()) for stop in stops_to_read(situation))
    return ''.join(map(finding_card, findings.each_step_once(found)))


def situation_words() -> str:
    """The whole screen "my situation". A phone is small: what is neither urgent, important nor the process she is in stands folded at the end."""
    facts = facts_for(case_now())
    dates = date_lines(facts)
    parts = []
    if dates:
        label = word('Put the dates into the calendar of the phone')
        link = f'<a class="paper-link" href="{url_action("calendar")}" download="fechas.ics">{label}</a>'
        parts.append(f'<h2>{word("Dates that matter")}</h2>{items(dates)}<p>{word("Confirm every date with the court.")}</p><p>{link}</p>'
                     f'<p>{word("If a date changed, put them in again and delete the old entry if it is still there.")}</p>')
    found = finding_words.explained(facts, get_language(), today_here())
    shown = [one for one in found if one.finding.level in SHOWN or one.finding.code.startswith('PROCESS_')]
    folded = [one for one in found if one not in shown]
    parts += [finding_card(one) for one in shown]
    if folded:
        label = f'{word("Other things worth knowing")} ({len(folded)})'
        parts.append(f'<details class="others"><summary>{label}</summary>{"".join(finding_card(one) for one in folded)}</details>')
    parts.append(f'<p>{finding_words.WORDS[get_language()]["note"]}</p>')
    return ''.join(parts)


def send_calendar() -> None:
    """Answer the request with the dates as a calendar file that names nothing. Raises docassemble's ResponseError (its way to answer)."""
    found = findings.deadlines(findings.findings(facts_for(case_now()), today_here()))
    content: Any = calendar_file.calendar_file(found, get_language(), today_here(), datetime.now(UTC), str(current_context().session))
    response(binaryresponse=content, content_type=CALENDAR_TYPE)
