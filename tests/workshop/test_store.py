"""What a workshop keeps, on a real Valkey: who may join, what the board shows, one vote each, and nothing after closing."""
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from workshop.conftest import Clock
from workshop.kept import not_allowed

from docassemble.immdef_selfhelp.workshop import codes, print_hold, reviews, words
from docassemble.immdef_selfhelp.workshop.plan import Plan, agenda_of, wifi_text
from docassemble.immdef_selfhelp.workshop.rows import by_need
from docassemble.immdef_selfhelp.workshop.store import FAMILIES, GRACE, HELPER, LEADER, Place, Store

MARK = 'a1' * 32


def join(store: Store, workshop: str, number: int) -> list[Place]:
    return [Place(workshop, store.join(workshop, f'{one:064x}', 'es')) for one in range(1, number + 1)]


def test_a_code_has_no_letters_that_look_alike() -> None:
    assert not set('0O1IL2Z5S8BUVDQAE') & set(codes.LETTERS)
    code = codes.new_code()
    assert codes.read_code(f' {codes.shown_code(code).lower()}') == code
    for wrong in ('', 'ABC', code + 'X', 'O0O0O0', '<b>xyz'):
        with pytest.raises(codes.NoCode):
            codes.read_code(wrong)


def test_thirty_phones_at_once_get_thirty_numbers(store: Store, workshop: str) -> None:
    with ThreadPoolExecutor(30) as pool:
        numbers = list(pool.map(lambda one: store.join(workshop, f'{one:064x}', 'es'), range(30)))
    assert sorted(numbers) == list(range(1, 31))


def test_a_phone_that_comes_again_keeps_its_number(store: Store, workshop: str) -> None:
    assert [store.join(workshop, MARK, 'es') for _ in range(3)] == [1, 1, 1]
    store.set_about(workshop, joining=0)
    assert store.join(workshop, MARK, 'es') == 1, 'who is in stays in when joining is closed'
    assert store.join(workshop, 'b2' * 32, 'es') == 0
    store.set_about(workshop, joining=1)
    assert store.join(workshop, 'b2' * 32, 'es') == 2


def test_a_family_goes_on_at_another_phone(store: Store, workshop: str) -> None:
    store.join(workshop, MARK, 'es')
    assert store.go_on(MARK, 'c3' * 32)
    assert (store.place('c3' * 32), store.place(MARK)) == (Place(workshop, 1), None)
    assert not store.go_on(MARK, 'd4' * 32)


def test_the_code_ends_at_closing_time_and_everything_an_hour_later(store: Store, workshop: str, plan: Plan) -> None:
    code = store.about(workshop)['code']
    store.seen(join(store, workshop, 1)[0], 'es', ('credible_fear', 1, 7), answered=True)
    assert store.client.expiretime(f'workshop:code:{code}') == plan.closes
    ends = {key: store.client.expiretime(key) for key in store.client.scan_iter(f'workshop:{workshop}:*')}
    assert all(0 < end <= plan.closes + GRACE for end in ends.values()), ends


def test_who_needs_somebody_stands_first(store: Store, workshop: str, clock: Clock) -> None:
    quiet, hearing, calm, later, first, gone = join(store, workshop, 6)
    store.tick(hearing, {'hearing': '5'})
    store.raise_hand(first)
    clock.seconds += 600
    for one in (hearing, calm, later, first, gone):
        store.seen(one, 'es', ('credible_fear', 3, 7), answered=True)
    store.raise_hand(later)
    store.leave(f'{gone.number:064x}')
    assert [row.number for row in by_need(store.rows(workshop), clock())] == [place.number for place in (first, later, hearing, quiet, calm, gone)]
    row = store.rows(workshop)[0]
    assert (row.number, row.language, row.task, row.quiet_minutes(clock()), row.raised, row.flags, row.left) == (1, 'es', '', 10, 0, (), False)


def test_a_raised_hand_is_answered_once(store: Store, workshop: str) -> None:
    family, = join(store, workshop, 1)
    store.raise_hand(family)
    assert (store.help(family, 'A'), store.help(family, 'B')) == (True, False), 'the first who goes'
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: store.answered(family), range(8))) == 1
    assert store.about(workshop)['help_answered'] == '1'
    assert not store.rows(workshop)[0].raised


@pytest.mark.parametrize('flags', [
    {'lawyer': 'Marisol'}, {'hearing': '9999'}, {'hearing': '\u0663'}, {'speaks': 'story'}, {'story': '1'}, {'hearing': ''}])
def test_nothing_is_kept_that_is_no_flag(store: Store, workshop: str, flags: dict[str, str]) -> None:
    family, = join(store, workshop, 1)
    store.tick(family, flags)
    assert store.rows(workshop)[0].flags == ()


def test_the_agenda_stays_within_its_steps(store: Store, workshop: str) -> None:
    assert [store.move(workshop, 'agenda_at', by, 1) for by in (-1, 1, 1, 1, -1)] == [0, 1, 1, 1, 0]


