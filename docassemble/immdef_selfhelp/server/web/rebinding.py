# do not pre-load: saving and session_lock bring it
"""A function of docassemble's web application replaced by ours, in every module of it that has taken the name over (`from ... import`)."""
import sys
from collections.abc import Callable
from typing import Any


def replace(original: Callable[..., Any], ours: Callable[..., Any]) -> None:
    """Let each module of docassemble's web application call `ours` where it called `original` until now."""
    name = original.__name__
    for module_name, module in list(sys.modules.items()):
        if module_name.startswith('docassemble.webapp') and vars(module).get(name) is original:
            setattr(module, name, ours)
