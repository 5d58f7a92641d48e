"""The court a person told, and the office of the ICE lawyers (OPLA) of that very court, from the dated data. Nothing is guessed from a town."""
from datetime import date

from docassemble.immdef_selfhelp.law.provisions import dated, hearings
from docassemble.immdef_selfhelp.story.told.basics import UNKNOWN
from docassemble.immdef_selfhelp.story.told.hearing_day import OTHER

OPLA_OF = {court: court.replace('court_', 'opla_', 1) for court in hearings.court_ids()}
"""The provision of each court's OPLA office. That of West Los Angeles points to another (`law/data/provisions/places.yml`)."""


def address_of(provision_id: str, on: date, mail: bool = True) -> list[str]:
    """Name and address of an office, a line each; where it gets its mail when that is another place. A provision may point to another office."""
    found = dated.value(provision_id, on)
    if isinstance(found, str):
        return address_of(found, on, mail)
    lines = [str(found['name'])]
    before = 'mail_' if mail and 'mail_street' in found else ''
    return [*lines, str(found[f'{before}street']), f'{found[f"{before}city"]}, {found["state"]} {found[f"{before}zip"]}']


def court_address(court: str, on: date) -> list[str]:
    """Where papers for this court go; nothing for one that the data does not have."""
    return address_of(court, on)[1:] if court in OPLA_OF else []


def opla_address(court: str, on: date) -> list[str]:
    """Name and address of the OPLA office of this court; nothing when the court is not known or not in the data."""
    return address_of(OPLA_OF[court], on) if court in OPLA_OF else []


def why_no_office(court: str) -> str:
    """Why the office is left blank: `unknown` (no court was told) or `other` (the data does not have it); empty when it is there."""
    if court in OPLA_OF:
        return ''
    return OTHER if court == OTHER else UNKNOWN
