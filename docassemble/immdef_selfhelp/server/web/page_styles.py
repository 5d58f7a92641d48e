"""A style sheet without the rules for what no page can hold, made from the file that docassemble installs.

A page holds a class or an id only if its name stands somewhere: in what docassemble draws pages with, in the scripts that change them, or in this
package. A rule goes when a name in its selector stands nowhere. Nothing is listed by hand, so a new screen needs no change here;
tests/browser/test_access.py holds every screen against docassemble's whole style sheets.
"""
import importlib.resources
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2

PACKAGE = Path(__file__).parents[2]
# What draws a page and what changes one: docassemble's code of the base and of the interview, its frame, its own script, and its form checker.
DRAWING = {'docassemble.base': ('standardformatter.py', 'filter/html.py', 'functions.py', 'util.py'),
           'docassemble.webapp': ('config.py', 'errors.py', 'interview/views.py', 'interview/helpers.py', 'utils/helpers.py',
                                  'templates/base_templates/base.html', 'static/app/app.js', 'static/app/jquery.validate.js')}
OURS = frozenset({'.py', '.yml', '.js', '.html'})
NAME = re.compile(r'[A-Za-z_][\w-]*')
# docassemble puts the names of these together: `btn-` with a colour, `col-md-` with a number.
PUT_TOGETHER = re.compile(r'(?:btn|btn-outline|bg|text|alert|col|col-[a-z]+|offset-[a-z]+)-(\w+)')
NESTED = frozenset({'media', 'supports', 'layer'})


def drawing_files() -> Iterator[Path]:
    """The files that name the classes of a page. Whoever reads one that docassemble no longer has gets FileNotFoundError."""
    for package, names in DRAWING.items():
        yield from (Path(str(importlib.resources.files(package))) / name for name in names)
    yield from sorted(file for file in PACKAGE.rglob('*') if file.suffix in OURS)


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Every word that can be the name of a class or an id."""
    return frozenset(name for text in texts for name in NAME.findall(text))


def is_held(name: str, names: frozenset[str]) -> bool:
    """Whether a page can hold this class or id."""
    together = PUT_TOGETHER.fullmatch(name)
    return name in names or bool(together and (together[1].isdigit() or together[1] in names))


def asked_names(selector: list[Any]) -> Iterator[str]:
    """The classes and ids that an element needs for this selector; what stands in `:not(...)` it must not have."""
    before = None
    for token in selector:
        if token.type == 'hash' or (token.type == 'ident' and before == '.'):
            yield token.value
        elif token.type == '() block' or (token.type == 'function' and token.lower_name != 'not'):
            yield from asked_names(token.content if token.type == '() block' else token.arguments)
        before = token.value if token.type == 'literal' else None


def selectors(prelude: list[Any]) -> Iterator[list[Any]]:
    """The selectors of a rule, one by one."""
    one: list[Any] = []
    for token in prelude:
        if token.type == 'literal' and token.value == ',':
            yield one
            one = []
        else:
            one.append(token)
    yield one


def without_unused(rules: list[Any], names: frozenset[str]) -> str:
    """The rules that apply to something, as text."""
    kept = []
    for rule in rules:
        if rule.type == 'qualified-rule':
            held = [one for one in selectors(rule.prelude) if all(is_held(name, names) for name in asked_names(one))]
            head, inside = ','.join(tinycss2.serialize(one).strip() for one in held), tinycss2.serialize(rule.content).strip()
        elif rule.type == 'at-rule' and rule.lower_at_keyword in NESTED and rule.content is not None:
            head = f'@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}'
            inside = without_unused(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), names)
        else:
            kept.append(rule.serialize())
            continue
        if head and inside:
            kept.append(f'{head}{{{inside}}}')
    return ''.join(kept)


def smaller(sheet: str, names: frozenset[str]) -> str:
    """The style sheet without what no page can hold."""
    return without_unused(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), names)
