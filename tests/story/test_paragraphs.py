"""The declaration: what was told stands in it word for word, and nothing else does but the program's own short words."""
import re
from dataclasses import fields, replace
from itertools import count
from typing import Any

import pytest
from hypothesis import given, strategies as st
from story.shared import sections, texts, told

from docassemble.immdef_selfhelp.story.case import Case, Telling, case_from_answers
from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.paragraphs import declaration_sections, each_text_once, paragraph_key
from docassemble.immdef_selfhelp.story.sentences import inside
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, SKIPPED, FuzzyDate
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.fears import Fear
from docassemble.immdef_selfhelp.story.told.journey import CountryStay, Move
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.told.place import Entry, Place
from docassemble.immdef_selfhelp.story.wording import wording

LANGUAGES = ('es', 'en')
HOSTILE = ('¡Ñandú, corazón!', '👩‍👧‍👦 🇭🇳', 'a' * 20_000, '${7*7}', '{{7*7}}', '{text}', '{0} {} {', '{% raw %}', '<b>no</b> & <script>',
           '\x00\x07\x1b', '\ud800', 'una\nlínea\r\notra', '  espacios  ', '«citado»', '«', '.', '%s %(x)s', '\u202eal revés')
DATES = (FuzzyDate(2024, 5, 27), FuzzyDate(2023, 8, about=True), FuzzyDate(2022, part='rainy_season'), FuzzyDate(2021), FuzzyDate(None, 3, 2))
CODES = ('kind', 'told', 'when', 'who_official', 'words_exact', 'reported', 'report_threat', 'proof')
OWN_WORDS = tuple(field.name for field in fields(Event) if field.name not in CODES)


def full_case(say: Any) -> Case:
    """A case in which every text there is was told: `say()` gives each."""
    def harm(**choices: str) -> Event:
        texts = {name: say() for name in OWN_WORDS if not name.startswith('report_')}
        answer = 'report_result' if choices['reported'] == 'yes' else 'report_why_not'
        return Event(kind='harm', when=DATES[0], **texts, **{answer: say()}, **choices)

    applicant = Person('applicant', say(), say(), say(), say(), birth=FuzzyDate(1991, 5, 14), nationality=say(), second_nationality=say())
    child = Person('family_0', say(), say(), say(), relation='son', birth=DATES[3], whereabouts='with_me')
    telling = Telling(
        'applicant', background=say(), community=say(),
        events=(harm(who_official='official', reported='yes', report_threat='yes', report_threat_what=say(), proof='tried'),
                harm(who_official='private', reported='no', proof='cannot'),
                Event(kind='report', what=say(), when=DATES[1], where=say(), who=say(), who_official='unknown', words=say(), proof='have',
                      proof_what=say()),
                Event(kind='other', what=say(), when=DATES[2], where=say())),
        moves=(Move(say(), DATES[1], DATES[2], say()), Move(say(), FuzzyDate(), DATES[4], say())), left_when=DATES[0], left_how=say(),
        countries=(CountryStay(say(), DATES[0], FuzzyDate(), 'way', 'asked', say()), CountryStay(say(), DATES[3], DATES[2], 'before', 'had', say())),
        since_leaving=say(),
        fear=Fear(say(), who=say(), why=say(), authorities=say(), other_place=say(), torture='yes', torture_officials=say(), children=say(),
                  mexico='yes', mexico_what=say()),
        corrections=say(), late_reason=say(), told_language='es')
    return Case(best_language='mam', best_language_detail=say(), preparing_for='other', people=(applicant, child),
                place=Place(entries=(Entry(DATES[0], say(), 'between_ports'),)), tellings=(telling,))


def marked() -> tuple[Case, list[str]]:
    """A full case in which every text is another mark, and the marks."""
    numbers, marks = count(1), []

    def say() -> str:
        marks.append(f'§{next(numbers)}§')
        return marks[-1]
    return full_case(say), marks


@pytest.mark.parametrize('language', LANGUAGES)
def test_every_text_told_stands_in_the_declaration(language: str) -> None:
    case, marks = marked()
    whole = '\n'.join(texts(case, language))
    assert [mark for mark in marks if mark not in whole] == []


@pytest.mark.parametrize('language', LANGUAGES)
def test_no_fact_is_added(language: str) -> None:
    """Without the person's words, the dates and the wording file, nothing is left but marks of punctuation."""
    case, _ = marked()
    whole = '\n'.join(texts(case, language))
    whole = re.sub('§[0-9]+§', '', whole)
    for date in (*DATES, FuzzyDate(1991, 5, 14)):
        whole = re.sub(re.escape(date_text(date, language)), '', whole, flags=re.IGNORECASE)
    patterns = [pattern[language] for group in wording().values() for pattern in group.values() if isinstance(pattern, dict)]
    pieces = {piece.strip() for pattern in patterns for piece in re.split(r'\{\w+\}', pattern)} - {''}
    for piece in sorted(pieces, key=len, reverse=True):
        whole = re.sub(re.escape(piece), '', whole, flags=re.IGNORECASE)
    assert re.sub(r'[\s.,:;«»“”()]', '', whole) == ''


