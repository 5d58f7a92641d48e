"""What the running server deletes by itself: a family that has not come back for longer than the days kept is nowhere any more."""
import time

import pytest
from server.client import named
from server.live import LiveServer

from docassemble.immdef_selfhelp.names import INTERVIEW
from docassemble.immdef_selfhelp.server.run.settings import KEEP_DAYS

pytestmark = pytest.mark.server


def tables_with(server: LiveServer, text: str) -> list[str]:
    """The tables of the database that hold the text in any column of any row."""
    tables = [str(name) for (name,) in server.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    # The names come from the database's own catalogue.
    return [name for name in tables if server.query(f'SELECT 1 FROM "{name}" AS one WHERE one::text LIKE %s LIMIT 1', f'%{text}%')]  # noqa: S608


def test_the_running_server_deletes_a_session_past_its_days_everywhere() -> None:
    with LiveServer('--workers', '1', '--keep-days', '1') as server:
        old = named(server.url, 'Citlali')
        ((key,),) = server.query('SELECT DISTINCT key FROM userdict')
        young = named(server.url, 'Tonalli')
        assert {'userdict', 'userdictkeys'} <= set(tables_with(server, str(key))), 'it is there before'
        server.query("UPDATE userdict SET modtime = now() - interval '3 days' WHERE key = %s", key)
        end = time.monotonic() + 150
        # Looking through every table every second cost more than all the rest of this test: that is done when the answers themselves are gone
        while server.query('SELECT 1 FROM userdict WHERE key = %s LIMIT 1', key) and time.monotonic() < end:
            time.sleep(1)
        while tables_with(server, str(key)) and time.monotonic() < end:
            time.sleep(5)
        assert tables_with(server, str(key)) == [], 'the server itself deleted it, within minutes of its start'
        logs = [file.read_text(encoding='utf-8') for file in (server.data / 'log').iterdir()]
        assert not any(str(key) in text or 'Citlali' in text for text in logs)
        assert [path for name in ('files', 'tmp') for path in (server.data / name).rglob('*') if path.is_file()] == []
        assert not any(b'Citlali' in (client.dump(one) or b'') for client in map(server.cache, range(3)) for one in client.scan_iter())
        assert old.open().identity == 'choose_language', 'the old phone begins anew'
        assert 'Citlali' not in old.screen.html
        assert young.open().identity == 'applicant_birth'


def test_everything_in_the_cache_ends_by_itself_within_the_days_kept(server: LiveServer) -> None:
    named(server.url, 'Citlali')
    lasting = {key: client.ttl(key) for client in map(server.cache, range(3)) for key in client.scan_iter()}
    assert any(b'_' in key for key in lasting), 'browser sessions are there'
    # How often the interview itself was changed; nobody's.
    lasting.pop(f'da:interviewsource:{INTERVIEW}'.encode(), None)
    assert {key: seconds for key, seconds in lasting.items() if not 0 <= seconds <= KEEP_DAYS * 86400} == {}
