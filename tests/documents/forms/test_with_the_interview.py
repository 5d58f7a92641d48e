"""The answers of a whole case, as the interview knows them, on the form: every id has its box, and every answer is read back from the page."""
from datetime import date
from pathlib import Path

import pytest
from documents.forms.blanks import has_blank

from docassemble.immdef_selfhelp.documents.forms import readback
from docassemble.immdef_selfhelp.documents.forms.fill import fill
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.walk.case_file import read_case

CASES = Path(__file__).parents[2] / 'cases'
whole = pytest.importorskip('docassemble.immdef_selfhelp.story.i589.whole', reason='the interview of the I-589 is not here yet')


@pytest.mark.parametrize('name', ['09_july_protester_released', '02_protester_and_return_trip'])
def test_every_answer_of_a_case_has_its_box(name: str) -> None:
    case = case_from_answers(read_case(CASES / f'{name}.yml')['answers'])
    form, content = has_blank('i-589')
    for telling in case.tellings:
        told = {item: box.text or box.printed for item, box in whole.boxes(case, telling.person, date(2026, 11, 28)).items()}
        assert sum(map(bool, told.values())) > 20
        made = fill(form, content, told)
        assert readback.problems(made) == ()
        assert {item for item, text in told.items() if text and item.startswith('A.I.') and item in form.items} <= \
            {one.item for one in made.placing.placed} | {item.id for item in form.items.values() if item.choices}
