"""Who sits with the family is told once: the names are offered where a paper asks who helped, and nothing is sworn for anybody."""
from dataclasses import replace

from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.told.application import Application, Preparer
from docassemble.immdef_selfhelp.story.told.beside import Beside
from docassemble.immdef_selfhelp.story.told.declaration import Helper
from docassemble.immdef_selfhelp.walk.engine import start

start()

from docassemble.immdef_selfhelp.interview.beside import helpers_told, roles_told  # noqa: E402

ANA, LUIS, EVA = Helper('Ana Ejemplo', language='Mam'), Helper('Luis Ejemplo'), Helper('Eva Prueba', '1 Calle', '555')
TELLS = Telling(person='applicant', translator=EVA, application=Application(preparer=Preparer(name='Leo Prueba', telephone='777')))


def test_who_sits_here_comes_first_then_who_helped_with_another_paper() -> None:
    case = Case(beside=Beside(ANA, LUIS), tellings=(TELLS,))
    assert [one.name for one in helpers_told(case, 'interpreter') if one.name] == ['Ana Ejemplo', 'Eva Prueba']
    assert [one.name for one in helpers_told(case, 'drafter') if one.name] == ['Luis Ejemplo', 'Leo Prueba']
    assert next(one for one in helpers_told(replace(case, beside=Beside()), 'interpreter') if one.name) == EVA


def test_the_roles_are_shown_of_whoever_has_a_name() -> None:
    assert roles_told(Case(beside=Beside(ANA, Helper(' ')))) == {'interpreter': 'Ana Ejemplo'}
    assert roles_told(Case()) == {}


def test_who_helped_one_adult_is_not_told_to_another_who_holds_the_phone() -> None:
    both = Case(beside=Beside(ANA, LUIS), tellings=(TELLS, Telling(person='family_0')))
    assert [one.name for role in ('interpreter', 'drafter') for one in helpers_told(both, role)] == ['Ana Ejemplo', 'Luis Ejemplo']
