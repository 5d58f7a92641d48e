"""What the templates are given: the same names in every language and for every case."""
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from documents.shared import ON
from docxtpl import DocxTemplate

from docassemble.immdef_selfhelp.documents.catalog import PAPERS, documents_for
from docassemble.immdef_selfhelp.documents.making.render import template_path
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers

TAG = re.compile(r'\{[{%].*?[%}]\}')
LITERAL = re.compile(r'"[^"]*"|\'[^\']*\'')
KINDS = [paper.id for paper in PAPERS]
IN_BOTH_LANGUAGES = [paper.id for paper in PAPERS if set(paper.file_names) == set(LANGUAGES)]


def shape(value: Any) -> Any:
    """A context without its values: names, and how many there are of what is listed."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return [shape(item) for item in value] if isinstance(value, list) else type(value).__name__


def names(value: Any) -> Any:
    """The names outside lists, which are there whatever was told."""
    return {key: names(item) for key, item in value.items()} if isinstance(value, dict) else None


@pytest.mark.parametrize('kind', IN_BOTH_LANGUAGES)
def test_both_languages_have_the_same_context(cases: dict[str, Case], kind: str) -> None:
    for case in cases.values():
        for document in documents_for(case, ON):
            if document.id == kind:
                assert shape(replace(document, language='es').context(case, ON)) == shape(replace(document, language='en').context(case, ON))


@pytest.mark.parametrize('kind', KINDS)
def test_every_case_has_the_same_names(cases: dict[str, Case], kind: str) -> None:
    found = [names(document.context(case, ON)) for case in cases.values() for document in documents_for(case, ON) if document.id == kind]
    assert len(found) > 1
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize('kind', KINDS)
def test_a_template_uses_every_name_and_no_other(cases: dict[str, Case], kind: str) -> None:
    document, case = next((document, case) for case in cases.values() for document in documents_for(case, ON) if document.id == kind)
    used = DocxTemplate(str(template_path(document.template))).get_undeclared_template_variables()
    # The English and the original declaration share a template; only one of them names its translator.
    assert used == set(document.context(case, ON))


def tags(name: str) -> list[str]:
    with zipfile.ZipFile(template_path(name)) as archive:
        text = re.sub('<[^>]+>', '', archive.read('word/document.xml').decode('utf-8'))
    return [LITERAL.sub('""', tag) for tag in TAG.findall(text)]


@pytest.mark.parametrize('kind', IN_BOTH_LANGUAGES)
def test_the_templates_of_both_languages_ask_for_the_same(kind: str) -> None:
    paper = next(paper for paper in PAPERS if paper.id == kind)
    assert tags(paper.template_in('es')) == tags(paper.template_in('en')) != []


def test_who_has_no_telling_has_no_paper(cases: dict[str, Case]) -> None:
    document = next(found for found in documents_for(cases['shopkeeper'], ON) if found.id == 'credible_fear_sheet')
    with pytest.raises(KeyError):
        document.context(case_from_answers({}), ON)
