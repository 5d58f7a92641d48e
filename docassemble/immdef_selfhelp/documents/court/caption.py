"""The caption of a filing: who files, at which court, in whose case, before which judge and hearing. What was not told is a line to write on."""
from datetime import date, time

from docassemble.immdef_selfhelp.documents.court import offices
from docassemble.immdef_selfhelp.documents.court.words import say
from docassemble.immdef_selfhelp.documents.making.parts import Context, when
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.hearing_clock import court_name, hour_text
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person

REMOVAL = 'notice_to_appear'
"""The paper that says the case is one of removal. Without it the kind of proceeding is left to be copied from the notice."""


def in_the_case(case: Case) -> list[Person]:
    """Whose case it is: the applicant first, then those who stand on the same notice, as told."""
    return [person for person in case.people if person.key == APPLICANT or person.key in case.filing.on_notice]


def names(case: Case) -> list[Context]:
    """Everybody of the case with their A-number."""
    return [{'name': person.full_name, 'a_number': case.a_number(person.key, APPLICANT)} for person in in_the_case(case)]


def hearing_text(case: Case, language: str) -> str:
    """Day and hour of the next hearing, as told."""
    hour = case.hearing_day.hour
    return ', '.join(part for part in (when(case.court.hearing, language), hour_text(time.fromisoformat(hour)) if hour else '') if part)


def hearing_kind(case: Case, language: str) -> str:
    """Which kind of hearing comes next, or nothing."""
    kind = case.court.hearing_kind
    return say('hearing_kinds', kind, language) if kind in ('master', 'individual') else ''


def is_held(case: Case) -> bool:
    """Whether the person is in detention: the court marks such filings."""
    return case.place.now == 'custody'


def caption(case: Case, language: str, on: date) -> Context:
    """The caption in one language. Keys: `filer` (lines), `held`, `court`, `court_address`, `people`, `proceedings`, `judge`, `hearing`,
    `hearing_kind`."""
    told = case.hearing_day
    address = [line.strip() for line in case.filing.address.splitlines() if line.strip()]
    return {
        'filer': [case.person(APPLICANT).full_name, *address], 'held': is_held(case), 'court': court_name(case, on),
        'court_address': ', '.join(offices.court_address(told.court, on)), 'people': names(case),
        'proceedings': say('caption', 'removal', language) if REMOVAL in case.place.us_papers else '',
        'judge': told.judge, 'hearing': hearing_text(case, language), 'hearing_kind': hearing_kind(case, language),
    }


def page(case: Case, language: str, on: date, title: str, blocks: list[Context], *, with_caption: bool = True,
         sources: tuple[str, ...] = ()) -> Context:
    """What the one template of the court papers is given. `sources`: the provisions this paper rests on, whose oldest check stands at its foot."""
    stale = [dated.stale_note(found, language) for found in map(dated.provision, sources) if dated.is_stale(found, on)]
    return {'caption': caption(case, language, on) if with_caption else {}, 'title': title, 'blocks': blocks, 'stale': stale[0] if stale else '',
            'copy': say('caption', 'copy', language) if with_caption and language == 'es' else ''}
