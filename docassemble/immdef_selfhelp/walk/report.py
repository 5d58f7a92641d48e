"""What `selfhelp phrases` says: everything a Spanish reader meets, held against its Spanish."""
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from docassemble.immdef_selfhelp.law.strict import read_yaml
from docassemble.immdef_selfhelp.names import PACKAGE
from docassemble.immdef_selfhelp.walk import gate, words, xliff
from docassemble.immdef_selfhelp.walk.engine import data_file
from docassemble.immdef_selfhelp.walk.gate import Problem, Term
from docassemble.immdef_selfhelp.walk.phrases import interview_phrases

DATA_FOLDERS = ('law/data', 'story/data')
SOURCES = 'data/sources'


@dataclass
class Coverage:
    """How many texts there are of each kind and how many have Spanish, and everything that is wrong."""
    total: Counter[str] = field(default_factory=Counter)
    translated: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def take(self, kind: str, english: str, spanish: str, where: str, terms: list[Term]) -> None:
        """Count one text and note what is wrong with its Spanish."""
        self.total[kind] += 1
        self.translated[kind] += bool(spanish.strip())
        self.problems += gate.pair_problems(english, spanish, where, terms)

    def lines(self) -> Iterator[str]:
        """The report, problems first."""
        yield from (str(problem) for problem in self.problems)
        for kind, total in self.total.items():
            yield f'{kind:<22} {self.translated[kind]} of {total} in Spanish'
        yield f'{len(self.problems)} problems' if self.problems else 'No problem found'


def sources_folder() -> Path:
    """The folder of the translation files that a person edits: beside the interviews in a checkout, else inside the package."""
    main = data_file(PACKAGE, 'data/questions/main.yml').resolve()
    beside = main.parent.parent / 'translations'
    return beside if beside.is_dir() else data_file(PACKAGE, SOURCES)


def spanish_words(path: Path) -> dict[str, str]:
    """The Spanish of a word file; no file gives nothing. Raises LawDataError when a phrase stands twice: docassemble would take none of the file."""
    if not path.is_file():
        return {}
    return {str(key): str(value) for key, value in ((read_yaml(path) or {}).get('es') or {}).items()}


@cache
def engine_words() -> frozenset[str]:
    """Every text that docassemble itself may draw, by its own list of words."""
    listed = yaml.safe_load(data_file('docassemble.base', 'data/sources/base-words.yml').read_text(encoding='utf-8'))
    return frozenset(str(key) for key in listed) | frozenset(spanish_words(data_file('docassemble.base', 'data/sources/es-words.yml')))


def update() -> int:
    """Write the translation file anew: keep what is translated, add what is new, drop what no screen says. Returns how many have no Spanish."""
    path = sources_folder() / 'es.xlf'
    if not path.is_file():
        xliff.write(path, [], {})  # docassemble stops at a translation file that is not there
    phrases, spanish = interview_phrases(), xliff.read(path)
    xliff.write(path, phrases, spanish)
    return sum(not spanish.get(phrase.text, '').strip() for phrase in phrases)


def coverage() -> Coverage:
    """Everything in both languages, compared."""
    folder, found = sources_folder(), Coverage()
    terms = gate.glossary(folder / 'glossary.yml')
    spanish, phrases = xliff.read(folder / 'es.xlf'), interview_phrases()
    for phrase in phrases:
        found.take('interview phrases', phrase.text, spanish.get(phrase.text, ''), f'{phrase.file} {phrase.block}', terms)
    known = {phrase.text for phrase in phrases}
    found.problems += [Problem('orphan', 'es.xlf', f'no screen says {gate.short(text)}') for text in spanish if text not in known]
    own, engine = spanish_words(folder / 'es-words.yml'), spanish_words(data_file('docassemble.base', 'data/sources/es-words.yml'))
    needed = words.own_words()
    for word in needed:
        found.take('words drawn by Python', word.text, own.get(word.text, engine.get(word.text, '')), word.file, terms)
    asked = {word.text for word in needed} | engine_words()
    found.problems += [Problem('orphan', 'es-words.yml', f'nothing draws {gate.short(text)}') for text in own if text not in asked]
    for name in DATA_FOLDERS:
        for path in sorted(data_file(PACKAGE, name).rglob('*.yml')):
            data = yaml.safe_load(path.read_text(encoding='utf-8'))
            for english, translated, where in gate.pairs_in(data, f'{name}/{path.name}'):
                found.take(name, english, translated, where, terms)
    return found
