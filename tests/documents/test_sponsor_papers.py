"""The papers of a sponsor and of a family that looks for one: only what was told, nothing of a story, no promise, and lists with a day."""
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import yaml
from documents.shared import ON, TextsOf

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making.render import docx_bytes
from docassemble.immdef_selfhelp.documents.papers import sponsor_letter, sponsor_profile
from docassemble.immdef_selfhelp.law.desk.texts import every_text
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.sponsors import channels
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, Telling, case_from_answers
from docassemble.immdef_selfhelp.story.profile import profile_of
from docassemble.immdef_selfhelp.story.told.sponsor_offer import WILL
from docassemble.immdef_selfhelp.story.wording import names
from docassemble.immdef_selfhelp.walk import xliff

TRANSLATIONS = Path(__file__).parents[2] / 'translations'
OWN = {'name': 'Rosa', 'about': 'Byron', 'known': 'Es mi primo.', 'address': '1 Calle Ejemplo', 'room': 'Un cuarto.', 'household': 'Mi hija.',
       'will': ['home', 'appointments'], 'will_more': 'Lo llevo a misa.', 'letter_language': 'es', 'sworn': 'no'}
PRIVATE = {'says_income': 'yes', 'income': 'Gano poco.', 'status': 'resident'}
FRAME = re.compile(r'^(Firma|Signature|Fecha y lugar|Date and place): |^(Página|Page) |^(Carta del patrocinador|Sponsor letter)|^In English:'
                   r'|con los mismos números\.|with the same numbers\.')
CERTIFICATE = ('Certificate of translation', 'I, ____', 'Signature: ', 'Name, address')
PROMISE = re.compile(r'\b(?:será|serán|va a ser|van a ser|quedará) (?:liberad|puest)[oa]s?\b|\b(?:saldrá|saldrán) (?:libre|de la custodia)'
                     r'|\b(?:lo|la|los|las|le) (?:soltar|liberar|dejar)[áa]n?\b|garantiza|asegura (?:la salida|su salida|que salg)'
                     r'|will (?:be released|get out|get bond|be free)|guarantee|ensures? (?:a|the|your) release', re.IGNORECASE)
REFUSALS = ('no asegura la salida', 'does not ensure a release')


def sponsor(**told: Any) -> Case:
    return case_from_answers({'user_language': 'es', 'preparing_for': 'sponsor', 'sponsor_offer': {**OWN, **told}})


def family(**told: Any) -> Case:
    profile = {'channels': ['parole'], 'wants_profile': 'yes', 'region': 'Los Ángeles', 'needs': ['school'], 'contact': 'El albergue', **told}
    return case_from_answers({
        'user_language': 'es', 'best_language': 'spanish', 'preparing_for': 'self', 'phone_safety': 'private',
        'applicant': {'given_names': 'Ana', 'first_surname': 'Apellido', 'nationality': 'Ecuador', 'birth': {'year': 1990}},
        'family': [{'given_names': 'Luis', 'relation': 'son', 'birth': {'year': 2022}, 'whereabouts': 'with_me'}],
        'tellings': [{'person': 'applicant', 'a_number': 'A123456789', 'background': 'HISTORIA',
                      'events': [{'what': 'HISTORIA', 'who': 'HISTORIA'}]}],
        'family_profile': profile})


def texts(case: Case, texts_of: TextsOf, kind: str, language: str) -> list[str]:
    document = next(one for one in documents_for(case, ON) if (one.id, one.language) == (kind, language))
    return [text.strip() for text in texts_of(docx_bytes(document, case, ON)) if text.strip('_ \n')]


def numbered(lines: list[str]) -> list[str]:
    return [line.partition('.')[0] for line in lines if re.match(r'\d+\. ', line)]


@pytest.mark.parametrize('language', LANGUAGES)
def test_every_word_of_the_letter_is_told_ticked_or_a_heading(texts_of: TextsOf, language: str) -> None:
    found = texts(sponsor(**PRIVATE), texts_of, 'sponsor_letter', language)
    told = {str(text) for text in {**OWN, **PRIVATE}.values() if isinstance(text, str)}
    ours = {*names('sponsor_letter', language).values(), *names('sponsor_will', language).values(), *names('sponsor_status', language).values()}
    left = [line for line in found if re.sub(r'^(\d+\. |☒\s+)', '', line) not in told | ours and not FRAME.search(line)]
    assert [line for line in left if not line.startswith(CERTIFICATE)] == []


