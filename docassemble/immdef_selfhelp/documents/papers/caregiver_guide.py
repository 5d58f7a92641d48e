"""Guidance for California's caregiver's affidavit: who signs it, which items, who is a relative (a drawing), when it ends, what it does not do.

Only where the children would be cared for in California. The affidavit itself is the state's form (Cal. Fam. Code 6552) and is not made here.
"""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.family_parts import carer
from docassemble.immdef_selfhelp.documents.making.paper import CARERS, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.law.provisions import kinship
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.basics import UNKNOWN, YES

STEPS = ('caa_what', 'caa_items', 'ab495_form')
WHO = ('kinship_count', 'ab495_relative', 'caa_relatives')
ENDS = ('caa_ends', 'caa_not_custody', 'caa_limits')
ROWS = COLUMNS = 4
OWN_PLACES = {(3, 1): 'child', (2, 1): 'parent'}


def drawing(chosen: str, language: str, on: date) -> list[Context]:
    """The drawing as rows of cells: a name, how many steps away, and whether within the law's limit, beyond it, or the person of this plan."""
    places = {tie.place: tie for tie in kinship.ties() if tie.place}
    rows = []
    for row in range(ROWS):
        cells = []
        for column in range(COLUMNS):
            tie = places.get((row, column))
            state = OWN_PLACES.get((row, column), '') if tie is None else 'chosen' if tie.id == chosen else kinship.counted(tie.id, on)
            cells.append({'name': tie.name[language] if tie else '', 'steps': str(tie.degree) if tie else '', 'state': state})
        rows.append({'cells': cells})
    return rows


def guide_context(case: Case, language: str, on: date) -> Context:
    """Keys: `carer`, `said` (how the law counts the tie told), `limit`, `rows` (the drawing), and sentences, with `law`."""
    tie = case.family_plan.carer_tie or UNKNOWN
    return {
        'carer': carer(case, language), 'said': kinship.said(tie, language, on), 'limit': str(kinship.limit(on)),
        'rows': drawing(tie, language, on), 'steps': law_sentences(STEPS, language, on), 'who': law_sentences(WHO, language, on),
        'ends': law_sentences(ENDS, language, on), 'law': law_note((*STEPS, *WHO, *ENDS), language, on),
    }


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages, in California only."""
    return screen_language_first(case) if case.family_plan.in_california == YES and case.family_plan.has_carer else ()


PAPER = Paper(
    'caregiver_guide', title={'es': 'Guía para quien cuida a los niños', 'en': 'Guide for the person who cares for the children'},
    file_names={'es': 'para-quien-cuida', 'en': 'for-the-caregiver'}, offered=offered, context=of_case(guide_context), use=CARERS, of_family=True,
)
