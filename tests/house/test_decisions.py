"""Every decision in `docs/adr` has one shape: a number of its own, a title, a day, why, and what was chosen."""
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / 'docs' / 'adr'
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
