"""Telephones and addresses of the legal help can be tapped, and nothing else becomes a link."""
import re

import pytest
from bs4 import BeautifulSoup
from interviews.walks import CASES, LANGUAGES, walked


@pytest.mark.parametrize(('sentence', 'link'), [
    ('Línea de la corte: 1-800-898-7180, a toda hora', 'href="tel:18008987180">1-800-898-7180</a>,'),
    ('la Línea de la Vida, 800 911 2000.', 'href="tel:8009112000">800 911 2000</a>.'),
    ('llamar gratis al 988 y marcar 2', 'href="tel:988">988</a> y'),
    ('Página: immdef.org/crossborder. Pueden',
     'href="https://immdef.org/crossborder" target="_blank" rel="noopener noreferrer">immdef.org/crossborder</a>. '),
    ('sin cobrar: justice.gov/eoir/list-pro-bono-legal-service-providers. No', '>justice.gov/eoir/list-pro-bono-legal-service-providers</a>. No'),
])
def test_a_number_or_an_address_is_a_link(sentence: str, link: str) -> None:
    from docassemble.immdef_selfhelp.interview.legal import can_be_tapped
    assert link in can_be_tapped(sentence) and can_be_tapped(sentence).count('<a ') == 1


@pytest.mark.parametrize('sentence', ['8 CFR 208.30(d)', 'desde 2026-11-28', 'El 24 de diciembre de 2026 hay 9885 casos.'])
def test_nothing_else_is(sentence: str) -> None:
    from docassemble.immdef_selfhelp.interview.legal import can_be_tapped
    assert can_be_tapped(sentence) == sentence


def test_numbers_in_a_finding_are_links_and_a_typed_address_is_not() -> None:
    from docassemble.immdef_selfhelp.interview.legal import told_and_dialled
    shown = told_and_dialled('Según sus respuestas: malo.com <b>Ana</b>. Llame al 1-800-898-7180.')
    assert 'href="tel:18008987180">1-800-898-7180</a>' in shown
    assert shown.count('<a ') == 1 and '<b>' not in shown


@pytest.mark.parametrize('language', LANGUAGES)
def test_every_telephone_on_my_situation_can_be_tapped(language: str) -> None:
    numbers = 0
    for name in CASES:
        for step in walked(name, language).steps:
            if step.screen.id in ('my_situation', 'stop_and_ask'):
                page = BeautifulSoup(step.screen.subquestion, 'html.parser')
                numbers += len(page.find_all('a', href=re.compile('^tel:')))
                for link in page.find_all('a'):
                    link.decompose()
                assert not re.search(r'\d{3}-\d{3}-\d{4}', page.get_text()), (name, step.screen.id)
    assert numbers
