"""Which edition of a form the office takes on a day, and whether a filled PDF of another one may be called final: it may not.

An old edition is rejected, and a family loses weeks with it. So a PDF is final only when its edition is the one of the law data on that day and
somebody has compared it with the official page not long ago. In any other case the family gets the worksheet, to copy into the right form by hand.
"""
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.strict import LawDataError
from docassemble.immdef_selfhelp.names import LANGUAGES

PROVISION_OF: Mapping[str, str] = MappingProxyType(
    {'i-589': 'i589_edition', 'eoir-33-ic': 'eoir33_edition', 'i-765': 'i765_edition', 'eoir-59': 'eoir59_edition'})
SUPERSEDED, NEWER, NOT_COMPARED, COMPARED_LONG_AGO = 'superseded', 'newer', 'not_compared', 'compared_long_ago'
COMPARED_FOR = 60
"""Days for which a look at the official page counts: the choice of this program, no rule of an office."""
WRITTEN = ('%m/%d/%y', '%m/%Y')


def edition_of(text: str) -> date:
    """An edition as it is printed on a form, 07/28/26 or 02/2026 (its first day). Raises LawDataError."""
    for shape in WRITTEN:
        try:
            return datetime.strptime(text, shape).date()
        except ValueError:
            continue
    raise LawDataError(f'{text!r} is no edition: write 07/28/26 or 02/2026')


def edition_text(form: str, edition: date) -> str:
    """An edition as the form itself prints it. Raises KeyError for an unknown form."""
    return edition.strftime('%m/%d/%y' if form.startswith('i-') else '%m/%Y')


def accepted(form: str, on: date) -> date:
    """The edition the law data names on this day. Raises KeyError for a form it does not know, LookupError for a day before its first version."""
    return edition_of(str(dated.value(PROVISION_OF[form], on)))


def why_not_final(form: str, edition: date, on: date, compared: date | None) -> str:
    """Why a PDF of this edition may not be called final on this day; empty when it may.

    `compared` is the day on which somebody saw this very edition on the official page. Raises as `accepted`.
    """
    current = accepted(form, on)
    if edition != current:
        return SUPERSEDED if edition < current else NEWER
    if compared is None or compared > on:
        return NOT_COMPARED
    return COMPARED_LONG_AGO if (on - compared).days > COMPARED_FOR else ''


def about_edition(form: str, on: date) -> Mapping[str, str]:
    """What the law data says of the edition on this day, with the official address, in every language."""
    return MappingProxyType({language: dated.sentence_with_note(PROVISION_OF[form], language, on) for language in LANGUAGES})
