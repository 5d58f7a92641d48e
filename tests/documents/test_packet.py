"""The packet: its numbers, contents and outline read from the finished PDF, and refused whole when a part is wrong."""
import io
import re

import pikepdf
import pytest
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTChar, LTFigure, LTPage, LTTextContainer, LTTextLine
from pikepdf import Name, Pdf
from reportlab.pdfgen.canvas import Canvas

from docassemble.immdef_selfhelp.documents.packet.assemble import assemble
from docassemble.immdef_selfhelp.documents.packet.drawn import broken, contents_in_pages, width
from docassemble.immdef_selfhelp.documents.packet.parts import WORDS, Packet, PacketPart, PacketRefused

EN = WORDS['en']
LETTER = (612, 792)


def pdf(text: str, pages: int = 1, size: tuple[float, float] = LETTER) -> bytes:
    """A PDF whose every page says its text and its own page."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size)
    for number in range(1, pages + 1):
        canvas.drawString(72, size[1] - 72, f'{text} own page {number}')
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def filing(exhibits: int = 3, by_hand: int | None = 2) -> list[PacketPart]:
    """A cover page, a form of many pages, exhibits and a proof of service."""
    notes = ('the copy', 'its English')
    tabs = [PacketPart(f'exhibit-{number}', f'Birth certificate number {number}', tab=f'T{number}', by_hand=by_hand, notes=notes)
            for number in range(exhibits)]
    return [PacketPart('cover', 'Cover page', pdf('the cover'), front=True), PacketPart('form', 'Form I-589', pdf('the form', 12)),
            PacketPart('declaration', 'Declaration of Nāhuatl k’iche’ ẍ ŋ', pdf('the declaration', 3), tab='A'), *tabs,
            PacketPart('service', 'Proof of service', pdf('the service'))]


def pages_of(packet: Packet) -> list[str]:
    """The text of every page of the packet."""
    return extract_text(io.BytesIO(packet.pdf)).split('\f')[:-1]


def number_on(page: str) -> int:
    """The number printed on a page: the last word that is one."""
    return int([word for word in page.split() if word.isdigit()][-1])


def lines_of(page: LTPage) -> list[LTTextLine]:
    """The lines of a page as they are placed on it."""
    return [line for box in page if isinstance(box, LTTextContainer) for line in box if isinstance(line, LTTextLine)]


def contents_read(packet: Packet) -> list[tuple[str, int, int]]:
    """Every line of the contents as it is printed: the first line of its title, and its range."""
    found = []
    for page in extract_pages(io.BytesIO(packet.pdf)):
        lines = lines_of(page)
        if not any(line.get_text().startswith('TABLE OF CONTENTS') for line in lines):
            continue
        ranges = [line for line in lines if line.x1 > 530 and line.y0 > 60 and re.fullmatch(r'\d+(–\d+)?', line.get_text().strip())]
        for one in sorted(ranges, key=lambda line: -line.y0):
            title = next(line for line in lines if 100 < line.x0 < 140 and abs(line.y0 - one.y0) < 2)
            first, _, last = one.get_text().strip().partition('–')
            found.append((title.get_text().strip(), int(first), int(last or first)))
    return found


@pytest.mark.parametrize('covers', [True, False])
@pytest.mark.parametrize('exhibits', [0, 3, 60])
def test_the_contents_say_where_every_part_stands(exhibits: int, covers: bool) -> None:
    parts = filing(exhibits)
    packet = assemble(parts, EN, covers)
    pages = {number_on(page): page for page in pages_of(packet)}
    listed = [part for part in parts if not part.front]
    read = contents_read(packet)
    assert [title for title, _, _ in read] == [part.title for part in listed]
    for part, (_, first, last) in zip(listed, read, strict=True):
        tab = bool(part.tab and (covers or not part.pdf))
        assert not tab or f'TAB {part.tab}' in pages[first]
        inside = range(first + int(tab), last + 1)
        if part.pdf:
            own = [pages[number] for number in inside]
            assert all(f'own page {number}\n' in page for number, page in enumerate(own, 1)), part.title
            assert len(own) == len(Pdf.open(io.BytesIO(part.pdf)).pages)
        else:
            assert len(inside) == 2 and not set(inside) & set(pages)


def test_sixty_exhibits_have_contents_of_several_pages_that_count_too() -> None:
    parts = filing(60)
    several = len(contents_in_pages([part for part in parts if not part.front]))
    pages = pages_of(assemble(parts, EN))
    assert several > 1 and [page.strip().startswith('TABLE OF CONTENTS') for page in pages].count(True) == several
    assert 'the cover' in pages[0] and 'the form own page 1' in pages[several + 1]


def test_numbers_run_from_one_and_leave_out_only_what_is_put_in_by_hand() -> None:
    assert [number_on(page) for page in pages_of(assemble(filing(0), EN))] == list(range(1, 20))
    numbers = [number_on(page) for page in pages_of(assemble(filing(2), EN))]
    assert numbers == [*range(1, 19), 19, 22, 25]
    # Nobody counted the pages of this exhibit: they get the number of its tab page with one of their own, and nothing is guessed
    uncounted = pages_of(assemble(filing(1, None), EN))
    assert '19-1, 19-2' in uncounted[-2] and number_on(uncounted[-1]) == 20


def test_the_number_stands_at_the_bottom_right_of_every_page() -> None:
    for number, page in enumerate(extract_pages(io.BytesIO(assemble(filing(0), EN).pdf)), 1):
        signs = [sign for figure in page if isinstance(figure, LTFigure) for sign in figure if isinstance(sign, LTChar)]
        assert ''.join(sign.get_text() for sign in signs) == str(number)
        assert all(sign.x0 > 540 and sign.y0 < 40 for sign in signs)


def test_a_reader_shows_the_printed_number_and_finds_each_part() -> None:
    packet = assemble(filing(2), EN)
    opened = Pdf.open(io.BytesIO(packet.pdf))
    assert [str(page.label) for page in opened.pages] == [str(number_on(page)) for page in pages_of(packet)]
    with opened.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == ['Cover page', 'TABLE OF CONTENTS', 'Form I-589', 'A  Declaration of Nāhuatl k’iche’ ẍ ŋ', 'T0  Birth certificate number 0',
                      'T1  Birth certificate number 1', 'Proof of service']


def test_every_page_is_a_letter_page_and_loses_nothing() -> None:
    others = [PacketPart('abroad', 'A page from abroad', pdf('from abroad', 2, (595, 842))), PacketPart('wide', 'Wide', pdf('wide', 1, (792, 612)))]
    parts = [*filing(0), *others]
    packet = assemble(parts, EN)
    opened = Pdf.open(io.BytesIO(packet.pdf))
    assert {tuple(map(float, page.mediabox)) for page in opened.pages} == {(0.0, 0.0, 612.0, 792.0)}
    assert 'from abroad own page 2' in ''.join(pages_of(packet))


def form_with_a_field() -> bytes:
    """A form with one filled field and one empty one."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=LETTER)
    canvas.drawString(72, 720, 'the form own page 1')
    for name, value, y in (('filled', 'Quintana', 600), ('empty', '', 560)):
        canvas.acroForm.textfield(name=name, value=value, x=72, y=y, width=200, height=20)
    canvas.save()
    return made.getvalue()


