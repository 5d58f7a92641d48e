"""Filling and reading back, tried on a small form the tests make."""
import io
from dataclasses import replace

import pikepdf
import pytest
from documents.forms.blanks import SMALL_MAP, small_form, small_map

from docassemble.immdef_selfhelp.documents.forms import readback
from docassemble.immdef_selfhelp.documents.forms.fields import FormProblem
from docassemble.immdef_selfhelp.documents.forms.fill import Filled, fill, flattened, write
from docassemble.immdef_selfhelp.documents.forms.layout import Laid, MissingLetter, clean
from docassemble.immdef_selfhelp.documents.forms.map import map_from
from docassemble.immdef_selfhelp.documents.forms.overflow import Note
from docassemble.immdef_selfhelp.law.strict import LawDataError

TOLD = {'A.1': 'Ximena Nāhuatl k’iche’ ẍ ŋ x̂', 'A.2': 'A 123-456-789', 'A.3': '1990-03-05', 'A.4': 'no', 'A.5': 'They came.\nWe left.',
        'A.6.city': 'Cobán', 'A.6.country': 'Guatemala', 'B.1.1.street': 'Calle 1', 'B.1.1.from': '2019-04'}


def filled(told: dict[str, str], notes: dict[str, Note] | None = None) -> Filled:
    return fill(small_map(), small_form(), told, notes)


