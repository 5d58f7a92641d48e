"""What a witness is asked, for their own letter and nothing else."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at


def ask_witness(witness: Any) -> None:
    """The witness's own words, and whether they want to swear to them."""
    look_at(witness.letter_language, witness.name, witness.about, witness.saw, witness.heard, witness.sworn)
