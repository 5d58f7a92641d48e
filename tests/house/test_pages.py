"""What is written about the house: every file it names is there, and every decision in `docs/adr` has one shape."""
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from house.walls import PACKAGE, ROOT

FOLDER = ROOT / 'docs' / 'adr'
PAGES = sorted(path.name for path in FOLDER.glob('*.md'))
SHAPE = re.compile(r'# (\d{3})\. [A-Z][^\n]+\n\nDate: \d{4}-\d\d-\d\d\n\n\*\*Context\.\*\* .+?\n\n\*\*Choice\b', re.DOTALL)


def wrong_with(name: str, text: str) -> str:
    """What is wrong with the shape of a page; empty when it is right."""
    found = SHAPE.match(text)
    if not found:
        return 'not "# 001. Title", "Date: ...", "**Context.**", "**Choice.**"'
    return '' if name.startswith(f'{found.group(1)}-') and '\n## ' not in text else 'another number in its title, or headings of its own'


@pytest.mark.parametrize('name', PAGES)
def test_a_decision_has_the_one_shape(name: str) -> None:
    assert wrong_with(name, (FOLDER / name).read_text(encoding='utf-8')) == ''


def test_numbers_are_given_once_and_another_shape_is_seen() -> None:
    assert len({name[:3] for name in PAGES}) == len(PAGES)
    good = '# 001. A house\n\nDate: 2026-11-24\n\n**Context.** Law.\n\n**Choice.** Rooms.\n'
    assert wrong_with('001-a.md', good) == ''
    assert all(wrong_with(name, text) for name, text in (
        ('002-a.md', good), ('001-a.md', good.replace('Date: ', '')), ('001-a.md', good.replace('**Choice.**', '## Choice'))))


WRITTEN = [path for path in (*ROOT.glob('*.md'), *ROOT.glob('docs/**/*.md'), *ROOT.glob('tests/**/*.md')) if path.name != 'CHANGELOG.md']
FROM = (ROOT, PACKAGE, ROOT / 'docs', ROOT / 'tests', *(PACKAGE / name for name in ('law', 'law/data', 'story', 'documents', 'interview')))
NAMED = re.compile(r'`([\w.*-]+/[\w./*-]*?(?:\.(?:py|yml|md|xlf|docx|csv|js|css|json)|/))`')
# Made when something runs; an example that nobody has made; what was not done, or is told of an earlier day
NOT_THERE = {'.python/', 'artifacts/', 'interviews/tasks/court_day.yml', 'docassemble/immdef_selfhelp/interview/tasks/court_day.py',
             'templates/NAME_es.docx', 'interviews/workshop.yml', 'law/countries.py'}


def not_there(text: str, beside: Path) -> Iterator[str]:
    """The files and folders that a text names and that are nowhere."""
    for name in NAMED.findall(text):
        if name not in NOT_THERE and not any(next(base.glob(name.rstrip('/')), None) for base in (*FROM, beside)):
            yield name


@pytest.mark.parametrize('page', WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    assert list(not_there(page.read_text(encoding='utf-8'), page.parent)) == []


def test_a_name_that_is_gone_is_seen() -> None:
    assert list(not_there('See `law/facts/facts.py`, `tests/house/` and `law/old_facts.py`.', ROOT)) == ['law/old_facts.py']
