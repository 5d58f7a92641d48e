"""What was told for Form I-589, with the labels of the form: a line for each screen, with a link that asks it again; its lists erased one by one."""
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from docassemble.base.util import get_language, url_action, word

from docassemble.immdef_selfhelp.interview.answers import case_now, plain
from docassemble.immdef_selfhelp.interview.application import (
    PAGES,
    STATE_WORDS,
    YOU_ITEMS,
    entry_words,
    home_title,
    item_of,
    kin_title,
    short_label,
    time_title,
)
from docassemble.immdef_selfhelp.interview.fields import person_label
from docassemble.immdef_selfhelp.interview.review.rows import NAME, REVIEW_LENGTH, add_link, folded, kept_back, row, value_text
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.i589.labels import label, words
from docassemble.immdef_selfhelp.story.told.application import QUESTIONS, Application, Preparer
from docassemble.immdef_selfhelp.story.told.application_past import Home, Job, School
from docassemble.immdef_selfhelp.story.told.application_people import Kin, Relative
from docassemble.immdef_selfhelp.story.told.tree import date_names

Screens = tuple[tuple[str, ...], ...]
YOU: Screens = (
    ('own_form',), ('also_torture',), ('social_security', 'uscis_account'), ('a_number',), ('middle_name',), ('other_names',),
    ('street', 'apartment', 'city', 'state', 'zip'), ('telephone',), ('mail_same',),
    ('mail_care_of', 'mail_street', 'mail_apartment', 'mail_city', 'mail_state'), ('mail_zip', 'mail_telephone'), ('sex', 'marital'),
    ('birth_city', 'birth_country', 'birth_nationality'), ('race', 'religion'), ('court_before',), ('same_entries',), ('i94_number',),
    ('status_expires',), ('passport_country', 'passport_number', 'travel_document'), ('passport_expires',),
    ('native_language', 'fluent_english', 'other_languages'))
FAMILY: Screens = (('other_children',),)
PAST: Screens = (('feared_home_same',), ('homes_gaps',), ('went_to_school',), ('worked',), ('jobs_gaps',), ('other_siblings',))
SIGNING: Screens = (('native_name',), ('family_helped',), ('prepared',), ('list_given',))
TIME: Screens = (('start',), ('until',), ('end',))
OF_A_THING: Mapping[type, Screens] = MappingProxyType({
    Relative: (NAME, ('nationality',), ('birth',), ('passport_number', 'a_number', 'social_security', 'middle_name', 'other_names'),
               ('birth_city', 'birth_country', 'race'), ('married_when',), ('married_where',), ('marital',), ('sex',), ('in_us', 'where'),
               ('entry_place', 'i94_number', 'entry_status', 'status_now'), ('entry_when',), ('status_expires',), ('earlier_arrival',),
               ('in_court', 'included')),
    Home: (('street', 'city', 'province', 'country'), *TIME), School: (('name', 'kind', 'place'), *TIME), Job: (('employer', 'occupation'), *TIME),
    Kin: (('name',), ('birth_place', 'dead', 'where')),
    Preparer: (('name', 'telephone', 'account', 'bar_number'), ('street', 'apartment', 'city', 'state', 'zip'))})
"""The answers of each screen, the one first that the link asks again. Items of the form name them; what has none is named here."""
ITEMS = MappingProxyType({
    **YOU_ITEMS, 'also_torture': 'header.torture', 'apartment': 'A.I.8.apartment', 'mail_care_of': 'A.I.9.care_of', 'mail_zip': 'A.I.9.zip',
    'mail_apartment': 'A.I.9.apartment', 'mail_telephone': 'A.I.9.phone', 'court_before': 'A.I.18', 'travel_document': 'A.I.21.travel_document',
    'fluent_english': 'A.I.24', 'other_languages': 'A.I.25', 'family_helped': 'D.family_helped', 'prepared': 'D.prepared',
    'list_given': 'D.list_given'})
