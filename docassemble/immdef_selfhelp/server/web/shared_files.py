"""The scripts and styles of every page, gathered into one folder of the data folder and compressed there once, when they have changed.

docassemble sends them uncompressed, 1.2 MB. Its script comes in two parts (`page_scripts`), its style sheets without the rules for what no page holds
(`page_styles`); its icon script, another 1.6 MB, and the picture of its chat are sent empty, as no screen shows them.
The folder mirrors the addresses: `static/app/bundle.css` is what `/static/app/bundle.css` answers, and `bundle.css.br` beside it what a phone gets.
Compressed by WhiteNoise (https://whitenoise.readthedocs.io/), which serves them too.
"""
import hashlib
import importlib.metadata
import importlib.resources
import shutil
from collections.abc import Iterator
from pathlib import Path

from whitenoise.compress import Compressor

from docassemble.immdef_selfhelp.names import PACKAGE
from docassemble.immdef_selfhelp.server.web import page_scripts, page_styles

STYLES = ('app/bundle.css', 'bootstrap/css/bootstrap.min.css')
EMPTY = ('fontawesome/js/all.min.js', 'app/chat.ico', 'bootstrap-fileinput/js/locales/es.js')
MARK = 'contents'
OURS = Path(__file__).parents[2] / 'data' / 'static'
STAND_INS = 'stand_ins.js'


def static_folder() -> Path:
    """Where docassemble's own scripts and styles are installed."""
    return Path(str(importlib.resources.files('docassemble.webapp'))) / 'static'


def files_made_of() -> Iterator[Path]:
    """Everything that what is served is made of, the code that makes it too. Of docassemble only what is read here."""
    static = static_folder()
    yield from (static / name for name in (*STYLES, *page_scripts.USED, page_scripts.RUN_BY, *page_scripts.LEFT_OUT))
    yield from page_styles.drawing_files()
    yield from sorted(OURS.iterdir())


def sources() -> Iterator[tuple[str, bytes]]:
    """Each file by its address without the first slash, and what it holds. Raises FileNotFoundError when docassemble no longer has one of them."""
    static = static_folder()
    names = page_styles.names_in(file.read_text(encoding='utf-8') for file in page_styles.drawing_files())
    for name in STYLES:
        yield f'static/{name}', page_styles.smaller((static / name).read_text(encoding='utf-8'), names).encode()
    yield 'static/app/bundle.min.js', page_scripts.bundle(static, (OURS / STAND_INS).read_bytes())
    yield 'static/app/left_out.js', page_scripts.left_out(static)
    for name in EMPTY:
        yield f'static/{name}', b''
    for file in sorted(OURS.iterdir()):
        if file.name != STAND_INS:
            yield f'packagestatic/{PACKAGE}/{file.name}', file.read_bytes()


def digest() -> str:
    """A short sum of all that they are made of."""
    summed = hashlib.sha256()
    for file in files_made_of():
        summed.update(file.name.encode() + b'\0' + file.read_bytes() + b'\0')
    return summed.hexdigest()[:12]


def version() -> str:
    """The version of this package as it stands in the addresses of its files: another one as soon as a file is another, even without a release."""
    return f'{importlib.metadata.version(PACKAGE)}+{digest()}'


def served(data: Path) -> Path:
    """What is served at `/`, inside a data folder."""
    return data / 'static' / 'files'


def gather(data: Path) -> None:
    """Bring the folder to what is installed: three seconds of compressing after a change, nothing otherwise."""
    folder = data / 'static'
    mark, wanted = folder / MARK, digest()
    if mark.exists() and mark.read_text(encoding='utf-8') == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    compressor = Compressor(quiet=True)
    for address, content in sources():
        file = served(data) / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        if compressor.should_compress(file.name):
            compressor.compress(str(file))
    mark.write_text(wanted, encoding='utf-8')
