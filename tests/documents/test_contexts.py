"""What the templates are given: the same names in every language and for every case."""
import re
import zipfile
from typing import Any

import pytest
from documents.shared import ON
from docxtpl import DocxTemplate

from docassemble.immdef_selfhelp.documents.catalog import Document, documents_for
from docassemble.immdef_selfhelp.documents.making.context import BUILDERS, context_for
from docassemble.immdef_selfhelp.documents.making.render import template_path
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers

TAG = re.compile(r'\{[{%].*?[%}]\}')
LITERAL = re.compile(r'"[^"]*"|\'[^\']*\'')
IN_BOTH_LANGUAGES = ('situation_sheet', 'credible_fear_sheet', 'declaration', 'document_checklist', 'consistency_sheet')


def shape(value: Any) -> Any:
    """A context without its values: names, and how many there are of what is listed."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return [shape(item) for item in value] if isinstance(value, list) else type(value).__name__


def names(value: Any) -> Any:
    """The names outside lists, which are there whatever was told."""
    return {key: names(item) for key, item in value.items()} if isinstance(value, dict) else None


def in_language(document: Document, language: str) -> Document:
    return Document(document.id, document.person_key, language, document.template, document.title, document.filename)


@pytest.mark.parametrize('kind', IN_BOTH_LANGUAGES)
def test_both_languages_have_the_same_context(cases: dict[str, Case], kind: str) -> None:
    for case in cases.values():
        for document in documents_for(case, ON):
            if document.id == kind:
                assert shape(context_for(in_language(document, 'es'), case, ON)) == shape(context_for(in_language(document, 'en'), case, ON))


@pytest.mark.parametrize('kind', BUILDERS)
def test_every_case_has_the_same_names(cases: dict[str, Case], kind: str) -> None:
    found = [names(context_for(document, case, ON)) for case in cases.values() for document in documents_for(case, ON) if document.id == kind]
    assert len(found) > 1
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize('kind', BUILDERS)
def test_a_template_uses_every_name_and_no_other(cases: dict[str, Case], kind: str) -> None:
    document, case = next((document, case) for case in cases.values() for document in documents_for(case, ON) if document.id == kind)
    used = DocxTemplate(str(template_path(document.template))).get_undeclared_template_variables()
    # The English and the original declaration share a template; only one of them names its translator.
    assert used == set(context_for(document, case, ON))


def tags(name: str) -> list[str]:
    with zipfile.ZipFile(template_path(name)) as archive:
        text = re.sub('<[^>]+>', '', archive.read('word/document.xml').decode('utf-8'))
    return [LITERAL.sub('""', tag) for tag in TAG.findall(text)]


@pytest.mark.parametrize('kind', IN_BOTH_LANGUAGES)
def test_the_templates_of_both_languages_ask_for_the_same(kind: str) -> None:
    assert tags(f'{kind}_es.docx') == tags(f'{kind}_en.docx') != []


def test_who_has_no_telling_has_no_paper(cases: dict[str, Case]) -> None:
    document = next(found for found in documents_for(cases['shopkeeper'], ON) if found.id == 'credible_fear_sheet')
    with pytest.raises(KeyError):
        context_for(document, case_from_answers({}), ON)
    with pytest.raises(KeyError):
        context_for(Document('poem', 'applicant', 'es', '', {}, ''), cases['shopkeeper'], ON)
