"""Form EOIR-33/IC of each person of the case: handed out only when its edition may be filed today; else the reason is said."""
from docassemble.base.util import force_ask, get_language, response, url_action, word

from docassemble.immdef_selfhelp.documents.court import moved
from docassemble.immdef_selfhelp.documents.court.caption import in_the_case
from docassemble.immdef_selfhelp.documents.forms import ready
from docassemble.immdef_selfhelp.documents.forms.fields import FormProblem
from docassemble.immdef_selfhelp.documents.forms.fill import Filled, printed
from docassemble.immdef_selfhelp.documents.forms.layout import MissingLetter
from docassemble.immdef_selfhelp.interview.answers import case_now, save_again, save_nothing, today_here
from docassemble.immdef_selfhelp.interview.legal import can_be_tapped
from docassemble.immdef_selfhelp.interview.official_form import BY_HAND, no_letters
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.people import Person

FILE_NAME = 'hoja-direccion.pdf'


def address_forms(case: Case) -> dict[str, Filled]:
    """The forms that may be filed today, by person, where they belong to what is handed in."""
    if not moved.tells_the_court(case):
        return {}
    made = {person.key: form_of(case, person) for person in in_the_case(case)}
    return {key: form for key, form in made.items() if isinstance(form, Filled)}


def form_of(case: Case, person: Person) -> Filled | ready.Refused | FormProblem:
    """The form of one person, or why it is not made today."""
    try:
        return ready.final_form(moved.FORM, moved.eoir33(case, person, today_here()), today_here())
    except FormProblem as problem:
        return problem


def address_form_words() -> str:
    """The form of each person: its two files, or why it is filled in by hand. The reason that all have in common is said once."""
    case = case_now()
    if not moved.tells_the_court(case):
        return str(force_ask('packet', forget_prior=True))
    made = [(person, form_of(case, person)) for person in in_the_case(case)]
    refused = next((form for _, form in made if isinstance(form, ready.Refused)), None)
    if refused:
        return f'<p>{can_be_tapped(refused.why[get_language()])}</p><p>{word(BY_HAND)}</p>'
    return ''.join(f'<h2>{told(person.full_name)}</h2>{words_of(person, form)}' for person, form in made)


def words_of(person: Person, form: Filled | ready.Refused | FormProblem) -> str:
    """The two files of one form, or the letters that cannot be printed on it."""
    if isinstance(form, MissingLetter):
        return no_letters(form)
    if not isinstance(form, Filled):
        return f'<p>{word(BY_HAND)}</p>'
    kinds = (('print', word('PDF, to print and sign by hand')), ('fill', word('PDF that can still be changed')))
    return ''.join(f'<p><a class="paper-link" href="{url_action("address_form_file", person=person.key, kind=kind)}" download="{FILE_NAME}">'
                   f'{label}</a></p>' for kind, label in kinds)


def send_address_form(person_key: str, kind: str) -> None:
    """Answer the request with one form, to print or still to be changed. Made in memory and kept nowhere.

    Raises docassemble's ResponseError (its way to answer). When there is no form to hand out, the screen that says why comes.
    """
    save_nothing()
    found = address_forms(case_now()).get(person_key)
    if found is None:
        save_again()
        force_ask('address_form')
        return
    response(binaryresponse=found.main if kind == 'fill' else printed(found), content_type='application/pdf')
