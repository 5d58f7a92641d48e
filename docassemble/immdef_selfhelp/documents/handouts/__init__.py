"""Every handout, in the order shown. This is the only list of them."""
from docassemble.immdef_selfhelp.documents.handouts import rights_sheet, wallet_card
from docassemble.immdef_selfhelp.documents.making.handout import Handout

HANDOUTS: tuple[Handout, ...] = (wallet_card.HANDOUT, *rights_sheet.HANDOUTS)


def handout(handout_id: str) -> Handout | None:
    """The handout with this id, or None."""
    return next((one for one in HANDOUTS if one.id == handout_id), None)


__all__ = ['HANDOUTS', 'Handout', 'handout']
