"""The A-number on the screens of five tasks: asked where no task was told it yet, and looked at once when it was typed."""
from typing import Any

from docassemble.base.util import get_language, validation_error, word

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.story.a_number import is_complete
from docassemble.immdef_selfhelp.story.wording import say


def a_number_field(person_key: str, variable: str, label: str, kept: Any, **shown: Any) -> list[dict[str, Any]]:
    """The field for the A-number of one person; none where another task was told it (`Case.a_number`). `kept` is what this place holds of it."""
    if not str(kept or '').strip() and case_now().a_number(person_key):
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
    return a_number_field(telling.person, f'{telling.instanceName}.a_number', word('A-number, if you have one'), vars(telling).get('a_number'),
                          **{'show if': {'variable': f'{telling.instanceName}.wants_declaration', 'is': 'yes'}})


def held_number(held: Any) -> list[dict[str, Any]]:
    """The field of who is held."""
    return a_number_field(held.person, f'{held.instanceName}.a_number', word('A-number of this person, if you have it'), vars(held).get('a_number'))


def relative_number(relative: Any) -> list[dict[str, Any]]:
    """The field of a relative on the form."""
    return a_number_field(str(vars(relative).get('key') or ''), f'{relative.instanceName}.a_number', word('A-number'), vars(relative).get('a_number'))
