"""The papers and the proof: line after line, then the letters that ask for what is missing."""
from collections.abc import Iterable
from typing import Any

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.documents import lines_now
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story import safe_letters
from docassemble.immdef_selfhelp.story.document_lines import ADDED, US, Line, groups_of, with_letters
from docassemble.immdef_selfhelp.story.told.documents import ASKED, CANNOT, HAVE, OFFICER_FILE, PHOTO, REGISTRY

DETAIL_OF = {HAVE: 'translation', PHOTO: 'translation', ASKED: 'attempts', CANNOT: 'because'}
"""The answer that every line in this state has, once its details were asked."""


def number_lines(documents: Any, lines: Iterable[Line]) -> None:
    """Give every new line its exhibit letter; the letter of an erased line is given to no other."""
    found, last = with_letters(lines, documents.letters.elements, vars(documents).get('letters_given', 0))
    documents.letters.elements = found
    documents.letters_given = last


def answers(documents: Any, name: str) -> dict[str, Any]:
    """What was answered under one name, by line."""
    found: dict[str, Any] = getattr(documents, name).elements if name in vars(documents) else {}
    return found


def state_told(documents: Any, line: Line) -> bool:
    """Whether it was said what there is of this line."""
    return line.key in answers(documents, 'states')


def detail_told(documents: Any, line: Line) -> bool:
    """Whether the details of this line were asked, or there are none to ask."""
    wanted = DETAIL_OF.get(answers(documents, 'states').get(line.key, ''))
    return wanted is None or line.key in answers(documents, wanted)


def asked_again(screens: Any, key: str) -> None:
    """Ask a screen, also when it was answered before something new was told."""
    screens.elements.pop(key, None)
    look_at(screens[key])


def ask_lines(documents: Any, lines: Iterable[Line]) -> None:
    """One tap for each line, then what follows from it."""
    lines = tuple(lines)
    number_lines(documents, lines)
    for group, members in groups_of(lines).items():
        if not all(state_told(documents, line) for line in members):
            asked_again(documents.states_read, group)
        for line in members:
            if not detail_told(documents, line):
                asked_again(documents.details_read, line.key)


def lines_told(variables: Variables, lines: Iterable[Line]) -> bool:
    """Whether every line was gone through."""
    return variables.has('documents') and all(state_told(variables.documents, line) and detail_told(variables.documents, line) for line in lines)


def of_people() -> list[Line]:
    """The lines of the papers of people."""
    return [line for line in lines_now() if line.event < 0 and line.group not in (US, ADDED)]


def of_officers() -> list[Line]:
    """The lines of the papers that officers of the United States gave."""
    return [line for line in lines_now() if line.group == US]


def of_events() -> list[Line]:
    """The lines of the proof of events."""
    return [line for line in lines_now() if line.event >= 0]


def of_hand() -> list[Line]:
    """The lines added by hand."""
    return [line for line in lines_now() if line.group == ADDED]


def ask_added(documents: Any) -> None:
    """What a person adds by hand."""
    documents.added.gather()
    ask_lines(documents, of_hand())


def added_told(variables: Variables) -> bool:
    """Whether everything added by hand was gone through."""
    return variables.has('documents', 'added') and 'gathered' in vars(variables.documents.added) and lines_told(variables, of_hand())


def ask_letters(documents: Any) -> None:
    """How a paper is asked for, and the letters that are wanted."""
    look_at(documents.ways_read)
    if safe_letters.kinds(case_now()) and documents.wants_letters == 'yes':
        for request in documents.requests.elements:
            if 'complete' not in vars(request):
                ask_letter(request)
                request.complete = True
        documents.requests.there_are_any = True
        documents.requests.gather()


def ask_letter(request: Any) -> None:
    """One letter: what is asked for, of whom, and where the answer goes."""
    look_at(request.kind, request.person)
    if request.kind == REGISTRY:
        look_at(request.paper, request.father, request.deliver_to)
    elif request.kind in ('clinic', 'school'):
        look_at(request.place)
        if safe_letters.why_none_home(case_now()):
            request.in_united_states = 'yes'
        look_at(request.in_united_states, request.when, request.deliver_to)
    else:
        if request.kind == OFFICER_FILE:
            look_at(request.agency)
        look_at(request.address)


def letters_told(variables: Variables) -> bool:
    """Whether the letters were gone through, or none is wanted or may be made."""
    if not variables.has('documents', 'ways_read'):
        return False
    if not safe_letters.kinds(case_now()):
        return True
    known = vars(variables.documents)
    return 'wants_letters' in known and (known['wants_letters'] != 'yes' or 'gathered' in vars(variables.documents.requests))
