"""What is done to a file away from the library: in this process, in another one, or on another machine.

Whatever comes in and goes out can be pickled, and does not depend on what was done before.
"""

from __future__ import annotations

import json
import os
import signal
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock, Thread
from typing import NamedTuple

from shanqu.indexing.failures import BadRows, reason_of
from shanqu.indexing.own_rules import rules_number, take_own_rules
from shanqu.indexing.readings import counties_named, reading
from shanqu.indexing.template_file import Site
from shanqu.messages import Message
from shanqu.model import Page
from shanqu.store.edges import Edge
from shanqu.store.preparing import Analysed, Prepared, prepare
from shanqu.text.paragraphs import cleaned_text

Held = Mapping[str, tuple[str, int]]
"""Hash and version of the rules of each page of a file that the library holds, by member."""

_NICENESS = 5
# A worker of a cluster may have several threads. The rules are made for one, and none would be quicker by more.
_ONE_AT_A_TIME = Lock()

# So many keywords of each article are kept.
_KEYWORDS = 8


class Context(NamedTuple):
    """What one import is done with: the version of the rules, in the package and with the user's own ones, and
    the recurring lines of each site, packed, because they travel with every piece of work."""

    packaged: int
    rules: int
    templates: bytes


class Job(NamedTuple):
    """A file to read, or some `pages` of a file that is too large to be read at once.

    `held` are its pages in the library; with `renew` they are read again though they are the same.
    """

    path: Path
    held: Held
    renew: bool = False
    pages: tuple[Page, ...] | None = None


class Done(NamedTuple):
    """What came of a job: the pages that are new or changed, ready to be written, and all members.

    `error` tells why the file, or part of it, gave nothing (`whole`: all of it).
    """

    prepared: tuple[Prepared, ...] = ()
    edges: tuple[Edge, ...] = ()
    members: frozenset[str] = frozenset()
    unchanged: int = 0
    error: str | None = None
    whole: bool = False


def packed(sites: Mapping[str, Site]) -> bytes:
    """The templates as they travel."""
    lines = {key: (site.lines, site.own, site.keep) for key, site in sorted(sites.items())}
    return zlib.compress(json.dumps(lines).encode("ascii"))


@lru_cache(maxsize=2)
def _unpacked(templates: bytes) -> Mapping[str, Site]:
    lines = json.loads(zlib.decompress(templates))
    return {key: Site(*found) for key, found in lines.items()}


def work(context: Context, jobs: Sequence[Job]) -> list[Done]:
    """Read, clean and extract. Raises nothing: what goes wrong with a file is told of it."""
    with _ONE_AT_A_TIME:
        here = rules_number(context.packaged)
        _take_rules(here)
        if here != context.rules:
            refused = Message("the machine that read it has other rules of its user's own than this one")
            return [Done(error=refused, whole=True) for _ in jobs]
        return [_done(context, job) for job in jobs]


def _done(context: Context, job: Job) -> Done:
    from shanqu.ingest import read

    rows = BadRows()
    pages = read(job.path, rows.add) if job.pages is None else iter(job.pages)
    try:
        done = _of_pages(context, job, pages)
    except Exception as error:
        # What trips the reader must not keep the other files out; it is named in the report.
        return Done(error=reason_of(error, rows), whole=True)
    return done._replace(error=rows.reason() or done.error)


def _of_pages(context: Context, job: Job, pages: Iterator[Page]) -> Done:
    prepared, edges, members, unchanged, error = [], [], set(), 0, None
    for page in pages:
        members.add(page.member)
        if job.held.get(page.member) == (page.sha256, context.rules) and not job.renew:
            unchanged += 1
            continue
        try:
            analysed, edge = _analysed(page, _unpacked(context.templates))
            prepared.append(prepare(analysed, reading))
            edges.append(edge)
        except Exception as tripped:
            # One page that trips a rule must not keep the other pages out.
            error = error or reason_of(tripped, BadRows())
    whole = error is not None and not (prepared or unchanged)
    return Done(tuple(prepared), tuple(edges), frozenset(members), unchanged, error, whole)


def _analysed(page: Page, templates: Mapping[str, Site]) -> tuple[Analysed, Edge]:
    from shanqu.extract import extract
    from shanqu.extract.keywords import keywords
    from shanqu.indexing.templates import cleaned_with
    from shanqu.text.sketches import sketch

    article, edge = cleaned_with(page, templates)
    extraction = extract(article)
    telling = [word for word, _ in keywords(article, extraction, _KEYWORDS)]
    counties = counties_named(extraction)
    return Analysed(article, extraction, sketch(cleaned_text(article)), counties, telling), edge


@lru_cache(maxsize=1)
def _take_rules(number: int) -> None:
    # Again only when they have changed: a worker of a cluster may live long.
    take_own_rules()


def begin_process(parent: Connection) -> None:
    """Called when a process of this machine begins to work: it ends when the other end of `parent` is closed."""

    def watch() -> None:
        with suppress(EOFError, OSError):
            parent.recv_bytes()
        os._exit(1)

    # Whoever interrupts the command means the command; it ends its processes itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):
        os.nice(_NICENESS)
    Thread(target=watch, name="parent", daemon=True).start()
