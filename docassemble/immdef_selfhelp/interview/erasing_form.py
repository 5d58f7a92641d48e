"""Erasing on Form I-589: what follows on every form when something told is erased, and which of its lists can be erased from."""
from collections.abc import Iterable
from typing import Any

from docassemble.immdef_selfhelp.interview.answers import forget_all, forget_earlier_steps
from docassemble.immdef_selfhelp.interview.ask.tellers import APPLICANT

# Lists of a form, each with the answer that says whether it has anything: for the addresses there is none
FORM_GATES = {'children': 'other_children', 'siblings': 'other_siblings', 'homes': '', 'schools': 'went_to_school', 'jobs': 'worked',
              'own_entries': 'same_entries', 'helpers': 'family_helped'}
PEOPLE_OF_A_FORM = ('spouse', 'mother', 'father')
# Boxes of the latest entry, each with the screen that asked what it holds when it was left empty
OF_THE_LATEST_ENTRY = {'i94_number': 'i94', 'status_expires': 'status_expires'}


def moved_up(key: str, number: int) -> str:
    """The key of a person after the one with this number in the family is gone: those behind move up by one."""
    before, _, place = key.rpartition('_')
    return f'family_{int(place) - 1}' if before == 'family' and int(place) > number else key


def forms_of(tellings: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Every form that was begun, each with the telling of whoever files it."""
    return [(telling, telling.application) for telling in tellings if 'application' in vars(telling)]


def forget_on_forms(tellings: Iterable[Any], number: int) -> None:
    """Take one person of the family off every form (`told.application`); the keys of those after that person move up by one.

    Of a spouse, a mother or a father every answer goes: whoever stands there next is asked anew.
    """
    gone = f'family_{number}'
    for _, form in forms_of(tellings):
        for things in (getattr(form, name) for name in ('children', 'siblings') if name in vars(form)):
            for place in [place for place, one in reversed(list(enumerate(things.elements))) if vars(one).get('key') == gone]:
                things.pop(place)
            for one in things.elements:
                one.key = moved_up(str(vars(one).get('key') or ''), number)
        for one in (getattr(form, name) for name in PEOPLE_OF_A_FORM if name in vars(form)):
            if vars(one).get('key') == gone:
                forget_all(one)
            elif 'key' in vars(one):
                one.key = moved_up(one.key, number)
        if 'family_children' in vars(form):
            chosen = form.family_children
            chosen.elements = {moved_up(key, number): ticked for key, ticked in chosen.elements.items() if key != gone}


def follow_entries(tellings: Iterable[Any], gone: int) -> None:
    """Keep the status told for each entry of the family with its own entry, on every form, after one entry was erased.

    What the form asks of the latest entry only may have been told of the erased one: whoever came with the family is asked again.
    """
    for telling, form in forms_of(tellings):
        if 'entry_statuses' in vars(form):
            kept = {int(key): status for key, status in form.entry_statuses.elements.items() if key.isdecimal() and int(key) != gone}
            form.entry_statuses.elements = {str(place - (place > gone)): status for place, status in kept.items()}
        if telling.person == APPLICANT or vars(form).get('same_entries') != 'no':
            forget_latest_entry(form)


def forget_latest_entry(form: Any) -> None:
    """Erase what the form asks of the latest entry, so that it is asked again."""
    known = vars(form)
    for name, page in OF_THE_LATEST_ENTRY.items():
        known.pop(name, None)
        for marks, key in (('states', name), ('left_read', page)):
            if marks in known:
                known[marks].elements.pop(key, None)


def lists_of_form(telling: Any) -> dict[str, Any]:
    """The lists of one adult's form that were begun, by the name that stands in a link."""
    form = vars(telling).get('application')
    return {f'{form.instanceName}.{name}': vars(form)[name] for name in FORM_GATES if name in vars(form)} if form is not None else {}


def form_with(tellings: Iterable[Any], list_name: str) -> Any:
    """The form whose list has this name, or None for any other list."""
    return next((telling.application for telling in tellings if list_name in lists_of_form(telling)), None)


def is_of_family(thing: Any) -> bool:
    """Whether one of a list of the form stands there for somebody of the family: that one is erased only with the person."""
    return bool(vars(thing).get('key'))


def remove_of_form(form: Any, name: str, number: int) -> None:
    """Erase one of a list of a form, but nobody of the family. What asks whether there is one, and what was said of an empty time, is asked again."""
    known = vars(form)
    things = known[name]
    if is_of_family(things.elements[number]):
        return
    forget_earlier_steps()
    things.pop(number)
    things.there_are_any = bool(things.elements)
    if all(is_of_family(one) for one in things.elements):
        known.pop(FORM_GATES[name], None)
    known.pop(f'{name}_gaps', None)
    if name == 'own_entries':
        forget_latest_entry(form)
