"""The ten invented cases as facts, with what an experienced screener marked: expected codes against raised codes."""
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from docassemble.immdef_selfhelp.law.facts.facts import Facts, read_facts
from docassemble.immdef_selfhelp.law.findings.found import findings
from docassemble.immdef_selfhelp.law.rules.finding import LEVELS, Finding

FOLDER = Path(__file__).parent / 'cases'
NAMES = tuple(sorted(path.stem for path in FOLDER.glob('*.yml')))
MUST_RAISE = ('urgent', 'high')


@dataclass(frozen=True)
class ExpertCase:
    """One case: its facts, the day, what was marked and with which level, why any urgent code nobody marked stands, and what must not happen."""
    name: str
    on: date
    facts: Facts
    expected: dict[str, str]
    urgent_too: dict[str, str]
    must_not: tuple[str, ...]

    @property
    def found(self) -> tuple[Finding, ...]:
        """What the rules find."""
        return findings(self.facts, self.on)

    @property
    def raised(self) -> dict[str, str]:
        """Each code raised, with its highest level."""
        levels: dict[str, str] = {}
        for finding in self.found:
            levels[finding.code] = min(levels.get(finding.code, finding.level), finding.level, key=LEVELS.index)
        return levels


@cache
def expert_case(name: str) -> ExpertCase:
    """One case by the name of its file."""
    content: dict[str, Any] = yaml.safe_load((FOLDER / f'{name}.yml').read_text(encoding='utf-8'))
    return ExpertCase(name, content['day'], read_facts(content['facts']), content['expected'], content['urgent_too'],
                      tuple(content['must_not']))


def table() -> list[str]:
    """Recall and precision of every case and of all together, and what is missing or more than expected, a line each."""
    rows, hits, wanted, given = [], 0, 0, 0
    for case in map(expert_case, NAMES):
        raised = {code for code, level in case.raised.items() if level != 'info' or code in case.expected}
        hit = raised & set(case.expected)
        hits, wanted, given = hits + len(hit), wanted + len(case.expected), given + len(raised)
        missing = sorted(set(case.expected) - raised)
        rows.append(f'{case.name[:44]:44} {len(hit):2}/{len(case.expected):2} of expected, {len(hit):2}/{len(raised):2} of raised'
                    + (f'; not raised: {", ".join(missing)}' if missing else ''))
    return [*rows, f'{"all ten cases":44} recall {hits / wanted:.0%}, precision {hits / given:.0%} (codes of level info that nobody marked left out)']
