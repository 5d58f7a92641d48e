"""The sheet of differences: both answers as told, an open question, room to write, and nothing chosen."""
import re
from dataclasses import replace

import pytest
from documents.shared import ON, Make, Opened, Paper, ParagraphsOf, style_of

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.papers.consistency_sheet import RULES, consistency_context
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.checks import differences

TOLD_BEFORE = {'kind': 'border_officer', 'left_when': {'year': 2024}, 'children': 'los míos y los de ella', 'names': 'Ana', 'lived': 'Comayagua',
               'tells_events': 'yes', 'events': [{'what': 'Nos golpearon', 'who': 'tres hombres', 'when': {'year': 2023}}]}
CHOSEN = re.compile(r'correct[ao]s? es|es la correcta\b|is right\b|%|\bscore|puntos|debe decir|you should say|qualif|califica', re.IGNORECASE)


def offered(answers: dict[str, object]) -> set[str]:
    return {found.language for found in documents_for(case_from_answers({'tellings': [answers]}), ON) if found.id == 'consistency_sheet'}


def test_it_is_offered_only_when_there_is_something_to_lay_side_by_side() -> None:
    assert offered({}) == set()
    assert offered({'told_before': 'yes', 'earlier': [{'kind': 'other'}]}) == {'es', 'en'}
    assert offered({'left_when': {'year': 2020}, 'events': [{'kind': 'harm', 'what': 'x', 'when': {'year': 2022}}]}) == {'es', 'en'}


@pytest.mark.parametrize('language', ['es', 'en'])
def test_every_difference_stands_on_it_with_both_lines(cases: dict[str, Case], language: str) -> None:
    case = cases['shopkeeper']
    found = consistency_context(case, case.tellings[0], language, ON)
    shown = [one for group in found['groups'] for one in group['differences']]
    assert len(shown) == len(differences(case, case.tellings[0])) > 3
    assert all(one['left'] and one['right'] and '?' in one['question'] for one in shown)
    read = [dated.provision(fact).confidence == 'verified' for fact in RULES]
    assert read == [True, False, False]
    assert [dated.sentence(fact, language, ON) in rule for fact, rule in zip(RULES, found['rules'], strict=True)] == [True, True, True]
    doubt = {'es': 'falta que un abogado lo confirme', 'en': 'to be confirmed by a lawyer'}[language]
    assert [doubt not in rule for rule in found['rules']] == read
    # Her words in Spanish say on the English sheet that nobody translated them
    marked = {'es': 'No me preguntaron bien.', 'en': 'No me preguntaron bien. [in Spanish, not translated]'}[language]
    assert [one['explanation'] for one in shown if one['explanation']] == [marked]


def test_the_two_answers_stand_in_one_row_under_where_they_stand(paper: Paper, opened: Opened) -> None:
    rows = [[[cell.text for cell in row.cells] for row in table.rows] for table in opened(paper('shopkeeper', 'consistency_sheet', 'es')).tables]
    assert [['Lo que cuenta aquí', 'Un formulario de antes, abril de 2025'], ['10 de febrero de 2025', 'Marzo de 2025']] in rows


def test_what_is_not_explained_has_room_to_write(paper: Paper, paragraphs_of: ParagraphsOf, cases: dict[str, Case]) -> None:
    lines = [style_of(paragraph) for paragraph in paragraphs_of(paper('shopkeeper', 'consistency_sheet', 'en'))]
    assert lines.count('Write Line') == 3 * (len(differences(cases['shopkeeper'], cases['shopkeeper'].tellings[0])) - 1) + 4


@pytest.mark.parametrize('language', ['es', 'en'])
def test_it_chooses_nothing_and_scores_nothing(paper: Paper, paragraphs_of: ParagraphsOf, language: str) -> None:
    text = '\n'.join(paragraph.text for paragraph in paragraphs_of(paper('shopkeeper', 'consistency_sheet', language)))
    assert not [found[0] for found in CHOSEN.finditer(text.replace('which one is right', '').replace('No dice cuál es la correcta', ''))]


def test_of_the_other_adult_only_the_date_and_the_number_stand_on_it() -> None:
    """The screen promises: what the other told differently, and nothing more."""
    own = {'kind': 'harm', 'what': 'Llegaron al mercado y nos amenazaron', 'where': 'El mercado', 'when': {'year': 2024}, 'who': 'tres hombres'}
    other = {**own, 'what': f'{own["what"]} SECRETO', 'when': {'year': 2025}, 'who': 'cinco, primos de Beto SECRETO'}
    case = case_from_answers({'applicant': {'given_names': 'Ana'}, 'family': [{'given_names': 'Beto', 'relation': 'spouse'}], 'tellings': [
        {'person': 'applicant', 'may_compare': 'yes', 'events': [own]}, {'person': 'family_0', 'may_compare': 'yes', 'events': [other]}]})
    found = consistency_context(case, case.tellings[0], 'es', ON)
    assert 'SECRETO' not in str(found)
    sides = [(one['left'], one['right']) for group in found['groups'] for one in group['differences']]
    assert sides == [('2024\nLlegaron al mercado y nos amenazaron', '2025'), ('2024\ntres hombres', '5')]


def test_words_somebody_of_the_family_must_not_know_stay_off_it(cases: dict[str, Case]) -> None:
    case = replace(cases['shopkeeper'], circumstances=(('afraid_of_family', 'yes'),))
    told, hidden = (str(consistency_context(one, one.tellings[0], 'es', ON)) for one in (cases['shopkeeper'], case))
    assert 'No me preguntaron bien.' in told and 'No me preguntaron bien.' not in hidden


@pytest.mark.parametrize(('language', 'officer'), [
    ('es', 'Lo que dijo al oficial en la frontera'), ('en', 'What was told to the officer at the border')])
def test_everything_an_earlier_statement_says_stands_on_it(language: str, officer: str) -> None:
    """Nobody said which happening it is, so nothing of it is compared: who did it, how many and when are printed all the same."""
    case = case_from_answers({'applicant': {'given_names': 'Ana'}, 'tellings': [{'told_before': 'yes', 'earlier': [TOLD_BEFORE]}]})
    found = consistency_context(case, case.tellings[0], language, ON)
    printed = [part['text'] for part in found['statements'][0]['says']]
    mark = '' if language == 'es' else ' [in Spanish, not translated]'
    assert printed == ['2024', f'los míos y los de ella{mark}', f'Ana{mark}', f'Comayagua{mark}',
                       f'2023 · Nos golpearon{mark} · tres hombres{mark}']
    assert found['statements'][0]['where'] == officer
    # What nobody can count is laid side by side, and the sheet does not say that there are no differences
    assert 'los míos y los de ella' in str(found['groups'])


def test_it_stands_on_the_paper_too(make: Make, paragraphs_of: ParagraphsOf) -> None:
    case = case_from_answers({'applicant': {'given_names': 'Ana'}, 'tellings': [{'told_before': 'yes', 'earlier': [TOLD_BEFORE]}]})
    made = next(one for one in documents_for(case, ON) if one.id == 'consistency_sheet' and one.language == 'es')
    text = '\n'.join(paragraph.text for paragraph in paragraphs_of(make(made, case)))
    assert 'Dónde vivía: Comayagua' in text and 'tres hombres' in text and 'No encontramos diferencias' not in text
