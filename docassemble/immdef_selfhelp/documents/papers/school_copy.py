"""The page for a school or day care: only what it needs to care for a child and to hand it over. No status, no country, no story."""
from docassemble.immdef_selfhelp.documents.making.paper import CARERS, Paper, of_case
from docassemble.immdef_selfhelp.documents.papers.child_pages import offered, pages_context

PAPER = Paper(
    'school_copy', title={'es': 'Copia para la escuela', 'en': 'Copy for the school'}, file_names={'es': 'para-la-escuela', 'en': 'for-the-school'},
    offered=offered, context=of_case(pages_context), use=CARERS, of_family=True,
)