def values(pdf: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        return {str(field.T): str(field.get('/V', '')) for field in read.Root.AcroForm.Fields}


def test_every_value_is_in_the_file_and_on_the_page() -> None:
    made = filled(TOLD)
    assert readback.problems(made) == ()
    found = values(made.main)
    assert found['name'] == TOLD['A.1']
    assert (found['number'], found['born'], found['where'], found['from1']) == ('123456789', '03/05/1990', 'Cobán, Guatemala', '04/2019')
    assert (found['english_yes'], found['english_no']) == ('/Off', '/N')
    assert made.unanswered == ()


def test_what_only_adobe_reads_is_gone_and_no_program_draws_again() -> None:
    with pikepdf.open(io.BytesIO(filled(TOLD).main)) as read:
        assert '/XFA' not in read.Root.AcroForm
        assert '/NeedAppearances' not in read.Root.AcroForm
        assert '/Perms' not in read.Root


def test_an_example_in_the_blank_is_no_answer() -> None:
    assert values(small_form())['where'] == 'EXAMPLE CITY'
    made = filled({'A.1': 'Ana'})
    assert values(made.main)['where'] == ''
    assert 'EXAMPLE' not in ''.join(letter for page in readback.our_letters(flattened(made.main)) for letter, _ in page)
    assert 'A.6' in made.unanswered


def test_a_closed_box_says_what_the_form_wants_in_the_words_that_fit() -> None:
    found = values(filled({'A.1': 'none', 'A.2': 'N/A', 'A.6.city': 'unknown', 'B.1.1.from': 'unknown', 'A.4': 'unknown'}).main)
    assert (found['name'], found['number'], found['where'], found['english_yes']) == ('NONE', 'N/A', 'UNKNOWN', '/Off')
    assert found['from1'] == 'UNKNOWN'


def test_a_long_story_goes_on_whole_under_its_part_and_question() -> None:
    story = ' '.join(f'Sentence number {number} of the story.' for number in range(60))
    made = filled(TOLD | {'A.5': story})
    assert readback.problems(made) == ()
    found = values(made.main)
    assert found['story'].startswith('Sentence number 0 of the story.')
    assert found['story'].endswith('See Supplement B.')
    assert (found['s_part'], found['s_question'], found['s_name']) == ('A', '5', TOLD['A.1'])
    assert ' '.join(found['s_text'].split()).endswith(story)
    assert 'Part A, item 5. Tell' in found['s_text']
    assert [one.item for one in made.continued] == ['A.5']


def test_a_summary_and_an_attached_paper_take_the_place_of_the_story() -> None:
    story = ' '.join(f'Sentence number {number} of the story.' for number in range(60))
    made = filled(TOLD | {'A.5': story}, {'A.5': Note('In two sentences. No more.', 'declaration, paragraphs 3 to 9')})
    assert values(made.main)['story'] == 'In two sentences. No more. See attached declaration, paragraphs 3 to 9.'
    assert values(made.main)['s_text'] == values(made.main)['s_name'] == ''
    assert made.continued[0].attached


def test_a_story_of_many_pages_gets_more_sheets() -> None:
    made = filled(TOLD | {'A.5': ' '.join(f'word{number}' for number in range(2500))})
    assert readback.problems(made) == ()
    assert made.more
    with pikepdf.open(io.BytesIO(made.more[0])) as page:
        assert len(page.pages) == 1
        assert '/AcroForm' not in page.Root


def test_rows_without_a_line_and_what_is_too_long_for_one_go_on_too() -> None:
    made = filled(TOLD | {'A.1': 'Long ' * 20, 'B.1.2.street': 'Calle 2', 'B.1.2.from': '2020-01', 'A.2': '12345678901'})
    assert readback.problems(made) == ()
    found = values(made.main)
    assert (found['name'], found['number']) == ('See Supplement B', 'See att.')
    assert [one.item for one in made.continued] == ['A.1', 'A.2', 'B.1.2']
    assert 'Street: Calle 2; From: 01/2020' in made.continued[2].text


def test_an_answer_without_a_box_is_an_error_and_an_empty_one_is_not() -> None:
    with pytest.raises(FormProblem, match=r'no item C\.9'):
        filled({'C.9': 'something'})
    with pytest.raises(FormProblem, match=r"A\.4: the form has no box for 'perhaps'"):
        filled({'A.4': 'perhaps'})
    assert filled({'C.9': ''}).continued == ()


@pytest.mark.parametrize('text', [
    ') Tj ET (', '\\) Do Q', '<</V (x)>>', '{{ name }}', '<script>alert(1)</script>', '&lt;b&gt;', '%PDF-1.7', 'x' * 3000,
    '\u202eabc\u2066', 'a\x00b\x07c',
    '- - -', '=1+1', "Robert'); DROP TABLE", '«¿“—…”?»', ' \t\u00a0 y'])
def test_hostile_text_is_only_text(text: str) -> None:
    made = filled(TOLD | {'A.1': text, 'A.5': text})
    assert readback.problems(made) == ()
    assert ''.join(clean(text).split()) in ''.join(''.join(one.laid.lines) for placing in (made.placing, *made.more_placing)
                                                   for one in placing.placed).replace(' ', '')


def test_a_letter_without_a_drawing_is_named() -> None:
    with pytest.raises(MissingLetter, match=r'Item A\.1: .*“漢” \(U\+6F22, CJK UNIFIED IDEOGRAPH-6F22\)'):
        filled({'A.1': 'Ana 漢'})


# --- the reading back sees what is wrong ---------------------------------------------------------------------------------------------

def test_a_value_in_the_wrong_box_is_seen() -> None:
    made = filled(TOLD)
    name, number = made.placing.placed[:2]
    swapped = replace(made.placing, placed=(replace(name, field=number.field, place=number.place), *made.placing.placed[2:]))
    assert list(readback.by_name(write(small_form(), swapped), made.placing))
    wrong = replace(made, main=write(small_form(), swapped))
    assert any('item A.1' in line for line in readback.problems(wrong))


def test_a_lost_letter_and_a_line_outside_its_box_are_seen() -> None:
    made = filled(TOLD)
    story = next(one for one in made.placing.placed if one.item == 'A.5')
    rest = tuple(one for one in made.placing.placed if one is not story)
    cut = replace(made.placing, placed=(*rest, replace(story, laid=Laid(('They cam',), 9.0))))
    assert any('item A.5' in line for line in readback.problems(replace(made, main=write(small_form(), cut))))
    wide = replace(made.placing, placed=(*rest, replace(story, laid=Laid(('x' * 90,), 9.0))))
    assert any('item A.5' in line or 'outside' in line for line in readback.problems(replace(made, main=write(small_form(), wide), placing=wide)))


# --- the map is read strictly --------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(('change', 'said'), [
    ({'left_blank': {'by hand': ['name']}}, 'boxes named twice: name'), ({'pagess': 2}, 'unknown keys'),
    ({'more_text': {'page': 2, 'part': 'S.part', 'question': 'S.nowhere', 'text': 'S.text', 'name': 'B'}}, r'no such item: S\.nowhere'),
    ({'more_rows': {'table': 'C', 'first': 5, 'each': 2, 'page': 1}}, 'names no table')])
def test_a_map_that_is_wrong_is_an_error(change: dict[str, object], said: str) -> None:
    with pytest.raises(LawDataError, match=said):
        map_from(SMALL_MAP | {'edition': small_map().edition} | change, 'small.yml')
