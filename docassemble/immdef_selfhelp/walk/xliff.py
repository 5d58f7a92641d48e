"""The translation file in XLIFF 1.2, as docassemble 1.10.13 reads it and translators' tools open it."""
import hashlib
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from docassemble.immdef_selfhelp.names import INTERVIEW
from docassemble.immdef_selfhelp.walk.phrases import Phrase

NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2'
SPACE = '{http://www.w3.org/XML/1998/namespace}space'


def read(path: Path) -> dict[str, str]:
    """English to Spanish of every unit of an XLIFF 1.2 file; a unit not yet translated gives an empty string. No file gives nothing."""
    if not path.is_file():
        return {}
    units = ElementTree.parse(path).getroot().iter(f'{{{NAMESPACE}}}trans-unit')  # noqa: S314  (our own file)
    return {text_of(unit, 'source'): text_of(unit, 'target') for unit in units}


def text_of(unit: ElementTree.Element, name: str) -> str:
    """The text of a unit's source or target, with the text inside protected marks."""
    element = unit.find(f'{{{NAMESPACE}}}{name}')
    return '' if element is None else ''.join(element.itertext())


def write(path: Path, phrases: Iterable[Phrase], spanish: dict[str, str]) -> None:
    """Write the phrases in their order, with the Spanish that exists; white space is kept exactly.

    A unit's id is a digest of its English, so that a change of one phrase changes one unit. The note says where it stands.
    """
    ElementTree.register_namespace('', NAMESPACE)
    root = ElementTree.Element(f'{{{NAMESPACE}}}xliff', {'version': '1.2'})
    attributes = {'original': INTERVIEW, 'source-language': 'en', 'target-language': 'es', 'datatype': 'plaintext', SPACE: 'preserve'}
    body = ElementTree.SubElement(ElementTree.SubElement(root, f'{{{NAMESPACE}}}file', attributes), f'{{{NAMESPACE}}}body')
    for phrase in phrases:
        digest = hashlib.sha256(phrase.text.encode()).hexdigest()[:12]
        unit = ElementTree.SubElement(body, f'{{{NAMESPACE}}}trans-unit', {'id': digest, SPACE: 'preserve'})
        ElementTree.SubElement(unit, f'{{{NAMESPACE}}}source').text = phrase.text
        ElementTree.SubElement(unit, f'{{{NAMESPACE}}}target').text = spanish.get(phrase.text, '')
        ElementTree.SubElement(unit, f'{{{NAMESPACE}}}note').text = f'{phrase.file}: {phrase.block}'
    ElementTree.indent(root)
    path.write_text("<?xml version='1.0' encoding='utf-8'?>\n" + ElementTree.tostring(root, encoding='unicode') + '\n', encoding='utf-8')
