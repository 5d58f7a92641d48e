"""The sheets of a court case that are not filed: the address trio, facts after a missed hearing, the work permit, and the card of copies."""
from collections.abc import Iterable
from datetime import date

from docassemble.immdef_selfhelp.documents.court import blocks, moved, offices
from docassemble.immdef_selfhelp.documents.court.caption import in_the_case, is_held, page
from docassemble.immdef_selfhelp.documents.court.filings import asks_venue, identity_rows, last_arrival
from docassemble.immdef_selfhelp.documents.court.words import say
from docassemble.immdef_selfhelp.documents.forms.final import official_address
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_sentences, when
from docassemble.immdef_selfhelp.law.findings import words as finding_words
from docassemble.immdef_selfhelp.law.findings.found import deadlines, findings
from docassemble.immdef_selfhelp.law.findings.words import NamedDate
from docassemble.immdef_selfhelp.law.provisions import citations, dated
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.hearing_clock import court_name
from docassemble.immdef_selfhelp.story.told.basics import NO, UNKNOWN, YES
from docassemble.immdef_selfhelp.story.told.people import APPLICANT

MOVE_RULES = ('eoir33', 'eoir33_no_care_of', 'ar11', 'uscis_account_address', 'ice_address')
MISSED_RULES = ('missed_hearing_lawyer', 'mtr_in_absentia', 'mtr_in_absentia_stay')
PERMIT_RULES = ('ead_clock', 'ead_clock_decision', 'fee_ead_c8_initial', 'ead_where', 'ead_attach')
CARD_RULES = ('proof_of_service', 'receipt_rule')
FEES_TO_FILE, FEES_PENDING = ('fee_i589', 'court_fee_portal', 'biometrics_court'), ('aaf_court',)
BY_WHEN = ('i589_due', 'one_year', 'court_papers', 'hearing')
"""The dates that can be the last day of a filing, the judge's own first."""


def answer(code: str, language: str) -> str:
    """Yes, no or "I do not know" as told; nothing for what was not asked."""
    return say('answers', code, language) if code in (YES, NO, UNKNOWN) else ''


def one_line(text: str) -> str:
    """An address of several lines in one."""
    return ', '.join(part.strip() for part in text.splitlines() if part.strip())


def law_points(rules: Iterable[str], language: str, on: date) -> list[Context]:
    """Dated sentences of the law data, a point each."""
    return [blocks.point(f'• {sentence}') for sentence in law_sentences(rules, language, on)]


def named_dates(case: Case, language: str, on: date) -> dict[str, NamedDate]:
    """The dates the rules find for the applicant's case, by id; the nearest of each."""
    found: dict[str, NamedDate] = {}
    for one in deadlines(findings(private.facts_for_paper(case), on)):
        found.setdefault(one.id, finding_words.named(one, language, on))
    return found


def address(case: Case, language: str, on: date) -> Context:
    """The facts that EOIR-33, AR-11 and the ICE office each need, EOIR-33 box by box, and a place to note that each was told."""
    told = case.filing
    facts = [(say('address', 'old', language), one_line(told.old_address)), (say('address', 'new', language), one_line(told.address)),
             (say('address', 'telephone', language), ''), (say('address', 'moved', language), when(case.court.moved_on, language))]
    done = blocks.text(say('address', 'done', language))
    boxes = [block for person in in_the_case(case) for block in (
        blocks.page_head(say('address', 'boxes', language, name=person.full_name)), blocks.pairs(moved.worksheet_rows(case, person, on)))]
    return page(case, language, on, say('address', 'title', language), [
        blocks.box(say('address', 'worksheet', language)), blocks.head(say('address', 'court', language)),
        blocks.pairs([(say('address', 'court_is', language), court_name(case, on)), *identity_rows(case, 'address', language), *facts]), done,
        blocks.text(official_address(moved.FORM, language, on)),
        blocks.head(say('address', 'uscis', language)), done, blocks.head(say('address', 'ice', language)), done,
        *law_points(MOVE_RULES, language, on), *boxes], with_caption=False, sources=MOVE_RULES)


