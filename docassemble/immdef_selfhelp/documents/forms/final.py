"""Why a form is not filled as a final PDF, said to the family: they get the worksheet, and copy it into the right edition by hand."""
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from docassemble.immdef_selfhelp.documents.forms.map import read_map
from docassemble.immdef_selfhelp.law.provisions.editions import (
    COMPARED_LONG_AGO,
    NEWER,
    NOT_COMPARED,
    REFUSED,
    SUPERSEDED,
    about_edition,
    edition_text,
    why_not_final,
)
from docassemble.immdef_selfhelp.names import LANGUAGES

NO_BLANK = 'no_blank'
REASONS: Mapping[str, Mapping[str, str]] = MappingProxyType({
    NO_BLANK: {
        'es': 'Este programa no tiene el formulario en blanco que vale hoy.', 'en': 'This program does not have the blank form that is valid today.'},
    SUPERSEDED: {
        'es': 'El formulario que tiene este programa es de una edición vieja: {edition}.',
        'en': 'The form this program has is an old edition: {edition}.'},
    NEWER: {
        'es': 'El formulario que tiene este programa es más nuevo que sus datos: {edition}.',
        'en': 'The form this program has is newer than its data: {edition}.'},
    REFUSED: {
        'es': 'El formulario que tiene este programa es de una edición que no se acepta: {edition}.',
        'en': 'The form this program has is an edition that is not accepted: {edition}.'},
    NOT_COMPARED: {
        'es': 'Nadie ha comparado esta edición con la página oficial: {edition}.',
        'en': 'Nobody has compared this edition with the official page: {edition}.'},
    COMPARED_LONG_AGO: {
        'es': 'Esta edición se comparó con la página oficial hace mucho: {edition}.',
        'en': 'This edition was compared with the official page long ago: {edition}.'},
})
INSTEAD: Mapping[str, str] = MappingProxyType({
    'es': 'Use la hoja de trabajo. Copie cada respuesta en el formulario de {address}.',
    'en': 'Use the worksheet. Copy each answer into the form from {address}.'})


def refusal(form: str, edition: date | None, on: date, compared: date | None = None) -> Mapping[str, str] | None:
    """Why this form is not filled as final on this day, what the law data says of its edition, and what to do instead, in every language.

    `edition` is that of the blank at hand, None when there is none. None when it may be filled. Raises LookupError for an unknown form.
    """
    reason = why_not_final(form, edition, on, compared) if edition else NO_BLANK
    if not reason:
        return None
    shown = edition_text(form, edition) if edition else ''
    return MappingProxyType({language: f'{REASONS[reason][language].format(edition=shown)} {official_address(form, language, on)}'
                             for language in LANGUAGES})


def official_address(form: str, language: str, on: date) -> str:
    """What the law data says of the edition on this day, and where the official form is. Raises LookupError for an unknown form."""
    address = read_map(form).address.removeprefix('https://').removeprefix('www.')
    return f'{about_edition(form, on)[language]} {INSTEAD[language].format(address=address)}'
