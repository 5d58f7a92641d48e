"""A box of Form I-589 left empty: its screen says what the sheet then prints, or it is asked about, and nothing is marked beforehand."""
from pathlib import Path
from types import SimpleNamespace as Some
from typing import Any

import pytest

SUBJECTS = Path(__file__).parents[2] / 'interviews' / 'subjects'
FORM = 'tellings[i].application.'
# Every box that prints "NONE" or "N/A" when it was shown and left empty (`story/i589`)
PRINTED = {
    f'{FORM}social_security': 'NONE', f'{FORM}uscis_account': 'NONE', f'{FORM}middle_name': 'NONE', f'{FORM}other_names': 'NONE',
    f'{FORM}apartment': 'N/A', f'{FORM}mail_care_of': 'N/A', f'{FORM}mail_apartment': 'N/A', f'{FORM}mail_telephone': 'N/A',
    f'{FORM}travel_document': 'NONE', f'{FORM}other_languages': 'NONE', 'x.social_security': 'NONE', 'x.other_names': 'NONE', 'x.middle_name': 'NONE',
    f'{FORM}preparer.account': 'NONE', f'{FORM}preparer.bar_number': 'N/A', f'{FORM}preparer.apartment': 'N/A'}


@pytest.mark.parametrize(('name', 'printed'), PRINTED.items())
def test_the_screen_of_a_box_says_what_leaving_it_empty_prints(name: str, printed: str) -> None:
    screens = [screen for file in SUBJECTS.glob('application*.yml') for screen in file.read_text(encoding='utf-8').split('\n---\n')]
    asked_on = [screen for screen in screens if f': {name}\n' in screen]
    assert len(asked_on) == 1 and printed in asked_on[0]


@pytest.mark.parametrize('page', ['native_name', 'i94'])
def test_nothing_is_marked_beforehand_for_a_box_left_empty(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from docassemble.immdef_selfhelp.interview import application
    for drawn in ('word', 'short_label'):
        monkeypatch.setattr(application, drawn, str)
    monkeypatch.setattr(application, 'case_now', lambda: Some(phone='private'))
    form: Any = Some(instanceName='tellings[0].application', **dict.fromkeys(application.PAGES[page], ''))
    assert [set(one) for one in application.box_fields(form, page)] == [{'label', 'field', 'input type', 'required', 'choices'}]
