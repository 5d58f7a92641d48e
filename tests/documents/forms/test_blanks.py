"""The real forms, filled with invented answers and read back from the page. Skipped, with the reason, where the blanks are not."""
import io
import re

import pikepdf
import pytest
from documents.forms.blanks import FILES, blank, has_blank

from docassemble.immdef_selfhelp.documents.forms import compare, readback
from docassemble.immdef_selfhelp.documents.forms.answers import written
from docassemble.immdef_selfhelp.documents.forms.fields import widgets
from docassemble.immdef_selfhelp.documents.forms.fill import Filled, fields_of, fill, printed
from docassemble.immdef_selfhelp.documents.forms.map import DATE, DIGITS, MONTH, PHONE, STORY, FormMap, read_map
from docassemble.immdef_selfhelp.documents.forms.overflow import Note, sheets, words_for
from docassemble.immdef_selfhelp.documents.forms.placing import placing, state_in

FORMS = tuple(FILES)
STATES = {'2.5.e': 'CA', '2.7.d': 'CA', '4.3.d': 'TX', '5.3.d': 'CA'}
SAYS = re.compile(r'(?:Select|Check) (Yes|No|Male|Female|Single|Married|Divorced|Widowed|Initial|Renewal)\b')


def answer_for(form: FormMap, number: int, identifier: str, rule: str, longest: int) -> str:
    """An invented answer that is unlike every other one and fits its box."""
    if identifier in STATES:
        return STATES[identifier]
    by_rule = {DIGITS: f'{100 + number}{number:06}', DATE: f'{1900 + number % 100}-{number % 12 + 1:02}-{number % 28 + 1:02}',
               MONTH: f'{1900 + number % 100}-{number % 12 + 1:02}', PHONE: f'213555{number:04}',
               STORY: f'Story {number}: ñāẍŋ ’ “told”.\nSecond line.'}
    text = by_rule.get(rule, f'Ñ{number:03}ŋ')
    return text[:longest] if longest else text


def everything(form: FormMap, name: str) -> dict[str, str]:
    """An answer to every item of a form."""
    fields = fields_of(blank(name))
    told: dict[str, str] = {}
    for number, item in enumerate(form.items.values()):
        for other in item.joins:
            told.setdefault(other, answer_for(form, number, other, 'text', 0))
        if item.joins or item.always or (form.more_text and item.part == 'S.B'):
            continue
        if item.choices:
            told[item.id] = sorted(item.choices)[number % len(item.choices)]
        else:
            told.setdefault(item.id, answer_for(form, number, item.id, item.rule, min(fields[box].longest or 99 for box in item.boxes)
                                                if item.rule != PHONE else 0))
    return told


@pytest.fixture(scope='module', params=FORMS)
def whole(request: pytest.FixtureRequest) -> tuple[FormMap, dict[str, str], Filled]:
    """A form with an answer in every box."""
    form, content = has_blank(request.param)
    told = everything(form, request.param)
    return form, told, fill(form, content, told)


@pytest.mark.parametrize('name', FORMS)
def test_the_map_knows_every_box_of_the_blank(name: str) -> None:
    form, content = has_blank(name)
    fields, pages = compare.open_form(content)
    assert compare.differences(form, fields, pages) == []
    assert compare.printed_edition(compare.printed_text(content)) == form.edition
    assert set(form.names()) == {field.name for field in fields.values() if not field.barcode}


@pytest.mark.parametrize('name', FORMS)
def test_the_map_and_its_measures_know_the_same_boxes(name: str) -> None:
    """Without the blank: a map that names a box, or a state of one, that is not there is seen on any machine."""
    form, measures = read_map(name), compare.read_measures(name)
    assert set(form.names()) == {field.name for field in measures.values() if not field.barcode}
    assert all(state_in(measures[place[0]], place[1]) for item in form.items.values() for place in item.choices.values() if place)
    assert all(item.rule == STORY for item in form.items.values() for box in item.boxes if measures[box].multiline and item.id != 'B.5.other') or \
        name == 'eoir-59'


def test_each_box_to_tick_says_in_its_own_words_what_its_code_says() -> None:
    checked = 0
    for name in ('i-589', 'i-765'):
        form, content = has_blank(name)
        said = {field.name: SAYS.search(field.tooltip) for field in fields_of(content).values()}
        for item in form.items.values():
            for code, place in item.choices.items():
                if place and len(item.choices) > 1 and (words := said[place[0]]):
                    checked += 1
                    assert words[1].lower() == code, (item.id, code)
    assert checked > 80