def test_a_form_is_flattened_in_the_packet_and_kept_whole_beside_it() -> None:
    form = form_with_a_field()
    packet = assemble([*filing(0)[:1], PacketPart('form', 'Form', form, keep=form)], EN)
    opened = Pdf.open(io.BytesIO(packet.pdf))
    assert Name.AcroForm not in opened.Root and not any(Name.Annots in page for page in opened.pages)
    assert 'Quintana' in ''.join(pages_of(packet))
    assert dict(packet.files)['02-form-to-fill.pdf'] == form


def test_each_part_is_a_file_with_the_numbers_it_has_in_the_packet() -> None:
    packet = assemble(filing(1), EN)
    files = dict(packet.files)
    assert list(files) == ['01-cover.pdf', '02-form.pdf', '03-declaration.pdf', '04-exhibit-0.pdf', '05-service.pdf']
    assert [number_on(page) for page in extract_text(io.BytesIO(files['02-form.pdf'])).split('\f')[:-1]] == list(range(3, 15))


def locked() -> bytes:
    made = io.BytesIO()
    Pdf.open(io.BytesIO(pdf('secret'))).save(made, encryption=pikepdf.Encryption(owner='a', user='b'))
    return made.getvalue()


def without_pages() -> bytes:
    made = io.BytesIO()
    Pdf.new().save(made)
    return made.getvalue()


@pytest.mark.parametrize('broken_part', [locked(), without_pages(), b'%PDF-1.7 and nothing more', pdf('half')[:300]])
def test_one_part_that_cannot_be_filed_refuses_the_whole(broken_part: bytes) -> None:
    with pytest.raises(PacketRefused, match='The broken one'):
        assemble([*filing(1), PacketPart('broken', 'The broken one', broken_part)], EN)


def test_nothing_to_file_is_no_packet() -> None:
    with pytest.raises(PacketRefused):
        assemble([], EN)


def test_the_file_names_nobody() -> None:
    made = io.BytesIO()
    with Pdf.open(io.BytesIO(pdf('the form'))) as given:
        given.docinfo[Name.Author] = 'Yanelis Ejemplo'
        given.save(made)
    whole = assemble([*filing(0), PacketPart('named', 'Named', made.getvalue())], EN).pdf
    assert not Pdf.open(io.BytesIO(whole)).docinfo and b'Yanelis' not in whole


def test_a_long_title_is_broken_and_whole() -> None:
    title = 'Sentencia ' + 'x' * 120 + ' de Yanelis Ejemplo Quintana ' * 6
    lines = broken(title, 300)
    assert ''.join(''.join(lines).split()) == ''.join(title.split()) and max(width(line, 11) for line in lines) <= 300


def test_a_reading_copy_says_so_on_every_page() -> None:
    assert all('COPIA PARA LEER' in page for page in pages_of(assemble(filing(1), WORDS['es'])))
