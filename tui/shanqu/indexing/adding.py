"""Files into the library: only what is new or changed, piece by piece, so that it can stop at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path

from shanqu.indexing.executors import Crew, alone, processes
from shanqu.indexing.own_rules import rules_number, take_own_rules
from shanqu.indexing.planning import LARGE, Passed, Piece, Plan, gone_below, pieces, planned
from shanqu.indexing.reports import Pace, Progress, Report
from shanqu.indexing.resume import noted, unfinished
from shanqu.indexing.running import Run
from shanqu.indexing.templates import Templates
from shanqu.indexing.working import Context, Done, packed
from shanqu.messages import system_reason
from shanqu.store.edges import Edges
from shanqu.store.writer import Store
from shanqu.text.names import path_name

# Raise it whenever the rules of cleaning or extraction change what they find: the next import then reads
# the files again, though they are the same.
RULES_VERSION = 23

# To start processes takes longer than to read a few files.
_FEW_FILES = 24
# In place of the size of a file that has been read.
_READ = -1


def add(
    paths: Sequence[Path],
    library: Path,
    on_progress: Callable[[Progress], None] | None = None,
    crew: Crew | None = None,
) -> Report:
    """Read files and folders into the library in folder `library`, which is made if it is missing.

    Files that the library holds as they are now are passed over, also where they have moved; those that are gone stay
    in it and are marked. A file that cannot be read is reported, and the rest goes on. `crew` does the reading; None:
    processes of this machine, if there is enough to do. Raises LibraryError where the library itself cannot be
    written, ClusterError where the crew is a cluster and is lost; what has been read by then is kept.
    """
    refused = take_own_rules()
    broke_off = bool(unfinished(library))
    with Store(library) as store, Edges(library) as edges, noted(library, paths):
        templates = Templates(library, edges)
        if broke_off:
            templates.take_up()
        files, missing = found_files(paths)
        adding = _Adding(store, edges, templates, files, on_progress)
        adding.total += len(missing)
        adding.failed += [one for one in (refused, templates.refused) if one]
        for name, reason in missing:
            adding.tell_failed(name, reason)
        adding.mark(paths)
        adding.read(planned(store, files, adding.rules, adding.passed), crew)
        templates.learn()
        adding.read(adding.to_read_again(), crew)
        if adding.written:
            store.tidy()
    return adding.report()


def found_files(paths: Sequence[Path]) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """The files to read, each once, as absolute paths with their sizes; and the paths that cannot be read, with the
    reason."""
    from shanqu.ingest import IngestError, discover

    files: dict[str, int] = {}
    missing: list[tuple[str, str]] = []

    def tell(error: IngestError) -> None:
        missing.append((error.path, error.reason))

    for path in paths:
        try:
            for file in discover([path.absolute()], tell):
                files[path_name(file)] = _size(file)
        except OSError as error:  # the working folder is gone
            missing.append((path_name(path), system_reason(error)))
    return files, missing


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0  # why, is told when it is read


class _Adding:
    """One import: takes what comes of the files into the library, and counts."""

    def __init__(
        self,
        store: Store,
        edges: Edges,
        templates: Templates,
        files: dict[str, int],
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self.rules = rules_number(RULES_VERSION)
        self.failed: list[tuple[str, str]] = []
        self.written = False
        self._store, self._edges, self._templates = store, edges, templates
        self._on_progress = on_progress
        self._added = self._updated = self._unchanged = self._moved = self._gone = 0
        self._done, self.total = 0, len(files)
        self._files = files
        self._pace = Pace(sum(files.values()))

    def report(self) -> Report:
        return Report(
            self._added, self._unchanged, self._updated, self._moved, self._gone, tuple(self.failed)
        )

    # Which files.

    def mark(self, paths: Sequence[Path]) -> None:
        """Mark what is gone, and what is there again."""
        back = [path for path in self._store.gone() if path in self._files]
        # Those that have only moved are found when the new ones are read.
        gone = gone_below(self._store, paths, self._files)
        with self._store.transaction():
            self._store.mark_gone(back, gone=False)
            self._gone = self._store.mark_gone(gone)

    def passed(self, file: Passed) -> None:
        """A file need not be read."""
        name = path_name(file.path)
        if file.error:
            self.tell_failed(name, file.error)
            return
        if file.moved_from:
            self._edges.move(file.moved_from, name)
            self._moved += file.articles
            self._gone = max(0, self._gone - file.articles)
        else:
            self._unchanged += file.articles
        self._pace.step(file.size)
        self._tell(name)

    def to_read_again(self) -> Iterator[Plan]:
        """The files of sites whose template has changed since they were read, site by site."""
        again: set[str] = set()
        for site, names in self._templates.stale():
            plans = [plan for name in names if name not in again and (plan := self._again(name))]
            again.update(names)
            self.total += len(plans)
            self._pace.grow(sum(plan.state.size for plan in plans))
            if plans:
                plans[-1].site = site
            else:
                self._templates.settle(site)
            yield from plans

    def _again(self, name: str) -> Plan | None:
        source = self._store.source(name)
        if source is None or not Path(name).is_file():
            return None
        return Plan(Path(name), source._replace(rules=self.rules), self._store.known(name), renew=True)

    # Reading.

    def read(self, plans: Iterator[Plan], crew: Crew | None) -> None:
        """Read these files, and write what comes of them."""
        if crew is None:
            few = list(islice(plans, _FEW_FILES + 1))
            much = len(few) > _FEW_FILES or any(plan.state.size > LARGE for plan in few)
            crew = processes() if much else alone()
            plans = chain(few, plans)
        first = next(plans, None)
        if first is None:
            return
        context = Context(RULES_VERSION, self.rules, packed(self._templates.in_force()))
        run: Run[Piece] = Run(crew, context)
        with closing(run):
            for piece, done in run.results(pieces(chain([first], plans), crew.piece)):
                self._take(piece, [piece.ready] if piece.ready else done)

    def _take(self, piece: Piece, found: Sequence[Done]) -> None:
        # First what is only remembered: were it lost, the file would not be read again for it.
        self._templates.take([edge for done in found for edge in done.edges])
        with self._store.transaction():
            for plan, done in zip(piece.plans, found, strict=True):
                self._write(plan, done)
                if piece.ends:
                    self._finish(plan)
        for plan, done in zip(piece.plans, found, strict=True):
            pages = len(done.members) if piece.large else 1
            self._pace.step(piece.size / len(piece.plans), pages)
            if piece.ends:
                self._tell_done(plan)
            else:
                self._tell(path_name(plan.path), done=False)

    def _write(self, plan: Plan, done: Done) -> None:
        plan.members |= done.members
        plan.whole |= done.whole
        plan.error = plan.error or done.error
        updated = 0
        for prepared in done.prepared:
            plan.article = self._store.put(prepared, rules=self.rules)
            updated += prepared.member in plan.known
            self.written = True
        size = self._files.get(path_name(plan.path))
        if plan.renew and size == _READ:
            return  # it is counted already
        self._updated += updated
        self._added += len(done.prepared) - updated
        self._unchanged += done.unchanged
        if plan.renew and size is not None:
            self._unchanged = max(0, self._unchanged - updated)

    def _finish(self, plan: Plan) -> None:
        name = path_name(plan.path)
        if name in self._files:
            self._files[name] = _READ
        if plan.whole:
            return
        for member in plan.known.keys() - plan.members:
            self._store.delete(plan.known[member].id)
            self.written = True
        # What has bad rows is told of again, until it is mended.
        if not plan.error:
            self._store.finish_source(name, plan.state)

    # Telling.

    def tell_failed(self, name: str, reason: str) -> None:
        """A path, or a part of it, could not be read."""
        self.failed.append((name, reason))
        self._tell(name, error=reason)

    def _tell_done(self, plan: Plan) -> None:
        name = path_name(plan.path)
        if plan.site is not None:
            self._templates.settle(plan.site)
        if plan.error and not plan.renew:
            self.failed.append((name, plan.error))
        self._tell(name, plan.article, plan.error)

    def _tell(
        self, name: str, article: int | None = None, error: str | None = None, *, done: bool = True
    ) -> None:
        self._done += done
        if self._on_progress:
            pace = self._pace.rate_and_left()
            self._on_progress(Progress(self._done, self.total, name, article, error, *pace))
