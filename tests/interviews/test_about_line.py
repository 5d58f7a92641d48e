"""Each screen of a happening, a stay or an entry says which one it is about; the screens before and after do not."""
import pytest
from interviews.walks import walked


@pytest.mark.parametrize(('screen', 'said'), [
    ('event_when', 'Nos mandaron un audio con una foto de mi hija.'), ('event_where', 'Nos mandaron un audio'), ('move_start', 'Manta'),
    ('entry_where', '1 de septiembre de 2026'),
])
def test_a_screen_says_what_it_is_about(screen: str, said: str) -> None:
    tops = [step.screen.top for step in walked('16_spouses_taken_apart', 'es').steps if step.screen.id == screen]
    assert tops and all('Sobre:' in top for top in tops)
    plain = tops[0].replace('&#46;', '.')
    assert said in plain, plain[-300:]


def test_a_screen_about_nothing_of_the_kind_says_nothing() -> None:
    tops = [step.screen.top for step in walked('16_spouses_taken_apart', 'es').steps if step.screen.id in ('reasons', 'left_how', 'situation_place')]
    assert tops and not [top for top in tops if 'Sobre:' in top]
