"""The packets of five families, whole, in both languages: every page made, contents and ranges read from the PDF, and nothing that must not be there.

Two of them are still in Mexico in their case file: here they are as on a day after, let in with a date in court.
"""
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from documents.forms.blanks import has_blank, path_of
from documents.shared import ON

from docassemble.immdef_selfhelp.documents.court.filing_packet import FILING, MOTION, Forms, kinds, pieces, with_pages
from docassemble.immdef_selfhelp.documents.court.moved import eoir33
from docassemble.immdef_selfhelp.documents.forms.fill import Filled, fill
from docassemble.immdef_selfhelp.documents.packet.assemble import assemble
from docassemble.immdef_selfhelp.documents.packet.parts import WORDS, Packet, PacketPart, PlacedPart
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.i589.whole import boxes
from docassemble.immdef_selfhelp.story.told.people import APPLICANT
from docassemble.immdef_selfhelp.walk.case_file import read_case

OFFICE = shutil.which('soffice') or shutil.which('libreoffice')
# Wider than three figures: what a form prints at its own foot would be read too
FOOT_RIGHT = (578.5, 16, 606, 36)
CASES = Path(__file__).parents[1] / 'cases'
NAMES = ('02_protester_and_return_trip', '09_july_protester_released', '12_drought_and_debt', '13_earlier_order_and_two_paths',
         '16_spouses_taken_apart')
IN_COURT: dict[str, dict[str, Any]] = {
    '12_drought_and_debt': {'on_notice': ['family_0'], 'what': ['application', 'interpreter'], 'address': '1 Calle Ejemplo, Oceanside, CA 92054'},
    '13_earlier_order_and_two_paths': {'on_notice': ['family_0', 'family_1'], 'what': ['application', 'venue'], 'new_court': 'court_san_diego',
                                       'address': '2 Calle Ejemplo, San Diego, CA 92101', 'old_address': '3 Calle Ejemplo, Santa Ana, CA 92701'}}
LARGE = 'large family'
LONG_NAME = 'Nāhuatl Tepēhuani ẍochitl Bartolome k’iche’ ŋandu Concepción'
CHILDREN = 10
EVENTS = 40
PRIVATE = {'13_earlier_order_and_two_paths': ('Vendía comida en Tocoa', 'Que me hagan daño por buscarlo a él'),
           '16_spouses_taken_apart': ('me llamo Byron', 'Yo, Byron')}
"""What another adult told alone, or would swear to, and no packet of the applicant may hold."""


@cache
def case_of(name: str) -> Case:
    """The family of a case file, in court."""
    if name == LARGE:
        return large_family()
    told = read_case(CASES / f'{name}.yml')['answers']
    if name in IN_COURT:
        let_in = {'when': {'year': 2026, 'month': 11, 'day': 25}, 'place': 'San Ysidro', 'manner': 'port_of_entry', 'outcome': 'released'}
        entries = [*told['situation'].get('entries', ()), let_in]
        told = {**told, 'situation': {**told['situation'], 'place': 'released', 'entered': 'yes', 'entries': entries,
                                      'us_papers': [*told['situation'].get('us_papers', ()), 'notice_to_appear']},
                'court': {'has_case': 'yes', 'hearing': {'year': 2027, 'month': 2, 'day': 9}, 'missed_hearing': 'no', 'decision': 'none',
                          'filed_asylum': 'no', 'moved': 'no'},
                'hearing_day': {'court': 'court_santa_ana', 'hour': '08:30'}, 'filing': {'helper': 'nobody', **IN_COURT[name]}}
    return case_from_answers(told)


def large_family() -> Case:
    """The family of case 02 with a story of forty events, ten children in the case, and a name of sixty letters."""
    told = read_case(CASES / f'{NAMES[0]}.yml')['answers']
    events = [{'kind': 'harm', 'what': f'Hecho número {number}: vinieron otra vez.', 'when': {'year': 2023, 'month': number % 12 + 1}}
              for number in range(1, EVENTS + 1)]
    children = [{'given_names': f'Hijo{number}', 'first_surname': 'Ejemplo', 'relation': 'son', 'birth': {'year': 2010 + number},
                 'nationality': 'Nicaragua', 'whereabouts': 'with_me', 'travelling': 'yes'} for number in range(1, CHILDREN + 1)]
    return case_from_answers({
        **told, 'applicant': {**told['applicant'], 'given_names': LONG_NAME}, 'family': children,
        'tellings': [{**told['tellings'][0], 'events': events, 'application': {**told['tellings'][0].get('application', {}), 'children': []}}],
        'filing': {**told['filing'], 'on_notice': [f'family_{number}' for number in range(CHILDREN)]}})


def form_of(name: str) -> Filled:
    """The applicant's I-589 on the blank that is here."""
    told = {item: box.text or box.printed for item, box in boxes(case_of(name), APPLICANT, ON).items()}
    return fill(*has_blank('i-589'), told)


def forms_of(name: str) -> Forms:
    """The official forms of one family, filled; none where the blanks are not here."""
    if path_of('i-589') is None or path_of('eoir-33-ic') is None:
        return Forms()
    case = case_of(name)
    moved = {key: fill(*has_blank('eoir-33-ic'), eoir33(case, case.person(key), ON)) for key in (APPLICANT, *case.filing.on_notice)}
    return Forms(form_of(name), moved)


@dataclass(frozen=True)
class Read:
    """A packet as a clerk reads it: the text of each page, and the number at its foot, right."""
    packet: Packet
    pages: tuple[str, ...]
    numbers: tuple[str, ...]


