"""The one-year explanation: dates as told and the person's own words. It says nothing about what they mean."""
from docassemble.immdef_selfhelp.documents.court.filings import late, late_words
from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.filing import APPLICATION


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """With an application whose reason for the day was told: it is asked where the year is near or over."""
    return ('en', 'es') if APPLICATION in case.filing.what and late_words(case) else ()


PAPER = Paper(
    'late_filing',
    title={'es': 'Cuándo se entrega la solicitud', 'en': 'When the application is filed'},
    file_names={'es': 'fechas-uno', 'en': 'dates-one'},
    offered=offered, context=of_case(late), use=COURT, of_family=True, tells_story=True, template='court_paper',
)
