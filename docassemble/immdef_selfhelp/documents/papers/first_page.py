"""The one page for the family, "First things": what is near, where they are, three dates, this week, three places to call, and what not to sign.

It needs no story, only the people and the place. As on "my situation" for the lawyer: no surname, and nothing that `story/private.py` keeps back.
"""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, calendar_day, law_note, law_sentences
from docassemble.immdef_selfhelp.documents.papers.situation_sheet import HOTLINE, offered, signing, with_given_names
from docassemble.immdef_selfhelp.law.findings import ordered
from docassemble.immdef_selfhelp.law.findings.found import Explained
from docassemble.immdef_selfhelp.law.findings.words import NamedDate
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Case, met_officers
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES

MOST_THIS_WEEK, MOST_OF_THE_PROCESS = 3, 2
HELP, CRISIS_MEXICO, CRISIS = 'help_immdef', 'support_linea_de_la_vida', 'support_988'


def numbers_to_call(case: Case) -> tuple[str, ...]:
    """The provisions with whom to call: the court's line for who may have a case, a line for a hard moment where they are, and legal help."""
    crisis = CRISIS if case.place.now in IN_THE_UNITED_STATES else CRISIS_MEXICO
    return (*((HOTLINE,) if met_officers(case.place) else ()), HELP, crisis)


def short(found: Explained) -> Context:
    """A finding in two lines."""
    return {'title': found.title, 'next': found.next}


def date_line(found: NamedDate, language: str, on: date) -> Context:
    """A date: what and whose, when, how many days are left, and whether papers must have arrived by then."""
    left = '' if found.maybe_passed or found.passed else ordered.days_left(found.deadline, language, on)
    return {'title': found.title, 'when': found.when, 'note': '; '.join(part for part in (found.note, left) if part)}


def first_page_context(case: Case, language: str, on: date) -> Context:
    """What stands on the page.

    Keys: `near` and `dates` (`title`, `when`, `note`), `process` and `week` (`title`, `next`), `more` (how many things the screen and the sheet for
    the lawyer say beside these), `numbers` and `sign` (legal sentences), `made`, `law`.
    """
    found = ordered.ordered(private.facts_for_paper(with_given_names(case)), language, on, private.CODES)
    week, process = found.this_week[:MOST_THIS_WEEK], found.process[:MOST_OF_THE_PROCESS]
    everything = len(found.process) + len(found.this_week) + len(found.this_month) + len(found.good_to_know)
    sign, numbers = signing(case), numbers_to_call(case)
    return {
        'near': [date_line(one, language, on) for one in found.near[:ordered.NEXT_DATES]], 'process': [short(one) for one in process],
        'dates': [date_line(one, language, on) for one in found.next_dates], 'week': [short(one) for one in week],
        'more': everything - len(week) - len(process), 'numbers': law_sentences(numbers, language, on),
        'sign': law_sentences(sign[:2], language, on), 'made': calendar_day(on, language), 'law': law_note((*sign, *numbers), language, on),
    }


PAPER = Paper(
    'first_page', title={'es': 'Lo primero', 'en': 'First things'}, file_names={'es': 'lo-primero', 'en': 'first-things'},
    offered=offered, context=of_case(first_page_context), use=ME, of_family=True,
)
