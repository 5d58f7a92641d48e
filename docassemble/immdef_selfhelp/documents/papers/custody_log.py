"""The log of custody by day: every moment under its day as told, whatever the order it was told in; what has no day stands apart."""
from dataclasses import replace
from datetime import date
from itertools import groupby

from docassemble.immdef_selfhelp.documents.making.paper import LAWYER, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, opening
from docassemble.immdef_selfhelp.documents.papers.custody_declaration import shown_name, whose, written_in
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story import custody as rules
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.custody import Moment
from docassemble.immdef_selfhelp.story.wording import say


def entry(moment: Moment) -> Context:
    """One moment: the words for its time, if any, and what was told."""
    return {'time': moment.when.words, 'text': moment.what}


def log_context(case: Case, language: str, on: date) -> Context:
    """The log. Keys: `name` (as on the declaration), `place`, `holder`, `start`, `end`, `days` (`day`, `entries`), `undated` (entries).

    Also `told_language`. An entry has `time` and `text`.
    """
    custody = case.custody
    dated, undated = rules.by_day(custody)
    days = groupby(dated, key=lambda one: replace(one.when, words=''))
    holder = say('custody_holder', custody.place_kind, language) if custody.place_kind else ''
    return {
        'name': shown_name(case), 'place': custody.place_name, 'holder': holder, 'start': opening(custody.start, language),
        'end': opening(custody.end, language), 'undated': [entry(one) for one in undated], 'told_language': written_in(case),
        'days': [{'day': opening(day, language), 'entries': [entry(one) for one in moments]} for day, moments in days],
    }


def allowed(case: Case, on: date) -> bool:
    """Where it may be told, and at least one moment was."""
    return rules.told_here(case, on) and bool(rules.moments_told(case.custody))


PAPER = Paper(
    'custody_log', title={'es': 'Custodia, día por día', 'en': 'Custody, day by day'}, file_names={'es': 'hoja-por-dia', 'en': 'day-sheet'},
    offered=lambda case, _: sorted(LANGUAGES, key=lambda language: language != written_in(case)), context=of_case(log_context), use=LAWYER,
    of_family=True, tells_story=True, whose=whose, allowed=allowed,
)
