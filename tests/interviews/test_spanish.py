"""Spanish is whole: nothing a family meets is in English, and the gate finds what a translator can get wrong."""
import re
from datetime import date, time
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from interviews.pages import lines_of, spanish_words
from interviews.walks import CASES, case, typed_texts, walked_with_pages

from docassemble.immdef_selfhelp.law.provisions import hearings
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.story.hearing_clock import hour_text
from docassemble.immdef_selfhelp.story.said import said_for
from docassemble.immdef_selfhelp.story.told.hearing_day import QUARTERS
from docassemble.immdef_selfhelp.walk import gate, report, xliff
from docassemble.immdef_selfhelp.walk.phrases import Phrase, interview_phrases
from docassemble.immdef_selfhelp.walk.words import module_words

SIMPLE_TERM = gate.Term('lawyer', ('abogado', 'abogada'), ('licenciado',))


def test_the_gate_finds_nothing() -> None:
    assert [str(problem) for problem in report.coverage().problems] == []


def said_in_court() -> set[str]:
    """What stands in both languages or in one for both on the screens of a hearing: sentences to show, names of courts, hours as on a notice."""
    sentences = {text for one in hearings.sentences() for text in one.say.values()}
    courts = {f'{one.name} · {one.address}' for one in hearings.courts(date(2026, 11, 28)).values()}
    return sentences | courts | {hour_text(time.fromisoformat(hour)) for hour in QUARTERS}


# Names of places of detention, as they are called there.
PLACES = ('Adelanto ICE Processing Center', 'Imperial Regional Detention Facility', 'Otay Mesa Detention Center')


def own_lines(page: str) -> list[str]:
    """The lines of a page but those of a paper shown in it, which stands there in the language of its reader."""
    read = BeautifulSoup(page, 'html.parser')
    for paper in read.select('div.preview'):
        paper.decompose()
    return lines_of(str(read))


@pytest.mark.parametrize('name', CASES)
def test_no_line_of_a_spanish_page_is_the_english_one(name: str) -> None:
    spanish, english = (walked_with_pages(name, language)[1].pages for language in ('es', 'en'))
    assert len(spanish) == len(english)
    # Sentences to say to officers stand in both languages together, so that they can be shown
    told = case_from_answers(case(name)['answers'])
    shown = {text for one in said_for(told) for text in (one.es, one.en)} | said_in_court()
    typed = ' '.join(' '.join(text.split()) for text in typed_texts(case(name)['answers']))
    # The first page is in both languages: the language is chosen there
    leaks = {line for page, other in zip(spanish[1:], english[1:], strict=True) for line in set(own_lines(page)) & set(own_lines(other))
             if re.search(r'[^\W\d_]{2}', line) and line.rstrip('…') not in typed and line.replace('’', "'") not in gate.SAME_IN_BOTH
             and line not in shown and not re.fullmatch(r'(?:\w+\.)+(?:org|gov)(?:/\S*)?', line) and line not in PLACES
             and not all(part in typed for part in line.split(', '))}
    assert leaks == set()


def test_every_word_drawn_on_a_spanish_page_has_its_spanish() -> None:
    for name in CASES:
        walked_with_pages(name, 'es')
    assert spanish_words().missing == set()


@pytest.mark.parametrize(('english', 'spanish', 'code'), [
    ('Talk to somebody', '', 'untranslated'),
    ('Talk to somebody', 'Talk to somebody', 'same'),
    ('Born ${ person }\n', 'Nació\n', 'code'),
    ('% if a:\nOne\n% else:\nTwo\n% endif\n', '% if b:\nUno\n% else:\nDos\n% endif\n', 'code'),
    ('Your answers', 'Tus respuestas', 'familiar'),
    ('You can stop', 'Puedes parar', 'familiar'),
    ('A lawyer helps', 'Un defensor ayuda', 'glossary'),
    ('A lawyer helps', 'Un abogado o licenciado ayuda', 'glossary'),
])
def test_each_fault_is_found(english: str, spanish: str, code: str) -> None:
    assert code in {problem.code for problem in gate.pair_problems(english, spanish, 'here', [SIMPLE_TERM])}


@pytest.mark.parametrize(('english', 'spanish'), [
    ('Talk to lawyers', 'Hable con abogadas'),
    ('Mam', 'Mam'),
    ('${ a } and ${ b }', '${ b } y ${ a }'),
    ('% if a:\nOne\n% endif\n', '% if a:\nUno\n% endif\n'),
    ('{month} {year}', '{month} {year}'),
])
def test_sound_spanish_passes(english: str, spanish: str) -> None:
    assert gate.pair_problems(english, spanish, 'here', [SIMPLE_TERM]) == []


def test_xliff_keeps_white_space_marks_and_translations(tmp_path: Path) -> None:
    path = tmp_path / 'es.xlf'
    phrases = [Phrase('One\n\n  two & <b>three</b>\n', 'a.yml', 'one'), Phrase('New', 'a.yml', 'two')]
    xliff.write(path, phrases, {phrases[0].text: 'Uno\n\n  dos & <b>tres</b>\n'})
    assert xliff.read(path) == {phrases[0].text: 'Uno\n\n  dos & <b>tres</b>\n', 'New': ''}
    path.write_text(path.read_text(encoding='utf-8').replace('<target />', '<target>Nu<mrk mtype="protected">e</mrk>vo</target>'), encoding='utf-8')
    assert xliff.read(path)['New'] == 'Nuevo'
    assert xliff.read(tmp_path / 'none.xlf') == {}


def test_codes_of_show_if_are_no_phrases() -> None:
    texts = {phrase.text for phrase in interview_phrases()}
    assert 'Which indigenous language?' in texts
    assert texts.isdisjoint({'indigenous', 'yes', 'no', 'other'})


def test_words_are_found_wherever_they_come_from(tmp_path: Path) -> None:
    path = tmp_path / 'some.py'
    path.write_text('''"""Not this."""
LABELS = {'code': 'From a table', 'more': 'Another of it'}

def line(name, label):
    """Not that."""
    return f'Not this either {word(label)}'

def page(value):
    text = word('Straight') if value else word("With 'quotes'")
    return line('code', 'Handed on') + word(LABELS[value]) + word(value or 'This or')
''', encoding='utf-8')
    assert set(module_words(path)) == {'Straight', "With 'quotes'", 'Handed on', 'This or', 'From a table', 'Another of it'}
