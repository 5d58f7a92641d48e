"""Whether somebody can read a paper: told once, wherever it was asked first.

The screening asks whether reading is easy, a declaration whether its own words can be read. These are two answers only where the paper is in another
language than the one the person speaks best.
"""
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.told.basics import NO, YES
from docassemble.immdef_selfhelp.story.told.custody import Custody
from docassemble.immdef_selfhelp.story.told.own import BEST_OF
from docassemble.immdef_selfhelp.story.told.people import APPLICANT

SAID = (YES, 'some', NO)


def written_in(case: Case, paper: Telling | Custody) -> str:
    """The language a paper of this telling is written in: as said, else that of the screens."""
    return paper.told_language or case.language


def is_best(case: Case, language: str) -> bool:
    """Whether a language of papers is the one the applicant speaks best."""
    return BEST_OF[language] == case.best_language


def reads_easily(case: Case) -> str:
    """Whether reading is easy for the applicant; empty, or `unknown`, while it must be asked.

    Who reads a declaration well reads easily; who does not may read another language better.
    """
    if case.reads in SAID:
        return case.reads
    papers: tuple[Telling | Custody, ...] = (*case.tellings, case.custody)
    own = (one for one in papers if one.person == APPLICANT)
    said = (one.reads_told_language for one in own if one.reads_told_language == YES or is_best(case, written_in(case, one)))
    return next(filter(None, said), case.reads)


def can_read(case: Case, paper: Telling | Custody) -> str:
    """Whether who signs a declaration can read it: as said of it, of another one in the same language, or of reading at all; else empty.

    Whoever does not read easily in any language has this paper read aloud too; the other answers say it of the best language only.
    """
    language = written_in(case, paper)
    of_papers = (one.reads_told_language for one in (paper, *case.tellings, case.custody)
                 if one.person == paper.person and written_in(case, one) == language)
    said = next(filter(None, of_papers), '')
    if said or paper.person != APPLICANT or case.reads not in SAID:
        return said
    return case.reads if case.reads == NO or is_best(case, language) else ''
