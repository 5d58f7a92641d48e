"""Know your rights as data: ten situations of three screens and a quiz, each text with an id, an authority and a day; no promise about the door."""
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.desk import signoff, texts
from docassemble.immdef_selfhelp.law.provisions import dated, rights
from docassemble.immdef_selfhelp.law.provisions.rights import AFTER, DO, SAY, SCREENS
from docassemble.immdef_selfhelp.names import LANGUAGES

ON = date(2026, 11, 28)
QUESTIONS = 4
NO_PROMISE = {'es': r'\b(nunca|jamás|siempre)\b|no (pueden|podrán) entrar', 'en': r'\b(never|always)\b|(cannot|can not|can\'t) (come in|enter)'}


def every_screen() -> list[tuple[str, str]]:
    return [(name, screen) for name in rights.situations() for screen in SCREENS]


def on_screens() -> set[str]:
    """Every provision that some screen, quiz, picture or card rests on."""
    of_screens = {name for found in rights.situations().values() for screen in SCREENS for name in found.provisions(screen)}
    of_quiz = {name for items in rights.quiz().values() for item in items for name in item.rests_on}
    return of_screens | of_quiz | {name for paper in rights.papers_shown() for name in paper.rests_on} | set(rights.card().rests_on)


def test_there_are_ten_situations_with_three_screens_and_four_questions_or_more() -> None:
    assert list(rights.situations()) == list(rights.SITUATIONS) and len(rights.SITUATIONS) == 10
    assert all(len(rights.quiz()[name]) >= QUESTIONS for name in rights.SITUATIONS)
    assert SCREENS == (DO, SAY, AFTER)


@pytest.mark.parametrize(('situation', 'screen'), every_screen())
@pytest.mark.parametrize('language', LANGUAGES)
def test_each_screen_is_short(situation: str, screen: str, language: str) -> None:
    found = rights.passages(situation, screen, language, ON)
    assert 1 <= len(found) <= 5
    assert sum(len(passage.text.split()) for passage in found) < 165


@pytest.mark.parametrize('situation', rights.SITUATIONS)
def test_the_sentence_to_say_comes_in_both_languages_at_once(situation: str) -> None:
    for language in LANGUAGES:
        said = [passage for passage in rights.passages(situation, SAY, language, ON) if passage.said_in]
        assert [passage.said_in for passage in said] == ['en', 'es']
        assert all(len(passage.text.split()) <= 20 for passage in said)


def test_every_text_has_an_id_that_is_in_the_attorneys_book_and_can_be_signed() -> None:
    every = texts.every_text()
    of_lists = {name.partition('.')[2] for name in every if name.startswith('rights_') and every[name].kind == 'words'}
    ids = {item.id for items in rights.quiz().values() for item in items}
    assert on_screens() <= set(every)
    assert {*ids, *rights.SITUATIONS, 'card', *(paper.id for paper in rights.papers_shown())} == of_lists
    assert {signoff.status(every[name], {}) for name in on_screens()} == {'not_signed'}


def test_every_new_provision_is_shown_somewhere() -> None:
    new = {provision.id for provision in dated.all_provisions().values() if provision.group.startswith('rights_')}
    assert new - on_screens() == set()


@pytest.mark.parametrize('provision_id', sorted(on_screens()))
def test_what_is_past_its_review_says_so_on_that_screen(provision_id: str) -> None:
    found = dated.provision(provision_id)
    places = [(name, screen) for name, screen in every_screen() if screen != SAY and provision_id in rights.situations()[name].provisions(screen)]
    for name, screen in places:
        for on, old in ((found.review_by, False), (found.review_by + timedelta(days=1), True)):
            text = next(one.text for one in rights.passages(name, screen, 'en', on) if one.id == provision_id)
            assert text.endswith(dated.stale_note(found, 'en')) == old


