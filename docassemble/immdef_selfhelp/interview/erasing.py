"""Erasing one thing that was told, and what follows from it. What a family sees of it is `review`."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import all_variables

from docassemble.immdef_selfhelp.interview.answers import HIDDEN, forget_earlier_steps
from docassemble.immdef_selfhelp.interview.ask.tellers import APPLICANT
from docassemble.immdef_selfhelp.interview.erasing_form import (
    follow_entries,
    forget_on_forms,
    form_with,
    lists_of_form,
    moved_up,
    remove_of_form,
)
from docassemble.immdef_selfhelp.story.checks.result import renumbered
from docassemble.immdef_selfhelp.story.document_lines import moved_key

# The answer that says whether a list has anything at all
GATES = {'entries': 'entered', 'moves': 'moved', 'countries': 'other_countries', 'earlier': 'told_before'}
OF_THE_PAPERS = ('added', 'requests')
# What a session keeps by the key of a line (`story.document_lines`), and by its group
BY_LINE = ('states', 'where', 'translation', 'because', 'because_words', 'attempts', 'letters', 'states_read', 'details_read')
OF_A_TELLING = ('events', 'moves', 'countries', 'earlier')
OF_THE_FAMILY = (('health', 'medicines'), ('health', 'needs'), ('trusted', 'contacts'), ('custody', 'moments'), ('advocacy', 'requests'),
                 ('advocacy', 'deliveries'), ('filing', 'log'))


def erasable(list_name: str) -> Any:
    """The list of told things with this name, or None. Names come from the address bar: only these may be erased from."""
    variables = all_variables(simplify=False)
    allowed = {'family': variables['family'], 'situation.entries': vars(variables['situation']).get('entries')}
    if len(variables['tellings'].elements) > 1:
        allowed['tellings'] = variables['tellings']
    for subject, name in OF_THE_FAMILY:
        if subject in variables and name in vars(variables[subject]):
            allowed[f'{subject}.{name}'] = getattr(variables[subject], name)
    if 'documents' in variables:
        allowed |= {f'documents.{name}': vars(variables['documents']).get(name) for name in OF_THE_PAPERS}
    for telling in variables['tellings'].elements:
        for name in OF_A_TELLING:
            if name in vars(telling):
                allowed[f'{telling.instanceName}.{name}'] = getattr(telling, name)
        allowed |= lists_of_form(telling)
    return allowed.get(list_name)


def told_count(list_name: str) -> int:
    """How many things a list holds now; the link that erases carries it, so that a page loaded again erases nothing more."""
    things = erasable(list_name)
    return len(things.elements) if things is not None else 0


def remove_told(list_name: str, number: int, of: int) -> None:
    """Erase one person, entry, event, move or country that was told, if the list still holds `of` things. Everything else is refused.

    With a person goes what that person told; of the list `tellings`, all another adult told goes (story, form, practice) and the person stays.
    When the last place is erased, whether there was one is asked again. The steps before are forgotten.
    """
    things = erasable(list_name)
    if things is None or type(number) is not int or not 0 <= number < len(things.elements) == of:
        return
    if list_name == 'tellings':
        if things.elements[number].person != APPLICANT:
            forget_earlier_steps()
            forget_story_of(all_variables(simplify=False), things.elements[number].person)
        return
    owner, _, name = list_name.rpartition('.')
    form = form_with(all_variables(simplify=False)['tellings'].elements, list_name)
    if form is not None:
        remove_of_form(form, name, number)
        return
    forget_earlier_steps()
    things.pop(number)
    things.there_are_any = bool(things.elements)
    variables = all_variables(simplify=False)
    follow_elsewhere(variables, list_name, number)
    if name in GATES and not things.elements:
        delattr(teller_of(variables, owner) or variables['situation'], GATES[name])


def teller_of(variables: Mapping[str, Any], owner: str) -> Any:
    """The telling of this name; None for a list of the family's own."""
    return next((one for one in variables['tellings'].elements if one.instanceName == owner), None)


