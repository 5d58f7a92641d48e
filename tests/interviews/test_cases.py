"""Every case file reaches its papers, in both languages of the screens, and they say what they must and nothing they must not."""
import io
import zipfile

import pytest
from interviews.walks import CASES, LANGUAGES, case, walked
from lxml import etree

from docassemble.immdef_selfhelp.walk.outcome import problems


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', CASES)
def test_case_reaches_the_papers_it_expects(name: str, language: str) -> None:
    outcome = walked(name, language)
    assert problems(outcome, case(name)['expect']) == []
    assert outcome.never_asked == []
    assert outcome.steps[-1].screen.id == 'packet'


@pytest.mark.parametrize('name', CASES)
def test_papers_do_not_depend_on_the_language_of_the_screens(name: str) -> None:
    spanish, english = ({(paper.document, paper.person, paper.language): paper.text for paper in walked(name, language).papers}
                        for language in LANGUAGES)
    assert spanish == english


@pytest.mark.parametrize('name', CASES)
def test_word_files_are_sound(name: str) -> None:
    for paper in walked(name, 'es').papers:
        with zipfile.ZipFile(io.BytesIO(paper.content)) as archive:
            assert archive.testzip() is None
            for part in archive.namelist():
                if part.endswith(('.xml', '.rels')):
                    etree.fromstring(archive.read(part))


def test_a_paper_that_says_what_it_must_not_is_found() -> None:
    expected = {'must_not': {'declaration': ['pulpería']}, 'texts': {'declaration applicant es': ['no such text']}, 'stops': [],
                'documents': ['declaration applicant es'], 'screens': ['no_such_screen'], 'no_screens': ['event_what']}
    found = problems(walked('01_extortion_and_police', 'es'), expected)
    for part in ('which it must not', 'does not say "no such text"', 'talk to a lawyer first: gave_to_armed_group', 'made and not expected',
                 '"no_such_screen" was not asked', '"event_what" was asked'):
        assert any(part in line for line in found), part
