"""Citations on Spanish pages: names stay, and no other English word or month is left."""
import re

import pytest

from docassemble.immdef_selfhelp.law.provisions import citations, dated

ENGLISH = re.compile(
    r'\b(of|and|the|for|on|in|after|by|from|to|with|that|since|as|was|list|this|it|is|are|at|who|what|effective|rule|practice|interim|form|page'
    r'|memorandum|settlement|litigation|guidance|guidelines|instructions|policy|ended|lifted|stayed|order|announcement|appeal|mandate|alert|revised|before|filing|text|paragraph|chapter|note|opened|system|requesting|facilities|reinstating|enjoining|research|cards|addresses'
    r'|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Apr|Aug|Sept|Oct|Nov|Dec(?= \d))\b')
CASES = (
    ('Mullin v. Al Otro Lado, No. 25-5 (U.S. June 25, 2026)', 'Mullin v. Al Otro Lado, No. 25-5 (U.S. 25 de junio de 2026)'),
    ('DHS memorandum of January 20, 2025', 'Memorando de DHS, del 20 de enero de 2025'),
    ('(D. Mass., stays of July 21 and August 5, 2026)', '(D. Mass., suspensiones del 21 de julio y 5 de agosto de 2026)'),
    ('Form EOIR-33/IC (Rev. February 2026)', 'Formulario EOIR-33/IC (Rev. febrero de 2026)'),
    ('Matter of C-I-G-M- & L-V-S-G-, 29 I&N Dec. 291', 'Matter of C-I-G-M- & L-V-S-G-, 29 I&N Dec. 291'),
    ('Matter of M-Z-M-R-, 26 I&N Dec. 28 (BIA 2012)', 'Matter of M-Z-M-R-, 26 I&N Dec. 28 (BIA 2012)'),
    ('Hague Convention of 5 October 1961 (Apostille)', 'Convenio de La Haya del 5 de octubre de 1961 (Apostille)'),
)


def untranslated(citation: str) -> list[str]:
    return ENGLISH.findall(citations.kept().sub('', citations.in_language(citation, 'es')))


@pytest.mark.parametrize('citation', sorted({provision.citation for provision in dated.all_provisions().values()}))
def test_no_english_but_names_stands_in_a_citation_on_a_spanish_page(citation: str) -> None:
    assert untranslated(citation) == []
    assert citations.in_language(citation, 'en') == citation


@pytest.mark.parametrize(('english', 'spanish'), CASES)
def test_the_words_and_the_days_are_spanish(english: str, spanish: str) -> None:
    assert citations.in_language(english, 'es') == spanish


def test_an_english_word_that_nobody_translated_is_seen() -> None:
    assert untranslated('USCIS bulletin of May 2, 2026, as sent by post') == ['of', 'as', 'by']
