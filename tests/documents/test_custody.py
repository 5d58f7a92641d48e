"""The papers on custody: template plus answers and nothing else; of a child only with an adult and a lawyer; the name as chosen; days in order."""
import re
import shutil
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from documents.in_custody import CHILD, GROWN, HELD, ON, OURS, STORY, TOLD, WITH_ADULT, case, ids, text_of, whole_text
from pdfminer.high_level import extract_text

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making.render import docx_bytes, pdf_bytes, template_path
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.told.custody import TOPICS
from docassemble.immdef_selfhelp.story.wording import wording

WORD = re.compile(r"[^\W\d_]+")
# Stems of harm and of who does it, in both languages: no template, heading or label of ours may hold one
HARM = re.compile(
    r'\b(golpe|peg[oóa]|grit|insult|amenaz|hambr|helad|congel|suci|apest|enferm[oóa]\b|fiebre|llor|dol[oí]|maltrat|abus|castig|encerr|celda|hielera'
    r'|perrera|guardia'
    r'|hit\b|beat|shout|insult|threat|hungr|hunger|freez|dirty|filth|fever|cr[iy]ed|pain|hurt|abus|punish|locked|cell\b|icebox|guards?\b)',
    re.IGNORECASE)
ASKED_OF = {'custody_asked', 'custody_topic'}
OFFICE = shutil.which('soffice') or shutil.which('libreoffice')


def words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text)}


@cache
def ours(language: str, paper: str) -> frozenset[str]:
    """The words that a paper may have without anybody telling them: its template, our wording and the legal data."""
    template = whole_text(template_path(f'{paper}_{language}.docx').read_bytes())
    said = ' '.join(entry[language] for group, entries in wording().items() if group.startswith('custody_') or group in ('dates', 'languages')
                    for entry in entries.values())
    months = ' '.join(wording()['months'][language])
    notes = ('declaration_1746_inside', 'declaration_1746_outside', 'habeas_basics', 'habeas_where', 'habeas_after_transfer', 'habeas_fee',
             'bond_note', 'step_do_not_sign', 'detention_otay_mesa')
    law = ' '.join(dated.sentence(one, language, ON) for one in notes)
    district = ' '.join(map(str, dated.value('habeas_socal', ON).values()))
    return frozenset(words(' '.join((template, said, months, law, district))))


def typed(value: Any) -> str:
    if isinstance(value, dict):
        return ' '.join(map(typed, value.values()))
    return ' '.join(map(typed, value)) if isinstance(value, list) else str(value)


# --- template plus answers, nothing else ----------------------------------------------------------------------------------------------

@pytest.mark.parametrize('language', ['es', 'en'])
@pytest.mark.parametrize('paper', OURS)
def test_every_word_of_a_paper_is_of_its_template_or_told(paper: str, language: str) -> None:
    custody = {**TOLD, 'topics': {**TOLD['topics'], 'food': 'tell'}, 'topic_words': {'food': 'Un burrito morado.'}, 'held': HELD}
    told = case(**{name: custody[name] for name in ('topics', 'topic_words', 'held')})
    answers = words(typed({**custody, 'applicant': GROWN}) + ' Byron Ejemplo Ecuador')
    found = words(text_of(told, paper, language))
    assert found - ours(language, paper) - answers == set()
    assert 'burrito' in found or paper != 'custody_declaration'


def test_what_is_said_out_loud_or_left_out_stands_on_no_paper_and_comes_back_when_it_is_written_after_all() -> None:
    moment = {'what': 'Comimos pan.', 'when': {'words': 'amaneció dos veces'}}
    names, kept = ('more', 'place', 'start', 'end'), ('Más palabras.', 'el galpón', 'cuando ya era de noche', 'al amanecer', 'amaneció dos veces')

    def paper(how: str) -> str:
        told: dict[str, Any] = {f'{name}_told': how for name in names}
        told |= {'more': 'Más palabras.', 'end': {'words': 'al amanecer'}, 'moments': [{**moment, 'when_told': how}]}
        return text_of(case(**told), 'custody_declaration').casefold()

    for how in ('aloud', 'skip'):
        assert [one for one in kept if one.casefold() in paper(how)] == []
        assert 'comimos pan.' in paper(how), 'of what was written nothing goes with it'
    assert [one for one in kept if one.casefold() not in paper('written')] == []


