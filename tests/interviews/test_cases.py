"""Every case file reaches its papers, in both languages of the screens, and they say what they must and nothing they must not."""
import io
import re
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
    for part in ('which it must not', 'does not say "no such text"', 'talk to a lawyer first: ARMED_GROUP_PAYMENTS', 'made and not expected',
                 '"no_such_screen" was not asked', '"event_what" was asked'):
        assert any(part in line for line in found), part


@pytest.mark.parametrize(('name', 'document', 'violation'), [
    ('01_extortion_and_police', 'declaration', 'Me persiguen por mi religión.'),
    ('01_extortion_and_police', 'declaration', 'A las once de la noche dispararon a mi puerta.'),
    ('01_extortion_and_police', 'declaration', 'At 11 at night they shot at my door.'),
    ('01_extortion_and_police', '*', 'Le van a dar asilo.'),
    ('04_mam_negative_interview', '*', 'En junio de 2019 me violó.'),
    ('04_mam_negative_interview', '*', 'La primera vez fue en noviembre de 2016.'),
    ('04_mam_negative_interview', 'declaration', 'Conté esto en español.'),
    ('10_aunt_and_niece', '*', 'Mi hija: Génesis Ejemplo Mejía.'),
    ('10_aunt_and_niece', '*', 'Génesis Ejemplo Mejía (daughter)'),
    ('10_aunt_and_niece', '*', 'Lo que temen mis hijos, o lo que les podría pasar: Génesis no quiere salir sola.'),
    ('12_drought_and_debt', '*', '☒ Opinión política'),
    ('12_drought_and_debt', '*', 'Usted no califica para el asilo.'),
    ('12_drought_and_debt', '*', 'Temo regresar por mi religión.'),
    ('18_police_husband_watched_phone', '*', 'Le mandaremos un SMS.'),
    ('18_police_husband_watched_phone', '*', 'Está en un refugio de mujeres en Tijuana.'),
    ('18_police_husband_watched_phone', '*', 'El consulado va al final.'),
])
def test_an_obvious_violation_would_be_found(name: str, document: str, violation: str) -> None:
    patterns = case(name)['expect']['must_not'][document]
    assert any(re.search(pattern, violation, re.IGNORECASE) for pattern in patterns)
