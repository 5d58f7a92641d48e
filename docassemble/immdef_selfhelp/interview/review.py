"""Reading through what was told, with a way to change each answer: only that question is asked again."""
from typing import Any

from docassemble.base.util import all_variables, get_language, url_action, word

from docassemble.immdef_selfhelp.interview import rows
from docassemble.immdef_selfhelp.interview.answers import case_now, chosen_keys, event_of, plain
from docassemble.immdef_selfhelp.interview.earlier import follow_erasure
from docassemble.immdef_selfhelp.interview.fields import (
    circumstance_groups,
    circumstance_title,
    danger_groups,
    danger_title,
    date_told,
    family_adults,
    person_label,
)
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.law.provisions import questions
from docassemble.immdef_selfhelp.story import hints, private

SHORT = 90
# The answer that says whether a list has anything at all
GATES = {'entries': 'entered', 'moves': 'moved', 'countries': 'other_countries', 'earlier': 'told_before'}


def folded(title: str, inner: str, list_name: str, number: int) -> str:
    """A folded card with its lines and the link that erases it (after asking once more)."""
    erase = f'<a href="{url_action("ask_remove", list=list_name, number=number)}" class="erase-one">{word("Erase this one")}</a>'
    return f'<details class="card"><summary>{title}</summary>{inner}{erase}</details>'


def event_card(event: Any) -> str:
    """The short text of an event card: when, and how the telling begins."""
    fact = event_of(event)
    text = {'aloud': word('I will say it aloud'), 'skip': word('I skipped this')}.get(fact.told) or told(fact.what, SHORT)
    when = date_told(fact.when)
    return f'<strong>{when[:1].upper()}{when[1:]}</strong> {text}'


def event_lines(telling: Any) -> str:
    """The events told until now, a line each, in the order told."""
    return items([event_card(event) for event in telling.events.elements if 'kind' in vars(event)])


def card(thing: Any, title: str, table: tuple[rows.Row, ...], list_name: str, number: int) -> str:
    """The folded card of one person, event, move, country or entry of a list."""
    return folded(title, f'<dl>{rows.rows(plain(thing), f"{list_name}[{number}]", table)}</dl>', list_name, number)


def add_link(list_name: str, label: str) -> str:
    """The link that adds one more to a list."""
    return f'<p><a href="{url_action("_da_list_add", list=list_name)}" class="add">{label}</a></p>'


def event_cards(telling: Any) -> str:
    """The cards of every event told until now, folded, in the order told."""
    return ''.join(card(event, event_card(event), rows.EVENT, f'{telling.instanceName}.events', number)
                   for number, event in enumerate(telling.events.elements) if 'kind' in vars(event))


def hint_list(telling: Any, language: str) -> str:
    """Open questions about what the last event does not say yet, or nothing. Never a score."""
    if not telling.events.elements:
        return ''
    return items([hint.question for hint in hints.hints(event_of(telling.events.elements[-1]), language)])


def people_review(applicant: Any, family: Any) -> str:
    """The part of the review about the people."""
    cards = ''.join(card(member, person_label(member), rows.MEMBER, 'family', number) for number, member in enumerate(family.elements))
    own = f'<dl>{rows.rows(plain(applicant), "applicant", rows.APPLICANT)}</dl>'
    return f'{own}{cards}{add_link("family", word("Add a person"))}{tellers_review(family)}'


def tellers_review(family: Any) -> str:
    """The line with the adults who tell their own story, once that was asked."""
    variables = all_variables(simplify=False)
    if 'own_declarations' not in variables or not family_adults(family):
        return ''
    names = '<br>'.join(person_label(family.elements[int(key.rpartition('_')[2])]) for key in chosen_keys(variables['own_declarations']))
    return f'<dl>{rows.row(word("Adults who tell their own story"), names or word("Nobody else"), "own_declarations")}</dl>'


def situation_review(situation: Any) -> str:
    """The part of the review about where the family is, and entries."""
    known = plain(situation)
    parts = [f'<dl>{rows.rows(known, "situation", rows.SITUATION)}</dl>']
    if known.get('entered') == 'yes' and 'entries' in known:
        parts += [card(entry, date_told(entry.when), rows.ENTRY, 'situation.entries', number)
                  for number, entry in enumerate(situation.entries.elements) if 'when' in vars(entry)]
        parts.append(add_link('situation.entries', word('Add an entry')))
    return ''.join(parts)


