"""For the family: what to know before a letter is handed over, then a line for each time it was: day, how, to whom, and the answer.

What is for today comes first, with a telephone line where the law data has one; a lawyer comes before a bond hearing.
"""
from collections.abc import Iterable
from datetime import date

from docassemble.immdef_selfhelp.documents.making.addressee import NOT_FOUND, holder, line_of, provision_of
from docassemble.immdef_selfhelp.documents.making.paper import ME, CardLink, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences, opening
from docassemble.immdef_selfhelp.documents.papers.advocacy_letter import RULES, letters
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.advocacy import BOND, ORR, Request
from docassemble.immdef_selfhelp.story.wording import names, say

FEWEST_EMPTY, ROWS = 3, 6
LETTER = ('letter_is_a_request',)


def rules_of(case: Case, requests: Iterable[Request]) -> list[str]:
    """What the family should know before it hands the letters over, each once: about bond first."""
    ordered = sorted(requests, key=lambda request: request.kind != BOND)
    of_each = (rule for request in ordered for rule in (*RULES[request.kind], provision_of(case.advocacy, request)))
    return list(dict.fromkeys((*LETTER, *of_each)))


def lines_of(case: Case, requests: Iterable[Request], on: date) -> list[str]:
    """The telephone lines, or ways to ask, for what is urgent, each once."""
    urgent = [request for request in requests if request.is_urgent]
    without = [NOT_FOUND for request in urgent if holder(case.advocacy, request) != ORR]
    return list(dict.fromkeys((*(line_of(case.advocacy, request, on) for request in urgent), *without)))


def log_context(case: Case, language: str, on: date) -> Context:
    """Every delivery as told, in the order told, then empty lines.

    Keys: `name`, `letters` (titles), `today` (what to do for the urgent ones), `lawyer`, `rules`,
    `rows` (`letter`, `when`, `how`, `to_whom`, `answer`), `empty`, `law`.
    """
    hows, titles = names('delivery_how', language), names('advocacy_titles', language)
    rows = [{'letter': titles.get(one.letter, ''), 'when': opening(one.when, language), 'how': hows.get(one.how, ''), 'to_whom': one.to_whom,
             'answer': one.answer} for one in case.advocacy.deliveries]
    asked = [{'title': say('advocacy_titles', one.kind, language), 'name': case.person(one.person).full_name} for one in letters(case)]
    lines, rules = lines_of(case, letters(case), on), rules_of(case, letters(case))
    return {'name': case.people[0].full_name, 'letters': asked, 'today': law_sentences(lines, language, on),
            'lawyer': any(request.kind == BOND for request in letters(case)), 'rules': law_sentences(rules, language, on),
            'rows': rows, 'empty': list(range(max(FEWEST_EMPTY, ROWS - len(rows)))), 'law': law_note([*lines, *rules], language, on)}


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages, once there is a letter to hand over."""
    return screen_language_first(case) if letters(case) else ()


PAPER = Paper(
    'delivery_log', title={'es': 'Entregas y respuestas', 'en': 'Deliveries and answers'}, file_names={'es': 'entregas', 'en': 'handed-over'},
    offered=offered, context=of_case(log_context), use=ME, of_family=True,
    link=CardLink('_da_list_add', {'es': 'Anotar una entrega o una respuesta', 'en': 'Write down a delivery or an answer'},
                  adds_to='advocacy.deliveries'),
)
