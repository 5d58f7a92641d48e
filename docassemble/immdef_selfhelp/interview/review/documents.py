"""What was told of papers and proof: a line for each group, a card for each added paper and each letter; and a witness's own words."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.documents import LETTER_WORDS, STATE_WORDS, group_title, line_label, lines_now
from docassemble.immdef_selfhelp.interview.review.rows import SHORT, Table, add_link, card, kept_back, line, row, rows
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.document_lines import groups_of
from docassemble.immdef_selfhelp.story.told.documents import AddedPaper, DocumentsTold, PaperRequest
from docassemble.immdef_selfhelp.story.told.witness import Witness

FEARED = Table(DocumentsTold, (line('Someone you fear is part of the government', 'feared'), line('A letter to ask for a paper', 'wants_letters')))
ADDED_PAPER = Table(AddedPaper, (line('Paper or proof', 'what'),))
LETTER = Table(PaperRequest, (
    line('The paper', 'paper', 'paper_name', 'paper_of', 'to'), line('What the registry needs', 'father', 'mother', 'number', 'book', 'apostille'),
    line('Clinic or school', 'place', 'town'), line('Which papers', 'when', 'what'), line('The office', 'agency'),
    line('Your address', 'address'), line('Where it was', 'birth_place'), line('Who receives it', 'deliver_to', 'deliver_address'),
))
WITNESS = Table(Witness, (
    line('Language of the letter', 'letter_language'), line('Your name', 'name', 'contact'), line('The letter is about', 'about', 'known'),
    line('What I saw or heard', 'saw'), line('What someone told me', 'heard', 'more'), line('How I sign', 'sworn', 'signed_where'),
))


def group_rows(states: Mapping[str, str], asked: Mapping[str, Any]) -> str:
    """For each person and event that was gone through, what there is of each paper."""
    return ''.join(
        row(group_title(group), '<br>'.join(f'{line_label(one)}: {word(STATE_WORDS[states[one.key]])}' for one in members if states.get(one.key)),
            f'documents.states_read[{group!r}]')
        for group, members in groups_of(lines_now()).items() if group in asked)


def detail_rows(known: Mapping[str, Any], asked: Mapping[str, Any]) -> str:
    """What was said about each line."""
    lines = {one.key: one for one in lines_now()}
    said = {key: [told(known[name][key]) for name in ('where', 'because_words', 'attempts') if (known.get(name) or {}).get(key)] for key in asked}
    return ''.join(row(line_label(lines[key]), '<br>'.join(texts), f'documents.details_read[{key!r}]') for key, texts in said.items() if key in lines)


def documents_section(variables: Mapping[str, Any]) -> str:
    """The papers and the proof, as far as they were told."""
    documents = variables.get('documents')
    if documents is None or 'rules_read' not in vars(documents):
        return ''
    known = plain(documents)
    closed = kept_back(DocumentsTold, known)
    known = {name: value for name, value in known.items() if name not in closed}
    asked, detailed = (getattr(documents, name).elements if name in vars(documents) else {} for name in ('states_read', 'details_read'))
    states = known.get('states') or {}
    added = ''.join(card(plain(one), told(vars(one).get('what'), SHORT), ADDED_PAPER, 'documents.added', number)
                    for number, one in enumerate(documents.added.elements)) if 'added' in vars(documents) else ''
    letters = ''.join(card(plain(one), word(LETTER_WORDS[one.kind]), LETTER, 'documents.requests', number)
                      for number, one in enumerate(documents.requests.elements) if 'kind' in vars(one)) if 'requests' in known else ''
    more = add_link('documents.added', word('Add a paper or proof')) if 'added' in vars(documents) else ''
    again = add_link('documents.requests', word('Make another letter')) if known.get('wants_letters') == 'yes' else ''
    return (f'<h2>{word("Papers and proof")}</h2><dl>{rows(known, "documents", FEARED)}{group_rows(states, asked)}{detail_rows(known, detailed)}</dl>'
            f'{added}{more}{letters}{again}')


def witness_section(variables: Mapping[str, Any]) -> str:
    """A witness's own words."""
    return f'<dl>{rows(plain(variables["witness"]), "witness", WITNESS)}</dl>' if 'witness' in variables else ''
