"""Reading through what was told, with a way to change each answer: only that question is asked again."""
from collections.abc import Container, Iterator
from typing import Any

from docassemble.base.util import all_variables, url_action, word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.ask.tellers import APPLICANT, tellings_of
from docassemble.immdef_selfhelp.interview.review.advocacy import advocacy_section
from docassemble.immdef_selfhelp.interview.review.application import forms_link
from docassemble.immdef_selfhelp.interview.review.beside import beside_section
from docassemble.immdef_selfhelp.interview.review.court import court_section
from docassemble.immdef_selfhelp.interview.review.custody import custody_section
from docassemble.immdef_selfhelp.interview.review.declaration import declaration_section
from docassemble.immdef_selfhelp.interview.review.documents import documents_section, witness_section
from docassemble.immdef_selfhelp.interview.review.earlier import earlier_section
from docassemble.immdef_selfhelp.interview.review.events import events_section
from docassemble.immdef_selfhelp.interview.review.family_plan import family_plan_section
from docassemble.immdef_selfhelp.interview.review.fears import fears_section
from docassemble.immdef_selfhelp.interview.review.filing import filing_section
from docassemble.immdef_selfhelp.interview.review.health import health_section
from docassemble.immdef_selfhelp.interview.review.hearing_day import court_practice_section, hearing_day_section
from docassemble.immdef_selfhelp.interview.review.journey import journey_section
from docassemble.immdef_selfhelp.interview.review.lists import lists_section
from docassemble.immdef_selfhelp.interview.review.people import own_section, people_section
from docassemble.immdef_selfhelp.interview.review.place import place_section
from docassemble.immdef_selfhelp.interview.review.rows import erase_link
from docassemble.immdef_selfhelp.interview.review.sponsor import family_profile_section, sponsor_section
from docassemble.immdef_selfhelp.interview.review.trusted import trusted_section
from docassemble.immdef_selfhelp.interview.review.turn_in import turn_in_section
from docassemble.immdef_selfhelp.interview.reviewed import looked_at
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.case import SPONSOR, WITNESS

# The subjects one adult tells, in the order they are asked.
OF_A_TELLING = (events_section, journey_section, fears_section, earlier_section, declaration_section)


def whole_story(name: str, number: int, tells: bool) -> str:
    """What can be done with all that another adult told; of a story whose teller no longer tells, that it is still kept."""
    kept = '' if tells else f'<p>{word("Here, %s no longer tells their own story, and no paper has it. It stays until you erase it.") % name}</p>'
    return kept + erase_link('tellings', number, word('Erase the story that %s told') % name)


def review_list(applicant: Any, family: Any, situation: Any, tellings: Any, people: dict[str, str]) -> str:
    """Everything told until now under plain headings. `people` gives the name of each teller by key."""
    variables = all_variables(simplify=False)
    if variables.get('preparing_for') == WITNESS:
        return own_section(variables) + witness_section(variables)
    if variables.get('preparing_for') == SPONSOR:
        return own_section(variables) + sponsor_section(variables)
    parts = [looked_at(), f'<h2>{word("The people")}</h2>', own_section(variables), people_section(applicant, family, variables)]
    if 'place' in vars(situation):
        parts += [f'<h2>{word("Where you are")}</h2>', place_section(situation), court_section(variables), lists_section(variables),
                  family_plan_section(applicant, family, variables)]
    parts += [health_section(variables, people), trusted_section(variables), beside_section(variables),
              turn_in_section(variables, people), advocacy_section(variables, people),
              hearing_day_section(variables)]
    parts += [*stories(tellings, people, {telling.person for telling in tellings_of(Variables(variables))}), forms_link(tellings, people)]
    if any('events' in vars(telling) or 'fear' in vars(telling) for telling in tellings.elements):
        address = url_action('ask_remove_whole', what='story')
        parts.append(f'<p><a href="{address}" class="erase-one">{word("Erase everything about what happened and what each person fears")}</a></p>')
    return ''.join([*parts, custody_section(variables), documents_section(variables), filing_section(variables),
                    family_profile_section(variables)])


def stories(tellings: Any, people: dict[str, str], tell: Container[str]) -> Iterator[str]:
    """What each adult told, and their practice for a hearing. `tell`: the keys of those who tell now."""
    for number, telling in enumerate(tellings.elements):
        known = plain(telling) if telling.person in people else {}
        # Whoever only told what they fear has nothing else to change yet
        sections = OF_A_TELLING if 'events' in known else (fears_section,) if 'fear' in known else ()
        if sections:
            title = word('What happened') if 'events' in known else word('What you fear')
            yield f'<h2>{title} · {people[telling.person]}</h2>'
            yield from (section(telling, known) for section in sections)
            if telling.person != APPLICANT:
                yield whole_story(people[telling.person], number, telling.person in tell)
        if practised := court_practice_section(telling, known):
            yield f'<h2>{word("Practice for my hearing")} · {people[telling.person]}</h2>{practised}'
