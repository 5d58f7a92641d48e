"""The lines of the review: which answers stand together, under which words, and which screen asks them again."""
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docassemble.base.util import get_language, url_action, word

from docassemble.immdef_selfhelp.interview.fields import date_told
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.law.facts import words as fact_words
from docassemble.immdef_selfhelp.law.provisions import countries
from docassemble.immdef_selfhelp.story.told.court import WITH_A_DAY
from docassemble.immdef_selfhelp.story.wording import names

REVIEW_LENGTH = 300
NAME = ('given_names', 'first_surname', 'second_surname')
DATES = ('when', 'start', 'end', 'left_when', 'entered_when', 'birth', 'hearing', 'decision_served', 'asylum_received', 'fee_notice', 'moved_on')
# Choices whose words are those of the fact they tell.
FACTS = {'reasons': 'tellings.reasons', 'outcome': 'entries.outcome', 'interview_understood': 'interview.understood',
         'judge_review': 'interview.judge_review', 'hearing_kind': 'court.hearing_kind', 'decision': 'court.decision', 'reads': 'needs.reads'}


@dataclass(frozen=True)
class Row:
    """One line: its label in English, the answers shown in it, and the answer whose screen the link asks again."""
    label: str
    names: tuple[str, ...]
    target: str


def line(label: str, *fields: str, target: str = '') -> Row:
    """A line for these answers; without a target the first of them is asked again."""
    return Row(label, fields, target or fields[0])


