"""Random families who type what no form expects: it comes out as typed on every page and paper, and nothing breaks or runs."""
import base64
import io
import random
import re
import unicodedata
import zipfile
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings, strategies as st
from interviews.pages import PageSession
from lxml import etree

from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.story.told.nothing import says_nothing
from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.outcome import docx_text, papers_of
from docassemble.immdef_selfhelp.walk.posting import Refused
from docassemble.immdef_selfhelp.walk.screens import Entry, Screen
from docassemble.immdef_selfhelp.walk.session import Session

HOSTILE = (
    '${7*7}', '{{7*7}}', '{{ 7*7 }}', '{% for a in range(9) %}x{% endfor %}', '<%! import os %>', '% if True:', '## nota', '<b>negrita</b>',
    '<script>alert(1)</script>',
    '</textarea><img src=x onerror=alert(1)>', ']]>', '<w:t>', '_{abajo}', '*fuerte* _suave_ `código`', '[enlace](javascript:alert(1))',
    '[FILE 1]', ':smile:',
    '\u202egrito\u202c', 'añádele ÑÁÉÍÓÚÜ ¿no? ¡sí!', '👩‍👧‍👦 🙏🏽', 'e\u0301', '\x00\x01\x08\x0b\x1f', 'uno\ntres\r\ncinco',
    '  dos  espacios  ', 'C:\\nada\\x', "O'Higgins \"Pepe\"",
    '&amp; &lt; &#x27;', '1. lista\n2. lista', '> cita', '---', 'x' * 20_000, 'palabra ' * 2_500, '\ufeff\u200b\u2028\u2029', 'None', 'True',
)
SPACE = re.compile(r'\s+|[\u200b\ufeff\u2028\u2029]')
LINE_ENDS = re.compile('\r\n|[\r\v\f\x85\u2028\u2029]')
MOST_STEPS = 220


def comparable(text: str) -> str:
    """A text without what a page or Word cannot show or shows as space: control characters, and how much space stands where."""
    text = LINE_ENDS.sub('\n', text)
    kept = ''.join(character for character in text if unicodedata.category(character) not in ('Cc', 'Cs', 'Cn') or character in '\n\r\t')
    return SPACE.sub(' ', kept).strip()


