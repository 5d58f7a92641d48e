"""What was told only for the day at the border: who carries the papers of the children, what was agreed, and the sheets."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.review.rows import Table, line, row, rows
from docassemble.immdef_selfhelp.interview.turn_in import PROOF_WORDS
from docassemble.immdef_selfhelp.story.told.turn_in import TurnIn

TURN_IN = Table(TurnIn, (line('What we agreed', 'agreed'), line('The sheets', 'sheets')))


def proof_row(proof: Mapping[str, str], people: Mapping[str, str]) -> str:
    """For each child, who carries the papers."""
    told = '<br>'.join(f'{people.get(key, "")}: {word(PROOF_WORDS[code])}' for key, code in proof.items() if code in PROOF_WORDS)
    return row(word('Papers of the children'), told, 'turn_in.proof_read')


def turn_in_section(variables: Mapping[str, Any], people: Mapping[str, str]) -> str:
    """What was told for the day, once it was asked."""
    known = plain(variables['turn_in']) if 'turn_in' in variables else {}
    if 'agreed' not in known:
        return ''
    proof = proof_row(known['proof'], people) if 'proof_read' in known and isinstance(known.get('proof'), dict) else ''
    return f'<h2>{word("If you are separated")}</h2><dl>{proof}{rows(known, "turn_in", TURN_IN)}</dl>'
