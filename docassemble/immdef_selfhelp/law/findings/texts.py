"""The words of the findings: what each code says in both languages, the next step, and the authorities behind it (`law/data/findings_*.yml`).

Words about the law are data, so that the reviewing attorney reads and signs every one of them. The rules only choose the code.
"""
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from types import MappingProxyType
from typing import Any, get_args

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated, lists
from docassemble.immdef_selfhelp.law.provisions.lists import Provisions, Words
from docassemble.immdef_selfhelp.law.rules.finding import Kind

FILLED = frozenset({'date', 'people', 'country', 'nationality', 'language', 'value'})
"""What a sentence of a finding may have in braces."""


@dataclass(frozen=True)
class FindingText:
    """The words of one code, for one kind of finding or (`kind` empty) for all. `authority`: ids of provisions, at least one.

    `today`: ids of provisions with what can be done today. A stop that has them is shown before anything is drafted (`law.findings.found.stops`).
    """
    code: str
    title: Words
    say: Words
    next: Words
    authority: Provisions
    group: str
    kind: str = ''
    today: Provisions = ()

    @property
    def id(self) -> str:
        """What a sign-off names: `ONE_YEAR_SOON`, or `INTERNAL_RELOCATION.not_yet_described`."""
        return f'{self.code}.{self.kind}' if self.kind else self.code


def braces(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def read_text(entry: Any, group: str) -> FindingText:
    """One text from its YAML. Raises LawDataError."""
    where = f'{group}.yml, {strict.text_in(entry, "code", group)}'
    found = lists.read(FindingText, entry, where, group=group)
    strict.need(not found.kind or found.kind in get_args(Kind), where, f"'kind' must be one of {', '.join(get_args(Kind))}")
    for part, said in (('title', found.title), ('say', found.say), ('next', found.next)):
        used = {language: braces(text) for language, text in said.items()}
        strict.need(len(set(used.values())) == 1, f'{where}, {part}', 'the two languages use different braces')
        strict.need(used['es'] <= FILLED, f'{where}, {part}', f'unknown braces: {", ".join(sorted(used["es"] - FILLED))}')
    return found


@cache
def all_texts() -> Mapping[str, FindingText]:
    """Every text by its id, in file order. Raises LawDataError, also for an id that stands twice."""
    found: dict[str, FindingText] = {}
    for path in sorted((dated.DATA / 'findings').glob('*.yml')):
        group = f'findings/{path.stem}'
        for entry in dated.groups_in(group):
            text = read_text(entry, group)
            strict.need(text.id not in found, path.name, f'{text.id} stands twice')
            found[text.id] = text
    return MappingProxyType(found)


def text_of(code: str, kind: str) -> FindingText:
    """The words for a code and kind. Raises KeyError when there are none."""
    texts = all_texts()
    return texts.get(f'{code}.{kind}') or texts[code]
