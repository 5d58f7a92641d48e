"""The papers of a room: what is drawn stands there, as typed, and a card has its back behind it."""
import io
from datetime import date

import pikepdf
import pytest
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTTextContainer

from docassemble.immdef_selfhelp.documents.room import cards, drawn
from docassemble.immdef_selfhelp.documents.room.cards import CardTooFull, PrintedCard
from docassemble.immdef_selfhelp.documents.room.drawn import Answer, Question, Section
from docassemble.immdef_selfhelp.law.provisions import dated, problems
from docassemble.immdef_selfhelp.names import LANGUAGES

DAY = date(2026, 11, 29)


def said(file: bytes) -> str:
    return ' '.join(extract_text(io.BytesIO(file)).split())


def test_a_text_is_drawn_as_it_is() -> None:
    text = said(drawn.worksheet('A & B', [Section('<b>S</b>', (Question('1 < 2?', 'x & y', ('<i>law</i>',)),))], 'en', 'note'))
    assert [one for one in ('A & B', '<b>S</b>', '1 < 2?', 'x & y', '<i>law</i>', 'note') if one not in text] == []


@pytest.mark.parametrize('language', LANGUAGES)
def test_each_kind_of_answer_has_its_place(language: str) -> None:
    kinds = (drawn.DATE, drawn.LINES, drawn.SHORT, drawn.CODE)
    answers = (*(Answer(f'label {kind}', kind) for kind in kinds), Answer('', drawn.TICKS, ('one', 'two')))
    text = said(drawn.worksheet('T', [Section('S', (Question('Q', answers=answers, for_each=True),))], language, ''))
    assert [kind for kind in kinds if f'label {kind}' not in text] == []
    assert text.count(drawn.BOX) == 2
    assert [key for key in ('day', 'month', 'year', 'each', 'keep', 'number') if drawn.words()[key][language] not in text] == []


def where(file: bytes, text: str) -> tuple[int, float, float]:
    """Page and corner of a text."""
    for number, page in enumerate(extract_pages(io.BytesIO(file))):
        for box in page:
            if isinstance(box, LTTextContainer) and text in box.get_text():
                return number, box.x0, box.y0
    raise AssertionError(text)


def test_the_back_of_a_card_lies_behind_its_front() -> None:
    file = cards.draw_cards([PrintedCard(number, f'front{number}', (f'back{number}',)) for number in range(1, 7)], 'es', 'note')
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert [[float(one) for one in page.mediabox][2:] for page in pdf.pages] == [[612, 792]] * 4
    for number in range(1, 7):
        front, back = where(file, f'Problema {number}'), where(file, f'Qué puede hacer {number}')
        assert back[0] == front[0] + 1
        assert (front[1] < 306) != (back[1] < 306), 'turned over the long edge, left is right'
        assert abs(front[2] - back[2]) < 2, 'at the same height'


@pytest.mark.parametrize('language', LANGUAGES)
def test_every_problem_card_fits_and_says_all_of_its_back(language: str) -> None:
    for one in problems.cards():
        card = PrintedCard(1, one.problem[language], tuple(dated.sentence_with_note(name, language, DAY) for name in one.can))
        text = said(cards.draw_cards([card], language, '')).replace(' ', '')
        assert [line for line in (card.front, *card.back) if ''.join(line.split()) not in text] == []


def test_a_card_that_does_not_fit_is_refused() -> None:
    with pytest.raises(CardTooFull):
        cards.draw_cards([PrintedCard(1, 'front', ('word ' * 1500,))], 'en', '')


def test_our_own_words_are_in_both_languages() -> None:
    assert [key for key, one in drawn.words().items() if set(one) != set(LANGUAGES)] == []
