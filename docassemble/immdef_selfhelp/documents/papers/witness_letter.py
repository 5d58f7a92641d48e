"""A witness's own letter: only their words under short headings, the oath if they want it, and in English the lines for a translator.

No sentence of ours tells anything: two letters have nothing in common but headings, signature and certificate (*Matter of V-S-A-*, *R-K-K-*).
"""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note
from docassemble.immdef_selfhelp.documents.making.sworn import OATHS, endings
from docassemble.immdef_selfhelp.documents.papers.declaration_translation import lines_for
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import WITNESS, Case
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.witness import Witness

PARTS = ('known', 'saw', 'heard', 'more')
NONE = {'choose': False, 'oaths': []}


def written_in(case: Case) -> str:
    """The language of the letter."""
    return case.witness.letter_language or case.language


def part_contexts(witness: Witness) -> list[Context]:
    """What was told, part by part, numbered; each with lines for its English."""
    told = [(part, getattr(witness, part)) for part in PARTS if getattr(witness, part).strip()]
    return [{'number': number, 'part': part, 'text': text, 'lines': lines_for(text)} for number, (part, text) in enumerate(told, 1)]


def witness_context(case: Case, language: str, on: date) -> Context:
    """The letter in its own language, or beside lines for its English.

    Keys: `name`, `about`, `contact`, `parts` (`number`, `part`, `text`, `lines`), `translated`, `choose` and `oaths` (`endings`), `law`.
    """
    witness, translated = case.witness, language != written_in(case)
    return {'name': witness.name, 'about': witness.about, 'contact': witness.contact, 'parts': part_contexts(witness),
            'translated': translated, **(endings(witness.signed_where, language, on) if witness.sworn == YES else NONE),
            'law': law_note(OATHS.values(), language, on)}


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In its own language, and for English when that is another."""
    if case.preparing_for != WITNESS or not case.witness.saw.strip() + case.witness.heard.strip() + case.witness.known.strip():
        return ()
    return LANGUAGES if written_in(case) == 'es' else ('en',)


PAPER = Paper(
    'witness_letter', title={'es': 'Carta de testigo', 'en': 'Witness letter'}, file_names={'es': 'mi-carta', 'en': 'my-letter'},
    offered=offered, context=of_case(witness_context), use=COURT, of_family=True,
)
