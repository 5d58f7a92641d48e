"""The pages of each court paper, as blocks. Facts and the person's own words only: no answer to a charge, no legal conclusion, nothing filled in."""
from datetime import date

from docassemble.immdef_selfhelp.documents.court import blocks, offices
from docassemble.immdef_selfhelp.documents.court.caption import hearing_text, in_the_case, page
from docassemble.immdef_selfhelp.documents.court.exhibits import Exhibit, exhibits
from docassemble.immdef_selfhelp.documents.court.words import say
from docassemble.immdef_selfhelp.documents.making.parts import Context, when
from docassemble.immdef_selfhelp.law.rules.one_year import NOT_IN
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.case_facts import late_reason_matters
from docassemble.immdef_selfhelp.story.hearing_clock import court_called
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.filing import APPLICATION, EVIDENCE, VENUE
from docassemble.immdef_selfhelp.story.told.people import APPLICANT
from docassemble.immdef_selfhelp.story.told.place import Entry
from docassemble.immdef_selfhelp.story.wording import spoken_language

WORD_LINES = 4


def applicant_telling(case: Case) -> Telling:
    """The applicant's own telling, or an empty one."""
    return next((telling for telling in case.tellings if telling.person == APPLICANT), Telling(APPLICANT))


def own_words(words: str, written_in: str, language: str) -> list[Context]:
    """The person's words as typed; lines for their English below, unless said to be in English. Lines to write on where nothing was told."""
    if not words.strip():
        return blocks.lines(WORD_LINES)
    english = [] if written_in == 'en' else [blocks.small(say('translation', 'english', language)), *blocks.lines(WORD_LINES)]
    return [blocks.text(f'“{words.strip()}”'), *english]


def translator_page(words: str, written_in: str, paper: str, language: str) -> list[Context]:
    """The certificate of who put the person's words on this paper into English, on a page of its own; nothing where there is nothing to translate."""
    return certificate_blocks(paper, language) if words.strip() and written_in != 'en' else []


def certificate_blocks(title: str, language: str) -> list[Context]:
    """The certificate of a translator (8 CFR 1003.33), blank: filled in and signed by hand."""
    return [blocks.page_head(say('translation', 'title', language)), blocks.text(say('translation', 'certify', language)), blocks.point(title),
            *blocks.fields(*(say('translation', key, language) for key in ('name', 'address', 'telephone', 'sign', 'day'))),
            blocks.small(say('translation', 'typed', language))]


def signature(group: str, language: str) -> list[Context]:
    """A place to sign and date by hand."""
    return blocks.fields(say(group, 'sign', language), say(group, 'day', language))


def cover(case: Case, language: str, on: date, what: str = '') -> Context:
    """The cover page: whose, at which court, before whom, when, and what is filed. Signed by hand."""
    kind = what or (APPLICATION if APPLICATION in case.filing.what else EVIDENCE)
    whose = 'respondent' if case.filing.helper == 'lawyer' else 'pro_se'
    return page(case, language, on, say('cover', kind, language), [
        blocks.text(say('cover', whose, language)), *blocks.fields(say('cover', 'sign', language), say('cover', 'date', language))],
        sources=('format_rules',))


def service(case: Case, language: str, on: date, what: str = '') -> Context:
    """The proof of service, naming the OPLA office of the told court; day and manner are blank until it is done."""
    kind = what or (APPLICATION if APPLICATION in case.filing.what else EVIDENCE)
    office, missing = offices.opla_address(case.hearing_day.court, on), offices.why_no_office(case.hearing_day.court)
    where = [blocks.point(', '.join(office))] if office else [*blocks.lines(2), blocks.small(say('service', missing, language))]
    name = case.person(APPLICANT).full_name or blocks.BLANK
    return page(case, language, on, say('service', 'title', language), [
        blocks.text(say('service', 'who', language, name=name)), blocks.text(say('service', 'served', language)),
        blocks.point(say('cover', kind, language)), blocks.text(say('service', 'at', language)), *where,
        blocks.text(say('service', 'how', language)), *(blocks.point(say('service', key, language)) for key in ('by_hand', 'by_mail', 'by_portal')),
        *blocks.fields(*(say('service', key, language) for key in ('day', 'name', 'sign'))), blocks.small(say('service', 'both', language))],
        sources=('proof_of_service',))


def last_arrival(case: Case) -> Entry:
    """The entry told last in time after which the person stayed; an empty one when none was told."""
    found = [entry for entry in case.place.entries if entry.outcome not in NOT_IN]
    return max(found, key=lambda entry: (entry.when.year or 0, entry.when.month or 0, entry.when.day or 0), default=Entry())


def late_matters(case: Case, on: date) -> bool:
    """Whether the explanation belongs in the filing: the year is near or over, or cannot be counted, and nothing was received yet."""
    return case.court.filed_asylum != YES and late_reason_matters(case, on)


def late_words(case: Case) -> str:
    """Why it was not filed before, in the person's words: as told with the story, else as told for this filing."""
    return applicant_telling(case).late_reason.strip() or case.filing.late_words.strip()


def late_written_in(case: Case) -> str:
    """The language of those words as it was told; never taken from the screens."""
    telling = applicant_telling(case)
    return telling.told_language if telling.late_reason.strip() else case.filing.words_in


