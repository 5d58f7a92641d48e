"""The list of exhibits, each under the letter it keeps."""
from docassemble.immdef_selfhelp.documents.court.filings import exhibit_list
from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case
from docassemble.immdef_selfhelp.story.case import Case


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """Once it was told what is handed in."""
    return ('en', 'es') if case.filing.what_told and case.filing.what else ()


PAPER = Paper(
    'court_exhibits',
    title={'es': 'Lista de documentos con letras', 'en': 'List of exhibits'},
    file_names={'es': 'lista-con-letras', 'en': 'letter-list'},
    offered=offered, context=of_case(exhibit_list), use=COURT, of_family=True, tells_story=True, template='court_paper',
)
