"""The worksheet for the work permit and the days from the receipt of the application. Not a form."""
from docassemble.immdef_selfhelp.documents.court.sheets import permit
from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.filing import WORK_PERMIT


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """When it is chosen."""
    return screen_language_first(case) if WORK_PERMIT in case.filing.what else ()


PAPER = Paper(
    'work_permit_sheet',
    title={'es': 'Permiso de trabajo: hoja y cuenta de días', 'en': 'Work permit: worksheet and clock'},
    file_names={'es': 'hoja-permiso', 'en': 'permit-sheet'},
    offered=offered, context=of_case(permit), use=ME, of_family=True, template='court_paper',
)
