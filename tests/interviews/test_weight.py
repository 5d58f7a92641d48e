"""What the longest screens cost on a prepaid line; the real server's part (page frame, headers, files) is in tests/server/test_weight.py."""
import re

import brotli
import pytest
from interviews.edited import open_link
from interviews.walks import CASES, session_as_walked, walked_with_pages

from docassemble.immdef_selfhelp.server.run.settings import PAGE_LEVEL

# 12 kB for a later screen, less the bar at the top, docassemble's empty help and chat, and the headers.
QUESTION = 12_000 - 3_500
# The one screen with every answer of a family, each with its own link.
WHOLE_REVIEW = QUESTION + 1_000


@pytest.mark.parametrize('language', ['es', 'en'])
@pytest.mark.parametrize('name', CASES)
def test_no_later_screen_is_heavy(name: str, language: str) -> None:
    for page in walked_with_pages(name, language)[1].pages:
        weight = len(brotli.compress(page.encode(), quality=PAGE_LEVEL))
        limit = WHOLE_REVIEW if 'everything_reviewed' in page else QUESTION
        assert weight < limit, re.findall('<h1[^>]*>(.*?)</h1>', page)


@pytest.mark.parametrize('name', ['09_july_protester_released', '24_two_adults_two_forms'])
def test_what_was_told_for_the_form_has_a_page_of_its_own_that_is_not_heavy(name: str) -> None:
    session = session_as_walked(name, 'es')
    for link in ('my_answers', 'my_forms'):
        open_link(session, link)
        assert session.screen is not None and session.screen.id == link
        assert len(brotli.compress(session.pages[-1].encode(), quality=PAGE_LEVEL)) < QUESTION, link
