"""QR codes as drawings in a page: with the quiet zone of four that scanners want (ISO/IEC 18004), nothing fetched."""
import io

import qrcode
from qrcode.image.svg import SvgPathImage

QUIET_ZONE = 4


def drawing(text: str, *, on_paper: bool = False) -> str:
    """The code as SVG. On paper it can lose more and still be read: folds, dirt, a poor printer."""
    level = qrcode.ERROR_CORRECT_Q if on_paper else qrcode.ERROR_CORRECT_M
    code = qrcode.QRCode(border=QUIET_ZONE, error_correction=level, image_factory=SvgPathImage)
    code.add_data(text)
    out = io.BytesIO()
    code.make_image().save(out)
    svg = out.getvalue().decode()
    return svg[svg.index('<svg'):]
