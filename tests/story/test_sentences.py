"""How a text somebody typed stands inside a paragraph: as a sentence, after a label, as words said, after a day and a place."""
import pytest
from story.shared import told

from docassemble.immdef_selfhelp.story.paragraphs import lead
from docassemble.immdef_selfhelp.story.sentences import drawings, inside
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.told.events import Event


@pytest.mark.parametrize(('when', 'where', 'language', 'expected'), [
    (FuzzyDate(2025, 3, words='un martes'), 'Mi puesto, mercado Sur', 'es', 'En marzo de 2025 («un martes»), en mi puesto, mercado Sur'),
    (FuzzyDate(2025, 3, 5), 'Cerca de la casa', 'es', 'El 5 de marzo de 2025, cerca de la casa'),
    (FuzzyDate(2025), 'El Progreso', 'es', 'En 2025, en El Progreso'), (FuzzyDate(), 'La casa de mi tía', 'es', 'En la casa de mi tía'),
    (FuzzyDate(2025, part='rainy_season'), '', 'es', 'En tiempo de lluvias de 2025'), (FuzzyDate(words='Un domingo'), '', 'es', 'Un domingo'),
    (FuzzyDate(2025, 3, about=True), 'Durán', 'es', 'Alrededor de marzo de 2025, en Durán'),
    (FuzzyDate(2025, 3, 5), 'My stall', 'en', 'On March 5, 2025, at my stall'),
    (FuzzyDate(2025, part='end_of_year'), 'Durán', 'en', 'In late 2025, in Durán'),
    (FuzzyDate(), '', 'en', ''),
])
def test_when_and_where_begin_a_sentence(when: FuzzyDate, where: str, language: str, expected: str) -> None:
    assert lead(when, where, language) == expected


@pytest.mark.parametrize(('why', 'printed'), [
    ('Porque mi hermano declaró.', 'Por qué creo que lo hicieron: porque mi hermano declaró.'),
    ('Me dijeron que era por mi hermano', 'Me dijeron que era por mi hermano.'), ('Byron lo sabe', 'Por qué creo que lo hicieron: Byron lo sabe.'),
    ('No, nunca', 'Por qué creo que lo hicieron: No, nunca.'),
])
def test_a_label_stands_only_where_her_words_are_no_sentence(why: str, printed: str) -> None:
    assert told(events=(Event(kind='harm', why=why),)) == [printed]


@pytest.mark.parametrize(('typed', 'printed'), [('Aquí manda la Mara', '«Aquí manda la Mara»'), ('"Sapa"', '"Sapa"'), ('«Sapa»', '«Sapa»')])
def test_exact_words_stand_in_one_pair_of_marks(typed: str, printed: str) -> None:
    assert told(events=(Event(kind='harm', words=typed),)) == [f'Las palabras que usaron: {printed}.']


@pytest.mark.parametrize('typed', [
    'No dijeron nada, solo me enseñaron la pistola', 'No me acuerdo bien, algo de mi hija', 'no recuerdo las palabras exactas pero eran amenazas',
    'Que si no pagaba me iban a matar', 'Me dijeron que me fuera', 'Uno de los hombres gritó groserías', 'Solo se rieron y me dijeron de todo',
    'Insultos', 'Malas palabras', "They didn't say anything, they just pointed", 'That they would kill me', 'Nadie habló',
    "I don't remember exactly, something about my brother",
])
def test_nobody_is_quoted_with_words_that_only_tell_about_it(typed: str) -> None:
    paragraph, = told(events=(Event(kind='harm', what='Llegaron.', words=typed),))
    assert typed.rstrip('.')[1:] in paragraph and not any(mark in paragraph for mark in '«»“”"')
    assert 'Las palabras que usaron' not in paragraph


@pytest.mark.parametrize('typed', [
    'No vayas a la policía', 'Nada de policía o te mueres', 'Que te vayas de aquí', 'Nos vas a pagar', 'Me las vas a pagar',
    'Ya sabemos dónde estudia tu hija',
    'Los vamos a matar', 'Nunca vas a salir', 'You are dead', 'Si hablas te mueres',
])
def test_the_very_words_stand_in_marks(typed: str) -> None:
    assert f'«{typed}»' in told(events=(Event(kind='harm', words=typed),))[0]


def test_how_sure_somebody_is_of_the_words_decides() -> None:
    assert told(events=(Event(kind='harm', words='Que si no pagaba', words_exact='exact'),)) == ['Las palabras que usaron: «Que si no pagaba».']
    for unsure in ('about', 'unknown'):
        assert told(events=(Event(kind='harm', words='Te mueres', words_exact=unsure),)) == ['Lo que dijeron, más o menos: Te mueres.']


@pytest.mark.parametrize(('text', 'found'), [('María José 🙏', ['🙏']), ('Lloré 😢😢 mucho ❤️', ['😢😢', '❤️']), ('¡Ñandú! 100 % «sí» — №1', [])])
def test_small_drawings_are_found(text: str, found: list[str]) -> None:
    assert drawings(text) == found


def test_the_same_words_are_not_sworn_twice() -> None:
    event = Event(kind='harm', what='Dos hombres llegaron y dijeron: "Tenés una semana para irte".', words='tenés una semana para irte')
    assert told(events=(event,)) == ['Dos hombres llegaron y dijeron: "Tenés una semana para irte".']


@pytest.mark.parametrize(('typed', 'printed'), [('Corrí', 'Corrí.'), ('Corrí.', 'Corrí.'), ('¿Por qué?', '¿Por qué?'), ('Corrí \n', 'Corrí.')])
def test_a_sentence_ends_once(typed: str, printed: str) -> None:
    assert told(events=(Event(kind='harm', injuries=typed),)) == [f'Las heridas, o cómo me dejó: {printed}']


def test_one_small_word_alone_keeps_its_capital() -> None:
    assert inside('A') == 'A' and inside('A.') == 'A.' and inside('A veces') == 'a veces'
