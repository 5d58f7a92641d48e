"""Lines measured and broken, letters named: what needs no form."""
import pytest
from documents.forms.blanks import small_form
from hypothesis import given, strategies as st

from docassemble.immdef_selfhelp.documents.forms.fields import TEXT, Field, Place
from docassemble.immdef_selfhelp.documents.forms.layout import (
    ONE_LINE_SIZES,
    broken,
    capacity,
    clean,
    columns_of,
    laid_out,
    missing_letters,
)
from docassemble.immdef_selfhelp.documents.forms.overflow import Continued, sheets, shortened, words_for

STORY = Field('story', TEXT, (Place(1, (54, 270, 576, 390)),), multiline=True)
LINE = Field('line', TEXT, (Place(1, (0, 0, 100, 16)),))
RULED = Field('ruled', TEXT, (Place(1, (0, 0, 234, 180)),), multiline=True, ruled=18)


def test_the_boxes_of_the_story_hold_what_was_measured() -> None:
    assert capacity(STORY, STORY.places[0], 9.0) == (95, 11)
    assert capacity(RULED, RULED.places[0], 9.0)[1] == 10


def test_one_line_of_the_story_stays_free() -> None:
    assert laid_out('word ' * 19 * 10, STORY, STORY.places[0]) is not None
    ten, eleven = '\n'.join(['line'] * 10), '\n'.join(['line'] * 11)
    assert len(laid_out(ten, STORY, STORY.places[0]).lines) == 10  # type: ignore[union-attr]
    laid = laid_out(eleven, STORY, STORY.places[0])
    assert laid is None or laid.size < 9


def test_a_single_line_shrinks_to_seven_points_and_then_is_too_long() -> None:
    sizes = [laid.size if (laid := laid_out('x' * number, LINE, LINE.places[0])) else 0 for number in range(10, 40)]
    assert sizes == sorted(sizes, reverse=True)
    assert set(sizes) == {*ONE_LINE_SIZES, 0}
    assert laid_out('x' * 5, Field('f', TEXT, LINE.places, longest=4), LINE.places[0]) is None


@given(st.text(alphabet='abcdef ñéẍā\n', max_size=300), st.integers(3, 40))
def test_no_letter_is_lost_at_the_end_of_a_line(text: str, columns: int) -> None:
    lines = broken(clean(text), columns)
    assert all(len(columns_of(line)) <= columns for line in lines)
    assert ''.join(''.join(lines).split()) == ''.join(clean(text).split())


def test_letters_of_indigenous_names_print_and_others_are_named() -> None:
    assert missing_letters(clean('Nāhuatl ẍ k’iche’ ŋ Ñandú ¿qué? “así” — x\u0308')) == ()
    assert missing_letters('Ana 漢 😀') == ('漢', '😀')


def test_what_turns_or_hides_letters_does_not_print() -> None:
    assert clean('Ana\u202e\u200b Pérez\u00ad\u00a0López\x00\r\n\tx') == 'Ana Pérez López\nx'
    assert clean('n\u0303') == 'ñ'


def test_a_mark_stands_in_the_column_of_its_letter() -> None:
    assert columns_of('k\u0308a') == ['k\u0308', 'a']


def test_a_long_answer_keeps_whole_sentences_and_says_where_it_goes_on() -> None:
    def fits(text: str) -> bool:
        return len(text) <= 60
    told = 'They came at night. They took my brother. I never saw him again, and nobody told us why.'
    assert shortened(told, fits, 'See Supplement B.') == 'They came at night. They took my brother. See Supplement B.'
    assert shortened(told, fits, 'See Supplement B.', 'A short summary.') == 'A short summary. See Supplement B.'
    assert shortened('word ' * 50, fits, 'See Supplement B.').endswith('word … See Supplement B.')
    assert len(shortened('x' * 200, fits, 'See Supplement B.')) <= 60
    assert len(shortened(told, fits, 'See Supplement B.', 'y' * 100 + '. ' + 'z' * 100)) <= 60


def test_words_of_small_boxes_get_shorter() -> None:
    words = words_for('Supplement B')
    assert words[:2] == ('See Supplement B', 'See Supp. B')
    assert max(words, key=len) == words[0]
    assert len(words[-1]) == 3


def test_each_part_begins_a_sheet_and_nothing_is_lost_between_them() -> None:
    long = ' '.join(f'word{number}' for number in range(400))
    answers = [Continued('A.1', 'A', '1', 'Name', 'short'), Continued('A.2', 'A', '2', 'Tell', long), Continued('B.1', 'B', '1', 'More', 'end'),
               Continued('B.2', 'B', '2', 'Told', 'not here', 'declaration')]
    made = sheets(answers, 40, 20, lambda text: len(text) < 10)
    assert [sheet.part for sheet in made] == ['A'] * (len(made) - 1) + ['B']
    assert made[0].question == '1, 2'
    assert all(len(sheet.lines) <= 20 for sheet in made)
    joined = ' '.join(' '.join(sheet.lines) for sheet in made)
    assert all(f'word{number}' in joined for number in range(400))
    assert 'Part A, item 2. Tell (continued)' in joined
    assert 'not here' not in joined


def test_the_small_form_is_made() -> None:
    assert small_form().startswith(b'%PDF')


@pytest.mark.parametrize('text', ['', ' ', '\n\n'])
def test_nothing_told_is_nothing(text: str) -> None:
    assert clean(text) == ''
