"""From the answers (docs/answers.md) to the facts of a case. What belongs to a closed branch is dropped here, and nowhere else.

Reads anything and raises nothing: an answer that is missing, empty or of the wrong kind is "not told".
"""
from collections.abc import Mapping, Sequence
from typing import Any

from docassemble.immdef_selfhelp.story.model import (
    ALOUD,
    NO,
    SKIPPED,
    UNKNOWN,
    WRITTEN,
    YES,
    Case,
    CountryStay,
    CourtTold,
    EarlierEvent,
    EarlierStatement,
    Entry,
    Event,
    Fear,
    FuzzyDate,
    Helper,
    Move,
    Person,
    PracticeNote,
    Telling,
)
from docassemble.immdef_selfhelp.story.wording import LANGUAGES

Answers = Mapping[str, Any]
CHILD_RELATIONS = ('son', 'daughter', 'stepchild', 'grandchild', 'niece_nephew')
IN_THE_UNITED_STATES = ('custody', 'released')
WITH_PROOF, WITH_TRIES = ('have', 'tried', 'cannot'), ('tried', 'cannot')
MOST_MONTHS, MOST_DAYS = 12, 31
MOST_DIGITS = 9
ANSWERS = (YES, NO, UNKNOWN)
WAYS_TO_TELL = (WRITTEN, ALOUD, SKIPPED)
OFFICIALS = ('official', 'with_officials', 'private', UNKNOWN)
STATUSES = ('none', 'asked', 'had', UNKNOWN)
OUTCOMES = ('turned_back', 'sent_back_same_day', 'removal_order', 'left_by_choice', 'released', 'paroled', 'admitted', 'held', UNKNOWN)
HEARINGS = ('master', 'individual', UNKNOWN)
DECISIONS = ('none', 'removal', 'in_absentia', 'relief', UNKNOWN)
WITH_A_DAY = ('removal', 'in_absentia')
REVIEWS = ('not_asked', 'asked', 'agreed_with_officer', 'changed', UNKNOWN)
READS = (YES, 'some', NO, UNKNOWN)
STATEMENTS = ('credible_fear_notes', 'earlier_form', 'earlier_declaration', 'court_testimony', 'other')
NOT_TOLD_HERE = 'none'


def text(value: Any) -> str:
    """A text as typed; nothing told is empty."""
    return value if isinstance(value, str) else '' if value is None or isinstance(value, bool | Mapping | list) else str(value)


def mapping(value: Any) -> Answers:
    """A mapping, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def many(value: Any) -> list[Answers]:
    """The mappings of a list."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, Sequence) and not isinstance(value, str) else []


def codes(value: Any) -> tuple[str, ...]:
    """The codes chosen in a list of checkboxes."""
    return tuple(text(item) for item in value if text(item)) if isinstance(value, Sequence) and not isinstance(value, str) else ()


def yes_no(value: Any) -> str:
    """`yes`, `no` or `unknown`, also when YAML or docassemble made a truth value of it; empty when not told."""
    return {True: YES, False: NO}[value] if isinstance(value, bool) else text(value)


def choice(value: Any, known: tuple[str, ...] = ANSWERS) -> str:
    """One of the known codes; empty when not told, or when the code is none of them."""
    found = yes_no(value)
    return found if found in known else ''


def number(value: Any, largest: int) -> int | None:
    """A whole number from 1 to `largest`, or None."""
    typed = text(value).strip()
    found = int(typed) if typed.isdecimal() and len(typed) <= MOST_DIGITS else 0
    return found if 1 <= found <= largest else None


def fuzzy_date(value: Any) -> FuzzyDate:
    """A date as told. A part of a year counts only when no month was told, "about" only when something was."""
    told = mapping(value)
    year, month = number(told.get('year'), 9999), number(told.get('month'), MOST_MONTHS)
    day = number(told.get('day'), MOST_DAYS) if month else None
    part = '' if month else text(told.get('part'))
    return FuzzyDate(year, month, day, part, bool(year or month or part) and yes_no(told.get('about')) == YES, text(told.get('words')))