@pytest.mark.parametrize('provision', [one for one in dated.all_provisions().values() if one.group.startswith('rights_')], ids=lambda one: one.id)
def test_each_sentence_holds_from_its_day_and_not_before(provision: dated.Provision) -> None:
    first = provision.versions[0].from_
    assert dated.sentence(provision.id, 'es', first) == dated.sentence(provision.id, 'es', first + timedelta(days=1))
    with pytest.raises(LookupError):
        dated.sentence(provision.id, 'es', first - timedelta(days=1))


@pytest.mark.parametrize('language', LANGUAGES)
def test_the_home_makes_no_promise_and_gives_the_caution(language: str) -> None:
    said = ' '.join(passage.text for screen in SCREENS for passage in rights.passages('home', screen, language, ON))
    assert re.findall(NO_PROMISE[language], said.replace('para siempre', '').replace('for good', ''), re.IGNORECASE) == []
    assert all(word in said for word in {'es': ('2025', 'orden final', 'Minnesota', 'nadie puede prometer', 'no se resista'),
                                         'en': ('2025', 'final removal order', 'Minnesota', 'nobody can promise', 'do not resist')}[language])


def test_the_two_papers_are_told_apart_by_who_signs() -> None:
    judge, ice = rights.papers_shown()
    assert 'juez' in judge.parts[-1]['es'] and 'oficial' in ice.parts[-1]['es'] and len(judge.parts) == len(ice.parts)
    assert 'I-200' in ice.parts[1]['en'] and 'I-205' in ice.parts[1]['en']


@pytest.mark.parametrize('language', LANGUAGES)
def test_no_situation_names_a_status_or_a_country(language: str) -> None:
    status = r'indocument|undocument|sin papeles|asilo|asylum|residente|resident|visa|ciudadan|citizen|mexican|hondur|guatemal'
    titles = ' '.join(found.title[language] for found in rights.situations().values())
    assert re.findall(status, titles, re.IGNORECASE) == []
    card = [line[language] for line in (*rights.card().said, *rights.card().inside, rights.card().heading)]
    assert re.findall(status + r'|migra|\bICE\b|\bCBP\b|n.mero A|A-number|1-8\d\d|frontera|border', ' '.join(card), re.IGNORECASE) == []


# --- wrong data is refused ---------------------------------------------------------------------------------------------------------------

@pytest.fixture
def fresh() -> Iterator[None]:
    for cached in (rights.situations, rights.quiz):
        cached.cache_clear()
    yield
    for cached in (rights.situations, rights.quiz):
        cached.cache_clear()


@pytest.mark.usefixtures('fresh')
@pytest.mark.parametrize(('change', 'says'), [
    ({'do': ['no_such_fact']}, 'no_such_fact is no provision'), ({'say': {'en': 'English only.'}}, "'es' is missing"),
    ({'after': []}, "'after' is missing or empty"), ({'answer': 'yes'}, 'unknown keys: answer'), ({'id': 'boat'}, 'are not those'),
])
def test_a_wrong_situation_is_refused(monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], says: str) -> None:
    def groups_in(place: str) -> tuple[Any, ...]:
        return tuple({**entry, **change} if entry['id'] == 'home' else entry for entry in real(place))

    real = dated.groups_in
    monkeypatch.setattr(dated, 'groups_in', groups_in)
    with pytest.raises(strict.LawDataError, match=re.escape(says)):
        rights.situations()


@pytest.mark.usefixtures('fresh')
@pytest.mark.parametrize(('change', 'says'), [
    ({'of': 'boat'}, 'boat is no situation'), ({'why_wrong': {'es': 'Solo en español.'}}, "'en' is missing"), ({'id': 'home_paper'}, 'stands twice'),
])
def test_a_wrong_question_is_refused(monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], says: str) -> None:
    def groups_in(place: str) -> tuple[Any, ...]:
        return tuple({**entry, **change} if entry['id'] == 'home_knock' else entry for entry in real(place))

    real = dated.groups_in
    monkeypatch.setattr(dated, 'groups_in', groups_in)
    with pytest.raises(strict.LawDataError, match=re.escape(says)):
        rights.quiz()


def test_a_screen_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        rights.passages('home', 'poem', 'es', ON)
    with pytest.raises(KeyError):
        rights.passages('boat', DO, 'es', ON)
