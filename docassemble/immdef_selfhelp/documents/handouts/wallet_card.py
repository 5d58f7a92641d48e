"""The wallet card: four on a sheet, printed on both sides, cut and folded once. It says no name, no country and no status.

Outside, for an officer: what the person who carries it says, in English and in Spanish. Inside, for whoever carries it. All four cards are alike and
stand in the middle of the sheet, so both sides meet whichever edge the printer turns the sheet on.
"""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.handout import Handout
from docassemble.immdef_selfhelp.documents.making.parts import Context, calendar_day
from docassemble.immdef_selfhelp.law.provisions import dated, rights

CARDS = 4


def card_context(language: str, on: date) -> Context:
    """Keys: `cards` (one for each place on the sheet), `said` (what it says to an officer, by language), `inside`, `checked`."""
    card = rights.card()
    checked = min(dated.provision(name).checked for name in card.rests_on)
    return {
        'cards': list(range(CARDS)), 'said': {code: [line[code] for line in card.said] for code in ('en', 'es')},
        'heading': dict(card.heading), 'inside': [line[language] for line in card.inside], 'checked': calendar_day(checked, language),
    }


HANDOUT = Handout('wallet_card', title={'es': 'Tarjeta para la cartera', 'en': 'Card for the wallet'}, file_names={'es': 'tarjeta', 'en': 'card'},
                  template='wallet_card', context=card_context)
