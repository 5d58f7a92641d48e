"""What was told of custody and the story are erased apart, and with a person goes what was told of this person alone."""
from typing import Any

import pytest
from interviews.edited import kinds_of_paper
from interviews.walks import session_at_papers, typed_texts

from docassemble.immdef_selfhelp.walk.outcome import papers_of
from docassemble.immdef_selfhelp.walk.session import Session

MOTHER = '16_spouses_taken_apart'
OURS = ('custody_declaration', 'custody_log', 'monitoring_counts')


def texts(session: Session) -> dict[str, str]:
    """The papers there are now, by document."""
    kinds_of_paper(session)
    return {paper.document: paper.text for paper in papers_of(session)}


def test_erasing_custody_leaves_the_story() -> None:
    session = session_at_papers(MOTHER)
    before = session.answers()
    session.act('ask_remove_whole', what='custody')
    assert session.screen is not None and session.screen.id == 'ask_remove_whole'
    session.act('erase_whole', what='custody')
    after = session.answers()
    assert not after.get('custody') and after['tellings'] == before['tellings']
    found = texts(session)
    assert not {*OURS, 'habeas_facts'} & set(found) and 'declaration' in found
    letters = set(typed_texts(after['advocacy']))  # where somebody is held was confirmed there too, and stays
    told = [text for text in typed_texts(before['custody']) if len(text) > 20 and text not in letters]
    assert told and not [text for text in told if any(text in paper for paper in found.values())]


def test_erasing_the_story_leaves_custody() -> None:
    session = session_at_papers(MOTHER)
    before = session.answers()
    session.act('erase_whole', what='story')
    after = session.answers()
    assert after['custody'] == before['custody'] and after['tellings'] == []
    found = texts(session)
    assert {'custody_declaration', 'custody_log', 'habeas_facts'} <= set(found)
    assert not {'declaration', 'credible_fear_sheet'} & set(found)
    told = [text for text in typed_texts(before['tellings']) if len(text) > 20]
    assert told and not [text for text in told if any(text in paper for paper in found.values())]


@pytest.mark.parametrize('what', ['family', '', None, ['custody'], 'applicant'])
def test_another_name_in_the_address_erases_nothing(what: Any) -> None:
    session = session_at_papers(MOTHER)
    before = session.answers()
    session.act('erase_whole', what=what)
    assert session.answers() == before


def test_with_a_person_goes_that_this_person_is_held_and_not_what_another_told() -> None:
    session = session_at_papers(MOTHER)
    session.act('remove', list='family', number=0, of=2)
    told = session.answers()['custody']
    assert not told.get('held') and told['person'] == 'applicant' and told['free']
    assert 'habeas_facts' not in kinds_of_paper(session)
