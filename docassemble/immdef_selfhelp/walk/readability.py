"""How easy the texts are to read: a figure for each file and language, and every sentence that is long.

Spanish: Fernández-Huerta (1959), 0 to 100, higher is easier; 80 and more is what a sixth-grader reads. English: the school grade of
Flesch-Kincaid (1975). Neither knows meaning, so they warn and do not judge. Spanish is computed by textstat; English by docassemble's
own edition of it, because textstat downloads a dictionary for English.
"""
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from docassemble.immdef_selfhelp.names import PACKAGE
from docassemble.immdef_selfhelp.walk import gate, xliff
from docassemble.immdef_selfhelp.walk.engine import data_file
from docassemble.immdef_selfhelp.walk.phrases import interview_phrases
from docassemble.immdef_selfhelp.walk.report import DATA_FOLDERS, sources_folder

LONGEST = 20
MARKUP = re.compile(r'[*_#>`|]|^\s*\d+\.\s|^\s*[-*]\s', re.MULTILINE)
SENTENCE_END = re.compile(r'(?<=[.!?:])\s+|\n+')
TOTAL = 'all files'


@dataclass(frozen=True)
class Figures:
    """The figures of one file in one language. `score` is Fernández-Huerta for `es` and the Flesch-Kincaid grade for `en`."""
    file: str
    language: str
    words: int
    score: float
    long: tuple[str, ...]


def sentences_of(text: str) -> list[str]:
    """The sentences of a text without code and markup; a line without an end is one."""
    bare = MARKUP.sub(' ', gate.prose(text))
    return [sentence for sentence in (' '.join(piece.split()) for piece in SENTENCE_END.split(bare)) if re.search(r'[^\W\d_]{2}', sentence)]


def texts_by_file() -> Iterator[tuple[str, str, str]]:
    """Every text in both languages: its file, the English, the Spanish."""
    spanish = xliff.read(sources_folder() / 'es.xlf')
    for phrase in interview_phrases():
        yield phrase.file, phrase.text, spanish.get(phrase.text, '')
    for folder in DATA_FOLDERS:
        for path in sorted((room := data_file(PACKAGE, folder)).rglob('*.yml')):
            for english, translated, _ in gate.pairs_in(yaml.safe_load(path.read_text(encoding='utf-8')), path.name):
                yield f'{folder}/{path.relative_to(room)}', english, translated


def figures(file: str, language: str, sentences: list[str]) -> Figures:
    """The figures of the sentences of one file."""
    import textstat
    from docassemble_textstat.textstat import textstat as textstat_offline
    textstat.set_lang('es')
    text = ' '.join(sentence if sentence[-1] in '.!?' else f'{sentence}.' for sentence in sentences)
    score = textstat.fernandez_huerta(text) if language == 'es' else textstat_offline.flesch_kincaid_grade(text)
    return Figures(file, language, len(text.split()), float(score), tuple(sentence for sentence in sentences if len(sentence.split()) > LONGEST))


def all_figures() -> list[Figures]:
    """The figures of every file in both languages, and of all together."""
    sentences: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file, english, spanish in texts_by_file():
        for language, text in (('es', spanish), ('en', english)):
            found = sentences_of(text)
            sentences[file, language] += found
            sentences[TOTAL, language] += found
    ordered = sorted(sentences, key=lambda key: (key[0] == TOTAL, key))
    return [figures(file, language, sentences[file, language]) for file, language in ordered if sentences[file, language]]


def lines() -> Iterator[str]:
    """The figures as a table, then the long sentences."""
    found = all_figures()
    yield f'{"file":<40} {"language":<9} {"words":>6} {"figure":>7}  sentences over {LONGEST} words'
    for row in found:
        yield f'{row.file:<40} {row.language:<9} {row.words:>6} {row.score:>7.1f}  {len(row.long)}'
    yield 'Spanish: Fernández-Huerta, higher is easier. English: school grade, lower is easier.'
    for row in found:
        if row.file != TOTAL:
            yield from (f'long  {row.file} ({row.language}): {sentence}' for sentence in row.long)