@pytest.mark.parametrize('paper', OURS)
@pytest.mark.parametrize('language', ['es', 'en'])
def test_no_word_of_harm_stands_in_a_template_or_a_label(paper: str, language: str) -> None:
    assert HARM.findall(whole_text(template_path(f'{paper}_{language}.docx').read_bytes())) == []
    labels = [entry[language] for group, entries in wording().items() if group.startswith('custody_') and group not in ASKED_OF
              for entry in entries.values()]
    assert labels and [label for label in labels if HARM.search(label)] == []
    assert HARM.search('Me pegaron y tenía hambre') and HARM.search('the guard shouted')


@pytest.mark.parametrize('answer', ['no', 'not_remembered', 'not_wanted', 'aloud'])
def test_a_topic_of_which_nothing_was_told_stands_on_no_paper(answer: str) -> None:
    """Also what was written under it before, when the answer was changed later."""
    told = case(topics=dict.fromkeys(TOPICS, answer), topic_words={'cold': 'Tenía frío.'})
    for paper in ('custody_declaration', 'custody_log'):
        text = text_of(told, paper)
        assert 'frío' not in text
        assert not [asked['es'] for asked in wording()['custody_asked'].values() if asked['es'] in text]
    assert 'monitoring_counts' not in ids(told)


def test_what_was_told_when_asked_stands_under_the_question_and_after_what_was_told_freely() -> None:
    text = text_of(case(topics={**TOLD['topics'], 'cold': 'tell'}, topic_words={'cold': 'Pedí una chumpa.', 'food': 'nada'}), 'custody_declaration')
    assert text.index('Dormí en una lona azul.') < text.index('¿Hubo algo sobre el frío o el calor?') < text.index('Pedí una chumpa.')
    assert '¿Hubo algo sobre la comida?' not in text


# --- a child --------------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize('missing', [
    {'adult_here': 'no'}, {'adult_here': ''}, {'adult_name': ''}, {'lawyer': 'not_yet'}, {'lawyer': ''}, {'lawyer_name': ' '},
    {'wish': 'later'}, {'wish': 'no'}, {'room': 'no'}, {'room': 'go_on'}, {'room': ''}, {'wants_declaration': 'later'}])
def test_a_child_swears_nothing_without_the_adult_and_the_lawyer(missing: dict[str, str]) -> None:
    assert 'custody_declaration' in ids(case(CHILD, **WITH_ADULT))
    assert 'custody_declaration' not in ids(case(CHILD, **{**WITH_ADULT, **missing}))


def test_without_an_adult_or_a_wish_a_child_has_no_paper_of_it_and_with_them_a_log_also_without_a_lawyer() -> None:
    assert ids(case(CHILD, **{**WITH_ADULT, 'adult_here': 'no'})) == set()
    assert ids(case(CHILD, **{**WITH_ADULT, 'wish': 'no'})) == set()
    assert ids(case(CHILD, **{**WITH_ADULT, 'lawyer': 'not_yet'})) == {'custody_log'}


@pytest.mark.parametrize(('birth', 'grown', 'needs'), [
    ({}, '', True), ({}, 'no', True), ({}, 'yes', False), ({'year': 2008}, 'yes', True), ({'year': 2008, 'month': 11, 'day': 24}, '', False),
    ({'year': 2008, 'month': 11, 'day': 25}, 'yes', True), ({'year': 1997}, '', False)])
def test_who_may_be_a_child_is_one(birth: dict[str, int], grown: str, needs: bool) -> None:
    assert ('custody_declaration' not in ids(case({**GROWN, 'birth': birth}, grown=grown))) is needs


def test_the_paper_of_a_child_names_the_lawyer_and_the_adult() -> None:
    text = text_of(case(CHILD, **WITH_ADULT), 'custody_declaration')
    assert 'Manuela Prueba' in text and 'Licenciada Prueba' in text and 'menor de edad' in text
    assert 'menor de edad' not in text_of(case(), 'custody_declaration')


