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
REFUSED_OF: Mapping[str, str] = MappingProxyType({'i-765': 'i765_edition_refused'})
"""What names editions that were published and are not accepted, of a form that has any."""
SUPERSEDED, NEWER, REFUSED, NOT_COMPARED, COMPARED_LONG_AGO = 'superseded', 'newer', 'refused', 'not_compared', 'compared_long_ago'
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


def refused_id(form: str, on: date) -> str:
    """The provision that names the refused editions of a form on this day; empty when none is known."""
    known = REFUSED_OF.get(form, '')
    return known if known and dated.provision(known).versions[0].from_ <= on else ''


def refused(form: str, on: date) -> frozenset[date]:
    """The editions that are not accepted on this day, whatever their own date. Raises LawDataError for one that is no edition."""
    named = refused_id(form, on)
    return frozenset(edition_of(str(one)) for one in dated.value(named, on)) if named else frozenset()


def why_not_final(form: str, edition: date, on: date, compared: date | None) -> str:
    """Why a PDF of this edition may not be called final on this day; empty when it may.

    `compared` is the day on which somebody saw this very edition on the official page. Raises as `accepted`.
    """
    current = accepted(form, on)
    if edition != current:
        if edition in refused(form, on):
            return REFUSED
        return SUPERSEDED if edition < current else NEWER
    if compared is None or compared > on:
        return NOT_COMPARED
    return COMPARED_LONG_AGO if (on - compared).days > COMPARED_FOR else ''


def about_edition(form: str, on: date) -> Mapping[str, str]:
    """What the law data says of the edition on this day, with the official address, and of editions that are refused, in every language."""
    named = [one for one in (PROVISION_OF[form], refused_id(form, on)) if one]
    return MappingProxyType({language: ' '.join(dated.sentence_with_note(one, language, on) for one in named) for language in LANGUAGES})
