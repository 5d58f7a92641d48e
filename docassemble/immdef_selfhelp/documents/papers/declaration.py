"""The declaration: the person's own telling in numbered paragraphs, its oath (28 U.S.C. 1746) and its certificates.

Certificates: interpretation (the paper is not in a language the signer reads; EOIR Immigration Court Practice Manual 3.3) and
translation (8 CFR 1003.33: typed, signed, with the translator's address and telephone).
"""
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story import paragraphs
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.paragraphs import Section
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.declaration import Helper

INSIDE, OUTSIDE = 'inside_us', 'outside_us'
OATHS = {INSIDE: 'declaration_1746_inside', OUTSIDE: 'declaration_1746_outside'}
LETTERS_A_LINE = 34
FEWEST_LINES, MOST_LINES = 2, 40


def helper(who: Helper, language: str = '') -> Context:
    """Somebody who helped, for a certificate; `language` is used when their own was not told. Empty parts become lines to fill."""
    return {'name': who.name, 'address': who.address, 'telephone': who.telephone, 'language': who.language or language}


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


def paper(case: Case, telling: Telling, language: str, on: date, sections: tuple[Section, ...]) -> Context:
    """What every declaration has, whatever its language."""
    return {
        'name': case.person(telling.person).full_name, 'a_number': telling.a_number, 'sections': sections_of(sections),
        **endings(telling.signed_where, language, on), 'law': law_note(OATHS.values(), language, on),
    }


def declaration_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The declaration in the language it was told in.

    Keys: `name`, `a_number`, `sections` (heading, paragraphs of number and text), `oaths` and `choose`, `translated`, `told_language`,
    `read_back` (whether the signer needs it read aloud), `interpreter`, `translator`, `law`.
    """
    sections = paragraphs.declaration_sections(case, telling, language)
    return {
        **paper(case, telling, language, on, sections), 'translated': False, 'told_language': language,
        'read_back': telling.reads_told_language != YES, 'interpreter': helper(telling.interpreter), 'translator': helper(telling.translator),
    }


def english_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The clean English of a declaration told in another language: the translator's words. Keys as `declaration_context`."""
    told = telling.told_language or case.language
    english = in_english(paragraphs.declaration_sections(case, telling, told), telling, paragraphs.declaration_sections(case, telling, language))
    return {**declaration_context(case, telling, language, on), 'sections': sections_of(english), 'translated': True, 'told_language': told,
            'read_back': True}


def lines_for(text: str) -> list[int]:
    """As many empty lines as a translation of this text needs in handwriting."""
    needed = sum(1 + len(line) // LETTERS_A_LINE for line in text.splitlines())
    return list(range(max(FEWEST_LINES, min(MOST_LINES, needed))))


def translation_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The declaration beside its English, paragraph by paragraph, for a human translator who signs the certificate.

    Keys: `name`, `a_number`, `told_language`, `sections` (`heading`, `heading_told`, `paragraphs` of `number`, `told`, `english`, `lines`),
    `oaths` (`inside`, `told`, `english`), `choose`, `read_back` (whether the original bears a certificate of interpretation), `interpreter`,
    `translator`, `law`.
    """
    told = telling.told_language or case.language
    original = paragraphs.declaration_sections(case, telling, told)
    english = in_english(original, telling, paragraphs.declaration_sections(case, telling, language))
    here, there = endings(telling.signed_where, told, on), endings(telling.signed_where, language, on)
    return {
        'name': case.person(telling.person).full_name, 'a_number': telling.a_number, 'told_language': told,
        'sections': [
            {'heading': after.heading, 'heading_told': before.heading, 'paragraphs': [
                {'number': left.number, 'told': left.text, 'english': right.text, 'lines': [] if right.text.strip() else lines_for(left.text)}
                for left, right in zip_longest(before.paragraphs, after.paragraphs)]}
            for before, after in zip(original, english, strict=True)],
        'choose': here['choose'],
        'oaths': [{'inside': left['inside'], 'told': left['text'], 'english': right['text']}
                  for left, right in zip(here['oaths'], there['oaths'], strict=True)],
        'read_back': telling.reads_told_language != YES, 'interpreter': helper(telling.interpreter),
        'translator': helper(telling.translator, told), 'law': law_note(OATHS.values(), language, on),
    }
