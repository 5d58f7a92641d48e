"""The lists to mark: one shape, and one screen for all of them (`interviews/subjects/lists.yml`). A later task brings its list here by a line."""
from collections.abc import Mapping
from types import MappingProxyType

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.law.facts import marks

LISTS: Mapping[str, str] = MappingProxyType({
    'danger_facts': marks.LAWYER_FIRST, 'circumstances': marks.CIRCUMSTANCES, 'special_care': marks.SPECIAL_CARE})
"""Each list by the variable under which a session keeps what was marked, with its data file."""
# What a list says above its first mark; the others say the common sentence.
LEADS = MappingProxyType({
    'danger_facts': 'If any of this happened, a lawyer should look at the case first. No one here will blame you. Whatever you answer, you can '
                    'keep going here.',
})
NOT_KNOWN = 'I do not know about some of these'
COMMON_LEAD = 'Everyone is asked the same questions. No one here will blame you.'


def is_list(name: str) -> bool:
    """Whether what was marked on a list is kept under this name."""
    return name in LISTS


def list_groups(name: str) -> tuple[marks.MarkGroup, ...]:
    """The screens of one list. Raises KeyError for a list nobody has."""
    return marks.groups(LISTS[name])


def list_title(name: str, number: int) -> str:
    """The question of one screen of a list, and where in the list it stands, as "(1 / 3)" that no line ends within."""
    groups = list_groups(name)
    place = f' ({number + 1}\u00a0/\u00a0{len(groups)})' if len(groups) > 1 else ''
    return f'{groups[number].title[get_language()]}{place}'


def list_lead(name: str) -> str:
    """What stands above the marks, in the language of the screen."""
    return f'> **{word("Why we ask.")}** {word(LEADS[name])}' if name in LEADS else word(COMMON_LEAD)


def list_choices(name: str, number: int) -> list[dict[str, str]]:
    """What can be marked on one screen of a list, and that one does not know."""
    found = [{mark.id: mark.ask[get_language()]} for mark in list_groups(name)[number].marks]
    return [*found, {'unknown': word(NOT_KNOWN)}]