@pytest.mark.parametrize('typed', HOSTILE)
def test_hostile_text_comes_out_as_typed(typed: str) -> None:
    case = full_case(lambda: typed)
    for language in LANGUAGES:
        assert sum(text.count(typed.strip()) for text in texts(case, language)) >= 40


@given(st.lists(st.text(), min_size=4, max_size=4))
def test_any_text_comes_out_as_typed(typed: list[str]) -> None:
    background, what, why, fear = typed
    whole = told(background=background, events=(Event(kind='harm', what=what, why=why),), fear=Fear(what=fear))
    for text in typed:
        # A small word loses its capital in mid-sentence
        assert not text.strip() or any(text.strip() in paragraph or inside(text.strip()) in paragraph for paragraph in whole)
    assert len(whole) == sum(bool(text.strip()) for text in (background, what + why, fear))


def test_a_whole_field_that_stands_alone_ends_with_a_full_stop() -> None:
    assert told(background='  así lo escribí \n ') == ['  así lo escribí.']
    assert told(background='¿Quién sabe?') == ['¿Quién sabe?']


def test_numbers_run_from_one_through_the_whole_paper() -> None:
    case, _ = marked()
    numbers = [paragraph.number for section in sections(case) for paragraph in section.paragraphs]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_two_languages_have_the_same_structure() -> None:
    case, _ = marked()
    spanish, english = sections(case, 'es'), sections(case, 'en')
    assert [[paragraph.number for paragraph in section.paragraphs] for section in spanish] == [
        [paragraph.number for paragraph in section.paragraphs] for section in english]
    assert all(one.heading != other.heading for one, other in zip(spanish, english, strict=True))
    assert len(spanish) == len(wording()['headings'])
    assert [section.heading for section in spanish] == [heading['es'] for heading in wording()['headings'].values()]


def test_no_section_is_empty() -> None:
    case = Case(people=(Person('applicant', 'Marisol'),), tellings=(Telling('applicant'),))
    assert [section.heading for section in sections(case)] == ['Quién soy']
    assert texts(case) == ['Me llamo Marisol.', 'Esta declaración se escribió en español.']


@given(st.text(), st.text())
def test_a_key_belongs_to_one_text(one: Any, other: Any) -> None:
    assert re.fullmatch('p[0-9a-f]{16}', paragraph_key(one))
    assert (paragraph_key(one) == paragraph_key(other)) == (one == other)


def test_a_translation_does_not_outlive_its_text() -> None:
    case, _ = marked()
    before = {paragraph.key for section in sections(case) for paragraph in section.paragraphs}
    telling = replace(case.tellings[0], since_leaving='otra cosa')
    after = {paragraph.key for section in declaration_sections(case, telling, 'es') for paragraph in section.paragraphs}
    assert len(before - after) == len(after - before) == 1


def test_an_event_is_told_in_the_order_people_tell_it() -> None:
    event = Event(kind='harm', what='Me golpearon', when=FuzzyDate(2023, 8, about=True), where='Choloma', who='Dos hombres', who_official='unknown',
                  words='Cállese', why='Por denunciar', injuries='El brazo', care='Ninguna', witnesses='Mi hija', reported='no',
                  report_why_not='Por miedo.')
    assert told(events=(event,)) == [
        'Alrededor de agosto de 2023, en Choloma: Me golpearon. Quién lo hizo: dos hombres. Las palabras que usaron: «Cállese». '
        'Por qué creo que lo hicieron: por denunciar. Las heridas, o cómo me dejó: el brazo. Atención médica u otra ayuda: Ninguna. '
        'Quién lo vio o lo oyó: mi hija. Por qué no lo denuncié: por miedo.']


def test_events_stand_in_time_order() -> None:
    events = (Event(kind='other', what='después', when=FuzzyDate(2024)), Event(kind='other', what='antes', when=FuzzyDate(2023)))
    assert told(events=events) == ['En 2023: antes.', 'En 2024: después.']


def test_what_will_be_said_aloud_or_was_skipped_is_not_written() -> None:
    hidden: dict[str, Any] = dict.fromkeys(OWN_WORDS, 'SECRETO')
    assert told(events=(Event(told=ALOUD, **hidden), Event(told=SKIPPED, **hidden)), fear=Fear('SECRETO', told=ALOUD)) == []


def test_a_choice_that_was_not_made_says_nothing() -> None:
    assert told(events=(Event(kind='harm'),), fear=Fear(), countries=(CountryStay('Guatemala'),)) == ['Guatemala.']


def test_a_status_in_another_country_is_never_left_out() -> None:
    stays = tuple(CountryStay('Mexico', status=status) for status in ('none', 'asked', 'had', 'unknown'))
    assert told(countries=stays) == [
        'México. No pedí refugio ni tuve permiso para vivir ahí.', 'México. Pedí refugio o permiso para vivir ahí.',
        'México. Tuve permiso o papeles para vivir ahí.', 'México.']


