"""How it was in custody, on the screens: what comes before a word is told, in which order it is told, and that it is erased apart from the story."""
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from interviews.edited import named_papers
from interviews.test_tasks import left, where
from interviews.walks import LANGUAGES, case, session_at_papers, typed_texts, walked

from docassemble.immdef_selfhelp.story.told.custody import TOPIC_ANSWERS, TOPICS
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.outcome import papers_of
from docassemble.immdef_selfhelp.walk.posting import CONTINUE
from docassemble.immdef_selfhelp.walk.screens import Screen
from docassemble.immdef_selfhelp.walk.session import Session

BOY, MOTHER = '15_boy_alone_with_his_sister', '16_spouses_taken_apart'
OURS = ('custody_declaration', 'custody_log', 'monitoring_counts')
MOST_QUESTIONS = 2
GIRL: dict[str, Any] = {
    'task': 'custody_conditions', 'user_language': 'es', 'best_language': 'spanish', 'preparing_for': 'self', 'phone_safety': 'private',
    'agreement': 'agreed', 'family': [], 'applicant': {'given_names': 'Lucía', 'first_surname': 'Ejemplo', 'nationality': 'Honduras', 'papers': [],
                                                      'birth': {'year': 2019, 'month': 3, 'day': 1}},
    'custody': {'person': 'applicant', 'adult_here': 'yes', 'adult_name': 'Tía Rosa', 'reader': 'adult', 'told_language': 'es', 'wish': 'yes',
                'room': 'yes', 'told_before': 'no', 'free_told': 'written', 'free': 'Nos sentaron en el piso.', 'place_kind': 'unknown',
                'moments': [{'what': 'Comimos pan.', 'told': 'written', 'when': {'words': 'hubo luz dos veces'}}],
                'topics': dict.fromkeys(TOPICS, 'no'), 'lawyer': 'not_yet', 'counts': 'no', 'held': {'person': 'nobody'}},
}


def ours(name: str, language: str = 'es') -> list[Step]:
    return [step for step in walked(name, language).steps if step.screen.id.startswith('custody_')]


@cache
def girl_walked(*changes: tuple[str, str]) -> tuple[list[Step], Session]:
    """A small girl's telling, from the first screen to the papers, and her session. Not to be changed."""
    session = Session()
    driver = Driver({**GIRL, 'custody': {**GIRL['custody'], **dict(changes)}})
    return list(driver.walk(session)), session


def girl(*changes: tuple[str, str]) -> tuple[list[str], Session]:
    """The same, by the screens' ids."""
    steps, session = girl_walked(*changes)
    return [step.screen.id for step in steps], session


def of_the_task(steps: list[Step]) -> list[Step]:
    """The screens of the task, from the cards to the cards or the papers, whatever file they stand in."""
    begins = next(number for number, step in enumerate(steps) if step.screen.id == 'home' and step.given.get('task') == 'custody_conditions')
    ends = next(number for number, step in enumerate(steps[begins + 1:], begins + 1) if step.screen.id in ('home', 'packet'))
    return steps[begins + 1:ends]


def texts(session: Session) -> dict[str, str]:
    """The papers there are now, by document."""
    papers(session)
    return {paper.document: paper.text for paper in papers_of(session)}


def papers(session: Session) -> set[str]:
    """Which papers there are now; none is made."""
    session.act('packet')
    assert session.screen is not None and session.screen.id == 'packet'
    return {link.arguments['document'] for link in named_papers(session).values()}


def questions(step: Step) -> set[str]:
    """What a screen asks; the parts of a date are one."""
    return {re.sub(r'\.(year|month|day|exactness|words)$', '', entry.variable) for entry in step.screen.entries}


@pytest.mark.parametrize('name', [BOY, MOTHER])
def test_no_screen_asks_more_than_two_things(name: str) -> None:
    assert {step.screen.id for step in ours(name) if len(questions(step)) > MOST_QUESTIONS} == set()


