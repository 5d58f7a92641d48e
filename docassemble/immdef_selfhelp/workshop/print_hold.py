"""Papers that wait to be printed: sealed, under the family's number, for half an hour at most, and gone when they came out."""
from base64 import b64decode, b64encode
from dataclasses import dataclass

from docassemble.immdef_selfhelp.workshop.scripts import HOLD
from docassemble.immdef_selfhelp.workshop.store import FAMILIES, PREFIX, Place, Store, papers_key

SECONDS = 30 * 60
PRINTED = 'printed'


@dataclass(frozen=True)
class Held:
    """The papers of one family that wait: how many pages, and for how many minutes yet."""

    number: int
    pages: int
    minutes: int


def hold(store: Store, place: Place, sealed: bytes, pages: int) -> bool:
    """Keep the papers of a family, in place of those that wait already. Whether the workshop is still there, and the family in it."""
    about, family = f'{PREFIX}{place.workshop}:about', f'{PREFIX}{place.workshop}:family:{place.number}'
    return bool(store.run(HOLD, [about, papers_key(place), family], SECONDS, b64encode(sealed).decode(), pages))


def held(store: Store, workshop: str) -> list[Held]:
    """Whose papers wait, those that wait longest first."""
    number = int(store.about(workshop).get(FAMILIES, 0))
    with store.client.pipeline(transaction=False) as pipe:
        for one in range(1, number + 1):
            pipe.hget(papers_key(Place(workshop, one)), 'pages').ttl(papers_key(Place(workshop, one)))
        found = pipe.execute()
    waiting = [(place + 1, found[2 * place], found[2 * place + 1]) for place in range(number)]
    return [Held(one, int(pages), left // 60 + 1) for one, pages, left in sorted(waiting, key=lambda one: one[2]) if pages]


def waits(store: Store, place: Place) -> bool:
    """Whether papers of a family wait. Cheap, as its phone asks again and again."""
    return bool(store.client.exists(papers_key(place)))


def sealed_of(store: Store, place: Place) -> bytes | None:
    """The sealed papers of a family; None when none wait (any more)."""
    found = store.client.hget(papers_key(place), 'sealed')
    return b64decode(found) if found else None


def came_out(store: Store, place: Place) -> bool:
    """The papers came out: delete them, also from the cache's file, and count them once. Whether any waited."""
    if not store.client.delete(papers_key(place)):
        return False
    store.move(place.workshop, PRINTED, 1, 10_000)
    store.forget_on_disk()
    return True


def take_back(store: Store, place: Place) -> None:
    """The family does not want them printed, or has erased what stands in them."""
    store.forget_papers(place)
