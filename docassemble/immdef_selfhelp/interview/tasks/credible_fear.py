"""Tell what happened: preparation for the fear interview, practice, and a declaration.

Who is already before a judge tells the same story for the court.
"""
from datetime import date

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.declaration import ask_declaration, declaration_told
from docassemble.immdef_selfhelp.interview.ask.earlier import ask_earlier, earlier_told
from docassemble.immdef_selfhelp.interview.ask.events import ask_events, events_told
from docassemble.immdef_selfhelp.interview.ask.fears import ask_fears_of, fears_of_told
from docassemble.immdef_selfhelp.interview.ask.journey import ask_journey, journey_told
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.ask.place import ask_place, place_told
from docassemble.immdef_selfhelp.interview.ask.practice import ask_practice, practice_done
from docassemble.immdef_selfhelp.interview.ask.tellers import ask_tellers, tellers_told, tellings_of
from docassemble.immdef_selfhelp.interview.fear_interview import is_before_a_judge
from docassemble.immdef_selfhelp.interview.task import BORDER, COURT, Card, Part, Task, TellingPart, Variables
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.rules.fear_interview import before_a_judge
from docassemble.immdef_selfhelp.law.rules.process import earlier_order, is_unaccompanied

TELLING = 'Tell what happened: my declaration'
LEAVES_WITH = 'Your declaration, a preparation sheet, and a list of documents and proof'


def card(facts: Facts, on: date) -> Card:
    """By its use now: the interview, or the judge. A child alone is not sent to an interview that is not theirs (8 U.S.C. 1232(a)(5)(D))."""
    if is_unaccompanied(facts, on):
        return Card(TELLING, LEAVES_WITH, BORDER, why_not=('er_uac_exempt',))
    if before_a_judge(facts):
        return Card(TELLING, LEAVES_WITH, COURT, fits=True)
    title = 'Prepare for the reasonable fear interview' if earlier_order(facts) else 'Prepare for the credible fear interview'
    return Card(title, LEAVES_WITH, BORDER, fits=facts.place in ('mexico', 'custody'))


def ask_before_telling(variables: Variables) -> None:
    """What the interview is, before anything is written for it, or why there may be none; then who tells."""
    # Whoever read of the interview before a case was told of is not sent back from the middle of a story
    if not variables.has('credible_fear_answer_read'):
        if is_before_a_judge():
            look_at(variables.credible_fear.court_read)
        else:
            look_at(variables.credible_fear_explained, variables.credible_fear_said, variables.credible_fear_rights_read,
                    variables.credible_fear_answer_read)
    ask_tellers(variables)


def before_telling_told(variables: Variables) -> bool:
    """Whether the interview was explained, or the judge, and it is known who tells."""
    return tellers_told(variables) and (variables.has('credible_fear_answer_read') or variables.has('credible_fear', 'court_read'))


def ask_once_more(variables: Variables) -> None:
    """What to be careful with, then everything once more."""
    look_at(variables.careful_points_read, variables.everything_reviewed)


TASK = Task(
    id='credible_fear',
    title='Prepare for the credible fear interview, and my declaration',
    card=card,
    # The people and the place come first: they decide which questions follow
    before=(
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('Where you are', 6, lambda told: ask_place(told.situation, told.danger_facts), place_told),
        Part('Before you tell your story', 8, ask_before_telling, before_telling_told),
    ),
    # The story, once for the applicant and once for every adult who is here and wants to tell their own
    of_each=(
        TellingPart('What happened', 25, lambda _, telling: ask_events(telling), lambda _, telling: events_told(telling)),
        TellingPart('The journey', 10, lambda _, telling: ask_journey(telling), lambda _, telling: journey_told(telling)),
        TellingPart('What you fear', 10, ask_fears_of, fears_of_told),
        TellingPart('What was told before', 5, lambda told, telling: ask_earlier(telling, told.situation, len(tellings_of(told))),
                    lambda told, telling: earlier_told(telling, len(tellings_of(told)))),
        TellingPart('Practice', 10, lambda _, telling: ask_practice(telling), lambda _, telling: practice_done(telling)),
        TellingPart('The declaration', 5, lambda _, telling: ask_declaration(telling), lambda _, telling: declaration_told(telling)),
    ),
    after=(Part('Read everything one more time', 5, ask_once_more, lambda told: told.has('everything_reviewed')),),
)
