"""Papers by country: exact names, and ways in which a consulate is never first and never there when a lawyer comes first."""
import re
from datetime import date
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import countries, dated
from docassemble.immdef_selfhelp.names import LANGUAGES

ON = date(2026, 11, 25)
CODES = ('Honduras', 'Guatemala', 'El Salvador', 'Nicaragua', 'Mexico', 'Venezuela', 'Colombia', 'Ecuador', 'Haiti', 'Cuba')
GOVERNMENT_WAYS = ('way_relative_registry', 'way_online_mx', 'way_online_ec', 'way_consulate')


def ways(code: str, language: str, lawyer_first: bool) -> list[str]:
    return list(countries.country_documents(code, language, ON, lawyer_first)['ways'])


def said(provision_id: str, language: str) -> str:
    return dated.sentence(provision_id, language, ON)


def test_the_codes_are_those_of_the_answers() -> None:
    assert countries.country_codes() == CODES


def test_names_in_both_languages() -> None:
    assert (countries.country_name('Mexico', 'es'), countries.country_name('Mexico', 'en')) == ('México', 'Mexico')
    assert (countries.country_name('Haiti', 'es'), countries.country_name('Haiti', 'en')) == ('Haití', 'Haiti')
    with pytest.raises(KeyError):
        countries.country_name('Atlantis', 'es')


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('code', CODES)
def test_every_country_has_its_papers(code: str, language: str) -> None:
    papers = countries.country_documents(code, language, ON, lawyer_first=False)
    assert papers['name'] == countries.country_name(code, language)
    assert all(papers[key] for key in countries.PAPER_KEYS)
    assert papers['ways']
    assert papers['notes']


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('code', [*CODES, 'other', '', 'Perú'])
def test_a_consulate_is_never_the_first_way(code: str, language: str) -> None:
    found = ways(code, language, lawyer_first=False)
    assert 'consul' not in found[0].lower()
    at = [place for place, way in enumerate(found) if 'consul' in way.lower()]
    assert at in ([], [len(found) - 1])
    assert bool(at) == (code != 'Nicaragua')


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('code', [*CODES, 'other', '', 'Perú'])
def test_no_office_of_that_government_when_a_lawyer_comes_first(code: str, language: str) -> None:
    found = ways(code, language, lawyer_first=True)
    assert found
    assert not set(found) & {said(way, language) for way in GOVERNMENT_WAYS}
    assert not re.search(r'consul|registro|registry|gob\.|internet', ' '.join(found), re.IGNORECASE)


def test_nicaragua_always_has_a_lawyer_first() -> None:
    assert ways('Nicaragua', 'es', lawyer_first=False) == ways('Nicaragua', 'es', lawyer_first=True)


@pytest.mark.parametrize(('code', 'way'), [('Mexico', 'way_online_mx'), ('Ecuador', 'way_online_ec')])
def test_a_web_registry_is_told_only_where_there_is_one(code: str, way: str) -> None:
    assert said(way, 'es') in ways(code, 'es', lawyer_first=False)
    assert [other for other in CODES if said(way, 'es') in ways(other, 'es', lawyer_first=False)] == [code]


@pytest.mark.parametrize(('code', 'name'), [('other', 'Otro país'), ('', 'Otro país'), ('Perú', 'Perú'), ('{value} <b>', '{value} <b>')])
def test_a_country_the_data_does_not_know_gets_no_invented_office(code: str, name: str) -> None:
    papers = countries.country_documents(code, 'es', ON, lawyer_first=False)
    assert papers['name'] == name
    assert [papers[key] for key in countries.PAPER_KEYS] == ['', '', '']
    assert papers['notes'] == [said('doc_any_country', 'es')]
    assert not any(issuer in ' '.join(papers['ways']) for issuer in ('RENAP', 'RNP', 'Registro Civil', 'Cancillería', 'gob.'))


@pytest.mark.parametrize(('change', 'says'), [
    ({'birth_issuer': ''}, "'birth_issuer' is missing"),
    ({'name': {'es': 'Honduras'}}, "'en' is missing"),
    ({'online': 'nothing_there'}, "no provision 'nothing_there'"),
    ({'price': 5}, 'unknown keys: price'),
])
def test_wrong_country_data_is_refused(change: dict[str, Any], says: str) -> None:
    honduras = dated.provision('doc_hn')
    with pytest.raises(strict.LawDataError, match=r'country_documents\.yml, doc_hn') as refused:
        countries.read_country(honduras, honduras.versions[0].value | change)
    assert says in str(refused.value)


def test_an_old_note_says_that_it_is_old() -> None:
    late = date(2030, 1, 1)
    [note] = countries.country_documents('Venezuela', 'en', late, lawyer_first=False)['notes']
    assert note.endswith(dated.stale_note(dated.provision('doc_ve'), 'en'))
