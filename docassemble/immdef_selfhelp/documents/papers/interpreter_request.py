"""The request for an interpreter at the hearing."""
from docassemble.immdef_selfhelp.documents.court.filings import interpreter
from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.filing import INTERPRETER


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """When it is chosen."""
    return ('en', 'es') if INTERPRETER in case.filing.what else ()


PAPER = Paper(
    'interpreter_request',
    title={'es': 'Pedido de intérprete', 'en': 'Request for an interpreter'},
    file_names={'es': 'pedido-idioma', 'en': 'language-request'},
    offered=offered, context=of_case(interpreter), use=COURT, of_family=True, template='court_paper',
)
