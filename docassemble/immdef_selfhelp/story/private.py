"""What another person at home must not read: one policy for every paper, "My situation" on the screen and "My answers".

Some answers stand on no sheet whoever marked what: whoever they are about may live in the same room as the paper. When somebody marked that a
person of the family must not know, so do health, a crime that was done to them, what the other parent does, and the words of what happened. Papers
that are the person's own story (`Paper.tells_story`) are written to be handed over whole: the person decides where they lie.
"""
from dataclasses import replace
from typing import Any

from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.facts.marks import marks_by_id
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.case_facts import facts_for
from docassemble.immdef_selfhelp.story.told.advocacy import Advocacy
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.documents import DocumentsTold
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.health import Health

APPLICANT = 'applicant'
KEPT_BACK = '…'
"""Stands where words are that a sheet keeps back."""
MUST_NOT_KNOW = 'afraid_of_family'
"""The mark "someone in my family must not know what I tell"."""
VIOLENCE = 'violence_at_home'
"""The mark "someone I live with is violent"."""
ALWAYS = frozenset({'needs.violence_at_home', 'needs.afraid_of_family', 'needs.abused_by_citizen_or_resident', 'needs.crisis',
                    'needs.forced_work_or_trafficking', 'needs.phone', 'needs.identity_risk'})
WHEN_SOMEBODY_MUST_NOT_KNOW = frozenset({'needs.pregnant', 'needs.medical', 'needs.disability', 'needs.crime_in_united_states',
                                         'needs.child_without_parent_care', 'needs.other_parent_may_object'})
CODES = frozenset({'PSG_GENDER'})
"""Findings that tell who somebody is or loves."""
LOVED = frozenset({'partner'})
"""Relations that say whom somebody loves, where no marriage says it to everybody."""
WORDS = ('what', 'where', 'who', 'words', 'why', 'witnesses', 'injuries', 'care', 'report_result', 'report_why_not', 'report_threat_what',
         'proof_what', 'proof_tried')


def somebody_must_not_know(case: Case) -> bool:
    """Whether it was marked that a person of the family must not know what is told."""
    return dict(case.circumstances).get(MUST_NOT_KNOW) == YES


def somebody_is_feared_at_home(case: Case) -> bool:
    """Whether a person of the home must not know, or is violent: who may not fetch a child then stands on no sheet, but is written there by hand."""
    return somebody_must_not_know(case) or VIOLENCE in case.danger_facts


def private_facts(case: Case) -> frozenset[str]:
    """The names of the facts that stand on no sheet of this case."""
    return ALWAYS | WHEN_SOMEBODY_MUST_NOT_KNOW if somebody_must_not_know(case) else ALWAYS


def without_words(event: Event) -> Event:
    """An event whose every written text is `KEPT_BACK`: that something was told stays true, so that no sheet says it is missing."""
    hidden: dict[str, Any] = {name: KEPT_BACK for name in WORDS if getattr(event, name).strip()}
    return replace(event, **hidden)


def told_apart(telling: Telling) -> Telling:
    """A telling without the words of what happened, nor of what others knew of the person."""
    return replace(telling, community='', events=tuple(without_words(event) for event in telling.events))


def papers_apart(told: DocumentsTold) -> DocumentsTold:
    """What was told of papers and proof without its words: what there is of each stays, so that no sheet says it is missing."""
    hidden: dict[str, Any] = {name: tuple((key, KEPT_BACK) for key, _ in getattr(told, name)) for name in ('where', 'because_words', 'attempts')}
    return replace(told, **hidden, added=tuple(replace(paper, what=KEPT_BACK) for paper in told.added))


def requests_apart(told: Advocacy) -> Advocacy:
    """What is asked of officers without what was written of somebody's health and days: there are lines for it, to write on by hand."""
    return replace(told, requests=tuple(replace(one, facts='') for one in told.requests))


def for_paper(case: Case) -> Case:
    """The case as if what must not lie about had not been marked or written. Unknown is never "no"."""
    hidden, marks = private_facts(case), marks_by_id()
    kept = tuple((key, value) for key, value in case.circumstances if key not in marks or marks[key].fact not in hidden)
    dangers = tuple(key for key in case.danger_facts if key not in marks or marks[key].fact not in hidden)
    apart = somebody_must_not_know(case)
    tellings = tuple(map(told_apart, case.tellings)) if apart else case.tellings
    if somebody_is_feared_at_home(case):  # who may be whom the child fears
        tellings = tuple(replace(telling, children_fears=()) for telling in tellings)
    health = Health() if apart else case.health
    documents = papers_apart(case.documents) if apart else case.documents
    people = tuple(replace(person, may_not_fetch='') for person in case.people) if somebody_is_feared_at_home(case) else case.people
    advocacy = requests_apart(case.advocacy) if apart else case.advocacy
    return replace(case, circumstances=kept, danger_facts=dangers, phone='', tellings=tellings, health=health, people=people, documents=documents,
                   advocacy=advocacy)


def words_for_paper(text: str, case: Case) -> str:
    """Typed words as a sheet may have them: nothing of them when someone in the family must not know."""
    return KEPT_BACK if text.strip() and somebody_must_not_know(case) else text


def facts_for_paper(case: Case) -> Facts:
    """What the rules may read for a sheet of the applicant: nothing that must not lie about, nor which kind of harm was done."""
    facts = facts_for(for_paper(case))
    return replace(facts, tellings=tuple(replace(told, harms=tuple(replace(harm, kind='unknown') for harm in told.harms)) for told in facts.tellings))


def another_adult_tells(case: Case) -> bool:
    """Whether somebody beside the applicant holds this phone in their turn."""
    return any(telling.person != APPLICANT for telling in case.tellings)


def hidden_on_screen(case: Case) -> bool:
    """Whether "My answers" keeps back what a person of the family must not know: another adult holds this phone in their turn and may be the one."""
    return somebody_must_not_know(case) and another_adult_tells(case)


def facts_for_screen(case: Case) -> Facts:
    """What the rules may read for "My situation" on the screen: all of it, until another adult tells their story on this phone."""
    return facts_for_paper(case) if another_adult_tells(case) else facts_for(case)


def facts_for_reader(case: Case, reader: str) -> Facts:
    """What the rules may read for somebody in their turn: what the applicant marked in private is not for another adult."""
    return facts_for(case) if reader == APPLICANT else facts_for(for_paper(case), reader)


def on_screen(code: str, case: Case) -> bool:
    """Whether a finding may stand on "My situation" on the screen."""
    return code not in CODES or not another_adult_tells(case)


def reason_on_paper(facts: Facts, path: str) -> bool:
    """Whether a reason of a finding may stand on a sheet: not what was told of the story, nor a relation that says whom somebody loves."""
    room, _, rest = path.partition('.')
    number, _, name = rest.partition('.')
    if room == 'tellings' or (room == 'people' and name == 'own_fear'):
        return False
    return not (room == 'people' and name in ('relation', 'married') and facts.people[int(number)].relation in LOVED)
