"""What a family that looks for a sponsor is asked: who decides, and what a profile may say."""
from docassemble.immdef_selfhelp.interview.answers import chosen_keys
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.people import people_told
from docassemble.immdef_selfhelp.interview.family_unity import is_child_case
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.watched import WATCHED

TYPED = frozenset({'region', 'needs', 'contact'})


def ask_channels(variables: Variables) -> None:
    """Who decides, and what is known of that."""
    look_at(variables.family_profile.channels, variables.sponsor.channels_read)


def ask_profile(variables: Variables) -> None:
    """The profile, with consent for each field and the page as its reader sees it; none on a watched phone, and none of a child who is alone."""
    profile, flags = variables.family_profile, variables.sponsor
    if has_no_profile(variables):
        return
    look_at(profile.wants_profile)
    if profile.wants_profile == YES:
        look_at(profile.share)
        if TYPED & set(chosen_keys(profile.share)):
            look_at(flags.details_told)
        look_at(flags.preview_read)


def has_no_profile(variables: Variables) -> bool:
    """Whether no profile is made: the phone is watched, or whose case it is is a child, for whom ORR looks."""
    return variables.phone_safety == WATCHED or is_child_case(variables.applicant)


def profile_told(variables: Variables) -> bool:
    """Whether the profile was looked at, or is not wanted, or cannot be made here."""
    if not people_told(variables):
        return False
    if has_no_profile(variables):
        return variables.has('sponsor', 'channels_read')
    wants = variables.family_profile.wants_profile if variables.has('family_profile', 'wants_profile') else ''
    return variables.has('sponsor', 'preview_read') if wants == YES else bool(wants)
