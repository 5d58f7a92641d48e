"""What the rules find about a case, on the screen: where the person is, the dates that matter, what comes next, and why each thing is said."""
from datetime import UTC, datetime
from typing import Any

from docassemble.base.util import current_context, get_language, response, url_action, word

from docassemble.immdef_selfhelp.interview.answers import case_now, save_nothing, today_here
from docassemble.immdef_selfhelp.interview.stops import stops_to_read
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.findings import calendar_file
from docassemble.immdef_selfhelp.law.findings import found as findings
from docassemble.immdef_selfhelp.law.findings import words as finding_words
from docassemble.immdef_selfhelp.story import private

SHOWN = ('urgent', 'high')
CALENDAR_TYPE = 'text/calendar'


def date_lines(facts: Facts) -> list[str]:
    """The dates of a case, the nearest first, each with the day as sharp as it was told."""
    found = findings.deadlines(findings.findings(facts, today_here()))
    named = (finding_words.named(deadline, get_language(), today_here()) for deadline in found)
    return [f'<strong>{date.name}:</strong> {told(date.when)}' + (f' ({date.note})' if date.note else '') for date in named]


def finding_card(found: findings.Explained) -> str:
    """One finding: what it says, the next step and what else can be done today, and, folded, the answers behind it and where it comes from."""
    reasons = [f'{told(reason.asked)}: {told(reason.answered)}' for reason in found.reasons]
    checked = [finding_words.checked(source.checked, source.confidence, get_language()) for source in found.authorities]
    sources = [f'{told(source.citation)} ({day}). {source.note}'.strip() for source, day in zip(found.authorities, checked, strict=True)]
    level = {'urgent': word('Today'), 'high': word('Important')}.get(found.finding.level, '')
    mark = f'<p class="level">{level}</p>' if level else ''
    return (f'<section class="paper finding">{mark}<h2>{told(found.title)}</h2><p>{told(found.say)}</p>'
            f'<p><strong>{word("Next step")}:</strong> {told(found.next)}</p>{items(list(found.today))}'
            f'<details><summary>{word("Why are you telling me this?")}</summary>{items(reasons)}</details>'
            f'<details><summary>{word("Where does this come from?")}</summary>{items(sources)}</details></section>')


def stop_words(situation: Any) -> str:
    """The reasons to talk to a lawyer before going on, the most urgent first; what can be done today stands once."""
    facts = private.facts_for_reader(case_now(), situation.stops_for)
    found = (findings.explain(stop, facts, get_language(), today_here()) for stop in stops_to_read(situation))
    return ''.join(map(finding_card, findings.each_step_once(found)))


def situation_words() -> str:
    """The whole screen "my situation". A phone is small: what is neither urgent, important nor the process she is in stands folded at the end."""
    case = case_now()
    facts = private.facts_for_screen(case)
    dates = date_lines(facts)
    parts = []
    if dates:
        label = word('Add the dates to the calendar on this phone')
        link = f'<a class="paper-link" href="{url_action("calendar")}" download="fechas.ics">{label}</a>'
        parts.append(f'<h2>{word("Dates that matter")}</h2>{items(dates)}<p>{word("Confirm every date with the court.")}</p><p>{link}</p>'
                     f'<p>{word("If a date changed, put them in again and delete the old entry if it is still there.")}</p>')
    found = [one for one in finding_words.explained(facts, get_language(), today_here()) if private.on_screen(one.finding.code, case)]
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
    save_nothing()
    found = findings.deadlines(findings.findings(private.facts_for_screen(case_now()), today_here()))
    content: Any = calendar_file.calendar_file(found, get_language(), today_here(), datetime.now(UTC), str(current_context().session))
    response(binaryresponse=content, content_type=CALENDAR_TYPE)
