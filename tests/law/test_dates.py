"""What a fact says depends on the day; once its review date has passed it says so."""
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from docassemble.immdef_selfhelp.law import dated

DATA = """
facts:
  - id: limit
    citation: 8 CFR 208.30
    source: https://example.org
    checked: 2026-11-24
    review_by: 2026-12-24
    confidence: verified
    versions:
      - from: 2026-01-01
        value: 7
        es: Son {value} días. Se revisó el {checked}.
        en: It is {value} days. Checked on {checked}.
      - from: 2026-06-01
        value: 10
        es: Ahora son {value} días.
        en: It is now {value} days.
      - from: 2026-09-01
        es: Ya no hay plazo.
        en: There is no limit any more.
"""


@pytest.fixture(autouse=True)
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / 'sample.yml').write_text(DATA, encoding='utf-8')
    facts = dated.read_folder(tmp_path)
    monkeypatch.setattr(dated, 'all_facts', lambda: facts)
    yield


@pytest.mark.parametrize(('on', 'says'), [
    (date(2026, 1, 1), 'It is 7 days. Checked on November 24, 2026.'),
    (date(2026, 5, 31), 'It is 7 days. Checked on November 24, 2026.'),
    (date(2026, 6, 1), 'It is now 10 days.'),
    (date(2026, 8, 31), 'It is now 10 days.'),
    (date(2026, 9, 1), 'There is no limit any more.'),
    (date(2030, 1, 1), 'There is no limit any more.'),
])
def test_the_sentence_of_the_day(on: date, says: str) -> None:
    assert dated.sentence('limit', 'en', on) == says


def test_spanish_fills_in_value_and_day() -> None:
    assert dated.sentence('limit', 'es', date(2026, 1, 1)) == 'Son 7 días. Se revisó el 24 de noviembre de 2026.'


def test_the_value_of_the_day() -> None:
    assert dated.value('limit', date(2026, 5, 31)) == 7
    assert dated.value('limit', date(2026, 6, 1)) == 10
    with pytest.raises(LookupError, match='no value'):
        dated.value('limit', date(2026, 9, 1))


def test_before_the_first_version_there_is_no_answer() -> None:
    with pytest.raises(LookupError, match='2025-12-31'):
        dated.sentence('limit', 'es', date(2025, 12, 31))


def test_unknown_ids_groups_and_languages_are_errors() -> None:
    with pytest.raises(KeyError):
        dated.fact('nothing')
    with pytest.raises(KeyError):
        dated.facts_of('nothing')
    with pytest.raises(KeyError):
        dated.sentence('limit', 'fr', date(2026, 1, 1))


def test_the_review_day_itself_is_still_good_and_the_next_is_not() -> None:
    limit = dated.fact('limit')
    assert not dated.is_stale(limit, limit.review_by)
    assert dated.is_stale(limit, limit.review_by + timedelta(days=1))
    assert dated.sentence_with_note('limit', 'en', limit.review_by) == 'There is no limit any more.'


@pytest.mark.parametrize(('language', 'day', 'ask'), [('es', '24 de noviembre de 2026', 'abogado'), ('en', 'November 24, 2026', 'lawyer')])
def test_past_its_review_day_a_fact_says_so_and_whom_to_ask(language: str, day: str, ask: str) -> None:
    late = date(2026, 12, 25)
    note = dated.stale_note(dated.fact('limit'), language)
    assert day in note
    assert ask in note
    assert dated.sentence_with_note('limit', language, late) == f'{dated.sentence("limit", language, late)} {note}'