def test_every_answer_is_read_back_from_the_page(whole: tuple[FormMap, dict[str, str], Filled]) -> None:
    form, _, made = whole
    assert readback.problems(made) == ()
    assert made.unanswered == ()
    assert made.continued == ()
    assert {one.item for one in made.placing.placed} >= {item.id for item in form.items.values() if item.boxes and item.part not in ('S.B',)}


def test_nothing_is_left_for_adobe_and_barcodes_keep_their_words(whole: tuple[FormMap, dict[str, str], Filled]) -> None:
    form, _, made = whole
    with pikepdf.open(io.BytesIO(made.main)) as pdf, pikepdf.open(io.BytesIO(blank(form.form))) as before:
        assert not {'/XFA', '/NeedAppearances'} & set(pdf.Root.AcroForm.keys())
        assert '/Perms' not in pdf.Root

        def barcodes(one: pikepdf.Pdf) -> list[tuple[str, bytes]]:
            notes = [note for page in one.pages for note in page.get('/Annots', ()) if 'BarCode' in str(note.get('/T', ''))]
            return [(str(note.V), note.AP.N.read_bytes()) for note in notes]
        assert barcodes(pdf) == barcodes(before)
        assert len(barcodes(pdf)) == {'i-589': 12, 'i-765': 7}.get(form.form, 0)


# --- the I-589 of a large family with a long story -----------------------------------------------------------------------------------

STORY_OF_40 = ' '.join(f'On day {number} of that year the men of the group came to the house in Cobán and said that they would come again. '
                       f'Doña Micaela Xol heard it and wrote it down as number {number}.' for number in range(1, 41))
LONG_NAME = 'María Guadalupe Concepción de los Ángeles Nāhuatl k’iche’ ẍ ŋ'


def child(number: int) -> dict[str, str]:
    return {f'A.II.5.{number}': f'Xol {number}', f'A.II.6.{number}': f'Child{number}', f'A.II.8.{number}': f'20{number:02}-01-02',
            f'A.II.9.{number}.city': 'Cobán', f'A.II.9.{number}.country': 'Guatemala', f'A.II.12.{number}': 'female', f'A.II.3.{number}': 'single',
            f'A.II.13.{number}': 'no', f'A.II.13.{number}.where': 'Cobán', f'A.II.20.{number}': 'N/A', f'A.II.21.{number}': 'no'}


def large_family() -> dict[str, str]:
    told = {'A.I.1': 'A 123-456-789', 'A.I.4': 'Xol Ñandú', 'A.I.5': LONG_NAME, 'A.I.6': 'none', 'A.I.7': LONG_NAME + ', ' + LONG_NAME,
            'A.I.24': 'no', 'A.I.12': '1988-03', 'A.II.married': 'no', 'A.II.children': 'yes', 'A.II.children_total': '10', 'B.1.A': 'yes',
            'B.1.A.explanation': STORY_OF_40, 'B.1.B': 'yes', 'B.1.B.explanation': STORY_OF_40[:2000], 'C.2.explanation': STORY_OF_40[:3000],
            'D.signature': '', 'A.III.5.7.name': 'Seventh Sibling', 'A.III.5.7.dead': 'yes'}
    for number in range(1, 11):
        told |= child(number)
    for row in range(1, 9):
        told |= {f'A.III.2.{row}.street': f'Calle {row}', f'A.III.2.{row}.city': 'Cobán', f'A.III.2.{row}.from': f'201{row}-01',
                 f'A.III.2.{row}.to': 'unknown'}
    for row in range(1, 6):
        told |= {f'A.I.19c.{row}.date': f'202{row}-02-03', f'A.I.19c.{row}.place': 'Tijuana - San Ysidro', f'A.I.19c.{row}.status': 'PAROLEE'}
    return told


@pytest.fixture(scope='module')
def large() -> Filled:
    form, content = has_blank('i-589')
    return fill(form, content, large_family(), {'B.1.B.explanation': Note('Two sentences. That is all.', 'declaration, paragraphs 3 to 9')})


def text_of(made: Filled) -> str:
    pages = [*readback.our_letters(made.main), *(page for pdf in made.more for page in readback.our_letters(pdf))]
    return ''.join(letter for page in pages for letter, _ in page)