OWN = (
    line('My best language', 'best_language', 'indigenous_language', 'best_language_detail'), line('This is for', 'preparing_for'),
    line('This phone', 'phone_safety'),
)
APPLICANT = (
    line('Your name', 'given_names', 'first_surname', 'second_surname', 'other_names'), line('Date of birth', 'birth', target='birth.year'),
    line('Country of nationality', 'nationality', 'nationality_other', 'second_nationality'), line('Your papers', 'papers', 'papers_note'),
)
MEMBER = (
    line('Name', 'given_names', 'first_surname', 'second_surname', 'relation'), line('Date of birth', 'birth', target='birth.year'),
    line('Married', 'married'), line('Where', 'whereabouts', 'nationality', 'nationality_other', 'travelling'),
    line('Papers', 'papers', 'papers_note'),
)
SITUATION = (
    line('Where you are now', 'place', 'city'), line('Entered the United States', 'entered'),
    line('Papers from United States officers', 'us_papers'), line('Fear interview', 'interview_status'),
    line('How the interview went', 'interview_understood', 'judge_review'),
)
COURT = (
    line('Case in immigration court', 'has_case', 'hearing_kind'), line('Next hearing', 'hearing', target='hearing.year'),
    line('What the judge decided', 'decision'), line('Missed a hearing', 'missed_hearing', target='decision'),
    line('Day of the decision', 'decision_served', target='decision_served.year'), line('Asylum application sent', 'filed_asylum'),
    line('Day it was received', 'asylum_received', target='asylum_received.year'),
    line('Notice of the yearly fee', 'fee_notice', target='fee_notice.year'), line('Moved since then', 'moved'),
    line('Told the court', 'told_court', target='moved'), line('Told USCIS', 'told_uscis', target='moved'),
    line('Day of the move', 'moved_on', target='moved_on.year'),
)
# What is only asked after another answer, and which one
ONLY_AFTER = {
    'hearing': ('has_case', ('yes',)), 'hearing_kind': ('has_case', ('yes',)), 'decision': ('has_case', ('yes',)),
    'missed_hearing': ('has_case', ('yes',)), 'decision_served': ('decision', WITH_A_DAY), 'asylum_received': ('filed_asylum', ('yes',)),
    'fee_notice': ('filed_asylum', ('yes',)), 'told_court': ('moved', ('yes',)), 'told_uscis': ('moved', ('yes',)), 'moved_on': ('moved', ('yes',)),
}
READING = (line('Reading', 'reads'),)
ENTRY = (line('When', 'when', target='when.year'), line('Where', 'place', 'manner'), line('What happened next', 'outcome', target='place'))
EVENT = (
    line('What kind of thing it was', 'kind'), line('What happened', 'what', 'told'), line('When', 'when', target='when.year'),
    line('Where', 'where'), line('Who', 'who', 'who_official'), line('Their words', 'words'), line('Why', 'why'),
    line('Injuries, care and who saw it', 'injuries', 'care', 'witnesses'),
    line('Reported or not', 'reported', 'report_result', 'report_why_not'), line('Proof', 'proof'), line('What proof it is', 'proof_what'),
    line('What I tried', 'proof_tried'),
)
MOVE = (line('Place', 'place', 'after'), line('From', 'start', target='start.year'), line('Until', 'end', target='end.year'))
COUNTRY = (
    line('Country', 'country', 'status', 'what_happened'), line('From', 'start', target='start.year'),
    line('Until', 'end', target='end.year'),
)
BEFORE = (line('Language of what I write', 'told_language'), line('My home and family', 'background'), line('What others knew about me', 'community'))
REASONS = (line('What it had to do with', 'reasons'),)
MOVED = (line('Lived in another place in my country', 'moved'),)
JOURNEY = (
    line('When I left my country', 'left_when', target='left_when.year'), line('The journey', 'left_how'), line('Other countries', 'other_countries'),
)
AFTER = (line('After I left', 'since_leaving'),)
FEAR = (
    line('What I fear', 'what', 'told'), line('Who, and why', 'who', 'why'), line('Protection, and other places', 'authorities', 'other_place'),
    line('Torture', 'torture', 'torture_officials'), line("The children's fear", 'children'), line('Fear of Mexico', 'mexico', 'mexico_what'),
)
TOLD_BEFORE = (line('Told before', 'told_before'),)
EARLIER = (
    line('Where I told it', 'kind', 'language_understood'), line('When', 'when', target='when.year'), line('What it says', 'text'),
    line('What it says of the police', 'reported'), line('Arrest', 'arrested', target='reported'), line('Going back', 'returned', target='reported'),
    line('Children and names', 'children', 'names', target='reported'),
    line('When I left my country', 'left_when', target='left_when.year'), line('When I entered', 'entered_when', target='entered_when.year'),
    line('Things that happened', 'tells_events'),
)
EARLIER_EVENT = (line('What it says happened', 'what', 'who'), line('When', 'when', target='when.year'))
COMPARED = (line('Compare with the other adults', 'may_compare'),)
DECLARATION = (
    line('What was wrong before', 'corrections'), line('Why the form was not filed in time', 'late_reason'), line('Practice aloud', 'wants_practice'),
    line('The declaration', 'wants_declaration', 'signed_where', 'a_number'), line('I can read it', 'reads_told_language'),
)
HELPER = (line('', 'name', 'language', 'address', 'telephone'),)
CODES = {
    'yes': 'Yes', 'no': 'No', 'unknown': 'I do not know', 'later': 'Later, maybe', 'harm': 'Somebody hurt, threatened or looked for us',
    'report': 'I asked for help', 'move': 'I moved, hid or left', 'other': 'Something else', 'have': 'I have it',
    'tried': 'I tried to get it, or I can try', 'cannot': 'It exists, but I cannot get it', 'none': 'There is none',
    'private': 'Not part of the government', 'official': 'Police, soldiers or officials', 'with_officials': 'Worked with officials',
    'mexico': 'In Mexico', 'custody': 'Held by immigration officers', 'released': 'In the United States, free',
    'credible_fear_notes': 'In the fear interview', 'earlier_form': 'On a form', 'earlier_declaration': 'In a written declaration',
    'court_testimony': 'In court, before a judge', 'elsewhere': 'In another place',
    'with_me': 'With me', 'home_country': 'In our country', 'united_states': 'In the United States',
}
# Codes that mean something else under another name.
OWN_CODES = {
    'papers': {'birth_certificate': 'Birth certificate, original', 'birth_certificate_copy': 'Birth certificate, copy or photo',
               'passport': 'Passport', 'national_id': 'National identity card', 'other': 'Another paper with the name'},
    'us_papers': {'notice_to_appear': 'Notice to Appear, for court (Form I-862)', 'm444': 'Paper about the credible fear interview (Form M-444)',
                  'i860': 'Order of expedited removal (Form I-860)', 'i220a': 'Order of release (Form I-220A)', 'i94': 'Arrival record (Form I-94)',
                  'other': 'Other papers', 'unknown': 'I do not know what they are'},
    'interview_status': {'not_yet': 'Not yet', 'scheduled': 'It has a date, or they told me to wait for it',
                         'positive': 'Yes, and the answer was positive', 'negative': 'Yes, and the answer was negative', 'unknown': 'I do not know'},
    'language_understood': {'yes': 'I understood the language well', 'some': 'I understood the language a little',
                            'no': 'I did not understand the language', 'unknown': 'I do not know'},
    'preparing_for': {'self': "I am preparing my own case, and my children's", 'other': 'I am helping another person'},
    'phone_safety': {'private': 'Only I use it', 'shared': 'I share it with people I trust',
                     'watched': 'Somebody may be watching it or looking through it', 'unknown': 'I do not know'},
    'told': {'written': '', 'aloud': 'I will say it aloud', 'skip': 'I skipped this'},
    'status': {'none': 'I asked for nothing there', 'asked': 'I asked for it', 'had': 'I had permission or papers', 'unknown': 'I do not know'},
    'travelling': {'yes': 'Travelling with you', 'no': 'Not travelling with you', 'unknown': 'I do not know'},
    'reads_told_language': {'yes': 'Yes, I can read it well', 'some': 'A little', 'no': 'No'},
    'signed_where': {'outside_us': 'Signed outside the United States', 'inside_us': 'Signed in the United States', 'unknown': 'I do not know'},
    'best_language': {'indigenous': '', 'other': 'Another language'}, 'indigenous_language': {'other': 'Another language'},
    'told_language': {'es': 'Spanish', 'en': 'English'}, 'nationality': {'other': ''},
}
WORDING = {'relation': 'relations', 'manner': 'entry_manner', 'best_language': 'languages', 'indigenous_language': 'languages'}
CODED = ('kind', 'entered', 'who_official', 'reported', 'proof', 'torture', 'mexico', 'wants_declaration', 'wants_practice', 'place',
         'whereabouts', 'married', 'has_case', 'missed_hearing', 'filed_asylum', 'told_court', 'told_uscis', 'moved', 'other_countries',
         'told_before', 'arrested', 'returned', 'tells_events', 'may_compare')


