"""One sheet a situation: what to do, the sentence to say in both languages, what not to do and what comes after. The same texts as on the phone."""
from collections.abc import Iterable
from datetime import date
from functools import partial

from docassemble.immdef_selfhelp.documents.making.handout import Handout
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.law.provisions import citations, dated, rights
from docassemble.immdef_selfhelp.law.provisions.rights import SCREENS

WITH_PICTURE = ('home',)


def authorities(provision_ids: Iterable[str], language: str) -> list[str]:
    """The authorities behind some provisions, each once."""
    return list(dict.fromkeys(part for name in provision_ids for part in citations.in_language(dated.provision(name).citation, language).split('; ')))


def sheet_context(situation_id: str, language: str, on: date) -> Context:
    """One situation. Keys: `title`, `do`, `when`, `say` (English, Spanish), `avoid`, `after`, `picture`, `papers`, `sources`, `law`, and
    `unconfirmed`: whether a text of it was not read at its source.
    """
    found = rights.situations()[situation_id]
    ids = list(dict.fromkeys(name for screen in SCREENS for name in found.provisions(screen)))
    return {
        'title': found.title[language], 'do': law_sentences(found.do, language, on), 'when': found.when[language] if found.when else '',
        'say': {'en': found.say['en'], 'es': found.say['es']}, 'avoid': law_sentences(found.avoid, language, on),
        'after': law_sentences(found.after, language, on), 'picture': situation_id in WITH_PICTURE,
        'papers': [{'title': paper.title[language], 'parts': [part[language] for part in paper.parts]} for paper in rights.papers_shown()],
        'sources': '; '.join(authorities(ids, language)), 'law': law_note(ids, language, on),
        'unconfirmed': any(dated.provision(name).confidence != 'verified' for name in ids),
    }


HANDOUTS: tuple[Handout, ...] = tuple(
    Handout(f'rights_{found.id}', title=found.title, file_names={'es': f'hoja-{number}', 'en': f'sheet-{number}'}, template='rights_sheet',
            context=partial(sheet_context, found.id))
    for number, found in enumerate(rights.situations().values(), 1))
