"""docassemble's configuration for the local server. docs/use/deploy.md tells why each key that matters is as it is."""
import importlib.metadata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import yaml

from docassemble.immdef_selfhelp.names import INTERVIEW, PACKAGE
from docassemble.immdef_selfhelp.server.run.folder import DataFolder

HARMLESS_PAGE = '/recetas'
# A later file replaces words of an earlier one: ours, what is missing or wrong in docassemble's own Spanish.
WORD_FILES = ('docassemble.base:data/sources/us-words.yml', 'docassemble.base:data/sources/es-words.yml', f'{PACKAGE}:data/sources/es-words.yml')
# Longer than a family needs between two sittings, shorter than docassemble's 90.
KEEP_DAYS = 14
# How hard pages are compressed with brotli: the highest level that takes less than a millisecond.
PAGE_LEVEL = 5

CLOSED = ('debug', 'allow updates', 'update on start', 'allow restarting', 'allow configuration editing', 'allow log viewing', 'enable playground',
          'developer can install', 'enable api', 'enable training', 'enable faxing', 'enable tts', 'enable sms interface', 'enable email server',
          'enable monitor', 'enable object storage', 'enable daglobal', 'enable json storage', 'enable translation', 'allow registration',
          'password login', 'show login', 'allow forgot password', 'allow changing password', 'user can delete account', 'show profile link',
          'show interviews link', 'show dispatch link', 'verbose error messages', 'collect statistics', 'pypi', 'error notification variables')


# The same on every server of ours.
ALWAYS: Mapping[str, Any] = MappingProxyType(dict.fromkeys(CLOSED, False) | {
    # After a restart of the database the workers' old connections are dead: try one before using it.
    'sql ping': True,
    'default interview': INTERVIEW,
    'preloaded modules': [f'{PACKAGE}.interview'],
    'words': list(WORD_FILES),
    # docassemble's default exit page is its own web site.
    'exitpage': HARMLESS_PAGE,
    'restrict input variables': True,
    'package protection': True,
    # One address may be thirty families behind one Wi-Fi, and there is no password to guess here.
    'ip address ban enabled': False,
    'checkin interval': 0,
    'maximum content length': 2 * 1024 * 1024,
    'locale': 'en_US.utf8',
    'language': 'en',
    'timezone': 'America/Los_Angeles',
    'appname': 'selfhelp', 'brandname': 'My folder', 'default title': 'My folder',
    'single server': True,
    'log to std': True,
    'mail': {'default sender': 'nobody@localhost'},
})


def paths_in(folder: DataFolder) -> dict[str, str]:
    """Where docassemble finds and keeps its files; what has no use here leads to a file that does not exist."""
    nowhere = str(folder / 'run' / 'none')
    return dict.fromkeys(('webapp', 'ready file', 'libreoffice macro file'), nowhere) | {
        'uploads': str(folder / 'files'),
        'packages': str(folder / 'packages'),
        'modules': str(folder / 'packages'),
        'log': str(folder / 'log'),
        'flask log': str(folder / 'log' / 'none'),
        'celery flask log': str(folder / 'log' / 'none'),
        # Any path that exists: docassemble then does not download language data at import.
        'nltk socket': str(folder / 'run'),
    }


def docassemble_config(folder: DataFolder, secretkey: str, *, database: dict[str, str], cache: str, url: str, keep_days: int = KEEP_DAYS,
                       behind_https: bool = False, interviews: tuple[str, ...] = (),
                       workshop: dict[str, Any] | None = None, host: str = '') -> dict[str, Any]:
    """The configuration as docassemble reads it. `database` is its `db`, `cache` a redis URL, `url` ours."""
    return dict(ALWAYS) | paths_in(folder) | {
        'secretkey': secretkey,
        'db': database,
        'redis': cache,
        'interviews served': [INTERVIEW, *interviews],
        # docassemble guards its own examples with this; which interviews are open is said just above.
        'allow demo': bool(interviews),
        'preloaded interviews': [INTERVIEW, *interviews],
        'workshop': workshop or {},
        'listens on': host,
        'url root': url.rstrip('/'),
        'interview delete days': keep_days,
        'session lifetime seconds': keep_days * 86400,
        'behind https load balancer': behind_https,
    }


def config_text(config: dict[str, Any]) -> str:
    """The configuration as YAML."""
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False)


def schema_version() -> str:
    """What the tables depend on."""
    return importlib.metadata.version('docassemble.webapp')
