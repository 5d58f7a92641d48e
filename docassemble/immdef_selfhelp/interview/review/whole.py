"""Reading through what was told, with a way to change each answer: only that question is asked again."""
from typing import Any

from docassemble.base.util import all_variables, word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.review.court import court_section
from docassemble.immdef_selfhelp.interview.review.declaration import declaration_section
from docassemble.immdef_selfhelp.interview.review.documents import documents_section, witness_section
from docassemble.immdef_selfhelp.interview.review.earlier import earlier_section
from docassemble.immdef_selfhelp.interview.review.events import events_section
from docassemble.immdef_selfhelp.interview.review.family_plan import family_plan_section
from docassemble.immdef_selfhelp.interview.review.fears import fears_section
from docassemble.immdef_selfhelp.interview.review.filing import filing_section
from docassemble.immdef_selfhelp.interview.review.health import health_section
from docassemble.immdef_selfhelp.interview.review.journey import journey_section
from docassemble.immdef_selfhelp.interview.review.lists import lists_section
from docassemble.immdef_selfhelp.interview.review.people import own_section, people_section
from docassemble.immdef_selfhelp.interview.review.place import place_section
from docassemble.immdef_selfhelp.interview.review.trusted import trusted_section
from docassemble.immdef_selfhelp.interview.review.turn_in import turn_in_section
from docassemble.immdef_selfhelp.story.case import WITNESS

# The subjects one adult tells, in the order they are asked.
OF_A_TELLING = (events_section, journey_section, fears_section, earlier_section, declaration_section)


def review_list(applicant: Any, family: Any, situation: Any, tellings: Any, people: dict[str, str]) -> str:
    """Everything told until now under plain headings. `people` gives the name of each teller by key."""
    variables = all_variables(simplify=False)
    if variables.get('preparing_for') == WITNESS:
        return own_section(variables) + witness_section(variables)
    parts = [f'<h2>{word("The people")}</h2>', own_section(variables), people_section(applicant, family, variables)]
    if 'place' in vars(situation):
        parts += [f'<h2>{word("Where you are")}</h2>', place_section(situation), court_section(variables), lists_section(variables),
                  family_plan_section(applicant, family, variables)]
    parts += [health_section(variables, people), trusted_section(variables), turn_in_section(variables, people)]
    for telling in tellings.elements:
        known = plain(telling) if telling.person in people else {}
        # Whoever only told what they fear has nothing else to change yet
        sections = OF_A_TELLING if 'events' in known else (fears_section,) if 'fear' in known else ()
        if sections:
            title = word('What happened') if 'events' in known else word('What you fear')
            parts += [f'<h2>{title} · {people[telling.person]}</h2>', *(section(telling, known) for section in sections)]
    return ''.join([*parts, documents_section(variables), filing_section(variables)])