def test_one_vote_a_family_under_double_taps(store: Store, workshop: str) -> None:
    families = join(store, workshop, 6)
    assert not store.vote(families[0], 'border_fear', 'right'), 'no question is open'
    store.set_about(workshop, question='border_fear')
    with ThreadPoolExecutor(12) as pool:
        counted = list(pool.map(lambda place: store.vote(place, 'border_fear', 'right'), families[:5] * 4))
    assert sum(counted) == 5
    assert store.votes(workshop, 'border_fear') == {'right': 5}
    store.set_about(workshop, **{'shown:border_fear': 1})
    assert not store.vote(families[5], 'border_fear', 'wrong'), 'the result is on the wall already'


def test_a_key_signs_in_once(store: Store, workshop: str) -> None:
    key = store.new_key(HELPER, workshop)
    assert [store.use_key(key), store.use_key(key), store.use_key('x')] == [(HELPER, workshop), None, None]
    assert key not in ' '.join(store.client.keys('*'))
    assert store.use_key(store.new_key(LEADER)) == (LEADER, '')


def test_a_code_of_a_reviewer_opens_once_and_only_while_the_workshop_is_open(store: Store, workshop: str, plan: Plan) -> None:
    code = reviews.new_review(store, workshop, 'LQ', codes.mark_of_key)
    keys = store.client.keys(f'workshop:{workshop}:review:*')
    assert [0 < store.client.ttl(key) <= reviews.SECONDS for key in keys] == [True]
    assert code not in keys[0], 'the cache does not hold the code'
    assert [reviews.use_review(store, one, codes.mark_of_key) for one in ('CFGHJK', code, code)] == ['', 'LQ', '']
    late = reviews.new_review(store, workshop, 'LQ', codes.mark_of_key)
    store.close(workshop)
    assert reviews.new_review(store, workshop, 'LQ', codes.mark_of_key) == ''
    store.open(plan)
    assert reviews.use_review(store, late, codes.mark_of_key) == '', 'closing deletes what was not used'


def everything(store: Store, workshop: str) -> None:
    """A whole workshop with everything a family and a leader can do."""
    families = join(store, workshop, 7)
    for place in families:
        store.seen(place, 'es', ('credible_fear', 2, 7), answered=True)
    store.seen(families[0], 'en', ('screening', 1, 4), answered=True)
    for place in families[:6]:
        store.tick(place, {'lawyer': '1', 'phone': '1', 'child': '1', 'hearing': '12', 'speaks': 'mam'})
    store.raise_hand(families[1])
    store.help(families[1], 'AB')
    store.raise_hand(families[2])
    store.answered(families[2])
    store.send(workshop, 'coming', 1)
    store.send(workshop, 'break')
    store.watching(workshop, 'ab12')
    store.set_about(workshop, question='border_fear')
    store.vote(families[0], 'border_fear', 'right')
    store.new_key(HELPER, workshop)
    for place in families[:2]:
        print_hold.hold(store, place, b'sealed', 3)
    print_hold.came_out(store, families[0])
    reviews.new_review(store, workshop, 'LQ', codes.mark_of_key)
    store.leave(f'{7:064x}')


def test_a_dump_of_the_workshop_holds_numbers_codes_and_flags(store: Store, workshop: str, plan: Plan) -> None:
    everything(store, workshop)
    assert not_allowed(store) == []
    about = store.about(workshop)
    assert {name: about[name] for name in plan.kept()} == plan.kept()
    assert set(about) - set(plan.kept()) == {'code', 'ends', 'joining', FAMILIES, 'help_answered', 'message', 'question', 'printed'}


def test_the_dump_finds_what_may_not_be_there(store: Store, workshop: str) -> None:
    join(store, workshop, 1)
    store.client.hset(f'workshop:{workshop}:family:1', 'name', 'Marisol')
    store.client.set(f'workshop:{workshop}:story', 'x')
    assert len(not_allowed(store)) == 2


def test_closing_leaves_counts_only(store: Store, workshop: str) -> None:
    everything(store, workshop)
    store.close(workshop)
    left = [key for key in store.client.keys('*') if not key.startswith('workshop:key:')]
    assert left == [f'workshop:{workshop}:report']
    report = store.report(workshop)
    assert {name: report[name] for name in report if ':' in name} == {
        'workshop:families': '7', 'workshop:help_answered': '1', 'workshop:printed': '1',
        'language:es': '6', 'language:en': '< 5', 'task:credible_fear': '7',
        'task:screening': '< 5', 'ticked:lawyer': '6', 'ticked:phone': '6', 'ticked:child': '6', 'ticked:hearing': '6', 'ticked:speaks': '6'}


