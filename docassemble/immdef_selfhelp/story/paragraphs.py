"""The declaration as numbered paragraphs: the person's own words in time order, with only short neutral words around them.

Nothing is added to what was told and nothing of it is dropped, with three exceptions. What the person chose to say aloud or to skip.
"There is no proof" or "I do not know" about proof, which stand in the document checklist. And a tap on "no" or "I do not know" where officials,
torture or fear in Mexico were asked about: nobody swears to a sentence they did not write and that can be held against them. The preparation
sheet has the last two, "My answers" all three. Order of the parts: asylum declarations as prepared by pro se manuals (Immigration Equality;
Florence Immigrant and Refugee Rights Project).
"""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from docassemble.immdef_selfhelp.law.provisions.nations import nation_name
from docassemble.immdef_selfhelp.law.provisions.wording import SOUND_OF_I
from docassemble.immdef_selfhelp.story.case import Case, Telling, displaced
from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.timeline import timeline
from docassemble.immdef_selfhelp.story.told.basics import WRITTEN, YES, FuzzyDate
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.fears import Fear
from docassemble.immdef_selfhelp.story.told.journey import CountryStay, Move
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.told.place import Entry
from docassemble.immdef_selfhelp.story.wording import country_name, say, spoken_language, wording

KEY_LENGTH = 16
WITH_OFFICIALS = ('official', 'with_officials')
QUOTATION_MARKS = '"\'“”«»‘’'
SENTENCE_ENDS = '.!?…:;'
TOLD_LANGUAGES = {'es': 'spanish', 'en': 'english'}


@dataclass(frozen=True)
class Paragraph:
    """One numbered paragraph. `key` is made of the text itself, so that a translation can never stand beside a text it was not made for."""
    key: str
    number: int
    text: str


@dataclass(frozen=True)
class Section:
    """A heading and its paragraphs."""
    heading: str
    paragraphs: tuple[Paragraph, ...]


def ended(text: str) -> str:
    """A short text with a full stop, unless it ends with a mark of its own."""
    return text if text.rstrip()[-1:] in SENTENCE_ENDS else f'{text.rstrip()}.'


def framed(group: str, key: str, language: str, text: str) -> list[str]:
    """What was told in one field with the words that say what it is, as a sentence; nothing when nothing was told."""
    return [ended(say(group, key, language, text=text))] if text.strip() else []


def chosen(group: str, key: str, language: str) -> list[str]:
    """The sentence of one choice; nothing when the choice was not made."""
    return [say(group, key, language)] if key in wording()[group] else []


def lead(told: FuzzyDate, where: str, language: str) -> str:
    """When and where, as told, before what happened."""
    when = '' if told == FuzzyDate() else date_text(told, language)
    parts = [part for part in (when[:1].upper() + when[1:], where.strip()) if part]
    return ended(', '.join(parts)) + ' ' if parts else ''


def quoted(words: str, language: str) -> str:
    """Exact words in quotation marks, unless the person typed the marks."""
    return words if words.strip()[:1] in QUOTATION_MARKS else say('event', 'quoted', language, text=words.strip())


def who_i_am(case: Case, telling: Telling, person: Person, language: str) -> Iterator[str]:
    """Name, birth, nationality, language, and how the telling was written."""
    yield from framed('identity', 'name', language, person.full_name)
    yield from framed('identity', 'other_names', language, person.other_names)
    if person.birth != FuzzyDate():
        yield say('identity', 'birth', language, text=date_text(person.birth, language))
    yield from nationality(person, language)
    if telling.person == 'applicant':
        yield from framed('identity', 'language', language, spoken_language(case.best_language, case.best_language_detail, language))
    told = TOLD_LANGUAGES.get(telling.told_language or case.language, 'spanish')
    told_in = say('identity', 'told_in', language, text=wording()['languages'][told][language])
    yield ' '.join([told_in, *(chosen('identity', 'helped', language) if case.helped else [])])


