"""The papers and the proof of a family: what there is of each, where it is, why it is missing, and which letters are wanted to ask for one.

Answers about one line stand under the key of the line (`story.document_lines`): a person's paper, the proof of an event, a paper added by hand.
"""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import NOT_WATCHED, UNKNOWN, YES, About, OneOf, Pairs, YesNo, YesNoUnknown, either, only

HAVE, PHOTO, ASKED, CANNOT = 'have', 'photo', 'asked', 'cannot'
STATES = (HAVE, PHOTO, ASKED, CANNOT, UNKNOWN)
REASONS = ('never_made', 'lost', 'left_behind', 'somebody_keeps', 'officers_keep', 'danger', 'refused', 'money_distance', 'other')
REGISTRY, CLINIC, SCHOOL, COURT_FILE, OFFICER_FILE = 'registry', 'clinic', 'school', 'court_file', 'officer_file'
PLACES, OF_OFFICERS = (CLINIC, SCHOOL), (COURT_FILE, OFFICER_FILE)
TO_REGISTRY, TO_PLACE, TO_OFFICERS = only('kind', REGISTRY), only('kind', *PLACES), only('kind', *OF_OFFICERS)


@dataclass(frozen=True)
class AddedPaper:
    """One paper or proof that a person added by hand."""
    what: str = ''
    person: Annotated[str, About('key of the person it is about, or `family`')] = ''


@dataclass(frozen=True)
class PaperRequest:
    """One letter, or worksheet, with which a paper is asked for."""
    kind: Annotated[str, OneOf((REGISTRY, CLINIC, SCHOOL, COURT_FILE, OFFICER_FILE))] = ''
    person: Annotated[str, About('key of the person whose paper it is')] = ''
    to: Annotated[str, OneOf(('registry_office', 'consulate')), TO_REGISTRY] = ''
    paper: Annotated[str, OneOf(('birth_record', 'another')), TO_REGISTRY] = ''
    paper_name: Annotated[str, TO_REGISTRY, only('paper', 'another')] = ''
    paper_of: Annotated[str, TO_REGISTRY, only('paper', 'another'), About('whose paper it is, when not of the family')] = ''
    father: Annotated[str, TO_REGISTRY] = ''
    mother: Annotated[str, TO_REGISTRY] = ''
    birth_place: Annotated[str, either(TO_REGISTRY, TO_OFFICERS)] = ''
    number: Annotated[str, TO_REGISTRY, About('CUI, CURP, DNI ... as the country calls it')] = ''
    book: Annotated[str, TO_REGISTRY, About('book, page (folio) and number of the record')] = ''
    apostille: Annotated[YesNoUnknown, TO_REGISTRY] = ''
    place: Annotated[str, TO_PLACE, About('name of the clinic or school')] = ''
    town: Annotated[str, TO_PLACE] = ''
    in_united_states: Annotated[YesNo, TO_PLACE] = ''
    when: Annotated[str, TO_PLACE, About('in own words')] = ''
    what: Annotated[str, either(TO_PLACE, TO_OFFICERS), About('which records, in own words')] = ''
    agency: Annotated[str, OneOf(('cbp', 'ice', 'uscis')), only('kind', OFFICER_FILE)] = ''
    address: Annotated[str, TO_OFFICERS, About('current mailing address')] = ''
    deliver_to: Annotated[str, either(TO_REGISTRY, TO_PLACE), About('a person of trust who receives it')] = ''
    deliver_address: Annotated[str, either(TO_REGISTRY, TO_PLACE)] = ''


@dataclass(frozen=True)
class DocumentsTold:
    """What is told of papers and proof."""
    feared: Annotated[str, OneOf(('official', 'with_officials', 'private', UNKNOWN)), About('whether who is feared is of the government')] = ''
    states: Annotated[tuple[tuple[str, str], ...], Pairs(STATES)] = ()
    where: Annotated[tuple[tuple[str, str], ...], Pairs(), NOT_WATCHED] = ()
    translation: Annotated[tuple[tuple[str, str], ...], Pairs(('needed', 'done', 'english', UNKNOWN))] = ()
    because: Annotated[tuple[tuple[str, str], ...], Pairs(REASONS)] = ()
    because_words: Annotated[tuple[tuple[str, str], ...], Pairs()] = ()
    attempts: Annotated[tuple[tuple[str, str], ...], Pairs(), About('one attempt a line, in order')] = ()
    letters: Annotated[tuple[tuple[str, str], ...], Pairs(), About('the exhibit letter of each line, given once')] = ()
    added: tuple[AddedPaper, ...] = ()
    wants_letters: Annotated[YesNo, NOT_WATCHED] = ''
    requests: Annotated[tuple[PaperRequest, ...], only('wants_letters', YES), NOT_WATCHED] = ()