def code_text(name: str, code: str) -> str | None:
    """The words of one choice; None when the answer is no choice but a text. A choice that says nothing by itself has no words."""
    if name == 'nationality' and code in countries.country_codes():
        return countries.country_name(code, get_language())
    if name in FACTS and code != 'unknown':
        text = fact_words.value_words(code, get_language(), FACTS[name])
        return text[:1].upper() + text[1:]
    if name in WORDING and code in (words := names(WORDING[name], get_language())) and code not in OWN_CODES.get(name, {}):
        return words[code]
    english = OWN_CODES[name].get(code) if name in OWN_CODES else CODES.get(code) if name in CODED or name in FACTS else None
    return word(english) if english else english


def value_text(name: str, value: Any) -> str:
    """One answer as its user reads it: codes in words, dates as told, text as typed; nothing for what was not told."""
    if name in DATES:
        return date_told(value)
    if isinstance(value, list):
        return '<br>'.join(value_text(name, one) for one in value) or word('None')
    if isinstance(value, bool):
        return word('Yes' if value else 'No')
    chosen = code_text(name, str(value))
    return told(value, REVIEW_LENGTH) if chosen is None else chosen


def row(label: str, text: str, variable: str) -> str:
    """One line of the review: what was asked, what was told, and the link that asks it again. The label is in the language of the screen."""
    return (f'<div class="told"><dt>{label}</dt><dd>{text or "—"} '
            f'<a href="{url_action(variable)}" class="change">{word("Change")}<span class="visually-hidden"> {label}</span></a></dd></div>')


def told_values(fields: tuple[str, ...], known: Mapping[str, Any]) -> str:
    """The answers of one line that were told: a name as one, everything else on a line of its own."""
    texts = {name: value_text(name, known[name]) for name in fields if name in known and known[name] not in ('', None)}
    name = ' '.join(texts.pop(part) for part in NAME if part in texts)
    return '<br>'.join(text for text in (name, *texts.values()) if text)


def rows(known: Mapping[str, Any], base: str, table: tuple[Row, ...]) -> str:
    """The lines of one table that were answered. `base` is the variable they belong to; empty for variables of their own."""
    before = f'{base}.' if base else ''
    answered = (one for one in table if any(name in known for name in one.names))
    return ''.join(row(word(one.label), told_values(one.names, known), before + one.target) for one in answered)
