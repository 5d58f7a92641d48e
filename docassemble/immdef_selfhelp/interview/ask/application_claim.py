"""Form I-589: Parts B and C, the person's own reasons, then Parts D and E with what is still open."""
from typing import Any

from docassemble.immdef_selfhelp.interview.answers import case_now, phone_now, today_here
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.application import CLAIM, DICTS, SIGNING, ask_left, files, fill, form_of, gather_some, make
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.i589.parts_b_and_c import answer
from docassemble.immdef_selfhelp.story.i589.who import telling_of
from docassemble.immdef_selfhelp.story.told.application import QUESTIONS
from docassemble.immdef_selfhelp.story.told.box_states import NEED_HELP
from docassemble.immdef_selfhelp.story.told.watched import WATCHED


def ask_claim(_variables: Variables, telling: Any) -> None:
    """Parts B and C: the person's own ticks, then each question that nothing answers yet."""
    form = form_of(telling)
    if not files(telling):
        return
    look_at(form.grounds)
    ask_left(form, 'grounds')
    case = case_now()
    told = telling_of(case, telling.person)
    for question in QUESTIONS:
        if question in form.answers.elements or not answer(question, case, told, today_here()):
            look_at(form.answers[question])
        if answer(question, case, told, today_here()) == 'yes':
            look_at(form.how[question])
            if form.how[question] != NEED_HELP:
                look_at(form.explanations[question])
    setattr(form, CLAIM, True)


def ask_signing(_variables: Variables, telling: Any) -> None:
    """Parts D and E, then what is still open. Nothing is signed here."""
    form = form_of(telling)
    if not files(telling):
        return
    fill(form, 'native_name', 'native_name')
    if form.family_helped == 'yes':
        gather_some(form.helpers)
    if form.prepared == 'yes':
        preparer = make(form.preparer, DICTS)
        fill(preparer, 'preparer', 'name')
        if phone_now() != WATCHED:
            fill(preparer, 'preparer_address', 'street')
    look_at(form.list_given, getattr(form, SIGNING))
