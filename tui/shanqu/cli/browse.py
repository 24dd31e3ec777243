"""shanqu [PATH…]: the browser."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from shanqu import paths
from shanqu.cli.choices import library_dir, settings
from shanqu.cli.parsing import UsageError
from shanqu.i18n import _
from shanqu.indexing import unfinished
from shanqu.query import Library


def run(options: Namespace) -> int:
    """Browse the given files and folders, else the library; a new library begins with the sample articles."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(_("the browser needs a terminal; shanqu --help shows the commands that do not"))
    from shanqu.ui.app import run as browse

    library = library_dir(options)
    sources = [Path(name) for name in options.paths]
    if sources:
        library = paths.passing_library_dir(sources)
    elif Library.exists(library):
        sources = unfinished(library)
    else:
        sources = [paths.seeds_dir()]
    browse(library, sources, replace(settings(), lang=options.lang or settings().lang))
    return 0
