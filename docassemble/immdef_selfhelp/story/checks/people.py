"""People named differently, and two adults' tellings of one event. Another adult's words are laid beside only when both agreed."""
from collections.abc import Iterator

from rapidfuzz import fuzz

from docassemble.immdef_selfhelp.law.provisions.folding import folded
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.checks.compare import compare_counts, compare_dates
from docassemble.immdef_selfhelp.story.checks.counts import Count, count
from docassemble.immdef_selfhelp.story.checks.names import NAME_WORD, like_name, like_word, name_words, names_in, same_name
from docassemble.immdef_selfhelp.story.checks.order import told_events
from docassemble.immdef_selfhelp.story.checks.result import PERSON, SMALL, UNDATED, Difference, Line
from docassemble.immdef_selfhelp.story.checks.statements import stated
from docassemble.immdef_selfhelp.story.told.basics import WRITTEN, YES
from docassemble.immdef_selfhelp.story.told.events import Event

SAME_PLACE, SAME_TELLING = 80, 60


def names_of(case: Case) -> list[str]:
    """Every name of the people of the case, other names used too."""
    return [name for person in case.people for name in (person.full_name, person.other_names) if name.strip()]


def listed_names(case: Case, telling: Telling) -> Iterator[Difference]:
    """The names an earlier statement lists, beside the names told here."""
    known = names_of(case)
    for number, statement in enumerate(telling.earlier):
        for place, typed in enumerate(names_in(statement.names, known)):
            if any(same_name(typed, name) for name in known):
                continue
            about = f'earlier[{number}].names[{place}]'
            alike = next((name for name in known if like_name(typed, name)), None)
            code, here = ('name', Line(text=alike)) if alike else ('person_only_earlier', Line(answer='absent'))
            yield Difference(code, SMALL, here, stated(statement, text=typed), ('family', about))


def texts(telling: Telling) -> Iterator[tuple[str, str]]:
    """The texts in which a telling names people."""
    yield from (('background', telling.background), ('left_how', telling.left_how), ('fear.children', telling.fear.children))
    for name, event in told_events(telling):
        if event.told == WRITTEN:
            yield name, '\n'.join((event.what, event.who, event.witnesses))


def spelled_names(case: Case, telling: Telling) -> Iterator[Difference]:
    """A name in the story that is written almost, but not quite, as the name of someone in the family."""
    known = {word for name in names_of(case) for word in name_words(name)}
    given = [person.given_names.split()[0] for person in case.people if person.given_names.split()]
    for name, text in texts(telling):
        for word in dict.fromkeys(NAME_WORD.findall(text)):
            alike = next((one for one in given if like_word(word, one)), None) if word[0].isupper() and folded(word) not in known else None
            if alike:
                yield Difference('name', SMALL, Line(text=alike), Line(text=word), ('family', name))


def one_event(first: Event, second: Event) -> bool:
    """Whether two adults seem to tell of one event: the same kind, place and much the same words."""
    return (first.kind == second.kind and first.told == second.told == WRITTEN and bool(first.where.strip() and second.where.strip())
            and fuzz.token_set_ratio(folded(first.where), folded(second.where)) >= SAME_PLACE
            and fuzz.token_set_ratio(folded(first.what), folded(second.what)) >= SAME_TELLING)


def side_by_side(case: Case, telling: Telling) -> Iterator[Difference]:
    """The dates and counts of what two adults both tell, when both agreed that their stories are laid side by side."""
    for other in case.tellings:
        if other.person == telling.person or not telling.may_compare == other.may_compare == YES:
            continue
        named = case.person(other.person).full_name
        if UNDATED not in (telling.left_when, other.left_when) and (found := compare_dates(telling.left_when, other.left_when)):
            yield Difference('left', found, Line(date=telling.left_when), Line(PERSON, named, date=other.left_when),
                             ('left_when', f'{other.person}.left_when'))
        for name, own in told_events(telling):
            for other_name, theirs in told_events(other):
                if one_event(own, theirs):
                    yield from event_differences(own, theirs, named, (name, f'{other.person}.{other_name}'))


def number_text(told: Count) -> str:
    """A count in digits: `4`, or `4-5` when it was told as between two numbers."""
    return '-'.join(str(number) for number in dict.fromkeys(told))


def event_differences(own: Event, theirs: Event, named: str, about: tuple[str, str]) -> Iterator[Difference]:
    """The date and the number of people of one event in two tellings. Of the other adult only that: no word they wrote."""
    if found := compare_dates(own.when, theirs.when):
        yield Difference('event', found, Line(date=own.when, text=own.what), Line(PERSON, named, date=theirs.when), about)
    people, others = count(own.who), count(theirs.who)
    if people and others and (found := compare_counts(people, others)):
        yield Difference('people_count', found, Line(date=own.when, text=own.who), Line(PERSON, named, text=number_text(others)), about)
