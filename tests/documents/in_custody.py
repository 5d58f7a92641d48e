"""What was told of custody in the tests of its papers, and a paper of it as text."""
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document as read_docx

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making.render import docx_bytes
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.told.custody import TOPICS

ON = date(2026, 11, 24)
OURS = ('custody_declaration', 'custody_log', 'habeas_facts', 'monitoring_counts')
CHILD: dict[str, Any] = {
    'given_names': 'Diego', 'first_surname': 'Ejemplo', 'second_surname': 'Tzoc', 'birth': {'year': 2018, 'month': 2, 'day': 14}}
GROWN = {**CHILD, 'given_names': 'Gabriela', 'birth': {'year': 1997, 'month': 4, 'day': 22}, 'nationality': 'Ecuador'}
STORY = 'Los de la mara nos buscaron en la tienda.'
TOLD: dict[str, Any] = {
    'person': 'applicant', 'told_language': 'es', 'wish': 'yes', 'room': 'yes', 'told_before': 'no', 'free': 'Dormí en una lona azul.',
    'place_name': 'el galpón', 'place_kind': 'border_patrol', 'start': {'words': 'cuando ya era de noche'}, 'wants_declaration': 'yes',
    'named': 'full', 'signed_where': 'inside_us', 'reads_told_language': 'yes', 'counts': 'yes', 'topics': dict.fromkeys(TOPICS, 'no'),
    'moments': [{'what': 'Comimos pan.', 'when': {'words': 'amaneció dos veces'}},
                {'what': 'Nos movieron.', 'when': {'year': 2026, 'month': 9, 'day': 4}},
                {'what': 'Llegamos.', 'when': {'year': 2026, 'month': 9, 'day': 1, 'words': 'a la una'}}],
}
WITH_ADULT = {'adult_here': 'yes', 'adult_name': 'Manuela Prueba', 'reader': 'child', 'lawyer': 'yes', 'lawyer_name': 'Licenciada Prueba'}
HELD = {'person': 'family_0', 'by': 'ice', 'place': 'detention_otay_mesa', 'start': {'year': 2026, 'month': 9, 'day': 4},
        'papers': ['notice_to_appear']}


def case(applicant: dict[str, Any] = GROWN, **told: Any) -> Case:
    husband = {'given_names': 'Byron', 'first_surname': 'Ejemplo', 'relation': 'spouse', 'birth': {'year': 1993}}
    return case_from_answers({'user_language': 'es', 'applicant': applicant, 'family': [husband], 'custody': {**TOLD, **told},
                              'tellings': [{'person': 'applicant', 'told_language': 'es', 'wants_declaration': 'yes',
                                             'events': [{'kind': 'harm', 'what': STORY}]}]})


def ids(told: Case) -> set[str]:
    return {one.id for one in documents_for(told, ON)} & set(OURS)


def text_of(told: Case, paper: str, language: str = 'es') -> str:
    document = next(one for one in documents_for(told, ON) if (one.id, one.language) == (paper, language))
    return whole_text(docx_bytes(document, told, ON))


def whole_text(content: bytes) -> str:
    opened = read_docx(BytesIO(content))
    footer = [paragraph.text for section in opened.sections for paragraph in section.footer.paragraphs]
    return '\n'.join([*(paragraph.text for paragraph in opened.paragraphs), *footer])
