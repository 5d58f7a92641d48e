"""What the server needs from the operating system, and the exact command that brings it."""
import ctypes
import locale
import shutil

from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem

LOCALE = 'en_US.UTF-8'


def check() -> None:
    """Raise ServerProblem with the command that installs it when a native package is missing."""
    missing = []
    try:
        ctypes.CDLL('libzbar.so.0')
    except OSError:
        missing.append('sudo apt-get install --yes libzbar0')
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, LOCALE)
    except locale.Error:
        missing.append(f'sudo apt-get install --yes locales && sudo localedef -i en_US -f UTF-8 {LOCALE}')
    finally:
        locale.setlocale(locale.LC_ALL, before)
    if missing:
        commands = '\n    '.join(missing)
        raise ServerProblem(f'This computer lacks something the server needs. Install it, then start again:\n    {commands}', Exit.MISSING)


def without_pdf() -> str | None:
    """What to say when LibreOffice is missing: the program works without it, but makes no PDF."""
    if shutil.which('soffice') or shutil.which('libreoffice'):
        return None
    return 'LibreOffice is missing: papers come as Word files, not as PDF. To have PDF:\n' \
           '    sudo apt-get install --no-install-recommends libreoffice-writer-nogui'
