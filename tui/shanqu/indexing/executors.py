"""Where files are worked on: in this process, in several of this machine, or on a Dask cluster."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from shanqu.indexing.working import begin_process
from shanqu.messages import Message

_CONNECT_SECONDS = 20
# Pieces in flight for each that works: one that is worked on, one that waits so that nobody ever does.
_AHEAD = 2


class ClusterError(Exception):
    """The cluster cannot be used; `message` is one clear sentence."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Crew(NamedTuple):
    """Somewhere to work: how many pieces may be in flight, how many files make a piece, how to begin (again, if the
    last executor broke) and to end, whatever is still in flight, and whether anybody is there: an executor may be lost
    without telling those who wait for it."""

    window: int
    piece: int
    begin: Callable[[], Executor]
    end: Callable[[Executor], None]
    there: Callable[[], bool] = lambda: True


class Here(Executor):
    """Does what it is given at once, in this thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def alone() -> Crew:
    """This process."""
    return Crew(1, 1, Here, lambda executor: executor.shutdown())


def processes(number: int | None = None) -> Crew:
    """So many processes of this machine; by default one for each core that this process may use."""
    workers = number or _cores()
    # Not forked from this process, which holds the library open and may have threads, but from one that has loaded
    # what reading needs: that takes seconds, and is then in memory once for all of them.
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload(["shanqu.indexing.warm"])
    # Nothing is ever sent. `held` is closed when this process ends, however that happens, and not before.
    listened, held = forking.Pipe(duplex=False)

    def begin(held: Connection = held) -> Executor:
        return ProcessPoolExecutor(workers, forking, initializer=begin_process, initargs=(listened,))

    return Crew(workers * _AHEAD, 8, begin, _end_processes)


def _end_processes(executor: Executor) -> None:
    # What is being read is of no use to anybody any more, and takes long to be read to its end.
    for process in list((getattr(executor, "_processes", None) or {}).values()):
        process.kill()
    # One may have been telling its result. Whoever listens must hear that nobody is left who could end that sentence,
    # and it does not as long as this process could speak, too.
    told = getattr(executor, "_result_queue", None)
    if told is not None:
        told._writer.close()
    executor.shutdown(cancel_futures=True)


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def cluster(address: str) -> Crew:
    """The workers of a Dask scheduler. They must see the files under the same paths, and have shanqu installed.

    Raises ClusterError.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            Message("for a cluster install shanqu with its extra: pip install 'shanqu[cluster]'")
        ) from None
    # What it has to say of workers that come and go is no news to whoever waits for files to be read.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
        workers = len(client.ncores())
    except (OSError, ValueError) as error:
        text = Message("no cluster answers at {address}: {reason}", address=address, reason=str(error))
        raise ClusterError(text) from error
    if not workers:
        client.close()
        raise ClusterError(Message("the cluster at {address} has no workers", address=address))

    def begin() -> Executor:
        if client.status != "running":
            raise ClusterError(Message("the cluster at {address} is gone", address=address))
        executor: Executor = client.get_executor(pure=False)
        return executor

    return Crew(
        workers * _AHEAD,
        8,
        begin,
        lambda executor: executor.shutdown(wait=False),
        lambda: bool(client.status == "running"),
    )
