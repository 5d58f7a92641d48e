"""A phone that somebody watches, in the session itself: what it must not hold (`story.told.watched`) is erased as soon as that is answered."""
from collections.abc import Iterator, Mapping
from typing import Any

from docassemble.base.util import DADict, DAList, DAObject, all_variables, word

from docassemble.immdef_selfhelp.interview.answers import forget_earlier_steps, plain
from docassemble.immdef_selfhelp.law.typed import key_of, parts_of
from docassemble.immdef_selfhelp.story.told.tree import SUBJECTS, subject_in
from docassemble.immdef_selfhelp.story.told.watched import WATCHED, keys_closed

OF_A_LIST = ('gathered', 'there_are_any', 'there_is_another')


def not_on_this_phone(phone_safety: str) -> str:
    """Why a screen does not ask for an address or a telephone, on a phone that somebody watches; nothing on any other."""
    said = word('We ask for no address and no number here, because someone may look at this phone. You can write them on the paper by hand.')
    return f'<p>{said}</p>' if phone_safety == WATCHED else ''


def forget_when_watched(phone_safety: str) -> None:
    """On a phone that somebody watches: erase where anybody is or lives and telephones, and with them the way back to the screens that asked.

    Also of a session that was begun on another phone, or before this one was watched.
    """
    if phone_safety == WATCHED and forget_marked(all_variables(simplify=False)):
        forget_earlier_steps()


def forget_marked(variables: Mapping[str, Any]) -> bool:
    """Erase every answer of a session that a watched phone does not hold. Returns whether there was any."""
    found = [(owner, key) for name, kind in SUBJECTS.items() if name and name in variables for owner, key in marked_in(variables[name], kind)]
    erased = [forget(owner, key) for owner, key in found]
    return any(erased)


def marked_in(told: Any, kind: type) -> Iterator[tuple[Any, str]]:
    """The answers of one subject, and of those inside it, that a watched phone does not hold: whose they are, and their key."""
    if isinstance(told, DAList):
        for one in told.elements:
            yield from marked_in(one, kind)
    elif isinstance(told, DAObject):
        known = vars(told)
        gone = keys_closed(kind, {name: plain(value) for name, value in known.items() if isinstance(value, str)})
        yield from ((told, key) for key in gone if key in known)
        for part, hint in parts_of(kind):
            inside, key = subject_in(hint), key_of(part.name, hint)
            if inside and key in known and key not in gone:
                yield from marked_in(known[key], inside)


def forget(owner: Any, key: str) -> bool:
    """Erase one answer; a list or a mapping stays, without anything in it. Returns whether anything was there."""
    value = getattr(owner, key)
    if not isinstance(value, DAList | DADict):
        delattr(owner, key)
        return True
    had = bool(value.elements)
    value.elements = type(value.elements)()
    for name in OF_A_LIST:
        vars(value).pop(name, None)
    return had
