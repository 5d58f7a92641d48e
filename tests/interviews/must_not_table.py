"""The rules of all families in one table: who, what must not happen, and what holds it."""
import re
from pathlib import Path

from interviews.walks import CASES, case
from law.expert_cases import expert_case

from docassemble.immdef_selfhelp.walk.must_not import Rule, rules_of

ROOT = Path(__file__).parent.parent.parent
RULES: dict[str, tuple[Rule, ...]] = {name: rules_of(case(name)['expect']) for name in CASES}


def written_down(name: str) -> set[str]:
    """What the screeners wrote down that must not happen to a family of the law's ten cases."""
    return set(expert_case(name).must_not)


def named_test(test: str) -> bool:
    """Whether a test is there, by its path and name."""
    path, _, name = test.partition('::')
    file = ROOT / path
    return file.is_file() and bool(re.search(rf'^def {re.escape(name)}\(', file.read_text(encoding='utf-8'), re.MULTILINE))


def holds(rule: Rule) -> str:
    """What holds a rule, in a few words."""
    patterns = f'{len(rule.never)} pattern(s), both languages' + (', for every family' if rule.in_every_case else '') if rule.never else ''
    return '; '.join(filter(None, (patterns, *(test.rpartition('::')[2] for test in rule.held_by))))


def table() -> list[str]:
    """A line for each rule."""
    return [f'{name[:2]}  {rule.words}\n      {holds(rule)}' for name, rules in RULES.items() for rule in rules]
