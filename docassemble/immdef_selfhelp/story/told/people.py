"""The people: the applicant and the family, with the papers of those who are near."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.law.facts.family_ties import YOUNGER
from docassemble.immdef_selfhelp.story.told.basics import UNDATED, YES, About, FuzzyDate, OneOf, SomeOf, WasAsked, YesNoUnknown, either, only
from docassemble.immdef_selfhelp.story.told.family_plan import ChildPlan

APPLICANT = 'applicant'
NEAR = either(only('key', APPLICANT), only('whereabouts', 'with_me'), only('travelling', YES))


@dataclass(frozen=True)
class Person(ChildPlan):
    """One person of the family. `key` is `applicant`, or `family_0`, `family_1`, ... in the order told."""
    key: Annotated[str, About('the place in the family, never typed')] = ''
    given_names: str = ''
    first_surname: str = ''
    second_surname: str = ''
    other_names: str = ''
    relation: Annotated[str, OneOf((*YOUNGER, 'spouse', 'partner', 'sibling', 'parent', 'other_parent', 'other')),
                        About('not asked of the applicant')] = ''
    birth: FuzzyDate = UNDATED
    nationality: Annotated[str, About('a code of `law/data/provisions/country_documents.yml`, or `other`')] = ''
    nationality_other: Annotated[str, only('nationality', 'other')] = ''
    second_nationality: str = ''
    whereabouts: Annotated[str, OneOf(('with_me', 'home_country', 'mexico', 'united_states', 'elsewhere', 'unknown'))] = ''
    travelling: Annotated[YesNoUnknown, About('with the applicant')] = ''
    married: Annotated[YesNoUnknown, only('relation', *YOUNGER), About('of an own child of 18 to 20, or whose age is not told')] = ''
    papers: Annotated[tuple[str, ...], SomeOf(('birth_certificate', 'birth_certificate_copy', 'passport', 'national_id', 'other')), NEAR,
                      About('copy: a copy or a photo')] = ()
    papers_note: Annotated[str, NEAR] = ''
    papers_asked: Annotated[bool, WasAsked('papers'), NEAR] = False

    @property
    def full_name(self) -> str:
        """Given names and both surnames, in the order the person's own papers use, single-spaced."""
        return ' '.join(' '.join((self.given_names, self.first_surname, self.second_surname)).split())

    @property
    def country(self) -> str:
        """The nationality: its code, or the name typed for another country."""
        return self.nationality_other or self.nationality
