"""Copies: for whom, where, how, by when, and by which rule. One page, not filed."""
from docassemble.immdef_selfhelp.documents.court.sheets import card
from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.story.case import Case


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """Once it was told what is handed in."""
    return screen_language_first(case) if case.filing.what_told and case.filing.what else ()


PAPER = Paper(
    'filing_card',
    title={'es': 'Copias: para quién, dónde y hasta cuándo', 'en': 'Copies: for whom, where and by when'},
    file_names={'es': 'tarjeta-copias', 'en': 'copies-card'},
    offered=offered, context=of_case(card), use=ME, of_family=True, template='court_paper',
)
