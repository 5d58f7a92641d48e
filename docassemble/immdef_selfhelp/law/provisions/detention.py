"""The places of ICE in the law's data: those whose address it holds, and those whose federal court it knows."""
from collections.abc import Mapping
from functools import cache

from docassemble.immdef_selfhelp.law.provisions import dated

FEDERAL_COURTS = 'habeas_socal'


@cache
def facilities() -> tuple[str, ...]:
    """Every place of ICE whose address was ever in `detention_centers.yml`: an answer of an old session may name it. Raises LawDataError."""
    return tuple(place.id for place in dated.provisions_of('detention_centers')
                 if any(isinstance(version.value, Mapping) and version.value.get('kind') == 'detention' for version in place.versions))


@cache
def centers() -> tuple[str, ...]:
    """Every place of ICE whose federal court was ever in the data, in the data's order. Source: provision `habeas_socal`. Raises LawDataError."""
    return tuple(dict.fromkeys(code for version in dated.provision(FEDERAL_COURTS).versions for code in version.value))
