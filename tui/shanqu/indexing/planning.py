"""What there is to do: which files are new or changed, which have only moved, and which are gone."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from shanqu.indexing.failures import BadRows, reason_of
from shanqu.indexing.working import Done, Held, Job
from shanqu.messages import system_reason
from shanqu.model import Page
from shanqu.store.writer import Known, Source, Store
from shanqu.text.names import path_name

# Larger files are read here, page by page, and only their pages are given away.
LARGE = 1024 * 1024
_PAGES_AT_A_TIME = 20
# Files are given away together, for to give one away costs time too; but not more than this, in bytes.
_TOGETHER = 512 * 1024


@dataclass(slots=True)
class Plan:
    """A file that is to be read, and what has been found in it so far."""

    path: Path
    state: Source
    known: dict[str, Known]
    renew: bool = False
    site: str | None = None
    members: set[str] = field(default_factory=set)
    article: int | None = None
    error: str | None = None
    whole: bool = False

    @property
    def held(self) -> Held:
        """What the library holds of it."""
        return {member: (known.sha256, known.rules) for member, known in self.known.items()}


@dataclass(slots=True)
class Piece:
    """Files that are worked on together; or, where `large`, a part of one. `ready` came of it while it was planned."""

    plans: list[Plan]
    ends: bool = True
    large: bool = False
    size: int = 0
    ready: Done | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """A file that need not be read: how many articles stay, and from where it has moved here; or why it cannot."""

    path: Path
    articles: int = 0
    size: int = 0
    moved_from: str | None = None
    error: str | None = None


def planned(
    store: Store, paths: Iterable[str], rules: int, passed: Callable[[Passed], None]
) -> Iterator[Plan]:
    """The files to read; of the others `passed` is told."""
    for name in paths:
        path = Path(name)
        try:
            found = _plan(store, path, rules)
        except OSError as error:
            found = Passed(path, error=system_reason(error))
        if isinstance(found, Passed):
            passed(found)
        else:
            yield found


def _plan(store: Store, path: Path, rules: int) -> Plan | Passed:
    state = path.stat()
    name = path_name(path)
    known = store.known(name)
    source = store.source(name)
    current = Source(state.st_size, state.st_mtime, rules)
    if source and source._replace(sha256="") == current:
        return Passed(path, len(known), state.st_size)
    current = current._replace(sha256=_digest(path))
    if source and (source.sha256, source.rules) == (current.sha256, rules):
        with store.transaction():
            store.finish_source(name, current)
        return Passed(path, len(known), state.st_size)
    if not known and (old := _moved_from(store, current)):
        with store.transaction():
            store.move_source(old, name)
            store.finish_source(name, current)
        return Passed(path, len(store.known(name)), state.st_size, moved_from=old)
    return Plan(path, current, known)


def _moved_from(store: Store, current: Source) -> str | None:
    """The file that is gone and was the same as this one, and read by the same rules."""
    return next((path for path in store.sources_like(current) if is_gone(path)), None)


def _digest(path: Path) -> str:
    if not path.is_file():
        return ""  # a pipe would wait for ever; what it is, is told when it is read
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def is_gone(path: str) -> bool:
    """Whether there is no such file any more; one that nobody may look at is not gone."""
    try:
        Path(path).lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def gone_below(store: Store, paths: Collection[Path], found: Collection[str]) -> list[str]:
    """The files of the library below these paths that are not among the found ones, and are gone."""
    roots = [path_name(Path(os.path.abspath(path))) for path in paths]  # noqa: PTH100 (links stay as they are)
    held = (path for root in roots for path in store.paths_below(root))
    return [path for path in dict.fromkeys(held) if path not in found and is_gone(path)]


def pieces(plans: Iterable[Plan], together: int) -> Iterator[tuple[Piece, tuple[Job, ...]]]:
    """The work of the plans, at most so many files in a piece."""
    gathered: list[Plan] = []
    size = 0
    for plan in plans:
        large = plan.state.size > LARGE
        if gathered and (large or len(gathered) == together or size + plan.state.size > _TOGETHER):
            yield _together(gathered, size)
            gathered, size = [], 0
        if large:
            yield from _parts(plan)
        else:
            gathered.append(plan)
            size += plan.state.size
    if gathered:
        yield _together(gathered, size)


def _together(plans: list[Plan], size: int) -> tuple[Piece, tuple[Job, ...]]:
    return Piece(plans, size=size), tuple(Job(plan.path, plan.held, plan.renew) for plan in plans)


def _parts(plan: Plan) -> Iterator[tuple[Piece, tuple[Job, ...]]]:
    from shanqu.ingest import read

    rows = BadRows()
    held = plan.held
    left = plan.state.size
    end = Done()
    try:
        pages = read(plan.path, rows.add)
        while batch := tuple(islice(pages, _PAGES_AT_A_TIME)):
            # How far it has been read: packed files hold more than they are large.
            size = min(left, sum(page.size for page in batch))
            left -= size
            yield Piece([plan], ends=False, large=True, size=size), (_part(plan, held, batch),)
        end = Done(error=rows.reason())
    except Exception as error:
        end = Done(error=reason_of(error, rows), whole=True)
    yield Piece([plan], large=True, size=left, ready=end), ()


def _part(plan: Plan, held: Held, batch: tuple[Page, ...]) -> Job:
    members = (page.member for page in batch)
    return Job(plan.path, {one: held[one] for one in members if one in held}, plan.renew, batch)
