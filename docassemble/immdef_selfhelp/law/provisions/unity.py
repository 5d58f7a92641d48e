"""The policies under which a family can ask officers for something, in their own categories, by day. One that ended is offered no more."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import lists
from docassemble.immdef_selfhelp.law.provisions.lists import Here, Provision, Words
from docassemble.immdef_selfhelp.law.typed import Key


@dataclass(frozen=True)
class Category:
    """One category of a policy, in its own words."""
    code: str
    words: Here


@dataclass(frozen=True)
class Policy:
    """A policy from its first to its last day (none: it stands), and the categories of its own words."""
    id: str
    provision: Provision
    first: Annotated[date, Key('from')]
    several: Annotated[tuple[Category, ...], Key('categories')]
    last: Annotated[date | None, Key('until')] = None

    @property
    def categories(self) -> Mapping[str, Words]:
        """The words of each category by its code."""
        return {one.code: one.words for one in self.several}

    def stands(self, on: date) -> bool:
        """Whether it stands on this day."""
        return self.first <= on and (self.last is None or on <= self.last)


@cache
def policies() -> tuple[Policy, ...]:
    """Every policy, in file order. Raises LawDataError."""
    found = lists.all_of(Policy, 'lists/unity_policies')
    for policy in found:
        strict.need(policy.last is None or policy.first <= policy.last, f'unity_policies.yml, {policy.id}', 'it ends before it begins')
    return found


def standing(on: date) -> tuple[Policy, ...]:
    """The policies that stand on this day."""
    return tuple(policy for policy in policies() if policy.stands(on))


def category_words(code: str, language: str, on: date) -> tuple[tuple[str, Policy], ...]:
    """How the policies of this day call a category, each in its own words; empty when none of them has it."""
    return tuple((policy.categories[code][language], policy) for policy in standing(on) if code in policy.categories)
