"""Law data made for tests: two facts, one of them with a future version, an older source that differs and a day in its value."""
from datetime import date
from pathlib import Path

from docassemble.immdef_selfhelp.law.desk import texts
from docassemble.immdef_selfhelp.law.desk.report import LawState
from docassemble.immdef_selfhelp.law.desk.signoff import Signoff
from docassemble.immdef_selfhelp.law.provisions import dated

ON = date(2026, 11, 25)
DATA = """
provisions:
  - id: filing_fee
    citation: 8 U.S.C. 1802
    source: https://example.org/fees
    checked: 2026-11-24
    review_by: 2026-12-24
    confidence: partly_verified
    versions:
      - from: 2026-01-01
        value: 1000
        es: La solicitud cuesta ${value:,}.
        en: The form costs ${value:,}.
      - from: 2027-01-01
        value: 1050
        es: La solicitud cuesta ${value:,}.
        en: The form costs ${value:,}.
    also_reported:
      - value: 1020
        from: 2026-10-16
        source: https://example.org/notice
        confidence: unverified
  - id: edition
    citation: Form I-589
    source: General knowledge
    checked: 2026-10-01
    review_by: 2026-11-01
    confidence: unverified
    versions:
      - from: 2026-01-01
        value: {edition: 07/28/26, accepted_until: 2026-12-31, names: [uno, dos], old: true}
        es: Use la edición nueva.
        en: Use the new edition.
"""


def write(folder: Path, text: str = DATA, name: str = 'fees.yml') -> Path:
    """A data folder with this one file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding='utf-8')
    return folder


def state(folder: Path, *signoffs: Signoff, on: date = ON) -> LawState:
    """The law of a data folder."""
    facts = dated.read_folder(folder)
    return LawState(facts, texts.by_id(texts.provision_texts(facts)), {signoff.id: signoff for signoff in signoffs}, on)
