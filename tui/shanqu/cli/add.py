"""shanqu add PATH…: import and index."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from shanqu.cli.choices import library_dir
from shanqu.cli.output import complain, print_json, print_text
from shanqu.cli.parsing import add_json
from shanqu.i18n import _, translated
from shanqu.indexing import Progress, Report, add
from shanqu.text.gate import safe

_CLEAR_LINE = "\r\x1b[K"


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_("files and folders to read"))
    add_json(parser)


def run(options: Namespace) -> int:
    """Read what is new or changed; 1 where some files could not be read."""
    show = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def tell(progress: Progress) -> None:
        if show:
            sys.stderr.write(
                f"{_CLEAR_LINE}{progress.done}/{progress.total} {safe(Path(progress.path).name)[:40]}"
            )
            sys.stderr.flush()
        if progress.error:
            if show:
                sys.stderr.write(_CLEAR_LINE)
            complain(f"{progress.path}: {translated(progress.error)}")

    try:
        report = add(options.paths, library_dir(options), tell)
    finally:
        if show:
            sys.stderr.write(_CLEAR_LINE)
    _print(report, as_json=options.json)
    return 1 if report.failed else 0


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        failed = [{"path": path, "reason": reason} for path, reason in report.failed]
        counts = {"added": report.added, "updated": report.updated, "unchanged": report.unchanged}
        print_json(counts | {"failed": failed})
        return
    text = _("{added} added, {updated} updated, {unchanged} unchanged, {failed} failed")
    print_text(
        text.format(
            added=report.added, updated=report.updated, unchanged=report.unchanged, failed=len(report.failed)
        )
    )
