"""The papers and the proof on the screen: one tap for what there is of each, then what follows from it; and who is asked for a paper."""
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now, today_here
from docassemble.immdef_selfhelp.interview.choices import choice_words
from docassemble.immdef_selfhelp.interview.fields import date_told
from docassemble.immdef_selfhelp.interview.review.rows import SHORT
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.law.provisions import countries
from docassemble.immdef_selfhelp.story import safe_letters
from docassemble.immdef_selfhelp.story.case import Case, met_officers
from docassemble.immdef_selfhelp.story.document_lines import ADDED, US, Line, groups_of, lines_of
from docassemble.immdef_selfhelp.story.told.documents import ASKED, CANNOT, HAVE, OF_OFFICERS, PHOTO
from docassemble.immdef_selfhelp.story.told.people import APPLICANT
from docassemble.immdef_selfhelp.story.told.watched import WATCHED

STATE_WORDS = {HAVE: 'I have it', PHOTO: 'I only have a photo or a copy', ASKED: 'I asked for it and I am waiting', CANNOT: 'I cannot get it',
               'unknown': 'I do not know yet'}
TRANSLATION_WORDS = {'needed': 'It needs a translation into English', 'done': 'The translation is done', 'english': 'It is in English',
                     'unknown': 'I do not know'}
REASON_WORDS = {
    'never_made': 'It was never made', 'lost': 'It was lost or destroyed', 'left_behind': 'It stayed behind when I left',
    'somebody_keeps': 'Someone has it and will not give it', 'officers_keep': 'Officers kept it',
    'danger': 'Asking for it is dangerous for me or my family', 'refused': 'The office refused or did not answer',
    'money_distance': 'It costs too much or is too far away', 'other': 'Another reason',
}
KIND_WORDS = {
    'birth_certificate': 'Birth certificate', 'birth_registration': 'Birth registration (never done)',
    'us_birth_certificate': 'United States birth certificate', 'us_passport': 'United States passport',
    'national_id': 'National identity document', 'passport': 'Passport',
    'other': 'Another paper with this name', 'parent': 'A paper that shows who the mother or the father is',
    'carer': 'A paper that shows who takes care of this child', 'proof': 'Proof', 'care': 'Papers from the doctor or clinic',
    'report': 'A copy of the report', 'added': 'A paper you added',
}
NAMED_BY_THE_COUNTRY = {'birth_certificate': 'birth_record', 'national_id': 'national_id'}
ATTEMPTS = 'What did you try? Write each attempt on its own line: when, who you asked, what they answered.'
LETTER_WORDS = {'registry': 'A birth certificate or another paper from my country', 'clinic': 'Papers from a clinic or hospital',
                'school': 'Papers from a school', 'court_file': 'A copy of my file at the immigration court',
                'officer_file': 'Papers that border or immigration officers have about me'}


def lines_now() -> tuple[Line, ...]:
    """Every line of the case as told until now."""
    return lines_of(case_now(), today_here())


def line_of(key: str) -> Line:
    """The line with this key. Raises KeyError for none."""
    return {line.key: line for line in lines_now()}[key]


def person_words(case: Case, key: str) -> str:
    """The name of a person of the case, safe to show."""
    known = {person.key: person.full_name for person in case.people}
    return told(known.get(key) or word('The whole family'))


def own_name(case: Case, line: Line) -> str:
    """What the person's country calls this paper, in brackets; nothing when the data does not say."""
    country = countries.countries_on(today_here()).get(case.person(line.person).country)
    name = country.papers[NAMED_BY_THE_COUNTRY[line.kind]] if country and line.kind in NAMED_BY_THE_COUNTRY else ''
    return f' ({name})' if name else ''


def line_label(line: Line) -> str:
    """How a screen calls one line."""
    if line.kind in ('proof', 'added') and line.text.strip():
        return told(line.text, SHORT)
    if line.group == US:
        code = line.kind.removeprefix('us_')
        return choice_words('situation.us_papers', code) or code
    name = own_name(case_now(), line)
    said = f': {told(line.text, SHORT)}' if line.text.strip() else ''
    return f'{word(KIND_WORDS[line.kind])}{name}{said}'


def line_title(key: str) -> str:
    """The question of the details of one line: what it is, and whose."""
    case, line = case_now(), line_of(key)
    whose = f' · {person_words(case, line.person)}' if line.event < 0 and line.group != US else ''
    return f'{line_label(line)}{whose}'


