"""Importing in a process of its own, so that the browser stays quick."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from shanqu.indexing.reports import Progress, Report
from shanqu.messages import Message, unpacked

_PATIENCE = 2.0


class Background:
    """A running import. Nothing but iterating waits for it.

    The process ends with its work, when cancelled, and when this process ends, however that happens.
    """

    def __init__(self, paths: Sequence[Path], library: Path) -> None:
        """Start to read `paths` into the library in folder `library`."""
        command = [sys.executable, "-m", "shanqu.indexing.worker", str(library), *map(str, paths)]
        # The worker reads its standard input only to notice that this end of it is gone.
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._news: SimpleQueue[Progress | None] = SimpleQueue()
        self._report: Report | None = None
        self._failure: str | None = None
        self._ended = False
        self._cancelled = False
        Thread(target=self._listen, name="import", daemon=True).start()

    @property
    def process_id(self) -> int:
        """The number of the process that does the work."""
        return self._process.pid

    @property
    def report(self) -> Report | None:
        """The result, once the import has come to its end."""
        return self._report

    @property
    def failure(self) -> str | None:
        """One sentence on what stopped the import before its end."""
        return self._failure

    @property
    def running(self) -> bool:
        """Whether there is still something to come."""
        return not self._ended

    def __iter__(self) -> Iterator[Progress]:
        """The files as they are done; waits for each, so not for the thread of the screen."""
        while not self._ended:
            if (progress := self._take(self._news.get())) is not None:
                yield progress

    def poll(self) -> list[Progress]:
        """The files done since the last call, without waiting."""
        found = []
        while not self._ended:
            try:
                progress = self._take(self._news.get_nowait())
            except Empty:
                break
            if progress is not None:
                found.append(progress)
        return found

    def cancel(self) -> None:
        """Stop. What has been read so far is in the library; the next import goes on from there."""
        self._cancelled = True
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _take(self, news: Progress | None) -> Progress | None:
        self._ended = news is None
        return news

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._hear(json.loads(line))
        status = self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()
        if self._report is None and self._failure is None and status and not self._cancelled:
            self._failure = Message("the import ended unexpectedly (status {status})", status=status)
        self._news.put(None)

    def _hear(self, said: dict[str, Any]) -> None:
        match said:
            case {"progress": dict(fields)}:
                error = fields["error"] and unpacked(fields["error"])
                self._news.put(Progress(**fields | {"error": error}))
            case {"report": {"failed": list(failed), **counts}}:
                self._report = Report(failed=tuple((path, unpacked(why)) for path, why in failed), **counts)  # type: ignore[arg-type]
            case {"failure": sentence}:
                self._failure = unpacked(sentence)
