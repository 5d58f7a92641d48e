"""Whether the disk with the answers has room left: asked by who watches over the server, and by the page that says why something was not kept."""
import shutil
from pathlib import Path

# Below this the database can take no answer for much longer.
ROOM_BYTES = 30_000_000


def is_full(folder: Path) -> bool:
    """Whether the disk of a data folder is as good as full. Raises OSError when the folder is gone."""
    return shutil.disk_usage(folder).free < ROOM_BYTES
