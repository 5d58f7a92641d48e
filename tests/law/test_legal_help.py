"""Where to look for help: there is something to say, and no number without its day and source."""
import re
from datetime import date

import pytest

from docassemble.immdef_selfhelp.law.provisions import dated, legal_help
from docassemble.immdef_selfhelp.names import LANGUAGES

ON = date(2026, 11, 25)
# Numbers that the research saw on an official page; any other must come with its own look at one.
# Not a ZIP code of nine digits
TELEPHONE = r'(?!\b\d{5}-\d{4}\b)(?<![\d-])\+?\d[\d\s()-]{6,}\d'
SEEN = {'1-800-203-7001', '1-800-898-7180', '800 911 2000'}

# Numbers that no official page was opened for: each sentence says so, and no paper prints it (tests/documents/test_addressee.py).
UNCHECKED = {'1-888-351-4024': 'ice_reporting_line', '1-877-227-5511': 'cbp_information_line'}


@pytest.mark.parametrize(('number', 'line'), UNCHECKED.items())
def test_a_number_nobody_checked_says_so(number: str, line: str) -> None:
    assert dated.provision(line).confidence == 'unverified'
    for language, doubt in (('es', 'Nadie'), ('en', 'Nobody has checked')):
        assert number in dated.sentence(line, language, ON) and doubt in dated.sentence(line, language, ON)


def test_places_begin_with_who_can_take_a_case() -> None:
    places = legal_help.places()
    assert places[0].id == 'help_immdef'
    assert any('justice.gov/eoir' in dated.sentence(place.id, 'es', ON) for place in places)


def test_there_is_somebody_to_turn_to_in_a_hard_moment() -> None:
    assert len(legal_help.support_lines()) >= 3


@pytest.mark.parametrize('language', LANGUAGES)
def test_no_telephone_number_that_nobody_checked(language: str) -> None:
    numbers = {number for one in dated.all_provisions() for number in re.findall(TELEPHONE, dated.sentence(one, language, ON))}
    assert numbers == SEEN | UNCHECKED.keys()