WITHOUT_ITEM = MappingProxyType({
    'own_form': 'My own form', 'mail_same': 'Mail comes to that same address', 'same_entries': 'I came each time with the family',
    'other_children': 'Another child', 'feared_home_same': 'That address is in the country I fear',
    'homes_gaps': 'The time without an address', 'went_to_school': 'I went to school', 'worked': 'I worked in the last five years',
    'jobs_gaps': 'The time without work', 'other_siblings': 'Another brother or sister', 'given_names': 'Name', 'until': 'Until when',
    'dead': 'This person has died', 'other_names': 'Other names used'})
KIND_OF_LIST = MappingProxyType({'children': Relative, 'homes': Home, 'schools': School, 'jobs': Job, 'siblings': Kin})
ADDED = MappingProxyType({'homes': 'Add an address', 'jobs': 'Add work', 'schools': 'Add a school'})


def box_label(base: str, name: str) -> str:
    """How one answer is named: as its item on the form, without what the card it stands in says already."""
    if name in WITHOUT_ITEM:
        return word(WITHOUT_ITEM[name])
    return label(ITEMS[name], get_language()) if base.endswith('.application') else short_label(item_of(base, name))


def box_text(base: str, name: str, value: Any) -> str:
    """One answer in words: a choice as its screen has it, a date as told, a text as typed."""
    return value_text(f'tellings[i].application.{name}' if base.endswith('.application') else f'x.{name}', value)


