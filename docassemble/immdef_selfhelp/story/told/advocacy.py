"""What is asked of the officers who hold somebody: who holds whom and since when, who asks, each request, and what became of it.

Kept under `advocacy`. A request says only what was told; what a letter says around it stands in `story/data/advocacy.yml`.
"""
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

from docassemble.immdef_selfhelp.law.provisions.detention import facilities
from docassemble.immdef_selfhelp.story.told.basics import (
    NOT_WATCHED,
    UNDATED,
    UNKNOWN,
    About,
    AsTyped,
    FuzzyDate,
    Language,
    OneOf,
    SomeOf,
    YesNoUnknown,
    only,
)

CBP, ICE, ORR, NOBODY = 'cbp', 'ice', 'orr', 'nobody'
HELD = (CBP, ICE, ORR, UNKNOWN)
MEDICAL, TOGETHER, PAROLE, BOND = 'medical', 'together', 'parole', 'bond'
INTERPRETER, PROPERTY, CORRECTION, CHILD_NEEDS = 'interpreter', 'property', 'correction', 'child_needs'
KINDS = (MEDICAL, CHILD_NEEDS, TOGETHER, PAROLE, BOND, INTERPRETER, PROPERTY, CORRECTION)
OF_WHO_IS_FREE = (INTERPRETER, PROPERTY, CORRECTION)
"""What can be asked for when nobody is held (any more)."""
OF_AN_OFFICE = (PROPERTY, CORRECTION)
"""What is asked of the office that has the thing or wrote the paper, whoever holds the person."""
FACILITIES = facilities()
"""The places of ICE whose address stands in `law/data/provisions/detention_centers.yml`."""
RELATIVE = 'relative'
RELATIONS = ('mother', 'father', 'wife', 'husband', 'daughter', 'son', 'sister', 'brother', 'grandmother', 'grandfather', 'aunt', 'uncle', 'cousin')
CHILD, PREGNANCY = 'child', 'pregnancy'
URGENT = (CHILD, 'breath', PREGNANCY, 'medicine')
TODAY, DAY, SOON = 'today', 'day', 'soon'
NEEDS_BY_AGE: Mapping[str, tuple[str, ...]] = MappingProxyType({
    'little': ('milk', 'diapers', 'baby_food', 'warm_clothes', 'sleep', 'doctor', 'with_parent'),
    'middle': ('food', 'water', 'warm_clothes', 'sleep', 'wash', 'doctor', 'with_parent', 'call', 'play'),
    'older': ('food', 'water', 'warm_clothes', 'sleep', 'wash', 'pads', 'doctor', 'with_parent', 'call', 'alone_with_doctor'),
})
"""What can be ticked for a child of each age (`story.children.AGES`)."""
NEEDS = tuple(dict.fromkeys(need for needs in NEEDS_BY_AGE.values() for need in needs))
OF_PROPERTY, OF_CORRECTION = only('kind', PROPERTY), only('kind', CORRECTION)


@dataclass(frozen=True)
class Request:
    """One thing that is asked for, for one person: one page."""
    kind: Annotated[str, OneOf(KINDS)] = ''
    person: Annotated[str, About('key of the person it is about')] = ''
    office: Annotated[str, OneOf(HELD), only('kind', *OF_AN_OFFICE), About('which officers have the thing, or wrote the paper')] = ''
    urgent: Annotated[tuple[str, ...], SomeOf(URGENT)] = ()
    facts: Annotated[str, About('what happened and what is needed, in own words')] = ''
    needs: Annotated[tuple[str, ...], SomeOf(NEEDS), only('kind', CHILD_NEEDS), About('by the age of the child')] = ()
    speaks: Annotated[str, only('kind', INTERPRETER), About('the language and its town, when not the one the applicant speaks best')] = ''
    would_live: Annotated[str, only('kind', PAROLE, BOND), NOT_WATCHED, About('where and with whom')] = ''
    taken: Annotated[str, OF_PROPERTY, About('the things, in own words')] = ''
    taken_where: Annotated[str, OF_PROPERTY] = ''
    taken_when: Annotated[FuzzyDate, OF_PROPERTY] = UNDATED
    receipt: Annotated[YesNoUnknown, OF_PROPERTY, About('a paper that lists the things')] = ''
    receipt_number: Annotated[str, OF_PROPERTY, only('receipt', 'yes')] = ''
    wrong: Annotated[str, OF_CORRECTION, About('as it stands there')] = ''
    right: Annotated[str, OF_CORRECTION] = ''
    wrong_where: Annotated[str, OF_CORRECTION, About('on which paper')] = ''
    by_when: Annotated[str, OneOf((TODAY, DAY, SOON)), About('not asked when it is urgent: then it is today')] = ''
    by_day: Annotated[FuzzyDate, only('by_when', DAY), About('may lie ahead')] = UNDATED
    attachments: Annotated[tuple[str, ...], SomeOf(), About('keys of lines of the papers (`story.document_lines`)')] = ()
    more_attachments: Annotated[str, About('other papers, one a line')] = ''

    @property
    def is_urgent(self) -> bool:
        """Whether it is asked for today, before anything else."""
        return bool(self.urgent)


@dataclass(frozen=True)
class Delivery:
    """One time a letter was handed over or sent, and what came of it."""
    letter: Annotated[str, OneOf(KINDS), About('which letter')] = ''
    when: FuzzyDate = UNDATED
    how: Annotated[str, OneOf(('by_hand', 'mail', 'telephone', 'lawyer', 'other'))] = ''
    to_whom: str = ''
    answer: Annotated[str, AsTyped(), About('"No" is one')] = ''


@dataclass(frozen=True)
class Advocacy:
    """What is asked of officers for somebody they hold, or held."""
    held_by: Annotated[str, OneOf((*HELD, NOBODY))] = ''
    held: Annotated[tuple[str, ...], SomeOf(), only('held_by', *HELD), About('keys of the people who are held')] = ()
    held_at: Annotated[str, OneOf((*FACILITIES, 'other')), only('held_by', ICE), NOT_WATCHED, About('a place whose address the law data has')] = ''
    held_place: Annotated[str, only('held_by', *HELD), NOT_WATCHED, About('the place, as the family was told')] = ''
    held_since: Annotated[FuzzyDate, only('held_by', *HELD)] = UNDATED
    signer: Annotated[str, OneOf(('me', RELATIVE)), About('who asks and signs: the applicant, or a relative by name')] = ''
    signer_name: Annotated[str, only('signer', RELATIVE)] = ''
    signer_relation: Annotated[str, OneOf((*RELATIONS, 'other')), only('signer', RELATIVE), About('to the person the letter is about')] = ''
    written: Annotated[Language, About('the language of the own words in the letters')] = ''
    requests: tuple[Request, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