@pytest.mark.parametrize('name', [BOY, MOTHER])
def test_everything_is_told_freely_before_anything_is_asked_of_and_a_try_comes_before(name: str) -> None:
    ids = [step.screen.id for step in ours(name)]
    before = ['custody_begin', 'custody_person', *(['custody_adult', 'custody_reader'] if name == BOY else []), 'custody_language']
    assert ids[:len(before)] == before
    order = ['custody_before', 'custody_rules', 'custody_practice', 'custody_free', 'custody_place', 'custody_moments_any', 'custody_topic',
             'custody_lawyer', 'custody_wants', 'custody_named', 'custody_counts', 'custody_held_who']
    assert [ids.index(one) for one in order] == sorted(ids.index(one) for one in order)
    assert ids.count('custody_topic') == len(TOPICS)


TOPIC_WORDS = re.compile(r'dorm|comida|agua|frío|calor|\bluz|baño|ropa|enferm|medicin|llamada|separ|\bfirm'
                         r'|sleep|food|water|cold|heat|light|toilet|clothes'
                         r'|sick|medicine|phone call|separat|sign', re.IGNORECASE)


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', [BOY, MOTHER])
def test_no_screen_before_the_free_telling_has_a_word_of_a_topic(name: str, language: str) -> None:
    before = [step.screen for step in ours(name, language)]
    before = before[:[screen.id for screen in before].index('custody_free') + 1]
    assert [(screen.id, found[0]) for screen in before if (found := TOPIC_WORDS.search(screen.question + screen.subquestion))] == []
    assert TOPIC_WORDS.search('¿Hubo algo sobre la comida?')


@pytest.mark.parametrize('language', LANGUAGES)
def test_a_topic_is_only_ever_asked_as_was_there_something(language: str) -> None:
    form = {'es': r'¿Hubo algo sobre .+\?', 'en': r'Was there something about .+\?'}[language]
    for step in ours(BOY, language):
        if step.screen.id == 'custody_topic':
            assert re.fullmatch(form, step.screen.question.strip())
            assert {choice.value for choice in step.screen.entries[0].choices} == set(TOPIC_ANSWERS)
            assert step.screen.entries[0].default in (None, ''), 'nothing is chosen for anybody'


def test_the_try_is_kept_nowhere_and_is_about_something_else() -> None:
    step = next(step for step in ours(BOY) if step.screen.id == 'custody_practice')
    assert step.screen.entries == ()
    assert not re.search(r'celda|custodia|oficial|carpa|frío|comida', step.screen.question + step.screen.subquestion)


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', [BOY, MOTHER])
def test_the_ground_rules_come_once_with_an_example_and_so_does_the_try(name: str, language: str) -> None:
    ids = [step.screen.id for step in ours(name, language)]
    assert (ids.count('custody_rules'), ids.count('custody_practice')) == (1, 1)
    rules = next(step.screen for step in ours(name, language) if step.screen.id == 'custody_rules')
    first = {'es': r'Si no sabe.+Ejemplo:.+«No sé»', 'en': r'If you do not know.+Example:.+“I do not know'}[language]
    assert re.search(first, rules.subquestion, re.DOTALL) and not rules.entries


def test_before_the_topics_a_persons_words_come_back_only_as_a_quotation() -> None:
    free = case(BOY)['answers']['custody']['free']
    more = next(step for step in ours(BOY) if step.screen.id == 'custody_more')
    plain = re.sub(r'&#(\d+);', lambda found: chr(int(found.group(1))), more.screen.subquestion)
    assert f'«{free}»' in plain
    told = {word for text in typed_texts(case(BOY)['answers']['custody']) for word in re.findall(r'[a-záéíóúñ]{6,}', text.casefold())}
    rest = plain.replace(free, '').casefold()
    assert {word for word in told if word in rest} <= {'quiere', 'escrito'}


def care(screen: Screen) -> str:
    """What stands above a question that is told with care, apart from the bar and its folded menu."""
    return screen.top.partition('<p class="with-care">')[2].partition('</p>')[0]


def all_of_the_task() -> list[Step]:
    """Every screen of the task: a boy's and a mother's, in both languages, and a girl's who is new and so is asked who her people are."""
    told = [walked(name, language).steps for name in (BOY, MOTHER) for language in LANGUAGES]
    return [step for steps in (*told, girl_walked()[0], girl_walked(('wish', 'later'))[0]) for step in of_the_task(list(steps))]


