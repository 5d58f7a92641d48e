"""Hearings as data: four kinds, who sits where, what to say; each rests on dated provisions, and nothing advises to stay away."""
import re
from datetime import date

import pytest

from docassemble.immdef_selfhelp.law.provisions import dated, hearings, lists
from docassemble.immdef_selfhelp.law.strict import LawDataError
from docassemble.immdef_selfhelp.names import LANGUAGES

ON = date(2026, 11, 28)
STAY_AWAY = re.compile(r'\bno vaya\b|\bno es obligatorio ir\b|\bpuede faltar\b|\bdo not go\b|\bstay home\b|\bskip\b|\bneed not (come|go)\b',
                       re.IGNORECASE)
CAUTION = ('must_attend', 'mtr_in_absentia', 'rights_court_arrests')


def test_four_kinds_six_seats_and_the_sentences_that_are_asked_for() -> None:
    assert tuple(hearings.hearings()) == ('master', 'individual', 'bond', 'appeal')
    assert len(hearings.seats()) == 6
    assert {'time', 'interpreter', 'repeat', 'lawyers'} <= {one.id for one in hearings.sentences()}


@pytest.mark.parametrize('language', LANGUAGES)
def test_nothing_that_is_said_advises_to_miss_a_hearing(language: str) -> None:
    ids = {name for one in hearings.hearings().values() for name in one.goes} | set(CAUTION)
    ids |= {one.id for one in dated.provisions_of('court_training')}
    said = [dated.sentence(name, language, ON) for name in sorted(ids)] + [one.does[language] for one in hearings.seats()]
    assert [sentence for sentence in said if STAY_AWAY.search(sentence)] == []
    assert STAY_AWAY.search('No vaya a la corte') and STAY_AWAY.search('You can skip it')


def test_the_caution_is_dated_and_hedged() -> None:
    found = dated.provision('rights_court_arrests')
    assert found.confidence != 'verified' and dated.is_stale(found, date(2027, 2, 1))
    assert 'No pudimos revisar' in dated.sentence('rights_court_arrests', 'es', ON)


def test_what_was_not_read_is_not_called_verified() -> None:
    assert [one.id for one in dated.provisions_of('court_training') if one.confidence == 'verified'] == []


def test_a_list_with_an_unknown_key_or_an_id_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    title = {'es': 'Uno', 'en': 'One'}
    clock = {'id': 'one', 'title': title, 'zone': 'America/Tijuana'}
    for wrong, says in (([clock | {'colour': 'red'}], 'clocks.yml, one: unknown keys: colour'), ([clock, clock], 'clocks.yml: one stands twice'),
                        ([clock | {'title': title | {'but': None}}], 'clocks.yml, one, title: unknown keys: but'),
                        ([clock | {'zone': ''}], "clocks.yml, one: 'zone' is missing or empty")):
        monkeypatch.setattr(dated, 'groups_in', lambda _, wrong=wrong: wrong)
        with pytest.raises(LawDataError, match=says):
            lists.all_of(hearings.Clock, 'lists/clocks')
