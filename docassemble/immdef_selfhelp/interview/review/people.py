"""What was told of the people: who is at the phone, the applicant, the family, and who tells their own story."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import chosen_keys, plain
from docassemble.immdef_selfhelp.interview.fields import family_adults, person_label
from docassemble.immdef_selfhelp.interview.review.rows import Table, add_link, card, line, row, rows
from docassemble.immdef_selfhelp.story.told.own import OwnTold
from docassemble.immdef_selfhelp.story.told.people import Person

OWN = Table(OwnTold, (
    line('My best language', 'best_language', 'indigenous_language', 'best_language_detail'), line('This is for', 'preparing_for'),
    line('This phone', 'phone_safety'),
))
APPLICANT = Table(Person, (
    line('Your name', 'given_names', 'first_surname', 'second_surname', 'other_names'), line('Date of birth', 'birth', target='birth.year'),
    line('Country of nationality', 'nationality', 'nationality_other', 'second_nationality'),
    line('Your mother, father or guardian is with you', 'with_parent'), line('Your papers', 'papers', 'papers_note'),
))
MEMBER = Table(Person, (
    line('Name', 'given_names', 'first_surname', 'second_surname', 'relation'), line('Date of birth', 'birth', target='birth.year'),
    line('Woman or man', 'gender'), line('Married', 'married'), line('The other parent', 'other_parent'),
    line('Where', 'whereabouts', 'nationality', 'nationality_other'),
    line('Traveling with you', 'travelling', target='whereabouts'), line('Papers', 'papers', 'papers_note'),
))


def own_section(variables: Mapping[str, Any]) -> str:
    """Who is at the phone."""
    own = {name: plain(variables[name]) for one in OWN.lines for name in one.names if name in variables}
    if own.get('best_language') != 'indigenous':
        own.pop('indigenous_language', None)
    return f'<dl>{rows(own, "", OWN)}</dl>'


def people_section(applicant: Any, family: Any, variables: Mapping[str, Any]) -> str:
    """The applicant, a card for each person of the family, and who tells their own story."""
    members = enumerate(family.elements)
    cards = ''.join(card({**plain(member), 'key': ''}, person_label(member), MEMBER, 'family', number) for number, member in members)
    own = f'<dl>{rows({**plain(applicant), "key": "applicant"}, "applicant", APPLICANT)}</dl>'
    return f'{own}{cards}{add_link("family", word("Add a person"))}{tellers_section(family, variables)}'


def tellers_section(family: Any, variables: Mapping[str, Any]) -> str:
    """The line with the adults who tell their own story, once that was asked."""
    if 'own_declarations' not in variables or not family_adults(family):
        return ''
    names = '<br>'.join(person_label(family.elements[int(key.rpartition('_')[2])]) for key in chosen_keys(variables['own_declarations']))
    return f'<dl>{row(word("Adults who tell their own story"), names or word("Nobody else"), "own_declarations")}</dl>'
