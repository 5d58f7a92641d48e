"""What the declaration and its English have in common: numbered sections, the oath (28 U.S.C. 1746) and the people of the certificates.

Certificates: interpretation (the paper is not in a language the signer reads; EOIR Immigration Court Practice Manual 3.3) and
translation (8 CFR 1003.33: typed, signed, with the translator's address and telephone).
"""
import re
from dataclasses import replace
from datetime import date
from unicodedata import combining, normalize

from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, when
from docassemble.immdef_selfhelp.law.findings import found as findings
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.case_facts import facts_for
from docassemble.immdef_selfhelp.story.paragraphs import Section
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.declaration import Helper
from docassemble.immdef_selfhelp.story.told.own import BEST_OF
from docassemble.immdef_selfhelp.story.wording import spoken_language, wording

INSIDE, OUTSIDE = 'inside_us', 'outside_us'
# How people also name the languages a paper is written in; and what stands around such a name
ALSO_CALLED: dict[str, set[str]] = {'es': {'castellano', 'castilla'}, 'en': set()}
SMALL_WORDS = {'el', 'la', 'en', 'idioma', 'lengua', 'the', 'in', 'language'}
WORD, WHERE_FROM = re.compile(r"[^\W\d_]+"), re.compile(r' (?:de|del|of|from) ')
OATHS = {INSIDE: 'declaration_1746_inside', OUTSIDE: 'declaration_1746_outside'}


def told_language(case: Case, telling: Telling) -> str:
    """The language a telling was written in: as said, else the language of the screens."""
    return telling.told_language or case.language


def translated(case: Case, telling: Telling) -> bool:
    """Whether there is a declaration, and in a language that somebody must put into English."""
    return telling.wants_declaration == YES and told_language(case, telling) != 'en'


def helper(who: Helper, language: str = '') -> Context:
    """Somebody who helped, for a certificate; `language` is used when their own was not told. Empty parts become lines to fill."""
    return {'name': who.name, 'address': who.address, 'telephone': who.telephone, 'language': who.language or language}


def read_in_its_language(case: Case, telling: Telling, language: str) -> bool:
    """Whether who reads the paper aloud reads it in the language it is written in: a certificate of reading then, for nothing is interpreted.

    The language of the reading is the one told; while it is not told, the applicant's best language.
    """
    told = telling.interpreter.language.strip()
    if not told and telling.person == 'applicant':
        told = spoken_language(case.best_language, '', language)
    return names_language(told, language)


def names_language(typed: str, language: str) -> bool:
    """Whether a language as somebody typed it ("castellano", "en español", "español de Honduras") is this one and no other beside it."""
    names = {fold(word) for word in wording()['languages'][BEST_OF[language]].values()} | ALSO_CALLED[language]
    words = set(WORD.findall(WHERE_FROM.split(fold(typed))[0])) - SMALL_WORDS
    return bool(words) and words <= names


def fold(text: str) -> str:
    """A word without accents and capitals."""
    return ''.join(letter for letter in normalize('NFKD', text) if not combining(letter)).casefold().strip()


def caption(case: Case, telling: Telling, language: str) -> Context:
    """What stands above a declaration for a case in court: the next hearing as told. Empty when there is no case, or it is not the applicant's."""
    if case.court.has_case != YES or telling.person != 'applicant':
        return {}
    return {'hearing': when(case.court.hearing, language)}


def sections_of(sections: tuple[Section, ...]) -> list[Context]:
    """The sections as plain data: heading and numbered paragraphs. The last one of all stays on the page of the oath, which never stands alone."""
    last = sections[-1].paragraphs[-1].number if sections else 0
    return [{'heading': section.heading, 'paragraphs': [{'number': paragraph.number, 'text': paragraph.text, 'last': paragraph.number == last}
                                                        for paragraph in section.paragraphs]} for section in sections]


def in_english(sections: tuple[Section, ...], telling: Telling, english: tuple[Section, ...]) -> tuple[Section, ...]:
    """The declaration as its human translator typed it: same paragraphs and numbers, English headings."""
    typed = dict(telling.translations)
    return tuple(replace(section, heading=other.heading, paragraphs=tuple(
        replace(paragraph, text=typed.get(paragraph.key, '')) for paragraph in section.paragraphs))
        for section, other in zip(sections, english, strict=True))


def endings(signed_where: str, language: str, on: date) -> Context:
    """The oath for the place of signing; both, each with a box to tick, while the place is not known (28 U.S.C. 1746)."""
    wanted = (signed_where,) if signed_where in OATHS else (OUTSIDE, INSIDE)
    return {'choose': len(wanted) > 1, 'oaths': [{'inside': place == INSIDE, 'text': dated.sentence(OATHS[place], language, on)} for place in wanted]}


def lawyer_first(case: Case, telling: Telling, on: date) -> bool:
    """Whether a lawyer should see something before this person signs. Beside the signature it never says what: the paper is handed over."""
    return bool(findings.stops(facts_for(case, telling.person), on))


def declaration_parts(case: Case, telling: Telling, language: str, on: date, sections: tuple[Section, ...]) -> Context:
    """What every declaration has, whatever its language."""
    return {
        'name': case.person(telling.person).full_name, 'a_number': case.a_number(telling.person), 'sections': sections_of(sections),
        'caption': caption(case, telling, language), 'same_language': read_in_its_language(case, telling, language),
        'stop_first': lawyer_first(case, telling, on), **endings(telling.signed_where, language, on), 'law': law_note(OATHS.values(), language, on),
    }
