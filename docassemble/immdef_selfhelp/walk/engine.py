"""Starting docassemble's engine in this process: configuration, and the hooks that the web application answers on a server.

`start()` must come before anything else of docassemble is imported in the process: docassemble reads its configuration once,
at import. Nothing here opens a socket or leaves a file behind.
"""
import functools
import importlib
import importlib.util
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml

from docassemble.immdef_selfhelp.names import PACKAGE
from docassemble.immdef_selfhelp.server.run.settings import WORD_FILES

CONFIGURATION = {
    'language': 'en', 'dialect': 'us', 'locale': 'en_US.utf8', 'os locale': 'en_US.UTF-8', 'timezone': 'America/Los_Angeles', 'country': 'US',
    'debug': False, 'restrict input variables': True, 'url root': 'http://localhost', 'secretkey': 'not a secret: nothing is stored',
}


def data_file(package: str, name: str) -> Path:
    """A file of an installed package, found as docassemble finds it, whether or not it exists. Raises ModuleNotFoundError for no such package."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(package)
    return Path(next(iter(found.submodule_search_locations))) / name


def address_of(file_reference: str, arguments: dict[str, Any]) -> str:
    """The address the web application gives a packaged static file, an action of the interview, or one of its own pages."""
    kept = {key: value for key, value in arguments.items() if not key.startswith('_')}
    package, _, path = file_reference.partition(':')
    if path.startswith('data/static/'):
        return f'/packagestatic/{package}/{path.removeprefix("data/static/")}'
    page = 'interview' if file_reference in ('flex_interview', 'interview') else file_reference
    return f'/{page}?{urlencode(kept)}' if kept else f'/{page}'


def load_configuration() -> dict[str, Any]:
    """Give docassemble a configuration from a file that is gone again when this returns. Raises RuntimeError when it came too late."""
    from docassemble.base import config
    if config.loaded:
        raise RuntimeError('docassemble already runs in this process with another configuration')
    with tempfile.TemporaryDirectory(prefix='walk-') as folder:
        # docassemble downloads language data at import unless this socket's path exists; nothing ever connects to it
        settings = {**CONFIGURATION, 'nltk socket': os.devnull, 'uploads': folder, 'log': folder}
        path = Path(folder) / 'config.yml'
        path.write_text(yaml.safe_dump(settings), encoding='utf-8')
        config.load(filename=str(path))
    return dict(config.daconfig)


def replies(configuration: dict[str, Any]) -> dict[str, Any]:
    """What the web application replies to each hook that asks for nothing."""
    import fakeredis
    cache = fakeredis.FakeRedis()
    return {
        'get_default_language': 'en', 'get_default_dialect': 'us', 'get_default_locale': 'en_US.utf8', 'get_default_voice': None,
        'get_default_timezone': CONFIGURATION['timezone'], 'get_default_country': 'US', 'get_configuration': configuration,
        'get_hostname': 'localhost', 'get_debug_status': False, 'get_server_redis': cache, 'get_server_redis_user': cache,
        'get_main_page_parts': {'*': {}}, 'get_default_table_class': '"table"', 'get_default_thead_class': '""',
        'get_button_class_prefix': 'btn-', 'get_referer': None, 'get_url': 'http://localhost/interview',
    }


def register_hooks(configuration: dict[str, Any]) -> None:
    """Answer the hooks that the web application answers on a server."""
    import pluggy
    from docassemble.base.plugin_manager import pm
    answer = pluggy.HookimplMarker('docassemble')

    def constant(name: str, value: Any) -> Any:
        def reply() -> Any:
            return value
        reply.__name__ = name  # pluggy goes by the function's own name
        return staticmethod(answer(reply))

    class Answers:
        """What a server would answer."""
        @staticmethod
        @answer
        def url_finder(file_reference: Any, kwargs: dict[str, Any]) -> str:
            return address_of(str(file_reference), kwargs)

    for name, value in replies(configuration).items():
        setattr(Answers, name, constant(name, value))
    pm.register(Answers)


def load_words() -> None:
    """Read the words drawn by Python in each language, as the web application does when it starts."""
    from docassemble.base.language.words import update_word_collection
    for reference in WORD_FILES:
        path = data_file(*reference.split(':'))
        if path.is_file():
            for language, words in (yaml.safe_load(path.read_text(encoding='utf-8')) or {}).items():
                update_word_collection(language, words)


@functools.cache
def start() -> None:
    """Make docassemble ready in this process; does nothing the second time. Raises RuntimeError when docassemble was loaded otherwise before."""
    register_hooks(load_configuration())
    with engine_globals():
        load_words()
        # as `preloaded modules` does on a server: a datatype must be known before an interview is read
        importlib.import_module(f'{PACKAGE}.interview')
        # looked for and drawn as our own server does: a third of a walk
        for shortened in ('assembling', 'drawing'):
            importlib.import_module(f'{PACKAGE}.server.web.{shortened}')


@contextmanager
def engine_globals() -> Iterator[None]:
    """docassemble's thread variables for the length of a block."""
    from docassemble.base import thread_context
    with thread_context.global_context(thread_context.empty_globals()):
        yield
