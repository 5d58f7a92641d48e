"""The facts that the court (EOIR-33), USCIS (AR-11) and ICE each need after a move. A worksheet, not a form."""
from docassemble.immdef_selfhelp.documents.court.filings import asks_venue
from docassemble.immdef_selfhelp.documents.court.sheets import address
from docassemble.immdef_selfhelp.documents.making.paper import ME, CardLink, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.basics import YES


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """After a move, or with a motion for another court, once this task was begun."""
    return screen_language_first(case) if case.filing.what_told and (case.court.moved == YES or asks_venue(case)) else ()


PAPER = Paper(
    'address_trio',
    title={'es': 'Nueva dirección: tres oficinas', 'en': 'New address: three offices'},
    file_names={'es': 'hoja-mudanza', 'en': 'moving-sheet'},
    offered=offered, context=of_case(address), use=ME, of_family=True, template='court_paper',
    link=CardLink('address_form', {'es': 'El formulario EOIR-33/IC de cada persona', 'en': 'Form EOIR-33/IC of each person'}),
)
