"""The screens of Form I-589: which item of the form a screen asks, what a box left empty holds, gaps, and what is still open."""
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from docassemble.base.util import get_language, url_action, word

from docassemble.immdef_selfhelp.interview.a_number import told_by_teller
from docassemble.immdef_selfhelp.interview.answers import case_now, phone_now, plain, today_here, with_plain_dates
from docassemble.immdef_selfhelp.interview.fields import date_told, person_label
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.story.i589 import gate as gates
from docassemble.immdef_selfhelp.story.i589.labels import item_words, label
from docassemble.immdef_selfhelp.story.i589.part_a_family import CHILD_ITEMS, SPOUSE_ITEMS
from docassemble.immdef_selfhelp.story.i589.part_a_past import gaps
from docassemble.immdef_selfhelp.story.i589.part_a_you import entries_of
from docassemble.immdef_selfhelp.story.i589.parts_b_and_c import EXPLAINED_IN, LATE
from docassemble.immdef_selfhelp.story.i589.who import telling_of
from docassemble.immdef_selfhelp.story.told.application import Application, Preparer
from docassemble.immdef_selfhelp.story.told.application_past import Home, Job, School
from docassemble.immdef_selfhelp.story.told.application_people import Kin, Relative
from docassemble.immdef_selfhelp.story.told.basics import UNDATED, UNKNOWN
from docassemble.immdef_selfhelp.story.told.box_states import NEED_HELP, NONE, NOT_APPLICABLE
from docassemble.immdef_selfhelp.story.told.people import APPLICANT
from docassemble.immdef_selfhelp.story.told.reader import read
from docassemble.immdef_selfhelp.story.told.watched import WATCHED, keys_closed

STATE_WORDS = {NONE: 'There is none', NOT_APPLICABLE: 'It does not apply to me', UNKNOWN: 'I do not know', NEED_HELP: 'I need help with this'}
PAGES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    'numbers': ('a_number',), 'address': ('street', 'city', 'state', 'zip'), 'telephone': ('telephone',),
    'mail': ('mail_street', 'mail_city', 'mail_state'),
    'sex': ('sex', 'marital'), 'birth_place': ('birth_city', 'birth_country', 'birth_nationality'), 'belonging': ('race', 'religion'),
    'i94': ('i94_number',), 'passport': ('passport_country', 'passport_number'), 'languages': ('native_language',),
    'relative_numbers': ('a_number', 'passport_number'), 'relative_origin': ('birth_city', 'birth_country', 'race'),
    'married_where': ('married_where',), 'relative_entry': ('entry_place', 'i94_number', 'entry_status', 'status_now'),
    'home': ('street', 'city', 'province', 'country'), 'school': ('name', 'kind', 'place'), 'job': ('employer', 'occupation'),
    'kin_name': ('name',), 'kin': ('birth_place', 'where'), 'grounds': ('grounds',), 'native_name': ('native_name',),
    'preparer': ('name', 'telephone'), 'preparer_address': ('street', 'city', 'state', 'zip'),
})
"""The boxes of each screen that are asked about when they were left empty; a date is a screen of its own. Every other box says by itself what empty
means ("If you have none, leave it empty")."""
RELATIVE_NAMES = MappingProxyType({'middle_name': 'middle', 'passport_number': 'passport', 'social_security': 'ssn', 'i94_number': 'i94',
                                   'status_expires': 'expires', 'earlier_arrival': 'earlier'})
YOU_ITEMS = MappingProxyType({
    'a_number': 'A.I.1', 'social_security': 'A.I.2', 'uscis_account': 'A.I.3', 'middle_name': 'A.I.6', 'street': 'A.I.8.street', 'city': 'A.I.8.city',
    'state': 'A.I.8.state', 'zip': 'A.I.8.zip', 'telephone': 'A.I.8.phone', 'mail_street': 'A.I.9.street', 'mail_city': 'A.I.9.city',
    'mail_state': 'A.I.9.state', 'sex': 'A.I.10', 'marital': 'A.I.11', 'birth_city': 'A.I.13.city', 'birth_country': 'A.I.13.country',
    'birth_nationality': 'A.I.15', 'race': 'A.I.16', 'religion': 'A.I.17', 'i94_number': 'A.I.19b', 'status_expires': 'A.I.19c.1.expires',
    'passport_country': 'A.I.20', 'passport_number': 'A.I.21.passport', 'passport_expires': 'A.I.22', 'native_language': 'A.I.23',
    'native_name': 'D.native_name', 'grounds': 'B.1.race'})
