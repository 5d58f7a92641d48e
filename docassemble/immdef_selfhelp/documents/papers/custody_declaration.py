"""The declaration on conditions in custody: the person's own words and nothing of ours, apart from the asylum story (28 U.S.C. 1746).

Of a child it is made only with the adult and the lawyer named (`story.custody.may_declare`). What was told first stands first; what was told when a
topic was asked of stands under that question, and a topic of which nothing was told stands nowhere.
"""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, when
from docassemble.immdef_selfhelp.documents.making.sworn import OATHS, endings, helper, names_language
from docassemble.immdef_selfhelp.documents.papers.declaration_translation import lines_for
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story import custody as rules
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.reading import can_read
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.custody import FULL, INITIALS, Custody, Moment
from docassemble.immdef_selfhelp.story.wording import say


def written_in(case: Case) -> str:
    """The language in which it was told."""
    return case.custody.told_language or case.language


def shown_name(case: Case) -> str:
    """The name as the person wants it on the paper; none for one that is kept sealed, or while that was not chosen."""
    person = rules.teller(case)
    name = person.full_name if person else ''
    return {FULL: name, INITIALS: rules.initials(name)}.get(case.custody.named, '')


def where_texts(custody: Custody, language: str) -> list[str]:
    """Place and time as told, each with the words that say what it is."""
    told = (('place', custody.place_name), ('start', when(custody.start, language)), ('end', when(custody.end, language)))
    return [say('custody_where', key, language, text=text) for key, text in told if text.strip()]


def moment_text(moment: Moment, language: str) -> str:
    """One moment: its time as told, then its words."""
    time = when(moment.when, language)
    return f'{time[:1].upper()}{time[1:]}: {moment.what}' if time else moment.what


def parts(custody: Custody, language: str) -> Iterator[tuple[str, str, list[str]]]:
    """Heading, the question under which it was told, and its paragraphs."""
    dated, undated = rules.by_day(custody)
    heading = {key: say('custody_headings', key, language) for key in ('where', 'free', 'moments', 'asked')}
    yield heading['where'], '', where_texts(custody, language)
    yield heading['free'], '', [text for text in (custody.free, custody.more) if text.strip()]
    yield heading['moments'], '', [moment_text(one, language) for one in (*dated, *undated)]
    for number, (topic, words) in enumerate(rules.topic_words(custody)):
        yield '' if number else heading['asked'], say('custody_asked', topic, language), [words]


def sections(custody: Custody, language: str) -> list[Context]:
    """The parts as plain data with numbered paragraphs; the last of all stays with the oath."""
    found, number = [(heading, asked, texts) for heading, asked, texts in parts(custody, language) if texts], 0
    shown: list[Context] = []
    total = sum(len(texts) for _, _, texts in found)
    for heading, asked, texts in found:
        paragraphs = [{'number': number + place, 'text': text, 'last': number + place == total, 'lines': lines_for(text)}
                      for place, text in enumerate(texts, 1)]
        number += len(texts)
        shown.append({'heading': heading, 'asked': asked, 'paragraphs': paragraphs})
    return shown


def declaration_context(case: Case, language: str, on: date) -> Context:
    """The declaration in its own language, or beside lines for its English.

    Keys: `name` (empty unless it is to be shown), `named`, `of_child`, `adult`, `lawyer`, `sections` (`heading`, `asked`, `paragraphs`), `oaths` and
    `choose` (`endings`), `translated`, `read_back`, `same_language` (read aloud in the language it is written in), `interpreter`, `law`.
    """
    custody, person = case.custody, rules.teller(case)
    child = person is not None and rules.needs_adult(person, custody, on)
    open_name = custody.named == FULL
    told_in = written_in(case)
    return {
        'name': shown_name(case), 'named': custody.named, 'of_child': child, 'adult': custody.adult_name if child and open_name else '',
        'lawyer': custody.lawyer_name, 'sections': sections(custody, language), 'translated': language != told_in,
        'read_back': can_read(case, custody) != YES, 'interpreter': helper(custody.interpreter),
        'same_language': names_language(custody.interpreter.language, told_in),
        **endings(custody.signed_where, language, on), 'law': law_note(OATHS.values(), language, on),
    }


def whose(case: Case) -> str:
    """Who tells."""
    return case.custody.person


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In the language it was told in, and with lines for its English."""
    return LANGUAGES if written_in(case) == 'es' else ('en',)


PAPER = Paper(
    'custody_declaration', title={'es': 'Declaración sobre las condiciones bajo custodia', 'en': 'Declaration on conditions in custody'},
    file_names={'es': 'hoja-propia', 'en': 'own-sheet'}, offered=offered, context=of_case(declaration_context), use=COURT, of_family=True,
    tells_story=True, whose=whose, allowed=rules.may_declare,
)