def follow_elsewhere(variables: Mapping[str, Any], list_name: str, number: int) -> None:
    """After one thing of a list was erased: what else names it, or counts from it, follows."""
    if list_name == 'family':
        forget_teller(variables['tellings'], variables.get('own_declarations'), number)
        forget_of_person(variables, number)
        forget_fears_of(variables['tellings'], number)
        forget_custody_of(variables, number)
        forget_on_forms(variables['tellings'].elements, number)
    if list_name == 'situation.entries':
        follow_entries(variables['tellings'].elements, number)
    if 'advocacy' in variables and (what := line_keys(variables['tellings'].elements, list_name)):
        follow_advocacy(variables['advocacy'], what, number)
    if 'filing' in variables:
        follow_filing(variables['filing'], variables['tellings'].elements, list_name, number)
    if 'documents' in variables:
        follow_lines(variables['documents'], variables['tellings'].elements, list_name, number)
    owner, _, name = list_name.rpartition('.')
    teller = teller_of(variables, owner)
    if teller is not None:
        follow_erasure(teller, name, number)


def forget_story_of(variables: Mapping[str, Any], person: str) -> None:
    """Erase all that another adult told, and the tick that they tell; the person stays in the family."""
    chosen = variables.get('own_declarations')
    forget_telling(variables, person)
    if chosen is not None and person in chosen.elements:
        chosen.elements[person] = False


def forget_telling(variables: Mapping[str, Any], person: str) -> None:
    """Erase all that one adult told, and all that is kept of the proof of its events."""
    tellings = variables['tellings']
    for place in reversed([place for place, telling in enumerate(tellings.elements) if telling.person == person]):
        tellings.pop(place)
    for held in held_by_line(variables):
        held.elements = {key: value for key, value in held.elements.items() if not key.startswith(f'{person}_event_')}


def held_by_line(variables: Mapping[str, Any]) -> list[Any]:
    """Everything a session keeps by the key of a paper or proof: of the list of papers, of a filing, and what goes with each letter."""
    kept = [(variables.get('documents'), name) for name in BY_LINE] + [(variables.get('filing'), 'pages')]
    advocacy = variables.get('advocacy')
    requests = vars(advocacy).get('requests') if advocacy is not None else None
    kept += [(request, 'attachments') for request in (requests.elements if requests is not None else ())]
    return [vars(subject)[name] for subject, name in kept if subject is not None and name in vars(subject)]


def forget_of_person(variables: Mapping[str, Any], number: int) -> None:
    """Erase what was told of one person's health and of a child's papers; those after that person move up by one."""
    gone = f'family_{number}'
    for name in ('medicines', 'needs'):
        things = vars(variables['health']).get(name) if 'health' in variables else None
        if things is not None:
            for place in [place for place, one in reversed(list(enumerate(things.elements))) if vars(one).get('who') == gone]:
                things.pop(place)
            for one in things.elements:
                one.who = moved_up(one.who, number)
            things.there_are_any = bool(things.elements)
    proof = vars(variables['turn_in']).get('proof') if 'turn_in' in variables else None
    if proof is not None:
        proof.elements = {moved_up(key, number): code for key, code in proof.elements.items() if key != gone}


def forget_fears_of(tellings: Any, number: int) -> None:
    """Erase what every adult told of one child's fear; the children after that one move up."""
    for telling in tellings.elements:
        fears = vars(telling).get('children_fears')
        if fears is not None:
            for place in reversed([place for place, one in enumerate(fears.elements) if one.person == f'family_{number}']):
                fears.pop(place)
            for one in fears.elements:
                one.person = moved_up(one.person, number)


def forget_custody_of(variables: Mapping[str, Any], number: int) -> None:
    """Erase how custody was for one person, and that this person is held; of who comes after, the place in the family moves up by one."""
    custody = variables.get('custody')
    held = vars(custody).get('held') if custody is not None else None
    for told in (one for one in (held, custody) if one is not None and 'person' in vars(one)):
        if told.person == f'family_{number}':
            for name in [name for name in vars(told) if name not in (*HIDDEN, 'held')]:
                delattr(told, name)
        else:
            told.person = moved_up(str(told.person), number)


