"""Lets tests import each other as `tests.…`. At the end of the path: at its beginning, the source folder would hide the installed package."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