PREPARER_NAMES = MappingProxyType({'telephone': 'phone'})
KIN_NAMES = MappingProxyType({'birth_place': 'birthplace', 'where': 'location'})
TIME_NAMES = MappingProxyType({'start': 'from', 'end': 'to'})
KINDS: tuple[tuple[re.Pattern[str], type, str], ...] = (
    (re.compile(r'\.application$'), Application, ''), (re.compile(r'\.spouse$'), Relative, 'A.II'),
    (re.compile(r'\.children\[\d+\]$'), Relative, 'A.II.#'), (re.compile(r'\.(last|feared)_home$'), Home, 'A.III.1.1'),
    (re.compile(r'\.homes\[\d+\]$'), Home, 'A.III.2.1'), (re.compile(r'\.schools\[\d+\]$'), School, 'A.III.3.1'),
    (re.compile(r'\.jobs\[\d+\]$'), Job, 'A.III.4.1'), (re.compile(r'\.mother$'), Kin, 'A.III.5.mother'),
    (re.compile(r'\.father$'), Kin, 'A.III.5.father'), (re.compile(r'\.siblings\[\d+\]$'), Kin, 'A.III.5.1'),
    (re.compile(r'\.preparer$'), Preparer, 'E'))


def kind_of(name: str) -> tuple[type, str]:
    """The type of what a session keeps under a name of the form, and the item its boxes stand in; for anything else nothing of the form."""
    return next(((kind, item) for pattern, kind, item in KINDS if '.application' in name and pattern.search(name)), (type(None), ''))


def is_on_form(name: str, *kinds: str) -> bool:
    """Whether a name is of the form and one of these kinds: `Relative`, `Home`, `School`, `Job`, `Kin`."""
    return kind_of(name)[0].__name__ in kinds


def missing(thing: Any) -> Any:
    """One part of the form as told until now: a `Relative`, a `Home`, the whole `Application`, by its place in the session."""
    return read(kind_of(thing.instanceName)[0], with_plain_dates(plain(thing)))


def item_of(thing_name: str, name: str) -> str:
    """The item of the form that an answer fills."""
    kind, base = kind_of(thing_name)
    if base == 'A.II':
        return f'A.II.{SPOUSE_ITEMS[RELATIVE_NAMES.get(name, name)]}'
    if base == 'A.II.#':
        return f'A.II.{CHILD_ITEMS[RELATIVE_NAMES.get(name, name)].format(k=1)}'
    if base == 'E':
        return f'E.{PREPARER_NAMES.get(name, name)}'
    if kind is Kin:
        return f'{base}.{KIN_NAMES.get(name, name)}'
    return f'{base}.{TIME_NAMES.get(name, name)}' if base else YOU_ITEMS[name]


def left_blank(thing: Any, page: str) -> list[str]:
    """The boxes of a screen that were left empty, or hold only a word for "nothing". Where somebody who has died is now is no box, nor
    what a phone that somebody watches does not hold."""
    known = vars(thing)
    hidden = keys_closed(kind_of(thing.instanceName)[0], known) if phone_now() == WATCHED else ()
    names = tuple(name for name in PAGES.get(page, (page,)) if name not in hidden)
    # Its own boxes, and the single answers that open or close them: a form with all its lists is much to read for each screen
    here = {name: plain(value) for name, value in known.items() if name in names or isinstance(value, str)}
    told_here: Any = read(kind_of(thing.instanceName)[0], with_plain_dates(here))
    empty = [name for name in names if getattr(told_here, name) in ('', (), UNDATED) and not (name == 'where' and known.get('dead') == 'yes')]
    return [name for name in empty if name != 'a_number' or 'key' not in known or not told_by_teller(thing)]


def short_label(item: str) -> str:
    """What an item of the form asks, without what the screen or the card it stands on says already."""
    text = label(item, get_language())
    before, _, after = text.rpartition(': ')
    return after[:1].upper() + after[1:] if before else text


def box_fields(thing: Any, page: str) -> list[dict[str, Any]]:
    """One tap for each box that was left empty. Nothing is marked beforehand: no answer is proposed for a sworn form."""
    return [{'label': short_label(item_of(thing.instanceName, name)),
             'field': f'{thing.instanceName}.states[{name!r}]', 'input type': 'radio', 'required': False,
             'choices': [{word(text): code} for code, text in STATE_WORDS.items()]}
            for name in left_blank(thing, page)]