def group_title(group: str) -> str:
    """The question over the lines of one person or one event."""
    case, line = case_now(), groups_of(lines_now())[group][0]
    if group == US:
        return word('Papers you were given in the United States')
    if group == ADDED:
        return word('The papers you added')
    if line.event < 0:
        return f'{word("Papers of")} {person_words(case, line.person)}'
    event = next(telling for telling in case.tellings if telling.person == line.person).events[line.event]
    when = date_told(event.when)
    return f'{word("Proof of what happened")}: {when[:1].upper()}{when[1:]}. {told(event.what, SHORT)}'


def group_lead(group: str) -> str:
    """What stands under the question: to whom the phone is handed when somebody else told this event."""
    line = groups_of(lines_now())[group][0]
    if line.event < 0 or line.person == APPLICANT:
        return word('One tap for each. What you told us before is marked already.')
    return word('{name} told this. Please hand over the phone.').format(name=person_words(case_now(), line.person))


def choices(words: dict[str, str]) -> list[dict[str, str]]:
    """Choices of a field that Python draws: the words first, as in YAML."""
    return [{word(text): code} for code, text in words.items()]


def state_fields(group: str) -> list[dict[str, Any]]:
    """One tap for each line of a group."""
    return [{'label': line_label(line), 'field': f'documents.states[{line.key!r}]', 'input type': 'radio', 'choices': choices(STATE_WORDS),
             'default': line.known or 'unknown'} for line in groups_of(lines_now())[group]]


def area(label: str, name: str, key: str, default: str = '') -> dict[str, Any]:
    """A text about one line."""
    given = {'default': default} if default else {}
    return {'label': word(label), 'field': f'documents.{name}[{key!r}]', 'input type': 'area', 'datatype': 'typed', 'rows': 3, 'required': False,
            **given}


def detail_fields(key: str) -> list[dict[str, Any]]:
    """What follows from the state of one line: where it is and its translation, or why it cannot be had, and what was tried, in order."""
    case, line = case_now(), line_of(key)
    state = dict(case.documents.states).get(key)
    if state in (HAVE, PHOTO):
        where = [] if case.phone == WATCHED else [area('Where is it, and in what form?', 'where', key)]
        return [*where, {'label': word('Translation'), 'field': f'documents.translation[{key!r}]', 'input type': 'radio',
                         'choices': choices(TRANSLATION_WORDS), 'default': 'english' if line.group == US else 'needed'}]
    tried = area(ATTEMPTS, 'attempts', key, tried_before(case, line))
    if state == ASKED:
        return [tried]
    return [{'label': word('I cannot get it because'), 'field': f'documents.because[{key!r}]', 'input type': 'dropdown', 'required': False,
             'choices': choices(REASON_WORDS)}, area('Or in your own words', 'because_words', key), tried]


def tried_before(case: Case, line: Line) -> str:
    """What was told about trying, with the event."""
    if line.kind != 'proof':
        return ''
    return next(telling for telling in case.tellings if telling.person == line.person).events[line.event].proof_tried


def paper_owner_choices() -> list[dict[str, str]]:
    """Whose paper it is: somebody of the family, or the whole family."""
    case = case_now()
    return [{person.key: person_words(case, person.key)} for person in case.people] + [{'family': word('The whole family')}]


def letter_kind_choices() -> list[dict[str, str]]:
    """The kinds of letters that may be made for this family. Who never met United States officers is in none of their files."""
    case = case_now()
    return [{kind: word(LETTER_WORDS[kind])} for kind in safe_letters.kinds(case) if kind not in OF_OFFICERS or met_officers(case.place)]


def letter_person_choices() -> list[dict[str, str]]:
    """The people of the family, by key."""
    case = case_now()
    return [{person.key: person_words(case, person.key)} for person in case.people]


def no_letters_home() -> str:
    """Why no letter goes to the own country (`safe_letters.why_none_home`), or nothing."""
    return safe_letters.why_none_home(case_now())


def number_name(person: str) -> str:
    """What the person's country calls the number it gives to everybody."""
    country = countries.countries_on(today_here()).get(case_now().person(person).country)
    if country is None:
        return word('Number of the identity document')
    return f'{word("Number of")}: {country.number or country.papers["national_id"]}'


def ways_to_ask() -> str:
    """The ways to look for a paper, in their order, for each country of the people whose papers are missing."""
    case, language, on = case_now(), get_language(), today_here()
    lawyer = bool(safe_letters.why_none_home(case))
    known = dict(case.documents.states)
    missing = dict.fromkeys(case.person(line.person).country for line in lines_of(case, on)
                            if line.kind in NAMED_BY_THE_COUNTRY and known.get(line.key, line.known) != HAVE)
    said = []
    for code in missing:
        found = countries.country_documents(code, language, on, lawyer)
        steps = ''.join(f'<li>{way}</li>' for way in found['ways'])
        said.append(f'<h2>{told(found["name"])}</h2><ol>{steps}</ol>')
    return ''.join(said)