def nationality(person: Person, language: str) -> Iterator[str]:
    """One nationality, or both; each country by one name, however it was typed."""
    named = [nation_name(country, language) for country in (person.country, person.second_country) if country]
    if len(named) == 1:
        yield say('identity', 'nationality', language, text=named[0])
    elif named:
        key = 'two_nationalities_e' if SOUND_OF_I.match(named[1]) else 'two_nationalities'
        yield say('identity', key, language, text=named[0], second=named[1])


def family_member(person: Person, language: str) -> str:
    """One person of the family: who it is to the applicant, the name, the birth and where they are."""
    relation = wording()['relations'].get(person.relation, wording()['relations']['other'])[language]
    parts = [ended(say('identity', 'member', language, relation=relation, text=person.full_name))]
    if person.birth != FuzzyDate():
        parts.append(say('identity', 'birth', language, text=date_text(person.birth, language)))
    return ' '.join(parts + chosen('whereabouts', person.whereabouts, language))


def event_paragraphs(event: Event, language: str) -> Iterator[str]:
    """What happened first, with when and where; then each thing told about it."""
    opening = lead(event.when, event.where, language) + event.what
    if opening.strip():
        yield opening.rstrip()
    heard = event.kind == 'report'
    who = framed('event', 'who_heard' if heard else 'who', language, event.who)
    who_parts = who + (chosen('event', event.who_official, language) if event.who_official in WITH_OFFICIALS else [])
    if who_parts:
        yield ' '.join(who_parts)
    if event.words.strip():
        yield from framed('event', 'words', language, quoted(event.words, language))
    for name in ('why', 'injuries', 'care', 'witnesses'):
        yield from framed('event', name, language, getattr(event, name))
    reported = {'yes': 'reported', 'no': 'not_reported', 'unknown': 'unknown_reported'}.get(event.reported, '')
    if reported:
        yield ' '.join(part for part in (say('event', reported, language), event.report_result or event.report_why_not,
                                      *plain(event.report_threat_what)) if part.strip())


def proof_paragraphs(events: Iterable[Event], language: str) -> Iterator[str]:
    """Proof that exists or was looked for, each with the date and place of what it belongs to."""
    for event in events:
        told = framed('proof', event.proof, language, event.proof_what) if event.proof in wording()['proof'] else []
        told += framed('proof', 'what_i_tried', language, event.proof_tried)
        if told:
            yield lead(event.when, event.where, language) + ' '.join(told)


def between(start: FuzzyDate, end: FuzzyDate, language: str) -> list[str]:
    """Arrival and departure as told."""
    told = {name: date_text(value, language) for name, value in (('start', start), ('end', end)) if value != FuzzyDate()}
    return [say('move', 'dates' if len(told) > 1 else next(iter(told)), language, **told)] if told else []


def move_paragraph(move: Move, language: str) -> str:
    """One place inside the country."""
    return ' '.join([ended(move.place), *between(move.start, move.end, language), *([move.after] if move.after.strip() else [])])


def country_paragraph(stay: CountryStay, language: str) -> str:
    """One other country, with any status asked for or held: it is never left out (8 CFR 208.13(c), 208.15)."""
    return ' '.join([ended(country_name(stay.country, language)), *between(stay.start, stay.end, language), *chosen('journey', stay.status, language),
                     *([stay.what_happened] if stay.what_happened.strip() else [])])


def entry_paragraph(entry: Entry, language: str) -> str:
    """One entry into the United States, or attempt."""
    manner = wording()['entry_manner'].get(entry.manner, {}).get(language, '')
    when = '' if entry.when == FuzzyDate() else date_text(entry.when, language)
    return say('journey', 'entry', language, text=', '.join(part for part in (when, entry.place.strip(), manner) if part))


