"""What the law data says by where somebody is from whom a sponsor writes: rules, papers that go with the letter, what to ask. All of it dated."""
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated

KEYS = frozenset({'id', 'title', 'rules', 'papers_from', 'papers', 'ask'})
LINE_KEYS = frozenset({'code', 'es', 'en'})
Words = Mapping[str, str]


@dataclass(frozen=True)
class Channel:
    """Who decides, in both languages; the provisions to read; the papers with the provision they come from (none where no list was found)."""
    id: str
    title: Words
    rules: tuple[str, ...]
    papers_from: str
    papers: tuple[Words, ...]
    ask: tuple[Words, ...]

    @property
    def provisions(self) -> tuple[str, ...]:
        """Every provision it stands on."""
        return tuple(dict.fromkeys((*self.rules, *filter(None, (self.papers_from,)))))


def lines(entry: Mapping[str, Any], key: str, where: str) -> tuple[Words, ...]:
    """The lines of a list in both languages. Raises LawDataError."""
    for line in entry.get(key) or ():
        strict.known_keys(line, LINE_KEYS, where)
    return tuple(strict.both_languages(line, f'{where}, {strict.text_in(line, "code", where)}') for line in entry.get(key) or ())


def read_channel(entry: Any) -> Channel:
    """One channel from its YAML. Raises LawDataError."""
    where = f'sponsor_channels.yml, {strict.text_in(entry, "id", "sponsor_channels.yml")}'
    strict.known_keys(entry, KEYS, where)
    found = Channel(entry['id'], strict.both_languages(entry.get('title'), where), tuple(entry.get('rules') or ()),
                    str(entry.get('papers_from') or ''), lines(entry, 'papers', where), lines(entry, 'ask', where))
    strict.need(bool(found.papers) == bool(found.papers_from), where, 'a list of papers says which provision it comes from')
    unknown = [one for one in found.provisions if one not in dated.all_provisions()]
    strict.need(not unknown, where, f'there is no provision {", ".join(unknown)}')
    return found


@cache
def channels() -> Mapping[str, Channel]:
    """Every channel by its id, in the order of the screens. Raises LawDataError."""
    return {found.id: found for found in map(read_channel, dated.groups_in('lists/sponsor_channels'))}
