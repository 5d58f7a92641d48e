"""What a case must never lead to: each rule in plain words, and what holds it.

A rule is held by patterns that no screen and no paper of the walk may match, or by named tests, where no pattern can say it. How a case file
writes it down: tests/cases/README.md.
"""
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.walk.case_file import CaseFileError

RULE_KEYS = frozenset({'rule', 'never', 'held_by', 'in_every_case'})
NEVER_KEYS = frozenset({'pattern', 'on', 'would_catch'})
SCREENS, PAPERS = 'screens', 'papers'

Text = tuple[str, str]
"""Where a text stands (`screen my_situation`, `declaration applicant es`), and the text."""


@dataclass(frozen=True)
class Never:
    """A pattern that no text may match, upper and lower case alike.

    `on`: where it holds: `screens`, `papers`, or the beginning of a place, as `declaration` or `screen agreement`.
    `would_catch`: for each language a sentence that it matches, so that a pattern which catches nothing is seen.
    """
    pattern: str
    on: tuple[str, ...]
    would_catch: Mapping[str, str]

    def holds_on(self, place: str) -> bool:
        """Whether the pattern is for this place."""
        kind = SCREENS if place.startswith('screen ') else PAPERS
        return any(part == kind or f'{place} '.startswith(f'{part} ') for part in self.on)

    def found_in(self, text: str) -> str:
        """What it matches in a text; empty when nothing."""
        found = re.search(self.pattern, text, re.IGNORECASE)
        return found.group(0) if found else ''


@dataclass(frozen=True)
class Rule:
    """One thing that must not happen. `held_by`: tests, as `path::name`. `in_every_case`: its patterns hold for every family."""
    words: str
    never: tuple[Never, ...]
    held_by: tuple[str, ...]
    in_every_case: bool = False


def never_of(entry: Any, words: str) -> Never:
    """One pattern from a case file. Raises CaseFileError."""
    if not isinstance(entry, Mapping) or not set(entry) <= NEVER_KEYS or not entry.get('pattern'):
        raise CaseFileError(f'must_not, "{words}": a pattern has {", ".join(sorted(NEVER_KEYS))}')
    try:
        re.compile(entry['pattern'])
    except re.error as error:
        raise CaseFileError(f'must_not, "{words}": {entry["pattern"]} is no pattern: {error}') from error
    caught = entry.get('would_catch') or {}
    if set(caught) != set(LANGUAGES):
        raise CaseFileError(f'must_not, "{words}": would_catch needs a sentence in each of {", ".join(LANGUAGES)}')
    return Never(entry['pattern'], tuple(entry.get('on') or (SCREENS, PAPERS)), dict(caught))


def rules_of(expected: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules of a case file's `expect`. Raises CaseFileError, also for a rule that nothing holds."""
    rules = []
    for entry in expected.get('must_not') or ():
        if not isinstance(entry, Mapping) or not set(entry) <= RULE_KEYS or not entry.get('rule'):
            raise CaseFileError(f'must_not: a rule has {", ".join(sorted(RULE_KEYS))}')
        never = tuple(never_of(pattern, entry['rule']) for pattern in entry.get('never') or ())
        held_by = tuple(entry.get('held_by') or ())
        if not never and not held_by:
            raise CaseFileError(f'must_not, "{entry["rule"]}": nothing holds it')
        rules.append(Rule(entry['rule'], never, held_by, entry.get('in_every_case') == 'yes'))
    return tuple(rules)


def violations(texts: Iterable[Text], rules: Iterable[Rule]) -> list[str]:
    """Every text that a pattern of a rule matches, a line each."""
    patterns = [(never, rule) for rule in rules for never in rule.never]
    found = []
    for place, text in texts:
        for never, rule in patterns:
            said = never.found_in(text) if never.holds_on(place) else ''
            found += [f'{place}: says "{said}", which it must not ({rule.words}: /{never.pattern}/)'] if said else []
    return list(dict.fromkeys(found))
