"""Names as the form's three boxes want them: both surnames in "last name", nothing of a surname in "middle name"."""
from docassemble.immdef_selfhelp.story.i589.box import Box, fixed, text
from docassemble.immdef_selfhelp.story.told.box_states import NONE


def tidy(told: str) -> str:
    """A part of a name, single-spaced; a dash for a name that is not there is none."""
    return ' '.join(told.split()) if any(map(str.isalnum, told)) else ''


def first_and_middle(given: str, middle: str) -> tuple[str, str]:
    """The given names as two boxes. Only what the person put in the middle stands there; nobody can see where a first name ends."""
    words, wanted = given.split(), middle.split()
    ends_with = len(wanted) < len(words) and [word.casefold() for word in words[-len(wanted):]] == [word.casefold() for word in wanted]
    return (' '.join(words[:-len(wanted)]), ' '.join(words[-len(wanted):])) if wanted and ends_with else (given, middle)


def name_boxes(given_names: str, first_surname: str, second_surname: str, middle_name: str) -> tuple[Box, Box, Box]:
    """Last, first and middle name. Somebody with one name has it in "last name", and none in the other two."""
    given, surnames = tidy(given_names), [part for part in (tidy(first_surname), tidy(second_surname)) if part]
    middle = tidy(middle_name)
    if middle.casefold() in [part.casefold() for part in (*surnames, ' '.join(surnames), given)]:
        middle = ''
    if not surnames or not given:
        last = ' '.join(surnames) or given
        return Box(last), fixed(NONE) if last else Box(), text(middle) if middle else fixed(NONE) if last else Box()
    first, middle = first_and_middle(given, middle)
    return Box(' '.join(surnames)), Box(first), text(middle) if middle else fixed(NONE)
