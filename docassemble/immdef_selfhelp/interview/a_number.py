"""The A-number on the screens of five tasks: asked where no task was told it yet, and looked at once when it was typed."""
from typing import Any

from docassemble.base.util import all_variables, get_language, validation_error, word

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.story.a_number import is_complete
from docassemble.immdef_selfhelp.story.wording import say


def is_asked(kept: Any, person_key: str, teller: str = '') -> bool:
    """Whether one place asks the A-number of a person: no other place was told it (`Case.a_number`). `kept` is what this place holds of it."""
    return bool(str(kept or '').strip()) or not case_now().a_number(person_key, teller)


def a_number_field(variable: str, label: str, kept: Any, person_key: str, teller: str = '', **shown: Any) -> list[dict[str, Any]]:
    """The field for the A-number of one person, where this place asks it (`is_asked`)."""
    if not is_asked(kept, person_key, teller):
        return []
    return [{'label': label, 'field': variable, 'datatype': 'typed', 'required': False, 'maxlength': 20, 'hint': 'A000 000 000', **shown}]


def check_a_number(told: Any, variable: str) -> None:
    """Ask kindly to look again at an A-number that has not 8 or 9 digits; none at all is fine. Raises docassemble's validation error."""
    if not is_complete(str(told or '')):
        validation_error(say('a_number', 'not_complete', get_language()), field=variable)


def check_a_number_of(thing: Any) -> None:
    """The same for what keeps one under `a_number`; fine where it is not asked."""
    check_a_number(vars(thing).get('a_number'), f'{thing.instanceName}.a_number')


def declaration_number(telling: Any) -> list[dict[str, Any]]:
    """The field of whoever wants a declaration."""
    # By the name that the other field of the screen has in the YAML
    wanted: dict[str, Any] = {'show if': {'variable': 'tellings[i].wants_declaration', 'is': 'yes'}}
    kept = vars(telling).get('a_number')
    return a_number_field(f'{telling.instanceName}.a_number', word('A-number, if you have one'), kept, telling.person, **wanted)


def relative_number(relative: Any) -> list[dict[str, Any]]:
    """The field of a relative on the form."""
    kept = vars(relative).get('a_number')
    return a_number_field(f'{relative.instanceName}.a_number', word('A-number'), kept, key_of(relative), teller_of(relative))


def told_by_teller(relative: Any) -> bool:
    """Whether the A-number of a relative on the form was told elsewhere, as that form may know it."""
    return bool(key_of(relative) and case_now().a_number(key_of(relative), teller_of(relative)))


def key_of(relative: Any) -> str:
    """Who of the family a relative on the form is; empty for somebody who is told only there."""
    return str(vars(relative).get('key') or '')


def teller_of(relative: Any) -> str:
    """Whose form a relative stands on, by the place in the session."""
    owner = relative.instanceName.partition('.application')[0]
    return next(str(telling.person) for telling in all_variables(simplify=False)['tellings'].elements if telling.instanceName == owner)
