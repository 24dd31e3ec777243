"""Rules, labels, names and swaps of the user's own."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from shanqu.clean import rules
from shanqu.clean.data import labels, set_folder, sites, swaps


class RulesError(Exception):
    """A file of the user's cannot be used; the message says why. `folder` holds it."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: {reason}")
        self.folder = folder
        self.reason = reason


def use_rules(extra: Path | None) -> None:
    """Clean with the files `boilerplate`, `labels`, `sites` and `swaps` `.toml` of the folder `extra` as well.

    Each has the form of the packaged file and may hold a part of it; what is missing is not needed.
    None, or a folder without them, means the packaged ones alone. Raises `RulesError` where a file
    cannot be read or a pattern is wrong; the packaged ones are in use then.
    """
    set_folder(extra)
    try:
        for read in (labels, sites, swaps, rules.check):
            read()
    except (
        OSError,
        UnicodeDecodeError,
        tomllib.TOMLDecodeError,
        KeyError,
        TypeError,
        ValueError,
        re.error,
    ) as e:
        set_folder(None)
        if extra is None:
            raise
        raise RulesError(extra, f"{type(e).__name__}: {e}") from e
