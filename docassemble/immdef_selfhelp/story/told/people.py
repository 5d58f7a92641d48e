"""The people: the applicant and the family, with the papers of those who are near."""
from dataclasses import dataclass
from typing import Annotated, get_args

from docassemble.immdef_selfhelp.law.facts import facts
from docassemble.immdef_selfhelp.law.facts.family_ties import OWN, YOUNGER
from docassemble.immdef_selfhelp.law.provisions.nations import UNITED_STATES, nation, same_nation
from docassemble.immdef_selfhelp.story.told.basics import (
    UNDATED,
    YES,
    About,
    AsTyped,
    FuzzyDate,
    Name,
    OneOf,
    SomeOf,
    WasAsked,
    YesNoUnknown,
    either,
    only,
)
from docassemble.immdef_selfhelp.story.told.family_plan import ChildPlan

APPLICANT = 'applicant'
TWO_WORDS = ('spouse', 'other_parent', 'stepchild', 'grandchild', 'niece_nephew', 'sibling', 'parent')
PAPERS = ('birth_certificate', 'birth_certificate_copy', 'passport', 'national_id', 'not_registered', 'other')
APART = tuple(code for code in get_args(facts.Whereabouts) if code != 'with_me')
NEAR = either(only('key', APPLICANT), only('whereabouts', 'with_me'), only('travelling', YES))


@dataclass(frozen=True)
class Person(ChildPlan):
    """One person of the family. `key` is `applicant`, or `family_0`, `family_1`, ... in the order told."""
    key: Annotated[str, AsTyped(), About('the place in the family, never typed')] = ''
    given_names: Name = ''
    first_surname: Name = ''
    second_surname: Name = ''
    other_names: str = ''
    relation: Annotated[str, OneOf((*YOUNGER, 'spouse', 'partner', 'sibling', 'parent', 'other_parent', 'other')),
                        About('not asked of the applicant')] = ''
    gender: Annotated[str, OneOf(('female', 'male', 'unsaid')), only('relation', *TWO_WORDS),
                      About('which of the two words of a relation it is')] = ''
    birth: FuzzyDate = UNDATED
    nationality: Annotated[str, AsTyped(), About('a code of `law/data/provisions/country_documents.yml`, or `other`')] = ''
    nationality_other: Annotated[str, only('nationality', 'other')] = ''
    second_nationality: str = ''
    whereabouts: Annotated[str, OneOf(get_args(facts.Whereabouts))] = ''
    travelling: Annotated[YesNoUnknown, only('whereabouts', *APART), About('with the applicant; not asked of who is there')] = ''
    married: Annotated[YesNoUnknown, only('relation', *YOUNGER), About('of an own child of 18 to 20, or whose age is not told')] = ''
    other_parent: Annotated[str, OneOf(get_args(facts.OtherParent)), only('relation', *OWN),
                            About('of an own child under 18: the one of the family with this relation, or `elsewhere`: not in the list')] = ''
    with_parent: Annotated[YesNoUnknown, only('key', APPLICANT),
                           About('of an applicant under 18 of whose parents nobody is here: whether a parent or legal guardian is')] = ''
    papers: Annotated[tuple[str, ...], SomeOf(PAPERS), NEAR, About('copy: a copy or a photo')] = ()
    papers_note: Annotated[str, NEAR] = ''
    papers_asked: Annotated[bool, WasAsked('papers'), NEAR] = False

    @property
    def full_name(self) -> str:
        """Given names and both surnames, in the order the person's own papers use, single-spaced; a dash for a name that is not there is none."""
        told = (self.given_names, self.first_surname, self.second_surname)
        return ' '.join(' '.join(part for part in told if any(map(str.isalnum, part))).split())

    @property
    def country(self) -> str:
        """The nationality as one name, however it was told (`law.provisions.nations`); empty for another country without a name."""
        return nation(self.nationality_other or self.nationality)

    @property
    def second_country(self) -> str:
        """The second nationality as one name: empty for "no", "ninguna", or the first one again."""
        return '' if same_nation(self.second_nationality, self.country) else nation(self.second_nationality)

    @property
    def us_citizen(self) -> bool:
        """Whether a citizen of the United States was told of."""
        return UNITED_STATES in (self.country, self.second_country)
