"""Whom a letter to officers goes to, by who holds the person: dated data with the day it was checked, and no address where none is held."""
from collections.abc import Mapping
from datetime import date
from typing import Any

from docassemble.immdef_selfhelp.documents.making.parts import Context, calendar_day
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.told.advocacy import BOND, CBP, FACILITIES, ICE, OF_AN_OFFICE, ORR, Advocacy, Request
from docassemble.immdef_selfhelp.story.told.basics import UNKNOWN

ADDRESSEES = {CBP: 'addressee_cbp', ICE: 'addressee_ice', ORR: 'addressee_orr', UNKNOWN: 'addressee_unknown'}

# What the family is told, where no line was checked: what was looked for, and what can be done now.
NOT_FOUND = 'urgent_not_found'
# Their numbers were on no official page we opened and nobody called them: they stand on the screen with those words, and on no paper.
UNCHECKED_LINES = {'addressee_cbp': 'cbp_information_line', 'addressee_ice': 'ice_reporting_line'}


def holder(told: Advocacy, request: Request) -> str:
    """Which officers a request is for: those who have the thing or wrote the paper, else those who hold the person."""
    asked = request.office if request.kind in OF_AN_OFFICE else told.held_by
    return asked if asked in ADDRESSEES else UNKNOWN


def provision_of(told: Advocacy, request: Request) -> str:
    """The provision that says to whom: a bond hearing is asked of a judge."""
    return 'addressee_bond' if request.kind == BOND else ADDRESSEES[holder(told, request)]


def line_of(told: Advocacy, request: Request, on: date) -> str:
    """The provision with a telephone line, or with the way to ask where there is none."""
    return str(dated.value(provision_of(told, request), on)['line'])


def call_of(told: Advocacy, request: Request) -> str:
    """The provision with a number nobody checked for this program, for screens that say so; empty where there is none."""
    return UNCHECKED_LINES.get(provision_of(told, request), '')


def place_of(told: Advocacy, request: Request, on: date) -> str:
    """The provision with the address of this place; empty when the law data has none."""
    if told.held_at not in FACILITIES or request.kind in OF_AN_OFFICE or holder(told, request) != ICE:
        return ''
    return str(dated.value('addressee_bond', on)['courts'][told.held_at]) if request.kind == BOND else told.held_at


def street(known: Mapping[str, Any]) -> list[str]:
    """The lines of an address."""
    return [str(known['name']), str(known['street']), f'{known["city"]}, {known["state"]} {known["zip"]}']


def addressee(told: Advocacy, request: Request, language: str, on: date) -> Context:
    """Whom the letter goes to.

    Keys: `to`, `lines` (the address, when the data has one), `place` (else the place as told), `checked` (the day of the address, or nothing).
    """
    place = place_of(told, request, on)
    known = dated.provision(place) if place else None
    as_told = '' if known or request.kind in OF_AN_OFFICE else told.held_place
    return {
        'to': str(dated.value(provision_of(told, request), on)['to'][language]),
        'lines': street(dated.value(place, on)) if known else [],
        'place': request.taken_where if request.kind in OF_AN_OFFICE else as_told,
        'checked': calendar_day(known.checked, language) if known else '',
    }
