"""One screen as its user meets it: what is written on it and what can be answered, read from docassemble's own status."""
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

GENERIC = re.compile(r'^x(?=[.\[])')
INDEX = re.compile(r'\[([ijklmn])\]')


@dataclass(frozen=True)
class Choice:
    """One choice of a field or one button: the value kept and the words shown. `leaves`: what a button does instead of answering."""
    value: Any
    label: str
    leaves: str = ''


Condition = tuple[str, str, bool]


def met(condition: Condition | None, given: Mapping[str, Any]) -> bool:
    """Whether the page shows something under a `show if`: the other field, its value, and whether it must be that value or must not."""
    if condition is None:
        return True
    other, value, wanted = condition
    return (str(given.get(other, '')) == value) is wanted


@dataclass(frozen=True)
class Note:
    """A text between the fields."""
    text: str
    show_if: Condition | None = None


@dataclass(frozen=True)
class Entry:
    """One field: `variable` is the full name (`tellings[0].events[2].what`), `name` the one docassemble knows it by on this screen."""
    variable: str
    name: str
    label: str
    kind: str
    required: bool
    choices: tuple[Choice, ...] = ()
    none_label: str = ''
    hint: str = ''
    default: Any = None
    show_if: Condition | None = None

    def visible(self, given: Mapping[str, Any]) -> bool:
        """Whether the page shows this field, given the values of the others by `name`."""
        return met(self.show_if, given)


@dataclass(frozen=True)
class Screen:
    """One screen. `continues` is the variable its continue button sets, and `buttons` stand when there is no continue button."""
    id: str
    question: str
    subquestion: str
    entries: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    buttons: tuple[Choice, ...] = ()
    button_variable: str = ''
    continues: str = ''
    continue_label: str = ''
    back_label: str = ''
    top: str = ''
    under: str = ''
    kind: str = ''
    file: bytes | None = None


def full_name(name: str, dictionary: Mapping[str, Any]) -> str:
    """A variable with the numbers that its index letters stand for now, and the name of the object that a generic screen is about (`x`)."""
    named = GENERIC.sub(lambda _: str(dictionary['x'].instanceName), name)
    return INDEX.sub(lambda match: f'[{dictionary[match.group(1)]!r}]', named)


def condition(field: Any, status: Any, from_safeid: Any) -> Condition | None:
    """The `show if` of a field: the other field, its value, and whether it must be that value or must not."""
    extras = getattr(field, 'extras', {})
    if 'show_if_var' not in extras:
        return None
    return from_safeid(extras['show_if_var']), str(status.extras['show_if_val'][field.number]), bool(extras['show_if_sign'])


def choices_of(field: Any, status: Any) -> tuple[Choice, ...]:
    """The choices of a field, as docassemble computed them for this screen."""
    from docassemble.base.language.words import word
    if getattr(field, 'datatype', '') == 'boolean':
        return Choice(True, word('Yes')), Choice(False, word('No'))
    if not hasattr(field, 'choicetype'):
        return ()
    return tuple(Choice(choice['key'], str(choice['label'])) for choice in status.selectcompute.get(field.number, ()))


def kind_of(field: Any) -> str:
    """What a person does with a field: `checkboxes`, `radio`, `dropdown`, `area`, `raw`, `text` or `yesno`."""
    datatype, inputtype = getattr(field, 'datatype', 'text'), getattr(field, 'inputtype', '')
    if datatype == 'checkboxes':
        return 'checkboxes'
    if datatype == 'boolean':
        return 'yesno'
    if hasattr(field, 'choicetype'):
        return 'dropdown' if inputtype == 'dropdown' else 'radio'
    return 'area' if inputtype == 'area' or datatype == 'area' else 'text'


def entries_of(status: Any, dictionary: Mapping[str, Any]) -> tuple[tuple[Entry, ...], tuple[Note, ...]]:
    """The fields and the notes of a screen, in order."""
    from docassemble.base.parse import from_safeid
    entries, notes = [], []
    for field in status.get_field_list():
        if not status.extras['ok'][field.number]:
            continue
        if not hasattr(field, 'saveas'):
            for kind in ('note', 'html'):
                if field.number in status.extras.get(kind, {}):
                    notes.append(Note(str(status.extras[kind][field.number]), condition(field, status, from_safeid)))
            continue
        name = from_safeid(field.saveas)
        nota = status.extras.get('nota', {}).get(field.number)
        entries.append(Entry(
            variable=full_name(name, dictionary), name=name, label=str(status.labels.get(field.number, '')), kind=kind_of(field),
            required=bool(status.extras['required'].get(field.number)), choices=choices_of(field, status),
            none_label=nota if isinstance(nota, str) else '', hint=str(status.hints.get(field.number, '')),
            default=status.defaults.get(field.number), show_if=condition(field, status, from_safeid)))
    return tuple(entries), tuple(notes)


def buttons_of(status: Any) -> tuple[Choice, ...]:
    """The buttons of a screen that is answered by a button."""
    found = []
    for choice in status.selectcompute.get(status.question.fields[0].number) or ():
        key = choice['key']
        leaves = getattr(key, 'question_type', '')
        found.append(Choice(leaves or key, str(choice['label']), leaves))
    return tuple(found)


def screen_of(status: Any, dictionary: dict[str, Any], parts: Mapping[str, Any]) -> Screen:
    """The screen that docassemble decided on. `parts` are the screen parts (labels of the buttons, what stands on top)."""
    from docassemble.base.language.words import word
    from docassemble.base.parse import from_safeid
    question = status.question
    common: dict[str, Any] = {
        'id': str(getattr(question, 'id', '') or question.name), 'question': status.question_text or '', 'subquestion': status.subquestion_text or '',
        'continue_label': str(status.continue_label or parts.get('continue button label') or word('Continue')),
        'back_label': str(parts.get('back button label') or word('Back')), 'top': str(parts.get('pre') or ''),
        'under': str(status.extras.get('underText') or ''), 'kind': question.question_type}
    if question.question_type == 'fields':
        entries, notes = entries_of(status, dictionary)
        return Screen(**common, entries=entries, notes=notes, continues=str(getattr(question, 'fields_saveas', '') or ''))
    if question.question_type == 'multiple_choice':
        saveas = getattr(question.fields[0], 'saveas', '')
        return Screen(**common, buttons=buttons_of(status), button_variable=from_safeid(saveas) if saveas else '')
    if question.question_type == 'settrue':
        return Screen(**common, continues=from_safeid(question.fields[0].saveas))
    if question.question_type == 'response':
        return Screen(**common, file=getattr(question, 'binaryresponse', None))
    return Screen(**common)
