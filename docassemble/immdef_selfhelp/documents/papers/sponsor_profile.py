"""The profile of a family for a sponsor, exactly as its reader sees it: the fields the family ticked, and no other."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import CARERS, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.profile import Profile, lines, profile_of
from docassemble.immdef_selfhelp.story.told.watched import WATCHED


def profile_now(case: Case, on: date) -> Profile:
    """The profile of a case on this day. Only the people, the language and what was told for it are handed on."""
    return profile_of(case.people, (case.best_language, case.best_language_detail), case.family_profile, on)


def profile_lines(profile: Profile, language: str) -> Context:
    """What the template is given. Key: `lines` (`title`, `text`). Made from a profile alone."""
    return {'lines': [{'title': one.title, 'text': one.text} for one in lines(profile, language)]}


def offered(case: Case, person_key: str) -> tuple[str, ...]:
    """For a family that ticked a field; never on a phone that somebody watches."""
    return screen_language_first(case, person_key) if case.family_profile.share and case.phone != WATCHED else ()


PAPER = Paper(
    'sponsor_profile', title={'es': 'Perfil de la familia', 'en': 'Family profile'}, file_names={'es': 'perfil', 'en': 'profile'},
    offered=offered, context=of_case(lambda case, language, on: profile_lines(profile_now(case, on), language)), use=CARERS, of_family=True,
)
