"""The scripts and styles of every page, gathered into one folder of the data folder and compressed there once, when they have changed.

docassemble sends them uncompressed, 1.2 MB; its icon script, another 1.6 MB, and the picture of its chat are sent empty, as no screen shows them.
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

PACKAGE = 'docassemble.immdef_selfhelp'
DOCASSEMBLES = ('app/bundle.css', 'app/bundle.min.js', 'bootstrap/css/bootstrap.min.css', 'bootstrap-fileinput/js/locales/es.js')
EMPTY = ('fontawesome/js/all.min.js', 'app/chat.ico')
MARK = 'contents'
OURS = Path(__file__).parents[2] / 'data' / 'static'


def sources() -> Iterator[tuple[str, bytes]]:
    """Each file by its address without the first slash, and what it holds. Raises FileNotFoundError when docassemble no longer has one of them."""
    static = Path(str(importlib.resources.files('docassemble.webapp'))) / 'static'
    for name in DOCASSEMBLES:
        yield f'static/{name}', (static / name).read_bytes()
    for name in EMPTY:
        yield f'static/{name}', b''
    for file in sorted(OURS.iterdir()):
        yield f'packagestatic/{PACKAGE}/{file.name}', file.read_bytes()


def digest() -> str:
    """A short sum of all of them."""
    summed = hashlib.sha256()
    for address, content in sources():
        summed.update(address.encode() + b'\0' + content + b'\0')
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
