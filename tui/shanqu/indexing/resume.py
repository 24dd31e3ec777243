"""What an import has set out to read, kept beside the library until it has come to its end.

An import may end at any moment: the line is lost, the machine goes down. The next start of the browser
then goes on with what is noted here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_NAME = "unfinished.json"


@contextmanager
def noted(library: Path, paths: Sequence[Path]) -> Iterator[None]:
    """Keep a note of `paths` in the folder of the library while the import runs, and after it if it breaks off.

    Raises LibraryError where it cannot be written.
    """
    # Here, because the browser's start asks only what is unfinished.
    from shanqu.store.connect import clear_errors

    note = library / _NAME
    wanted = [*_paths(note), *(str(path.absolute()) for path in paths)]
    with clear_errors(library):
        _write(note, {"process": os.getpid(), "paths": list(dict.fromkeys(wanted))})
    yield
    note.unlink(missing_ok=True)


def unfinished(library: Path) -> list[Path]:
    """What is left to read of an import that broke off; nothing while it is still running."""
    note = library / _NAME
    process = _read(note).get("process")
    if isinstance(process, int) and _alive(process):
        return []
    return [Path(name) for name in _paths(note)]


def _paths(note: Path) -> list[str]:
    paths = _read(note).get("paths")
    return [str(path) for path in paths] if isinstance(paths, list) else []


def _read(note: Path) -> dict[str, object]:
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(note: Path, content: dict[str, object]) -> None:
    # Names that are no text in UTF-8 come back as they were: JSON keeps their surrogates as escapes.
    part = note.with_suffix(".part")
    part.write_text(json.dumps(content), encoding="utf-8")
    part.replace(note)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
