"""The shortened ways of server/web (speed, drawing, packing, assembling) give what the long ones give. In a process of its own, as they stay."""
import subprocess
import sys
from pathlib import Path

TRANSLATIONS = Path(__file__).parents[2] / 'translations' / 'es.xlf'
PROGRAM = '''
import pickle, sys, threading
from pathlib import Path
import markdown
long_way = markdown.Markdown.convert
from docassemble.immdef_selfhelp.walk.engine import engine_globals, start
start()
from docassemble.base.thread_context import empty_globals
from docassemble.base.util import DAList, DAObject
from docassemble.immdef_selfhelp.interview.legal import why_we_ask
from docassemble.immdef_selfhelp.law.provisions.dated import all_provisions
from docassemble.webapp.utils.encryption import encrypt_dictionary as long_kept
from docassemble.immdef_selfhelp.server.web import drawing, packing, speed
from docassemble.immdef_selfhelp.walk import xliff
spanish = xliff.read(Path(sys.argv[1]))
odd = ['a', ' a', 'a ', 'a  b', 'a\\\\n', '', '(c)', '1. a', '- a', '"a"', 'a\\\\n\\\\nb', '*a*', 'x_y_z', 'a...', 'a.b', 'a:b', ': a', 'a. b:',
       'a.. b', '<blockquote>a</blockquote>', '<blockquote>a</blockquote>b</blockquote>', '<blockquote>a</blockquote><blockquote>*a*</blockquote>',
       '<blockquote>a</blockquote>\\nb', '<blockquote>a\\n\\nb</blockquote>']
texts = [text for pair in spanish.items() for text in pair] + odd
with engine_globals():
    blocks = [why_we_ask(one) for one in all_provisions()]
    texts += blocks + [f'{blocks[0]}\\n\\n{text}' for text in texts if text.strip()] + ['\\n' + blocks[0]]
    reader = empty_globals().markdown
    plain = [text for text in texts if drawing.is_plain(text)]
    different = [text for text in texts if drawing.convert(reader, text) != long_way(reader, text)]
    told = DAObject('told', words='a', when=DAObject('told.when', year='2024'), events=DAList('told.events', elements=[DAObject('x', what='b')]))
    again = pickle.loads(pickle.dumps(told))
    same = (again.words, again.when.year, again.when.instanceName, again.events[0].what, again.instanceName)
assert len(plain) > 100, len(plain)
assert all(map(drawing.BLOCK.fullmatch, blocks))
assert different == [], different
with engine_globals():
    from docassemble.base.functions import this_thread
    mine, again_mine = empty_globals().markdown, empty_globals().markdown
    footnote = mine.reset().convert('Uno[^1]\\n\\n[^1]: nota')
    others = []
    other = threading.Thread(target=lambda: others.append(empty_globals().markdown))
    other.start()
    other.join()
    assert mine is again_mine and others[0] is not mine
    fresh = markdown.Markdown(extensions=['smarty', 'markdown.extensions.sane_lists', 'markdown.extensions.tables', 'markdown.extensions.attr_list',
                                          'markdown.extensions.md_in_html', 'footnotes'], output_format='html5')
    used = empty_globals().markdown
    assert used.lines == [] and 'nota' not in repr([vars(used), [vars(one) for one in used.registeredExtensions]])
    assert [used.reset().convert(text) for text in odd] == [fresh.reset().convert(text) for text in odd]
step = {'_internal': {'steps': 3}, 'told': told, 'words': 'ñ 😀 ' * 999}
secret, other = 'a' * 32, 'b' * 32
kept = packing.encrypt_dictionary(step, secret)
assert len(kept) < 2000, len(kept)
for row in (kept, long_kept(step, secret)):
    back = packing.decrypt_dictionary(row, secret)
    assert (back['words'], back['told'].when.year, back['_internal']) == (step['words'], '2024', {'steps': 3})
    try:
        packing.decrypt_dictionary(row, other)
    except Exception:
        pass
    else:
        raise AssertionError('opened by another secret')
assert len(long_kept(step, secret)) > 9000, 'as docassemble keeps it'
assert same == ('a', '2024', 'told.when', 'b', 'told'), same
from bs4 import BeautifulSoup
typed = [*odd, 'a\\r\\nb', ' \\t', 'ñ \\u00a0 😀', 'a < b', '&amp; & &ntilde;', '<b>a</b>c', ']]>', '${a}', '{{a}}', 'a > b', 'None', '\\x0b']
different = [text for text in typed if speed.without_tags(text, 'html.parser').get_text('|') != BeautifulSoup(text, 'html.parser').get_text('|')]
assert different == [], different
import json, re
settings = {'a': '</script><script>alert(1)</script>', 'b': [1, None, 'ñ & <!-- "']}
from flask import Flask
with Flask('other').test_request_context('/', base_url='http://elsewhere.example/'):
    tag = speed.settings_script(settings | {'c': 'http://elsewhere.example/interview?i=a'})
said = re.fullmatch(r'<script type="module">Object.assign\\(window, (.*)\\);</script>', tag)[1]
assert json.loads(said) == settings | {'c': '/interview?i=a'} and '<' not in said
from docassemble.base import parse
from docassemble.immdef_selfhelp.server.web import assembling
things = {'tellings': [{'events': ['a', 'b']}], 'events': ['a', 'b']}
for name in ('events[1]', 'tellings', '1 + 1', "tellings[0]['events']", 'len(events)'):
    assert parse.eval(name, dict(things)) == eval(name, dict(things)), name
for line in ('x = events[1]', 'from math import *', 'import os.path', 'events = {}', 'typed = "of a family"'):
    ours, theirs = dict(things), dict(things)
    parse.exec(line, ours)
    exec(line, theirs)
    assert ours.keys() == theirs.keys() and ours.get('x') == theirs.get('x'), line
assert assembling.compiled.cache_info().currsize == 5, 'only names and imports are kept'
for bad in ('nobody', 'events[9]'):
    try:
        parse.eval(bad, {'events': []})
    except (NameError, IndexError) as error:
        assert bad == 'events[9]' or "'nobody' is not defined" in str(error)
    else:
        raise AssertionError(bad)
with engine_globals():
    from docassemble.immdef_selfhelp.walk.session import Session
    interview = Session()._interview
kept, every = interview.questions_list, interview.every_question
assert len(kept) < 10 and len(every) > 300 and kept == [question for question in every if assembling.acts_by_itself(question)]
assert {question.question_type for question in kept} == {'modules', 'code'}
'''


def test_the_short_ways_give_the_same() -> None:
    ended = subprocess.run([sys.executable, '-P', '-c', PROGRAM, str(TRANSLATIONS)], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr[-2000:]


def test_what_was_read_is_never_the_sessions_own_list() -> None:
    """`case_now` keeps what it read for a request, and compares: a list changed in place must differ from it."""
    from docassemble.immdef_selfhelp.interview.answers import plain
    own = ['first']
    read = plain({'told': own})
    own.append('second')
    assert read == {'told': ['first']}
