"""Who has nothing to tell and says so in a box has told nothing: read as an empty box in every field of every screen."""
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.typed import marks_of
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.story.case_facts import facts_of
from docassemble.immdef_selfhelp.story.hints import hints
from docassemble.immdef_selfhelp.story.paragraphs import declaration_sections
from docassemble.immdef_selfhelp.story.told.basics import AsTyped, OneOf
from docassemble.immdef_selfhelp.story.told.nothing import Silence, says_nothing
from docassemble.immdef_selfhelp.story.told.tree import every_answer

CASES = Path(__file__).parents[1] / 'cases'
NOTHING = '''No|no.|NO|¡No!|Nada|Nada más|Ninguna|ninguno|No aplica|N/A|n/a|-|...|—|🙏|No 🙏|No me acuerdo
no me acuerdo bien|No recuerdo bien|no recuerdo las palabras
No dijeron nada|no dijo nada|No me dijeron nada|nadie dijo nada|No, gracias|no señora|pues no|creo que no|Todavía no
aún no|que yo sepa no|No sé|no lo sé
la verdad no me acuerdo|No hay|No hubo|no tengo|No tengo otra nacionalidad|no tengo nada que corregir
No hay nada que corregir|Nada que agregar|no pasó nada
No ha pasado nada desde entonces|none|None.|nothing|Nothing to add|I don't remember|i dont remember the words
I don’t know|not applicable|Not that I know of
they didn't say anything|They said nothing|nobody|no idea|nope|0|xxx|no no|No, nada|no, ninguno
no tengo segundo apellido|prefiero no decir|nothing happened
I do not have any|se me olvidó|no recuerdo qué me dijeron|No me acuerdo de las palabras|No hubo testigos|Nadie
No, nunca|sin comentarios'''.replace('\n', '|').split('|')
TOLD = '''No me acuerdo bien, algo de mi hija|No dijeron nada, solo me enseñaron la pistola
No sé quiénes eran, iban tapados|No hicieron nada|No vayas a la policía
Nada de policía o te mueres|Nunca vas a salir|no te queremos aquí|Mi hermano|No le digas a nadie
Nadie me protegería porque son los mismos|Nosotros|Ana No
No podía caminar|No confío en ellos|Tenía miedo|nada personal, es negocio|No nos escuchó nadie en la fiscalía|Noé
Ninguno de ellos iba tapado'''.replace('\n', '|').split('|')
FORMS = ('No', 'Nada.', 'Ninguna', 'no aplica', 'No me acuerdo', 'No dijeron nada', "I don't remember")


@pytest.mark.parametrize('typed', NOTHING)
def test_who_says_only_this_has_told_nothing(typed: str) -> None:
    assert says_nothing(typed)


@pytest.mark.parametrize('typed', TOLD)
def test_who_says_more_has_told_something(typed: str) -> None:
    assert not says_nothing(typed)


def test_nothing_is_an_answer_where_it_is_asked_what_was_done_and_no_is_a_name() -> None:
    assert not any(says_nothing(typed, Silence.OUTCOME) for typed in ('Nada', 'No hicieron nada', 'no pasó nada'))
    assert all(says_nothing(typed, Silence.OUTCOME) for typed in ('No', 'no sé', 'no aplica'))
    assert not any(says_nothing(typed, Silence.NAME) for typed in ('No', 'Nada', 'Na', 'Ning', 'Nadie'))
    assert all(says_nothing(typed, Silence.NAME) for typed in ('-', 'N/A', 'ninguno', 'no tengo segundo apellido'))


@pytest.mark.parametrize('typed', ['No sabía', 'no supe', 'Se me olvidó', "I didn't know", 'I forgot', 'No entendí', 'No me dijeron nada'])
@pytest.mark.parametrize('path', ['tellings.late_reason', 'tellings.events.report_why_not', 'filing.late_words', 'filing.missed_words'])
def test_not_to_have_known_is_a_reason(path: str, typed: str) -> None:
    assert not says_nothing(typed, dict(text_answers())[path])
    assert all(says_nothing(one, dict(text_answers())[path]) for one in ('No', 'no sé', 'no aplica', 'x', '-'))


def text_answers() -> Iterator[tuple[str, Silence]]:
    """Every answer that is typed, with what counts as saying nothing there."""
    for path, hint in every_answer().items():
        kind, marks = marks_of(hint)
        if kind is str and not any(isinstance(mark, OneOf) for mark in marks):
            yield path, next((mark.silence for mark in marks if isinstance(mark, AsTyped)), Silence.ANY)


BOXES = [(path, form) for path, silence in text_answers() for form in FORMS if says_nothing(form, silence)]


def with_answer(told: Any, path: list[str], text: str) -> Any:
    """The answers with this text in every place of this path that there is; a closed branch stays closed."""
    if isinstance(told, list):
        return [with_answer(item, path, text) for item in told]
    if not isinstance(told, Mapping):
        return told
    name, *rest = path
    return {**told, name: text} if not rest else {**told, name: with_answer(told[name], rest, text)} if name in told else told


def seen(answers: Mapping[str, Any]) -> tuple[Any, Facts, Any]:
    """What a declaration, the law and the hints make of the answers."""
    case = case_from_answers(answers)
    sworn = [declaration_sections(case, told, language) for told in case.tellings for language in ('es', 'en')]
    return sworn, facts_of(case), [hints(event, 'es') for told in case.tellings for event in told.events]


@cache
def answers_of(name: str) -> Mapping[str, Any]:
    """A case's answers. Not to be changed: every test reads the same."""
    answers: Mapping[str, Any] = yaml.safe_load((CASES / f'{name}.yml').read_text(encoding='utf-8'))['answers']
    return answers


@cache
def seen_of_nothing(name: str, path: str) -> tuple[Any, Facts, Any]:
    """What is made of a case with this box left empty: the same for each way to say nothing in it."""
    return seen(with_answer(answers_of(name), path.split('.'), ''))


@pytest.mark.parametrize(('path', 'form'), BOXES)
def test_no_box_makes_anything_of_it(path: str, form: str) -> None:
    for name in ('00_every_screen', '02_protester_and_return_trip'):
        assert seen(with_answer(answers_of(name), path.split('.'), form)) == seen_of_nothing(name, path)


def test_a_date_keeps_its_year_without_the_words() -> None:
    event = {'kind': 'harm', 'told': 'written', 'what': 'Llegaron.', 'when': {'year': 2024, 'words': 'no me acuerdo'}}
    told = {'person': 'applicant', 'events': [event]}
    case = case_from_answers({'applicant': {'given_names': 'Ana'}, 'tellings': [told]})
    assert case.tellings[0].events[0].when.words == ''
