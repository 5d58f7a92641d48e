"""What must not happen to the ten invented families: each rule of theirs is held, and every pattern can fail."""
import re
from collections.abc import Iterable
from typing import Any

import pytest
from interviews.must_not_table import RULES, named_test, written_down
from interviews.walks import CASES, LANGUAGES, case, typed_texts, walked
from law.expert_cases import NAMES

from docassemble.immdef_selfhelp.documents import catalog
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.law.facts.days import today_in_court
from docassemble.immdef_selfhelp.names import LANGUAGES as BOTH
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.walk.case_file import CaseFileError
from docassemble.immdef_selfhelp.walk.driver import date_part
from docassemble.immdef_selfhelp.walk.engine import engine_globals
from docassemble.immdef_selfhelp.walk.must_not import rules_of, violations
from docassemble.immdef_selfhelp.walk.outcome import docx_text
from docassemble.immdef_selfhelp.walk.session import Session

PATTERNS = [(name, rule, never) for name, rules in RULES.items() for rule in rules for never in rule.never]
ASKED_OF_WHAT_IS_TOLD_ALOUD = {'kind', 'told', 'what', 'when', 'where'}
WATCHED, BOY = '18_police_husband_watched_phone', '15_boy_alone_with_his_sister'
LONG_ENOUGH = 12


@pytest.mark.parametrize('name', NAMES)
def test_everything_the_screeners_wrote_down_has_its_rule(name: str) -> None:
    walk = next((walk for walk in CASES if walk[:2] == name[:2]), '')
    assert walk, 'the family has no case file here'
    assert written_down(name) - {rule.words for rule in RULES[walk]} == set()


def test_every_test_that_holds_a_rule_is_there() -> None:
    assert [test for rules in RULES.values() for rule in rules for test in rule.held_by if not named_test(test)] == []
    assert not named_test('tests/interviews/test_must_not.py::test_that_nobody_wrote')


@pytest.mark.parametrize('language', BOTH)
@pytest.mark.parametrize(('name', 'rule', 'never'), PATTERNS, ids=[f'{name[:2]}-{rule.words}' for name, rule, _ in PATTERNS])
def test_every_pattern_catches_what_it_is_for(name: str, rule: Any, never: Any, language: str) -> None:
    place = {'screens': 'screen packet', 'papers': 'declaration applicant es'}.get(never.on[0], never.on[0])
    assert violations([(place, f'Antes. {never.would_catch[language]} Después.')], [rule])
    assert not violations([(place, 'Viví en mi pueblo. I lived in my town.')], [rule])


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', CASES)
def test_what_holds_for_every_family_holds_here(name: str, language: str) -> None:
    everywhere = [rule for rules in RULES.values() for rule in rules if rule.in_every_case]
    assert {rule.words for rule in everywhere} >= {"say 'you qualify' or 'you do not qualify'", 'state that asylum will be granted'}
    assert violations(walked(name, language).texts, everywhere) == []


@pytest.mark.parametrize('must_not', [
    ['no prediction'], [{'rule': 'x'}], [{'rule': 'x', 'never': [{'pattern': 'a', 'would_catch': {'es': 'a'}}]}],
    [{'rule': 'x', 'never': [{'pattern': '(', 'would_catch': {'es': 'a', 'en': 'a'}}]}], [{'rule': 'x', 'never': [{'patern': 'a'}]}], [{'never': []}],
    [{'rule': 'x', 'hold_by': ['y']}],
])
def test_a_rule_that_nothing_holds_is_refused(must_not: list[Any]) -> None:
    with pytest.raises(CaseFileError, match='must_not'):
        rules_of({'must_not': must_not})


def test_a_pattern_is_looked_for_only_where_it_is_said() -> None:
    rules = rules_of({'must_not': [{'rule': 'x', 'never': [
        {'pattern': 'one', 'on': ['declaration family_0'], 'would_catch': {'es': 'one', 'en': 'one'}},
        {'pattern': 'two', 'on': ['screens'], 'would_catch': {'es': 'two', 'en': 'two'}}]}]})
    texts = [('declaration applicant es', 'one two'), ('declaration family_0 es', 'ONE two'), ('declaration_translation family_0 en', 'one'),
             ('screen packet', 'one two')]
    assert [line.partition(':')[0] for line in violations(texts, rules)] == ['declaration family_0 es', 'screen packet']


@pytest.mark.parametrize('name', [name for name in CASES if case(name)['answers'].get('tellings')])
def test_what_is_told_aloud_is_asked_only_when_and_where(name: str) -> None:
    answers, asked = case(name)['answers'], set[tuple[str, str]]()
    for step in walked(name, 'es').steps:
        for entry in step.screen.entries:
            if found := re.match(r'(tellings\[\d+\]\.events\[\d+\])\.(\w+)', entry.variable):
                asked.add((found.group(1), found.group(2)))
    aloud = {f'tellings[{number}].events[{place}]' for number, telling in enumerate(answers['tellings'])
             for place, event in enumerate(telling.get('events') or ()) if event['told'] == 'aloud'}
    assert {part for event, part in asked if event in aloud} - ASKED_OF_WHAT_IS_TOLD_ALOUD == set()
    if name.startswith('04'):
        assert aloud and any(event not in aloud and part == 'words' for event, part in asked), 'of what is written more is asked'


