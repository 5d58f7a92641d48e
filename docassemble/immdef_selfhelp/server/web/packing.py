# do not pre-load: belongs to the local server's web application
"""Importing this keeps each step of a session compressed inside its encryption (docs/adr/037).

A step of docassemble 1.10.13 is the whole session, encrypted: 58 kB for forty events, and sixty steps are kept. The same names and words come
again and again in it, so a fifth of that is enough, and what is smaller is encrypted, sent to the database and written faster. Steps from before
this, and those of an existing docassemble, are read as they are.
"""
import codecs
import pickle
import zlib
from typing import Any

from Cryptodome.Cipher import AES
from docassemble.base.functions import pickleable_objects
from docassemble.webapp.utils import encryption
from docassemble.webapp.utils.fixpickle import fix_pickle_dict

from docassemble.immdef_selfhelp.server.web.rebinding import replace

FASTEST = 1
# How zlib begins at that level. A pickle begins with 0x80.
COMPRESSED = zlib.compress(b'', FASTEST)[:2]


def encrypt_dictionary(variables: dict[str, Any], secret: str) -> str:
    """A session as it is kept."""
    return str(encryption.encrypt_phrase(zlib.compress(pickle.dumps(pickleable_objects(variables)), FASTEST), secret))


def decrypt_dictionary(kept: str, secret: str) -> Any:
    """The session that was kept, compressed or not. Raises as docassemble does when the secret is another one."""
    start, rest = kept[:AES.block_size].encode(), kept[AES.block_size:].encode()
    packed = bytes(encryption.unpad(AES.new(secret.encode(), AES.MODE_CBC, start).decrypt(codecs.decode(rest, 'base64'))))
    return fix_pickle_dict(zlib.decompress(packed) if packed.startswith(COMPRESSED) else packed)


replace(encryption.encrypt_dictionary, encrypt_dictionary)
replace(encryption.decrypt_dictionary, decrypt_dictionary)
