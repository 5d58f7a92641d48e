"""What a fact says depends on the day; once its review date has passed it says so."""
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated

DATA = """
provisions:
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
    monkeypatch.setattr(dated, 'all_provisions', lambda: facts)
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
        dated.provision('nothing')
    with pytest.raises(KeyError):
        dated.provisions_of('nothing')
    with pytest.raises(KeyError):
        dated.sentence('limit', 'fr', date(2026, 1, 1))


def test_the_review_day_itself_is_still_good_and_the_next_is_not() -> None:
    limit = dated.provision('limit')
    assert not dated.is_stale(limit, limit.review_by)
    assert dated.is_stale(limit, limit.review_by + timedelta(days=1))
    assert dated.sentence_with_note('limit', 'en', limit.review_by) == 'There is no limit any more.'


@pytest.mark.parametrize(('language', 'day', 'ask'), [('es', '24 de noviembre de 2026', 'abogado'), ('en', 'November 24, 2026', 'lawyer')])
def test_past_its_review_day_a_fact_says_so_and_whom_to_ask(language: str, day: str, ask: str) -> None:
    late = date(2026, 12, 25)
    note = dated.stale_note(dated.provision('limit'), language)
    assert day in note
    assert ask in note
    assert dated.sentence_with_note('limit', language, late) == f'{dated.sentence("limit", language, late)} {note}'


def with_value(tmp_path: Path, value: str, sentence: str = 'Es {value}.', more: str = '') -> dated.Provision:
    """A fact with this value, written as in the data, and what stands beside it."""
    text = DATA[:DATA.index('    versions:')] + f"""    versions:
      - from: 2026-01-01
        value: {value}
        es: '{sentence}'
        en: '{sentence}'
{more}"""
    (tmp_path / 'values.yml').write_text(text, encoding='utf-8')
    return dated.read_file(tmp_path / 'values.yml')[0][0]


@pytest.mark.parametrize(('value', 'sentence', 'spanish', 'english'), [
    ('7', 'Es {value}.', 'Es 7.', 'Es 7.'),
    ('1340', 'Es ${value:,}.', 'Es $1,340.', 'Es $1,340.'),
    ('2.5', 'Es {value}.', 'Es 2.5.', 'Es 2.5.'),
    ("'07/28/26'", 'Es {value}.', 'Es 07/28/26.', 'Es 07/28/26.'),
    ('2026-10-16', 'Es {value}.', 'Es 16 de octubre de 2026.', 'Es October 16, 2026.'),
    ('[I-589]', 'Es {value}.', 'Es I-589.', 'Es I-589.'),
    ('[uno, dos]', 'Es {value}.', 'Es uno y dos.', 'Es uno and dos.'),
    ('[uno, dos, igual]', 'Es {value}.', 'Es uno, dos e igual.', 'Es uno, dos and igual.'),
    ('[madres, hijos]', 'Es {value}.', 'Es madres e hijos.', 'Es madres and hijos.'),
    ('[agua, hielo]', 'Es {value}.', 'Es agua y hielo.', 'Es agua and hielo.'),
    ('[2026-01-02, 1500]', 'Es {value:,}.', 'Es 2 de enero de 2026 y 1,500.', 'Es January 2, 2026 and 1,500.'),
])
def test_a_value_in_words(tmp_path: Path, value: str, sentence: str, spanish: str, english: str) -> None:
    version = with_value(tmp_path, value, sentence).versions[0]
    assert dated.filled(version, 'es', date(2026, 1, 1)) == spanish
    assert dated.filled(version, 'en', date(2026, 1, 1)) == english


@pytest.mark.parametrize(('value', 'sentence'), [
    ('{a: 1}', 'Es {value}.'), ('[{a: 1}]', 'Es {value}.'), ('true', 'Es {value}.'), ('null', 'Sin valor.'), ('2026-10-16 10:00:00', 'Sin valor.'),
    ('[null]', 'Sin valor.'), ('{1: a}', 'Sin valor.'), ('7', 'Es {value:q}.'), ('7', 'Es {value!r}.'),
])
def test_a_value_that_cannot_be_said_or_kept_is_refused(tmp_path: Path, value: str, sentence: str) -> None:
    with pytest.raises(strict.LawDataError, match=r'values\.yml, limit'):
        with_value(tmp_path, value, sentence)


def test_nobody_can_change_a_value(tmp_path: Path) -> None:
    value = with_value(tmp_path, '{a: [1, 2], b: {c: 2026-01-01}}', 'Sin valor.').versions[0].value
    assert value['a'] == (1, 2)
    with pytest.raises(TypeError):
        value['b']['c'] = 1


OTHERS = """    also_reported:
      - {value: 1360, from: 2026-10-16, source: https://example.org/a, confidence: unverified}
      - {value: 1380, from: 2026-11-16, source: https://example.org/a, confidence: unverified}
"""


@pytest.mark.parametrize(('on', 'spanish', 'english'), [
    (date(2026, 10, 15), '', ''),
    (date(2026, 10, 16), 'Otra fuente dice otra cosa desde el 16 de octubre de 2026: $1,360. Revise la página oficial antes de confiar en esto.',
     'Another source says something else from October 16, 2026: $1,360. Check the official page before you rely on it.'),
    (date(2026, 11, 16), 'Otra fuente dice otra cosa desde el 16 de noviembre de 2026: $1,380. Revise la página oficial antes de confiar en esto.',
     'Another source says something else from November 16, 2026: $1,380. Check the official page before you rely on it.'),
])
def test_what_another_source_says_is_said_from_its_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on: date, spanish: str, english: str) -> None:
    limit = with_value(tmp_path, '1340', 'Es ${value:,}.', OTHERS)
    assert dated.reported_note(limit, 'es', on) == spanish
    assert dated.reported_note(limit, 'en', on) == english
    monkeypatch.setattr(dated, 'all_provisions', lambda: {'limit': limit})
    assert dated.sentence('limit', 'es', on) == 'Es $1,340.'
    assert dated.sentence_with_note('limit', 'es', on) == f'Es $1,340. {spanish}'.strip()
    late = date(2026, 12, 25)
    assert dated.sentence_with_note('limit', 'en', late).endswith(dated.stale_note(limit, 'en'))
    assert '$1,380' in dated.sentence_with_note('limit', 'en', late)


@pytest.mark.parametrize(('sentence', 'says'), [
    ('Cuesta {value} dólares cada año.', ': 1360 dólares. Revise'), ('Cuesta ${value:,} cada año.', ': $1,360. Revise'),
    ('Cuesta {value}.', ': 1360. Revise'), ('Son {value} o más.', ': 1360. Revise'),
])
def test_a_number_of_another_source_has_the_unit_of_the_sentence(tmp_path: Path, sentence: str, says: str) -> None:
    assert says in dated.reported_note(with_value(tmp_path, '1340', sentence, OTHERS), 'es', date(2026, 10, 16))


def test_a_source_that_says_the_same_is_not_mentioned(tmp_path: Path) -> None:
    assert dated.reported_note(with_value(tmp_path, '1360', more=OTHERS), 'es', date(2026, 10, 16)) == ''


@pytest.mark.parametrize(('value', 'spanish'), [
    ('{es: cerrado, en: closed}', 'desde el 16 de octubre de 2026: cerrado.'), ('{fee: 7}', 'desde el 16 de octubre de 2026. Revise'),
    ('2026-12-01', 'desde el 16 de octubre de 2026: 1 de diciembre de 2026.'), ('[a, b]', 'desde el 16 de octubre de 2026: a y b.'),
])
def test_another_source_may_say_words_a_day_a_list_or_a_table(tmp_path: Path, value: str, spanish: str) -> None:
    other = f"    also_reported:\n      - {{value: {value}, from: 2026-10-16, source: s, confidence: verified}}\n"
    assert spanish in dated.reported_note(with_value(tmp_path, '5', 'Sin valor.', other), 'es', date(2026, 10, 16))


@pytest.mark.parametrize(('before', 'after', 'says'), [
    ('value: 1360, ', '', "'value' must be"), ('from: 2026-10-16, ', '', "'from' must be a day"),
    ('confidence: unverified', 'confidence: rumor', 'must be one of'),
    ('source: https://example.org/a, ', '', "'source' is missing"), ('{value: 1360', '{note: x, value: 1360', 'unknown keys: note'),
])
def test_what_another_source_says_is_checked(tmp_path: Path, before: str, after: str, says: str) -> None:
    with pytest.raises(strict.LawDataError, match=r'values\.yml, limit, also_reported') as refused:
        with_value(tmp_path, '1340', more=OTHERS.replace(before, after, 1))
    assert says in str(refused.value)


def test_others_must_be_a_list(tmp_path: Path) -> None:
    with pytest.raises(strict.LawDataError, match="'also_reported' must be a list"):
        with_value(tmp_path, '1', more='    also_reported: 7\n')
