"""The law book: every rule and every sentence of the program in both languages, for the attorney who reviews and signs them."""
import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from docassemble.immdef_selfhelp.documents.making import render, word_parts as word
from docassemble.immdef_selfhelp.law.desk import danger, report, signoff
from docassemble.immdef_selfhelp.law.desk.report import LawState
from docassemble.immdef_selfhelp.law.desk.signoff import Signoff
from docassemble.immdef_selfhelp.law.desk.texts import Text
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.dated import Provision
from docassemble.immdef_selfhelp.law.provisions.wording import day_text
from docassemble.immdef_selfhelp.names import LANGUAGES

TITLE = 'The law book'
SUBTITLE = 'Every legal rule and sentence of the self-help interviews, in Spanish and English'
# In the order a case goes, which decides between chapters of like danger; a data file without a title comes after them under its own name.
CHAPTERS = {
    'circumstances': 'What the screening asks',
    'lawyer_first': 'When a lawyer comes first',
    'stop_steps': 'What can be done today',
    'findings/process': 'What the program notices: the process',
    'findings/court': 'What the program notices: the court',
    'findings/one_year': 'What the program notices: the one-year limit',
    'findings/limits': 'What the program notices: what limits asylum',
    'findings/claim': 'What the program notices: the claim',
    'findings/family': 'What the program notices: the family',
    'findings/custody': 'What the program notices: custody and care',
    'findings/needs': 'What the program notices: language, reading and safety',
    'findings/evidence': 'What the program notices: proof',
    'findings/other_paths': 'What the program notices: other paths',
    'know_your_rights': 'Rights',
    'rights_home_and_street': 'Know my rights: at home and on the street',
    'rights_car_and_work': 'Know my rights: in a car and at work',
    'rights_border_and_custody': 'Know my rights: the border, custody and signing',
    'rights_court_and_family': 'Know my rights: court, school, hospital and a parent taken',
    'credible_fear': 'The credible fear interview and asylum',
    'reasonable_fear': 'The reasonable fear interview',
    'border_policies': 'Policies at the border',
    'policies_in_the_country': 'Policies in the country',
    'asylum_elements': 'What asylum asks for',
    'asylum_bars': 'What can close the way to asylum',
    'one_year_deadline': 'The one-year limit',
    'withholding_and_torture': 'Withholding of removal, and torture',
    'credibility': 'Being believed',
    'careful_points': 'Points to be careful with',
    'why_asked': 'Why the questions are asked',
    'practice_questions': 'Questions to practice with',
    'declaration': 'The oath of a declaration',
    'documents': 'Documents and proof',
    'country_documents': 'Documents of each country',
    'consulates': 'Consulates',
    'court_rights': 'Rights in court',
    'court_dates': 'Dates and limits in court',
    'court_filing': 'Filing with the court',
    'fees': 'Fees',
    'annual_asylum_fee': 'The annual asylum fee',
    'forms': 'Forms',
    'work_permit': 'The work permit',
    'other_paths': 'Other paths',
    'children': 'Children',
    'custody_conditions': 'Conditions in custody',
    'habeas': 'Habeas corpus',
    'family_preparedness': 'Family plans',
    'sponsors': 'Sponsors',
    'places': 'Courts and offices',
    'detention_centers': 'Detention centers',
    'addresses': 'Addresses',
    'legal_help': 'Where to find legal help',
    'support_lines': 'Support in a hard moment',
    'deadline_names': 'What each date is called',
    'fact_words': 'What was told, in words, and why it is asked',
}
FIRST = 'Read these first'
FINDINGS, BESIDE = 'findings/', ('lists/', 'words/')
CONFIDENCE = {
    'verified': 'verified: the authority itself, or a copy of its text, was read',
    'partly_verified': 'PARTLY VERIFIED: a secondary page or an older text was read',
    'unverified': 'UNVERIFIED: general knowledge; please open the authority',
}
NOT_READ = {'partly_verified': 'the authority itself as it stands today', 'unverified': 'any text of the authority'}
ASKED = (
    'Read each Spanish and English text as a family would. Is it true today, is it complete enough to be safe, and do both languages say the same?',
    'Open the authority of every text marked PARTLY VERIFIED or UNVERIFIED, and of those under "Read these first".',
    'Look for advice. The program gives information only: it must never predict, score, choose a ground, give an answer or tell somebody to leave a '
    'fact out.',
    'Begin with "Read these first": at most ten pages of what hurts a family most when it is wrong. The chapters follow in the same order of danger.',
    'Mark the box of each text, or write your initials, the day and any comment. A text with a comment and no mark counts as not signed.',
)
NOTES = (
    'A place in braces, such as {date} or {people}, is filled in from what the family told.',
    'All signatures of a sitting are entered in one go: one id on each line of a text file, a comment behind it where there is one, and '
    'selfhelp law sign --list FILE --initials XX.',
    'Signatures are data (law/desk/signoffs.yml) and hold for exactly the words and the authority signed: after any change of them the text is no '
    'longer signed, and the next book says so.',
    'Past its day of review a text warns by itself, on screens and papers, that it may have changed. When another source says something else, it '
    'says that too.',
)
LINES_KEPT_TOGETHER = 8


