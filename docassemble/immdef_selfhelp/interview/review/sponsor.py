"""What was told to find a sponsor, and what a sponsor told for their own letter."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.review.rows import Table, line, rows
from docassemble.immdef_selfhelp.story.told.family_profile import FamilyProfile
from docassemble.immdef_selfhelp.story.told.sponsor_offer import SponsorOffer

PROFILE = Table(FamilyProfile, (
    line('Who decides', 'channels'), line('A profile for a sponsor', 'wants_profile'), line('It may say', 'share'),
    line('For the profile', 'region', 'needs', 'contact', target='share'),
))
OFFER = Table(SponsorOffer, (
    line('Who the letter goes to', 'channel'), line('Your name', 'name', 'telephone'),
    line('Language of the letter', 'letter_language', target='name'),
    line('The letter is about', 'about', 'known'), line('Where this person would live', 'address', 'room', 'household', target='room'),
    line('What you will do', 'will', 'will_more'), line('What you earn', 'says_income', 'income'), line('Your immigration status', 'status'),
    line('How I sign', 'sworn', 'signed_where'),
))


def family_profile_section(variables: Mapping[str, Any]) -> str:
    """What the family told to find a sponsor; nothing before it was asked."""
    lines = rows(plain(variables['family_profile']), 'family_profile', PROFILE) if 'family_profile' in variables else ''
    return f'<h2>{word("A sponsor")}</h2><dl>{lines}</dl>' if lines else ''


def sponsor_section(variables: Mapping[str, Any]) -> str:
    """A sponsor's own words."""
    return f'<dl>{rows(plain(variables["sponsor_offer"]), "sponsor_offer", OFFER)}</dl>' if 'sponsor_offer' in variables else ''
