"""The program's own words: whole in both languages."""
from string import Formatter
from typing import Any

import pytest

from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.wording import country_name, names, say, spoken_language, wording

WORDS = [(group, key) for group, entries in wording().items() if group != 'months' for key in entries]
SAME_IN_BOTH = {('dates', 'year'), ('dates', 'month_no_year'), ('identity', 'member')}
SPANISH_ONLY = ('ñ', '¿', '¡', ' el ', ' la ', ' que ', ' de ', ' mi ', ' no sé')
ENGLISH_ONLY = (' the ', ' of ', ' and ', ' my ', ' with ', ' was ')


def placeholders(pattern: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(pattern) if name is not None)


@pytest.mark.parametrize(('group', 'key'), WORDS)
def test_each_wording_stands_in_both_languages_with_the_same_places(group: str, key: str) -> None:
    entry: Any = wording()[group][key]
    assert set(entry) == set(LANGUAGES)
    assert all(isinstance(text, str) and text.strip() == text != '' for text in entry.values())
    assert placeholders(entry['es']) == placeholders(entry['en'])
    if group not in ('languages', 'countries') and (group, key) not in SAME_IN_BOTH:
        assert entry['es'] != entry['en']
    assert not [word for word in SPANISH_ONLY if word in f' {entry["en"].lower()} ']
    assert not [word for word in ENGLISH_ONLY if word in f' {entry["es"].lower()} ']


@pytest.mark.parametrize(('group', 'key'), WORDS)
def test_the_person_is_addressed_as_usted(group: str, key: str) -> None:
    spanish = f' {wording()[group][key]["es"].lower()} '
    assert not [word for word in (' tú ', ' tu ', ' tus ', ' te ', ' ti ', ' contigo ', ' tienes ', ' puedes ', ' eres ') if word in spanish]


def test_twelve_months() -> None:
    assert {language: len(set(wording()['months'][language])) for language in LANGUAGES} == {'es': 12, 'en': 12}


def test_what_is_filled_in_is_never_read_as_a_pattern() -> None:
    assert say('identity', 'name', 'es', text='{text} {0} %s') == 'Me llamo {text} {0} %s'


@pytest.mark.parametrize(('group', 'key', 'language'), [('nothing', 'name', 'es'), ('identity', 'nothing', 'es'), ('identity', 'name', 'fr')])
def test_an_unknown_wording_is_an_error(group: str, key: str, language: str) -> None:
    with pytest.raises(KeyError):
        say(group, key, language, text='x')


def test_names_keep_the_order_of_the_file() -> None:
    assert list(names('parts_of_year', 'es'))[:2] == ['start_of_year', 'middle_of_year']


@pytest.mark.parametrize(('code', 'spanish', 'english'), [
    ('Mexico', 'México', 'Mexico'), ('Honduras', 'Honduras', 'Honduras'), ('Tayikistán', 'Tayikistán', 'Tajikistan'), ('peruana', 'Perú', 'Peru'),
    ('Wakanda', 'Wakanda', 'Wakanda'), ('', '', '')])
def test_a_country_is_named_in_the_language_or_as_typed(code: str, spanish: str, english: str) -> None:
    assert (country_name(code, 'es'), country_name(code, 'en')) == (spanish, english)


@pytest.mark.parametrize(('code', 'detail', 'expected'), [
    ('mam', '', 'mam'), ('nahuatl', ' de Chilapa ', 'náhuatl, de Chilapa'), ('other', 'chuj', 'chuj'), ('other', '', ''), ('', '', '')])
def test_a_spoken_language_is_named_with_its_variety(code: str, detail: str, expected: Any) -> None:
    assert spoken_language(code, detail, 'es') == expected
