"""The profile by which a family is matched with a sponsor: only the fields the family ticked, and none in which a story could stand.

`profile_of` is given the people, the language and what was told for the profile; never a case or a telling. What looks like an A-number in a text
of the profile is left out.
"""
import re
from dataclasses import dataclass
from datetime import date

from docassemble.immdef_selfhelp.story import children
from docassemble.immdef_selfhelp.story.case_facts import is_child
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.family_profile import SHARED, FamilyProfile
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.wording import country_name, names, say, spoken_language

BETWEEN = r'[\s.#\-\u2010-\u2015]*'
A_NUMBER = re.compile(rf'(?<![A-Za-z])A{BETWEEN}(?:\d{BETWEEN}){{7,8}}\d(?!\d)|(?<!\d)\d{{9}}(?!\d)', re.IGNORECASE)
"""The letter and 8 or 9 digits, or 9 digits in one piece; a telephone has 10 and more."""
LEFT_OUT = '…'


@dataclass(frozen=True)
class Line:
    """One field as its reader sees it."""
    field: str
    title: str
    text: str


@dataclass(frozen=True)
class Profile:
    """What a reader of the profile may see: an empty field was not ticked, or not told. Codes are those of `family_profile` and `children`."""
    names: tuple[str, ...] = ()
    adults: int = 0
    ages: tuple[str, ...] = ()
    language: tuple[str, str] = ('', '')
    countries: tuple[str, ...] = ()
    region: str = ''
    needs: tuple[str, ...] = ()
    contact: str = ''


def without_a_number(text: str) -> str:
    """A typed text without what looks like an A-number."""
    return A_NUMBER.sub(LEFT_OUT, text)


def profile_of(people: tuple[Person, ...], language: tuple[str, str], told: FamilyProfile, on: date) -> Profile:
    """The profile with the fields the family ticked, and nothing in the others. `language`: the one spoken best, and what was said of it."""
    if told.wants_profile != YES:
        return Profile()
    here = tuple(one for one in people if children.is_here(one))
    young = tuple(one for one in here if is_child(one, on))
    every = {
        'names': tuple(filter(None, (one.given_names.strip() for one in here))), 'adults': len(here) - len(young),
        'ages': tuple(children.age_of(one, on) for one in young), 'languages': language,
        'country': tuple(dict.fromkeys(filter(None, (one.country for one in here)))), 'region': without_a_number(told.region), 'needs': told.needs,
        'contact': without_a_number(told.contact),
    }
    ticked = {'language' if field == 'languages' else 'countries' if field == 'country' else field: every[field] for field in told.share}
    return Profile(**ticked)  # type: ignore[arg-type]


def text_of(profile: Profile, field: str, language: str) -> str:
    """One field in words of this language; empty when it was not ticked or not told."""
    words = {
        'names': ', '.join(profile.names), 'adults': str(profile.adults) if profile.adults else '',
        'ages': ', '.join(say('profile_ages', age, language) for age in profile.ages), 'languages': spoken_language(*profile.language, language),
        'country': ', '.join(country_name(one, language) for one in profile.countries), 'region': profile.region,
        'needs': '; '.join(names('profile_needs', language)[one] for one in profile.needs), 'contact': profile.contact,
    }
    return words[field].strip()


def lines(profile: Profile, language: str) -> tuple[Line, ...]:
    """The profile as its reader sees it, field by field; a field with nothing in it is not there."""
    titles = names('profile_fields', language)
    return tuple(Line(field, titles[field], text) for field in SHARED if (text := text_of(profile, field, language)))