def test_a_large_family_and_a_long_story_are_read_back_whole(large: Filled) -> None:
    assert readback.problems(large) == ()
    more = ''.join(letter for pdf in large.more for page in readback.our_letters(pdf) for letter, _ in page)
    first = ''.join(''.join(one.laid.lines) for one in large.placing.placed)
    squeezed = (first + more).replace(' ', '')
    assert all(f'wroteitdownasnumber{number}.' in squeezed for number in range(1, 41))
    assert all(f'Child{number}' in squeezed for number in range(1, 11))
    assert 'SeventhSibling' in squeezed
    assert all(f'Calle{row}' in squeezed for row in range(1, 9))
    assert 'Tijuana-SanYsidro;Entry,Status:PAROLEE' in squeezed


def test_children_after_the_sixth_get_further_supplements_with_name_and_number(large: Filled) -> None:
    form = read_map('i-589')
    supplements = [{one.item: one.text for one in made.placed} for made in large.more_placing if any(one.item == 'A.II.5.5' for one in made.placed)]
    assert [(one['A.II.6.5'], one['A.II.6.6']) for one in supplements] == [('Child7', 'Child8'), ('Child9', 'Child10')]
    assert all(one['S.A.a_number'] == '123456789' and one['S.A.name'].startswith('María') for one in supplements)
    assert {one.item: one.text for one in large.placing.placed}['A.II.6.6'] == 'Child6'
    assert form.more_rows and form.more_rows.page == 11


def test_each_supplement_b_says_one_part_and_its_questions(large: Filled) -> None:
    heads = [{one.item: one.text for one in made.placed} for made in (large.placing, *large.more_placing)]
    said = [(head['S.B.part'], head['S.B.question']) for head in heads if 'S.B.part' in head]
    assert [part for part, _ in said] == sorted(part for part, _ in said)
    assert {part for part, _ in said} == {'A.I', 'A.III', 'B', 'C'}
    assert ('A.III', '2, 5') in said
    assert ('C', '2.A, 2.B') in said
    assert not any('1.B' in question for _, question in said)


def test_the_printed_form_has_each_supplement_behind_its_own_page(large: Filled) -> None:
    with pikepdf.open(io.BytesIO(printed(large))) as pdf:
        assert len(pdf.pages) == 12 + len(large.more)
        assert '/AcroForm' not in pdf.Root
    pages = [''.join(letter for letter, _ in page) for page in readback.our_letters(printed(large))]
    said = [next((child for child in ('Child5', 'Child7', 'Child9') if child in page), '') for page in pages[10:13]]
    assert said == ['Child5', 'Child7', 'Child9']
    assert [page.count('wrote') > 0 for page in pages[13:]].count(True) >= 2
    assert 'asnumber40.' in ''.join(pages[13:]).replace(' ', '')


def test_the_box_of_a_long_story_says_where_it_goes_on(large: Filled) -> None:
    said = {one.item: one.text for one in large.placing.placed}
    assert said['B.1.A.explanation'].startswith('On day 1 of that year')
    assert said['B.1.A.explanation'].endswith('See Supplement B.')
    assert said['B.1.B.explanation'] == 'Two sentences. That is all. See attached declaration, paragraphs 3 to 9.'
    assert said['A.I.12'] == '03/1988'
    assert said['A.I.6'] == 'NONE'


def test_every_text_that_is_too_long_stands_whole_elsewhere() -> None:
    """Every box of text of the form, one after another: none loses a word."""
    form, content = has_blank('i-589')
    texts = [item for item in form.items.values() if item.boxes and not item.joins and item.part != 'S.B']
    words = {item.id: 400 if item.rule == STORY else 60 for item in texts}
    made = placing(form, fields_of(content), written(form, {item: f'{item}# ' * number for item, number in words.items()}), {})
    assert [one.item for one in made.continued] == [item.id for item in texts]
    pages = ' '.join(line for sheet in sheets(made.continued, 98, 46, lambda _: True) for line in sheet.lines).split()
    assert all(pages.count(f'{item}#') == number for item, number in words.items())
    said = {one.item: one.text for one in made.placed}
    assert all(text.endswith('See Supplement B.') or text in words_for('Supplement B') for item, text in said.items() if item in words)


def test_part_b_ticks_only_what_was_given_and_parts_f_and_g_stay_blank(large: Filled) -> None:
    with pikepdf.open(io.BytesIO(large.main)) as pdf:
        found = {name: str(has.get('/V', '')) for name, _, _, has in widgets(pdf)}
    assert all(found[place[0]] == '/Off' for item in large.form.items.values() if item.id.startswith('B.1.') and item.rule == 'tick'
               for place in item.choices.values() if place)
    assert {found[name] for name in large.form.left_blank} <= {'', '/Off'}
