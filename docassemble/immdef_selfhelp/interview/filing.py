"""A filing on the screen: its fields, what it still lacks, and the whole of it as one file. Made on demand and kept nowhere."""
import io
import zipfile
from typing import Any

from docassemble.base.util import force_ask, get_language, response, url_action, word

from docassemble.immdef_selfhelp.documents.court import gate, moved
from docassemble.immdef_selfhelp.documents.court.caption import in_the_case
from docassemble.immdef_selfhelp.documents.court.exhibits import exhibits
from docassemble.immdef_selfhelp.documents.court.filing_packet import KINDS, MOTION, Forms, kinds, packet
from docassemble.immdef_selfhelp.documents.forms.fill import Filled
from docassemble.immdef_selfhelp.documents.making.render import PdfUnavailable, office_program
from docassemble.immdef_selfhelp.documents.packet.parts import Packet, PacketRefused
from docassemble.immdef_selfhelp.interview.a_number import a_number_field, check_a_number
from docassemble.immdef_selfhelp.interview.address_form import address_forms
from docassemble.immdef_selfhelp.interview.answers import case_now, save_again, save_nothing, today_here
from docassemble.immdef_selfhelp.interview.official_form import final_of
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.filing import APPLICATION
from docassemble.immdef_selfhelp.story.told.people import APPLICANT

TITLES = {KINDS[0]: 'The whole filing for the court', MOTION: 'The whole motion to change courts'}
FILE_NAMES = {KINDS[0]: 'packet-one', MOTION: 'packet-two'}
COPY = {'en': 'English, for the court', 'es': 'Spanish, only to read'}


def notice_choices() -> list[dict[str, str]]:
    """The others of the family, by key."""
    return [{person.key: told(person.full_name or word('this person'))} for person in case_now().people if person.key != APPLICANT]


def number_fields() -> list[dict[str, Any]]:
    """One field for the A-number of each person of the case whose number was not told elsewhere; any may stay empty."""
    case = case_now()
    kept = dict(case.filing.a_numbers)
    return [found for person in in_the_case(case) for found in a_number_field(
        f'filing.a_numbers[{person.key!r}]', told(person.full_name or word('this person')), kept.get(person.key), person.key, APPLICANT)]


def check_numbers(numbers: Any) -> None:
    """Each A-number that was typed has 8 or 9 digits. Raises docassemble's validation error."""
    for key, number in numbers.elements.items():
        check_a_number(number, f'filing.a_numbers[{key!r}]')


def page_fields() -> list[dict[str, Any]]:
    """One field for the number of pages of each exhibit."""
    return [{'label': f'{one.letter}. {told(one.title)}', 'field': f'filing.pages[{one.key!r}]', 'datatype': 'typed', 'required': False,
             'maxlength': 4, 'css class': 'number-entry'} for one in exhibits(case_now(), get_language(), today_here())]


def filing_gate() -> str:
    """What is missing, what is signed by hand, and who wrote for the person."""
    case, language, on = case_now(), get_language(), today_here()
    forms = forms_to_file(case)
    addresses = moved.all_filled(case, forms.addresses)
    lacking = [told(one) for one in gate.missing(case, language, on, forms.application is not None, addresses)]
    note = gate.helper_note(case, language, on)
    missing = items(lacking) if lacking else f'<p>{word("Nothing that can be seen from here.")}</p>'
    signed = items(list(gate.to_sign(case, language, on)))
    return (f'<h2>{word("Still missing")}</h2>{missing}<h2>{word("To sign by hand, in ink")}</h2>{signed}'
            f'{f"<p><strong>{note}</strong></p>" if note else ""}')


def form_to_file(case: Case) -> Filled | None:
    """The applicant's form, when it is handed in and may be."""
    return final_of(APPLICANT) if APPLICATION in case.filing.what and not gate.says_nobody_prepared(case) else None


def forms_to_file(case: Case) -> Forms:
    """Every official form of this filing that may be handed in today."""
    return Forms(form_to_file(case), address_forms(case))


def filing_cards() -> str:
    """A card for each filing that was asked for: all of it as one PDF, and its parts. Nothing where none was asked for."""
    return ''.join(filing_card(kind) for kind in kinds(case_now()))


def filing_card(kind: str) -> str:
    """One filing: first in English for the court, then in Spanish to read."""
    links = {language: ' '.join(filing_link(kind, language, file_format) for file_format in ('pdf', 'zip')) for language in sorted(LANGUAGES)}
    lines = ''.join(f'<p>{word(COPY[language])}</p><p class="paper-links">{both}</p>' for language, both in links.items())
    return f'<section class="paper"><h3>{word(TITLES[kind])}</h3>{lines}</section>'


def filing_link(kind: str, language: str, file_format: str) -> str:
    """The link that makes a filing, as one PDF or as its parts."""
    words = {'pdf': 'One PDF', 'zip': 'Each part as a file (ZIP)'}[file_format]
    name = f'{FILE_NAMES[kind]}-{language}.{file_format}'
    save = f' download="{name}"' if office_program() else ''
    return f'<a class="paper-link" href="{url_action("download_filing", kind=kind, language=language, format=file_format)}"{save}>{word(words)}</a>'


def send_filing(kind: str, language: str, file_format: str) -> None:
    """Answer the request with one filing. When it cannot be made whole, the screen that says so comes and nothing is sent.

    Raises docassemble's ResponseError (its way to answer).
    """
    save_nothing()
    case = case_now()
    if kind not in kinds(case) or language not in LANGUAGES:
        force_ask('packet', forget_prior=True)
    try:
        made = packet(case, kind, language, today_here(), forms_to_file(case))
    except (PdfUnavailable, PacketRefused):
        save_again()
        force_ask('no_filing')
    if file_format == 'zip':
        response(binaryresponse=zipped(made), content_type='application/zip')
    response(binaryresponse=made.pdf, content_type='application/pdf')


def zipped(made: Packet) -> bytes:
    """The parts of a filing in one ZIP, which names nobody and no day."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, file in made.files:
            archive.writestr(zipfile.ZipInfo(name), file, zipfile.ZIP_DEFLATED)
    return content.getvalue()