class Stranger(Driver):
    """Answers at random, with a hostile text in every field that takes text."""

    def __init__(self, texts: list[str], chance: random.Random) -> None:
        super().__init__({})
        self.texts, self.chance = texts, chance
        self.language = chance.choice(('es', 'en'))
        self.typed: dict[str, str] = {}

    def button(self, screen: Screen) -> Any:
        own = {'user_language': self.language, 'task': self.task, 'agreement': 'agreed'}
        return own[screen.button_variable]

    def value(self, session: Session, screen: Screen, entry: Entry) -> Any:
        if entry.kind == 'checkboxes':
            return [choice.value for choice in entry.choices if self.chance.random() < 0.3]
        if entry.kind == 'yesno':
            return self.gathered(session, entry.variable) < 2 and self.chance.random() < 0.5 if 'there_' in entry.variable else True
        if entry.variable.endswith('.told'):
            return 'written'
        if entry.choices:
            # A witness writes a letter and nothing else
            return 'self' if entry.variable == 'preparing_for' else self.chance.choice([choice.value for choice in entry.choices])
        if entry.variable.endswith(('.year', '.day')):
            return self.chance.choice(('', '2024', '<b>', '２０２４', '-1', '1e9', '12')) if entry.variable.endswith('.year') else ''
        text = self.chance.choice(self.texts)
        if entry.required:
            text = f'Ñ{text}'
        self.typed[entry.variable] = text
        return text

    def answer_all(self, session: Session) -> None:
        """Walk to the papers. What a screen refuses is told once more, as a person would: the date or A-number left empty, a name with letters."""
        for _ in range(MOST_STEPS):
            assert session.screen is not None
            values = self.values(session, session.screen)
            before = session.steps
            if values:
                try:
                    session.submit(values)
                except Refused as refusal:
                    assert refusal.field.rpartition('.')[2] in ('year', 'month', 'day', 'a_number', 'given_names'), (refusal, values)
                    again = {name: '' if re.search(r'\.(year|month|day|a_number)$', name) else value for name, value in values.items()}
                    if refusal.field.endswith('given_names'):
                        again |= {name: 'Ana' for name in values if name.endswith('given_names')}
                    session.submit(again)
            if session.steps == before:
                return
        raise AssertionError('the walk has no end')


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60)), min_size=4, max_size=12), seed=st.integers(0, 2**32))
def test_what_is_typed_comes_out_as_typed(texts: list[str], seed: int) -> None:
    texts = [text for text in texts if '49' not in text and not says_nothing(text)] or ['${7*7}']
    session, stranger = PageSession(), Stranger(texts, random.Random(seed))
    stranger.answer_all(session)
    assert session.screen is not None and session.screen.id == 'packet'
    answers = session.answers()
    session.act('my_answers')
    review = BeautifulSoup(session.pages[-1], 'html.parser')
    for line_end in review.find_all('br'):
        line_end.replace_with('\n')
    shown = comparable(review.get_text())
    for variable, text in stranger.typed.items():
        if variable.endswith(('.what', '.background', '.community', '.since_leaving')) and variable.startswith('tellings[0]') and len(text) <= 300:
            assert comparable(text) in shown, (variable, text)
    from docassemble.immdef_selfhelp.interview.look import HIDE_ON_WAY_BACK
    assert [tag for tag in review.find_all(['script', 'img', 'b']) if str(tag) != HIDE_ON_WAY_BACK] == []
    session.submit({'': 'continue'})
    for page in session.pages:
        read = BeautifulSoup(page, 'html.parser')
        assert 'alert(1)' not in ''.join(map(str, read.find_all(['script', 'img'])))
        # A name may stand between the tags of a link, as text; never in what the link does
        assert 'alert(1)' not in ''.join(str(tag.attrs) for tag in read.find_all('a'))
    papers = list(papers_of(session))
    assert papers
    for paper in papers:
        with zipfile.ZipFile(io.BytesIO(paper.content)) as archive:
            for part in archive.namelist():
                if part.endswith('.xml'):
                    etree.fromstring(archive.read(part))
    written = comparable('\n'.join(docx_text(paper.content) for paper in papers))
    for name in ('background', 'community', 'since_leaving'):
        told = comparable(stranger.typed.get(f'tellings[0].{name}', ''))
        if any(paper.document == 'declaration' for paper in papers):
            assert told in written, (name, told)
    assert '7*7' not in ''.join(texts) or not re.search(r'\b49\b', written.replace('７', ''))
    assert session.answers() == answers


def test_an_answer_is_put_back_into_its_field_as_it_was() -> None:
    session, stranger = PageSession(), Stranger(['</textarea><b>&amp;</b> "x" \\ ${1}'], random.Random(1))
    stranger.answer_all(session)
    for action, tag in (('tellings[0].background', 'textarea'), ('applicant.second_surname', 'input')):
        session.act(action)
        assert session.screen is not None
        entry = next(entry for entry in session.screen.entries if entry.variable == action)
        page = BeautifulSoup(session.pages[-1], 'html.parser')
        field = page.find(tag, attrs={'name': base64.b64encode(entry.name.encode()).decode().rstrip('=')})
        assert field is not None
        assert (field.get_text() if tag == 'textarea' else field['value']) == '</textarea><b>&amp;</b> "x" \\ ${1}'
    assert [page for page in session.pages if BeautifulSoup(page, 'html.parser').find('b')] == []


def test_links_stay_links_of_ours_whatever_is_typed() -> None:
    session, stranger = PageSession(), Stranger(['[enlace](javascript:alert(1))', '<a href="https://example.org">x</a>'], random.Random(2))
    stranger.answer_all(session)
    session.act('my_answers')
    assert session.screen is not None
    assert 'enlace' not in [link.text for link in links_of(session.screen)]
    for page in session.pages:
        for anchor in BeautifulSoup(page, 'html.parser').find_all('a', href=True):
            assert str(anchor['href']).startswith(('/', '#', 'mailto:', 'tel:', 'https://immdef.org/', 'https://justice.gov/')), anchor


