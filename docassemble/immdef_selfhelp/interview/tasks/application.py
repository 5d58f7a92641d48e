"""Form I-589, item by item: what the case holds is not asked again, and every box is answered or says why not."""
from datetime import date

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.application import (
    CLAIM,
    FAMILY,
    PAST,
    SIGNING,
    YOU,
    ask_family_of,
    ask_past,
    ask_you,
    part_told,
)
from docassemble.immdef_selfhelp.interview.ask.application_claim import ask_claim, ask_signing
from docassemble.immdef_selfhelp.interview.ask.court import ask_court, court_told
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.ask.place import ask_place, place_told
from docassemble.immdef_selfhelp.interview.ask.tellers import ask_tellers, tellers_told
from docassemble.immdef_selfhelp.interview.task import COURT, Card, Part, Task, TellingPart, Variables
from docassemble.immdef_selfhelp.law.facts.facts import Facts


def card(facts: Facts, _on: date) -> Card:
    """First where there is a case in court and no application was received."""
    fits = facts.court.has_case == 'yes' and facts.court.filed_asylum != 'yes'
    return Card('Form I-589', 'Every box of the asylum form on a sheet, ready to copy by hand', COURT, fits=fits)


def ask_before(variables: Variables) -> None:
    """What the sheet is and is not, then who files."""
    look_at(variables.application.intro_read)
    ask_tellers(variables)


TASK = Task(
    id='application',
    title='Form I-589',
    card=card,
    before=(
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('Where you are', 6, lambda told: ask_place(told.situation, told.danger_facts), place_told),
        Part('The court', 4, lambda told: ask_court(told.situation, told.court), court_told),
        Part('What this form is', 2, ask_before, lambda told: tellers_told(told) and told.has('application', 'intro_read')),
    ),
    of_each=(
        TellingPart('You, on the form', 15, ask_you, part_told(YOU)),
        TellingPart('Husband, wife and children, on the form', 10, ask_family_of, part_told(FAMILY)),
        TellingPart('Homes, schools, work, parents', 15, ask_past, part_told(PAST)),
        TellingPart('The reasons and the questions', 15, ask_claim, part_told(CLAIM)),
        TellingPart('Who helped, and what is still missing', 4, ask_signing, part_told(SIGNING)),
    ),
)
