"""Pieces of work carried out by an executor: as many in flight as it can use, their results in order.

An executor may break: a process is killed, a machine goes down. Then what was in flight is done again, one file after
the other, so that a file that ends whoever reads it is found out and left aside.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

from shanqu.indexing.executors import ClusterError, Crew
from shanqu.indexing.working import Context, Done, Job, work
from shanqu.messages import Message
from shanqu.store.errors import LibraryError

# So often a file is tried again by itself before it is taken to be what ends the processes.
_TRIES = 2
# How often it is looked whether those who work are still there.
_GLANCE_SECONDS = 1.0
# After so many such files in a row it is not the files.
_IN_A_ROW = 4

Label = TypeVar("Label")


@dataclass(slots=True)
class _InFlight(Generic[Label]):
    label: Label
    jobs: tuple[Job, ...]
    future: Future[list[Done]] | None = None
    doubtful: bool = False


class Run(Generic[Label]):
    """One crew at work. Whoever begins one must `close` it."""

    def __init__(self, crew: Crew, context: Context) -> None:
        self._crew = crew
        self._context = context
        self._executor = crew.begin()
        self._flight: deque[_InFlight[Label]] = deque()
        self._ended_in_a_row = 0

    def results(self, pieces: Iterable[tuple[Label, tuple[Job, ...]]]) -> Iterator[tuple[Label, list[Done]]]:
        """The pieces with what came of them, in order; they are taken only as fast as they are worked on.

        Raises ClusterError where the cluster is lost, LibraryError where processes end whatever they read.
        """
        for label, jobs in pieces:
            piece = _InFlight(label, jobs)
            self._flight.append(piece)
            if not self._flight[0].doubtful:
                self._begin(piece)
            while len(self._flight) >= self._crew.window:
                yield self._first()
        while self._flight:
            yield self._first()

    def close(self) -> None:
        """Work on nothing any more, whatever is in flight."""
        self._flight.clear()
        self._crew.end(self._executor)

    def _begin(self, piece: _InFlight[Label]) -> None:
        if not piece.jobs:
            piece.future = Future()
            piece.future.set_result([])
            return
        try:
            piece.future = self._executor.submit(work, self._context, piece.jobs)
        except RuntimeError:  # it is broken already, as the first one in flight will tell
            piece.doubtful = True

    def _first(self) -> tuple[Label, list[Done]]:
        piece = self._flight[0]
        done = None if piece.doubtful else self._result(piece)
        if done is None:
            done = [self._by_itself(job) for job in piece.jobs]
        self._flight.popleft()
        if piece.doubtful and not any(other.doubtful for other in self._flight):
            for other in self._flight:
                self._begin(other)
        return piece.label, done

    def _result(self, piece: _InFlight[Label]) -> list[Done] | None:
        assert piece.future is not None
        try:
            return self._wait(piece.future)
        except Exception:
            # The jobs themselves raise nothing, so it is whoever was to do them.
            self._broken()
            return None

    def _wait(self, future: Future[list[Done]]) -> list[Done]:
        """What comes of the work. Raises whatever ended it, TimeoutError where nobody is there any more to do it."""
        while True:
            try:
                return future.result(_GLANCE_SECONDS)
            except TimeoutError:
                if future.done():
                    return future.result()
                if not self._crew.there():
                    raise

    def _broken(self) -> None:
        for piece in self._flight:
            future = piece.future
            if future is None or not future.done() or future.cancelled() or future.exception():
                piece.future, piece.doubtful = None, True
        self._again()

    def _again(self) -> None:
        self._crew.end(self._executor)
        self._executor = self._crew.begin()

    def _by_itself(self, job: Job) -> Done:
        for _ in range(_TRIES):
            try:
                (done,) = self._wait(self._executor.submit(work, self._context, (job,)))
            except (ClusterError, LibraryError):
                raise
            except Exception as error:
                ended = _said(error)
                self._again()
            else:
                self._ended_in_a_row = 0
                return done
        self._ended_in_a_row += 1
        if self._ended_in_a_row == _IN_A_ROW:
            raise LibraryError(
                Message("the processes that read files end again and again ({error})", error=ended)
            )
        return Done(
            error=Message("the process that read it ended unexpectedly ({error})", error=ended), whole=True
        )


def _said(error: BaseException) -> str:
    """What went wrong, and why, in one line."""
    parts = []
    while True:
        line = " ".join(str(error).split())
        parts.append(f"{type(error).__name__}: {line}" if line else type(error).__name__)
        if error.__cause__ is None:
            return "; ".join(parts)
        error = error.__cause__