def for_the_family(made: Context, sentence: str) -> Context:
    """The same page with a sentence where the family reads: above its reading copy, never on the page that the court gets."""
    return {**made, 'copy': f'{made["copy"]} {sentence}' if made['copy'] else ''}


def late(case: Case, language: str, on: date) -> Context:
    """The one-year explanation: dates as told and the person's own words, nothing about what they mean."""
    entry = last_arrival(case)
    rows = [(say('late', 'arrived', language), when(entry.when, language)), (say('late', 'where', language), entry.place),
            (say('late', 'hearing', language), hearing_text(case, language)), (say('late', 'filed', language), '')]
    made = page(case, language, on, say('late', 'title', language), [
        blocks.head(say('late', 'facts', language)), blocks.pairs(rows), blocks.text(say('late', 'words', language)),
        *own_words(late_words(case), late_written_in(case), language), blocks.text(say('late', 'papers', language)), *blocks.lines(1),
        *signature('venue', language), *translator_page(late_words(case), late_written_in(case), say('parts', 'late', language), language)],
        sources=('one_year_rule',))
    return for_the_family(made, say('late', 'lawyer', language))


def exhibit_row(one: Exhibit, language: str) -> tuple[str, str]:
    """One line of the list of exhibits."""
    english = say('exhibits', 'with_translation' if one.needs_english else 'english', language)
    return f'{say("exhibits", "tab", language)} {one.letter}', f'{one.title} ({english})'


def exhibit_list(case: Case, language: str, on: date) -> Context:
    """The exhibits under their letters."""
    rows = [exhibit_row(one, language) for one in exhibits(case, language, on)]
    listed = [blocks.pairs(rows)] if rows else [blocks.text(say('exhibits', 'none', language))]
    return page(case, language, on, say('exhibits', 'title', language), [*listed, blocks.small(say('exhibits', 'keep', language))],
                sources=('format_rules',))


def certificate(exhibit: Exhibit, case: Case, language: str, on: date) -> Context:
    """The page of the translator of one exhibit."""
    heading, *rest = certificate_blocks(exhibit.title, language)
    return page(case, language, on, heading['text'], rest, with_caption=False, sources=('translation_court',))


def venue(case: Case, language: str, on: date) -> Context:
    """The motion to change venue: hearing, fixed address, reasons in own words. It answers no charge."""
    told = case.filing
    court = court_called(told.new_court, told.new_court_name, on) or blocks.BLANK
    rows = [(say('venue', 'hearing', language), hearing_text(case, language)),
            (say('venue', 'address', language), ', '.join(part.strip() for part in told.address.splitlines() if part.strip()))]
    # Said loudly where the family reads, and nowhere on the page the court gets
    made = page(case, language, on, say('venue', 'title', language), [
        blocks.text(say('venue', 'asks', language, court=court)), blocks.pairs(rows), blocks.point(say('venue', 'form', language)),
        blocks.text(say('venue', 'reasons', language)), *own_words(told.venue_reasons, told.words_in, language),
        blocks.text(say('venue', 'evidence', language)), *blocks.lines(1), blocks.text(say('venue', 'charges', language)),
        blocks.point(say('venue', 'time', language)),
        blocks.text(say('venue', 'other_side', language)), *signature('venue', language),
        *translator_page(told.venue_reasons, told.words_in, say('parts', 'venue', language), language)],
        sources=('change_of_venue', 'change_of_venue_papers'))
    return for_the_family(made, say('venue', 'loud', language))


def order(case: Case, language: str, on: date) -> Context:
    """The proposed order for the motion to change venue. Everything in it is the judge's to mark."""
    court = court_called(case.filing.new_court, case.filing.new_court_name, on) or blocks.BLANK
    marks = ('dhs', 'response', 'cause', 'agrees', 'other')
    return page(case, language, on, say('order', 'title', language), [
        blocks.text(say('order', 'after', language)), *(blocks.point(say('order', key, language)) for key in marks),
        blocks.text(say('order', 'to', language, court=court)), *blocks.fields(say('order', 'day', language), say('order', 'judge', language)),
        blocks.text(say('order', 'served', language)), *blocks.fields(say('order', 'day', language), say('order', 'by', language))],
        sources=('change_of_venue',))


def interpreter(case: Case, language: str, on: date) -> Context:
    """The request for an interpreter in the language the person speaks best."""
    best = spoken_language(case.best_language, case.best_language_detail, language) or blocks.BLANK
    others = [(person.full_name, '') for person in in_the_case(case) if person.key != APPLICANT]
    rows = [blocks.text(say('interpreter', 'people', language)), blocks.pairs(others)] if others else []
    return page(case, language, on, say('interpreter', 'title', language), [
        blocks.text(say('interpreter', 'ask', language)), blocks.box(best), blocks.text(say('interpreter', 'variety', language)), *rows,
        *signature('interpreter', language)])


def asks_venue(case: Case) -> bool:
    """Whether another court is asked for."""
    return VENUE in case.filing.what


def identity_rows(case: Case, group: str, language: str) -> list[tuple[str, str]]:
    """Name and A-number of everybody in the case."""
    return [pair for person in in_the_case(case) for pair in (
        (say(group, 'name', language), person.full_name), (say(group, 'number', language), case.a_number(person.key, APPLICANT)))]
