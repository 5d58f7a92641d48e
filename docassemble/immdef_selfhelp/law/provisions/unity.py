"""The policies under which a family can ask officers for something, in their own categories, by day. One that ended is offered no more."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated

KEYS = frozenset({'id', 'provision', 'from', 'until', 'categories'})
CATEGORY_KEYS = frozenset({'code', 'es', 'en'})


@dataclass(frozen=True)
class Policy:
    """A policy from its first to its last day (none: it stands). `categories`: its own words by the code of each."""
    id: str
    provision: str
    first: date
    last: date | None
    categories: Mapping[str, Mapping[str, str]]

    def stands(self, on: date) -> bool:
        """Whether it stands on this day."""
        return self.first <= on and (self.last is None or on <= self.last)


def read_policy(entry: Any) -> Policy:
    """One policy from its YAML. Raises LawDataError."""
    where = f'unity_policies.yml, {strict.text_in(entry, "id", "unity_policies.yml")}'
    strict.known_keys(entry, KEYS, where)
    strict.need(entry.get('provision') in dated.all_provisions(), where, f'there is no provision {entry.get("provision")!r}')
    first = strict.day_in(entry, 'from', where)
    last = strict.day_in(entry, 'until', where) if 'until' in entry else None
    strict.need(last is None or first <= last, where, 'it ends before it begins')
    words = {}
    for line in entry.get('categories') or ():
        strict.known_keys(line, CATEGORY_KEYS, where)
        words[strict.text_in(line, 'code', where)] = strict.both_languages(line, where)
    strict.need(bool(words), where, "'categories' is missing or empty")
    return Policy(entry['id'], entry['provision'], first, last, MappingProxyType(words))


@cache
def policies() -> tuple[Policy, ...]:
    """Every policy, in file order. Raises LawDataError."""
    return tuple(map(read_policy, dated.groups_in('lists/unity_policies')))


def standing(on: date) -> tuple[Policy, ...]:
    """The policies that stand on this day."""
    return tuple(policy for policy in policies() if policy.stands(on))


def category_words(code: str, language: str, on: date) -> tuple[tuple[str, Policy], ...]:
    """How the policies of this day call a category, each in its own words; empty when none of them has it."""
    return tuple((policy.categories[code][language], policy) for policy in standing(on) if code in policy.categories)
