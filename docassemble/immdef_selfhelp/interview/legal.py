"""Law on screens: sentences of dated legal data, where each comes from, and a warning once its review date has passed."""
import html
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import chosen_keys, today_here
from docassemble.immdef_selfhelp.interview.text import items
from docassemble.immdef_selfhelp.law import dated, legal_help, wording
from docassemble.immdef_selfhelp.law import stops as law_stops
from docassemble.immdef_selfhelp.story import reading
from docassemble.immdef_selfhelp.story.model import Case


def law(fact_id: str) -> str:
    """The sentence of a dated legal fact, in the language of the screen; past its review date it says so by itself."""
    return dated.sentence_with_note(fact_id, get_language(), today_here())


def law_list(*fact_ids: str) -> str:
    """Several legal sentences as a list."""
    return items([law(fact_id) for fact_id in fact_ids])


def where_it_comes_from(*fact_ids: str) -> str:
    """A folded list of the authorities of a screen, and the day each was last checked."""
    facts = [dated.fact(fact_id) for fact_id in fact_ids]
    sources = [f'{html.escape(legal_fact.citation)} ({wording.day_text(legal_fact.checked, get_language())})' for legal_fact in facts]
    return f'<details><summary>{word("Where does this come from?")}</summary>{items(sources)}</details>'


def careful_list() -> str:
    """The points to be careful with, each a dated legal sentence."""
    return law_list(*(legal_fact.id for legal_fact in dated.facts_of('careful_points')))


def stops_now(case: Case) -> list[Any]:
    """The reasons to talk to a lawyer first that the answers gave, each with why and what to do today."""
    return list(law_stops.stops(case.danger_facts, case.place_now, case.interview_status, on=today_here(), language=get_language()))


def stop_ids(situation: Any, danger_facts: Any) -> list[str]:
    """The ids of the reasons to talk to a lawyer first, so that a reason told later shows its screen again and one already read does not."""
    told = {name: value for name, value in vars(situation).items() if name in ('place', 'entered', 'interview_status')}
    marked = [key for group in danger_facts.elements.values() for key in chosen_keys(group)]
    case = reading.case_from_answers({'situation': told, 'danger_facts': marked})
    return [trigger.id for trigger in law_stops.raised(case.danger_facts, case.place_now, case.interview_status)]


def legal_help_list() -> str:
    """Where to look for a lawyer or accredited representative today, and when that was last checked."""
    return f'<h2>{word("Where to find legal help")}</h2>' + items([law(legal_fact.id) for legal_fact in legal_help.places()])


def support_lines() -> str:
    """Telephone lines for a hard moment."""
    return items([law(legal_fact.id) for legal_fact in legal_help.support_lines()])
