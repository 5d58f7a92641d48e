"""The proposed order of the motion to change venue. Everything in it is the judge's to mark."""
from docassemble.immdef_selfhelp.documents.court.filings import asks_venue, order
from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case
from docassemble.immdef_selfhelp.story.case import Case


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """When another court is asked for."""
    return ('en', 'es') if asks_venue(case) else ()


PAPER = Paper(
    'venue_order',
    title={'es': 'Orden para que el juez la firme', 'en': 'Proposed order'},
    file_names={'es': 'orden-uno', 'en': 'order-one'},
    offered=offered, context=of_case(order), use=COURT, of_family=True, template='court_paper',
)