@pytest.mark.parametrize('reads', ['some', 'no', ''])
def test_who_does_not_read_well_signs_only_above_the_certificate_of_who_reads_it(reads: str) -> None:
    interpreter = {'name': 'Ana Ejemplo', 'language': "K'iche'"}
    text = text_of(case(CHILD, **WITH_ADULT, reads_told_language=reads, interpreter=interpreter), 'custody_declaration')
    assert text.index('perjurio') < text.index('Certificado de lectura o interpretación')
    assert "K'iche'" in text and 'Ana Ejemplo' in text
    assert 'Certificado' not in text_of(case(), 'custody_declaration')


@pytest.mark.parametrize(('language', 'competent'), [
    ("K'iche'", 'Soy competente en ese idioma y en español.'), ('español', 'Leo y hablo bien ese idioma.'),
    ('', 'Soy competente en ese idioma y en español.')])
@pytest.mark.parametrize('screens', ['es', 'en'])
def test_who_reads_it_aloud_swears_to_the_languages_told(language: str, competent: str, screens: str) -> None:
    told: dict[str, Any] = {'told_language': 'es', 'reads_told_language': 'no', 'interpreter': {'name': 'Ana Ejemplo', 'language': language}}
    text = text_of(replace(case(**told), language=screens), 'custody_declaration')
    assert competent in text and 'in English' not in text


# --- told before, by whose wish, in what room -----------------------------------------------------------------------------------------

@pytest.mark.parametrize(('told', 'papers'), [
    ({'told_before': 'on_paper'}, False), ({'told_before': 'on_paper', 'tell_again': 'no'}, False),
    ({'told_before': 'told', 'tell_again': 'yes'}, True),
    ({'room': 'go_on'}, True), ({'room': 'no'}, False), ({'wish': 'later'}, False)])
def test_nothing_is_on_paper_that_the_person_did_not_want_to_tell_here(told: dict[str, Any], papers: bool) -> None:
    assert bool(ids(case(**told))) is papers


# --- name, oath, days, languages ------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(('named', 'name', 'says'), [
    ('full', 'Gabriela Ejemplo Tzoc', 'nombre completo'), ('initials', 'G. E. T.', 'solo iniciales'), ('sealed', '', 'su nombre no salga aquí'),
    ('', '', '☐ completo')])
def test_the_name_stands_as_the_person_chose_and_the_paper_says_so(named: str, name: str, says: str) -> None:
    for paper in ('custody_declaration', 'custody_log'):
        text = text_of(case(named=named), paper)
        assert (says in text) is (paper == 'custody_declaration') and name in text
        assert named == 'full' or not words(text) & {'gabriela', 'tzoc'}
    if named != 'full':
        child = text_of(case(CHILD, **WITH_ADULT, named=named), 'custody_declaration')
        assert 'Manuela' not in child and 'Diego' not in child, 'nor does the adult tell who the child is'


@pytest.mark.parametrize(('where', 'oaths'), [('inside_us', ['declaration_1746_inside']), ('outside_us', ['declaration_1746_outside']),
                                              ('unknown', ['declaration_1746_inside', 'declaration_1746_outside'])])
def test_the_oath_is_that_of_the_place_of_signing(where: str, oaths: list[str]) -> None:
    text = text_of(case(signed_where=where), 'custody_declaration')
    all_oaths = ('declaration_1746_inside', 'declaration_1746_outside')
    assert [one for one in all_oaths if dated.sentence(one, 'es', ON) in text] == oaths


def test_the_log_goes_by_day_and_a_time_in_words_is_no_day() -> None:
    text = text_of(case(), 'custody_log')
    assert text.index('1 de septiembre de 2026') < text.index('(a la una) Llegamos.') < text.index('4 de septiembre') < text.index('Nos movieron.')
    assert text.index('Nos movieron.') < text.index('Sin fecha') < text.index('(amaneció dos veces) Comimos pan.')
    assert 'Cuando ya era de noche' in text


def test_the_english_has_the_words_as_told_and_lines_for_who_translates() -> None:
    text = text_of(case(), 'custody_declaration', 'en')
    assert 'Dormí en una lona azul.' in text and 'Certificate of translation' in text and 'What I call the place: el galpón' in text
    english = case(told_language='en', free='I slept on a blue sheet.')
    assert [one.language for one in documents_for(english, ON) if one.id == 'custody_declaration'] == ['en']
    assert 'Certificate of translation' not in text_of(english, 'custody_declaration', 'en')


