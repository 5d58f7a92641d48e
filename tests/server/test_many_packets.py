"""Families that ask for their whole packet in the same moment: each gets its own, none is refused (30 of them: `make bench ARGS=packets`)."""
import shutil

import pytest
from benches.many_packets import all_at_once
from server.live import LiveServer
from server.walked import steps_of

FAMILIES = 6


@pytest.mark.server
@pytest.mark.skipif(not (shutil.which('soffice') or shutil.which('libreoffice')), reason='LibreOffice is not installed')
def test_nobody_is_refused_when_several_families_ask_for_their_packet_at_once(server: LiveServer) -> None:
    alone = {'task': 'court_case', 'family': [], 'filing': {'what': ['application'], 'helper': 'nobody', 'log': []}}
    found = all_at_once(server.url, steps_of('16_spouses_taken_apart', **alone), FAMILIES)
    assert found.refused == [] and len(found.seconds) == FAMILIES
    assert found.meanwhile, 'another family came meanwhile'
