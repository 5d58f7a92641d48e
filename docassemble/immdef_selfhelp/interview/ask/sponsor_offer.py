"""What a sponsor is asked, for their own letter and nothing else."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at


def ask_sponsor(offer: Any) -> None:
    """The warnings first, then the sponsor's own words; the screens of income and status can be left without an answer."""
    look_at(offer.warned, offer.channel, offer.name, offer.about, offer.room, offer.will, offer.says_income, offer.status, offer.sworn)
