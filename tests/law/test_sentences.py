"""Every sentence of the law data, in both languages: what it must never say, and how it is written."""
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from docassemble.immdef_selfhelp.law.facts import marks
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts
from docassemble.immdef_selfhelp.law.provisions import dated, questions, rights
from docassemble.immdef_selfhelp.names import LANGUAGES

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / 'docassemble' / 'immdef_selfhelp'
ON = date(2026, 11, 25)
MOST_WORDS = 19
OATHS = ('declaration_1746_inside', 'declaration_1746_outside')

# Research section 12: no prediction, score, verdict, promise, chosen ground, answer to give, or fact to leave out.
NEVER = {
    'en': (
        r'\d\s?%', r'\bper ?cent', r'\bqualif', r'\b(you are|you may be|in)eligible\b', r'\bwill (win|lose|get|be granted|be approved|be denied)\b',
        r'\bstrong(er)? case\b', r'\bweak case\b', r'\bgood chance', r'\bchances?\b', r'\blikely\b', r'\bguarantee', r'\bscore\b', r'\bpoints\b',
        r'\bfree lawyer', r'\b(cannot|can not|can\'t) (enter|arrest)', r'\bdo(n\'t| not) go to (court|your)', r'\b(consulate|court) is safe\b',
        r'\bsafe to (go|attend|call)\b', r'\bright to (release|bond|parole)', r'\byou need not pay', r'\bfee (is )?waived', r'\bport of entry is\b',
        r'\bCBP One\b', r'\bMPP\b', r'\bTitle 42\b', r'\bconfidential\b', r'\bdo not (mention|say that|tell (the|an) officer)', r'\bleave out\b',
        r'\b(usually|almost always|almost never|hardly ever) (cannot|can not|can\'t|denied|refused)\b',
        r'\brarely given\b', r'\bsay that you (are|were)\b', r'\byour (protected )?ground is\b', r'\bsocial group of\b', r'\bofficial translation',
    ),
    'es': (
        r'\d\s?%', r'\bpor ciento', r'\bcalific', r'\belegible', r'\bva a (ganar|perder|tener asilo)', r'\bganará', r'\ble (darán|van a dar) asilo',
        r'\bcaso (fuerte|débil)', r'\bprobab', r'\bgarantiz', r'\bpuntaje', r'\bpuntos\b', r'\babogado gratis', r'\bno pueden (entrar|arrestar)',
        r'\bno vaya a (la corte|su cita)', r'\bes seguro (ir|llamar)', r'\bderecho a (salir|fianza|libertad)', r'\bno tiene que pagar',
        r'\bpuerto de entrada está', r'\bCBP One\b', r'\bMPP\b', r'\bconfidencial', r'\bno (mencione|diga que|le diga al oficial)', r'\bomita\b',
        r'\b(casi siempre|por lo general) (no (se )?puede|(lo )?(niegan|rechazan))\b', r'\bcasi nunca (se )?(puede|dan)\b',
        r'\bdiga que (usted )?(es|fue|era)\b', r'\bsu (motivo|grupo) es\b', r'\bgrupo social de\b', r'\btraducción oficial',
    ),
}
# Section 12, number 8: a policy is named only from the table that gives its state on a day.
POLICIES = ('border_policies', 'policies_in_the_country')
NAMES_OF_POLICIES = (r'\bCBP One\b', r'\bMPP\b', r'\bTitle 42\b')
TU = r'\b(tú|tu|tus|ti|te|contigo|tienes|puedes|debes|quieres|necesitas|eres|estás|pregúntale|dile)\b'
ENGLISH = r'\b(the|and|you|your|yours|with|of|to|is|are|was|not|for|from|court|lawyer|asylum|fear|interview|officer|judge|must|ask|paper|day)\b'
SPANISH = r'\b(el|la|los|las|de|que|usted|su|con|para|por|corte|abogado|asilo|miedo|oficial|juez|debe)\b'
NAMES_IN_ENGLISH = re.compile(r'Línea de la Vida|El Salvador|Los Angeles|La Brucherie|Calzada de la Fuente|"[^"]*"')


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Every text that a family can read, with where it stands."""
    for provision in dated.all_provisions().values():
        for version in provision.versions:
            yield provision.id, version.text[language]
        yield f'{provision.id} (stale)', dated.stale_note(provision, language)
    for found_text in finding_texts.all_texts().values():
        for part in (found_text.title, found_text.say, found_text.next):
            yield found_text.id, part[language]
    for group_of_marks in (group for stem in marks.EVERY_LIST for group in marks.groups(stem)):
        yield group_of_marks.id, group_of_marks.title[language]
        yield from ((mark.id, mark.ask[language]) for mark in group_of_marks.marks)
    for practice in questions.practice_groups():
        yield practice.id, practice.title[language]
        yield from ((question.id, question.ask[language]) for question in practice.questions)
    yield from rights_sentences(language)


def rights_sentences(language: str) -> Iterator[tuple[str, str]]:
    """What stands in the situations of "Know my rights" besides provisions: titles, the sentence to say, the quiz, the picture, the wallet card."""
    for found in rights.situations().values():
        yield from ((found.id, text[language]) for text in (found.title, found.say, found.when) if text)
        yield from ((item.id, text[language]) for item in rights.quiz()[found.id]
                    for text in (item.ask, item.right, item.why_right, item.wrong, item.why_wrong))
    yield from ((paper.id, text[language]) for paper in rights.papers_shown() for text in (paper.title, *paper.parts))
    yield from (('card', text[language]) for text in (rights.card().heading, *rights.card().said, *rights.card().inside))


def found(pattern: str, language: str) -> list[str]:
    return [f'{where}: {text}' for where, text in sentences(language) if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize('language', LANGUAGES)
def test_there_is_something_to_read(language: str) -> None:
    assert len(list(sentences(language))) > 200


@pytest.mark.parametrize(('language', 'pattern'), [(language, pattern) for language, patterns in NEVER.items() for pattern in patterns])
def test_what_is_never_said(language: str, pattern: str) -> None:
    dated_table = {provision.id for group in POLICIES for provision in dated.provisions_of(group)} if pattern in NAMES_OF_POLICIES else set()
    assert [line for line in found(pattern, language) if line.partition(':')[0] not in dated_table] == []


@pytest.mark.parametrize(('language', 'text'), [
    ('es', 'Casi nunca dan más tiempo.'), ('en', 'Asylum usually cannot be asked for.'), ('es', 'Casi siempre no se puede pedir asilo.'),
    ('en', 'You qualify for asylum.'), ('en', 'You will win.'), ('en', 'You have an 80 % chance.'), ('en', 'Do not mention the payment.'),
    ('es', 'Usted califica.'), ('es', 'Va a ganar su caso.'), ('es', 'Tiene 80% de probabilidades.'), ('es', 'No mencione el pago.'),
])
def test_the_nevers_would_be_seen(language: str, text: str) -> None:
    assert any(re.search(pattern, text, re.IGNORECASE) for pattern in NEVER[language])


# Findings of people whose phone, family or other parent may be a danger: nothing is printed, copied or kept without asking whether it is safe.
IN_DANGER = ('CONFIDENTIAL_FROM_FAMILY', 'PHONE_SHARED', 'EVIDENCE_DIGITAL_PRESERVE', 'CUSTODY_ABDUCTION_RISK')
KEEPS = {'es': r'\b(imprim|copia|guard|junt)', 'en': r'\b(print|cop(y|ies)|keep|gather)'}
ASKS_IF_SAFE = {'es': r'\bsi es seguro\b|\bsolo si nadie\b', 'en': r'\bif it is safe\b|\bonly if nobody\b'}


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('code', IN_DANGER)
def test_somebody_in_danger_keeps_nothing_unless_it_is_safe(code: str, language: str) -> None:
    step = finding_texts.all_texts()[code].next[language]
    assert re.search(KEEPS[language], step, re.IGNORECASE)
    assert re.search(ASKS_IF_SAFE[language], step, re.IGNORECASE)


@pytest.mark.parametrize(('language', 'words'), [('es', 'Guardar silencio puede contar como un no'), ('en', 'Silence can count as a no')])
def test_who_has_a_negative_answer_is_told_that_silence_can_count_as_no(language: str, words: str) -> None:
    assert words in finding_texts.all_texts()['LEGAL_REVIEW_URGENT'].next[language]


def test_spanish_says_usted() -> None:
    assert re.search(TU, 'Tú puedes.', re.IGNORECASE)
    assert found(TU, 'es') == []


def test_spanish_has_no_english_and_english_no_spanish() -> None:
    assert found(ENGLISH, 'es') == []
    english = [f'{where}: {text}' for where, text in sentences('en') if re.search(SPANISH, NAMES_IN_ENGLISH.sub('', text), re.IGNORECASE)]
    assert english == []


@pytest.mark.parametrize('language', LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    long = [f'{where}: {sentence}' for where, text in sentences(language) if where not in OATHS
            for sentence in re.split(r'(?<=[.?!;:])[»"]?\s+', text) if len(sentence.split()) > MOST_WORDS]
    assert long == []


@pytest.mark.parametrize('language', LANGUAGES)
def test_sentences_are_plain_text_without_section_numbers(language: str) -> None:
    assert found(r'[*_<>#`\[\]]', language) == []
    assert found(r'\b(INA|CFR|U\.S\.C\.|§)', language) == []


def test_every_fact_can_be_read_today_in_both_languages() -> None:
    for provision_id in dated.all_provisions():
        for language in LANGUAGES:
            text = dated.sentence(provision_id, language, ON)
            assert text
            assert '{' not in text


def test_the_oath_is_the_form_of_the_statute() -> None:
    assert dated.sentence('declaration_1746_inside', 'en', ON) == 'I declare under penalty of perjury that the foregoing is true and correct.'
    assert dated.sentence('declaration_1746_outside', 'en', ON) == (
        'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.')


def test_the_disclaimer_says_when_it_was_checked() -> None:
    assert '24 de noviembre de 2026' in dated.sentence('disclaimer', 'es', ON)
    assert 'November 24, 2026' in dated.sentence('disclaimer', 'en', ON)


def test_general_knowledge_never_enters_as_verified() -> None:
    assert [provision.id for provision in dated.all_provisions().values()
            if 'general knowledge' in provision.source and provision.confidence == 'verified'] == []


def ids_in_interviews() -> set[str]:
    calls = [call for path in (ROOT / 'interviews').rglob('*.yml')
             for call in re.findall(r'\b(?:law|law_list|where_it_comes_from|why_we_ask)\(([^)]*)\)', path.read_text(encoding='utf-8'))]
    return {provision_id for call in calls for provision_id in re.findall(r"'(\w+)'", call)}


def ids_in_documents() -> set[str]:
    ids: set[str] = set()
    for path in (PACKAGE / 'documents').rglob('*.py'):
        source = path.read_text(encoding='utf-8')
        calls = re.findall(r'(?:law_sentences|law_note|dated\.sentence|chosen|both\.law|both\.note|law_points)\(([^)]*)\)', source)
        for name in {name for call in calls for name in re.findall(r'\b([A-Z][A-Z_]+)\b', call)}:
            for value in re.findall(rf'^{name} = (.*)$', source, re.MULTILINE):
                ids |= set(re.findall(r"'(\w+)'", value))
    return ids


def test_every_fact_that_is_used_exists() -> None:
    assert {'cf_what', 'cat_std', 'disclaimer', 'one_year_rule', 'translation_court'} <= ids_in_interviews()
    assert {'cf_consult', 'corroboration', 'declaration_1746_inside', 'docs_authentication'} <= ids_in_documents()
    assert (ids_in_interviews() | ids_in_documents()) - set(dated.all_provisions()) == set()


# Entered for the law book and for the tasks that come next (docs/use/legal-updates.md); a file leaves this list when its task stands.
KEPT_FOR_NEXT_TASKS = (
    'sponsors', 'habeas', 'custody_conditions', 'children', 'consulates', 'places', 'detention_centers', 'court_filing',
    'other_paths', 'fees', 'annual_asylum_fee', 'forms', 'work_permit', 'court_dates', 'court_rights', *POLICIES, 'asylum_elements', 'asylum_bars',
    'withholding_and_torture', 'reasonable_fear', 'credibility', 'one_year_deadline',
)


def ids_of_letters() -> set[str]:
    """Facts of the letters to officers: by the kind of request, and by who holds the person."""
    sources = (PACKAGE / 'documents' / place for place in ('papers/advocacy_letter.py', 'papers/delivery_log.py', 'making/addressee.py'))
    return {found_id for source in sources for found_id in re.findall(r"'(\w+)'", source.read_text(encoding='utf-8'))}


def ids_on_cards() -> set[str]:
    """Facts that say why a card is not offered."""
    sources = (path.read_text(encoding='utf-8') for path in (PACKAGE / 'interview' / 'tasks').glob('*.py'))
    return {found_id for source in sources for found_id in re.findall(r"'(\w+)'", source)}


def ids_in_rules() -> set[str]:
    """Facts that a rule or the words of a finding cite."""
    in_code = {found_id for path in (PACKAGE / 'law').rglob('*.py') for found_id in re.findall(r"'(\w+)'", path.read_text(encoding='utf-8'))}
    return in_code | {provision_id for text in finding_texts.all_texts().values() for provision_id in (*text.authority, *text.today)}


def ids_in_situations() -> set[str]:
    """Facts that a situation of "Know my rights", its quiz, its picture or the wallet card rests on."""
    return {name for place in rights.PLACES for entry in dated.groups_in(place) for key in ('do', 'rests_on', 'avoid', 'after')
            for name in entry.get(key, ())}


def ids_at_hearings() -> set[str]:
    """Facts that the kinds of hearing, the drawing of the room and the sentences to say there rest on."""
    return {name for stem in ('hearings', 'courtroom', 'court_sentences') for entry in dated.groups_in(f'lists/{stem}')
            for name in (*entry.get('goes', ()), *entry.get('rests_on', ()))}


def test_every_fact_is_used() -> None:
    listed = ('careful_points', 'legal_help', 'support_lines', 'country_documents')
    by_group = {provision.id for group in listed for provision in dated.provisions_of(group)}
    kept = {provision.id for group in KEPT_FOR_NEXT_TASKS for provision in dated.provisions_of(group)}
    by_countries = {provision_id for provision_id in dated.all_provisions() if provision_id.startswith('way_')}
    used = by_group | by_countries | ids_in_interviews() | ids_in_documents() \
        | ids_on_cards() | ids_of_letters() | ids_in_rules() | ids_in_situations() | kept
    used |= ids_at_hearings()
    assert set(dated.all_provisions()) - used == set()
