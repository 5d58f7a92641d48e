"""The preparation sheet for a credible fear interview: the person's own words under the questions officers ask.

Parts and order follow the practice of detention-centre volunteers (legal screening before 8 CFR 208.30 interviews): it is never
a script, and a place without an answer stays a place to write by hand.
"""
from collections.abc import Iterable
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_telling, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, between, law_note, law_sentences, opening, telling_of, when
from docassemble.immdef_selfhelp.law.provisions import questions
from docassemble.immdef_selfhelp.law.rules.fear_interview import chosen, interview_of
from docassemble.immdef_selfhelp.story import timeline
from docassemble.immdef_selfhelp.story.case import Case, Telling, only_for_court
from docassemble.immdef_selfhelp.story.case_facts import facts_for
from docassemble.immdef_selfhelp.story.children import own_fear_label, own_fears
from docassemble.immdef_selfhelp.story.own_words import mark, marked
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, NO, UNKNOWN, YES
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.fears import Fear
from docassemble.immdef_selfhelp.story.told.journey import CountryStay
from docassemble.immdef_selfhelp.story.told.place import Entry
from docassemble.immdef_selfhelp.story.wording import country_name, names, say, spoken_language

RIGHTS = ('cf_interpreter', 'cf_private', 'cf_consult', 'cf_ask_again', 'cf_record', 'cf_family', 'cf_negative_review')
AFTER = ('cf_record', 'cf_positive', 'cf_negative_review', 'cf_ij_timing', 'cf_ij_procedure')
# With an earlier order the interview is another one, and so is what follows it
RIGHTS_WITH_AN_ORDER = ('rf_who', 'rf_rights', 'cf_ask_again')
AFTER_WITH_AN_ORDER = ('rf_standard_result', 'rf_timing', 'cf_negative_review')
REPORTED = {YES: ('reported', 'report_result'), NO: ('not_reported', 'report_why_not'), UNKNOWN: ('unknown_reported', '')}
HARM, REPORT = 'harm', 'report'
CHOICES = (YES, NO, UNKNOWN)


def pieces(events: Iterable[Event], field: str, language: str) -> list[Context]:
    """What the person told in one field of each event, with the date of the event; events that say nothing there are left out."""
    return [{'when': opening(event.when, language), 'text': getattr(event, field)} for event in events if getattr(event, field)]


def happened(events: Iterable[Event], language: str) -> list[Context]:
    """Each thing that happened and was written down: when, where, what, and the harm it left."""
    return [{'when': opening(event.when, language), 'where': event.where, 'text': event.what, 'injuries': event.injuries, 'care': event.care,
             'witnesses': event.witnesses} for event in events if event.what]


def reports(events: Iterable[Event], language: str) -> list[Context]:
    """Each going to the authorities as told, and for each harm whether it was reported and what followed, or why not."""
    found = []
    for event in events:
        if event.kind == REPORT and (event.what or event.who):
            found.append({'when': opening(event.when, language), 'answer': '', 'text': event.what, 'who': event.who})
        if event.reported in REPORTED:
            answer, field = REPORTED[event.reported]
            text = '\n'.join(told for told in (getattr(event, field) if field else '', event.report_threat_what) if told.strip())
            found.append({'when': opening(event.when, language), 'answer': say('event', answer, language), 'text': text, 'who': ''})
    return found


def facts(case: Case, telling: Telling, language: str) -> Context:
    """The key facts, in time order, each as the person wrote it. A list or text that is empty was not told."""
    events = timeline.timeline(telling)
    fear = telling.fear
    return {
        'who': pieces((event for event in events if event.kind == HARM), 'who', language),
        'words': pieces(events, 'words', language), 'why': pieces(events, 'why', language),
        'happened': happened(events, language), 'reports': reports(events, language),
        'moves': [{'place': move.place, 'after': move.after, **between(move.start, move.end, language)} for move in telling.moves],
        'fear': {**fear_of(fear, language), 'children': of_children(case, telling, language)},
    }