def read(packet: Packet) -> Read:
    """The packet from its own PDF."""
    texts = [page.get_textpage() for page in pypdfium2.PdfDocument(packet.pdf)]
    return Read(packet, tuple(text.get_text_bounded() for text in texts), tuple(text.get_text_bounded(*FOOT_RIGHT).strip() for text in texts))


@pytest.fixture(scope='module')
def packets() -> dict[tuple[str, str, str], Read]:
    """Every packet of the five families in both languages, their pages made by one start of LibreOffice."""
    if OFFICE is None:
        pytest.skip('LibreOffice is not installed')
    wanted = [(name, kind, language) for name in NAMES for kind in kinds(case_of(name)) for language in LANGUAGES]
    wanted += [(LARGE, kind, 'en') for kind in (FILING, MOTION)]
    forms = {name: forms_of(name) for name in (*NAMES, LARGE)}
    made = [pieces(case_of(name), kind, language, ON, forms[name]) for name, kind, language in wanted]
    parts: Iterator[PacketPart] = iter(with_pages([piece for one in made for piece in one])[0])
    return {key: read(assemble([next(parts) for _ in one], WORDS[key[2]])) for key, one in zip(wanted, made, strict=True)}


def test_every_family_gets_its_packets_and_who_asks_for_another_court_a_motion(packets: dict[tuple[str, str, str], Read]) -> None:
    assert {key[:2] for key in packets} == {(name, FILING) for name in NAMES} | {
        (NAMES[0], MOTION), (NAMES[3], MOTION), (LARGE, FILING), (LARGE, MOTION)}


def in_contents(one: PlacedPart, contents: str) -> bool:
    """Whether the contents name a part with its pages, which stand at the end of the first line of a long title."""
    pages = rf'(?: {re.escape(one.pages)})?'
    found = re.search(f'{pages} '.join(map(re.escape, one.part.title.split())) + pages, contents)
    return found is not None and one.pages in found[0].split()


def test_contents_name_every_part_with_the_pages_on_which_it_stands(packets: dict[tuple[str, str, str], Read]) -> None:
    for key, one_packet in packets.items():
        pages, printed = one_packet.pages, list(one_packet.numbers)
        with pikepdf.open(io.BytesIO(one_packet.packet.pdf)) as pdf:
            assert len(pdf.pages) == len(pages) and '/AcroForm' not in pdf.Root, key
            assert all([float(side) for side in page.mediabox] == [0, 0, 612, 792] for page in pdf.pages), key
        assert printed == sorted(printed, key=int) and printed[0] == '1', key
        contents = ' '.join(' '.join(page.split()) for page in pages if WORDS[key[2]].contents in page)
        for one in one_packet.packet.placed:
            assert str(one.first) in printed, (key, one.part.title)
            assert one.part.front or in_contents(one, contents), (key, one.part.title)


def test_no_packet_holds_what_another_adult_told(packets: dict[tuple[str, str, str], Read]) -> None:
    for key, packet in packets.items():
        text = ' '.join(' '.join(packet.pages).split())
        assert not [secret for secret in PRIVATE.get(key[0], ()) if secret.casefold() in text.casefold()], key


def test_each_packet_ends_with_the_proof_of_service_on_the_office_of_its_court(packets: dict[tuple[str, str, str], Read]) -> None:
    for (name, kind, language), packet in packets.items():
        place = next(one for one in packet.packet.placed if one.part.id == 'mailing')
        assert place == packet.packet.placed[-1]
        last = ' '.join(packet.pages[packet.numbers.index(str(place.first)):])
        assert {'en': 'PROOF OF SERVICE', 'es': 'PRUEBA DE ENVÍO'}[language] in last, (name, kind)
        known = case_of(name).hearing_day.court not in ('', 'unknown', 'other')
        assert ('OPLA S' in last or 'OPLA L' in last) == known, (name, kind, language)


def test_a_large_family_with_a_long_story_and_rare_letters_is_whole(packets: dict[tuple[str, str, str], Read]) -> None:
    filing, motion = (packets[LARGE, kind, 'en'] for kind in (FILING, MOTION))
    text, moving = (' '.join(' '.join(one.pages).split()) for one in (filing, motion))
    assert len(LONG_NAME) == 60 and LONG_NAME in ' '.join(filing.pages[0].split())
    assert [number for number in range(1, EVENTS + 1) if f'Hecho número {number}:' not in text] == []
    assert [number for number in range(1, CHILDREN + 1) if f'Hijo{number} Ejemplo' not in text] == []
    if path_of('eoir-33-ic'):
        assert [one.part.title for one in motion.packet.placed if 'EOIR-33' in one.part.title][1] == 'Form EOIR-33/IC, Hijo1 Ejemplo'
        assert len([one for one in motion.packet.placed if 'EOIR-33' in one.part.title and not one.part.by_hand]) == CHILDREN + 1
        assert f'Ejemplo Molina, {LONG_NAME}' in moving, 'last name first, no letter lost'


def test_nobody_who_told_only_of_debt_has_a_ground_ticked() -> None:
    form, _ = has_blank('i-589')
    ticked = form_of('12_drought_and_debt').placing.states
    grounds = {place[0] for item in form.items.values() if item.id.startswith('B.1.') for place in item.choices.values() if place}
    assert grounds and not grounds & ticked.keys()
    her = form_of('09_july_protester_released').placing.states
    assert grounds & her.keys(), 'what somebody ticked is ticked'
