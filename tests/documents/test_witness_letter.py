"""A witness's letter: what they wrote under short headings, and nothing that two letters of two people would share (*Matter of V-S-A-*)."""
import re
from typing import Any

import pytest
from documents.shared import ON, TextsOf

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making.render import docx_bytes
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers

HEADINGS = {'es': {'Carta', '1. Cómo conozco a la persona', '2. Lo que vi u oí', '3. Lo que otra persona me contó'},
            'en': {'Letter', '1. How I know the person', '2. What I saw or heard', '3. What another person told me'}}
LABELS = re.compile(r'^(Escribe|Written by|Sobre|About|Firma|Signature|Fecha y lugar|Date and place): |^(Página|Page) ')
FIRST = {'known': 'Soy su vecina desde 1999.', 'saw': 'Oí dos disparos.', 'heard': 'Su hijo me dijo que fueron ellos.'}
SECOND = {'known': 'Trabajé con él.', 'saw': 'Vi la casa quemada.', 'heard': 'Lo leí en la noticia.'}


def witness(language: str = 'es', **told: Any) -> Case:
    answers = {'name': 'Ana', 'about': 'Óscar', 'letter_language': language, 'sworn': 'yes', 'signed_where': 'inside_us', **told}
    return case_from_answers({'user_language': language, 'preparing_for': 'witness', 'witness': answers})


def letter(case: Case, texts_of: TextsOf, language: str) -> set[str]:
    document = next(one for one in documents_for(case, ON) if one.language == language)
    return {text.strip() for text in texts_of(docx_bytes(document, case, ON)) if text.strip()}


@pytest.mark.parametrize('language', ['es', 'en'])
def test_every_word_is_the_witness_s_own_a_heading_or_the_oath(texts_of: TextsOf, language: str) -> None:
    found = letter(witness(language, **FIRST), texts_of, language)
    left = found - set(FIRST.values()) - HEADINGS[language] - {dated.sentence('declaration_1746_inside', language, ON)}
    assert {text for text in left if not LABELS.match(text)} == set()


@pytest.mark.parametrize('language', ['es', 'en'])
def test_two_letters_share_no_sentence_but_the_oath(texts_of: TextsOf, language: str) -> None:
    shared = letter(witness(language, **FIRST), texts_of, language) & letter(witness(language, **SECOND), texts_of, language)
    told = {text for text in shared if not LABELS.match(text)} - HEADINGS[language]
    assert told == {dated.sentence('declaration_1746_inside', language, ON)}


def test_the_oath_is_there_only_for_who_wants_it(texts_of: TextsOf) -> None:
    assert not [text for text in letter(witness(sworn='no', **FIRST), texts_of, 'es') if 'perjurio' in text]
    both = letter(witness(signed_where='unknown', **FIRST), texts_of, 'es')
    assert len([text for text in both if 'perjurio' in text]) == 2


def test_a_letter_in_spanish_has_pages_for_its_translator_and_one_in_english_has_none(texts_of: TextsOf) -> None:
    assert [one.language for one in documents_for(witness(**FIRST), ON)] == ['es', 'en']
    assert [one.language for one in documents_for(witness('en', **FIRST), ON)] == ['en']
    english = letter(witness(**FIRST), texts_of, 'en')
    assert set(FIRST.values()) <= english and any('competent in Spanish and English' in text for text in english)


def test_a_witness_has_no_other_paper() -> None:
    """Also when a family's answers are in the same session: nothing of theirs can be opened from it."""
    family = {'applicant': {'given_names': 'Óscar'}, 'situation': {'place': 'released'}, 'tellings': [{'wants_declaration': 'yes'}],
              'documents': {'states': {'applicant_passport': 'have'}}}
    case = case_from_answers({**family, 'preparing_for': 'witness', 'witness': {'saw': 'Lo vi.'}})
    assert {document.id for document in documents_for(case, ON)} == {'witness_letter'}
    assert documents_for(case_from_answers({**family, 'preparing_for': 'witness'}), ON) == ()


def test_a_family_has_no_witness_letter() -> None:
    case = case_from_answers({'preparing_for': 'self', 'witness': {'saw': 'Lo vi.'}})
    assert case.witness.saw == '' and documents_for(case, ON) == ()
