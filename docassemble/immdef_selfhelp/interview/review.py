"""Reading through what was told, with a way to change each answer: only that question is asked again."""
from typing import Any

from docassemble.base.util import all_variables, get_language, url_action, word

from docassemble.immdef_selfhelp.interview.answers import chosen_keys, event_of, plain
from docassemble.immdef_selfhelp.interview.fields import date_told, person_label
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.law import countries
from docassemble.immdef_selfhelp.story import hints

SHORT = 90
REVIEW_LENGTH = 300
EVENT_ROWS = (
    ('kind', 'What kind of thing it was', None), ('what', 'What happened', None), ('when', 'When', 'when.year'), ('where', 'Where', None),
    ('who', 'Who', None), ('words', 'Their words', None), ('why', 'Why', None), ('injuries', 'Injuries, care and who saw it', None),
    ('reported', 'Reported or not', None), ('proof', 'Proof', None),
)
TELLING_ROWS = (
    ('background', 'My home and family'), ('community', 'What others knew about me'), ('left_when', 'When I left my country'),
    ('left_how', 'The journey'), ('since_leaving', 'After I left'), ('corrections', 'What was wrong before'),
    ('late_reason', 'Why the form was not filed in time'), ('wants_declaration', 'The declaration'),
)
FEAR_ROWS = (
    ('what', 'What I fear'), ('who', 'Who, and why'), ('authorities', 'Protection, and other places'), ('torture', 'Torture'),
    ('children', "My children's fear"), ('mexico', 'Fear of Mexico'),
)
MOVE_ROWS = (('place', 'Place', None), ('start', 'From', 'start.year'), ('end', 'Until', 'end.year'))
COUNTRY_ROWS = (('country', 'Country', None), ('start', 'From', 'start.year'), ('end', 'Until', 'end.year'))
DATES = ('when', 'start', 'end', 'left_when', 'birth')
CODES = {
    'yes': 'Yes', 'no': 'No', 'unknown': 'I do not know', 'later': 'Later, maybe', 'harm': 'Somebody hurt, threatened or looked for us',
    'report': 'I asked for help', 'move': 'I moved, hid or left', 'other': 'Something else', 'have': 'I have it',
    'tried': 'I tried to get it, or I can try', 'cannot': 'It exists, but I cannot get it', 'none': 'There is none',
    'private': 'Not part of the government', 'official': 'Police, soldiers or officials', 'with_officials': 'Worked with officials',
    'mexico': 'In Mexico', 'custody': 'Held by immigration officers', 'released': 'In the United States, free',
    'elsewhere': 'In another place', 'with_me': 'With me', 'home_country': 'In our country', 'united_states': 'In the United States',
}
PAPERS = {
    'birth_certificate': 'Birth certificate, original', 'birth_certificate_copy': 'Birth certificate, copy or photo', 'passport': 'Passport',
    'national_id': 'National identity card', 'other': 'Another paper with my name',
}
CODED = ('kind', 'entered', 'reported', 'proof', 'torture', 'mexico', 'wants_declaration', 'place', 'whereabouts')


def value_text(name: str, value: Any) -> str:
    """One answer as its user reads it: codes in words, dates as told, text as typed."""
    if name in DATES:
        return date_told(value)
    if name == 'nationality' and value in countries.country_codes():
        return countries.country_name(value, get_language())
    if isinstance(value, str) and name in CODED and value in CODES:
        return word(CODES[value])
    return told(value, REVIEW_LENGTH)


def row(label: str, text: str, variable: str) -> str:
    """One line of the review: what was asked, what was told, and the link that asks it again."""
    name = word(label)
    return (f'<div class="told"><dt>{name}</dt><dd>{text or "—"} '
            f'<a href="{url_action(variable)}" class="change">{word("Change")}<span class="visually-hidden"> {name}</span></a></dd></div>')


def rows_of(thing: Any, base: str, table: tuple[tuple[str, str, str | None], ...]) -> str:
    """The lines of one event, move or country that were answered."""
    known = plain(thing)
    rows = (row(label, value_text(name, known[name]), f'{base}.{target or name}') for name, label, target in table if name in known)
    return f'<dl>{"".join(rows)}</dl>'


def folded(title: str, inner: str, list_name: str, number: int) -> str:
    """A folded card with its lines and the link that erases it (after asking once more)."""
    erase = f'<a href="{url_action("ask_remove", list=list_name, number=number)}" class="erase-one">{word("Erase this one")}</a>'
    return f'<details class="card"><summary>{title}</summary>{inner}{erase}</details>'


def event_card(event: Any) -> str:
    """The short text of an event card: when, and how the telling begins."""
    fact = event_of(event)
    text = {'aloud': word('I will say it aloud'), 'skip': word('I skipped this')}.get(fact.told) or told(fact.what, SHORT)
    return f'<strong>{date_told(fact.when)}</strong> {text}'


