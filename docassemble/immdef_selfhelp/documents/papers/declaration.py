"""The declaration: the person's own telling in numbered paragraphs, with its oath (28 U.S.C. 1746) and, when it is read aloud, its certificate."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_telling
from docassemble.immdef_selfhelp.documents.making.parts import Context, telling_of
from docassemble.immdef_selfhelp.documents.making.sworn import declaration_parts, helper, told_language
from docassemble.immdef_selfhelp.story import paragraphs
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.reading import can_read
from docassemble.immdef_selfhelp.story.told.basics import YES


def declaration_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The declaration in the language it was told in.

    Keys: `name`, `a_number`, `caption` (`hearing`; empty without a case in court), `sections` (heading, paragraphs of number and text),
    `stop_first` (a lawyer first, said beside the
    signature), `oaths` and `choose`, `translated`, `told_language`, `read_back` (whether the signer needs it read aloud), `same_language` (in the
    language it is written in), `interpreter`, `translator`, `law`.
    """
    sections = paragraphs.declaration_sections(case, telling, language)
    return {
        **declaration_parts(case, telling, language, on, sections), 'translated': False, 'told_language': language,
        'read_back': can_read(case, telling) != YES, 'interpreter': helper(telling.interpreter), 'translator': helper(telling.translator),
    }


def offered(case: Case, person_key: str) -> tuple[str, ...]:
    """In the language it was told in, for who wants one."""
    telling = telling_of(case, person_key)
    return (told_language(case, telling),) if telling.wants_declaration == YES else ()


PAPER = Paper(
    'declaration', title={'es': 'Declaración', 'en': 'Declaration'}, file_names={'es': 'relato', 'en': 'statement'},
    offered=offered, context=of_telling(declaration_context), use=COURT, tells_story=True, numbered=True,
)
