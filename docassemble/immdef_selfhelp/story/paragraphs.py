"""The declaration as numbered paragraphs: the person's own words in time order, one paragraph for each happening.

Only short neutral words of ours stand around them: a date, a place, a label where what was typed is no sentence of its own. No sentence of ours tells
what happened, for two families would share it, and declarations that are alike are held against people (*Matter of R-K-K-*, 26 I&N Dec. 658, BIA
2015; *V-S-A-*). A tap alone never becomes a sworn sentence about what happened or is feared: officials, torture, a report, Mexico.

Nothing that was told is dropped, with these exceptions: what the person chose to say aloud or to skip; "there is no proof" or "I do not know" about
proof, which stand in the document checklist; taps without words, which the preparation sheet and "My answers" have; exact words that stand in the
story of the same happening already. Order of the parts: asylum declarations as prepared by pro se manuals (Immigration Equality; Florence Immigrant
and Refugee Rights Project).
"""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from docassemble.immdef_selfhelp.law.provisions.nations import nation_name
from docassemble.immdef_selfhelp.law.provisions.wording import SOUND_OF_I
from docassemble.immdef_selfhelp.story.case import Case, Telling, displaced
from docassemble.immdef_selfhelp.story.dates import date_lead, date_text
from docassemble.immdef_selfhelp.story.sentences import ended, has_article, inside, is_sentence, is_told_about, lowered, repeats, says_where
from docassemble.immdef_selfhelp.story.timeline import timeline
from docassemble.immdef_selfhelp.story.told.basics import UNKNOWN, WRITTEN, YES, FuzzyDate
from docassemble.immdef_selfhelp.story.told.events import ABOUT, EXACT, Event
from docassemble.immdef_selfhelp.story.told.fears import Fear
from docassemble.immdef_selfhelp.story.told.journey import CountryStay, Move
from docassemble.immdef_selfhelp.story.told.own import BEST_OF
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.told.place import Entry
from docassemble.immdef_selfhelp.story.wording import country_name, say, spoken_language, wording

KEY_LENGTH = 16
QUOTATION_MARKS = '"\'“”«»‘’'
FRONT_DOOR = ('port_of_entry', 'visa')
REFUSED = ('turned_back',)
ENTERED = ('sent_back_same_day', 'removal_order', 'left_by_choice', 'released', 'held', 'paroled', 'admitted')


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


def framed(group: str, key: str, language: str, text: str) -> list[str]:
    """What was told in one field with the words that say what it is, as a sentence; nothing when nothing was told."""
    return [ended(say(group, key, language, text=inside(text)))] if text.strip() else []


def told_in(group: str, key: str, language: str, text: str) -> list[str]:
    """What was told in one field: its own sentence when it is one, else with the words that say what it is."""
    return [ended(text)] if is_sentence(text) else framed(group, key, language, text)


def chosen(group: str, key: str, language: str) -> list[str]:
    """The sentence of one choice; nothing when the choice was not made."""
    return [say(group, key, language)] if key in wording()[group] else []


def lead(told: FuzzyDate, where: str, language: str) -> str:
    """When and where, as told, as the beginning of a sentence; empty when neither was."""
    when = '' if told == FuzzyDate() else date_lead(told, language)
    parts = ', '.join(part for part in (when, place_lead(where, language)) if part)
    return parts[:1].upper() + parts[1:]


def place_lead(where: str, language: str) -> str:
    """A place as told, with "in" before it unless it begins with a word of place of its own."""
    if not where.strip() or says_where(where):
        return inside(where.strip())
    return say('event', 'place_with_article' if has_article(where) else 'place', language, text=inside(where.strip()))


def who_i_am(case: Case, telling: Telling, person: Person, language: str) -> Iterator[str]:
    """Name, birth, nationality, language, and how the telling was written."""
    yield from framed('identity', 'name', language, person.full_name)
    yield from framed('identity', 'other_names', language, person.other_names)
    if person.birth != FuzzyDate():
        yield say('identity', 'birth', language, text=date_text(person.birth, language))
    yield from nationality(person, language)
    if telling.person == 'applicant':
        yield from framed('identity', 'language', language, spoken_language(case.best_language, case.best_language_detail, language))
    told = BEST_OF.get(telling.told_language or case.language, 'spanish')
    told_in = say('identity', 'told_in', language, text=wording()['languages'][told][language])
    helped = case.helped if telling.person == 'applicant' else telling.helped == YES
    yield ' '.join([told_in, *(chosen('identity', 'helped', language) if helped else [])])


def nationality(person: Person, language: str) -> Iterator[str]:
    """One nationality, or both; each country by one name, however it was typed."""
    named = [nation_name(country, language) for country in (person.country, person.second_country) if country]
    if len(named) == 1:
        yield say('identity', 'nationality', language, text=named[0])
    elif named:
        key = 'two_nationalities_e' if SOUND_OF_I.match(named[1]) else 'two_nationalities'
        yield say('identity', key, language, text=named[0], second=named[1])


def relation_words(person: Person, language: str) -> str:
    """Who somebody is to the applicant, as far as it was told: "my brother", "my sister", "of my family"."""
    words = wording()['relations']
    return str(next(words[key] for key in (f'{person.relation}_{person.gender}', person.relation, 'other') if key in words)[language])


def family_member(person: Person, language: str) -> str:
    """One person of the family: who it is to the applicant, the name, the birth and where they are."""
    parts = [say('identity', 'member', language, relation=relation_words(person, language), text=person.full_name)]
    if person.birth != FuzzyDate():
        parts.append(lowered(say('identity', 'birth', language, text=date_text(person.birth, language))))
    parts += map(lowered, chosen('whereabouts', person.whereabouts, language))
    return ended('; '.join(part.rstrip('.') for part in parts))


