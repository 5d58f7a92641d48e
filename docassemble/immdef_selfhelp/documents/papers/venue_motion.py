"""The motion to change venue (8 CFR 1003.20), without an answer to any charge."""
from docassemble.immdef_selfhelp.documents.court.filings import asks_venue, venue
from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case
from docassemble.immdef_selfhelp.story.case import Case


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """When another court is asked for."""
    return ('en', 'es') if asks_venue(case) else ()


PAPER = Paper(
    'venue_motion',
    title={'es': 'Petición de cambio de corte', 'en': 'Motion to change venue'},
    file_names={'es': 'peticion-uno', 'en': 'motion-one'},
    offered=offered, context=of_case(venue), use=COURT, of_family=True, tells_story=True, template='court_paper',
)
