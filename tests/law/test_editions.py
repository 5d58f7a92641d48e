"""An old, a newer and an edition nobody has looked at are never final (docs/adr/029)."""
from datetime import date

import pytest

from docassemble.immdef_selfhelp.documents.forms.final import NO_BLANK, REASONS, refusal
from docassemble.immdef_selfhelp.documents.forms.map import forms, read_map
from docassemble.immdef_selfhelp.law.provisions import editions
from docassemble.immdef_selfhelp.law.strict import LawDataError

ON, SEEN = date(2026, 11, 28), date(2026, 11, 20)


@pytest.mark.parametrize(('form', 'edition', 'compared', 'why'), [
    ('i-589', date(2025, 1, 20), SEEN, editions.SUPERSEDED), ('i-589', date(2026, 7, 28), None, editions.NOT_COMPARED),
    ('i-589', date(2026, 7, 28), date(2026, 12, 1), editions.NOT_COMPARED),
    ('i-589', date(2026, 7, 28), date(2026, 8, 1), editions.COMPARED_LONG_AGO),
    ('i-589', date(2026, 11, 1), SEEN, editions.NEWER), ('i-589', date(2026, 7, 28), SEEN, ''),
    ('eoir-33-ic', date(2022, 2, 1), SEEN, editions.SUPERSEDED), ('eoir-33-ic', date(2026, 2, 1), SEEN, ''),
    ('i-765', date(2025, 8, 21), SEEN, ''),
    ('i-765', date(2026, 9, 15), SEEN, editions.REFUSED), ('i-765', date(2026, 10, 1), SEEN, editions.NEWER),
    ('eoir-59', date(2023, 8, 1), SEEN, '')])
def test_only_the_edition_of_the_law_data_that_somebody_compared_is_final(form: str, edition: date, compared: date | None, why: str) -> None:
    assert editions.why_not_final(form, edition, ON, compared) == why


def test_an_edition_a_court_postponed_is_called_refused_and_not_newer() -> None:
    refused, before = date(2026, 9, 15), date(2026, 9, 13)
    said = refusal('i-765', refused, ON, SEEN)
    assert said is not None
    assert 'no se acepta: 09/15/26' in said['es']
    assert 'La edición 09/15/26 del formulario I-765 no se acepta: una corte la aplazó.' in said['es']
    assert 'is not accepted: a court postponed it' in said['en']
    assert 'newer' not in said['en']
    assert editions.why_not_final('i-765', refused, before, before) == editions.NEWER
    assert editions.refused('i-589', ON) == frozenset()


def test_the_old_edition_was_right_on_its_day() -> None:
    day = date(2026, 7, 27)
    assert editions.why_not_final('i-589', date(2025, 1, 20), day, day) == ''
    assert editions.why_not_final('i-589', date(2025, 1, 20), date(2026, 7, 28), day) == editions.SUPERSEDED


def test_the_two_maps_of_old_editions_are_not_final_today() -> None:
    """The blanks of July 28, 2026 and of February 2026 could not be obtained."""
    old = {form for form in forms() if editions.why_not_final(form, read_map(form).edition, ON, ON) == editions.SUPERSEDED}
    assert old == {'i-589', 'eoir-33-ic'}


@pytest.mark.parametrize('form', forms())
def test_every_form_has_its_edition_and_an_official_address_in_the_refusal(form: str) -> None:
    for edition in (None, date(2001, 1, 1)):
        said = refusal(form, edition, ON, SEEN)
        assert said is not None
        for language, address in (('es', 'Copie cada respuesta'), ('en', 'Copy each answer')):
            assert address in said[language]
            assert '.gov/' in said[language].rpartition(address)[2]
            assert '{' not in said[language]
    assert REASONS[NO_BLANK]['es'] in refusal(form, None, ON)['es']  # type: ignore[index]
    assert refusal(form, editions.accepted(form, ON), ON, SEEN) is None


def test_an_edition_is_read_as_it_is_printed() -> None:
    assert editions.edition_of('07/28/26') == date(2026, 7, 28)
    assert editions.edition_of('02/2026') == date(2026, 2, 1)
    assert (editions.edition_text('i-589', date(2026, 7, 28)), editions.edition_text('eoir-59', date(2023, 8, 1))) == ('07/28/26', '08/2023')
    with pytest.raises(LawDataError, match='is no edition'):
        editions.edition_of('July 2026')
