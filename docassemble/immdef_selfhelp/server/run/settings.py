"""docassemble's configuration for the local server. docs/use/deploy.md tells why each key that matters is as it is."""
import importlib.metadata
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


def docassemble_config(folder: DataFolder, secretkey: str, *, database: dict[str, str], cache: str, url: str, keep_days: int = KEEP_DAYS,
                       behind_https: bool = False, interviews: tuple[str, ...] = (),
                       workshop: dict[str, Any] | None = None, host: str = '') -> dict[str, Any]:
    """The configuration as docassemble reads it. `database` is its `db`, `cache` a redis URL, `url` ours."""
    return dict.fromkeys(CLOSED, False) | {
        'secretkey': secretkey,
        'db': database,
        # After a restart of the database the workers' old connections are dead: try one before using it.
        'sql ping': True,
        'redis': cache,
        'default interview': INTERVIEW,
        'interviews served': [INTERVIEW, *interviews],
        # docassemble guards its own examples with this; which interviews are open is said just above.
        'allow demo': bool(interviews),
        'workshop': workshop or {},
        'listens on': host,
        'preloaded interviews': [INTERVIEW, *interviews],
        'preloaded modules': [f'{PACKAGE}.interview'],
        'words': list(WORD_FILES),
        'url root': url.rstrip('/'),
        # docassemble's default exit page is its own web site.
        'exitpage': HARMLESS_PAGE,
        'restrict input variables': True,
        'package protection': True,
        # One address may be thirty families behind one Wi-Fi, and there is no password to guess here.
        'ip address ban enabled': False,
        'checkin interval': 0,
        'interview delete days': keep_days,
        'session lifetime seconds': keep_days * 86400,
        'maximum content length': 2 * 1024 * 1024,
        'behind https load balancer': behind_https,
        'locale': 'en_US.utf8',
        'language': 'en',
        'timezone': 'America/Los_Angeles',
        'appname': 'selfhelp', 'brandname': 'My folder', 'default title': 'My folder',
        'single server': True,
        'uploads': str(folder / 'files'),
        'packages': str(folder / 'packages'),
        'modules': str(folder / 'packages'),
        'log': str(folder / 'log'),
        'log to std': True,
        'flask log': str(folder / 'log' / 'none'),
        'celery flask log': str(folder / 'log' / 'none'),
        'webapp': str(folder / 'run' / 'none'),
        'ready file': str(folder / 'run' / 'none'),
        'libreoffice macro file': str(folder / 'run' / 'none'),
        # Any path that exists: docassemble then does not download language data at import.
        'nltk socket': str(folder / 'run'),
        'mail': {'default sender': 'nobody@localhost'},
    }


def config_text(config: dict[str, Any]) -> str:
    """The configuration as YAML."""
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False)


def schema_version() -> str:
    """What the tables depend on."""
    return importlib.metadata.version('docassemble.webapp')
