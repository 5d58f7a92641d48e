"""The sentences to say to officers, or to point at: in Spanish and English together, for the screen and the papers alike (`story/data/said.yml`)."""
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person
from docassemble.immdef_selfhelp.story.wording import spoken_language, wording

WHEN: Mapping[str, str] = MappingProxyType({'afraid_mexico': 'not_mexico', 'together': 'together', 'medicine': 'health'})
"""The sentences that concern only some families, by the condition; all others are for everybody."""


@dataclass(frozen=True)
class Said:
    """One sentence in both languages."""
    id: str
    es: str
    en: str


def near(case: Case) -> tuple[Person, ...]:
    """The applicant and whoever travels with them or is with them."""
    return tuple(one for one in case.people if one.key == APPLICANT or one.travelling == YES or one.whereabouts == 'with_me')


def own_language(case: Case, language: str) -> str:
    """The language the applicant speaks best, with its town; for another one, what was told."""
    return spoken_language(case.best_language, case.best_language_detail, language)


def conditions(case: Case) -> frozenset[str]:
    """Which sentences concern this family."""
    found = {'not_mexico': case.people[0].nationality != 'Mexico', 'together': len(near(case)) > 1,
             'health': bool(case.health.medicines or case.health.needs)}
    return frozenset(name for name, holds in found.items() if holds)


def said_for(case: Case) -> tuple[Said, ...]:
    """The sentences that concern a family. Nothing of what happened stands in them."""
    wanted = conditions(case)
    blank = dict.fromkeys(LANGUAGES, '__________')
    names = {language: own_language(case, language) or blank[language] for language in LANGUAGES}
    return tuple(Said(key, **{language: one[language].format(language=names[language]) for language in LANGUAGES})
                 for key, one in wording()['said'].items() if key not in WHEN or WHEN[key] in wanted)