def test_pause_stop_and_say_it_out_loud_stand_open_on_every_screen_of_the_task() -> None:
    seen = {step.screen.id for step in all_of_the_task()}
    assert {'family_any', 'custody_stop', 'custody_place', 'custody_start', 'custody_more', 'custody_held_who'} <= seen
    for step in all_of_the_task():
        above = links_of(replace(step.screen, top=care(step.screen), subquestion='', under=''))
        assert [link.action for link in above] == ['pause', 'stop_today', 'say_aloud'], step.screen.id
    assert not care(next(step.screen for step in walked(MOTHER, 'es').steps if step.screen.id == 'home'))


# The name of the adult for the paper, and what is asked after the telling
ONLY_FOR_A_PAPER = {'custody_adult', 'custody_lawyer', 'custody_interpreter', 'custody_interpreter_reach', 'custody_held_number',
                    'custody_held_place', 'custody_held_start', 'custody_held_papers'}


def test_wherever_words_of_the_telling_are_asked_for_they_can_be_said_out_loud_or_left_out() -> None:
    asked = {}
    for step in all_of_the_task():
        entries = step.screen.entries
        if step.screen.id.startswith('custody_') and any(entry.kind in ('text', 'area') for entry in entries):
            asked[step.screen.id] = {choice.value for entry in entries for choice in entry.choices}
            assert step.screen.id in ONLY_FOR_A_PAPER or not any(entry.required for entry in entries if entry.kind in ('text', 'area'))
    telling = {name: codes for name, codes in asked.items() if name not in ONLY_FOR_A_PAPER}
    assert set(telling) == {'custody_free', 'custody_more', 'custody_place', 'custody_start', 'custody_end', 'custody_moment', 'custody_moment_when',
                            'custody_topic'}
    assert {name for name, codes in telling.items() if 'aloud' not in codes or not codes & {'skip', 'not_wanted'}} == set()


def test_the_same_stands_above_an_answer_that_is_opened_again_from_my_answers() -> None:
    session = session_at_papers(MOTHER)
    for action in ('custody.more', 'custody.topics["food"]'):
        shown = session.glance(action)
        assert shown is not None and care(shown), action
    other = session.glance('applicant.given_names')
    assert other is not None and not care(other)


def test_stopping_keeps_what_was_told_and_saying_aloud_comes_back_to_the_question() -> None:
    session, driver = Session(), Driver(GIRL)
    while session.screen is not None and session.screen.id != 'custody_place':
        driver.answer(session)
    asked, told = session.screen, session.answers()['custody']
    for action in ('say_aloud', 'stop_today', 'pause'):
        session.act(action)
        assert session.screen is not None and session.screen.id == action and not session.screen.entries
        session.submit({CONTINUE: 'continue'})
        assert session.screen == asked and session.answers()['custody'] == told
    session.act('stop_today')
    assert session.screen is not None
    on_the_page = links_of(replace(session.screen, top=''))
    home = next(link for link in on_the_page if 'go_home' in (link.action, link.arguments.get('_action')))
    session.act(home.action, **home.arguments)
    assert session.screen is not None and session.screen.id == 'home' and session.answers()['custody'] == told


def test_a_child_says_when_it_was_in_words_and_an_adult_may_give_a_date() -> None:
    def parts(name: str) -> set[str]:
        asked = (step.screen.entries for step in ours(name) if step.screen.id == 'custody_moment_when')
        return {entry.variable.rpartition('.')[2] for entries in asked for entry in entries} - {'when_told'}

    assert parts(BOY) == {'words'} and parts(MOTHER) >= {'year', 'month', 'day', 'words'}


# --- what cannot be skipped -----------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize('answer', [('adult_here', 'no'), ('wish', 'later'), ('room', 'no')])
def test_without_an_adult_a_wish_or_a_room_nothing_is_asked(answer: tuple[str, str]) -> None:
    ids, session = girl(answer)
    assert 'custody_stop' in ids
    assert not {'custody_rules', 'custody_free', 'custody_topic', 'custody_wants', 'custody_lawyer', 'custody_counts'} & set(ids)
    assert not papers(session) & set(OURS)


