"""What was marked, for whoever counts conditions: topics, a group of ages, the kind of place and a month. No name, no word and no day of anybody."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.story import custody as rules
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.told.basics import UNKNOWN, YES, FuzzyDate
from docassemble.immdef_selfhelp.story.told.custody import TELL
from docassemble.immdef_selfhelp.story.wording import say


def counts_context(case: Case, language: str, on: date) -> Context:
    """The counts. Keys: `topics` (those of which there was something), `age`, `place`, `month`; each text of ours, and empty where it is not told."""
    custody, person = case.custody, rules.teller(case)
    band = rules.age_band(person, on) if person else ''
    start = custody.start
    return {
        'topics': [say('custody_topic', topic, language) for topic, answer in custody.topics if answer == TELL],
        'age': say('custody_age', band, language) if band else '',
        'place': say('custody_holder', custody.place_kind, language) if custody.place_kind not in ('', UNKNOWN) else '',
        'month': date_text(FuzzyDate(start.year, start.month), language) if start.year and start.month else '',
    }


def allowed(case: Case, on: date) -> bool:
    """Only for who agreed, and of a telling that may be told."""
    person = rules.teller(case)
    may = person is not None and rules.may_tell(case.custody, rules.needs_adult(person, case.custody, on))
    return may and case.custody.counts == YES and any(answer == TELL for _, answer in case.custody.topics)


PAPER = Paper(
    'monitoring_counts', title={'es': 'Hoja de conteo, sin nombre', 'en': 'Count sheet, without a name'},
    file_names={'es': 'hoja-conteo', 'en': 'count-sheet'}, offered=screen_language_first, context=of_case(counts_context), use=ME, of_family=True,
    whose=lambda _: '', allowed=allowed,
)
