"""The request to keep a family together: who they are, what they ask of officers, and the facts, by category. Facts first, no law beyond its source.

A category has a policy's own words only while such a policy stands (`law.provisions.unity`). What must not lie about is not printed: two boxes at the
end, there for everybody, are ticked by hand.
"""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.documents.making.family_parts import person
from docassemble.immdef_selfhelp.documents.making.paper import OFFICER, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, calendar_day, law_note
from docassemble.immdef_selfhelp.law.facts.facts import INDIGENOUS_LANGUAGES, Facts
from docassemble.immdef_selfhelp.law.provisions import citations, dated, unity
from docassemble.immdef_selfhelp.story import children, private
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES
from docassemble.immdef_selfhelp.story.wording import spoken_language

SPANISH_OR_ENGLISH = ('spanish', 'english', 'unknown', '')
# Each category of need with the fact that tells it; the order of the policies.
NEEDS = (('apart', 'child_of_family_apart'), ('health', 'medical'), ('pregnancy', 'pregnant'), ('disability', 'disability'),
         ('older_person', 'older_person'))


def categories(case: Case, facts: Facts, on: date) -> Iterator[tuple[str, tuple[Person, ...]]]:
    """Every category of which something was told, with the children it is about."""
    everybody = [child for child in children.children_of(case, on) if child.key != private.APPLICANT]
    own = tuple(child for child in everybody if children.own(child) and not child.us_citizen)
    citizens = tuple(child for child in everybody if children.own(child) and child.us_citizen)
    others = tuple(child for child in everybody if not children.own(child))
    if own:
        yield 'parent_and_child', own
    if citizens:
        # The policies speak of a child who is no citizen: their words do not stand here
        yield 'parent_and_citizen_child', citizens
    if others:
        yield 'not_the_parent', others
    yield from ((code, ()) for code, fact in NEEDS if getattr(facts.needs, fact) == 'yes')
    if case.best_language in INDIGENOUS_LANGUAGES:
        yield 'indigenous_language', ()
    elif case.best_language not in SPANISH_OR_ENGLISH:
        yield 'language', ()


def reason(code: str, people: tuple[Person, ...], language: str, on: date) -> Context:
    """One category: whom it is about, and how each policy that stands today calls it."""
    policies = [{'words': words, 'source': citations.in_language(dated.provision(policy.provision).citation, language)}
                for words, policy in unity.category_words(code, language, on)]
    return {'code': code, 'names': ', '.join(child.full_name for child in people), 'policies': policies}


def request_context(case: Case, language: str, on: date) -> Context:
    """The request. Keys: `name`, `born`, `language`, `people`, `asks` (codes), `reasons`, `mexico` (fear there can matter), `sources`, `law`."""
    facts, applicant = private.facts_for_paper(case), case.people[0]
    reasons = [reason(code, people, language, on) for code, people in categories(case, facts, on)]
    used = list(dict.fromkeys(policy.provision for code, _ in categories(case, facts, on) for _, policy in unity.category_words(code, language, on)))
    sources = [{'citation': citations.in_language(one.citation, language), 'checked': calendar_day(one.checked, language)}
               for one in map(dated.provision, used)]
    me = person(applicant, language)
    return {
        'name': me['name'], 'born': me['born'], 'language': spoken_language(case.best_language, case.best_language_detail, language),
        'people': [person(one, language) for one in case.people[1:] if children.is_here(one)], 'asks': list(case.family_plan.asks),
        'reasons': reasons, 'mexico': applicant.nationality != 'Mexico' and case.place.now not in IN_THE_UNITED_STATES,
        'sources': sources, 'law': law_note(used or ['unity_policy'], language, on),
    }


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In English for the officer with a copy in Spanish to read, once the family asks for something."""
    return ('en', 'es') if case.family_plan.asks else ()


PAPER = Paper(
    'unity_request', title={'es': 'Pedido para que no separen a la familia', 'en': 'Request to keep our family together'},
    file_names={'es': 'pedido-familia', 'en': 'family-request'}, offered=offered, context=of_case(request_context), use=OFFICER, of_family=True,
)
