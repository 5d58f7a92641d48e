"""What an attorney reads first: what hurts a family most when it is wrong."""
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from law.samples import ON

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.desk import danger, report, texts
from docassemble.immdef_selfhelp.law.desk.report import LawState
from docassemble.immdef_selfhelp.law.desk.signoff import Signoff
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts

STATE = report.state_on(ON)


def signed(state: LawState, *ids: str, digest: str = '') -> LawState:
    return replace(state, signoffs={name: Signoff(name, 'XY', ON, digest or state.texts[name].digest) for name in ids})


def first_ids(state: LawState) -> list[str]:
    return [name for reason in danger.read_first(state) for name in reason.ids]


def test_what_an_attorney_put_first_exists_and_stands_once() -> None:
    ids = [name for reason in danger.dangerous() for name in reason.ids]
    assert set(ids) <= set(texts.every_text())
    assert len(ids) == len(set(ids))


def test_the_limit_is_kept_and_nothing_stands_twice() -> None:
    ids = first_ids(STATE)
    assert len(ids) == len(set(ids)) == danger.MOST_FIRST
    assert first_ids(replace(STATE, on=date(2028, 1, 1)))[:5] == ids[:5], 'hundreds past review do not push the dangerous ones out'


def test_what_is_signed_makes_room_and_what_changed_after_comes_back() -> None:
    assert 'appeal_deadline' not in first_ids(signed(STATE, 'appeal_deadline'))
    again = danger.read_first(signed(STATE, 'cf_what', digest='another'))
    assert ('cf_what',) in [reason.ids for reason in again if reason.why == danger.CHANGED]


def test_what_a_stop_rests_on_and_nobody_read_comes_before_the_rest() -> None:
    order = sorted(STATE.texts.values(), key=lambda text: danger.danger(text, STATE))
    place = {text.id: number for number, text in enumerate(order)}
    stops = {name for text in finding_texts.all_texts().values() if text.today for name in text.today}
    unread = [name for name in stops if STATE.provisions[name].confidence != 'verified']
    calm = [name for name, provision in STATE.provisions.items() if provision.confidence == 'verified' and name not in danger.urgent_ids()]
    assert unread and calm
    assert max(place[name] for name in unread) < min(place[name] for name in calm)
    assert danger.danger(STATE.texts['cf_what'], signed(STATE, 'cf_what')) == max(danger.danger(text, signed(STATE, 'cf_what')) for text in order)


@pytest.mark.parametrize('text', ['groups: [{why: x}]', 'groups: [{why: x, ids: []}]', 'groups: [{ids: [cf_what]}]', 'first: []',
                                  'groups: [{why: x, ids: [a], more: y}]'])
def test_a_wrong_list_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / 'read_first.yml'
    file.write_text(text, encoding='utf-8')
    with pytest.raises(strict.LawDataError):
        danger.dangerous(file)