def chapter_title(group: str) -> str:
    """The plain title of a data file."""
    if group.startswith(FINDINGS) and group not in CHAPTERS:
        return f'What the program notices: {group.removeprefix(FINDINGS).replace("_", " ")}'
    return CHAPTERS.get(group) or group.replace('_', ' ').capitalize()


def chapter_of(text: Text) -> str:
    """The chapter of a text: its data file. A list stands with the provisions it rests on."""
    return text.group.rpartition('/')[2] if text.group.startswith(BESIDE) else text.group


def chapters(every: Mapping[str, Text]) -> dict[str, list[Text]]:
    """The texts by data file, in the order of the book."""
    found: dict[str, list[Text]] = {group: [] for group in CHAPTERS}
    for text in every.values():
        found.setdefault(chapter_of(text), []).append(text)
    return {group: inside for group, inside in found.items() if inside}


def about_provision(provision: Provision, on: date) -> Iterator[tuple[str, str, bool]]:
    """What stands above the sentences of a provision: label, text, and whether it is a warning."""
    stale = dated.is_stale(provision, on)
    yield 'Authority', provision.citation, False
    yield 'Source read', provision.source, False
    yield ('Checked', f'{day_text(provision.checked, "en")}. Review by {day_text(provision.review_by, "en")}{": PAST" if stale else ""}', stale)
    yield 'Confidence', CONFIDENCE[provision.confidence], provision.confidence != 'verified'
    if provision.confidence in NOT_READ:
        yield 'Not read', NOT_READ[provision.confidence], True
    for other in provision.also_reported:
        yield 'Another source says', f'{report.said(other.value)}, from {day_text(other.from_, "en")} ({other.confidence}). {other.source}', True


def about(text: Text, state: LawState) -> Iterator[tuple[str, str, bool]]:
    """What stands above the sentences of any text."""
    if text.kind == 'provision':
        yield from about_provision(state.provisions[text.id], state.on)
    for provision_id in text.authority:
        yield 'Rests on', f'{provision_id}: {state.provisions[provision_id].citation}', False


def labels(text: Text, state: LawState) -> list[str]:
    """What stands above each passage: which piece it is, or the days and the value of a version."""
    if text.kind != 'provision':
        return [passage.label for passage in text.passages]
    provision, on = state.provisions[text.id], state.on
    current, found = report.in_force(provision, on), []
    for version in provision.versions:
        time = 'in force' if version is current else 'not yet in force' if version.from_ > on else 'earlier'
        shown = '' if version.value is None else f'. Value: {report.said(version.value)}'
        found.append(f'From {day_text(version.from_, "en")} ({time}){shown}')
    return found


def notes_of(text: Text, state: LawState) -> Mapping[str, str]:
    """What the program adds to a provision on this day because sources differ or it is past review; empty texts when nothing."""
    provision, on = state.provisions.get(text.id), state.on
    if provision is None or report.in_force(provision, on) is None:
        return dict.fromkeys(LANGUAGES, '')
    return {language: dated.notes(provision, language, on) for language in LANGUAGES}


def signature_line(text: Text, signoffs: Mapping[str, Signoff]) -> str:
    """The place to sign, or who signed and when."""
    signed, state = signoffs.get(text.id), signoff.status(text, signoffs)
    comment = f'  Comment: {signed.comment}' if signed and signed.comment else ''
    if signed and state == 'signed':
        return f'Signed by {signed.initials} on {day_text(signed.on, "en")}.{comment}'
    before = f'Signed by {signed.initials} on {day_text(signed.on, "en")}, before its last change: please read again.{comment}\n' if signed else ''
    return f'{before}☐ True and safe as it stands    Initials ______  Date __________  Comment ________________________________'


def add_text(book: WordDocument, text: Text, mark: str, state: LawState) -> None:
    """One text on its card: its id as a heading, what it rests on, what was read and what was not, its sentences side by side, and one box."""
    word.bookmark(book.add_heading(text.id, 2), mark)
    rows = [(label, passage.words) for label, passage in zip(labels(text, state), text.passages, strict=True)]
    notes = notes_of(text, state)
    if notes['en']:
        rows.append(('Added by the program today', notes))
    word.add_card(book, word.Card(list(about(text, state)), rows, signature_line(text, state.signoffs)), together=len(rows) <= LINES_KEPT_TOGETHER)


