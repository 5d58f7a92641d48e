# do not pre-load: an existing docassemble server has its own way to run
"""What can go wrong when the server starts, said so that the person at the keyboard knows what to do next."""
from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of `selfhelp serve`. 0 is a clean stop; 2 is argparse's own."""

    CLEAN = 0
    FAILED = 1
    PORT = 3
    FOLDER = 4
    MISSING = 5
    RUNNING = 6
    STORES = 7
    SECRET = 8


class ServerProblem(Exception):
    """A reason not to start or not to go on: a message for a person and the exit code."""

    def __init__(self, message: str, code: Exit = Exit.FAILED) -> None:
        super().__init__(message)
        self.code = code
