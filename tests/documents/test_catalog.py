"""Which papers a case allows."""
import re
from dataclasses import replace

import pytest
from documents.shared import ON

from docassemble.immdef_selfhelp.documents.catalog import PAPERS, documents_for
from docassemble.immdef_selfhelp.documents.making.paper import Document
from docassemble.immdef_selfhelp.documents.making.render import template_path
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers

# What a stranger who sees the file name must not learn.
TELLING_WORDS = ('asyl', 'asil', 'fear', 'miedo', 'immdef', 'credible', 'refug', 'migra', 'declar', 'marisol', 'ejemplo', 'pineda')


def papers(case: Case) -> list[tuple[str, str, str]]:
    return [(document.id, document.person_key, document.language) for document in documents_for(case, ON)]


def every(cases: dict[str, Case]) -> list[Document]:
    return [document for case in cases.values() for document in documents_for(case, ON)]


def test_a_case_without_a_place_and_a_telling_has_no_papers() -> None:
    assert papers(case_from_answers({})) == []


@pytest.mark.parametrize('place', ['mexico', 'custody', 'released', 'elsewhere'])
def test_who_told_the_place_has_their_situation_on_paper_before_any_story(place: str) -> None:
    found = papers(case_from_answers({'situation': {'place': place}}))
    assert found == [(paper, 'applicant', language) for paper in ('first_page', 'situation_sheet') for language in ('es', 'en')]


@pytest.mark.parametrize('wants', ['no', 'later', ''])
def test_without_a_wish_for_one_there_is_no_declaration(wants: str) -> None:
    assert papers(case_from_answers({'tellings': [{'wants_declaration': wants}]})) == [
        ('credible_fear_sheet', 'applicant', 'es'), ('credible_fear_sheet', 'applicant', 'en'),
        ('document_checklist', 'applicant', 'es'), ('document_checklist', 'applicant', 'en')]


def test_the_language_of_the_screen_comes_first() -> None:
    case = case_from_answers({'user_language': 'en', 'tellings': [{}]})
    assert [language for _, _, language in papers(case)] == ['en', 'es', 'en', 'es']


def test_a_telling_in_spanish_has_pages_for_its_translator(cases: dict[str, Case]) -> None:
    assert [found for found in papers(cases['shopkeeper']) if 'declaration' in found[0]] == [
        ('declaration', 'applicant', 'es'), ('declaration_translation', 'applicant', 'en')]


def test_the_english_declaration_comes_only_when_every_paragraph_was_translated(cases: dict[str, Case]) -> None:
    case = cases['translated']
    assert ('declaration_en', 'applicant', 'en') in papers(case)
    telling = case.tellings[0]
    for translations in (telling.translations[1:], ((telling.translations[0][0], ' '), *telling.translations[1:]), ()):
        less = replace(case, tellings=(replace(telling, translations=translations),))
        assert ('declaration_en', 'applicant', 'en') not in papers(less)


def test_a_changed_text_takes_the_english_declaration_away(cases: dict[str, Case]) -> None:
    telling = replace(cases['translated'].tellings[0], since_leaving='otra cosa')
    assert ('declaration_en', 'applicant', 'en') not in papers(replace(cases['translated'], tellings=(telling,)))


def test_a_telling_in_english_needs_no_translator_and_each_adult_has_their_own(cases: dict[str, Case]) -> None:
    assert papers(cases['released_couple']) == [
        ('first_page', 'applicant', 'en'), ('first_page', 'applicant', 'es'),
        ('situation_sheet', 'applicant', 'en'), ('situation_sheet', 'applicant', 'es'),
        ('credible_fear_sheet', 'applicant', 'en'), ('credible_fear_sheet', 'applicant', 'es'),
        ('i589_worksheet', 'applicant', 'en'), ('i589_worksheet', 'applicant', 'es'), ('declaration', 'applicant', 'en'),
        ('document_checklist', 'applicant', 'en'), ('document_checklist', 'applicant', 'es'),
        ('credible_fear_sheet', 'family_0', 'en'), ('credible_fear_sheet', 'family_0', 'es'),
        ('i589_worksheet', 'family_0', 'en'), ('i589_worksheet', 'family_0', 'es'), ('declaration', 'family_0', 'es'),
        ('declaration_translation', 'family_0', 'en'), ('document_checklist', 'family_0', 'en'), ('document_checklist', 'family_0', 'es')]


def test_file_names_are_neutral_and_never_the_same_twice(cases: dict[str, Case]) -> None:
    for case in cases.values():
        names = [document.filename for document in documents_for(case, ON)]
        assert len(set(names)) == len(names)
    for document in every(cases):
        assert re.fullmatch(r'[a-z0-9-]+\.docx', document.filename)
        assert not [word for word in TELLING_WORDS if word in document.filename]


def test_every_paper_has_its_template_and_a_title_in_both_languages(cases: dict[str, Case]) -> None:
    for document in every(cases):
        assert template_path(document.template).is_file()
        assert set(document.title) == {'es', 'en'} and document.title['es'] != document.title['en']
    assert {document.id for document in every(cases)} == {paper.id for paper in PAPERS}


def test_an_unknown_template_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        template_path('nothing_es.docx')
