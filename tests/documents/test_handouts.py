"""The wallet card and the sheets of "Know my rights": the phone's own texts, one page, and two sides that meet when the card is printed."""
import re
import shutil
import subprocess
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.shared import Inches
from PIL import Image, ImageChops

from docassemble.immdef_selfhelp.documents.handouts import HANDOUTS, handout
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.documents.making.handout import Handout
from docassemble.immdef_selfhelp.law.provisions import dated, rights
from docassemble.immdef_selfhelp.law.provisions.rights import SCREENS
from docassemble.immdef_selfhelp.names import LANGUAGES

ON, LATE = date(2026, 11, 28), date(2027, 11, 28)
EVERY = [(one, language) for one in HANDOUTS for language in LANGUAGES]
IDS = [f'{one.id}-{language}' for one, language in EVERY]
TOOLS = (shutil.which('soffice') or shutil.which('libreoffice')) and shutil.which('pdftoppm')
POINTS = 72
LETTER = (612, 792)
NO_COLOUR = {(0, most) for most in range(8)}
# Nothing on the card says who carries it, where from, or that there is an immigration case.
TELLS_WHO = (r'migra|asilo|asylum|indocument|undocument|ciudadan|citizen|residen|\bvisa\b|\bICE\b|\bCBP\b|frontera|border|deporta|consul|n.mero A|'
             r'A-number|\bcorte\b|court|1-8\d\d|m.xic|hondur|guatemal|salvador|nicarag|cuba|hait|venez|colomb|ecuador')


def text_of(word_file: bytes) -> str:
    """Every word of a Word file: body, tables, header and footer."""
    opened = docx.Document(BytesIO(word_file))
    parts = [opened.element.body, *(part._element for section in opened.sections for part in (section.header, section.footer))]
    return '\n'.join(''.join(node.text or '' for node in paragraph.iter() if node.tag.endswith('}t')) for part in parts
                     for paragraph in part.iter() if paragraph.tag.endswith('}p'))


@pytest.mark.parametrize(('paper', 'language'), EVERY, ids=IDS)
def test_a_handout_is_whole_and_names_nobody(paper: Handout, language: str) -> None:
    word_file = render.handout_bytes(paper, language, ON)
    text = text_of(word_file)
    assert not re.search(r'\{[{%]|[%}]\}', text)
    assert re.fullmatch(r'[a-z0-9-]+', paper.file_names[language])
    properties = docx.Document(BytesIO(word_file)).core_properties
    assert (properties.author, properties.last_modified_by, properties.language) == ('', '', language)


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('situation', rights.SITUATIONS)
def test_a_sheet_says_what_the_phone_says(situation: str, language: str) -> None:
    paper = handout(f'rights_{situation}')
    assert paper is not None
    text = text_of(render.handout_bytes(paper, language, ON))
    for screen in SCREENS:
        for passage in rights.passages(situation, screen, language, ON):
            assert passage.text in text, passage.id
    assert ('Orden de un juez' in text or 'Warrant from a judge' in text) == (situation == 'home')


@pytest.mark.parametrize('situation', rights.SITUATIONS)
def test_a_sheet_says_when_a_lawyer_has_still_to_confirm_it(situation: str) -> None:
    paper, found = handout(f'rights_{situation}'), rights.situations()[situation]
    assert paper is not None
    unread = any(dated.provision(name).confidence != 'verified' for screen in SCREENS for name in found.provisions(screen))
    assert ('Falta que un abogado confirme' in text_of(render.handout_bytes(paper, 'es', ON))) == unread


def test_a_sheet_past_its_review_warns() -> None:
    paper = handout('rights_home')
    assert paper is not None
    oldest = min(dated.provision(name).review_by for screen in SCREENS for name in rights.situations()['home'].provisions(screen))
    warning = 'puede haber cambiado'
    assert warning not in text_of(render.handout_bytes(paper, 'es', oldest))
    assert warning in text_of(render.handout_bytes(paper, 'es', oldest + timedelta(days=1)))


@pytest.mark.parametrize('language', LANGUAGES)
def test_the_card_tells_no_name_no_country_and_no_status(language: str) -> None:
    paper = handout('wallet_card')
    assert paper is not None
    text = text_of(render.handout_bytes(paper, language, ON))
    assert re.findall(TELLS_WHO, text, re.IGNORECASE) == []
    for code in LANGUAGES:
        assert all(text.count(line[code]) == 4 for line in (rights.card().heading, *rights.card().said))
    assert all(text.count(line[language]) == 4 for line in rights.card().inside)


