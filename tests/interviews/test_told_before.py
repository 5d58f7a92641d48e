"""What was written on one screen is shown on the next that asks about the same: nobody has to tell it twice."""
import pytest
from interviews.walks import walked

AGAIN = 'Usted ya escribió esto'


def shown(screen: str) -> list[str]:
    """What stands above the boxes of one screen, each time it comes."""
    return [step.screen.subquestion for step in walked('01_extortion_and_police', 'es').steps if step.screen.id == screen]


@pytest.mark.parametrize(('screen', 'said'), [
    ('event_why', 'Porque los denuncié'), ('story_reasons', 'Porque los denuncié'),
    ('fear_who', 'Porque los denuncié'), ('fear_who', 'La MS'),
    ('fear_protection', 'A los tres meses me encontraron'), ('fear_protection', 'la misma policía les pasó'),
    ('countries_any', 'Salí con mis dos hijos'), ('country_stay', 'Salí con mis dos hijos'),
])
def test_what_was_written_is_shown_where_it_is_asked_again(screen: str, said: str) -> None:
    assert any(AGAIN in text and said in text for text in shown(screen)), shown(screen)


def test_what_was_not_written_yet_is_not_spoken_of() -> None:
    assert AGAIN not in shown('event_why')[0]
    assert not [text for text in shown('moves_any') if AGAIN in text]