def test_what_was_not_told_is_not_there_and_the_numbers_are_the_same(texts_of: TextsOf) -> None:
    case = sponsor(telephone='', household='', room='')
    english, spanish = (texts(case, texts_of, 'sponsor_letter', language) for language in ('en', 'es'))
    assert numbered(english) == numbered(spanish) == ['1', '2', '3', '4', '5']
    assert not [line for line in english + spanish if 'status' in line or 'earn' in line or 'gano' in line or 'migratoria' in line]
    assert any('Signature: ' in line for line in english) and not any('Firma: ' in line for line in spanish), 'one sheet is signed'


def test_prefer_not_to_say_and_nothing_are_the_same_letter(texts_of: TextsOf) -> None:
    assert texts(sponsor(status='no_answer'), texts_of, 'sponsor_letter', 'en') == texts(sponsor(), texts_of, 'sponsor_letter', 'en')
    assert sponsor(income='Gano poco.', says_income='no').sponsor_offer.income == '', 'income only if wanted'


def test_the_family_s_copy_says_nothing_of_status_or_income(texts_of: TextsOf) -> None:
    case = sponsor(**PRIVATE)
    for language in LANGUAGES:
        copy = texts(case, texts_of, 'sponsor_letter_copy', language)
        assert 'Un cuarto.' in copy and 'Gano poco.' not in copy
        kept_back = (names('sponsor_status', language)['resident'], names('sponsor_letter', language)['income'])
        assert not [line for line in copy if any(words in line for words in kept_back)]
        assert texts(sponsor(), texts_of, 'sponsor_letter_copy', language) == copy, 'nobody sees from the copy whether a status was told'
    files = [one.filename for one in documents_for(case, ON)]
    assert len(files) == len(set(files)), 'separate files'


def test_a_sponsor_has_no_other_paper() -> None:
    """Also when a family's answers are in the same session."""
    told = {'applicant': {'given_names': 'Ana'}, 'situation': {'place': 'released'}, 'tellings': [{'wants_declaration': 'yes'}],
            'family_profile': {'channels': ['orr'], 'wants_profile': 'yes', 'share': ['names']}}
    case = case_from_answers({**told, 'preparing_for': 'sponsor', 'sponsor_offer': {**OWN, 'channel': 'bond'}})
    assert {one.id for one in documents_for(case, ON)} == {'sponsor_letter', 'sponsor_letter_copy', 'sponsor_steps'}
    assert documents_for(case_from_answers({**told, 'preparing_for': 'sponsor'}), ON) == ()
    assert case_from_answers({'preparing_for': 'self', 'sponsor_offer': OWN}).sponsor_offer.name == ''


@pytest.mark.parametrize('language', LANGUAGES)
def test_the_profile_says_what_was_ticked_and_no_more(texts_of: TextsOf, language: str) -> None:
    found = ' '.join(texts(family(share=['adults', 'region']), texts_of, 'sponsor_profile', language))
    assert 'Los Ángeles' in found and not any(text in found for text in ('Ana', 'Luis', 'Ecuador', 'albergue', 'HISTORIA', '123456789'))
    everything = ' '.join(texts(family(share=['names', 'adults', 'ages', 'languages', 'country', 'region', 'needs', 'contact']), texts_of,
                                'sponsor_profile', language))
    assert all(text in everything for text in ('Ana', 'Luis', 'Ecuador', 'albergue'))
    assert not any(text in everything for text in ('HISTORIA', '123456789', 'Apellido')), 'first names only'


def test_nothing_is_ticked_for_the_family_and_a_watched_phone_has_no_profile() -> None:
    assert family().family_profile.share == () and 'sponsor_profile' not in {one.id for one in documents_for(family(), ON)}
    watched = case_from_answers({'phone_safety': 'watched', 'family_profile': {'wants_profile': 'yes', 'share': ['names'], 'contact': 'x'}})
    assert watched.family_profile.contact == '' and 'sponsor_profile' not in {one.id for one in documents_for(watched, ON)}


