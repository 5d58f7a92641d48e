"""The preparation sheet for a credible fear interview: the person's own words under the questions officers ask.

Parts and order follow the practice of detention-centre volunteers (legal screening before 8 CFR 208.30 interviews): it is never
a script, and a place without an answer stays a place to write by hand.
"""
from collections.abc import Iterable
from datetime import date

from docassemble.immdef_selfhelp.documents.parts import Context, between, law_note, law_sentences, when
from docassemble.immdef_selfhelp.law import questions
from docassemble.immdef_selfhelp.story import timeline
from docassemble.immdef_selfhelp.story.model import ALOUD, NO, SKIPPED, YES, Case, Event, Fear, Telling

RIGHTS = ('cf_interpreter', 'cf_consult', 'cf_record', 'cf_family')
AFTER = ('cf_record', 'cf_negative_review')


def pieces(events: Iterable[Event], field: str, language: str) -> list[Context]:
    """What the person told in one field of each event, with the date of the event; events that say nothing there are left out."""
    return [{'when': when(event.when, language), 'text': getattr(event, field)} for event in events if getattr(event, field)]


def happened(events: Iterable[Event], language: str) -> list[Context]:
    """Each thing that happened and was written down: when, where, what, and the harm it left."""
    return [{'when': when(event.when, language), 'where': event.where, 'text': event.what, 'injuries': event.injuries, 'care': event.care,
             'witnesses': event.witnesses} for event in events if event.what]


def reports(events: Iterable[Event], language: str) -> list[Context]:
    """What was reported to the authorities and what followed, or why it was not reported."""
    told = {YES: 'report_result', NO: 'report_why_not'}
    found = [(event, getattr(event, told[event.reported])) for event in events if event.reported in told]
    return [{'when': when(event.when, language), 'reported': event.reported == YES, 'text': text} for event, text in found]


def facts(telling: Telling, language: str) -> Context:
    """The key facts, in time order, each as the person wrote it. A list or text that is empty was not told."""
    events = timeline.timeline(telling)
    fear = telling.fear
    return {
        'who': pieces(events, 'who', language), 'words': pieces(events, 'words', language), 'why': pieces(events, 'why', language),
        'happened': happened(events, language), 'reports': reports(events, language),
        'moves': [{'place': move.place, 'after': move.after, **between(move.start, move.end, language)} for move in telling.moves],
        'moved': telling.moves != (), 'fear': fear_of(fear),
    }


def fear_of(fear: Fear) -> Context:
    """What is feared, part by part, as told."""
    return {name: getattr(fear, name) for name in
            ('what', 'who', 'why', 'authorities', 'other_place', 'torture', 'torture_officials', 'children', 'mexico', 'mexico_what')}


def aloud(telling: Telling, language: str) -> list[Context]:
    """What the person chose to say and not to write: only when and where, so that nothing is forgotten and nothing is exposed."""
    return [{'when': when(event.when, language), 'where': event.where} for event in timeline.timeline(telling) if event.told == ALOUD]


def journey(case: Case, telling: Telling, language: str) -> Context:
    """The travel facts officers compare with other records, as told."""
    return {
        'left_when': when(telling.left_when, language), 'left_how': telling.left_how,
        'countries': [{'name': stay.country, 'status': stay.status, 'text': stay.what_happened, **between(stay.start, stay.end, language)}
                      for stay in telling.countries],
        'entries': [{'when': when(entry.when, language), 'place': entry.place, 'manner': entry.manner} for entry in case.entries],
        'us_papers': list(case.us_papers),
    }


def practice(telling: Telling, language: str) -> list[Context]:
    """The questions to expect, grouped in the order officers use, each with the key words the person noted."""
    noted = {note.question: note.words for note in telling.practice}
    return [{'title': group.title, 'questions': [{'ask': question.ask, 'words': noted.get(question.id, '')} for question in group.questions]}
            for group in questions.practice_groups(language)]


def sheet_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The preparation sheet of one telling.

    Keys: `name`, `best_language`, `best_language_detail`, `rights`, `after` (legal sentences), `facts`, `aloud`, `fear_aloud`,
    `journey`, `corrections`, `groups` (practice questions) and `law` (when the legal sentences were checked).
    """
    return {
        'name': case.person(telling.person).full_name,
        'best_language': case.best_language, 'best_language_detail': case.best_language_detail,
        'rights': law_sentences(RIGHTS, language, on), 'after': law_sentences(AFTER, language, on),
        'facts': facts(telling, language),
        'aloud': aloud(telling, language), 'fear_aloud': telling.fear.told == ALOUD, 'fear_skipped': telling.fear.told == SKIPPED,
        'journey': journey(case, telling, language), 'corrections': telling.corrections,
        'groups': practice(telling, language),
        'law': law_note((*RIGHTS, *AFTER), language, on),
    }
