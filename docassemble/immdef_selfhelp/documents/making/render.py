"""Word templates become files here: in memory, from the facts, and kept nowhere.

The text of a person comes out as typed: it is data for the template, never part of it. See docs/adr/003-documents-in-memory.md.
"""
import functools
import io
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import mammoth
import nh3
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from docassemble.immdef_selfhelp.documents.making.handout import Handout
from docassemble.immdef_selfhelp.documents.making.paper import Document
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.story.case import Case

PDF_SECONDS = 60
# LibreOffice takes a whole processor for seconds: more of them at once in one process only make everybody wait longer.
AT_ONCE = threading.BoundedSemaphore(2)
# Nothing to draw: spaces, controls, joiners and what chooses between two shapes of a sign.
UNSEEN = frozenset({'Cc', 'Cf', 'Cn', 'Co', 'Cs', 'Zs', 'Zl', 'Zp', 'Mn', 'Me'})
# Where our own server keeps papers in the making, so that it can remove those of a worker that was killed (server/run/folder.py).
PAPERS = 'SELFHELP_PAPERS'
PACKAGE = Path(__file__).resolve().parents[2]
# An installed package has its templates inside; a source tree keeps them at its top.
TEMPLATE_FOLDERS = (PACKAGE / 'data' / 'templates', PACKAGE.parent.parent / 'templates')
MEMORY_FOLDER = Path('/dev/shm')  # noqa: S108 (a private folder is made inside it)
NEUTRAL_DATE = datetime(2000, 1, 1)
NOT_IN_XML = re.compile('[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
# Every way to end a line, Word's own (vertical tab), a page's (form feed) and a mainframe's (next line) among them.
LINE_ENDS = re.compile('\r\n|[\r\v\f\x85\u2028\u2029]')
# docxtpl turns these into template tags after rendering; typed by a person they are only text.
DOCXTPL_ESCAPES = re.compile('(?<=[{])_(?=[{%])|(?<=[%}])_(?=[}])')
HEADINGS_BELOW_THE_PAGE_TITLE = """
p[style-name='Title'] => h2:fresh
p[style-name='Heading 1'] => h2:fresh
p[style-name='Heading 2'] => h3:fresh
p[style-name='Heading 3'] => h4:fresh
"""
# Compiled parts of templates (body, footer, title) that stay in memory: those of all papers.
PARTS_KEPT = 512
PREVIEW_TAGS = {'h2', 'h3', 'h4', 'p', 'br', 'strong', 'em', 'table', 'thead', 'tbody', 'tr', 'th', 'td'}


class PdfUnavailable(Exception):
    """A PDF cannot be made now: LibreOffice is missing, failed or took too long. The Word file is not affected."""


def as_typed(value: Any) -> Markup:
    """A value as text for a Word file: every character as typed, without the few XML cannot hold. `None` is empty."""
    text = NOT_IN_XML.sub('', LINE_ENDS.sub('\n', '' if value is None else str(value)))
    return Markup(DOCXTPL_ESCAPES.sub('&#95;', str(escape(text))))  # noqa: S704 (escaped right here)


@functools.cache
def template_environment() -> Environment:
    """How templates are read: autoescape on, and a name the context lacks is an error, never an empty place.

    One for the process, which keeps what it compiled: half of the making of a paper was compiling the same parts of its template anew. What a
    person typed is never part of what is compiled.
    """
    made = Environment(autoescape=True, undefined=StrictUndefined, finalize=as_typed)
    made.from_string = functools.lru_cache(PARTS_KEPT)(made.from_string)  # type: ignore[method-assign, assignment]
    return made


def template_path(name: str) -> Path:
    """The Word template with this file name. Raises FileNotFoundError when there is none."""
    for folder in TEMPLATE_FOLDERS:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(name)


def docx_bytes(document: Document, case: Case, on: date) -> bytes:
    """One paper as a Word file, made in memory. Its properties name nobody.

    Raises KeyError when the case has no such telling or person, jinja2's UndefinedError when a template asks for what is not there.
    """
    return word_file(document.template, document.context(case, on), Path(document.filename).stem, document.language)


def handout_bytes(handout: Handout, language: str, on: date) -> bytes:
    """One handout as a Word file. Raises KeyError for a language it does not exist in."""
    return word_file(handout.template_in(language), handout.context(language, on), handout.file_names[language], language)


def word_file(template_name: str, context: Context, title: str, language: str) -> bytes:
    """A template filled in, in memory. Its properties name nobody. Raises jinja2's UndefinedError when it asks for what is not there."""
    template = DocxTemplate(str(template_path(template_name)))
    template.render(context, jinja_env=template_environment(), autoescape=True)
    # Not `get_docx()`: after rendering it reads the template again and drops what was rendered.
    properties = template.docx.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = properties.subject = ''
    properties.title = title
    properties.language = language
    properties.created = properties.modified = properties.last_printed = NEUTRAL_DATE
    properties.revision = 1
    made = io.BytesIO()
    template.save(made)
    return made.getvalue()


def work_folder() -> str | None:
    """Where the private folder of a conversion stands: where the server wants it, else in memory where the machine has such a folder."""
    if given := os.environ.get(PAPERS):
        return given
    return str(MEMORY_FOLDER) if MEMORY_FOLDER.is_dir() and os.access(MEMORY_FOLDER, os.W_OK) else None


def run_office(command: Sequence[str], folder: str) -> None:
    """Run LibreOffice to its end, or stop it and all it started. Raises PdfUnavailable."""
    quiet = {'stdin': subprocess.DEVNULL, 'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL}
    # HOME inside the private folder: nothing of the conversion (font caches, recent files) stays in the server's own home. TMPDIR too: LibreOffice
    # writes the whole PDF there before it moves it, and the server's own folder for temporary files lies on a disk.
    environment = {**os.environ, 'HOME': folder, 'TMPDIR': folder, 'TMP': folder, 'TEMP': folder, 'SAL_USE_VCLPLUGIN': 'svp'}
    try:
        process = subprocess.Popen(command, env=environment, start_new_session=True, **quiet)  # type: ignore[call-overload]
    except OSError as problem:
        raise PdfUnavailable('LibreOffice could not be started') from problem
    try:
        code = process.wait(PDF_SECONDS)
    except subprocess.TimeoutExpired as problem:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise PdfUnavailable(f'LibreOffice took more than {PDF_SECONDS} seconds') from problem
    if code:
        raise PdfUnavailable(f'LibreOffice ended with code {code}')


@functools.cache
def is_drawn(letter: str) -> bool:
    """Whether some font of this machine has the letter (fontconfig); True where nobody can tell."""
    if letter.isascii() or unicodedata.category(letter) in UNSEEN:
        return True
    try:
        found = subprocess.run(['fc-list', f':charset={ord(letter):x}', 'family'], capture_output=True, check=True, timeout=PDF_SECONDS)
    except (OSError, subprocess.SubprocessError):
        return True
    return bool(found.stdout.strip())


def undrawn(text: str) -> list[str]:
    """The letters of a text that a PDF made here would lose, each once."""
    return [letter for letter in dict.fromkeys(text) if not is_drawn(letter)]


def office_program() -> str | None:
    """LibreOffice, which makes the PDF; None when it is not installed."""
    return shutil.which('soffice') or shutil.which('libreoffice')


def pdf_bytes(word_files: Sequence[bytes]) -> list[bytes]:
    """The same papers as PDF, in the same order, by one run of LibreOffice in a private folder that is removed at once.

    Every run has its own profile, so several may run side by side; a kept profile was measured to save only a tenth of a second.
    Raises PdfUnavailable.
    """
    if not word_files:
        return []
    office = office_program()
    if office is None:
        raise PdfUnavailable('LibreOffice is not installed')
    with AT_ONCE, tempfile.TemporaryDirectory(prefix='paper-', dir=work_folder(), ignore_cleanup_errors=True) as folder:
        sources = [Path(folder) / f'{number}.docx' for number in range(len(word_files))]
        for source, content in zip(sources, word_files, strict=True):
            source.write_bytes(content)
        command = [office, f'-env:UserInstallation={(Path(folder) / "profile").as_uri()}', '--headless', '--norestore', '--nolockcheck',
                   '--nodefault', '--nologo', '--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder]
        run_office(command + [str(source) for source in sources], folder)
        made = [source.with_suffix('.pdf') for source in sources]
        if not all(path.is_file() for path in made):
            raise PdfUnavailable('LibreOffice made no PDF')
        return [path.read_bytes() for path in made]


def preview_html(word_file: bytes) -> str:
    """The body of a Word file as plain safe HTML for a page that has its own `h1`: headings begin at `h2`, no attributes, no links."""
    converted = mammoth.convert_to_html(io.BytesIO(word_file), style_map=HEADINGS_BELOW_THE_PAGE_TITLE)
    return nh3.clean(converted.value, tags=PREVIEW_TAGS, attributes={}, url_schemes=set())