def test_an_adult_who_reads_is_told_how_and_a_child_without_a_lawyer_is_offered_no_declaration() -> None:
    ids, session = girl()
    assert 'custody_lawyer' in ids and 'custody_wants' not in ids and 'custody_named' not in ids
    assert {'custody_log', 'custody_declaration'} & papers(session) == {'custody_log'}


def test_by_an_address_the_lawyer_is_not_skipped_either() -> None:
    """The address bar can open any question; answered there, it makes no declaration of a child, and the paper's own link leads to the papers."""
    _, session = girl(('counts', 'yes'))
    session.act('custody.wants_declaration')
    assert session.screen is not None and session.screen.id == 'custody_wants'
    session.submit({session.screen.entries[0].name: 'yes'})
    session.act('custody.named')
    assert session.screen is not None and session.screen.id == 'custody_named'
    session.submit({entry.name: value for entry, value in zip(session.screen.entries, ('full', 'inside_us'), strict=True)})
    told = session.answers()['custody']
    assert told['wants_declaration'] == 'yes' and told['lawyer'] == 'not_yet'
    assert {'custody_log', 'custody_declaration'} & papers(session) == {'custody_log'}
    for action in ('preview', 'download'):
        session.act(action, document='custody_declaration', person='applicant', language='es', format='docx')
        assert session.screen is None or 'perjurio' not in session.screen.subquestion
        assert session.screen is not None and session.screen.file is None


def test_a_part_is_told_exactly_when_no_screen_of_it_comes_any_more() -> None:
    session, places = Session(), 0
    driver = Driver(GIRL)
    while session.screen is not None and session.screen.id != 'packet':
        place = where(session.screen)
        if place:
            places += 1
            assert len(left(session, 'custody_conditions')) == place[1] - place[0] + 1, (session.screen.id, place)
        driver.answer(session)
    assert places > len(TOPICS) and left(session, 'custody_conditions') == []


# --- erased apart ---------------------------------------------------------------------------------------------------------------------

def test_erasing_custody_leaves_the_story() -> None:
    session = session_at_papers(MOTHER)
    before = session.answers()
    session.act('ask_remove_whole', what='custody')
    assert session.screen is not None and session.screen.id == 'ask_remove_whole'
    session.act('erase_whole', what='custody')
    after = session.answers()
    assert not after.get('custody') and after['tellings'] == before['tellings']
    found = texts(session)
    assert not {*OURS, 'habeas_facts'} & set(found) and 'declaration' in found
    letters = set(typed_texts(after['advocacy']))  # where somebody is held was confirmed there too, and stays
    told = [text for text in typed_texts(before['custody']) if len(text) > 20 and text not in letters]
    assert told and not [text for text in told if any(text in paper for paper in found.values())]


def test_erasing_the_story_leaves_custody() -> None:
    session = session_at_papers(MOTHER)
    before = session.answers()
    session.act('erase_whole', what='story')
    after = session.answers()
    assert after['custody'] == before['custody'] and after['tellings'] == []
    found = texts(session)
    assert {'custody_declaration', 'custody_log', 'habeas_facts'} <= set(found)
    assert not {'declaration', 'credible_fear_sheet'} & set(found)
    told = [text for text in typed_texts(before['tellings']) if len(text) > 20]
    assert told and not [text for text in told if any(text in paper for paper in found.values())]


@pytest.mark.parametrize('what', ['family', '', None, ['custody'], 'applicant'])
def test_another_name_in_the_address_erases_nothing(what: Any) -> None:
    session = session_at_papers(MOTHER)
    before = session.answers()
    session.act('erase_whole', what=what)
    assert session.answers() == before


def test_with_a_person_goes_that_this_person_is_held_and_not_what_another_told() -> None:
    session = session_at_papers(MOTHER)
    session.act('remove', list='family', number=0, of=2)
    told = session.answers()['custody']
    assert not told.get('held') and told['person'] == 'applicant' and told['free']
    assert 'habeas_facts' not in papers(session)
