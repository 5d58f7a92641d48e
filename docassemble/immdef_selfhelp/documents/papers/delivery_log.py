"""The sheet on which a family writes down each time a letter was handed over: day, how, to whom, and the answer. For the family and its lawyer."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, CardLink, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, opening
from docassemble.immdef_selfhelp.documents.papers.advocacy_letter import letters
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.wording import names, say

FEWEST_EMPTY, ROWS = 3, 8


def log_context(case: Case, language: str, _on: date) -> Context:
    """Every delivery as told, in the order told, then empty lines. Keys: `name`, `letters` (titles), `rows` (`letter`, `when`, `how`, `to_whom`,
    `answer`), `empty`.
    """
    hows, titles = names('delivery_how', language), names('advocacy_titles', language)
    rows = [{'letter': titles.get(one.letter, ''), 'when': opening(one.when, language), 'how': hows.get(one.how, ''), 'to_whom': one.to_whom,
             'answer': one.answer} for one in case.advocacy.deliveries]
    asked = [{'title': say('advocacy_titles', one.kind, language), 'name': case.person(one.person).full_name} for one in letters(case)]
    return {'name': case.people[0].full_name, 'letters': asked, 'rows': rows, 'empty': list(range(max(FEWEST_EMPTY, ROWS - len(rows))))}


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages, once there is a letter to hand over."""
    return screen_language_first(case) if letters(case) else ()


PAPER = Paper(
    'delivery_log', title={'es': 'Entregas y respuestas', 'en': 'Deliveries and answers'}, file_names={'es': 'entregas', 'en': 'handed-over'},
    offered=offered, context=of_case(log_context), use=ME, of_family=True,
    link=CardLink('_da_list_add', {'es': 'Anotar una entrega o una respuesta', 'en': 'Write down a delivery or an answer'},
                  adds_to='advocacy.deliveries'),
)
