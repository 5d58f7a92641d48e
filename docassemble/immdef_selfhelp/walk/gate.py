"""The gate between the two languages: what a Spanish text must keep of its English, and what it must never say."""
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

# Names of languages, programs and papers that Spanish writes as English does.
SAME_IN_BOTH = frozenset({
    'no',
    'Mam', "K'iche'", "Q'anjob'al", "Q'eqchi'", 'Ixil', 'Miskito', 'Chuj', 'Akateko', "Popti'", 'Kaqchikel', 'Kichwa',
    'Quechua', 'Español', 'English', 'A000 000 000', 'No', 'PDF', 'WhatsApp',
    'Honduras', 'Guatemala', 'El Salvador', 'Nicaragua', 'Venezuela', 'Colombia', 'Ecuador', 'Cuba',
})
# Already in both languages: the screen on which the language is chosen.
BOTH_AT_ONCE = ' · '
FAMILIAR = re.compile(
    r'\b(tú|tu|tus|te|ti|contigo|tuyo|tuya|tuyos|tuyas|vos|eres|estás|tienes|puedes|quieres|debes|necesitas|sabes|haces|vas|dices|recuerdas|escribes|eliges|'
    r'prefieres|crees|temes|vives|vienes|sientes|hablas|lees|firmas|marcas|usas|llevas|das|podrás|tendrás|serás|estarás|irás|verás|has|hayas|puedas|'
    r'quieras|tengas|seas|estés|hagas|digas|escribas|haz|pon|ven|elige|dijiste|hiciste|fuiste|viste|tuviste|estuviste|llegaste|saliste|entraste|'
    r'pasaste|contaste|escribiste|firmaste|pediste|pagaste|viviste|sufriste|denunciaste|dejaste|cruzaste|viniste|sentiste|pudiste|quisiste|supiste|diste|'
    r'oíste|recibiste|marcaste|elegiste|guardaste|tomaste|hablaste)\b', re.IGNORECASE)


@dataclass(frozen=True)
class Problem:
    """One thing wrong, in a line that a translator can act on. `code` is stable."""
    code: str
    where: str
    text: str

    def __str__(self) -> str:
        return f'{self.code:<14} {self.where}: {self.text}'


@dataclass(frozen=True)
class Term:
    """One legal term: the English, the Spanish that may stand for it, and the Spanish that may not."""
    english: str
    spanish: tuple[str, ...]
    never: tuple[str, ...]


def glossary(path: Path) -> list[Term]:
    """The terms of `glossary.yml`."""
    return [Term(str(entry['en']), tuple(entry['es']), tuple(entry.get('never') or ())) for entry in yaml.safe_load(path.read_text(encoding='utf-8'))]


def short(text: str, limit: int = 90) -> str:
    """A phrase on one line, cut for a message."""
    line = ' '.join(text.split())
    return f'"{line}"' if len(line) <= limit else f'"{line[:limit].rstrip()}…"'


def code_of(text: str) -> tuple[list[str], Counter[str]]:
    """The program code in a phrase: its control lines in order, and its `${...}` expressions in any order."""
    from docassemble_mako.lexer import Lexer
    from docassemble_mako.parsetree import ControlLine, Expression

    def nodes(children: Iterable[Any]) -> Iterable[Any]:
        for node in children:
            yield node
            yield from nodes(getattr(node, 'nodes', ()))

    found = list(nodes(Lexer(text).parse().nodes)) if re.search(r'\$\{|^\s*%|<%', text, re.MULTILINE) else []
    lines = [' '.join(node.text.split()) for node in found if isinstance(node, ControlLine)]
    return list(dict.fromkeys(lines)), Counter(' '.join(node.text.split()) for node in found if isinstance(node, Expression))


def term_pattern(term: str) -> re.Pattern[str]:
    """A term as a whole word in either number."""
    pieces = []
    for part in term.split():
        stem, plural = (part[:-1], '(?:z|ces)') if part.endswith('z') else (part[:-2], '(?:ón|ones)') if part.endswith('ón') else (part, '(?:s|es)?')
        pieces.append(re.escape(stem) + plural)
    return re.compile(rf'(?<!\w){r"\s+".join(pieces)}(?!\w)', re.IGNORECASE)


def pair_problems(english: str, spanish: str, where: str, terms: Iterable[Term]) -> list[Problem]:
    """What is wrong with the Spanish of one text."""
    if not spanish.strip():
        return [Problem('untranslated', where, short(english))]
    problems = []
    allowed = english.strip() in SAME_IN_BOTH or BOTH_AT_ONCE in english or not re.search(r'[^\W\d_]{2}', prose(english))
    if english.strip() == spanish.strip() and not allowed:
        problems.append(Problem('same', where, f'{short(english)} is left in English'))
    if code_of(english) != code_of(spanish):
        problems.append(Problem('code', where, f'the ${{...}} or % code differs in {short(spanish)}'))
    problems += [Problem('familiar', where, f'"{found}" in {short(spanish)}: we say usted') for found in familiar_words(prose(spanish))]
    for term in terms:
        if term_pattern(term.english).search(prose(english)) and not any(term_pattern(word).search(spanish) for word in term.spanish):
            problems.append(Problem('glossary', where, f'"{term.english}" is not {" or ".join(term.spanish)} in {short(spanish)}'))
        problems += [Problem('glossary', where, f'"{word}" must not stand in {short(spanish)}')
                     for word in term.never if term_pattern(word).search(spanish)]
    return problems


def prose(text: str) -> str:
    """A phrase without its program code, places for values, addresses and HTML tags."""
    return re.sub(r'\$\{.*?\}|\{\w*\}|^[ \t]*%[^\n]*|<[^>]*>|\]\([^)]*\)', ' ', text, flags=re.MULTILINE | re.DOTALL)


def familiar_words(spanish: str) -> list[str]:
    """The words that say `tú` or `vos` to the reader."""
    return [match.group(0) for match in FAMILIAR.finditer(spanish)]


def pairs_in(value: Any, where: str) -> Iterable[tuple[str, str, str]]:
    """Every text in both languages in a data file: English, Spanish and where it stands."""
    if isinstance(value, Mapping):
        if isinstance(value.get('en'), str) or isinstance(value.get('es'), str):
            yield str(value.get('en') or ''), str(value.get('es') or ''), where
        for key, item in value.items():
            yield from pairs_in(item, f'{where}: {key}' if ':' not in where else f'{where}.{key}')
    elif isinstance(value, list):
        for number, item in enumerate(value):
            name = item.get('id', number) if isinstance(item, Mapping) else number
            yield from pairs_in(item, f'{where}: {name}' if ':' not in where else f'{where}.{name}')
