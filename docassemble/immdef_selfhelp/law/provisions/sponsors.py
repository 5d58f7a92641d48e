"""What the law data says by where somebody is from whom a sponsor writes: rules, papers that go with the letter, what to ask. All of it dated."""
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import lists
from docassemble.immdef_selfhelp.law.provisions.lists import Here, Provision, Provisions, Words


@dataclass(frozen=True)
class Line:
    """One paper, or one thing to ask."""
    code: str
    words: Here


@dataclass(frozen=True)
class Channel:
    """Who decides, in both languages; the provisions to read; the papers with the provision they come from (none where no list was found)."""
    id: str
    title: Words
    rules: Provisions
    papers_from: Provision = ''
    papers: tuple[Line, ...] = ()
    ask: tuple[Line, ...] = ()

    @property
    def provisions(self) -> tuple[str, ...]:
        """Every provision it stands on."""
        return tuple(dict.fromkeys((*self.rules, *filter(None, (self.papers_from,)))))


@cache
def channels() -> Mapping[str, Channel]:
    """Every channel by its id, in the order of the screens. Raises LawDataError."""
    found = lists.all_of(Channel, 'lists/sponsor_channels')
    for one in found:
        where = f'sponsor_channels.yml, {one.id}'
        strict.need(bool(one.papers) == bool(one.papers_from), where, 'a list of papers says which provision it comes from')
    return {one.id: one for one in found}
