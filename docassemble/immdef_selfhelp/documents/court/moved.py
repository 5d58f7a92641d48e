"""A move told to the court: Form EOIR-33/IC, one for each person of the case (`eoir33`), as items of its map. What is known, and nothing else.

Left to be written by hand: signatures, days, how the copy is given, "in care of" (`eoir33_no_care_of`), and every telephone and email that nobody
told for this very person.
"""
import re
from collections.abc import Mapping
from datetime import date

from docassemble.immdef_selfhelp.documents.court import offices
from docassemble.immdef_selfhelp.documents.court.caption import in_the_case
from docassemble.immdef_selfhelp.documents.court.filings import applicant_telling, asks_venue
from docassemble.immdef_selfhelp.documents.forms.fill import Filled
from docassemble.immdef_selfhelp.documents.forms.map import read_map
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person

FORM = 'eoir-33-ic'
# A town with its state and ZIP code at the end of an address: "Chula Vista, CA 91910", "Chula Vista CA 91910"
TOWN_AT_THE_END = tuple(map(re.compile, (
    r'(.+?), ([^,]+, [A-Za-z.]+(?: [A-Za-z]{3,})? \d{5}(?:-\d{4})?)',
    r'(.+), ([^,]*[A-Za-z][^,]* \d{5}(?:-\d{4})?)')))


def tells_the_court(case: Case) -> bool:
    """Whether the forms about the new address belong to what is handed in: a motion for another court is filed with them; else after a move, until it
    was said that the court knows.
    """
    return asks_venue(case) or (case.court.moved == YES and case.court.told_court != YES)


def on_two_lines(address: str) -> tuple[str, str]:
    """Street, and town with state and ZIP code, as typed. What cannot be told apart stands whole in the first."""
    lines = [' '.join(line.split()).strip(' ,') for line in address.splitlines() if line.strip(' ,\t')]
    whole = re.sub(r'\s*,\s*', ', ', ', '.join(lines))
    found = next(filter(None, (one.fullmatch(whole) for one in TOWN_AT_THE_END)), None)
    if found:
        return found[1], found[2]
    return (', '.join(lines[:-1]), lines[-1]) if len(lines) > 1 else (whole, '')


def name_of(person: Person) -> str:
    """A name as the form asks for it: last name, then the others."""
    surnames = ' '.join(' '.join((person.first_surname, person.second_surname)).split())
    return ', '.join(filter(None, (surnames, ' '.join(person.given_names.split()))))


def eoir33(case: Case, person: Person, on: date) -> dict[str, str]:
    """What stands on the form of one person, by item. The telephone is only on the form of the one who told it."""
    told, court = case.filing, case.hearing_day.court
    former, current, office = on_two_lines(told.old_address), on_two_lines(told.address), offices.opla_address(court, on)
    telephone = applicant_telling(case).application.telephone if person.key == APPLICANT else ''
    items = {
        'name': name_of(person), 'a_number': case.a_number(person.key, APPLICANT),
        'former.street': former[0], 'former.city': former[1], 'current.street': current[0], 'current.city': current[1], 'current.phone': telephone,
        'service.name': case.person(APPLICANT).full_name, 'service.office.1': ', '.join(office[:1]), 'service.office.2': ', '.join(office[1:]),
        'return.1': person.full_name, 'return.2': current[0], 'return.3': current[1],
        'court': '\n'.join(offices.court_address(court, on))}
    return {item: text for item, text in items.items() if text.strip()}


def worksheet_rows(case: Case, person: Person, on: date) -> list[tuple[str, str]]:
    """The same in the order and with the words of the form; what is written by hand is empty. Without the mailer, and without "in care of", which the
    form of 2026 no longer has (`eoir33_no_care_of`).
    """
    told = eoir33(case, person, on)
    asked = (item for item in read_map(FORM).items.values() if not item.id.startswith(('return.', 'court')) and not item.id.endswith('care_of'))
    return [(item.label, told.get(item.id, '')) for item in asked]


def all_filled(case: Case, filled: Mapping[str, Filled]) -> bool:
    """Whether the form of everybody in the case is there."""
    return all(person.key in filled for person in in_the_case(case))
