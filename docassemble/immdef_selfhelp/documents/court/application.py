"""How the asylum application (Form I-589) comes into a filing: the one door through which whoever makes the form hands it in.

A confirmed edition is part of the packet. Anything else is a worksheet, marked not for filing: it lies beside the packet, and the form that the
family fills in by hand has its place kept.
"""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from docassemble.immdef_selfhelp.story.case import Case


@dataclass(frozen=True)
class ApplicationFile:
    """The form as PDF. `final`: made on an edition that was confirmed, so it may be filed; otherwise `pdf` is the worksheet. `keep`: the form that
    can still be filled in."""
    pdf: bytes
    final: bool
    keep: bytes = b''


MakeApplication = Callable[[Case, str, date], ApplicationFile | None]
"""Case, key of the person, day. None when nothing was told for the form."""
