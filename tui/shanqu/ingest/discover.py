"""Which files there are to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from shanqu.ingest.errors import IngestError, OnError, unreadable
from shanqu.ingest.sniff import suffix_of
from shanqu.messages import Message
from shanqu.text.names import path_name

# Most files of JSON in a folder are settings, so those are read only where they are named.
SUFFIXES = frozenset(
    {
        *("", ".txt", ".text", ".md", ".markdown"),
        *(".html", ".htm", ".xhtml", ".shtml", ".shtm", ".mhtml", ".mht"),
        *(".jsonl", ".ndjson", ".csv", ".tsv", ".warc"),
    }
)


def discover(paths: Iterable[Path], on_error: OnError | None = None) -> Iterator[Path]:
    """The files behind `paths`: files as they are, folders walked in sorted order.

    Inside folders hidden entries, and files whose suffix no reader knows, are passed over; a file that
    is named itself is always yielded. What cannot be looked at does not stop the rest: a missing path,
    a closed folder and a folder without any such file are told to `on_error`; without it, the first of
    them is raised as `IngestError` after everything else.
    """
    problems: list[IngestError] = []
    for path in paths:
        yield from _behind(path, on_error or problems.append)
    if problems:
        raise problems[0]


def _behind(path: Path, tell: OnError) -> Iterator[Path]:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, ValueError):
        tell(IngestError(path_name(path), Message("There is no such file or folder.")))
    except OSError as error:
        tell(unreadable(path, error))
    else:
        if not stat.S_ISDIR(mode):
            yield path
            return
        told: list[IngestError] = []
        found = False
        for file in _walk(path, told.append):
            found = True
            yield file
        for problem in told:
            tell(problem)
        if not found and not told:
            tell(IngestError(path_name(path), Message("There is no file with text in this folder.")))


def _walk(folder: Path, tell: OnError) -> Iterator[Path]:
    def closed(error: OSError) -> None:
        tell(unreadable(Path(error.filename or folder), error))

    # os.walk does not follow links to folders, so a link that leads back up cannot trap it.
    for root, folders, files in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith(".") and is_known(path):
                yield path


def is_known(path: Path) -> bool:
    """Whether the file's name promises text that a reader knows."""
    name = path.name.lower()
    return suffix_of(path) in SUFFIXES or name.endswith(".warc.gz")
