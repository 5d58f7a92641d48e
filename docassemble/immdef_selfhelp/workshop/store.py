"""Everything a workshop keeps, in the cache and nowhere else. It ends by itself an hour after closing time, and at once when a leader closes it.

Keys, all under `workshop:` (a test lists every one of them with what it holds):
- `code:CODE` the id of the workshop the code leads to, until closing time;
- `place:MARK` which family a phone is (`ID:NUMBER`), by a mark of its session that says nothing without the server's secret;
- `key:MARK` a one-time key with which a leader, helper or reviewer signs in;
- `ID:about`, `ID:family:NUMBER`, `ID:places`, `ID:did`, `ID:watching`, `ID:vote:QUESTION:NUMBER`, `ID:votes:QUESTION`,
  `ID:print:NUMBER`, `ID:review:MARK` (`reviews`);
- `ID:report` the counts, after closing.
"""
import secrets
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import redis

from docassemble.immdef_selfhelp.workshop import codes, counts, scripts, words
from docassemble.immdef_selfhelp.workshop.plan import Plan
from docassemble.immdef_selfhelp.workshop.rows import FLAG, Row, row_of

PREFIX = 'workshop:'
# After closing time nobody joins; a leader has so long to close and take the counts.
GRACE = 3600
REPORT_SECONDS = 2 * 86400
KEY_SECONDS = 12 * 3600
LEADER, HELPER, REVIEWER = ROLES = 'leader', 'helper', 'reviewer'
ID_BYTES = 8
# Seconds between two tries to have the cache's file written anew, while it is being written.
REWRITE_TRIES, REWRITE_WAIT = 50, 0.1
FAMILIES, JOINING, AGENDA_AT, HELP_ANSWERED, EVERYBODY = 'families', 'joining', 'agenda_at', 'help_answered', 'message'


def seconds_now() -> int:
    """Seconds since 1970."""
    return int(time.time())


@dataclass(frozen=True)
class Place:
    """Which family of which workshop a phone is."""

    workshop: str
    number: int


def papers_key(place: Place) -> str:
    """Where the papers of a family wait to be printed (`print_hold`)."""
    return f'{PREFIX}{place.workshop}:print:{place.number}'


