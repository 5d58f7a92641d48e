"""A legal data file that is wrong is refused, and the message says where and why."""
import textwrap
from pathlib import Path

import pytest

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated

GOOD = """
provisions:
  - id: some_fact
    citation: 8 CFR 208.30
    source: https://example.org
    checked: 2026-11-24
    review_by: 2026-12-24
    confidence: verified
    versions:
      - from: 2026-01-01
        value: 7
        es: A más tardar {value} días.
        en: No later than {value} days.
      - from: 2026-06-01
        value: 10
        es: A más tardar {value} días.
        en: No later than {value} days.
"""


def write(folder: Path, text: str, name: str = 'sample.yml') -> Path:
    path = folder / name
    path.write_text(textwrap.dedent(text), encoding='utf-8')
    return path


def test_a_good_file_is_read(tmp_path: Path) -> None:
    facts, groups = dated.read_file(write(tmp_path, GOOD))
    assert [fact.id for fact in facts] == ['some_fact']
    assert facts[0].group == 'sample'
    assert [version.value for version in facts[0].versions] == [7, 10]
    assert groups == []


@pytest.mark.parametrize(('before', 'after', 'says'), [
    ('        en: No later than {value} days.\n      - from', '      - from', "'en' is missing"),
    ('        es: A más tardar {value} días.\n        en: No later than {value} days.\n      - from',
     "        es: ''\n        en: No later than {value} days.\n      - from", "'es' is missing"),
    ('    citation: 8 CFR 208.30\n', '', "'citation' is missing"),
    ('    source: https://example.org\n', '', "'source' is missing"),
    ('from: 2026-06-01', 'from: 2026-01-01', "'from' days must go up"),
    ('from: 2026-06-01', 'from: 2025-06-01', "'from' days must go up"),
    ('from: 2026-06-01', 'from: June 2026', "'from' must be a day"),
    ('review_by: 2026-12-24', 'review_by: 2026-11-24', "'review_by' must be after"),
    ('checked: 2026-11-24', 'checked: 2026-11-24 10:00:00', "'checked' must be a day"),
    ('confidence: verified', 'confidence: probably', "'confidence' must be one of"),
    ('    source:', '    sauce: x\n    source:', 'unknown keys: sauce'),
    ('        value: 7', '        amount: 7', 'unknown keys: amount'),
    ('        value: 7\n', '', 'there is none'),
    ('en: No later than {value} days.\n      - from', 'en: No later than 7 days.\n      - from', 'different placeholders'),
    ('{value}', '{days}', 'unknown placeholders: days'),
    ('{value}', '{value', 'some_fact'),
    ('provisions:', 'extra: 1\nprovisions:', 'unknown keys: extra'),
    ('id: some_fact', 'id: null', "'id' is missing"),
    ('        value: 7\n', '        value: 7\n        value: 8\n', "'value' stands twice"),
    ('provisions:', 'provisions: [', 'sample.yml'),
])
def test_a_wrong_file_is_refused(tmp_path: Path, before: str, after: str, says: str) -> None:
    assert before in GOOD
    with pytest.raises(strict.LawDataError, match='sample') as refused:
        dated.read_file(write(tmp_path, GOOD.replace(before, after)))
    assert says in str(refused.value)


def test_a_fact_without_versions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(strict.LawDataError, match=r'some_fact.*versions'):
        dated.read_file(write(tmp_path, GOOD.split('    versions:', maxsplit=1)[0] + '    versions: []\n'))


def test_an_id_that_stands_twice_is_refused_also_in_two_files(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, GOOD, 'second.yml')
    with pytest.raises(strict.LawDataError, match=r'second\.yml: some_fact stands twice'):
        dated.read_folder(tmp_path)
