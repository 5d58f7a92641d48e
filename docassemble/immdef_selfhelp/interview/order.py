"""What is asked, in which order. Each function looks at every answer it needs; for the first one that is missing docassemble asks its screen.

In Python and not as blocks of the interview: docassemble searches all blocks again, for every answer, for each block it has to run.
"""
from typing import Any

from docassemble.immdef_selfhelp.interview.answers import marriage_matters
from docassemble.immdef_selfhelp.interview.earlier import next_difference
from docassemble.immdef_selfhelp.interview.fields import has_children, practice_groups
from docassemble.immdef_selfhelp.interview.lists import list_groups
from docassemble.immdef_selfhelp.interview.situation import stops_to_read
from docassemble.immdef_selfhelp.story.told.court import WITH_A_DAY
from docassemble.immdef_selfhelp.story.told.events import WITH_PROOF, WITH_TRIES
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES


def look_at(*_answers: object) -> None:
    """Nothing: reading an answer that is missing is what makes docassemble ask for it."""


def ask_people(applicant: Any, family: Any) -> None:
    """Who the people are, and the papers of those who are here."""
    look_at(applicant.given_names, applicant.birth.year, applicant.nationality, applicant.papers)
    family.gather()
    for member in family:
        if marriage_matters(member):
            look_at(member.married)
        if member.whereabouts == 'with_me' or member.travelling == 'yes':
            look_at(member.papers)


def ask_situation(situation: Any, danger_facts: Any) -> None:
    """Where the family is, what happened at the border, and what a lawyer should look at first."""
    look_at(situation.place, situation.entered)
    if situation.entered == 'yes':
        situation.entries.there_are_any = True
        situation.entries.gather()
    if situation.place in IN_THE_UNITED_STATES or situation.entered == 'yes':
        look_at(situation.us_papers, situation.interview_status)
    ask_list(danger_facts)
    ask_to_stop(situation)


def ask_to_stop(situation: Any, person: str = 'applicant') -> None:
    """The screen "talk to a lawyer before you go on", for what this person may read. A reason told later shows it again, alone."""
    situation.stops_for = person
    new = [found.code for found in stops_to_read(situation)]
    if new:
        look_at(situation.stop_read)
        situation.stops_seen = [*vars(situation).get('stops_seen', ()), *new]
        del situation.stop_read


def ask_court(situation: Any, court: Any) -> None:
    """The case in court, what was filed, a move, and how the fear interview went. Not asked of somebody who never met United States officers."""
    if situation.place not in IN_THE_UNITED_STATES and situation.entered != 'yes':
        return
    if situation.interview_status in ('positive', 'negative'):
        look_at(situation.interview_understood)
    if court.has_case == 'yes':
        look_at(court.hearing.year, court.decision)
        if court.decision in WITH_A_DAY:
            look_at(court.decision_served.year)
    if court.filed_asylum == 'yes':
        look_at(court.asylum_received.year, court.fee_notice.year)
    if court.moved == 'yes':
        look_at(court.moved_on.year)


def ask_list(marked: Any) -> None:
    """One list to mark, a few on each screen. `marked` is the DADict of the list's name."""
    for number in range(len(list_groups(marked.instanceName))):
        look_at(marked[number])


def ask_story(telling: Any) -> None:
    """One adult's own telling: life before, what happened, moves, the journey and what came after."""
    look_at(telling.began, telling.told_language, telling.background, telling.community)
    for event in telling.events.elements:
        # Here and not only through the list: docassemble would first search all its blocks for the one that completes an event
        if 'complete' not in vars(event):
            ask_event(event)
            event.complete = True
    telling.events.gather()
    if any(event.kind == 'harm' for event in telling.events.elements):
        look_at(telling.reasons)
    if telling.moved == 'yes':
        telling.moves.there_are_any = True
        telling.moves.gather()
    look_at(telling.left_when.year, telling.left_how)
    if telling.other_countries == 'yes':
        telling.countries.there_are_any = True
        telling.countries.gather()
    look_at(telling.since_leaving)


def ask_event(event: Any) -> None:
    """One thing that happened: as much as its kind, and the way the person wants to tell it, call for."""
    look_at(event.kind, event.what)
    if event.told != 'skip':
        look_at(event.when.year, event.where)
    if event.told == 'written':
        if event.kind in ('harm', 'report'):
            look_at(event.who, event.words)
        if event.kind == 'harm':
            look_at(event.why, event.injuries, event.reported)
        if event.proof in WITH_PROOF:
            look_at(event.proof_what)
        if event.proof in WITH_TRIES:
            look_at(event.proof_tried)


def ask_fears(telling: Any, applicant: Any, family: Any, situation: Any) -> None:
    """What is feared in the own country; apart from it the children's fear and Mexico; and what was wrong or late before."""
    look_at(telling.fear.what)
    if telling.fear.told == 'written':
        look_at(telling.fear.who, telling.fear.authorities, telling.fear.torture)
    if has_children(family):
        look_at(telling.fear.children)
    if applicant.nationality != 'Mexico':
        look_at(telling.fear.mexico)
    look_at(telling.corrections)
    if situation.place in IN_THE_UNITED_STATES:
        look_at(telling.late_reason)


def ask_earlier(telling: Any, situation: Any, tellers: int) -> None:
    """What was told before to officers, judges or on forms; whether it may be laid beside another adult's story; each serious difference once."""
    if telling.told_before == 'yes':
        for statement in telling.earlier.elements:
            if 'complete' not in vars(statement):
                ask_earlier_statement(statement, situation)
                statement.complete = True
        telling.earlier.there_are_any = True
        telling.earlier.gather()
    if tellers > 1:
        look_at(telling.may_compare)
    while (found := next_difference(telling)) is not None:
        look_at(telling.difference_read)
        telling.differences_seen = [*vars(telling).get('differences_seen', ()), found.key]
        del telling.difference_read


def ask_earlier_statement(statement: Any, situation: Any) -> None:
    """One earlier paper: what it is, its words, and the parts that can be compared."""
    look_at(statement.kind, statement.when.year, statement.text, statement.reported, statement.left_when.year)
    if situation.entered == 'yes':
        look_at(statement.entered_when.year)
    if statement.tells_events == 'yes':
        statement.events.there_are_any = True
        statement.events.gather()


def ask_practice(telling: Any) -> None:
    """The practice interview, if the person wants it now."""
    if telling.wants_practice == 'yes':
        for number in range(len(practice_groups())):
            look_at(telling.practised[number])


def ask_declaration(telling: Any) -> None:
    """Whether the person wants a declaration, and who reads it back and translates it."""
    if telling.wants_declaration == 'yes':
        if telling.reads_told_language != 'yes':
            look_at(telling.interpreter.name)
        if telling.told_language != 'en':
            look_at(telling.translator.name)