def follow_advocacy(advocacy: Any, what: str, gone: int) -> None:
    """Keep who is held, and the papers that go with a letter, after one thing was erased; a request about somebody who was erased goes."""
    requests = vars(advocacy).get('requests')
    ticked = [vars(advocacy).get('held')] if what == 'family' else []
    if requests is not None:
        if what == 'family':
            follow_person(requests, gone)
        ticked += [vars(request).get('attachments') for request in requests.elements]
    for marks in filter(None, ticked):
        follow_keys(marks, what, gone)


def follow_lines(documents: Any, tellings: Any, list_name: str, gone: int) -> None:
    """Keep what was told of each paper, and its exhibit letter, with its own line after one thing was erased; what was told of that thing goes."""
    what = line_keys(tellings, list_name)
    if not what:
        return
    for kept in BY_LINE:
        if kept in vars(documents):
            follow_keys(getattr(documents, kept), what, gone)
    if what == 'family':
        for things in OF_THE_PAPERS:
            if things in vars(documents):
                follow_person(getattr(documents, things), gone)


def line_keys(tellings: Any, list_name: str) -> str:
    """What the keys begin with that hang on this list (`story.document_lines`); nothing for a list of which no paper is kept."""
    owner, _, name = list_name.rpartition('.')
    whose = next((telling.person for telling in tellings if telling.instanceName == owner), '')
    return f'{whose}_event' if name == 'events' else {'family': 'family', 'documents.added': 'added'}.get(list_name, '')


def follow_keys(held: Any, what: str, gone: int) -> None:
    """Keep what is held by key with its own thing after one was erased; what was held of that thing goes."""
    moved = {moved_key(key, what, gone): value for key, value in held.elements.items()}
    held.elements = {key: value for key, value in moved.items() if key}


def follow_filing(filing: Any, tellings: Any, list_name: str, gone: int) -> None:
    """Keep the number, the place in the case and the counted pages of each with its own person or paper after one thing was erased."""
    what = line_keys(tellings, list_name)
    if not what:
        return
    for kept in ('a_numbers', 'pages', 'on_notice'):
        if kept in vars(filing):
            follow_keys(getattr(filing, kept), what, gone)


def follow_person(things: Any, gone: int) -> None:
    """Papers and letters of somebody who was erased go; those of who comes after move up by one."""
    kept = [thing for thing in things.elements if moved_key(str(vars(thing).get('person', '')), 'family', gone) or 'person' not in vars(thing)]
    for thing in kept:
        if 'person' in vars(thing):
            thing.person = moved_key(str(thing.person), 'family', gone)
    for place in reversed([place for place, thing in enumerate(things.elements) if thing not in kept]):
        things.pop(place)


def forget_teller(tellings: Any, chosen: Any, number: int) -> None:
    """Erase what the person with this number in the family told; those after that person move up by one."""
    gone = f'family_{number}'
    for place in [place for place, telling in enumerate(tellings.elements) if telling.person == gone]:
        tellings.pop(place)
    for telling in tellings.elements:
        telling.person = moved_up(telling.person, number)
    if chosen is not None:
        chosen.elements = {moved_up(key, number): ticked for key, ticked in chosen.elements.items() if key != gone}


def follow_erasure(telling: Any, list_name: str, gone: int) -> None:
    """Keep explanations with their differences, and earlier events with the events they are, after one told thing was erased."""
    known = vars(telling)
    if 'explanations' in known:
        moved = {renumbered(key, list_name, gone): text for key, text in telling.explanations.elements.items()}
        telling.explanations.elements = {key: text for key, text in moved.items() if key}
    telling.differences_seen = [key for key in (renumbered(key, list_name, gone) for key in known.get('differences_seen', ())) if key]
    if list_name == 'events':
        known.pop('court_events', None)  # what the practice may ask about is chosen again: the places of the events have moved
    if list_name != 'events' or 'earlier' not in known:
        return
    for statement in telling.earlier.elements:
        for event in vars(statement)['events'].elements if 'events' in vars(statement) else ():
            same = str(vars(event).get('same_as') or '')
            if same.isdecimal():
                event.same_as = '' if int(same) == gone else str(int(same) - (int(same) > gone))
