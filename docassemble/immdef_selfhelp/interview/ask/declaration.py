"""Whether a declaration is wanted, and who reads it back and translates it."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.reading import reading_told


def ask_declaration(telling: Any) -> None:
    """Whether the person wants a declaration, and who reads it back and translates it."""
    if telling.wants_declaration == 'yes':
        if (reading_told(telling) or telling.reads_told_language) != 'yes':
            look_at(telling.interpreter.name)
        if telling.told_language != 'en':
            look_at(telling.translator.name)


def declaration_told(telling: Any) -> bool:
    """Whether a declaration is wanted, and who reads it back and translates it."""
    known = vars(telling)
    if known.get('wants_declaration') != 'yes':
        return 'wants_declaration' in known
    read_back = reading_told(telling) == 'yes' or ('interpreter' in known and 'name' in vars(telling.interpreter))
    return read_back and (known.get('told_language') == 'en' or ('translator' in known and 'name' in vars(telling.translator)))
