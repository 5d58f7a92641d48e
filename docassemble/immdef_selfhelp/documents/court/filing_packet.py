"""The whole filing as one job: every page made by one start of LibreOffice, then assembled. All of it, or none.

Order: cover, contents, fee receipt, motion or application, declaration, one-year explanation, Form EOIR-33/IC after a move, exhibits with their
translations, proposed order, proof of service (`court_packet_order`).
"""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from docassemble.immdef_selfhelp.documents.court import filings, moved
from docassemble.immdef_selfhelp.documents.court.caption import in_the_case
from docassemble.immdef_selfhelp.documents.court.exhibits import Exhibit, exhibits
from docassemble.immdef_selfhelp.documents.court.words import say
from docassemble.immdef_selfhelp.documents.forms.fill import Filled, printed
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.documents.making.render import docx_bytes, pdf_bytes, word_file
from docassemble.immdef_selfhelp.documents.making.sworn import told_language
from docassemble.immdef_selfhelp.documents.packet.assemble import assemble
from docassemble.immdef_selfhelp.documents.packet.parts import WORDS, Packet, PacketPart
from docassemble.immdef_selfhelp.documents.papers import address_trio, declaration, declaration_in_english, declaration_translation, i589_worksheet
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.case_facts import as_of
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.filing import APPLICATION, INTERPRETER, VENUE
from docassemble.immdef_selfhelp.story.told.people import APPLICANT

KINDS = FILING, MOTION = ('filing', 'motion')
"""The application or evidence; the motion to change venue. Each is a filing of its own, with its own cover and proof of service."""


@dataclass(frozen=True)
class Piece:
    """One part before its pages are made: a Word file, or nothing where the family puts a paper in by hand."""
    part: PacketPart
    word: bytes = b''


@dataclass(frozen=True)
class Forms:
    """The official forms that may be filed today: the asylum application, and Form EOIR-33/IC by person. What is not here is filled in by hand."""
    application: Filled | None = None
    addresses: Mapping[str, Filled] = MappingProxyType({})


NO_FORMS = Forms()


def kinds(case: Case) -> tuple[str, ...]:
    """The filings that were asked for, in the order of the screen. None before it was told what is handed in."""
    what = case.filing.what
    found = [FILING] if any(one not in (VENUE, 'work_permit') for one in what) else []
    return (*found, *([MOTION] if VENUE in what else []))


def paper(part_id: str, title: str, context: Context, language: str, **more: object) -> Piece:
    """A part on our own template."""
    return Piece(PacketPart(part_id, title, **more), word_file(f'court_paper_{language}.docx', context, part_id, language))  # type: ignore[arg-type]


def by_hand(part_id: str, title: str, pages: int | None = None) -> Piece:
    """A place for a paper that the family has and puts in."""
    return Piece(PacketPart(part_id, title, by_hand=pages))


def declaration_pieces(case: Case, language: str, on: date) -> Iterator[Piece]:
    """The applicant's declaration as told, and directly behind it its English; that of another adult has a place, and not a word of it."""
    case = as_of(case, on)
    for number, telling in enumerate(case.tellings, 1):
        if telling.wants_declaration != YES:
            continue
        name = case.person(telling.person).full_name
        if telling.person != APPLICANT:
            if telling.person in case.filing.on_notice:
                yield by_hand(f'statement-{number}', say('parts', 'declaration', language, name=name))
            continue
        own = told_language(case, telling)
        english = declaration_in_english.PAPER if declaration_in_english.offered(case, APPLICANT) else declaration_translation.PAPER
        yield Piece(PacketPart('statement', say('parts', 'declaration', language, name=name)),
                    docx_bytes(next(one for one in declaration.PAPER.documents(case, APPLICANT, 1) if one.language == own), case, on))
        if own != 'en':
            yield Piece(PacketPart('statement-english', say('parts', 'declaration_english', language, name=name)),
                        docx_bytes(next(iter(english.documents(case, APPLICANT, 1))), case, on))


def exhibit_pieces(one: Exhibit, case: Case, language: str, on: date) -> Iterator[Piece]:
    """One exhibit: its tab page, behind which copy and English go; then the certificate of its translator."""
    keys = ('copy_behind', 'english_behind') if one.needs_english else ('copy_behind',)
    notes = [say('translation', key, language) for key in keys]
    yield Piece(PacketPart(f'tab-{one.letter.lower()}', one.title, tab=one.letter, by_hand=one.pages, notes=tuple(notes)))
    if one.needs_english:
        title = say('translation', 'of_tab', language, letter=one.letter)
        yield paper(f'tab-{one.letter.lower()}-certificate', title, filings.certificate(one, case, language, on), language)


def application_pieces(case: Case, language: str, form: Filled | None) -> Iterator[Piece]:
    """The receipt of the fee and the form: the filled one, else the place for the one filled in by hand."""
    yield by_hand('receipt', say('parts', 'receipt', language), 1)
    title = say('parts', 'form', language, name=case.person(APPLICANT).full_name)
    yield Piece(PacketPart('form', title, printed(form), keep=form.main)) if form else by_hand('form', title)