def fear_of(fear: Fear, language: str) -> Context:
    """What is feared, part by part, as told; the answers to choices as the same sentences that stand in a declaration."""
    answers = {name: getattr(fear, name) for name in ('torture', 'mexico')}
    choices = {name: say('fear', f'{name}_{answer}', language) if answer in CHOICES else '' for name, answer in answers.items()}
    texts = ('what', 'who', 'why', 'authorities', 'other_place', 'torture_officials', 'children', 'mexico_what')
    return {**choices, 'afraid_in_mexico': fear.mexico == YES, **{name: getattr(fear, name) for name in texts}}


def of_children(case: Case, telling: Telling, language: str) -> str:
    """What could happen to the children, then what was told of each child, by whose words they are."""
    told_in = telling.told_language or case.language
    each = (f'{own_fear_label(case, told, language)}: {mark(told.what.strip(), told_in, language)}' for told in own_fears(telling))
    return '\n'.join(filter(None, (telling.fear.children, *each)))


def aloud(telling: Telling, language: str) -> list[Context]:
    """What the person chose to say and not to write: only when and where, so that nothing is forgotten and nothing is exposed."""
    return [{'when': when(event.when, language), 'where': event.where} for event in timeline.timeline(telling) if event.told == ALOUD]


def stay_of(stay: CountryStay, language: str) -> Context:
    """One other country, with any status asked for or held, in the words of the declaration."""
    return {'name': country_name(stay.country, language), 'status': say('journey', stay.status, language) if stay.status else '',
            'text': stay.what_happened, **between(stay.start, stay.end, language)}


def entry_of(entry: Entry, language: str) -> Context:
    """One entry into the United States, in the words of the declaration."""
    return {'when': when(entry.when, language), 'place': entry.place, 'manner': names('entry_manner', language).get(entry.manner, '')}


def journey(case: Case, telling: Telling, language: str) -> Context:
    """The travel facts officers compare with other records, as told. Entries and papers of the border were told by the applicant, as their own."""
    own = telling.person == 'applicant'
    return {
        'left_when': when(telling.left_when, language), 'left_how': telling.left_how,
        'countries': [stay_of(stay, language) for stay in telling.countries],
        'entries': [entry_of(entry, language) for entry in case.place.entries] if own else [], 'us_papers': list(case.place.us_papers) if own else [],
    }


def practice(telling: Telling, language: str) -> list[Context]:
    """The questions to expect, grouped in the order officers use, each with the key words the person noted."""
    noted = dict(telling.practice)
    return [{'title': group.title[language],
             'questions': [{'ask': question.ask[language], 'words': noted.get(question.id, '')} for question in group.questions]}
            for group in questions.practice_groups()]


def sheet_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The preparation sheet of one telling, for the fear interview that concerns its person (`law.rules.fear_interview`).

    Keys: `name`, `best_language`, `rights`, `after` (legal sentences), `facts`, `aloud`, `fear_aloud`,
    `journey`, `corrections`, `groups` (practice questions) and `law` (when the legal sentences were checked).
    """
    telling = marked(telling, telling.told_language or case.language, language)
    interview = interview_of(facts_for(case, telling.person), telling.person)
    rights, after = chosen(interview, RIGHTS, RIGHTS_WITH_AN_ORDER), chosen(interview, AFTER, AFTER_WITH_AN_ORDER)
    return {
        'name': case.person(telling.person).full_name,
        'best_language': spoken_language(case.best_language, case.best_language_detail, language) if telling.person == 'applicant' else '',
        'rights': law_sentences(rights, language, on), 'after': law_sentences(after, language, on),
        'facts': facts(case, telling, language),
        'aloud': aloud(telling, language), 'fear_aloud': telling.fear.told == ALOUD,
        'journey': journey(case, telling, language), 'corrections': telling.corrections,
        'groups': practice(telling, language),
        'law': law_note((*rights, *after), language, on),
    }


def offered(case: Case, person_key: str) -> tuple[str, ...]:
    """In both languages, for who tells; not for who only practises for a hearing, or told nothing but what stands on a form."""
    return () if only_for_court(telling_of(case, person_key)) else screen_language_first(case)


PAPER = Paper(
    'credible_fear_sheet', title={'es': 'Hoja de preparación para la entrevista', 'en': 'Interview preparation sheet'},
    file_names={'es': 'hoja-de-preparacion', 'en': 'preparation-sheet'},
    offered=offered, context=of_telling(sheet_context), use=ME, tells_story=True,
)
