"""Files into the library: only what is new or changed, file by file, so that it can stop at any time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from shanqu.indexing.failures import BadRows, reason_of
from shanqu.indexing.own_rules import rules_number, take_own_rules
from shanqu.indexing.readings import counties_named, reading
from shanqu.indexing.reports import Progress, Report
from shanqu.indexing.resume import noted
from shanqu.indexing.templates import Templates
from shanqu.messages import system_reason
from shanqu.model import Page
from shanqu.store import LibraryError
from shanqu.store.edges import Edges
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store
from shanqu.text.names import path_name
from shanqu.text.paragraphs import cleaned_text

# Raise it whenever the rules of cleaning or extraction change what they find: the next import then reads
# the files again, though they are the same.
RULES_VERSION = 7

_PAGES_PER_TRANSACTION = 20


@dataclass(slots=True)
class _Tally:
    rules: int
    added: int = 0
    unchanged: int = 0
    updated: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    templates: Templates | None = None
    read: set[Path] = field(default_factory=set)
    # Files to read though they are as the library knows them.
    renewed: set[Path] = field(default_factory=set)

    def report(self) -> Report:
        return Report(self.added, self.unchanged, self.updated, tuple(self.failed))


def add(
    paths: Sequence[Path], library: Path, on_progress: Callable[[Progress], None] | None = None
) -> Report:
    """Read files and folders into the library in folder `library`, which is made if it is missing.

    Files that the library holds as they are now are passed over; files that are gone stay in it. A file
    that cannot be read is reported, and the rest goes on. Raises LibraryError where the library itself
    cannot be written.
    """
    tally = _Tally(rules=rules_number(RULES_VERSION))
    if refused := take_own_rules():
        tally.failed.append(refused)
    with Store(library) as store, Edges(library) as edges, noted(library, paths):
        tally.templates = templates = Templates(library, edges)
        if templates.refused:
            tally.failed.append(templates.refused)
        files, missing = found_files(paths)
        total = len(files) + len(missing)
        for done, (name, reason) in enumerate(missing, 1):
            tally.failed.append((name, reason))
            if on_progress:
                on_progress(Progress(done, total, name, None, reason))
        for done, path in enumerate(files, 1 + len(missing)):
            article, error = _add_file(store, path, tally)
            if error:
                tally.failed.append((path_name(path), error))
            if on_progress:
                on_progress(Progress(done, total, path_name(path), article, error))
        _read_again(store, tally, templates)
        if tally.added or tally.updated:
            store.tidy()
    return tally.report()


def found_files(paths: Sequence[Path]) -> tuple[list[Path], list[tuple[str, str]]]:
    """The files to read, each once, with absolute paths; and the paths that cannot be read, with the reason."""
    from shanqu.ingest import IngestError, discover

    files: dict[Path, None] = {}
    missing: list[tuple[str, str]] = []

    def tell(error: IngestError) -> None:
        missing.append((error.path, error.reason))

    for path in paths:
        try:
            files.update(dict.fromkeys(discover([path.absolute()], tell)))
        except OSError as error:  # the working folder is gone
            missing.append((path_name(path), system_reason(error)))
    return list(files), missing


def _add_file(store: Store, path: Path, tally: _Tally) -> tuple[int | None, str | None]:
    rows = BadRows()
    try:
        return _read_file(store, path, tally, rows), rows.reason()
    except LibraryError:
        raise
    except Exception as error:
        # One page that trips a rule must not keep the others out; it is named in the report.
        return None, reason_of(error, rows)


def _read_again(store: Store, tally: _Tally, templates: Templates) -> None:
    """Read the files once more whose site has another template now than they were read with.

    Those that were read just before are not counted twice.
    """
    templates.learn()
    counted = frozenset(tally.read)
    tally.renewed.update(path for path in templates.stale() if path.is_file())
    for path in sorted(tally.renewed):
        before = tally.added, tally.updated, tally.unchanged
        _add_file(store, path, tally)
        again = tally.updated - before[1]
        tally.added, tally.updated, tally.unchanged = before
        if path not in counted:
            tally.updated += again
            tally.unchanged = max(0, tally.unchanged - again)
    templates.settle()


def _read_file(store: Store, path: Path, tally: _Tally, rows: BadRows) -> int | None:
    from shanqu.ingest import read

    state = path.stat()
    name = path_name(path)
    known = store.known(name)
    current = (state.st_size, state.st_mtime, tally.rules)
    renewed = path in tally.renewed
    if store.source(name) == current and not renewed:
        tally.unchanged += len(known)
        return None
    tally.read.add(path)
    last = None
    seen: set[str] = set()
    pages = read(path, rows.add)
    while batch := list(islice(pages, _PAGES_PER_TRANSACTION)):
        seen.update(page.member for page in batch)
        changed = []
        for page in batch:
            held = known.get(page.member)
            if held and held.sha256 == page.sha256 and held.rules == tally.rules and not renewed:
                tally.unchanged += 1
            else:
                changed.append(_analysed(page, tally.templates))
        last = _write(store, changed, tally.rules) or last
        updated = sum(one.article.page.member in known for one in changed)
        tally.updated += updated
        tally.added += len(changed) - updated
    if tally.templates is not None:
        tally.templates.finish()
    with store.transaction():
        for member in known.keys() - seen:
            store.delete(known[member].id)
        # What has bad rows is told of again, until it is mended.
        if not rows.number:
            store.finish_source(name, *current)
    return last


def _write(store: Store, changed: Sequence[Analysed], rules: int) -> int | None:
    if not changed:
        return None
    number = None
    with store.transaction():
        for analysed in changed:
            number = store.write(analysed, rules=rules, reading=reading)
    return number


def _analysed(page: Page, templates: Templates | None) -> Analysed:
    from shanqu.clean import clean
    from shanqu.extract import extract
    from shanqu.text.sketches import sketch

    article = templates.cleaned(page) if templates else clean(page)
    extraction = extract(article)
    return Analysed(article, extraction, sketch(cleaned_text(article)), counties_named(extraction))