def missed(case: Case, language: str, on: date) -> Context:
    """Facts for a lawyer today, when a hearing was missed or an order was made without the person."""
    told, court = case.filing, case.court
    rows = [*identity_rows(case, 'address', language), (say('address', 'court_is', language), court_name(case, on)),
            (say('missed', 'hearing', language), when(court.hearing, language)),
            (say('missed', 'decision', language), when(court.decision_served, language)),
            (say('missed', 'notice', language), answer(told.missed_notice, language)),
            (say('missed', 'moved', language), when(court.moved_on, language)),
            (say('missed', 'told', language), answer(court.told_court, language)),
            (say('missed', 'held', language), answer(YES if is_held(case) else NO, language))]
    words = [blocks.text(f'“{told.missed_words.strip()}”')] if told.missed_words.strip() else blocks.lines(6)
    return page(case, language, on, say('missed', 'title', language), [
        blocks.box(say('missed', 'today', language)), blocks.pairs(rows), blocks.text(say('missed', 'words', language)), *words,
        blocks.text(say('missed', 'bring', language)), blocks.head(say('missed', 'law', language)), *law_points(MISSED_RULES, language, on)],
        with_caption=False, sources=MISSED_RULES)


def permit(case: Case, language: str, on: date) -> Context:
    """What the form for the work permit asks, as told, and the days from the receipt of the application."""
    applicant = case.person(APPLICANT)
    first = named_dates(case, language, on).get('work_permit')
    rows = [(say('permit', 'name', language), applicant.full_name), (say('permit', 'number', language), case.a_number(APPLICANT)),
            (say('permit', 'birth', language), when(applicant.birth, language)), (say('permit', 'nation', language), applicant.country),
            (say('permit', 'arrived', language), when(last_arrival(case).when, language)),
            (say('permit', 'address', language), one_line(case.filing.address)), (say('permit', 'category', language), '(c)(8)'),
            (say('permit', 'received', language), when(case.court.asylum_received, language)),
            (say('permit', 'first', language), first.when if first else ''), (say('permit', 'delays', language), '')]
    return page(case, language, on, say('permit', 'title', language), [
        blocks.box(say('permit', 'worksheet', language)), blocks.pairs(rows), blocks.head(say('permit', 'law', language)),
        *law_points(PERMIT_RULES, language, on)], with_caption=False, sources=PERMIT_RULES)


def by_when(case: Case, language: str, on: date) -> list[tuple[str, str]]:
    """The days this filing can hang on, the judge's own first; one that was not told says so."""
    found = named_dates(case, language, on)
    own = when(case.filing.due, language) or (found['i589_due'].when if 'i589_due' in found else '')
    rest = [(found[key].name, found[key].when) for key in BY_WHEN[1:] if key in found]
    return [(say('card', 'judge_day', language), own or say('card', 'not_told', language)), *rest]


def card(case: Case, language: str, on: date) -> Context:
    """One page: how many copies, for whom, where, how, by when, and by which rule."""
    court = [court_name(case, on), *offices.court_address(case.hearing_day.court, on)]
    office = offices.opla_address(case.hearing_day.court, on)
    missing = offices.why_no_office(case.hearing_day.court)
    rules = (*CARD_RULES, 'motion_duplicate') if asks_venue(case) else CARD_RULES

    def copies(key: str, *parts: str) -> tuple[str, str]:
        return say('card', key, language), '; '.join(filter(None, parts))

    fees = FEES_PENDING if case.court.filed_asylum == YES else FEES_TO_FILE
    loud = [blocks.box(say('venue', 'loud', language))] if asks_venue(case) else []
    return page(case, language, on, say('card', 'title', language), [
        *loud, blocks.pairs(by_when(case, language, on)),
        blocks.pairs([
            copies('court', say('card', 'twice' if asks_venue(case) else 'original', language), ', '.join(filter(None, court)) or blocks.BLANK,
                   say('card', 'by_window', language)),
            copies('opla', say('card', 'copy', language), ', '.join(office) or say('service', missing, language), say('card', 'by_opla', language)),
            copies('self', say('card', 'own', language), say('card', 'keep', language))]),
        blocks.small(say('card', 'check', language)),
        blocks.head(say('card', 'rules', language)), *(blocks.small(f'• {sentence}') for sentence in law_sentences(rules, language, on)),
        *([blocks.small(', '.join(dict.fromkeys(citations.in_language(dated.provision(rule).citation, language) for rule in rules)))]),
        blocks.head(say('card', 'fees', language)), *law_points(fees, language, on)], with_caption=False, sources=(*rules, *fees))