def inside(kind: Any, seen: set[type]) -> set[type]:
    """Every dataclass that values of this type can hold."""
    for part in (kind, *get_args(kind)):
        if part is not kind:
            inside(part, seen)
        elif isinstance(part, type) and is_dataclass(part) and part not in seen:
            seen.add(part)
            for one in fields(part):
                inside(get_type_hints(part)[one.name], seen)
    return seen


def test_a_story_and_an_a_number_have_no_place_in_a_profile_by_its_type() -> None:
    reached: set[type] = set()
    for kind in get_type_hints(profile_of).values():
        inside(kind, reached)
    assert not {Case, Telling} & reached
    assert not [one for kind in reached for one in fields(kind) if one.name in ('a_number', 'events', 'tellings', 'what', 'fear')]
    assert get_type_hints(sponsor_profile.profile_lines)['profile'] is get_type_hints(profile_of)['return']


@pytest.mark.parametrize('typed', ['A123456789', 'mi número es A 123-456-789', 'a-12345678.', '123456789'])
def test_what_looks_like_an_a_number_is_left_out_of_typed_words(typed: str, texts_of: TextsOf) -> None:
    found = ' '.join(texts(family(share=['contact', 'region'], contact=typed, region=typed), texts_of, 'sponsor_profile', 'es'))
    assert not re.search(r'\d{3}', found)
    assert '(619) 555-0100' in ' '.join(texts(family(share=['contact'], contact='(619) 555-0100'), texts_of, 'sponsor_profile', 'es'))


def promises(text: str) -> bool:
    for refusal in REFUSALS:
        text = text.replace(refusal, '')
    return bool(PROMISE.search(text))


def test_nothing_promises_a_release(texts_of: TextsOf) -> None:
    """On no paper of a sponsor, in no sentence of the law data, on no screen and in no plain page, in both languages."""
    assert promises('Con esta carta será liberado hoy.') and promises('Your letter will guarantee it') and promises('They will be released.')
    for case in (sponsor(channel=channel, **PRIVATE) for channel in channels()):
        for document in documents_for(case, ON):
            assert not promises(' '.join(texts_of(docx_bytes(document, case, ON)))), (document.id, document.language)
    law = [(one, passage.words[language]) for one, text in every_text().items() for passage in text.passages for language in LANGUAGES]
    screens = [('es.xlf', text) for pair in xliff.read(TRANSLATIONS / 'es.xlf').items() for text in pair]
    words = [('es-words.yml', text) for pair in yaml.safe_load((TRANSLATIONS / 'es-words.yml').read_text(encoding='utf-8'))['es'].items()
             for text in pair]
    assert len(law) > 1000 and len(screens) > 1000 and len(words) > 500
    assert [(where, text) for where, text in (*law, *screens, *words) if promises(text)] == []


def test_lists_of_papers_are_dated_and_orr_has_none(texts_of: TextsOf) -> None:
    assert not channels()['orr'].papers and channels()['orr'].ask, 'no current list was found: the case manager is asked'
    assert 'orr_2026' in channels()['orr'].rules
    for name in ('parole', 'bond'):
        found = channels()[name]
        assert found.papers and dated.provision(found.papers_from).checked
        sheet = ' '.join(texts(sponsor(channel=name), texts_of, 'sponsor_steps', 'es'))
        assert 'fuente revisada el' in sheet and all(one.words['es'] in sheet for one in found.papers)
    orr = ' '.join(texts(sponsor(channel='orr'), texts_of, 'sponsor_steps', 'en'))
    assert 'Papers that go with the letter' not in orr and 'case manager' in orr


@pytest.mark.parametrize('language', LANGUAGES)
def test_who_may_pay_a_bond_is_told_right(texts_of: TextsOf, language: str) -> None:
    sheet = ' '.join(texts(sponsor(channel='bond'), texts_of, 'sponsor_steps', language))
    assert all(who in sheet for who in {'es': ('ciudadano', 'residente permanente', 'despacho de abogados', 'sin fines de lucro'),
                                        'en': ('citizen', 'permanent resident', 'law firm', 'nonprofit')}[language])
    assert 'lawful status' not in sheet


def test_everything_that_can_be_ticked_has_words() -> None:
    for language in LANGUAGES:
        assert set(names('sponsor_will', language)) == set(WILL)
        assert set(names('sponsor_letter', language)) == set(sponsor_letter.PARTS)
