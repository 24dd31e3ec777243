"""shanqu [PATH…]: the browser."""

from __future__ import annotations

import gc
import sys
from argparse import Namespace
from pathlib import Path

from shanqu import paths
from shanqu.cli.choices import library_dir, settings, settings_are_sound
from shanqu.cli.parsing import UsageError
from shanqu.i18n import _
from shanqu.ui.first_frame import FirstFrame


def run(options: Namespace) -> int:
    """Browse the given files and folders, else the library; a new library begins with the sample articles."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(_("the browser needs a terminal; shanqu --help shows the commands that do not"))
    named = [Path(name) for name in options.paths]
    library = paths.passing_library_dir(named) if named else library_dir(options)
    chosen = settings()._replace(lang=options.lang or settings().lang)
    frame = options.frame or FirstFrame(str(library), options.lang, lasting=settings_are_sound())
    # Nothing of what is loaded now can be thrown away: looking for garbage costs an eighth of the start.
    gc.disable()
    try:
        frame.paint()
        # Only now what takes time to load.
        from shanqu.indexing import unfinished
        from shanqu.indexing.own_rules import use_own_words
        from shanqu.query import Library
        from shanqu.ui.app import run as browse

        if frame.line_lost:
            return 0
        use_own_words()
        beginning = [] if Library.exists(library) else [paths.seeds_dir()]
        browse(library, named or beginning or unfinished(library), chosen, frame)
    finally:
        frame.leave()
    return 0
