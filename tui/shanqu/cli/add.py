"""shanqu add PATH…: import and index."""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

from shanqu.cli.choices import library_dir
from shanqu.cli.output import complain, print_json, print_text, terminal_width
from shanqu.cli.parsing import UsageError, add_json
from shanqu.i18n import _, translated
from shanqu.indexing import ClusterError, Crew, Progress, Report, add
from shanqu.progress import progress_line
from shanqu.text.gate import safe
from shanqu.text.width import crop

_CLEAR_LINE = "\r\x1b[K"
_SHOWN_SECONDS = 0.1


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_("files and folders to read"))
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--jobs", type=int, metavar="N", help=_("read with N processes (default: one for each core)")
    )
    where.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help=_("read on the Dask cluster with this scheduler, whose machines see the same files"),
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Read what is new or changed; 1 where some files could not be read."""
    shown = _Shown()
    try:
        report = add(options.paths, library_dir(options), shown.tell, _crew(options))
    except ClusterError as error:
        shown.clear()
        complain(translated(error.message))
        return 1
    except KeyboardInterrupt:
        shown.clear()
        complain(_("stopped; what has been read is kept, and the same command goes on from there"))
        raise
    finally:
        shown.clear()
    _print(report, as_json=options.json)
    return 1 if report.failed else 0


def _crew(options: Namespace) -> Crew | None:
    # Only now: a command that has little to do need not wait for it.
    if options.cluster:
        from shanqu.indexing.executors import cluster

        return cluster(options.cluster)
    if options.jobs is None:
        return None
    if options.jobs < 1:
        raise UsageError(_("--jobs: at least one process is needed"))
    from shanqu.indexing.executors import alone, processes

    return alone() if options.jobs == 1 else processes(options.jobs)


class _Shown:
    """The line that shows how far it has come, on a terminal."""

    def __init__(self) -> None:
        self._wanted = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._at = 0.0

    def tell(self, progress: Progress) -> None:
        """Show it, but not more often than can be read; what went wrong at once."""
        now = time.monotonic()
        if self._wanted and (now - self._at >= _SHOWN_SECONDS or progress.done == progress.total):
            self._at = now
            line = f"{progress_line(progress)} · {safe(Path(progress.path).name)}"
            sys.stderr.write(_CLEAR_LINE + crop(line, (terminal_width() or 80) - 1))
            sys.stderr.flush()
        if progress.error:
            self.clear()
            complain(f"{progress.path}: {translated(progress.error)}")

    def clear(self) -> None:
        """Take the line away."""
        if self._wanted:
            sys.stderr.write(_CLEAR_LINE)
            sys.stderr.flush()


def _print(report: Report, *, as_json: bool) -> None:
    counts = {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "moved": report.moved,
        "gone": report.gone,
    }
    if as_json:
        failed = [{"path": path, "reason": reason} for path, reason in report.failed]
        print_json(counts | {"failed": failed})
        return
    text = _("{added} added, {updated} updated, {unchanged} unchanged, {failed} failed")
    line = text.format(failed=len(report.failed), **counts)
    if report.moved:
        line += _(", {number} moved").format(number=report.moved)
    if report.gone:
        line += _(", {number} marked as gone").format(number=report.gone)
    print_text(line)