def country(told: Answers) -> str:
    """The nationality: its code, or the name typed for another country."""
    chosen = text(told.get('nationality'))
    return text(told.get('nationality_other')) or 'other' if chosen == 'other' else chosen


def person(key: str, told: Answers) -> Person:
    """One person. Papers are asked only for the applicant and for those who are with them or travel with them."""
    near = key == 'applicant' or told.get('whereabouts') == 'with_me' or yes_no(told.get('travelling')) == YES
    return Person(
        key=key, given_names=text(told.get('given_names')), first_surname=text(told.get('first_surname')),
        second_surname=text(told.get('second_surname')), other_names=text(told.get('other_names')), relation=text(told.get('relation')),
        birth=fuzzy_date(told.get('birth')), nationality=country(told), second_nationality=text(told.get('second_nationality')),
        whereabouts=text(told.get('whereabouts')), travelling=choice(told.get('travelling')),
        married=choice(told.get('married')) if told.get('relation') in CHILD_RELATIONS else '',
        papers=codes(told.get('papers')) if near else (), papers_note=text(told.get('papers_note')) if near else '',
        papers_asked=near and 'papers' in told,
    )


def people(answers: Answers) -> tuple[Person, ...]:
    """The applicant, then the family in the order told."""
    family = tuple(person(f'family_{index}', member) for index, member in enumerate(many(answers.get('family'))))
    return (person('applicant', mapping(answers.get('applicant'))), *family)


def harm_answers(told: Answers) -> dict[str, str]:
    """What only harm is asked about."""
    reported = choice(told.get('reported'))
    return {
        **{name: text(told.get(name)) for name in ('why', 'witnesses', 'injuries', 'care')}, 'reported': reported,
        'report_result': text(told.get('report_result')) if reported == YES else '',
        'report_why_not': text(told.get('report_why_not')) if reported == NO else '',
    }


def proof_answers(told: Answers) -> dict[str, str]:
    """What was told about proof."""
    proof = text(told.get('proof'))
    return {'proof': proof, 'proof_what': text(told.get('proof_what')) if proof in WITH_PROOF else '',
            'proof_tried': text(told.get('proof_tried')) if proof in WITH_TRIES else ''}


def event(value: Any) -> Event:
    """One event. What will be said aloud keeps when and where; what was skipped keeps nothing."""
    told = mapping(value)
    kind, how = text(told.get('kind')), choice(told.get('told'), WAYS_TO_TELL) or WRITTEN
    if how == SKIPPED:
        return Event(kind=kind, told=SKIPPED)
    when, where = fuzzy_date(told.get('when')), text(told.get('where'))
    if how == ALOUD:
        return Event(kind=kind, told=ALOUD, when=when, where=where)
    with_people = {'who': text(told.get('who')), 'who_official': choice(told.get('who_official'), OFFICIALS),
                   'words': text(told.get('words'))} if kind in ('harm', 'report') else {}
    return Event(kind=kind, what=text(told.get('what')), told=how, when=when, where=where, **with_people,
                 **(harm_answers(told) if kind == 'harm' else {}), **proof_answers(told))


def court(value: Any) -> CourtTold:
    """The case in court. Without a case only a move and what was filed are told; each date only when its question was opened."""
    told = mapping(value)
    has_case, filed, moved = (choice(told.get(name)) for name in ('has_case', 'filed_asylum', 'moved'))
    moving: dict[str, Any] = {name: choice(told.get(name)) for name in ('told_court', 'told_uscis')} if moved == YES else {}
    before_judge: dict[str, Any] = {}
    if has_case == YES:
        decision = choice(told.get('decision'), DECISIONS)
        before_judge = {
            'hearing': fuzzy_date(told.get('hearing')), 'hearing_kind': choice(told.get('hearing_kind'), HEARINGS),
            'missed_hearing': choice(told.get('missed_hearing')), 'decision': decision,
            'decision_served': fuzzy_date(told.get('decision_served')) if decision in WITH_A_DAY else FuzzyDate(),
        }
    return CourtTold(
        has_case=has_case, filed_asylum=filed, moved=moved, moved_on=fuzzy_date(told.get('moved_on')) if moved == YES else FuzzyDate(),
        asylum_received=fuzzy_date(told.get('asylum_received')) if filed == YES else FuzzyDate(),
        fee_notice=fuzzy_date(told.get('fee_notice')) if filed == YES else FuzzyDate(), **moving, **before_judge,
    )


