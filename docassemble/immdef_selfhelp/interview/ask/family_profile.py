"""What a family that looks for a sponsor is asked: who decides, and what a profile may say."""
from docassemble.immdef_selfhelp.interview.answers import chosen_keys
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.case import WATCHED
from docassemble.immdef_selfhelp.story.told.basics import YES

TYPED = frozenset({'region', 'needs', 'contact'})


def ask_channels(variables: Variables) -> None:
    """Who decides, and what is known of that."""
    look_at(variables.family_profile.channels, variables.sponsor.channels_read)


def ask_profile(variables: Variables) -> None:
    """The profile, with consent for each field and the page as its reader sees it; nothing of it on a phone that somebody watches."""
    profile, flags = variables.family_profile, variables.sponsor
    if variables.phone_safety == WATCHED:
        look_at(flags.no_profile_read)
        return
    look_at(profile.wants_profile)
    if profile.wants_profile == YES:
        look_at(profile.share)
        if TYPED & set(chosen_keys(profile.share)):
            look_at(flags.details_told)
        look_at(flags.preview_read)


def profile_told(variables: Variables) -> bool:
    """Whether the profile was looked at, or is not wanted, or cannot be made here."""
    wants = getattr(variables.family_profile, 'wants_profile', '') if variables.has('family_profile', 'wants_profile') else ''
    seen = variables.has('sponsor', 'preview_read') if wants == YES else bool(wants)
    return seen or variables.has('sponsor', 'no_profile_read')
