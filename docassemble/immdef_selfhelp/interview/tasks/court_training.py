"""Practice for a hearing: which one it is and how it goes, who sits where, what to say, questions from one's own words, and a plan for the day."""
from datetime import date

from docassemble.immdef_selfhelp.interview.ask.court import ask_court, court_told
from docassemble.immdef_selfhelp.interview.ask.court_practice import ask_court_practice, court_practice_done
from docassemble.immdef_selfhelp.interview.ask.hearing_day import ask_day, ask_hearing, ask_room, day_told, room_told
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.ask.place import ask_place, place_told
from docassemble.immdef_selfhelp.interview.task import COURT, Card, Part, Task, TellingPart
from docassemble.immdef_selfhelp.law.facts.facts import Facts


def card(facts: Facts, _on: date) -> Card:
    """First where there is a case in court."""
    return Card('Practice for my hearing', 'Practice with your own words, and a plan of one page for the day', COURT,
                fits=facts.court.has_case == 'yes')


TASK = Task(
    id='court_training',
    title='Practice for my hearing',
    card=card,
    before=(
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('Where you are', 6, lambda told: ask_place(told.situation, told.danger_facts), place_told),
        Part('The court', 4, lambda told: ask_court(told.situation, told.court), court_told),
        Part('My hearing', 4, ask_hearing, lambda told: told.has('court_training', 'goes_read')),
        Part('The courtroom', 5, ask_room, room_told),
    ),
    of_each=(TellingPart('Practice', 10, lambda _, telling: ask_court_practice(telling), lambda _, telling: court_practice_done(telling)),),
    after=(Part('The day of the hearing', 4, ask_day, day_told),),
)
