"""The user's folders as plain names, for what must be on screen before anything is loaded; see `paths` for all else."""

from __future__ import annotations

import os
import sys

_NAME = "shanqu"
_LIBRARY_VARIABLE = "SHANQU_LIBRARY"
_DEFAULTS = {
    "data": "~/.local/share",
    "state": "~/.local/state",
    "config": "~/.config",
    "cache": "~/.cache",
}


def folder(kind: str) -> str:
    """The program's own folder for its `data`, `state`, `config` or `cache`."""
    if sys.platform in ("win32", "darwin"):
        from platformdirs import PlatformDirs

        return str(getattr(PlatformDirs(_NAME, appauthor=False), f"user_{kind}_dir"))
    # As platformdirs has it, without its price.
    base = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
    home = os.path.expanduser(_DEFAULTS[kind])  # noqa: PTH111 - Path.expanduser raises where there is no home
    return os.path.join(base if base.strip() else home, _NAME)  # noqa: PTH118


def library() -> str:
    """The library's folder where the command line names none: the environment's, else the user's own."""
    return os.environ.get(_LIBRARY_VARIABLE) or own_library()


def own_library() -> str:
    """The folder of the user's own library."""
    return os.path.join(folder("data"), "library")  # noqa: PTH118


def config() -> str:
    """The file with the user's settings."""
    return os.path.join(folder("config"), "config.toml")  # noqa: PTH118
