"""What a family tells to be matched with a sponsor: who decides about whom they look for, and what each field of the profile may say."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.law.provisions.sponsors import channels
from docassemble.immdef_selfhelp.story.told.basics import NOT_WATCHED, YES, About, SomeOf, YesNo, only

CHANNELS = tuple(channels())
SHARED = ('names', 'adults', 'ages', 'languages', 'country', 'region', 'needs', 'contact')
"""The fields of the profile, in its order. Each stands on it only when the family ticked it."""
NEEDS = ('stay_together', 'school', 'doctor', 'no_stairs', 'transport', 'quiet')
WANTED = only('wants_profile', YES)


@dataclass(frozen=True)
class FamilyProfile:
    """Where the person or child is, and what the family wants a sponsor to know. Nothing of a story has a place here."""
    channels: Annotated[tuple[str, ...], SomeOf(CHANNELS), About('who decides: `law/data/lists/sponsor_channels.yml`')] = ()
    wants_profile: Annotated[YesNo, NOT_WATCHED] = ''
    share: Annotated[tuple[str, ...], SomeOf(SHARED), WANTED, NOT_WATCHED, About('what may stand on the profile; nothing is ticked beforehand')] = ()
    region: Annotated[str, WANTED, NOT_WATCHED, About('city or state where they would like to live')] = ''
    needs: Annotated[tuple[str, ...], SomeOf(NEEDS), WANTED, NOT_WATCHED, About('what the home would need')] = ()
    contact: Annotated[str, WANTED, NOT_WATCHED, About('how an organization can reach them')] = ''