def event_lines(telling: Any) -> str:
    """The events told until now, a line each, in the order told."""
    return items([event_card(event) for event in telling.events.elements if 'kind' in vars(event)])


def event_cards(telling: Any) -> str:
    """The cards of every event told until now, folded, in the order told."""
    base = telling.instanceName
    return ''.join(folded(event_card(event), rows_of(event, f'{base}.events[{number}]', EVENT_ROWS), f'{base}.events', number)
                   for number, event in enumerate(telling.events.elements) if 'kind' in vars(event))


def hint_list(telling: Any, language: str) -> str:
    """Open questions about what the last event does not say yet, or nothing. Never a score."""
    if not telling.events.elements:
        return ''
    return items([hint.question for hint in hints.hints(event_of(telling.events.elements[-1]), language)])


def people_review(applicant: Any, family: Any) -> str:
    """The part of the review about the people."""
    known = plain(applicant)
    parts = ['<dl>', row('Your name', person_label(applicant), 'applicant.given_names')]
    for name, label, target in (('birth', 'Date of birth', 'birth.year'), ('nationality', 'Country of nationality', 'nationality')):
        if name in known:
            parts.append(row(label, value_text(name, known[name]), f'applicant.{target}'))
    if 'papers' in known:
        papers = [word(PAPERS[key]) for key in chosen_keys(known['papers']) if key in PAPERS]
        parts.append(row('Your papers', '<br>'.join(papers) or word('None'), 'applicant.papers'))
    parts.append('</dl>')
    for number, member in enumerate(family.elements):
        table = (('given_names', 'Name', None), ('birth', 'Date of birth', 'birth.year'), ('whereabouts', 'Where', None))
        parts.append(folded(person_label(member), rows_of(member, f'family[{number}]', table), 'family', number))
    parts.append(f'<p><a href="{url_action("_da_list_add", list="family")}" class="add">{word("Add a person")}</a></p>')
    return ''.join(parts)


def telling_review(telling: Any) -> str:
    """The part of the review about one telling: the events first, then the rest."""
    base, known = telling.instanceName, plain(telling)
    add = url_action('_da_list_add', list=f'{base}.events')
    parts = [event_cards(telling), f'<p><a href="{add}" class="add">{word("Add something that happened")}</a></p>']
    for list_name, table, title in (('moves', MOVE_ROWS, 'place'), ('countries', COUNTRY_ROWS, 'country')):
        things = known.get(list_name) or []
        parts += [folded(told(thing.get(title), SHORT), rows_of(thing, f'{base}.{list_name}[{number}]', table), f'{base}.{list_name}', number)
                  for number, thing in enumerate(things)]
    parts.append('<dl>')
    parts += [row(label, value_text(name, known[name]), f'{base}.{name}.year' if name in DATES else f'{base}.{name}')
              for name, label in TELLING_ROWS if name in known]
    parts += [row(label, value_text(name, known['fear'][name]), f'{base}.fear.{name}') for name, label in FEAR_ROWS if name in known.get('fear', {})]
    return ''.join(parts) + '</dl>'


def review_list(applicant: Any, family: Any, situation: Any, tellings: Any, people: dict[str, str]) -> str:
    """Everything told until now under plain headings. `people` gives the name of each teller by key."""
    parts = [f'<h2>{word("The people")}</h2>', people_review(applicant, family)]
    known = plain(situation)
    if known:
        parts += [f'<h2>{word("Where you are")}</h2><dl>']
        parts += [row(label, value_text(name, known[name]), f'situation.{name}')
                  for name, label in (('place', 'Where you are now'), ('entered', 'Entered the United States')) if name in known]
        parts.append('</dl>')
    for telling in tellings.elements:
        if telling.person in people and 'events' in vars(telling):
            parts += [f'<h2>{word("What happened")} · {people[telling.person]}</h2>', telling_review(telling)]
    return ''.join(parts)


def erasable(list_name: str) -> Any:
    """The list of told things with this name, or None. Names come from the address bar: only these may be erased from."""
    variables = all_variables(simplify=False)
    allowed = {'family': variables['family']}
    for telling in variables['tellings'].elements:
        for name in ('events', 'moves', 'countries'):
            if name in vars(telling):
                allowed[f'{telling.instanceName}.{name}'] = getattr(telling, name)
    return allowed.get(list_name)


def told_count(list_name: str) -> int:
    """How many things a list holds now; the link that erases carries it, so that a page loaded again erases nothing more."""
    things = erasable(list_name)
    return len(things.elements) if things is not None else 0


def remove_told(list_name: str, number: int, of: int) -> None:
    """Erase one person, event, move or country that was told, if the list still holds `of` things. Everything else is refused."""
    things = erasable(list_name)
    if things is not None and type(number) is int and 0 <= number < len(things.elements) == of:
        things.pop(number)
        things.there_are_any = bool(things.elements)