@pytest.mark.parametrize('language', LANGUAGES)
def test_nobody_is_asked_for_a_telephone_of_their_own(language: str) -> None:
    def asked(names: Iterable[str]) -> set[str]:
        variables = {entry.variable for name in names for step in walked(name, language).steps for entry in step.screen.entries}
        found = {name for name in variables if re.search(r'phone|cell|whatsapp|e_?mail|number_(typed|again)', name) and name != 'phone_safety'}
        return {re.sub(r'\[\d+\]', '', name.partition('.')[2]) for name in found}

    # Of others: who helps with a declaration, whom to call on the day of the hearing, a sponsor who begins apart, and who is trusted outside (a
    # number that is only learned by heart is kept nowhere)
    of_others = {'interpreter.telephone', 'translator.telephone', 'contacts.telephone', 'number_typed', 'number_again', 'carer_telephone',
                 'backup_telephone', 'call_telephone', 'telephone', 'application.preparer.telephone'}
    # Form I-589 has a box for it (Part A.I, items 8 and 9), which may stay empty
    assert asked(CASES) == of_others | {'application.telephone', "application.states['telephone']", 'application.mail_telephone'}
    assert asked([WATCHED]) <= {'translator.telephone'}, 'and on a watched phone not even of those whom she trusts'


def test_a_watched_phone_is_not_asked_where_the_children_are() -> None:
    def asked(name: str) -> set[str]:
        return {entry.variable.rpartition('.')[2] for step in walked(name, 'es').steps for entry in step.screen.entries}

    where = {'school', 'doctor', 'carer_telephone', 'backup_telephone'}
    assert asked('01_extortion_and_police') >= where
    assert asked('18_police_husband_watched_phone') & where == set() and 'allergies' in asked('18_police_husband_watched_phone')


def test_a_watched_phone_is_not_asked_where_it_is() -> None:
    def cities(name: str) -> set[str]:
        return {entry.variable for step in walked(name, 'es').steps for entry in step.screen.entries if 'city' in entry.variable}

    assert cities(WATCHED) == set()
    assert cities('01_extortion_and_police') == {'situation.city'}
    assert not any('Tijuana' in text for text in typed_texts(case(WATCHED)['answers']))


@pytest.mark.parametrize(('language', 'name'), [('es', 'Mi carpeta'), ('en', 'My folder')])
def test_the_title_of_every_page_names_no_one_and_no_case(language: str, name: str) -> None:
    """A title stands in the history of the browser."""
    session = Session()
    titles = []
    for _ in range(2):
        with engine_globals():
            titles.append({part: session._interview.get_title(session._dictionary())[part] for part in ('full', 'short', 'tab')})
        session.submit({'user_language': language})
    assert titles[1] == {'full': name, 'short': name, 'tab': name}


@pytest.mark.parametrize('name', [name for name in CASES if case(name)['answers'].get('situation', {}).get('entries')])
def test_every_entry_that_was_told_stands_on_the_papers(name: str) -> None:
    papers = {paper.place: paper.text for paper in walked(name, 'es').papers if paper.person == 'applicant'}
    telling = [place for place in papers if place.startswith(('credible_fear_sheet ', 'declaration '))]
    for entry in case(name)['answers']['situation']['entries']:
        for place in telling:
            assert str(date_part(entry.get('when', {}), 'year') or '') in papers[place] and entry['place'] in papers[place], place
    if name.startswith('13'):
        assert len(telling) == len(('credible_fear_sheet es', 'credible_fear_sheet en', 'declaration es'))


@pytest.mark.parametrize('name', [name for name in CASES if len(case(name)['answers'].get('tellings') or ()) > 1])
def test_what_one_adult_tells_stands_on_no_paper_of_another(name: str) -> None:
    told = {telling['person']: {text for text in typed_texts(telling) if len(text) >= LONG_ENOUGH} for telling in case(name)['answers']['tellings']}
    papers = walked(name, 'es').papers
    for person, texts in told.items():
        others = {text for other, of_other in told.items() if other != person for text in of_other} - texts
        assert [(paper.place, text) for paper in papers if paper.person == person for text in others if text in paper.text] == []
        if name.startswith('13'):
            own = ' '.join(paper.text for paper in papers if paper.person == person)
            assert others and texts and all(text in own for text in texts if text.endswith('.')), 'on papers of their own it stands'


@pytest.mark.parametrize('reads', ['some', 'no', None])
def test_the_boy_cannot_get_a_declaration_without_who_read_it_to_him(reads: str | None) -> None:
    """He speaks K'iche', reads a little Spanish, and his walk ends before any declaration; should he go on to one, this is what he would sign."""
    answers = case(BOY)['answers']
    telling = {'person': 'applicant', 'told_language': 'es', 'background': 'Vivía con mi tío.', 'wants_declaration': 'yes',
               'signed_where': 'inside_us', 'interpreter': {'name': 'Ana Ejemplo', 'language': "K'iche'"},
               **({'reads_told_language': reads} if reads else {})}
    told: Case = case_from_answers({**answers, 'tellings': [telling]})
    paper = next(found for found in catalog.documents_for(told, today_in_court()) if found.id == 'declaration')
    text = docx_text(render.docx_bytes(paper, told, today_in_court()))
    assert 'perjurio' in text
    assert 'Certificado de interpretación' in text and "K'iche'" in text and 'Ana Ejemplo' in text
