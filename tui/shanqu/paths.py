"""Where things are: the library, the settings, the sample articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("shanqu", appauthor=False)


def library_dir() -> Path:
    """The folder of the user's library."""
    return Path(_DIRS.user_data_dir) / "library"


def config_file() -> Path:
    """The user's settings."""
    return Path(_DIRS.user_config_dir) / "config.toml"


def cache_dir() -> Path:
    """The folder for what can be made again at any time."""
    return Path(_DIRS.user_cache_dir)


def passing_library_dir(paths: Sequence[Path]) -> Path:
    """The folder of the library of `shanqu PATH…`: the same for the same paths, kept in the cache."""
    import hashlib

    names = "\0".join(sorted(str(path.resolve()) for path in paths))
    key = hashlib.sha256(names.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return cache_dir() / "libraries" / key


def seeds_dir() -> Path:
    """The folder of the sample articles: in the installed package, else in the checkout around it."""
    package = Path(__file__).resolve().parent
    packaged = package / "seeds"
    return packaged if packaged.is_dir() else package.parents[1] / "seeds"