def test_closing_leaves_nothing_in_the_files_of_the_cache(store: Store, workshop: str, folder: Path) -> None:
    everything(store, workshop)
    code = store.about(workshop)['code']

    def files_with(text: str) -> list[Path]:
        return [file for file in folder.rglob('*.aof') if text.encode() in file.read_bytes()]

    deadline = time.monotonic() + 20
    while not files_with(code):  # written to the disk each second
        assert time.monotonic() < deadline
        time.sleep(0.1)
    store.close(workshop)
    while files_with(code) or files_with('cosa;secreta'):
        assert time.monotonic() < deadline, 'the code and the password of the Wi-Fi are still there'
        time.sleep(0.1)


def test_the_message_sent_last_is_shown(store: Store, workshop: str, clock: Clock) -> None:
    first, second = join(store, workshop, 2)
    assert store.message_to(first) == ''
    store.send(workshop, 'coming', first.number)
    clock.seconds += 1
    assert store.message_to(first).startswith('coming:') and store.message_to(second) == ''
    store.send(workshop, 'break')
    assert store.message_to(first).startswith('break:') and store.message_to(second).startswith('break:')


def test_what_a_screen_tells_ends_with_the_workshop(store: Store, workshop: str) -> None:
    family, = join(store, workshop, 1)
    store.seen(family, 'en', ('screening', 2, 4), answered=False)
    kept = store.family(family)
    assert {name: kept[name] for name in ('language', 'task', 'part', 'parts')} == {'language': 'en', 'task': 'screening', 'part': '2', 'parts': '4'}
    assert store.client.expiretime(f'workshop:{workshop}:did') == int(store.about(workshop)['ends'])
    store.seen(family, 'en', ('', 0, 0), answered=False)
    assert store.client.smembers(f'workshop:{workshop}:did') == {'1:screening'}


def test_nothing_is_written_into_a_closed_workshop(store: Store, workshop: str) -> None:
    family, = join(store, workshop, 1)
    store.close(workshop)
    store.seen(family, 'es', ('screening', 1, 4), answered=True)
    store.raise_hand(family)
    store.tick(family, {'lawyer': '1'})
    store.set_about(workshop, joining=1)
    assert not store.send(workshop, 'break')
    assert store.join(workshop, MARK, 'es') == 0
    assert store.client.keys(f'workshop:{workshop}:*') == [f'workshop:{workshop}:report']


def test_an_agenda_of_a_form_holds_known_tasks_with_minutes() -> None:
    given = [('screening', '20'), ('unknown', '5'), ('credible_fear', ''), ('documents', '9999'), ('screening', '-3')]
    found = agenda_of(given, ('screening', 'credible_fear', 'documents'))
    assert [(step.task, step.minutes) for step in found] == [('screening', 20), ('documents', 240)]


def test_the_text_of_a_wifi_code_is_escaped() -> None:
    assert wifi_text('Taller', 'a;b"c') == 'WIFI:T:WPA;S:Taller;P:a\\;b\\"c;;'
    assert wifi_text('Libre', '') == 'WIFI:T:nopass;S:Libre;;'


def test_papers_wait_half_an_hour_and_go_when_they_came_out(store: Store, workshop: str) -> None:
    first, second, third = join(store, workshop, 3)
    for place in (second, first):
        assert print_hold.hold(store, place, bytes([place.number]), 4)
    assert 0 < store.client.ttl(f'workshop:{workshop}:print:1') <= print_hold.SECONDS
    assert {(one.number, one.pages, one.minutes <= 31) for one in print_hold.held(store, workshop)} == {(1, 4, True), (2, 4, True)}
    assert [print_hold.sealed_of(store, place) for place in (first, third)] == [b'\x01', None]
    assert [print_hold.waits(store, place) for place in (first, third)] == [True, False]
    assert [print_hold.came_out(store, first), print_hold.came_out(store, first)] == [True, False]
    print_hold.take_back(store, second)
    assert print_hold.held(store, workshop) == []
    assert store.about(workshop)['printed'] == '1'
    store.close(workshop)
    assert not print_hold.hold(store, third, b'x', 1)


def test_no_paper_waits_of_a_family_that_left_or_erased(store: Store, workshop: str) -> None:
    family, other = join(store, workshop, 2)
    assert print_hold.hold(store, family, b'sealed', 3) and print_hold.hold(store, other, b'sealed', 3)
    store.leave(f'{family.number:064x}')
    assert print_hold.sealed_of(store, family) is None
    assert not print_hold.hold(store, family, b'made meanwhile', 3), 'papers that were still being made when it left'
    assert [one.number for one in print_hold.held(store, workshop)] == [other.number]
    print_hold.take_back(store, other)
    assert print_hold.held(store, workshop) == []


@pytest.mark.parametrize('days', ['0000' + '9' * 5000, '00006195550134', '366', '-1', '1.5', '', '٣'])
def test_only_days_reach_the_board(days: str) -> None:
    assert not words.is_flag(words.HEARING, days) and words.is_flag(words.HEARING, '365')