# Every tag of docassemble's `html_filter` (docassemble.base.filter.html, 1.10.13) and what Markdown would make of a text.
TAGS = (
    '[CENTER] a', '[BORDER] a', '[NOINDENT] a', '[FLUSHLEFT] a', '[FLUSHRIGHT] a', '[BOLDCENTER] a', '[TIGHTSPACING] a', '[SINGLESPACING] a',
    '[DOUBLESPACING] a', '[ONEANDAHALFSPACING] a', '[TRIPLESPACING] a', '[START_INDENTATION] a', '[STOP_INDENTATION] a', '[INDENTBY 1in] a',
    '[YOUTUBE x]',
    '[YOUTUBE4:3 x]', '[YOUTUBE16:9 x]', '[VIMEO x]', '[VIMEO4:3 x]', '[VIMEO16:9 x]', '[FILE 1]', '[FILE 1, 2in]',
    '[FILE 1, 2in, x]',
    '[EMOJI x, 1em]', '[QR x]', '[QR x, 1in]', '[QR x, 1in, y]', '[TARGET x]', '[FIELD x]', '[NBSP]', '[REDACTION_SPACE]', '[REDACTION_WORD x]',

    '[ENDASH]', '[EMDASH]', '[HYPHEN]', '[CHECKBOX]', '[BLANK]', '[BLANKFILL]', '[PAGEBREAK] a', '[PAGENUM]', '[SECTIONNUM]',
    '[SKIPLINE]', '[NEWLINE]',
    '[NEWPAR]', '[BR]', '[TAB]', '[END]', '[BEGIN_TWOCOL] a [BREAK] b [END_TWOCOL]', '[BEGIN_CAPTION] a [VERTICAL_LINE] b [END_CAPTION]',
    '[NO_EMOJIS]',
    '| a', '[CENTER] Texto [toque aquí](javascript:alert(1)) ![i](/interview?action=x)', ':smile:', '**a** _b_ ~~c~~ `d`', '# a', '1. a', '* a',
    'https://example.org/a', 'a@example.org', '<b>a</b>', '&amp;', "'a' \"b\" -- c ... d", 'a\n\n[CENTER] b\n\n    c',
    '[^1]: a', '[a]: /b', '*[HTML]: x',
    '{: .x }', '||a||', '==a==', '^a^', '$a$ \\(b\\)',
)


def told_of(texts: tuple[str, ...]) -> str:
    """One text of all of them, each on a line of its own, so that a tag that begins a line does."""
    return '\n'.join(texts)


class Teller(Stranger):
    """Tells the same hostile text in every field that takes one."""

    def value(self, session: Session, screen: Screen, entry: Entry) -> Any:
        if entry.kind == 'checkboxes':
            return [choice.value for choice in entry.choices if not choice.value.startswith('none')][:4]
        return super().value(session, screen, entry)


def allowed_tags(page: BeautifulSoup) -> list[str]:
    """What only markup that ran would have put on a page."""
    return [str(tag) for tag in page.find_all(['iframe', 'img', 'svg', 'b', 'pre', 'code', 'del', 'sup', 'abbr', 'mark', 'hr'])
            if 'time-line' not in str(tag.get('class'))]


@pytest.mark.parametrize('seed', [1, 2])
def test_none_of_docassembles_tags_runs_on_any_screen_or_preview(seed: int) -> None:
    session, stranger = PageSession(), Teller([told_of(TAGS)], random.Random(seed))
    stranger.answer_all(session)
    papers, previews = list(papers_of(session)), 0
    for action in ('my_answers', 'see_situation', 'go_home'):
        session.act(action)
    for paper in papers:
        session.act('preview_here', document=paper.document, person=paper.person, language=paper.language)
        previews += 1
        shown = BeautifulSoup(session.pages[-1], 'html.parser').find(class_='preview')
        assert shown is not None
        for mark in shown.find_all('br'):
            mark.replace_with('\n')
        written, read = (''.join(text.split()) for text in (docx_text(paper.content), shown.get_text()))
        assert {tag for tag in TAGS if read.count(''.join(tag.split())) != written.count(''.join(tag.split()))} == set(), paper.document
        assert {tag.name for tag in shown.find_all(True)} <= render.PREVIEW_TAGS | {'div'}
        assert [tag.attrs for tag in shown.find_all(True) if tag.name != 'div' and set(tag.attrs) - {'class'}] == []
    assert previews > 3
    for page in session.pages:
        whole = BeautifulSoup(page, 'html.parser')
        assert allowed_tags(whole) == []
        assert [link['href'] for link in whole.find_all('a', href=True) if 'example.org' in link['href'] or 'javascript' in link['href']] == []