def on_form(*form_items: str) -> str:
    """Which items of the form a screen asks, as "On the form: Part A.I, item 8"."""
    places = list(dict.fromkeys(item_words(item, get_language()) for item in form_items))
    return f'<p class="on-form">{word("On the form")}: {"; ".join(places)}</p>'


def on_form_of(thing: Any, *names: str) -> str:
    """The same for the answers of one relative, address, school or job."""
    return on_form(*(item_of(thing.instanceName, name) for name in names))


def form_person(thing: Any) -> str:
    """How a screen names a relative on the form, or nobody yet."""
    key = str(vars(thing).get('key') or '')
    person = next((one for one in case_now().people if one.key == key), None) if key else None
    return told(person.full_name) if person else person_label(thing)


def form_people_choices(person_key: str) -> list[dict[str, str]]:
    """The people of the family whose parent another adult can be; the adult is not among them."""
    return [{one.key: told(one.full_name)} for one in case_now().people if one.key != person_key and one.full_name]


def entry_words(person_key: str, number: str) -> str:
    """One entry as told: where, and when. A number from the address bar that no entry has gets neutral words."""
    case = case_now()
    entry = {str(place): entry for place, entry in entries_of(case, telling_of(case, person_key))}.get(number)
    if entry is None:
        return word('An entry')
    return ', '.join(part for part in (told(entry.place), date_told(entry.when) if entry.when != UNDATED else '') if part) or word('An entry')


def question_words(item: str) -> str:
    """A question of Parts B and C, in the language of the screen."""
    return label(item, get_language())


def explanation_words(item: str) -> str:
    """What an explanation should hold, where the form says it."""
    return label(EXPLAINED_IN[item], get_language()) if item in EXPLAINED_IN else ''


def known_explanation(person_key: str, item: str) -> str:
    """What was told elsewhere of a question, to change or keep: the reason for applying late, with the story or for the court."""
    if item != LATE:
        return ''
    case = case_now()
    return telling_of(case, person_key).late_reason or (case.filing.late_words if person_key == APPLICANT else '')


def gap_list(form: Any, name: str) -> str:
    """The empty times of the last five years between the addresses or the jobs."""
    return items([told(gates.gap_words(gap, get_language())) for gap in gaps(getattr(missing(form), name), today_here())])


def add_one(form: Any, name: str, words: str) -> str:
    """A link that adds one more to a list of the form."""
    return f'<a class="add" href="{url_action("_da_list_add", list=f"{form.instanceName}.{name}")}">{words}</a>'


def gate_words(person_key: str) -> str:
    """What is still open in one adult's form, the gravest first. It points, and stops nobody."""
    found, language = '', get_language()
    for point in gates.gate(case_now(), person_key, today_here()):
        lines = [told(line) for line in gates.point_lines(point, language)]
        unfolded = ' open' if point.kind in (gates.REQUIRED, gates.EXPLAIN, gates.HELP) else ''
        found += f'<details{unfolded}><summary>{gates.point_words(point.kind, language)} ({len(lines)})</summary>{items(lines)}</details>'
    return found


def home_title(home: Any) -> str:
    """The question of one address: the last before the United States, the last in the feared country, or one of the last five years."""
    name = home.instanceName.rpartition('.')[2]
    if name == 'last_home':
        return word('Your last address before the United States')
    return word('Your last address in the country you fear') if name == 'feared_home' else word('An address from the last five years')


def time_title(thing: Any) -> str:
    """How a screen names an address, a school or work whose time it asks."""
    known = vars(thing)
    name = next((str(known[part]) for part in ('name', 'occupation', 'street', 'city', 'employer') if known.get(part)), '')
    return told(name, 60) or word('This one')


def kin_title(kin: Any) -> str:
    """How a screen names the mother, the father, a brother or a sister."""
    name = kin.instanceName.rpartition('.')[2]
    if name in ('mother', 'father'):
        return word('Your mother') if name == 'mother' else word('Your father')
    key = str(vars(kin).get('key') or '')
    person = next((one for one in case_now().people if one.key == key), None) if key else None
    return told(person.full_name if person else str(vars(kin).get('name') or '')) or word('Your brother or sister')
