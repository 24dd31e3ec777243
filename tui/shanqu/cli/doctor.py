"""shanqu doctor: versions, folders, and whether the library is sound."""

from __future__ import annotations

import platform
import sqlite3
from argparse import ArgumentParser, Namespace
from importlib import metadata

from shanqu import __version__, paths
from shanqu.cli.choices import library_dir
from shanqu.cli.output import complain, print_columns, print_json
from shanqu.cli.parsing import add_json
from shanqu.i18n import translated
from shanqu.query import Library, LibraryError, LibraryMissingError

_PACKAGES = ("textual", "rich", "jieba", "pypinyin", "lxml")


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    add_json(parser)


def run(options: Namespace) -> int:
    """Print what a report of a problem needs; 1 where the library is there and not sound."""
    directory = library_dir(options)
    record: dict[str, object] = {
        "shanqu": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: _version(name) for name in _PACKAGES},
        "compiled": ", ".join(paths.compiled_rooms()) or None,
        "library": str(directory),
        "settings": str(paths.config_file()),
        "samples": str(paths.seeds_dir()),
    }
    problems: list[str] = []
    try:
        with Library.open(directory) as library:
            summary = library.summary()
            problems = library.check()
            record |= {
                "articles": summary.articles,
                "counties": summary.counties,
                "reprint_groups": summary.reprint_groups,
                "entities": sum(one.total for one in library.leading(most=1)),
            }
    except LibraryMissingError:
        record |= {"articles": None}
    except LibraryError as error:
        problems = [error.message]
    record["problems"] = problems
    if options.json:
        print_json(record)
    else:
        rows = [
            (name, "–" if value is None else str(value))
            for name, value in record.items()
            if name != "problems"
        ]
        print_columns(rows, last_fills=False)
    for problem in problems:
        complain(translated(problem))
    return 1 if problems else 0


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