@pytest.mark.parametrize('language', LANGUAGES)
def test_the_two_sides_of_the_card_are_one_grid(language: str) -> None:
    paper = handout('wallet_card')
    assert paper is not None
    opened = docx.Document(BytesIO(render.handout_bytes(paper, language, ON)))
    section, sides = opened.sections[0], opened.tables
    assert (section.page_width, section.page_height) == (Inches(8.5), Inches(11)) and section.left_margin == section.right_margin
    assert len(sides) == 2
    for side in sides:
        assert side.alignment == WD_TABLE_ALIGNMENT.CENTER and len(side.rows) == 4
        assert {(row.height, row.height_rule) for row in side.rows} == {(Inches(2), WD_ROW_HEIGHT_RULE.EXACTLY)}
        assert {cell.width for row in side.rows for cell in row.cells} == {Inches(3.5)}


def no_handout_has(name: str) -> bool:
    return handout(name) is None


def test_there_is_none_of_another_name() -> None:
    assert no_handout_has('rights_boat') and not no_handout_has('wallet_card')


@pytest.fixture(scope='module')
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Image.Image]]:
    """Every page of every handout as a picture, by handout and language."""
    folder, found = tmp_path_factory.mktemp('printed'), {}
    # Long past review, when each sheet carries its warning too
    files = [render.handout_bytes(paper, language, LATE) for paper, language in EVERY]
    for name, pdf in zip(IDS, render.pdf_bytes(files), strict=True):
        (folder / f'{name}.pdf').write_bytes(pdf)
        subprocess.run(['pdftoppm', '-r', str(POINTS), '-png', str(folder / f'{name}.pdf'), str(folder / name)], check=True)
        found[name] = [Image.open(path).convert('RGB') for path in sorted(folder.glob(f'{name}-*.png'), key=page_number)]
    return found


def page_number(path: Path) -> int:
    return int(path.stem.rpartition('-')[2])


@pytest.mark.skipif(not TOOLS, reason='LibreOffice or poppler-utils is not installed')
def test_each_sheet_is_one_page_and_the_card_two_sides_of_one(printed: dict[str, list[Image.Image]]) -> None:
    assert {name: len(pages) for name, pages in printed.items()} == {name: 2 if name.startswith('wallet') else 1 for name in IDS}
    assert {page.size for pages in printed.values() for page in pages} == {LETTER}


@pytest.mark.skipif(not TOOLS, reason='LibreOffice or poppler-utils is not installed')
def test_everything_is_black_and_white(printed: dict[str, list[Image.Image]]) -> None:
    for name, pages in printed.items():
        for page in pages:
            red, green, blue = page.split()
            for one, other in ((red, green), (green, blue)):
                assert ImageChops.difference(one, other).getextrema() in NO_COLOUR, name


def lines(page: Image.Image) -> tuple[list[int], list[int]]:
    """Where the dashed and dotted lines of the card stand: columns and rows of which a good part is dark, between the two margins."""
    grey = page.convert('L').point(lambda light: 255 if light < 160 else 0)
    wide, high = page.size
    columns = list(grey.resize((wide, 1), Image.Resampling.BOX).tobytes())
    rows = list(grey.resize((1, high), Image.Resampling.BOX).tobytes())
    return ([x for x in range(wide) if columns[x] > 255 * 0.35], [y for y in range(POINTS, high - POINTS) if rows[y] > 255 * 0.35])


@pytest.mark.skipif(not TOOLS, reason='LibreOffice or poppler-utils is not installed')
@pytest.mark.parametrize('language', LANGUAGES)
def test_the_lines_of_both_sides_meet_when_the_sheet_is_turned(printed: dict[str, list[Image.Image]], language: str) -> None:
    """Turned on its long edge, the sheet is mirrored from left to right: each line of the back lies on one of the front, within a point."""
    (front_x, front_y), (back_x, back_y) = (lines(page) for page in printed[f'wallet_card-{language}'])
    assert front_x and len(front_y) >= 5
    mirrored = [LETTER[0] - 1 - x for x in back_x]
    assert all(min(abs(x - other) for other in front_x) <= 1 for x in mirrored)
    assert all(min(abs(y - other) for other in front_y) <= 1 for y in back_y)
    # Turned on its short edge too: the grid stands in the middle of the sheet
    assert all(min(abs(LETTER[1] - 1 - y - other) for other in front_y) <= 2 for y in back_y)