def address_pieces(case: Case, language: str, addresses: Mapping[str, Filled]) -> Iterator[Piece]:
    """Form EOIR-33/IC of each person of the case: the filled one, else the place for the one filled in by hand."""
    for number, person in enumerate(in_the_case(case), 1):
        form, part = addresses.get(person.key), f'address-form-{number}'
        title = say('parts', 'address_form', language, name=person.full_name)
        yield Piece(PacketPart(part, title, printed(form), keep=form.main)) if form else by_hand(part, title)


def filing_pieces(case: Case, language: str, on: date, forms: Forms) -> Iterator[Piece]:
    """Every part of the application or evidence, in order. The forms about a move go with the motion for another court, when there is one."""
    yield paper('cover', say('parts', 'cover', language), filings.cover(case, language, on), language, front=True)
    if APPLICATION in case.filing.what:
        yield from application_pieces(case, language, forms.application)
    yield from declaration_pieces(case, language, on)
    if APPLICATION in case.filing.what and filings.late_matters(case, on):
        yield paper('dates', say('parts', 'late', language), filings.late(case, language, on), language)
    if INTERPRETER in case.filing.what:
        yield paper('language', say('parts', 'interpreter', language), filings.interpreter(case, language, on), language)
    if has_address_forms(case, FILING):
        yield from address_pieces(case, language, forms.addresses)
    for one in exhibits(case, language, on):
        yield from exhibit_pieces(one, case, language, on)
    yield paper('mailing', say('parts', 'service', language), filings.service(case, language, on), language)


def motion_pieces(case: Case, language: str, on: date, addresses: Mapping[str, Filled]) -> Iterator[Piece]:
    """Every part of the motion to change venue, in order. There is no fee (`motion_duplicate`)."""
    yield paper('cover', say('parts', 'cover', language), filings.cover(case, language, on, VENUE), language, front=True)
    yield paper('motion', say('parts', 'venue', language), filings.venue(case, language, on), language)
    yield from address_pieces(case, language, addresses)
    yield by_hand('proof', say('parts', 'venue_proof', language))
    yield paper('order', say('parts', 'order', language), filings.order(case, language, on), language)
    yield paper('mailing', say('parts', 'service', language), filings.service(case, language, on, VENUE), language)


def pieces(case: Case, kind: str, language: str, on: date, forms: Forms = NO_FORMS) -> list[Piece]:
    """The parts of one filing, before their pages are made. Raises KeyError for a kind that was not asked for."""
    if kind not in kinds(case):
        raise KeyError(kind)
    return list(motion_pieces(case, language, on, forms.addresses) if kind == MOTION else filing_pieces(case, language, on, forms))


def has_address_forms(case: Case, kind: str) -> bool:
    """Whether the forms about a move are parts of this filing."""
    return moved.tells_the_court(case) and (kind == MOTION) == (VENUE in case.filing.what)


def worksheets(case: Case, kind: str, language: str, on: date, forms: Forms) -> dict[str, bytes]:
    """The worksheet of each form that has only a place, by the name of its file: from it the form is filled in by hand."""
    by_hand_here = (
        ('worksheet-not-for-filing', i589_worksheet.PAPER, kind == FILING and APPLICATION in case.filing.what and forms.application is None),
        ('address-sheet-not-for-filing', address_trio.PAPER, has_address_forms(case, kind) and not moved.all_filled(case, forms.addresses)))
    return {f'{name}.pdf': docx_bytes(one, case, on) for name, sheet, lacks in by_hand_here if lacks
            for one in sheet.documents(case, APPLICANT, 1) if one.language == language}


def with_pages(made: Sequence[Piece], beside: Sequence[bytes] = ()) -> tuple[list[PacketPart], list[bytes]]:
    """The parts with their pages, and what lies beside them as PDF, by one start of LibreOffice. Raises PdfUnavailable."""
    pdfs = iter(pdf_bytes([*(piece.word for piece in made if piece.word), *beside]))
    return [replace(piece.part, pdf=next(pdfs)) if piece.word else piece.part for piece in made], list(pdfs)


def packet(case: Case, kind: str, language: str, on: date, forms: Forms = NO_FORMS) -> Packet:
    """One filing, whole. Of a form that is not in `forms` the place is kept, and its worksheet lies beside the packet, never in it.

    Raises KeyError for a kind that was not asked for, PdfUnavailable, and PacketRefused when a part cannot be filed.
    """
    made_of = pieces(case, kind, language, on, forms)
    sheets = worksheets(case, kind, language, on, forms)
    parts, beside = with_pages(made_of, list(sheets.values()))
    made = assemble(parts, WORDS[language])
    return Packet(made.pdf, (*made.files, *zip(sheets, beside, strict=True)), made.placed)
