"""Countries of nationality: their names, the names of their papers, and ways to look for one that is missing.

A consulate is never the first way, and none of a government's own offices is named when a lawyer must be asked first (provisions
`docs_consulate_last` and `consulate_risk` of the project's legal research).
"""
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.nations import UNITED_STATES, nation, nation_name

GROUP = 'country_documents'
ANY_COUNTRY = 'doc_any_country'
BORN_HERE = 'travel_passport_child'
PAPER_KEYS = ('birth_record', 'birth_issuer', 'national_id')
COUNTRY_KEYS = frozenset({'code', 'name', *PAPER_KEYS, 'number', 'lawyer_first', 'online', 'consulate'})
# Ways in the order to try them; True: the way leads to an office of that government.
WAYS = (
    ('way_at_home', False),
    ('way_relative_registry', True),
    ('way_old_records', False),
    ('way_sworn_statement', False),
    ('way_consulate', True),
)


@dataclass(frozen=True)
class Country:
    """One country. `lawyer_first` when any contact with its government needs a lawyer first; `online` says of its web registry, `consulate` where
    its consulates are. `number`: what it calls the number by which its registry finds a person."""
    code: str
    provision_id: str
    name: dict[str, str]
    papers: dict[str, str]
    lawyer_first: bool
    online: str
    consulate: str
    number: str = ''


def read_country(provision: dated.Provision, value: Any) -> Country:
    """One country from the value of its provision. Raises LawDataError."""
    where = f'{provision.group}.yml, {provision.id}'
    strict.known_keys(value, COUNTRY_KEYS, where)
    online, consulate = value.get('online', ''), value.get('consulate', '')
    for named in (online, consulate):
        strict.need(not named or named in dated.all_provisions(), where, f'there is no provision {named!r}')
    papers = {key: strict.text_in(value, key, where) for key in PAPER_KEYS}
    return Country(strict.text_in(value, 'code', where), provision.id, dict(strict.both_languages(value.get('name'), where)), papers,
                   value.get('lawyer_first', False) is True, online, consulate, value.get('number', ''))


@cache
def countries_on(on: date) -> dict[str, Country]:
    """The countries as the data knows them on this day, by code, those most asked for first. Raises LawDataError, LookupError."""
    found = [read_country(provision, dated.version_on(provision, on).value) for provision in dated.provisions_of(GROUP)
             if provision.id != ANY_COUNTRY]
    return {country.code: country for country in found}


@cache
def names() -> dict[str, dict[str, str]]:
    """The names of the countries by code, from the newest version of each. A name does not depend on the day."""
    found = [read_country(provision, provision.versions[-1].value) for provision in dated.provisions_of(GROUP) if provision.id != ANY_COUNTRY]
    return {country.code: country.name for country in found}


def country_codes() -> tuple[str, ...]:
    """The codes of the countries whose papers the data knows (`docs/answers.md`), those most asked for first."""
    return tuple(names())


def country_name(code: str, language: str) -> str:
    """The name of a country in `es` or `en`. Raises KeyError for an unknown code."""
    return names()[code][language]


def unknown_name(typed: str, language: str) -> str:
    """The name of a country whose papers the data does not know, or `another country` when none was told."""
    return nation_name(typed, language) or str(dated.provision(ANY_COUNTRY).versions[-1].value['name'][language])


def ways_for(country: Country | None, lawyer_first: bool) -> list[str]:
    """The ids of the ways to look for a paper, in the order to try them."""
    careful = lawyer_first or (country is not None and country.lawyer_first)
    found = [way for way, government in WAYS if not (careful and government)]
    if country is not None and country.online and not careful:
        found.insert(found.index('way_relative_registry') + 1, country.online)
    return found


def country_documents(code: str, language: str, on: date, lawyer_first: bool) -> dict[str, Any]:
    """What a country's papers are called and how to look for one that is missing.

    Keys: `name`, `birth_record`, `birth_issuer`, `national_id` (the names on the papers themselves, the same in both languages; empty for
    a country whose papers the data does not know), `ways` and `notes` (sentences in `es` or `en`). With `lawyer_first` no
    office of that government is among the ways. Raises LookupError when the data says nothing about that day.
    """
    country = countries_on(on).get(nation(code))
    if nation(code) == UNITED_STATES:
        return {'name': nation_name(code, language), **dict.fromkeys(PAPER_KEYS, ''), 'ways': [],
                'notes': [dated.sentence_with_note(BORN_HERE, language, on)]}
    note, ways = country.provision_id if country else ANY_COUNTRY, ways_for(country, lawyer_first)
    said = [dated.sentence_with_note(way, language, on) for way in ways]
    if country is not None and country.consulate and ways[-1] == 'way_consulate':
        said[-1] = f'{said[-1]} {dated.sentence_with_note(country.consulate, language, on)}'
    papers = country.papers if country else dict.fromkeys(PAPER_KEYS, '')
    return {
        'name': country.name[language] if country else unknown_name(code, language), **papers,
        'ways': said,
        'notes': [dated.sentence_with_note(note, language, on)],
    }
