"""What was told of a filing, and the log of what was handed in."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.filing import number_fields, page_fields
from docassemble.immdef_selfhelp.interview.review.rows import SHORT, Table, add_link, card, line, line_apart, row, rows
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.told.filing import Filed, Filing

FILING = Table(Filing, (
    line('What you hand in', 'what'), line('Another day the judge set', 'due', target='due.year'), line('Your address', 'address'),
    line('The address before', 'old_address'),
    line('Language of my own words', 'words_in'), line_apart('Why it was not handed in before', 'late_words'),
    line('The court you are asking for', 'new_court', 'new_court_name', 'venue_reasons', apart=('venue_reasons',)),
    line('The missed hearing', 'missed_notice', 'missed_words', apart=('missed_words',)), line('Who helped to write', 'helper'),
))
FILED = Table(Filed, (
    line('What was handed in', 'what'), line('The day', 'day', target='what'), line('How', 'how', 'stamped', 'served', target='what'),
))


def filing_section(variables: Mapping[str, Any]) -> str:
    """What is handed in; nothing before that was asked."""
    filing = variables.get('filing')
    known = plain(filing) if filing is not None else {}
    lines = rows(known, 'filing', FILING)
    if not lines:
        return ''
    numbers = row(word('The A-numbers'), typed(known.get('a_numbers'), number_fields()), 'filing.numbers_read') if 'numbers_read' in known else ''
    pages = row(word('How many pages'), typed(known.get('pages'), page_fields()), 'filing.pages_read') if 'pages_read' in known else ''
    log = vars(filing).get('log')
    cards = ''.join(card(plain(one), told(vars(one).get('what'), SHORT), FILED, 'filing.log', number)
                    for number, one in enumerate(log.elements)) if log is not None else ''
    more = add_link('filing.log', word('Write down another one')) if log is not None and 'gathered' in vars(log) else ''
    return f'<h2>{word("What you hand in at the court")}</h2><dl>{lines}{numbers}{pages}</dl>{cards}{more}'


def typed(known: Any, fields: list[dict[str, Any]]) -> str:
    """What was typed in each field that Python drew, with its label."""
    texts = {f'[{key!r}]': told(text) for key, text in (known or {}).items() if str(text).strip()}
    return '<br>'.join(f'{field["label"]}: {texts[key]}' for field in fields for key in texts if str(field['field']).endswith(key))