def journey(case: Case, telling: Telling, language: str) -> Iterator[str]:
    """Leaving, the way, other countries and entries."""
    if telling.left_when != FuzzyDate():
        yield say('journey', 'left_home' if displaced(case) else 'left', language, text=date_text(telling.left_when, language))
    yield from plain(telling.left_how)
    yield from (country_paragraph(stay, language) for stay in telling.countries if stay.when_there != 'before')
    if telling.person == 'applicant':
        yield from (entry_paragraph(entry, language) for entry in case.place.entries)


def fear_paragraphs(fear: Fear, language: str) -> Iterator[str]:
    """What is feared in the own country, part by part."""
    if fear.told == WRITTEN:
        yield from plain(fear.what)
    for name in ('who', 'why', 'authorities', 'other_place'):
        yield from framed('fear', name, language, getattr(fear, name))
    if fear.torture == YES:
        yield ' '.join(chosen('fear', 'torture_yes', language) + framed('fear', 'torture_officials', language, fear.torture_officials))
    yield from framed('fear', 'children', language, fear.children)


def mexico_paragraphs(fear: Fear, language: str) -> Iterator[str]:
    """Fear of Mexico, apart from the own country."""
    if fear.mexico == YES:
        yield ' '.join(chosen('fear', 'mexico_yes', language) + plain(fear.mexico_what))


def plain(text: str) -> list[str]:
    """One field as one paragraph, exactly as typed."""
    return [text] if text.strip() else []


def told_parts(case: Case, telling: Telling, language: str) -> Iterator[tuple[str, list[str]]]:
    """The heading key and paragraph texts of each part, in the order of a declaration; a part with nothing told is empty.

    The family stands only in the applicant's declaration: the relations were told as theirs.
    """
    written = [event for event in timeline(telling) if event.told == WRITTEN]
    family = [person for person in case.people if person.key != 'applicant'] if telling.person == 'applicant' else []
    yield 'who_i_am', list(who_i_am(case, telling, case.person(telling.person), language))
    yield 'family', [family_member(person, language) for person in family if person.full_name]
    yield 'background', plain(telling.background)
    yield 'lived_before', [country_paragraph(stay, language) for stay in telling.countries if stay.when_there == 'before']
    yield 'community', plain(telling.community)
    yield 'events', [text for event in written for text in event_paragraphs(event, language)]
    yield 'moves', [move_paragraph(move, language) for move in telling.moves]
    yield 'journey', list(journey(case, telling, language))
    yield 'since_leaving', plain(telling.since_leaving)
    yield 'fear', list(fear_paragraphs(telling.fear, language))
    yield 'mexico', list(mexico_paragraphs(telling.fear, language))
    yield 'late_reason', plain(telling.late_reason)
    yield 'corrections', plain(telling.corrections)
    yield 'proof', list(proof_paragraphs(written, language))


def paragraph_key(text: str) -> str:
    """A short name for exactly this text."""
    return f'p{sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:KEY_LENGTH]}'


def declaration_sections(case: Case, telling: Telling, language: str) -> tuple[Section, ...]:
    """The declaration of one telling: sections with a heading in this language and paragraphs numbered from 1 through the whole paper.

    What the person typed is the same in every language; only the program's own words around it differ.
    """
    sections: list[Section] = []
    number = 0
    for heading, texts in told_parts(case, telling, language):
        paragraphs = tuple(Paragraph(paragraph_key(text), number + place, text) for place, text in enumerate(texts, 1))
        number += len(paragraphs)
        if paragraphs:
            sections.append(Section(say('headings', heading, language), paragraphs))
    return tuple(sections)


def each_text_once(sections: tuple[Section, ...]) -> list[Paragraph]:
    """The paragraphs in order, without those whose text stands before: a translator puts the same text into English once.

    Two fields of one key on one screen would send two answers, and the empty one would win.
    """
    found: dict[str, Paragraph] = {}
    for section in sections:
        for paragraph in section.paragraphs:
            found.setdefault(paragraph.key, paragraph)
    return list(found.values())
