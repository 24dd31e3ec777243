"""Which files there are to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from shanqu.ingest.errors import IngestError

SUFFIXES = frozenset(
    {"", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".csv", ".warc"}
)


def discover(paths: Iterable[Path]) -> Iterator[Path]:
    """The files behind `paths`: files as they are, folders walked in sorted order.

    Inside folders hidden entries, and files whose suffix no reader knows, are passed over; a file that
    is named itself is always yielded. A path that does not exist does not stop the others: after all
    of them `IngestError` is raised for the first one missing.
    """
    missing: list[Path] = []
    for path in paths:
        if path.is_dir():
            yield from _walk(path)
        elif path.exists():
            yield path
        else:
            missing.append(path)
    if missing:
        more = f" ({len(missing) - 1} more paths are missing)" if len(missing) > 1 else ""
        raise IngestError(str(missing[0]), f"There is no such file or folder{more}.")


def _walk(folder: Path) -> Iterator[Path]:
    # os.walk does not follow links to folders, so a link that leads back up cannot trap it.
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith(".") and is_known(path):
                yield path


def is_known(path: Path) -> bool:
    """Whether the file's name promises text that a reader knows."""
    name = path.name.lower()
    return path.suffix.lower() in SUFFIXES or name.endswith(".warc.gz")