def court_review() -> str:
    """The part of the review about the case in court, what was filed and a move; nothing before that was asked."""
    variables = all_variables(simplify=False)
    told_of = plain(variables['court']) if 'court' in variables else {}
    known = {name: value for name, value in told_of.items()
             if name not in rows.ONLY_AFTER or told_of.get(rows.ONLY_AFTER[name][0]) in rows.ONLY_AFTER[name][1]}
    lines = rows.rows(known, 'court', rows.COURT)
    return f'<h2>{word("Your case and your address")}</h2><dl>{lines}</dl>' if lines else ''


def lists_review() -> str:
    """What was marked on the lists: what a lawyer looks at first, and the circumstances; a line for each list that was answered.

    Another adult who tells their story on this phone can open the review: what stands on no paper for that reason stands here only as "Change".
    """
    variables, language, lines = all_variables(simplify=False), get_language(), []
    hidden = private.private_facts(case_now())
    for name, groups, title in (('danger_facts', danger_groups(), danger_title), ('circumstances', circumstance_groups(), circumstance_title)):
        answered = getattr(variables.get(name), 'elements', {})
        for number, group in enumerate(groups):
            if number in answered:
                chosen = chosen_keys(answered[number])
                marked = [mark.ask[language] for mark in group.marks if mark.id in chosen and mark.fact not in hidden]
                marked += [word('I do not know about some of these')] if 'unknown' in chosen else []
                # The same words whether only what is private was marked or nothing: a dash would tell
                nothing = word('You answered this') if any(mark.fact in hidden for mark in group.marks) else word('None of these')
                text = '<br>'.join(marked) or nothing
                lines.append(rows.row(title(number), text, f'{name}[{number}]'))
    own = {name: plain(variables[name]) for name in ('reads',) if name in variables}
    lines.append(rows.rows(own, '', rows.READING))
    return f'<h2>{word("What you marked")}</h2><dl>{"".join(lines)}</dl>' if any(lines) else ''


def places_review(telling: Any, known: dict[str, Any], list_name: str, table: tuple[rows.Row, ...], add: str) -> str:
    """The cards of the moves, or of the other countries."""
    base = f'{telling.instanceName}.{list_name}'
    cards = (card(thing, told(thing.get(table[0].target), SHORT), table, base, number) for number, thing in enumerate(known.get(list_name) or []))
    return ''.join(cards) + add_link(base, add)


def earlier_review(telling: Any, known: dict[str, Any]) -> str:
    """What was told before, a folded card for each time."""
    base = f'{telling.instanceName}.earlier'
    parts = [f'<dl>{rows.rows(known, telling.instanceName, rows.TOLD_BEFORE)}</dl>']
    if known.get('told_before') == 'yes':
        for number, statement in enumerate(known.get('earlier') or []):
            name = f'{base}[{number}]'
            inner = rows.rows(statement, name, rows.EARLIER)
            for place, event in enumerate(statement.get('events') or [] if statement.get('tells_events') == 'yes' else []):
                inner += rows.rows(event, f'{name}.events[{place}]', rows.EARLIER_EVENT)
            parts.append(folded(rows.value_text('kind', statement.get('kind', '')), f'<dl>{inner}</dl>', base, number))
        parts.append(add_link(base, word('Add another time I told it')))
    return ''.join(parts) + f'<dl>{rows.rows(known, telling.instanceName, rows.COMPARED)}</dl>'


def practice_review(base: str, known: dict[str, Any]) -> str:
    """The key words noted while practising, a line for each group of questions."""
    noted = known.get('practice') or {}
    lines = []
    for number, group in enumerate(questions.practice_groups(get_language())):
        words = [told(noted[question.id], rows.REVIEW_LENGTH) for question in group.questions if noted.get(question.id)]
        if words:
            lines.append(rows.row(group.title, '<br>'.join(words), f'{base}.practised[{number}]'))
    return ''.join(lines)


def helpers_review(telling: Any, known: dict[str, Any]) -> str:
    """Who reads the declaration back and who translates it; only asked of somebody who wants one."""
    if known.get('wants_declaration') != 'yes':
        return ''
    asked = (('interpreter', word('Who reads it to me'), known.get('reads_told_language') in ('some', 'no')),
             ('translator', word('Who puts it into English'), known.get('told_language') != 'en'))
    return ''.join(rows.row(label, rows.told_values(rows.HELPER[0].names, known[name]), f'{telling.instanceName}.{name}.name')
                   for name, label, wanted in asked if wanted and 'name' in (known.get(name) or {}))


