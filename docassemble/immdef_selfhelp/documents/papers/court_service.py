"""The proof of service: the OPLA office of that very court; day, manner and signature by hand (8 CFR 1003.32)."""
from docassemble.immdef_selfhelp.documents.court.filings import service
from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case
from docassemble.immdef_selfhelp.story.case import Case


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """Once it was told what is handed in."""
    return ('en', 'es') if case.filing.what_told and case.filing.what else ()


PAPER = Paper(
    'court_service',
    title={'es': 'Prueba de envío a los abogados de ICE', 'en': 'Proof of service on the ICE lawyers'},
    file_names={'es': 'hoja-de-envio', 'en': 'mailing-page'},
    offered=offered, context=of_case(service), use=COURT, of_family=True, template='court_paper',
)