# --- apart from the story -------------------------------------------------------------------------------------------------------------

def test_no_paper_has_both_the_story_and_custody() -> None:
    told = case(held=HELD)
    free, papers = TOLD['free'], {one.id: whole_text(docx_bytes(one, told, ON)) for one in documents_for(told, ON) if one.language == 'es'}
    assert {name for name, text in papers.items() if free in text} == {'custody_declaration'}
    assert not [name for name in papers if name in OURS and STORY in papers[name]]
    assert [name for name, text in papers.items() if STORY in text], 'the story has papers of its own'


def test_the_page_about_who_is_held_has_no_word_of_either_story() -> None:
    text = text_of(case(held={**HELD, 'papers_note': 'Audiencia el 3 de diciembre'}), 'habeas_facts')
    assert 'Byron Ejemplo' in text and 'Gabriela' not in text
    assert not [one for one in (STORY, TOLD['free'], 'galpón', 'Comimos pan.') if one in text]
    order = ['Byron', 'ICE', 'Otay Mesa', '4 de septiembre', 'Southern District of California', 'Aviso de comparecencia', 'Audiencia el 3',
             'Qué preguntar hoy a un abogado']
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert 'No es una petición' in text and not re.search(r'petitioner|peticionari|solicito|pido a', text, re.IGNORECASE)


@pytest.mark.skipif(OFFICE is None, reason='LibreOffice is not installed')
def test_the_page_about_who_is_held_stays_one_page_when_every_line_is_told() -> None:
    papers = ['notice_to_appear', 'removal_order', 'warrant', 'detainer', 'parole', 'property_slip']
    told = case(held={**HELD, 'papers': papers, 'papers_note': 'Le dieron dos hojas en inglés que no pudo leer y una copia de su pasaporte.'})
    page = [one for one in documents_for(told, ON) if one.id == 'habeas_facts']
    made = pdf_bytes([docx_bytes(one, told, ON) for one in page])
    assert [extract_text(BytesIO(pdf)).count('\f') for pdf in made] == [1, 1]


@pytest.mark.parametrize('place', ['other', 'unknown', ''])
def test_a_district_that_the_data_does_not_know_is_said_to_be_unknown(place: str) -> None:
    text = text_of(case(held={**HELD, 'place': place, 'place_name': 'Un centro en Texas'}), 'habeas_facts')
    assert 'No lo sabemos para este lugar' in text and 'District of California' not in text and 'Un centro en Texas' in text


@pytest.mark.parametrize('place', sorted(dated.value('habeas_socal', ON)))
def test_every_place_of_the_data_can_be_chosen_and_has_its_district(place: str) -> None:
    assert dated.value('habeas_socal', ON)[place] in text_of(case(held={**HELD, 'place': place}), 'habeas_facts')


# --- counts ---------------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize('language', ['es', 'en'])
def test_the_counts_are_ours_word_for_word_and_need_consent(language: str) -> None:
    told = case(topics={**TOLD['topics'], 'food': 'tell'}, topic_words={'food': 'Un burrito.'}, start={'year': 2026, 'month': 9, 'day': 1})
    found = words(text_of(told, 'monitoring_counts', language))
    assert found - ours(language, 'monitoring_counts') == set(), 'nothing anybody typed stands there'
    assert 'monitoring_counts' not in ids(case(counts='no', topics={'food': 'tell'}))
    assert 'monitoring_counts' not in ids(case(counts='', topics={'food': 'tell'}))


def test_the_count_has_a_month_and_no_day() -> None:
    text = text_of(case(topics={'food': 'tell'}, start={'year': 2026, 'month': 9, 'day': 1}), 'monitoring_counts')
    assert 'septiembre de 2026' in text and '1 de septiembre' not in text and '18 años o más' in text
    assert 'de 6 a 11 años' in text_of(case(CHILD, **WITH_ADULT, topics={'food': 'tell'}), 'monitoring_counts')


def test_what_a_person_told_goes_with_the_person() -> None:
    """A telling whose person is no longer in the family counts nowhere."""
    assert ids(case(person='family_7')) == set()
    assert ids(case(held={**HELD, 'person': 'family_7'})) == {'custody_declaration', 'custody_log'}