def words_heard(event: Event, language: str) -> list[str]:
    """What they said: in quotation marks only when these are the very words; nothing when the story of the same happening has them already."""
    words = event.words.strip()
    if not words or repeats(words, event.what):
        return []
    if event.words_exact in (ABOUT, UNKNOWN):
        return framed('event', 'words_about', language, words)
    if words[:1] in QUOTATION_MARKS:
        return framed('event', 'words', language, words)
    if event.words_exact == EXACT or not is_told_about(words):
        return framed('event', 'words', language, say('event', 'quoted', language, text=words))
    return [ended(words)]


def event_paragraph(event: Event, language: str) -> str:
    """One happening: what happened, with when and where before it; then each thing told about it. Empty when there is nothing of it."""
    opening = lead(event.when, event.where, language)
    what = ended(event.what) if event.what.strip() else ''
    parts = [f'{opening}: {what}' if opening and what else ended(opening) if opening else what]
    parts += framed('event', 'who_heard' if event.kind == 'report' else 'who', language, event.who)
    parts += words_heard(event, language)
    for name in ('why', 'injuries', 'care'):
        parts += told_in('event', name, language, getattr(event, name))
    parts += framed('event', 'witnesses', language, event.witnesses)
    for name in ('report_result', 'report_why_not'):
        parts += told_in('event', name, language, getattr(event, name))
    return ' '.join(part for part in (*parts, *plain(event.report_threat_what)) if part)


def proof_paragraphs(events: Iterable[Event], language: str) -> Iterator[str]:
    """Proof that exists or was looked for, each with the date and place of what it belongs to."""
    for event in events:
        told = framed('proof', event.proof, language, event.proof_what) if event.proof in wording()['proof'] else []
        told += framed('proof', 'what_i_tried', language, event.proof_tried)
        if told:
            opening = lead(event.when, event.where, language)
            yield (f'{opening}: ' if opening else '') + ' '.join(told)


def between(start: FuzzyDate, end: FuzzyDate, language: str) -> list[str]:
    """Arrival and departure as told."""
    told = {name: date_text(value, language) for name, value in (('start', start), ('end', end)) if value != FuzzyDate()}
    return [say('move', 'dates' if len(told) > 1 else next(iter(told)), language, **told)] if told else []


def move_paragraph(move: Move, language: str) -> str:
    """One place inside the country."""
    return ' '.join([*([ended(move.place)] if move.place.strip() else []), *between(move.start, move.end, language), *plain(move.after)])


def country_paragraph(stay: CountryStay, language: str) -> str:
    """One other country, with any status asked for or held: it is never left out (8 CFR 208.13(c), 208.15)."""
    name = country_name(stay.country, language)
    status = chosen('journey', stay.status, language) if stay.status != UNKNOWN else []
    return ' '.join([*([ended(name)] if name.strip() else []), *between(stay.start, stay.end, language), *status, *plain(stay.what_happened)])


def entry_paragraph(entry: Entry, language: str) -> str:
    """One entry into the United States, or one that was refused. The manner stands there only when it was by the front door: nothing is conceded."""
    manner = chosen('entry_manner', entry.manner, language) if entry.manner in FRONT_DOOR else []
    when = '' if entry.when == FuzzyDate() else date_text(entry.when, language)
    kind = ('entry_refused' if entry.outcome in REFUSED else 'entry_at_a_port' if entry.manner == 'port_of_entry'
            else 'entry' if entry.outcome in ENTERED or entry.manner == 'visa' else 'entry_unknown')
    return say('journey', kind, language, text=', '.join(part for part in (when, entry.place.strip(), *manner) if part))


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
    yield from framed('fear', 'who', language, fear.who)
    for name in ('why', 'authorities', 'other_place'):
        yield from told_in('fear', name, language, getattr(fear, name))
    yield from framed('fear', 'torture_officials', language, fear.torture_officials)
    yield from told_in('fear', 'children', language, fear.children)


def plain(text: str) -> list[str]:
    """One field as one paragraph, as typed, with a full stop at its end."""
    return [ended(text)] if text.strip() else []


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
    yield 'events', [text for event in written if (text := event_paragraph(event, language))]
    yield 'moves', [text for move in telling.moves if (text := move_paragraph(move, language))]
    yield 'journey', [text for text in journey(case, telling, language) if text]
    yield 'since_leaving', plain(telling.since_leaving)
    yield 'fear', list(fear_paragraphs(telling.fear, language))
    yield 'mexico', plain(telling.fear.mexico_what)
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


def numbers_of(case: Case, telling: Telling, heading: str) -> tuple[int, int] | None:
    """The first and the last number of the paragraphs under one heading of the declaration; None where it has none. The same in every language."""
    first = 1
    for key, texts in told_parts(case, telling, 'en'):
        if key == heading:
            return (first, first + len(texts) - 1) if texts else None
        first += len(texts)
    return None


def each_text_once(sections: tuple[Section, ...]) -> list[Paragraph]:
    """The paragraphs in order, without those whose text stands before: a translator puts the same text into English once.

    Two fields of one key on one screen would send two answers, and the empty one would win.
    """
    found: dict[str, Paragraph] = {}
    for section in sections:
        for paragraph in section.paragraphs:
            found.setdefault(paragraph.key, paragraph)
    return list(found.values())
