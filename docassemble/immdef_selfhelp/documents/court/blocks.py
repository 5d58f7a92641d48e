"""The blocks of which the pages of a court paper are made. One Word template draws them all, so every paper of the filing looks the same."""
from collections.abc import Iterable

from docassemble.immdef_selfhelp.documents.making.parts import Context

BLANK = '_' * 30


def block(kind: str, text: str = '', **more: object) -> Context:
    """A block with every key the template looks at."""
    return {'kind': kind, 'text': text, 'label': '', 'rows': [], **more}


def head(text: str) -> Context:
    """A heading."""
    return block('head', text)


def text(words: str) -> Context:
    """A paragraph."""
    return block('text', words)


def point(words: str) -> Context:
    """A point of a list."""
    return block('point', words)


def box(words: str) -> Context:
    """Something said loudly, in a frame."""
    return block('box', words)


def small(words: str) -> Context:
    """A remark in small letters."""
    return block('small', words)


def lines(count: int) -> list[Context]:
    """Empty lines to write on."""
    return [block('line') for _ in range(count)]


def pairs(rows: Iterable[tuple[str, str]]) -> Context:
    """A table of what is asked and what was told; what was not told is empty, to be written by hand."""
    return block('pairs', rows=[{'label': label, 'value': value} for label, value in rows])


def fields(*labels: str) -> list[Context]:
    """Lines with a label before them: date, printed name, signature. By hand."""
    return [block('field', label=label) for label in labels]


def page_head(text: str) -> Context:
    """A heading that begins a page."""
    return block('page', text)
