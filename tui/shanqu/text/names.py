"""Names and words from outside as text: from file systems and from the command line."""

from __future__ import annotations

from pathlib import Path


def path_name(path: Path) -> str:
    """The path as text, the same whatever the locale of the process says of file names.

    Bytes that are not UTF-8 stay as Python's surrogate escapes, so that `os.fsencode` still finds the file.
    """
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")


def legible(text: str) -> str:
    """A word of the command line or a file's name, with U+FFFD for bytes that are not UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
