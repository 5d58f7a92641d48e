"""Part D, which is signed by hand and never here; and Part E, only when somebody outside the family prepared the form."""
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.i589.box import HAND, Box, Boxes, fixed, text, yes_no
from docassemble.immdef_selfhelp.story.told.basics import NO, YES
from docassemble.immdef_selfhelp.story.told.box_states import NONE, NOT_APPLICABLE

PREPARER = ('name', 'telephone', 'street', 'apartment', 'city', 'state', 'zip', 'account', 'bar_number')
BLANK = {'apartment': NOT_APPLICABLE, 'account': NONE, 'bar_number': NOT_APPLICABLE}
ITEMS = {'telephone': 'phone'}


def part_d(case: Case, told: Telling) -> Boxes:
    """The printed name, who helped, and the places where the person writes by hand."""
    form, states = told.application, dict(told.application.states)
    helpers: Boxes = {f'D.helper.{row}.{name}': text(getattr(one, name)) for row, one in enumerate(form.helpers, 1) for name in ('name', 'relation')}
    if form.family_helped == NO:
        helpers = {'D.helper.1.name': fixed(NOT_APPLICABLE)}
    return {
        'D.name': Box(case.person(told.person).full_name), 'D.native_name': text(form.native_name, states, 'native_name'),
        'D.family_helped': yes_no(form.family_helped), **helpers, 'D.prepared': yes_no(form.prepared), 'D.list_given': yes_no(form.list_given),
        'D.signature': Box(kind=HAND), 'D.date': Box(kind=HAND),
    }


def part_e(told: Telling) -> Boxes:
    """The preparer, who signs by hand too; nothing when nobody prepared it."""
    if told.application.prepared != YES:
        return {}
    preparer, states = told.application.preparer, dict(told.application.preparer.states)
    boxes = {f'E.{ITEMS.get(name, name)}': text(getattr(preparer, name), states, name, BLANK.get(name, ''), bool(preparer.name)) for name in PREPARER}
    return {**boxes, 'E.signature': Box(kind=HAND)}
