"""docassemble's script in two parts, made from the files it installs: what a screen of ours runs, and what none asks for.

docassemble 1.10.13 sends one bundle of 15 scripts (`js_bundle` in `docassemble.webapp.main.views`), 130 kB compressed. Four of them and its own are
what radio buttons, lists to tick, dates and texts need. The others (Bootstrap's menus and windows, sliders, uploads, drawn signatures, chat ...) come
as one file the first time that a page asks for one of them; `data/static/stand_ins.js` stands there until then.
"""
from pathlib import Path

USED = ('app/jquery.min.js', 'app/jquery.validate.min.js', 'app/jquery.visible.min.js')
RUN_BY = 'app/app.min.js'
LEFT_OUT = (
    'app/additional-methods.min.js', 'bootstrap/js/bootstrap.bundle.min.js', 'bootstrap-slider/dist/bootstrap-slider.min.js',
    'bootstrap-fileinput/js/plugins/buffer.min.js', 'bootstrap-fileinput/js/plugins/filetype.min.js',
    'bootstrap-fileinput/js/plugins/piexif.min.js', 'bootstrap-fileinput/js/plugins/sortable.min.js', 'bootstrap-fileinput/js/fileinput.min.js',
    'bootstrap-fileinput/js/locales/es.js', 'bootstrap-combobox/js/bootstrap-combobox.min.js', 'app/socket.io.min.js',
    'app/signature_pad.umd.min.js')


def joined(scripts: list[bytes]) -> bytes:
    """Several scripts as one, each ended, without the names of files that tell where their lines come from."""
    lines = (line for script in scripts for line in [*script.splitlines(), b';'])
    return b'\n'.join(line for line in lines if not line.startswith(b'//# sourceMappingURL='))


def bundle(static: Path, stand_ins: bytes) -> bytes:
    """What every page runs. Raises FileNotFoundError when docassemble no longer has one of the files."""
    return joined([*((static / name).read_bytes() for name in USED), stand_ins, (static / RUN_BY).read_bytes()])


def left_out(static: Path) -> bytes:
    """The rest, for a page that asks for it. Raises FileNotFoundError as above."""
    return joined([(static / name).read_bytes() for name in LEFT_OUT])
