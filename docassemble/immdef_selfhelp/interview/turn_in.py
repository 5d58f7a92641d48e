"""What only the task "before I go to the border" shows: what is known today, sentences to say, and fields that Python draws."""
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now, member_told, today_here
from docassemble.immdef_selfhelp.interview.fields import person_label
from docassemble.immdef_selfhelp.interview.legal import law
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.law.desk import signoff, texts
from docassemble.immdef_selfhelp.law.facts.family_ties import YOUNGER
from docassemble.immdef_selfhelp.law.provisions import dated, wording
from docassemble.immdef_selfhelp.story import said
from docassemble.immdef_selfhelp.story.case_facts import is_child

TODAY = ('metering_turnbacks', 'cbp_one', 'mpp_3', 'proclamation_10888', 'er_interior')
PROOF_WORDS = {'each_adult': 'Every adult who travels carries a copy', 'one_adult': 'Only one adult carries it',
               'trusted': 'Someone we trust has it', 'none': 'Nobody has it yet'}


def signed(provision_id: str) -> str:
    """Whether an attorney signed a sentence as it stands: initials and day, or that none did yet."""
    text = texts.provision_text(dated.provision(provision_id))
    newest = signoff.newest(signoff.read())
    if signoff.status(text, newest) != 'signed':
        return word('No attorney has signed this sentence yet.')
    found = newest[text.id]
    return word('An attorney signed it: {initials}, {day}.').format(initials=told(found.initials), day=wording.day_text(found.on, get_language()))


def known(provision_id: str) -> str:
    """One thing that is known: the sentence, since when it stands so, when it was looked at, and who signed it."""
    provision, language = dated.provision(provision_id), get_language()
    since = wording.day_text(dated.version_on(provision, today_here()).from_, language)
    when = word('Since {since}. Checked on {checked}.').format(since=since, checked=wording.day_text(provision.checked, language))
    return f'<section class="paper finding"><p>{law(provision_id)}</p><p><small>{when} {signed(provision_id)}</small></p></section>'


def known_today() -> str:
    """What is known of the border on this day, each with its dates. Nothing here says what to do."""
    return ''.join(map(known, TODAY))


def sentences_to_say() -> str:
    """The sentences to say, Spanish and English together, large enough to show."""
    return ''.join(f'<p class="say"><strong lang="es">{told(one.es)}</strong><br><span lang="en">{told(one.en)}</span></p>'
                   for one in said.said_for(case_now()))


def near_choices(applicant: Any, family: Any) -> list[dict[str, str]]:
    """The applicant and whoever travels with them, as choices."""
    here = {one.key for one in said.near(case_now())}
    members = [{f'family_{number}': person_label(member)} for number, member in enumerate(family.elements) if f'family_{number}' in here]
    return [{'applicant': person_label(applicant)}, *members]


def children_near(family: Any) -> list[tuple[int, Any]]:
    """The children who travel, each with the number in the family."""
    here = {one.key for one in said.near(case_now())}
    return [(number, member) for number, member in enumerate(family.elements) if f'family_{number}' in here
            and member_told(member).relation in YOUNGER and is_child(member_told(member), today_here())]


def near_children(family: Any) -> list[str]:
    """The names of the children who travel."""
    return [person_label(member) for _, member in children_near(family)]


def proof_fields(family: Any) -> list[dict[str, Any]]:
    """For each child who travels: who carries the paper that shows whose child it is."""
    choices = [{word(text): code} for code, text in PROOF_WORDS.items()]
    return [{'label': person_label(member), 'field': f'turn_in.proof[{f"family_{number}"!r}]', 'input type': 'radio', 'choices': choices}
            for number, member in children_near(family)]


def telephone_field(number: int, phone_safety: str) -> list[dict[str, Any]]:
    """Where a telephone number can be written so that it stands on the sheet; not on a phone that somebody watches."""
    if phone_safety == 'watched':
        return []
    return [{'label': word('Phone number, if it may be on the sheet'), 'field': f'trusted.contacts[{number}].telephone', 'datatype': 'typed',
             'required': False, 'maxlength': 30, 'hint': word('Or leave it empty'), 'css class': 'phone-entry'}]