@pytest.mark.parametrize('answer', ['yes', 'no', 'unknown'])
def test_nobody_swears_to_what_was_only_tapped(answer: str) -> None:
    """On officials, torture, a report and Mexico; the preparation sheet has the answers (tests/documents/test_sheet.py)."""
    assert told(fear=Fear(torture=answer, mexico=answer)) == []
    for who in ('official', 'with_officials', 'private', 'unknown'):
        event = Event(kind='harm', what='Me golpearon', who='Dos hombres', who_official=who, reported=answer)
        assert told(events=(event,)) == ['Me golpearon. Quién lo hizo: dos hombres.']


@pytest.mark.parametrize(('entry', 'printed'), [
    (Entry(FuzzyDate(2026, 5, 12), 'San Ysidro', 'port_of_entry', 'released'),
     'Llegada a los Estados Unidos: 12 de mayo de 2026, San Ysidro, por un puente o cruce oficial.'),
    (Entry(FuzzyDate(2026, 5, 12), 'San Ysidro', 'port_of_entry', 'turned_back'),
     'Intento de entrar a los Estados Unidos: 12 de mayo de 2026, San Ysidro, por un puente o cruce oficial.'),
    (Entry(FuzzyDate(2026, 5), '', 'between_ports', 'released'), 'Entrada a los Estados Unidos: mayo de 2026.'),
    (Entry(FuzzyDate(2026), 'Tecate', 'unknown', 'unknown'), 'Llegada a la frontera de los Estados Unidos: 2026, Tecate.'),
])
def test_an_entry_says_which_it_was_and_concedes_no_manner(entry: Entry, printed: str) -> None:
    case = Case(people=(Person('applicant'),), place=Place(entries=(entry,)), tellings=(Telling('applicant'),))
    assert texts(case)[1:] == [printed]


@pytest.mark.parametrize(('relation', 'gender', 'printed'), [
    ('sibling', 'male', 'Mi hermano: Ana; está conmigo.'), ('sibling', 'female', 'Mi hermana: Ana; está conmigo.'),
    ('sibling', '', 'De mi familia: Ana; está conmigo.'), ('spouse', 'male', 'Mi esposo: Ana; está conmigo.'),
    ('spouse', '', 'Mi cónyuge: Ana; está conmigo.'),
    ('son', '', 'Mi hijo: Ana; está conmigo.'), ('partner', '', 'Mi pareja: Ana; está conmigo.'),
])
def test_who_somebody_is_stands_in_one_word_as_told(relation: str, gender: str, printed: str) -> None:
    member = Person('family_0', 'Ana', relation=relation, gender=gender, whereabouts='with_me')
    case = Case(people=(Person('applicant'), member), tellings=(Telling('applicant'),))
    assert texts(case)[1:] == [printed]


@pytest.mark.parametrize('language', LANGUAGES)
def test_no_word_of_ours_leaves_two_things_open(language: str) -> None:
    """"My brother or sister" is nothing anybody can swear to."""
    for group in ('relations', 'whereabouts', 'entry_manner'):
        for words in wording()[group].values():
            assert not re.search(r' (o|u|or) (?!cruce|official crossing)', words[language]), words[language]


def test_another_adult_does_not_swear_to_the_applicants_family_language_or_entries() -> None:
    case, _ = marked()
    telling = Telling('family_0', told_language='en')
    headings = [section.heading for section in declaration_sections(case, telling, 'en')]
    whole = ' '.join(paragraph.text for section in declaration_sections(case, telling, 'en') for paragraph in section.paragraphs)
    assert headings == ['Who I am']
    assert case.people[0].full_name not in whole and case.best_language_detail not in whole and case.place.entries[0].place not in whole
    assert 'This declaration was written in English.' in whole


@pytest.mark.parametrize(('helped', 'said'), [('yes', True), ('no', False), ('', False)])
def test_who_helped_is_asked_of_each_who_tells(helped: str, said: bool) -> None:
    case = Case(preparing_for='other', people=(Person('applicant'), Person('family_0')))
    for person, expected in (('applicant', True), ('family_0', said)):
        whole = str(declaration_sections(case, Telling(person, helped=helped), 'es'))
        assert ('Otra persona me ayudó' in whole) == expected


def test_practice_notes_are_not_sworn_to() -> None:
    assert told(practice=(('who_harmed', 'SECRETO'),)) == []


def test_a_text_told_twice_is_translated_once() -> None:
    event = {'kind': 'harm', 'what': 'Volvieron.', 'told': 'written', 'reported': 'no'}
    case = case_from_answers({'applicant': {'given_names': 'Ana'}, 'tellings': [{'person': 'applicant', 'events': [event, event]}]})
    sections = declaration_sections(case, case.tellings[0], 'es')
    every = [paragraph for section in sections for paragraph in section.paragraphs]
    once = each_text_once(sections)
    assert len(every) == len(once) + 1
    assert [paragraph.number for paragraph in once] == sorted({paragraph.number for paragraph in once})
    assert {paragraph.key for paragraph in once} == {paragraph.key for paragraph in every}
