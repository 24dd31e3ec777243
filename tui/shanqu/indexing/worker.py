"""The process behind `Background`: python -m shanqu.indexing.worker LIBRARY PATH...

It tells what it does in JSON lines: {"progress": ...} for each file, then {"report": ...} or {"failure": ...}.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Thread

from shanqu.indexing.adding import add
from shanqu.indexing.reports import Progress
from shanqu.messages import packed
from shanqu.store import LibraryError

_NICENESS = 5


def main(arguments: Sequence[str]) -> int:
    """Import; the exit status is 0 when done, 1 when the library cannot be written or nobody listens."""
    library, *paths = map(Path, arguments)
    _end_with_parent()
    # Whatever else prints must not get between the lines.
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def tell(said: object) -> None:
        print(json.dumps(said), file=channel, flush=True)

    def tell_progress(progress: Progress) -> None:
        error = progress.error and packed(progress.error)
        tell({"progress": asdict(progress) | {"error": error}})

    with suppress(OSError, AttributeError):
        os.nice(_NICENESS)
    try:
        report = add(paths, library, tell_progress)
        tell({"report": asdict(report) | {"failed": [(path, packed(why)) for path, why in report.failed]}})
    except LibraryError as error:
        tell({"failure": packed(error.message)})
        return 1
    except BrokenPipeError:
        os._exit(1)  # nobody reads any more; what is written so far is kept
    except OSError as error:
        tell({"failure": f"{error.filename}: {error.strerror}" if error.filename else str(error)})
        return 1
    return 0


def _end_with_parent() -> None:
    # The parent holds the other end of standard input as long as it lives. SQLite undoes a transaction
    # that is cut off, so the process may end at any point.
    def watch() -> None:
        while os.read(sys.stdin.fileno(), 4096):
            pass
        os._exit(1)

    signal.signal(signal.SIGTERM, lambda *_: os._exit(143))
    Thread(target=watch, name="parent", daemon=True).start()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
