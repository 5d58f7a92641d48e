"""What a filing still lacks before it is handed in, and where it is signed by hand. It names places and papers, never what to write there."""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.documents.court import filings, moved
from docassemble.immdef_selfhelp.documents.court.caption import in_the_case
from docassemble.immdef_selfhelp.documents.court.exhibits import DONE, exhibits
from docassemble.immdef_selfhelp.documents.court.words import say
from docassemble.immdef_selfhelp.documents.making.parts import law_sentences
from docassemble.immdef_selfhelp.documents.making.sworn import translated
from docassemble.immdef_selfhelp.documents.papers import declaration_in_english
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.hearing_clock import court_called, court_name
from docassemble.immdef_selfhelp.story.told.basics import NO, UNKNOWN, YES
from docassemble.immdef_selfhelp.story.told.filing import APPLICATION, INTERPRETER, VENUE
from docassemble.immdef_selfhelp.story.told.people import APPLICANT

WROTE = ('volunteer', 'lawyer')
PREPARER = ('i589_preparer',)


def missing(case: Case, language: str, on: date, form_final: bool = False, addresses_final: bool = False) -> Iterator[str]:
    """Every part that is not there yet, one sentence each."""
    told, moving = case.filing, moved.tells_the_court(case)
    for lacking, key in ((not court_name(case, on), 'court'), (not case.court.hearing.year, 'hearing'),
                         (not told.address.strip(), 'address'), (APPLICATION in told.what and not form_final, 'form'),
                         (moving and not addresses_final, 'address_form'), (moving and not told.old_address.strip(), 'old_address')):
        if lacking:
            yield say('gate', key, language)
    for person in in_the_case(case):
        if not case.a_number(person.key, APPLICANT):
            yield say('gate', 'number', language, name=person.full_name)
    if says_nobody_prepared(case):
        yield say('gate', 'nobody_prepared', language)
    if untranslated_declaration(case):
        yield say('gate', 'declaration', language)
    if VENUE in told.what:
        if not court_called(told.new_court, told.new_court_name, on):
            yield say('gate', 'new_court', language)
        if not told.venue_reasons.strip():
            yield say('gate', 'reasons', language)
    if APPLICATION in told.what and filings.late_matters(case, on) and not filings.late_words(case):
        yield say('gate', 'late', language)
    yield from missing_of_exhibits(case, language, on)


def says_nobody_prepared(case: Case) -> bool:
    """Whether the form would swear that nobody prepared it, although somebody wrote for the person: such a form is not handed in."""
    return case.filing.helper in WROTE and filings.applicant_telling(case).application.prepared == NO


def untranslated_declaration(case: Case) -> bool:
    """Whether the applicant's declaration is in another language, and its English is not whole yet."""
    telling = filings.applicant_telling(case)
    return telling in case.tellings and translated(case, telling) and not declaration_in_english.all_in_english(case, telling)


def missing_of_exhibits(case: Case, language: str, on: date) -> Iterator[str]:
    """What the exhibits lack: pages that nobody counted, a translation that is not there."""
    found = exhibits(case, language, on)
    if not found:
        yield say('gate', 'no_exhibits', language)
    uncounted = ', '.join(one.letter for one in found if one.pages is None)
    if uncounted:
        yield say('gate', 'pages', language, letters=uncounted)
    english = ', '.join(one.letter for one in found if one.needs_english and one.translation != DONE)
    if english:
        yield say('gate', 'translation', language, letters=english)


def to_sign(case: Case, language: str, on: date) -> Iterator[str]:
    """Every place that is signed by hand, and by whom."""
    what = case.filing.what
    keys = ['sign_cover']
    if APPLICATION in what:
        keys += ['sign_form', *(['sign_late'] if filings.late_matters(case, on) else [])]
    if filings.applicant_telling(case).wants_declaration == YES:
        keys.append('sign_declaration')
    keys += [key for code, key in ((INTERPRETER, 'sign_interpreter'), (VENUE, 'sign_venue')) if code in what]
    if moved.tells_the_court(case):
        keys.append('sign_address')
    if any(one.needs_english for one in exhibits(case, language, on)):
        keys.append('sign_translator')
    yield from (say('gate', key, language) for key in (*keys, 'sign_service'))


def helper_note(case: Case, language: str, on: date) -> str:
    """What is asked of who wrote for the person, by the form's own words (`i589_preparer`), or nothing."""
    who = case.filing.helper
    if who not in (*WROTE, UNKNOWN):
        return ''
    return ' '.join((say('gate', f'helper_{who}', language), *law_sentences(PREPARER, language, on)))