def circumstances(value: Any) -> tuple[tuple[str, str], ...]:
    """What was marked on the lists of circumstances: `yes`, `no` or `unknown` for each one asked."""
    return tuple((str(key), choice(told)) for key, told in mapping(value).items() if choice(told))


def move(told: Answers) -> Move:
    """One place inside the country."""
    return Move(text(told.get('place')), fuzzy_date(told.get('start')), fuzzy_date(told.get('end')), text(told.get('after')))


def country_stay(told: Answers) -> CountryStay:
    """One other country on the way."""
    return CountryStay(text(told.get('country')), fuzzy_date(told.get('start')), fuzzy_date(told.get('end')), choice(told.get('status'), STATUSES),
                       text(told.get('what_happened')))


def fear(value: Any, mexican: bool, with_children: bool) -> Fear:
    """What is feared. Said aloud or skipped: only what is asked apart from it stays (the children, and Mexico)."""
    told = mapping(value)
    how, torture = choice(told.get('told'), WAYS_TO_TELL) or WRITTEN, choice(told.get('torture'))
    mexico = '' if mexican else choice(told.get('mexico'))
    apart = {'children': text(told.get('children')) if with_children else '', 'mexico': mexico,
             'mexico_what': text(told.get('mexico_what')) if mexico == YES else ''}
    if how != WRITTEN:
        return Fear(told=how, **apart)
    return Fear(**{name: text(told.get(name)) for name in ('what', 'who', 'why', 'authorities', 'other_place')}, told=how, torture=torture,
                torture_officials=text(told.get('torture_officials')) if torture == YES else '', **apart)


def earlier_event(told: Answers, events: int) -> EarlierEvent:
    """One thing an earlier statement says happened, and which of the told events (by its number from 0) it is."""
    same = text(told.get('same_as'))
    place = int(same) if same.isdecimal() and len(same) <= MOST_DIGITS and int(same) < events else None
    linked = place is not None or same == NOT_TOLD_HERE
    return EarlierEvent(text(told.get('what')), text(told.get('who')), fuzzy_date(told.get('when')), place, linked)


def earlier_statement(told: Answers, events: int) -> EarlierStatement:
    """One earlier statement. `events` is how many things were told here."""
    return EarlierStatement(
        kind=choice(told.get('kind'), STATEMENTS), language_understood=choice(told.get('language_understood'), READS), text=text(told.get('text')),
        when=fuzzy_date(told.get('when')), left_when=fuzzy_date(told.get('left_when')), entered_when=fuzzy_date(told.get('entered_when')),
        reported=choice(told.get('reported')), arrested=choice(told.get('arrested')), returned=choice(told.get('returned')),
        children=text(told.get('children')), names=text(told.get('names')),
        events=tuple(earlier_event(item, events) for item in many(told.get('events'))) if yes_no(told.get('tells_events')) == YES else (),
    )


def helper(value: Any) -> Helper:
    """Somebody who helped."""
    told = mapping(value)
    return Helper(*(text(told.get(name)) for name in ('name', 'address', 'telephone', 'language')))


def notes(value: Any) -> tuple[tuple[str, str], ...]:
    """The pairs of a mapping that have a text."""
    return tuple((str(key), text(words)) for key, words in mapping(value).items() if text(words).strip())


