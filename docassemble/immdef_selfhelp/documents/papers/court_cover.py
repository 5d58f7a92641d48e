"""The cover page of a filing in immigration court: signed by hand, English for the court, Spanish to read."""
from docassemble.immdef_selfhelp.documents.court.filings import cover
from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case
from docassemble.immdef_selfhelp.story.case import Case


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """Once it was told what is handed in."""
    return ('en', 'es') if case.filing.what_told and case.filing.what else ()


PAPER = Paper(
    'court_cover',
    title={'es': 'Portada para la corte', 'en': 'Cover page for the court'},
    file_names={'es': 'portada-uno', 'en': 'cover-one'},
    offered=offered, context=of_case(cover), use=COURT, of_family=True, template='court_paper',
)
