"""No law stands in the screens themselves: what officers, judges and courts do, and what the law is, is dated data with an authority (`law/data`)."""
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from docassemble.immdef_selfhelp.law.provisions import dated

ROOT = Path(__file__).parents[2]
TOLD = ('question', 'subquestion', 'note', 'help', 'under text', 'description')
# Who does something in a case, and what law is made of. What is asked of the person (a question, a label, a choice) is no statement.
SPEAKS_OF_LAW = re.compile(
    r'\b(officers?|judges?|courts?|laws?|legal(ly)?|government|asylum|rights|your right|right to|deadlines?)\b'
    r'|\b(border patrol|uscis|eoir|ice|cbp|consulates?|police)\b'
    r'|\b\d+ (days?|months?|years?)\b|\b(must|have to|has to|are allowed|is allowed|not allowed)\b|\b(you|they|anybody|somebody) (can|may) ask\b'
    r'|\bcertificates?\b|\bcounts?\b', re.IGNORECASE)
# Sentences that may stay, each with the reason: what this program is and does, and what to write on this screen.
MAY_STAY = {
    'This is not the government.': 'who made the program, not law',
    'Count every time, even if it was long ago, and even if officers sent you back the same day.': 'says what to write here',
    'Breathe in slowly while you count to four.': 'an exercise',
    'Breathe out slowly while you count to six.': 'an exercise',
    'You do not have to tell everything today.': 'how the program works',
    'Here you do not have to write the names of people who helped you.': 'what is asked here',
    'You do not have to describe it.': 'what is asked here',
    'Do not miss a deadline.': 'a reminder; each date and its rule come from the findings',
    'Your rights in the interview': 'the heading of a screen that is legal data throughout',
    'Confirm every date with the court.': 'a reminder above dates that carry their rule',
    'It is placed next to the original, and you sign the certificate on paper.': 'what this screen is for; the certificate itself is legal data',
    'We only ask for your name for the certificates of interpretation or translation.': 'what is asked here',
    'You told us that your case is already in court.': 'says back what the person told; what follows from it is legal data',
    'An office of that government may tell others where you are.': 'why it is asked; the law is `consulate_risk`',
    'For example, a marriage or death certificate, a membership card, or a report card.': 'examples',
    'Choose someone you trust, at an address that is not yours if yours must stay private.': 'what to write here',
    'You do not have to say why you need them.': 'what is asked here',
    'Your letter may be read by the government and by a judge.': 'whom the paper is for, said to a witness before anything is written',
    'The number or name must show.': 'how to take the picture',
    'Your family told us that the government of your country, or its police, did harm or is feared.': 'says back what was told',
    'So no letter to an office of that government is made here, in any language.': 'how the program works',
    'We do not know yet whether the one you fear is part of the government.': 'says back what was told',
    'There is no case in court, as far as we know': 'says back what was told',
    'What you hand in at the court': 'the heading of what was told',
    'Count the copy and its English translation together.': 'says what to write here',
    'Where to find legal help': 'the heading of a list that is legal data throughout',
}


def texts(tree: object) -> Iterator[str]:
    """What a screen tells by itself: not the labels and choices of its fields, which are the answers of the person."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key in TOLD and isinstance(value, str):
                yield value
            else:
                yield from texts(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from texts(item)


def words_of(source: str) -> Iterator[str]:
    """The texts that Python draws on screens: the arguments of `word(...)`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == 'word':
            yield from (str(argument.value) for argument in node.args if isinstance(argument, ast.Constant))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without what legal data fills in, program lines and marks of writing."""
    lines = [re.sub(r'\$\{.*?\}', ' ', line) for line in re.sub(r'\$\{[^}]*\}', ' ', text).splitlines() if not line.lstrip().startswith('%')]
    plain = re.sub(r'^[\s>#*]*(\d+\.)?\s*|\*\*|<[^>]+>', '', '\n'.join(lines), flags=re.MULTILINE)
    for sentence in re.split(r'(?<=[.?!:])\s+|\n(?![a-z])', plain):
        if sentence.strip():
            yield ' '.join(sentence.split())


def stated_law(text: str) -> list[str]:
    """The sentences that state something of law and are no questions."""
    return [sentence for sentence in sentences(text) if not sentence.endswith('?') and SPEAKS_OF_LAW.search(sentence)]


def on_screens() -> Iterator[tuple[str, str]]:
    """Every text of every screen, with its file."""
    for path in sorted((ROOT / 'interviews').rglob('*.yml')):
        for block in yaml.safe_load_all(path.read_text(encoding='utf-8')):
            if isinstance(block, dict) and 'metadata' not in block:
                yield from ((path.name, text) for text in texts(block))
    for path in sorted((ROOT / 'docassemble' / 'immdef_selfhelp' / 'interview').rglob('*.py')):
        yield from ((path.name, text) for text in words_of(path.read_text(encoding='utf-8')))


def test_no_screen_states_law_by_itself() -> None:
    found = [f'{name}: {sentence}' for name, text in on_screens() for sentence in stated_law(text) if sentence not in MAY_STAY]
    assert found == [], 'move it into law/data with its authority and show it with law() or why_we_ask()'


def test_every_exception_is_still_on_a_screen_and_has_a_reason() -> None:
    said = {sentence for _, text in on_screens() for sentence in sentences(text)}
    assert set(MAY_STAY) - said == set()
    assert all(MAY_STAY.values())


@pytest.mark.parametrize('text', [
    '> **Why we ask.** Officers ask everybody this.', 'You can ask for an interpreter.', 'The judge will look at it.', 'You have 30 days.',
    'Mexico counts too.', 'It is your right.', '% if x:\nThe court sends notices.\n% endif', "${ law('cat_std') } The law asks why.",
    'You must sign it.', 'That person signs a certificate.',
])
def test_a_sentence_of_law_would_be_found(text: str) -> None:
    assert stated_law(text)


@pytest.mark.parametrize('text', [
    "${ why_we_ask('ask_event') }", 'Did you tell a judge?', 'Write only what you remember.', '% if court.moved:\nMove\n% endif',
])
def test_a_question_and_what_data_says_are_left_alone(text: str) -> None:
    assert stated_law(text) == []


def test_why_a_question_is_asked_is_said_on_some_screen() -> None:
    written = '\n'.join(path.read_text(encoding='utf-8') for path in (ROOT / 'interviews').rglob('*.yml'))
    assert [fact.id for fact in dated.provisions_of('why_asked') if f"'{fact.id}'" not in written] == []