def declaration_answers(told: Answers, told_language: str) -> dict[str, Any]:
    """What only somebody who wants a declaration is asked."""
    if yes_no(told.get('wants_declaration')) != YES:
        return {}
    reads = yes_no(told.get('reads_told_language'))
    translated = told_language != 'en'
    return {
        'signed_where': text(told.get('signed_where')), 'a_number': text(told.get('a_number')), 'reads_told_language': reads,
        'interpreter': helper(told.get('interpreter')) if reads != YES else Helper(),
        'translator': helper(told.get('translator')) if translated else Helper(),
        'translations': notes(told.get('translations')) if translated else (),
    }


def telling(told: Answers, case_people: tuple[Person, ...], place_now: str, screen_language: str) -> Telling:
    """One adult's telling."""
    teller = next((found for found in case_people if found.key == told.get('person')), case_people[0])
    told_language = choice(told.get('told_language'), LANGUAGES)
    practised = yes_no(told.get('wants_practice')) in ('', YES)
    events = many(told.get('events'))
    return Telling(
        person=teller.key, background=text(told.get('background')), community=text(told.get('community')), reasons=codes(told.get('reasons')),
        events=tuple(event(item) for item in events),
        moves=tuple(move(item) for item in many(told.get('moves'))) if yes_no(told.get('moved')) == YES else (),
        left_when=fuzzy_date(told.get('left_when')), left_how=text(told.get('left_how')),
        countries=tuple(country_stay(item) for item in many(told.get('countries'))) if yes_no(told.get('other_countries')) == YES else (),
        since_leaving=text(told.get('since_leaving')),
        fear=fear(told.get('fear'), case_people[0].nationality == 'Mexico', any(found.relation in CHILD_RELATIONS for found in case_people)),
        corrections=text(told.get('corrections')), may_compare=choice(told.get('may_compare')), explanations=notes(told.get('explanations')),
        earlier=tuple(earlier_statement(item, len(events)) for item in many(told.get('earlier'))) if yes_no(told.get('told_before')) == YES else (),
        late_reason=text(told.get('late_reason')) if place_now in IN_THE_UNITED_STATES else '',
        practice=tuple(PracticeNote(*note) for note in notes(told.get('practice'))) if practised else (),
        wants_declaration=yes_no(told.get('wants_declaration')), told_language=told_language,
        **declaration_answers(told, told_language or screen_language),
    )


def case_from_answers(answers: Answers) -> Case:
    """The case these answers tell, without anything that belongs to a branch that is closed now."""
    situation, everybody = mapping(answers.get('situation')), people(answers)
    place, language = text(situation.get('place')), choice(answers.get('user_language'), LANGUAGES) or LANGUAGES[0]
    entered = yes_no(situation.get('entered')) == YES
    officers = entered or place in IN_THE_UNITED_STATES
    entries = tuple(Entry(fuzzy_date(told.get('when')), text(told.get('place')), text(told.get('manner')), choice(told.get('outcome'), OUTCOMES))
                    for told in many(situation.get('entries')))
    interview_status = text(situation.get('interview_status')) if officers else ''
    return Case(
        language=language, best_language=text(answers.get('best_language')), best_language_detail=text(answers.get('best_language_detail')),
        helped=text(answers.get('preparing_for')) == 'other', phone=text(answers.get('phone_safety')), people=everybody,
        place_now=place, city_now=text(situation.get('city')),
        entered=choice(situation.get('entered')), entries=entries if entered else (),
        us_papers=codes(situation.get('us_papers')) if officers else (),
        interview_status=interview_status,
        interview_understood=choice(situation.get('interview_understood')) if interview_status in ('positive', 'negative') else '',
        judge_review=choice(situation.get('judge_review'), REVIEWS) if interview_status == 'negative' else '',
        court=court(answers.get('court')) if officers else CourtTold(), reads=choice(answers.get('reads'), READS),
        circumstances=circumstances(answers.get('circumstances')), danger_facts=codes(answers.get('danger_facts')),
        tellings=tuple(telling(told, everybody, place, language) for told in many(answers.get('tellings'))),
    )