def screen_row(base: str, known: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The line of one screen: every answer it has, the first under its own label. Nothing for a screen that was not shown."""
    asked = [name for name in names if name in known and known[name] != {}]
    if not asked:
        return ''
    filled = [name for name in asked if known[name] not in ('', None)]
    if names is NAME:
        return row(word('Name'), ' '.join(told(known[name]) for name in filled), f'{base}.{names[0]}')
    shown = [(box_label(base, name), box_text(base, name, known[name])) for name in filled]
    first, *more = shown or [(box_label(base, asked[0]), '')]
    target = f'{base}.{names[0]}' + ('.year' if names[0] in date_names() else '')
    return row(first[0], '<br>'.join((first[1], *(f'{one}{"" if one.endswith("?") else ":"} {text}' for one, text in more))), target)


def empty_rows(base: str, known: Mapping[str, Any]) -> str:
    """What was said of boxes left empty, a line for each screen that asked it."""
    states, found = known.get('states') or {}, ''
    for page in known.get('left_read') or ():
        said = [(name, states[name]) for name in PAGES.get(page, (page,)) if states.get(name) in STATE_WORDS and not known.get(name)]
        if said:
            text = '<br>'.join(f'{box_label(base, name)}: {word(STATE_WORDS[state])}' for name, state in said)
            found += row(word('Left empty'), text, f'{base}.left_read[{page!r}]')
    return found


def thing_rows(base: str, known: Mapping[str, Any], kind: type, screens: Screens) -> str:
    """The lines of some screens of one thing, without what another answer of it closes."""
    closed = kept_back(kind, known)
    still = {name: value for name, value in known.items() if name not in closed}
    return ''.join(screen_row(base, still, names) for names in screens)


def thing_card(thing: Any, known: Mapping[str, Any], kind: type, title: str, number: int = -1) -> str:
    """The folded card of one relative, address, school or work; erased there when it stands in a list and is nobody of the family."""
    base = thing.instanceName
    lines = f'<dl>{thing_rows(base, known, kind, OF_A_THING[kind])}{empty_rows(base, known)}</dl>'
    if number >= 0 and not known.get('key'):
        return folded(title, lines, base.rpartition('[')[0], number)
    return f'<details class="card"><summary>{title}</summary>{lines}</details>'


def title_of(thing: Any, known: Mapping[str, Any], kind: type, people: Mapping[str, str]) -> str:
    """How a card is headed."""
    if kind is Relative:
        return people.get(str(known.get('key')), '') or person_label(known)
    return kin_title(thing) if kind is Kin else time_title(thing)


def list_cards(application: Any, form: Mapping[str, Any], name: str, people: Mapping[str, str]) -> str:
    """The cards of one list of the form, and the link that adds to it."""
    kind, told_things = KIND_OF_LIST[name], form.get(name) or ()
    things = getattr(application, name).elements if told_things else ()
    cards = ''.join(thing_card(thing, known, kind, title_of(thing, known, kind, people), number)
                    for number, (thing, known) in enumerate(zip(things, told_things, strict=True)))
    return cards + (add_link(f'{application.instanceName}.{name}', word(ADDED[name])) if told_things and name in ADDED else '')


def single_card(application: Any, form: Mapping[str, Any], name: str, kind: type, title: str) -> str:
    """The card of the spouse, a parent, one of the two addresses or the preparer; nothing before anything was told of it."""
    known = form.get(name) or {}
    answered = any(part in known for names in OF_A_THING[kind] for part in names)
    return thing_card(getattr(application, name), known, kind, title) if answered else ''


def simple_cards(base: str, form: Mapping[str, Any], name: str, fields: tuple[tuple[str, str], ...]) -> str:
    """The cards of entries of one's own and of helpers: each with its answers and the link that erases it. A label is an item of the form."""
    found = ''
    for number, known in enumerate(form.get(name) or ()):
        lines = ''.join(row(short_label(item), value_text(f'x.{field}', known[field]),
                            f'{base}.{name}[{number}].{field}' + ('.year' if field == 'when' else ''))
                        for field, item in fields if known.get(field) not in (None, {}))
        title = next((told(known[field], 60) for field, _ in fields if known.get(field) and field != 'when'), word('This one'))
        found += folded(title, f'<dl>{lines}</dl>', f'{base}.{name}', number)
    return found


def part_you(telling: Any, form: Mapping[str, Any], _people: Mapping[str, str]) -> str:
    """Part A.I."""
    base = telling.application.instanceName
    statuses = form.get('entry_statuses') or {}
    asked = ''.join(row(f'{entry_words(telling.person, number)}: {word("permission or status")}', told(status, REVIEW_LENGTH),
                        f'{base}.entry_statuses[{number!r}]') for number, status in sorted(statuses.items()))
    lines = thing_rows(base, form, Application, YOU)
    own = () if 'own_entries' in kept_back(Application, form) else (('place', 'A.I.19c.1.place'), ('when', 'A.I.19c.1.date'),
                                                                      ('status', 'A.I.19c.1.status'))
    cards = simple_cards(base, form, 'own_entries', own) if own else ''
    return f'<dl>{lines}{asked}{empty_rows(base, form)}</dl>{cards}' if lines or asked or cards else ''


def part_family(telling: Any, form: Mapping[str, Any], people: Mapping[str, str]) -> str:
    """Part A.II."""
    application, base, lines = telling.application, telling.application.instanceName, ''
    if isinstance(form.get('family_children'), list):
        mine = '<br>'.join(people.get(key, '') for key in form['family_children'])
        lines += row(word('My children in the family'), mine or word('None of these'), f'{base}.family_children')
    lines += thing_rows(base, form, Application, FAMILY)
    married = 'spouse' not in kept_back(Application, form)
    known = form.get('spouse') or {}
    spouse = single_card(application, form, 'spouse', Relative, title_of(None, known, Relative, people)) if married else ''
    children = list_cards(application, form, 'children', people)
    return f'<dl>{lines}</dl>{spouse}{children}' if lines or spouse or children else ''


def part_past(telling: Any, form: Mapping[str, Any], people: Mapping[str, str]) -> str:
    """Part A.III."""
    application, closed = telling.application, kept_back(Application, form)
    lines = thing_rows(application.instanceName, form, Application, PAST)
    kinds = (('last_home', Home), ('feared_home', Home), ('mother', Kin), ('father', Kin))
    cards = ''.join(single_card(application, form, name, kind, (home_title if kind is Home else kin_title)(getattr(application, name)))
                    for name, kind in kinds if name in form and name not in closed)
    cards += ''.join(list_cards(application, form, name, people) for name in ('homes', 'schools', 'jobs', 'siblings') if name not in closed)
    return f'<dl>{lines}</dl>{cards}' if lines or cards else ''


def part_claim(telling: Any, form: Mapping[str, Any], _people: Mapping[str, str]) -> str:
    """Parts B and C: the boxes ticked, each question, where its Yes is explained, and the explanation in both languages."""
    base, language, lines = telling.application.instanceName, get_language(), ''
    if 'grounds' in form:
        ticked = '<br>'.join(label(f'B.1.{one}', language) for one in form['grounds'] if f'B.1.{one}' in words()['items'])
        lines += row(label('B.1.race', language).partition(':')[0], ticked, f'{base}.grounds')
    answers, how, explained, english = (form.get(name) or {} for name in ('answers', 'how', 'explanations', 'in_english'))
    for item in QUESTIONS:
        if item in answers:
            lines += row(label(item, language), value_text('tellings[i].application.answers[j]', answers[item]), f'{base}.answers[{item!r}]')
        if item in how and answers.get(item, 'yes') == 'yes':
            lines += row(f'{item}: {word("where it is explained")}', value_text('tellings[i].application.how[j]', how[item]), f'{base}.how[{item!r}]')
        if item in explained and how.get(item) in ('declaration', 'here') and answers.get(item, 'yes') == 'yes':
            typed = '<br>'.join(told(one[item], REVIEW_LENGTH) for one in (explained, english) if one.get(item))
            lines += row(f'{item}: {label("explanation", language)}', typed, f'{base}.explanations[{item!r}]')
    return f'<dl>{lines}</dl>' if lines else ''


def part_signing(telling: Any, form: Mapping[str, Any], _people: Mapping[str, str]) -> str:
    """Parts D and E."""
    application, closed = telling.application, kept_back(Application, form)
    lines = thing_rows(application.instanceName, form, Application, SIGNING)
    helped = (('name', 'D.helper.1.name'), ('relation', 'D.helper.1.relation'))
    cards = '' if 'helpers' in closed else simple_cards(application.instanceName, form, 'helpers', helped)
    if 'preparer' not in closed:
        cards += single_card(application, form, 'preparer', Preparer, words()['parts']['E'][get_language()])
    return f'<dl>{lines}</dl>{cards}' if lines or cards else ''


PARTS = (('A.I', part_you), ('A.II.all', part_family), ('A.III', part_past), ('B.C', part_claim), ('D', part_signing))


def application_section(telling: Any, known: Mapping[str, Any], people: Mapping[str, str]) -> str:
    """The form of one adult, each part folded; nothing before it was begun. When somebody of the family must not know, nothing of it is read here."""
    form = known.get('application') or {}
    if form and private.hidden_on_screen(case_now()):
        return f'<p>{word("You answered this")}</p>'
    parts = [(words()['parts'][name][get_language()], part(telling, form, people)) for name, part in PARTS] if form else []
    return ''.join(f'<details class="card"><summary>{title}</summary>{inner}</details>' for title, inner in parts if inner)


def begun(tellings: Any, people: Mapping[str, str]) -> list[Any]:
    """The tellings of those whose form was begun."""
    return [telling for telling in tellings.elements if telling.person in people and plain(vars(telling).get('application'))]


def forms_link(tellings: Any, people: Mapping[str, str]) -> str:
    """The link to what was told for the forms, which has a page of its own: it is as long as everything else together."""
    address = url_action('my_forms')
    return f'<h2>{word("Form I-589")}</h2><p><a href="{address}">{word("See and change your form")}</a></p>' if begun(tellings, people) else ''


def forms_list(tellings: Any, people: Mapping[str, str]) -> str:
    """Every form that was begun, under the name of whoever files it, and the link that erases them all, after asking once more."""
    sections = [f'<h2>{people[telling.person]}</h2>{application_section(telling, plain(telling), people)}' for telling in begun(tellings, people)]
    erase = f'<p><a href="{url_action("ask_remove_whole", what="form")}" class="erase-one">{word("Erase all of Form I-589, for everyone")}</a></p>'
    return ''.join([*sections, erase])
