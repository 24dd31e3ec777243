"""Where things are: the library, the settings, the sample articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from shanqu import folders


def library_dir() -> Path:
    """The folder of the user's library."""
    return Path(folders.own_library())


def notes_file() -> Path:
    """The user's stars, tags and notes: beside the library, not in it, and one for all libraries."""
    return Path(folders.folder("data")) / "notes.sqlite"


def state_dir() -> Path:
    """The folder for what the program remembers of its use: the last queries."""
    return Path(folders.folder("state"))


def config_file() -> Path:
    """The user's settings."""
    return Path(folders.config())


def history_file() -> Path:
    """The last queries."""
    return state_dir() / "queries"


def copied_file() -> Path:
    """The file with what was copied last."""
    return state_dir() / "copied.txt"


def drafts_dir() -> Path:
    """The folder of notes that have been begun."""
    return state_dir() / "drafts"


def queries_file() -> Path:
    """The user's named queries, beside the settings."""
    return config_file().with_name("queries.toml")


def cache_dir() -> Path:
    """The folder for what can be made again at any time."""
    return Path(folders.folder("cache"))


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


def compiled_rooms() -> tuple[str, ...]:
    """The packages that the installation compiled (see tui/compiling); none where the program runs from its sources."""
    return tuple(sorted(path.name.split("__")[0] for path in Path(__file__).parent.glob("*__mypyc.*")))
