"""Facts for a lawyer today after a missed hearing. No motion is made here."""
from docassemble.immdef_selfhelp.documents.court.sheets import missed
from docassemble.immdef_selfhelp.documents.making.paper import LAWYER, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.story.case import Case


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """After a missed hearing or an order made without the person."""
    return screen_language_first(case) if case.filing.missed_notice and case.court.lawyer_first else ()


PAPER = Paper(
    'missed_hearing',
    title={'es': 'Hechos para un abogado: faltó a una audiencia', 'en': 'Facts for a lawyer: a missed hearing'},
    file_names={'es': 'hechos-hoy', 'en': 'facts-today'},
    offered=offered, context=of_case(missed), use=LAWYER, of_family=True, tells_story=True, template='court_paper',
)
