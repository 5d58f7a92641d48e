"""The official Form I-589, filled: handed out only when its edition may be filed today; else the reason is said and the worksheet stays."""
from docassemble.base.util import force_ask, get_language, response, url_action, word

from docassemble.immdef_selfhelp.documents.forms import ready
from docassemble.immdef_selfhelp.documents.forms.fields import FormProblem
from docassemble.immdef_selfhelp.documents.forms.fill import Filled, printed
from docassemble.immdef_selfhelp.documents.forms.layout import MissingLetter
from docassemble.immdef_selfhelp.interview.answers import case_now, save_again, save_nothing, today_here
from docassemble.immdef_selfhelp.interview.application import gate_words
from docassemble.immdef_selfhelp.interview.legal import can_be_tapped
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.i589 import gate as gates
from docassemble.immdef_selfhelp.story.i589.who import filers
from docassemble.immdef_selfhelp.story.i589.whole import boxes

FORM = 'i-589'
BY_HAND = 'The worksheet has every answer in the order of the form. You can copy it by hand.'
FILE_NAME = 'hoja-oficial.pdf'


def form_of(person_key: str) -> Filled | ready.Refused:
    """The form of one adult who files, or why it is not made today. Raises MissingLetter, and KeyError for anybody else."""
    case = case_now()
    if person_key not in filers(case):
        raise KeyError(person_key)
    told_boxes = {item: box.text or box.printed for item, box in boxes(case, person_key, today_here()).items()}
    return ready.final_form(FORM, told_boxes, today_here())


def final_of(person_key: str) -> Filled | None:
    """The form, when it may be handed out: of an adult who files, on an edition of today, with nothing open."""
    try:
        found = form_of(person_key)
    except (KeyError, MissingLetter, FormProblem):
        return None
    complete = gates.complete(gates.gate(case_now(), person_key, today_here()))
    return found if isinstance(found, Filled) and complete else None


def no_letters(problem: MissingLetter) -> str:
    """Which letters keep a form from being made, and what to do."""
    letters = told(' '.join(problem.letters))
    return f'<p>{word("These letters cannot be printed on the form. Write them another way, or write that box by hand:")} {letters}</p>'


def official_form_words(person_key: str) -> str:
    """What the screen of the official form says: why there is none, what is still open before it, or its two files."""
    try:
        found = form_of(person_key)
    except KeyError:
        return str(force_ask('packet', forget_prior=True))
    except MissingLetter as problem:
        return no_letters(problem)
    except FormProblem:
        return f'<p>{word(BY_HAND)}</p>'
    if isinstance(found, ready.Refused):
        why = can_be_tapped(found.why[get_language()])
        return f'<p>{why}</p><p>{word(BY_HAND)}</p>'
    opened = gate_words(person_key)
    if not gates.complete(gates.gate(case_now(), person_key, today_here())):
        return f'<p>{word("The form is not complete yet. This is still missing:")}</p>{opened}'
    kinds = (('print', word('PDF, to print and sign by hand')), ('fill', word('PDF that can still be changed')))
    links = ''.join(f'<p><a class="paper-link" href="{url_action("official_form_file", person=person_key, kind=kind)}" download="{FILE_NAME}">'
                    f'{label}</a></p>' for kind, label in kinds)
    return f'{links}{opened}'


def send_official_form(person_key: str, kind: str) -> None:
    """Answer the request with the filled form, to print or still to be changed. Made in memory and kept nowhere.

    Raises docassemble's ResponseError (its way to answer). When there is no form to hand out, the screen that says why comes.
    """
    save_nothing()
    found = final_of(person_key)
    if found is None:
        save_again()
        force_ask({'action': 'official_form_here', 'arguments': {'person': person_key}})
        return
    response(binaryresponse=found.main if kind == 'fill' else printed(found), content_type='application/pdf')
