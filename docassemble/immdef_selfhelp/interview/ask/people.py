"""Who the people are."""
from typing import Any

from docassemble.immdef_selfhelp.interview.answers import marriage_matters
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.fields import other_parent_matters, with_parent_matters
from docassemble.immdef_selfhelp.interview.task import Variables


def ask_people(applicant: Any, family: Any) -> None:
    """Who the people are, and the papers of those who are here."""
    look_at(applicant.given_names, applicant.birth.year, applicant.nationality, applicant.papers)
    family.gather()
    if 'with_parent' not in vars(applicant) and with_parent_matters(applicant, family):
        look_at(applicant.with_parent)
    for member in family:
        # What was answered is not asked again, whether it matters still or not
        if 'married' not in vars(member) and marriage_matters(member):
            look_at(member.married)
        if 'other_parent' not in vars(member) and other_parent_matters(member, family):
            look_at(member.other_parent)
        if member.whereabouts == 'with_me' or member.travelling == 'yes':
            look_at(member.papers)


def people_told(variables: Variables) -> bool:
    """Whether everybody is named, with the papers of those who are here."""
    if not (variables.has('applicant', 'papers') and variables.has('family', 'gathered')):
        return False
    family = variables.family
    if with_parent_matters(variables.applicant, family) and 'with_parent' not in vars(variables.applicant):
        return False
    if any('other_parent' not in vars(member) for member in family.elements if other_parent_matters(member, family)):
        return False
    members = [vars(member) for member in family.elements]
    return all('papers' in member for member in members if member.get('whereabouts') == 'with_me' or member.get('travelling') == 'yes')