def add_first(book: WordDocument, state: LawState, marks: Mapping[str, str]) -> frozenset[str]:
    """The first part: what hurts most when it is wrong, under its reasons. Returns which texts stand there."""
    word.bookmark(word.new_page(book.add_heading(FIRST, 1)), 'first')
    found = danger.read_first(state)
    if not found:
        book.add_paragraph('Nothing: all of it is signed as it stands.')
    for reason in found:
        word.minor_heading(book, reason.why)
        for name in reason.ids:
            add_text(book, state.texts[name], marks[name], state)
    return frozenset(name for reason in found for name in reason.ids)


def add_chapter(book: WordDocument, inside: list[Text], there: frozenset[str], state: LawState, marks: Mapping[str, str]) -> None:
    """The texts of one data file, but those that stand in the first part, to which it points."""
    before = [(text.id, marks[text.id]) for text in inside if text.id in there]
    if before:
        word.linked_list(book, f'Under "{FIRST}"', before)
    for text in inside:
        if text.id not in there:
            add_text(book, text, marks[text.id], state)


def in_order(inside: list[Text], state: LawState) -> list[Text]:
    """The texts of a chapter, what hurts most when it is wrong first."""
    return sorted(inside, key=lambda text: danger.danger(text, state))


def by_danger(parts: Mapping[str, list[Text]], state: LawState) -> dict[str, list[Text]]:
    """The chapters, the one with most danger in it first; chapters of like danger stay in the order a case goes."""
    def mean(inside: list[Text]) -> float:
        return sum(danger.danger(text, state) for text in inside) / len(inside)
    return {group: in_order(inside, state) for group, inside in sorted(parts.items(), key=lambda part: mean(part[1]))}


def add_cover(book: WordDocument, state: LawState) -> None:
    """What this is, how it stands, and what is asked of the attorney."""
    book.add_paragraph(TITLE, 'Title')
    book.add_paragraph(SUBTITLE, 'Subtitle')
    signed = len(report.with_status(state.texts.values(), state.signoffs, 'signed'))
    book.add_paragraph(f'As of {day_text(state.on, "en")}: {len(state.texts)} texts, {len(state.provisions)} of them dated provisions. '
                       f'Signed by an attorney: {signed or "none"}.')
    book.add_paragraph('These are the exact words that families read on a phone and on paper while they prepare their own cases, often with nobody '
                       'beside them. Each text is here with its authority, where that was read, when, and how sure we are.')
    word.minor_heading(book, 'What is asked of you')
    for line in ASKED:
        book.add_paragraph(line, 'List Number')
    word.minor_heading(book, 'Good to know')
    for line in NOTES:
        book.add_paragraph(line, 'List Bullet')
    word.minor_heading(book, 'Reviewing attorney')
    book.add_paragraph('Name ______________________   Bar no. ____________   Initials _______   Date ____________')


def make_book(state: LawState) -> bytes:
    """The book as a Word file."""
    book, on = docx.Document(), state.on
    word.set_page(book, f'{TITLE}, {day_text(on, "en")}')
    properties = book.core_properties
    properties.title, properties.subject, properties.language = TITLE, SUBTITLE, 'en-US'
    properties.author = properties.last_modified_by = properties.comments = ''
    properties.created = properties.modified = datetime(on.year, on.month, on.day)
    parts = by_danger(chapters(state.texts), state)
    marks = {identifier: f'text_{number}' for number, identifier in enumerate(state.texts)}
    add_cover(book, state)
    word.new_page(word.minor_heading(book, 'Contents'))
    word.contents_line(book, FIRST, 'first')
    for number, (group, inside) in enumerate(parts.items(), start=1):
        word.contents_line(book, f'{number}. {chapter_title(group)} ({len(inside)})', f'chapter_{number}')
    there = add_first(book, state, marks)
    for number, (group, inside) in enumerate(parts.items(), start=1):
        word.bookmark(word.new_page(book.add_heading(f'{number}. {chapter_title(group)}', 1)), f'chapter_{number}')
        word.small(book, f'File: law/data/{group}.yml')
        add_chapter(book, inside, there, state, marks)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def write(path: Path, on: date) -> None:
    """Write the book of this day as `.docx` or `.pdf`. Raises ValueError for another ending, wrong law data or no LibreOffice, and OSError.

    What can be known before is said before: the book itself takes some ten seconds.
    """
    if path.suffix not in ('.docx', '.pdf'):
        raise ValueError('The file must end in .docx or .pdf.')
    path.parent.stat()
    try:
        if path.suffix == '.pdf' and render.office_program() is None:
            raise render.PdfUnavailable('LibreOffice is not installed')
        made = make_book(report.state_on(on))
        path.write_bytes(render.pdf_bytes([made])[0] if path.suffix == '.pdf' else made)
    except render.PdfUnavailable as problem:
        raise ValueError(f'No PDF: {problem}. A .docx file can be made without it.') from problem