class Store:
    """The workshops of one cache. `client` is a Redis client that decodes its answers; `now` tells the seconds since 1970."""

    def __init__(self, client: Any, now: Callable[[], int] = seconds_now) -> None:
        self.client, self.now = client, now

    def _key(self, *parts: object) -> str:
        return PREFIX + ':'.join(map(str, parts))

    def run(self, script: str, keys: list[str], *arguments: object) -> int:
        """Run one of `scripts`."""
        return int(self.client.eval(script, len(keys), *keys, *arguments))

    # Opening and finding

    def open(self, plan: Plan) -> str:
        """Open a workshop and give it a code that no other one has. Returns its id."""
        workshop, code = secrets.token_hex(ID_BYTES), codes.new_code()
        while not self.client.set(self._key('code', code), workshop, nx=True, exat=plan.closes):
            code = codes.new_code()
        about = self._key(workshop, 'about')
        self.client.hset(about, mapping=plan.kept() | {'code': code, 'ends': plan.closes + GRACE, JOINING: 1, FAMILIES: 0})
        self.client.expireat(about, plan.closes + GRACE)
        return workshop

    def opened(self) -> list[str]:
        """The ids of the workshops that are open."""
        return sorted(key.split(':')[1] for key in self.client.scan_iter(self._key('*', 'about')))

    def of_code(self, code: str) -> str | None:
        """The workshop a code leads to; None when there is none, or its closing time has passed."""
        found: str | None = self.client.get(self._key('code', code))
        return found

    def about(self, workshop: str) -> dict[str, str]:
        """What is kept of the whole workshop; nothing when it is over."""
        return dict(self.client.hgetall(self._key(workshop, 'about')))

    def set_about(self, workshop: str, **fields: object) -> bool:
        """Change something of the whole workshop. Whether it is still there."""
        about = self._key(workshop, 'about')
        return bool(self.run(scripts.WRITE, [about, about], *(piece for pair in fields.items() for piece in pair)))

    def move(self, workshop: str, field: str, by: int, highest: int) -> int:
        """Move a number of the workshop (where the agenda, where the slides are) within 0 and `highest`. Returns where it is now."""
        return self.run(scripts.STEP, [self._key(workshop, 'about')], field, by, 0, highest)

    # Families

    def join(self, workshop: str, mark: str, language: str) -> int:
        """The number of the family whose phone has this mark: the one it has, or the next. 0 when nobody may join any more."""
        return self.run(scripts.JOIN, [self._key(workshop, 'about'), self._key('place', mark), self._key(workshop, 'places')],
                        workshop, language, self.now(), self._key(workshop, 'family', ''))

    def place(self, mark: str) -> Place | None:
        """Which family a phone is; None when it takes part in no workshop."""
        found = self.client.get(self._key('place', mark))
        workshop, _, number = (found or '').partition(':')
        return Place(workshop, int(number)) if number else None

    def go_on(self, before: str, mark: str) -> bool:
        """The family of the phone marked `before` goes on at another one."""
        place = self.place(before)
        return place is not None and bool(self.run(scripts.MOVE, [
            self._key(place.workshop, 'about'), self._key('place', mark), self._key(place.workshop, 'places'), self._key('place', before)]))

    def leave(self, mark: str) -> None:
        """The family of this phone takes part no longer, and no paper of it waits any more. What it told in its own session stays there."""
        if place := self.place(mark):
            family = self._family(place)
            self.client.hdel(family, 'raised', 'helper', 'message', *(f'{FLAG}{name}' for name in words.FLAGS))
            self._write(place, left=1)
            self.client.srem(self._key(place.workshop, 'places'), self._key('place', mark))
            self.client.delete(self._key('place', mark))
            self.forget_papers(place)

    def forget_papers(self, place: Place) -> None:
        """Delete the papers of a family that wait to be printed, also from the cache's file."""
        if self.client.delete(papers_key(place)):
            self.forget_on_disk()

    def _family(self, place: Place) -> str:
        return self._key(place.workshop, 'family', place.number)

    def _write(self, place: Place, **fields: object) -> bool:
        return bool(self.run(scripts.WRITE, [self._key(place.workshop, 'about'), self._family(place)],
                             *(piece for pair in fields.items() for piece in pair)))

    def seen(self, place: Place, language: str, where: tuple[str, int, int], *, answered: bool) -> None:
        """Where the family is now (task, part, of how many parts), and whether it has just answered."""
        task, part, parts = where
        now: dict[str, object] = {'language': language, 'task': task, 'part': part, 'parts': parts} | ({'answered': self.now()} if answered else {})
        keys = [self._key(place.workshop, 'about'), self._family(place), self._key(place.workshop, 'did')]
        self.run(scripts.SEEN, keys, f'{place.number}:{task}' if task else '', *(piece for pair in now.items() for piece in pair))

    def raise_hand(self, place: Place) -> None:
        """"I need help": since when. Pressed again it stays as it was."""
        self.run(scripts.FIRST, [self._key(place.workshop, 'about'), self._family(place)], 'raised', self.now())

    def lower_hand(self, place: Place) -> None:
        """The family needs no help any more."""
        self.client.hdel(self._family(place), 'raised', 'helper')

    def tick(self, place: Place, flags: Mapping[str, str]) -> None:
        """What the family wants the leader to know: these flags and no others. What is no flag is left out."""
        kept = {f'{FLAG}{name}': value for name, value in flags.items() if words.is_flag(name, value)}
        self.client.hdel(self._family(place), *(f'{FLAG}{name}' for name in words.FLAGS))
        if kept:
            self._write(place, **kept)

    def family(self, place: Place) -> dict[str, str]:
        """All that the workshop keeps of one family."""
        return dict(self.client.hgetall(self._family(place)))

    def message_to(self, place: Place) -> str:
        """The message that a family sees: to it or to all, whichever was sent last, as `send` keeps it."""
        with self.client.pipeline(transaction=False) as pipe:
            sent = pipe.hget(self._family(place), 'message').hget(self._key(place.workshop, 'about'), 'message').execute()
        return max((one or '' for one in sent), key=lambda one: int(one.partition(':')[2] or 0))

    # The board

    def rows(self, workshop: str) -> list[Row]:
        """Every family, by number."""
        number = int(self.client.hget(self._key(workshop, 'about'), FAMILIES) or 0)
        with self.client.pipeline(transaction=False) as pipe:
            for one in range(1, number + 1):
                pipe.hgetall(self._key(workshop, 'family', one))
            return [row_of(one, kept) for one, kept in enumerate(pipe.execute(), 1) if kept]

    def help(self, place: Place, helper: str) -> bool:
        """Somebody goes to the family. Whether it was this one: another may have been quicker."""
        return bool(self.run(scripts.FIRST, [self._key(place.workshop, 'about'), self._family(place)], 'helper', helper))

    def answered(self, place: Place) -> bool:
        """The raised hand was answered. Counted once, however many press the button."""
        return bool(self.run(scripts.ANSWER, [self._key(place.workshop, 'about'), self._family(place)]))

    def send(self, workshop: str, message: str, number: int = 0) -> bool:
        """Send one of the fixed messages to one family, or to all (0). Whether it went."""
        if message not in words.MESSAGES:
            return False
        said = f'{message}:{self.now()}'
        return self._write(Place(workshop, number), message=said) if number else self.set_about(workshop, message=said)

    def watching(self, workshop: str, who: str, within: int = 30) -> int:
        """Note that somebody looks at the board, and tell how many do: the interval follows from it."""
        key, now = self._key(workshop, 'watching'), self.now()
        with self.client.pipeline() as pipe:
            pipe.zadd(key, {who: now}).zremrangebyscore(key, 0, now - within).zcard(key).expire(key, GRACE)
            return int(pipe.execute()[2])

    # The quiz

    def vote(self, place: Place, question: str, choice: str) -> bool:
        """One vote of a family on the question that is open. Whether it counts: a second one, or one after the result was shown, does not."""
        return bool(self.run(scripts.VOTE, [self._key(place.workshop, 'about'), self._key(place.workshop, 'vote', question, place.number),
                                            self._key(place.workshop, 'votes', question)], question, choice))

    def has_voted(self, place: Place, question: str) -> bool:
        """Whether the family has voted. What, nobody can tell."""
        return bool(self.client.exists(self._key(place.workshop, 'vote', question, place.number)))

    def votes(self, workshop: str, question: str) -> dict[str, int]:
        """The votes on a question by choice."""
        return {choice: int(number) for choice, number in self.client.hgetall(self._key(workshop, 'votes', question)).items()}

    # Signing in

    def new_key(self, role: str, workshop: str = '') -> str:
        """A one-time key for a leader or a helper: of one workshop, or to open one."""
        key = codes.new_key()
        self.client.set(self._key('key', codes.mark_of_key(key)), f'{role}:{workshop}', ex=KEY_SECONDS)
        return key

    def use_key(self, key: str) -> tuple[str, str] | None:
        """The role and workshop of a key, this once; None for one that is wrong, used or over."""
        found = self.client.getdel(self._key('key', codes.mark_of_key(key)))
        role, _, workshop = (found or '').partition(':')
        return (role, workshop) if role in ROLES else None

    # Closing

    def counted(self, workshop: str) -> dict[str, int]:
        """What a report counts, by `group:name`."""
        about, found = self.about(workshop), Counter[str]()
        for row in self.rows(workshop):
            found[f'{counts.LANGUAGE}:{row.language}'] += 1
            found.update(f'{counts.TICKED}:{name}' for name, _ in row.flags)
        found.update(f'{counts.TASK}:{one.partition(":")[2]}' for one in self.client.smembers(self._key(workshop, 'did')))
        return {f'{counts.WORKSHOP}:{name}': int(about.get(name, 0)) for name in (FAMILIES, HELP_ANSWERED, 'printed')} | found

    def close(self, workshop: str) -> None:
        """Keep the counts, as they may be read, and delete everything else."""
        about = self.about(workshop)
        if not about:
            return
        found = {f'{line.group}:{line.name}': line.count for line in counts.lines(self.counted(workshop))}
        # First, so that nothing more is written (`scripts`)
        self.client.delete(self._key(workshop, 'about'), self._key('code', about['code']))
        self.client.delete(*self.client.smembers(self._key(workshop, 'places')), self._key(workshop, 'places'))
        for key in list(self.client.scan_iter(self._key(workshop, '*'))):
            self.client.delete(key)
        report = self._key(workshop, 'report')
        self.client.hset(report, mapping=found | {'day': str(self.now()), 'place': about['place']})
        self.client.expire(report, REPORT_SECONDS)
        self.forget_on_disk()

    def forget_on_disk(self) -> None:
        """Let the cache write its file anew: until then what was deleted stands in it as it was written. A cache elsewhere may not allow it."""
        for _ in range(REWRITE_TRIES):
            try:
                self.client.bgrewriteaof()
            except redis.ResponseError as error:
                if 'in progress' not in str(error):
                    return
                # One that began before the deletion keeps what was deleted after it
                time.sleep(REWRITE_WAIT)
            else:
                return

    def report(self, workshop: str) -> dict[str, str]:
        """The counts of a workshop that was closed, with its day and place; nothing when there is none."""
        return dict(self.client.hgetall(self._key(workshop, 'report')))
