"""Find a sponsor: the risks of giving data first, who decides, a profile without a story, and the sponsor's own letter on their own phone."""
from datetime import date

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.family_profile import ask_channels, ask_profile, profile_told
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.task import FAMILY, Card, Part, Task, Variables
from docassemble.immdef_selfhelp.law.facts.facts import Facts


def card(facts: Facts, _on: date) -> Card:
    """First for a family in custody."""
    return Card('A sponsor', 'What a sponsor risks, a profile without your story, and a link for their own letter', FAMILY,
                fits=facts.place == 'custody')


def ask_risks(variables: Variables) -> None:
    """What data may be used for, before anything else."""
    look_at(variables.sponsor.risks_read, variables.sponsor.what_read)


TASK = Task(
    id='sponsor',
    title='A sponsor',
    card=card,
    before=(
        Part("Before you share anyone's information", 3, ask_risks, lambda told: told.has('sponsor', 'what_read')),
        Part('Who decides', 3, ask_channels, lambda told: told.has('sponsor', 'channels_read')),
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('A profile, if you want one', 3, ask_profile, profile_told),
        Part("The sponsor's own letter", 2, lambda told: look_at(told.sponsor.letter_read), lambda told: told.has('sponsor', 'letter_read')),
    ),
)
