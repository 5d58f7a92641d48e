"""What the rules find about a case, on the screen: where the person is, the dates that matter, what comes next, and why each thing is said."""
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from docassemble.base.util import current_context, get_language, response, url_action, word

from docassemble.immdef_selfhelp.interview.answers import case_now, save_nothing, today_here
from docassemble.immdef_selfhelp.interview.legal import can_be_tapped, told_and_dialled
from docassemble.immdef_selfhelp.interview.stops import stops_to_read
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.law.findings import calendar_file, found as findings, ordered, words as finding_words
from docassemble.immdef_selfhelp.law.findings.words import NamedDate
from docassemble.immdef_selfhelp.story import private

CALENDAR_TYPE = 'text/calendar'


def date_line(date: NamedDate) -> str:
    """A date on one line: what it is and whose, the day as sharp as it was told, and how many days are left."""
    left = ordered.days_left(date.deadline, get_language(), today_here())
    note = '; '.join(part for part in (date.note, left if not date.maybe_passed else '') if part)
    return f'<strong>{told(date.title)}:</strong> {told(date.when)}' + (f' ({note})' if note else '')


def finding_card(found: findings.Explained, mark: str = '', heading: str = 'h3') -> str:
    """One finding: what it says, the next step and what else can be done today, and, folded, the answers behind it and where it comes from."""
    reasons = [told(sentence) for sentence in findings.sentences(found.reasons, get_language())]
    checked = [finding_words.checked(source.checked, source.confidence, get_language()) for source in found.authorities]
    sources = [f'{told(source.citation)} ({day}). {source.note}'.strip() for source, day in zip(found.authorities, checked, strict=True)]
    level = f'<p class="level">{mark}</p>' if mark else ''
    why = f'<details><summary>{word("Why are you telling me this?")}</summary>{items(reasons)}</details>' if reasons else ''
    return (f'<section class="paper finding">{level}<{heading}>{told(found.title)}</{heading}><p>{told_and_dialled(found.say)}</p>'
            f'<p><strong>{word("Next step")}:</strong> {told_and_dialled(found.next)}</p>{items(list(map(can_be_tapped, found.today)))}{why}'
            f'<details><summary>{word("Where does this come from?")}</summary>{items(sources)}</details></section>')


def stop_words(situation: Any) -> str:
    """The reasons to talk to a lawyer before going on, the most urgent first; what can be done today stands once."""
    facts = private.facts_for_reader(case_now(), situation.stops_for)
    found = (findings.explain(stop, facts, get_language(), today_here()) for stop in stops_to_read(situation))
    return ''.join(finding_card(one, word('Urgent') if one.finding.level == 'urgent' else '', 'h2') for one in findings.each_step_once(found))


def stops_before_signing(telling: Any) -> str:
    """What a lawyer should see before this person signs, said once more where signing begins, and what can be done until then; else nothing."""
    facts, on, language = private.facts_for_reader(case_now(), telling.person), today_here(), get_language()
    titles = [told(findings.explain(stop, facts, language, on).title) for stop in findings.stops(facts, on)]
    if not titles:
        return ''
    before = word('Before you sign, talk to a lawyer about this:')
    meanwhile = word('You can have the declaration ready in your folder. Do not sign it or hand it in yet.')
    return f'<div class="near stop-again"><p><strong>{before}</strong></p>{items(titles)}<p>{meanwhile}</p></div>'


def near_words(near: Sequence[NamedDate]) -> str:
    """What opens the page: every date within 60 days, with the name of the person it is about."""
    return f'<div class="near">{items([date_line(date) for date in near])}</div>' if near else ''


def dates_words(found: ordered.Ordered) -> str:
    """The next three dates, the others folded, and the calendar file."""
    if not found.dates:
        return ''
    later = folded(word('Other dates'), items([date_line(date) for date in found.later]), len(found.later))
    link = f'<a class="paper-link" href="{url_action("calendar")}" download="fechas.ics">{word("Add the dates to the calendar on this phone")}</a>'
    return (f'<h2>{word("The next dates")}</h2>{items([date_line(date) for date in found.next_dates])}'
            f'<p>{word("Confirm every date with the court.")}</p>{later}<p>{link}</p>'
            f'<p>{word("If a date changed, put them in again and delete the old entry if it is still there.")}</p>')


def folded(label: str, content: str, count: int) -> str:
    """Something under a line that opens it, with how many things there are; nothing when there are none."""
    return f'<details class="others"><summary>{label} ({count})</summary>{content}</details>' if count else ''


def cards(found: Iterable[findings.Explained]) -> str:
    """The cards of some findings; what can be done today stands once."""
    return ''.join(map(finding_card, findings.each_step_once(found)))


def situation_words() -> str:
    """The whole screen "my situation", in the order of `law.findings.ordered`: a phone is small, so what is for this month or later is folded."""
    case = case_now()
    kept_back = [code for code in private.CODES if not private.on_screen(code, case)]
    found = ordered.ordered(private.facts_for_screen(case), get_language(), today_here(), kept_back)
    week = f'<h2>{word("This week")}</h2>{cards(found.this_week)}' if found.this_week else ''
    return ''.join([
        near_words(found.near),
        f'<h2>{word("Where you are")}</h2>{cards(found.process)}' if found.process else '', dates_words(found), week,
        folded(word('This month'), cards(found.this_month), len(found.this_month)),
        folded(word('Good to know'), cards(found.good_to_know), len(found.good_to_know)),
        f'<p>{finding_words.WORDS[get_language()]["note"]}</p>',
    ])


def send_calendar() -> None:
    """Answer the request with the dates as a calendar file that names nothing. Raises docassemble's ResponseError (its way to answer)."""
    save_nothing()
    found = findings.deadlines(findings.findings(private.facts_for_screen(case_now()), today_here()))
    content: Any = calendar_file.calendar_file(found, get_language(), today_here(), datetime.now(UTC), str(current_context().session))
    response(binaryresponse=content, content_type=CALENDAR_TYPE)