def telling_review(telling: Any) -> str:
    """The part of the review about one telling, in the order it was asked."""
    base, known = telling.instanceName, plain(telling)
    parts = [f'<dl>{rows.rows(known, base, rows.BEFORE)}</dl>', event_cards(telling), add_link(f'{base}.events', word('Add something that happened'))]
    parts.append(f'<dl>{rows.rows(known, base, rows.REASONS)}{rows.rows(known, base, rows.MOVED)}</dl>')
    if known.get('moved') == 'yes':
        parts.append(places_review(telling, known, 'moves', rows.MOVE, word('Add a place')))
    parts.append(f'<dl>{rows.rows(known, base, rows.JOURNEY)}</dl>')
    if known.get('other_countries') == 'yes':
        parts.append(places_review(telling, known, 'countries', rows.COUNTRY, word('Add a country')))
    parts.append(f'<dl>{rows.rows(known, base, rows.AFTER)}{rows.rows(known.get("fear") or {}, f"{base}.fear", rows.FEAR)}</dl>')
    parts.append(earlier_review(telling, known))
    lines = (rows.rows(known, base, rows.DECLARATION), helpers_review(telling, known), practice_review(base, known))
    return ''.join(parts) + f'<dl>{"".join(lines)}</dl>'


def review_list(applicant: Any, family: Any, situation: Any, tellings: Any, people: dict[str, str]) -> str:
    """Everything told until now under plain headings. `people` gives the name of each teller by key."""
    own = {name: plain(value) for name, value in all_variables(simplify=False).items() if any(name in one.names for one in rows.OWN)}
    if own.get('best_language') != 'indigenous':
        own.pop('indigenous_language', None)
    parts = [f'<h2>{word("The people")}</h2><dl>{rows.rows(own, "", rows.OWN)}</dl>', people_review(applicant, family)]
    if 'place' in vars(situation):
        parts += [f'<h2>{word("Where you are")}</h2>', situation_review(situation), court_review(), lists_review()]
    for telling in tellings.elements:
        if telling.person in people and 'events' in vars(telling):
            parts += [f'<h2>{word("What happened")} · {people[telling.person]}</h2>', telling_review(telling)]
    return ''.join(parts)


def erasable(list_name: str) -> Any:
    """The list of told things with this name, or None. Names come from the address bar: only these may be erased from."""
    variables = all_variables(simplify=False)
    allowed = {'family': variables['family'], 'situation.entries': vars(variables['situation']).get('entries')}
    for telling in variables['tellings'].elements:
        for name in ('events', 'moves', 'countries', 'earlier'):
            if name in vars(telling):
                allowed[f'{telling.instanceName}.{name}'] = getattr(telling, name)
    return allowed.get(list_name)


def told_count(list_name: str) -> int:
    """How many things a list holds now; the link that erases carries it, so that a page loaded again erases nothing more."""
    things = erasable(list_name)
    return len(things.elements) if things is not None else 0


def remove_told(list_name: str, number: int, of: int) -> None:
    """Erase one person, entry, event, move or country that was told, if the list still holds `of` things. Everything else is refused.

    With a person goes what that person told; when the last place is erased, whether there was one is asked again.
    """
    things = erasable(list_name)
    if things is None or type(number) is not int or not 0 <= number < len(things.elements) == of:
        return
    things.pop(number)
    things.there_are_any = bool(things.elements)
    variables = all_variables(simplify=False)
    if list_name == 'family':
        forget_teller(variables['tellings'], variables.get('own_declarations'), number)
    owner, _, name = list_name.rpartition('.')
    teller = next((one for one in variables['tellings'].elements if one.instanceName == owner), None)
    if teller is not None:
        follow_erasure(teller, name, number)
    if name in GATES and not things.elements:
        delattr(teller or variables['situation'], GATES[name])


def forget_teller(tellings: Any, chosen: Any, number: int) -> None:
    """Erase what the person with this number in the family told; those after that person move up by one."""
    def moved_up(key: str) -> str:
        before, _, place = key.rpartition('_')
        return f'family_{int(place) - 1}' if before == 'family' and int(place) > number else key

    gone = f'family_{number}'
    for place in [place for place, telling in enumerate(tellings.elements) if telling.person == gone]:
        tellings.pop(place)
    for telling in tellings.elements:
        telling.person = moved_up(telling.person)
    if chosen is not None:
        chosen.elements = {moved_up(key): ticked for key, ticked in chosen.elements.items() if key != gone}
