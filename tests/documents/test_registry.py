"""Every paper is on the one list, with every template it needs, and no template is nobody's. Each check is tried by leaving one out."""
import pkgutil
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module

import pytest

from docassemble.immdef_selfhelp.documents import papers
from docassemble.immdef_selfhelp.documents.catalog import PAPERS
from docassemble.immdef_selfhelp.documents.handouts import HANDOUTS
from docassemble.immdef_selfhelp.documents.making.handout import Handout
from docassemble.immdef_selfhelp.documents.making.paper import Paper
from docassemble.immdef_selfhelp.documents.making.render import TEMPLATE_FOLDERS
from docassemble.immdef_selfhelp.names import LANGUAGES

MODULES = sorted(found.name for found in pkgutil.iter_modules(papers.__path__))
TEMPLATES = {path.name for folder in TEMPLATE_FOLDERS for path in folder.glob('*.docx')}


def paper_in(module: str) -> Paper:
    paper = import_module(f'{papers.__name__}.{module}').PAPER
    assert isinstance(paper, Paper)
    return paper


def not_on_the_list(listed: Iterable[Paper]) -> list[str]:
    """The modules of `documents/papers` whose paper is not registered."""
    return [module for module in MODULES if paper_in(module) not in list(listed)]


def templates_of(listed: Iterable[Paper | Handout]) -> set[str]:
    return {paper.template_in(language) for paper in listed for language in paper.file_names}


def test_every_module_of_a_paper_is_on_the_list_once() -> None:
    assert not_on_the_list(PAPERS) == []
    assert len(PAPERS) == len(MODULES) == len({paper.id for paper in PAPERS})


def test_every_template_is_of_a_paper_and_every_paper_has_its_templates() -> None:
    assert templates_of((*PAPERS, *HANDOUTS)) == TEMPLATES


def test_every_paper_has_its_words_in_both_languages() -> None:
    for paper in PAPERS:
        assert set(paper.title) == set(LANGUAGES) and len(set(paper.title.values())) == len(LANGUAGES), paper.id
        assert paper.link is None or set(paper.link.words) == set(LANGUAGES), paper.id
        assert set(paper.file_names) <= set(LANGUAGES), paper.id


def test_no_two_papers_share_a_file_name() -> None:
    listed: tuple[Paper | Handout, ...] = (*PAPERS, *HANDOUTS)
    names = [name for paper in listed for name in paper.file_names.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize('left_out', [paper.id for paper in PAPERS])
def test_leaving_one_out_is_seen(left_out: str) -> None:
    fewer = [paper for paper in PAPERS if paper.id != left_out]
    assert len(not_on_the_list(fewer)) == 1
    # Papers that share a template with another, as the English declaration and those of a court filing, leave none over
    shared = templates_of(paper for paper in PAPERS if paper.id == left_out) <= templates_of(fewer)
    assert (templates_of((*fewer, *HANDOUTS)) != TEMPLATES) == (not shared)


def test_a_paper_without_its_template_and_a_template_without_its_paper_are_seen() -> None:
    assert templates_of((*PAPERS, replace(PAPERS[0], id='poem'))) - TEMPLATES == {'poem_es.docx', 'poem_en.docx'}
    assert (TEMPLATES | {'poem_es.docx'}) - templates_of((*PAPERS, *HANDOUTS)) == {'poem_es.docx'}
