"""Facts for a lawyer today after a missed hearing. No motion is made here."""
from docassemble.immdef_selfhelp.documents.court.sheets import missed
from docassemble.immdef_selfhelp.documents.making.paper import LAWYER, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.basics import YES


def missed_one(case: Case) -> bool:
    """Whether a hearing was missed, or an order made without the person."""
    return case.court.missed_hearing == YES or case.court.decision == 'in_absentia'


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """After a missed hearing or an order made without the person."""
    return screen_language_first(case) if case.filing.missed_notice and missed_one(case) else ()


PAPER = Paper(
    'missed_hearing',
    title={'es': 'Hechos para un abogado: faltó a una audiencia', 'en': 'Facts for a lawyer: a missed hearing'},
    file_names={'es': 'hechos-hoy', 'en': 'facts-today'},
    offered=offered, context=of_case(missed), use=LAWYER, of_family=True, tells_story=True, template='court_paper',
)
