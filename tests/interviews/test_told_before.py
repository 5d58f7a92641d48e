"""What was told already stands on the screens that ask near it; of one adult only, and nothing that is to be said aloud."""
from typing import Any

import pytest

from docassemble.immdef_selfhelp.walk.engine import start

start()
# docassemble can be imported only after that.
from docassemble.immdef_selfhelp.interview import told_before  # noqa: E402

EVENTS = [
    {'kind': 'harm', 'told': 'written', 'who': 'Dos hombres', 'why': 'Por *ser* Pineda.'},
    {'kind': 'harm', 'told': 'written', 'who': 'no sé', 'why': 'Por *ser* Pineda.'},
    {'kind': 'harm', 'told': 'aloud', 'who': 'El comandante', 'why': 'Porque vi.'},
    {'kind': 'harm', 'told': 'skip', 'why': 'Nadie lo sepa.'},
]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told_before, 'plain', lambda telling: telling)


def test_what_was_written_is_shown_once_as_typed_and_nothing_else() -> None:
    shown = told_before.told_in_events({'events': EVENTS}, 'who', 'why')
    assert shown == '<ul><li>Dos hombres</li><li>Por &#42;ser&#42; Pineda&#46;</li></ul>'


@pytest.mark.parametrize('telling', [{}, {'events': []}, {'events': EVENTS[2:]}, {'events': [{}]}, {'moves': [{}]}])
def test_nothing_told_shows_nothing(telling: dict[str, Any]) -> None:
    assert told_before.told_in_events(telling, 'why') == told_before.told_of_moves(telling) == ''


def test_moves_are_shown_where_a_safe_place_is_asked_for() -> None:
    shown = told_before.told_of_moves({'moves': [{'place': 'Choloma', 'after': 'Me encontraron.'}, {'place': 'Tela', 'after': ''}]})
    assert shown == '<ul><li>Choloma&#46; Me encontraron</li><li>Tela</li></ul>'
