"""One country however it is told; "no" is none; and every country of the world by its name."""
import pytest
from babel import Locale

from docassemble.immdef_selfhelp.law.provisions import countries
from docassemble.immdef_selfhelp.law.provisions.nations import nation, nation_name, same_nation


@pytest.mark.parametrize(('told', 'country'), [
    ('Perú', 'Peru'), ('Peru', 'Peru'), ('PERÚ', 'Peru'), ('peruana', 'Peru'), ('Peruvian', 'Peru'), ('soy peruano', 'Peru'),
    ('peruanos', 'Peru'), ('Brasil', 'Brazil'), ('brasil', 'Brazil'), ('brasileña', 'Brazil'), ('brasilera', 'Brazil'), ('hondureño', 'Honduras'),
    ('Hondureña', 'Honduras'), ('solo hondureña', 'Honduras'), ('República de Honduras', 'Honduras'), ('Hondura', 'Honduras'),
    ('Venesuela', 'Venezuela'), ('guatemalteca', 'Guatemala'), ('Guatemala.', 'Guatemala'), ('salvadoreña', 'El Salvador'),
    ('Salvador', 'El Salvador'), ('de nacionalidad mexicana', 'Mexico'), ('Estados Unidos Mexicanos', 'Mexico'), ('México', 'Mexico'),
    ('República Dominicana', 'Dominican Republic'), ('dominicana', 'Dominican Republic'), ('Dominica', 'Dominica'), ('rusa', 'Russia'),
    ('Rusia', 'Russia'), ('China', 'China'), ('chino', 'China'), ('francesa', 'France'), ('alemana', 'Germany'), ('española', 'Spain'),
    ('Níger', 'Niger'), ('Nigeria', 'Nigeria'), ('nigeriana', 'Nigeria'), ('Costa de Marfil', 'Côte d’Ivoire'),
    ('Estados Unidos', 'United States'), ('EE. UU.', 'United States'), ('EE.UU.', 'United States'), ('EEUU', 'United States'),
    ('USA', 'United States'), ('U.S.A.', 'United States'), ('U.S.', 'United States'), ('us', 'United States'), ('americana', 'United States'),
    ('estadounidense', 'United States'), ('norteamericano', 'United States'), ('ciudadana americana', 'United States'),
    ('US citizen', 'United States'), ('united states', 'United States'), ('nicaragüense', 'Nicaragua'), ('haitiana', 'Haiti'), ('Ayiti', 'Haiti'),
    ('costarricense', 'Costa Rica'), ('turca', 'Turkey'), ('vietnamita', 'Vietnam'), ('noruega', 'Norway'), ('No, solo hondureña', 'Honduras'),
    ('panameña', 'Panama'), ('kirguisa', 'Kyrgyzstan'), ('no', ''), ('No.', ''), ('NO', ''), ('Ninguna', ''), ('n/a', ''), ('N/A', ''),
    ('no aplica', ''), ('no tengo', ''), ('-', ''), ('none', ''), ('nada', ''), ('no tengo otra', ''), ('ninguna otra', ''), ('other', ''),
    ('', ''), ('  ', ''), ('no tengo segunda nacionalidad', ''), ('la misma', ''), ('solo una', ''), ('Wakanda', 'Wakanda'),
])
def test_a_country_as_told_is_one_name(told: str, country: str) -> None:
    assert nation(told).replace('Türkiye', 'Turkey') == country


@pytest.mark.parametrize('language', ['es', 'en'])
def test_every_country_of_the_world_is_known_by_its_name(language: str) -> None:
    names = Locale(language).territories
    told = [name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in ('EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO')]
    assert len(told) > 240
    wrong = [name for name in told if nation(nation_name(name, language)) != nation(name) or not nation(name)]
    assert wrong == []


def test_the_codes_of_the_papers_are_the_one_names() -> None:
    assert [nation(code) for code in countries.country_codes()] == list(countries.country_codes())
    for code in countries.country_codes():
        assert {nation_name(code, language) for language in ('es', 'en')} == {countries.country_name(code, language) for language in ('es', 'en')}


def test_what_nobody_knows_is_compared_without_accents_and_capitals() -> None:
    assert same_nation('Wákanda', 'wakanda')
    assert not same_nation('Wakanda', 'Peru')
