"""What is handed in at court: what, where, who is in the case, addresses, own words, pages; what is missing, and the log of it."""
from typing import Any

from docassemble.immdef_selfhelp.documents.court.exhibits import exhibits
from docassemble.immdef_selfhelp.documents.court.filings import applicant_telling, asks_venue, late_matters
from docassemble.immdef_selfhelp.interview.answers import case_now, phone_now, today_here
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.court import court_matters, court_told
from docassemble.immdef_selfhelp.interview.filing import number_fields
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.told.court import comes_to_a_lawyer_first
from docassemble.immdef_selfhelp.story.told.filing import APPLICATION
from docassemble.immdef_selfhelp.story.told.watched import WATCHED


def has_case(variables: Variables) -> bool:
    """Whether there is a case in court, as told."""
    return court_matters(variables.situation) and variables.court.has_case == 'yes'


def must_see_a_lawyer(court: Any) -> bool:
    """Whether a hearing was missed or an order made without the person: then no filing is prepared here, only facts for a lawyer today."""
    return comes_to_a_lawyer_first(court.missed_hearing, court.decision)


def nothing_to_hand_in(variables: Variables) -> bool:
    """Whether it is known by now that no filing is prepared: there is no case, or a lawyer comes first."""
    known = case_now().court
    return court_told(variables) and (known.has_case != 'yes' or known.lawyer_first)


def ask_what(variables: Variables) -> None:
    """What is handed in and at which court."""
    filing = variables.filing
    if not has_case(variables):
        return
    if must_see_a_lawyer(variables.court):
        look_at(variables.court_case.lawyer_read, variables.hearing_day.hour)
        return
    look_at(filing.what, variables.hearing_day.hour)
    if variables.court.filed_asylum == 'yes':
        look_at(filing.due.year)


def ask_who(variables: Variables) -> None:
    """Who is in the case, their numbers, and where the court writes to."""
    filing = variables.filing
    if not has_case(variables):
        return
    if variables.family.elements:
        look_at(filing.on_notice)
    if number_fields():
        look_at(filing.numbers_read)
    if phone_now() != WATCHED:
        look_at(filing.address)
        if variables.court.moved == 'yes' or asks_venue(case_now()):
            look_at(filing.old_address)
    look_at(filing.helper)


def ask_words(variables: Variables) -> None:
    """Own words, where a page of the filing has a place for them."""
    if not has_case(variables) or must_see_a_lawyer(variables.court):
        return
    case = case_now()
    if APPLICATION in case.filing.what and late_matters(case, today_here()) and not applicant_telling(case).late_reason.strip():
        look_at(variables.filing.words_in, variables.filing.late_words)
    if asks_venue(case):
        look_at(variables.court_case.venue_read, variables.filing.words_in, variables.filing.new_court)


def ask_end(variables: Variables) -> None:
    """How many pages each exhibit has, what is missing, and the log. Where no filing is prepared, why, or what happened on the day of the hearing."""
    if not has_case(variables):
        look_at(variables.court_case.no_case_read)
        return
    if must_see_a_lawyer(variables.court):
        look_at(variables.filing.missed_notice)
        return
    if exhibits(case_now(), 'en', today_here()):
        look_at(variables.filing.pages_read)
    look_at(variables.court_case.gate_read)
    variables.filing.log.gather()


def what_told(variables: Variables) -> bool:
    """Whether it was told what is handed in, or there is no filing to prepare."""
    if nothing_to_hand_in(variables):
        return case_now().court.has_case != 'yes' or variables.has('hearing_day', 'hour')
    asked = variables.has('filing', 'what') and variables.has('hearing_day', 'hour')
    return asked and (variables.court.filed_asylum != 'yes' or 'year' in vars(variables.filing.due))


def who_told(variables: Variables) -> bool:
    """Whether it was told who is in the case."""
    return variables.has('filing', 'helper') or (court_told(variables) and case_now().court.has_case != 'yes')


def words_told(variables: Variables) -> bool:
    """Whether the own words were asked for; only after what is handed in is known."""
    if not what_told(variables) or nothing_to_hand_in(variables):
        return what_told(variables)
    return variables.has('court_case', 'gate_read') or (variables.has('filing', 'helper') and not asks_venue(case_now()))


def end_told(variables: Variables) -> bool:
    """Whether what is missing was read and the log gone through, or there is no filing to prepare."""
    if variables.has('court_case', 'no_case_read') or variables.has('filing', 'missed_notice'):
        return True
    return variables.has('court_case', 'gate_read') and 'gathered' in vars(variables.filing.log)
