"""Every key that a workshop may hold in the cache, with what may stand there, and a look for anything else."""
import re

from docassemble.immdef_selfhelp.workshop import codes
from docassemble.immdef_selfhelp.workshop.store import Store

# Every key, and every value of a hash, that a workshop may hold. What a family tells is nowhere.
ID, NUMBER = r'[0-9a-f]{16}', r'\d+'
KEYS = {
    rf'workshop:code:[{codes.LETTERS}]{{6}}': ID,
    r'workshop:place:[0-9a-f]{64}': rf'{ID}:{NUMBER}',
    r'workshop:key:[0-9a-f]{64}': rf'(leader|helper|reviewer):({ID})?',
    rf'workshop:{ID}:places': r'workshop:place:[0-9a-f]{64}',
    rf'workshop:{ID}:did': rf'{NUMBER}:[a-z_]+',
    rf'workshop:{ID}:watching': r'[0-9a-f]+',
    rf'workshop:{ID}:vote:[a-z_]+:{NUMBER}': '1',
    rf'workshop:{ID}:votes:[a-z_]+': NUMBER,
    rf'workshop:{ID}:print:{NUMBER}': r'[A-Za-z0-9+/=]+',
    rf'workshop:{ID}:review:[0-9a-f]{{64}}': r'\w{1,3}',
    rf'workshop:{ID}:about': r'.*',
}
FAMILY = {'language': 'es|en', 'answered': NUMBER, 'task': '[a-z_]*', 'part': NUMBER, 'parts': NUMBER, 'raised': NUMBER, 'helper': r'\w{1,3}',
          'message': rf'[a-z_]+:{NUMBER}', 'left': '1', 'flag:lawyer': '1', 'flag:phone': '1', 'flag:child': '1', 'flag:hearing': NUMBER,
          'flag:speaks': '[a-z_]+'}


def values_of(store: Store, key: str) -> list[str]:
    """What stands under a key, whatever its kind."""
    kind = store.client.type(key)
    if kind == 'string':
        return [store.client.get(key)]
    if kind == 'hash':
        return list(store.client.hvals(key))
    return list(store.client.smembers(key) if kind == 'set' else store.client.zrange(key, 0, -1))


def not_allowed(store: Store) -> list[str]:
    """What stands in the cache and may not."""
    said = []
    for key in store.client.scan_iter('workshop:*'):
        if ':family:' in key:
            said += [f'{key} {name}={value}' for name, value in store.client.hgetall(key).items()
                     if not re.fullmatch(FAMILY.get(name, 'never'), value)]
        else:
            rule = next((value for pattern, value in KEYS.items() if re.fullmatch(pattern, key)), 'never')
            said += [f'{key}={value}' for value in values_of(store, key) if not re.fullmatch(rule, value)]
    return said
