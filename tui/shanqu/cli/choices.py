"""Which settings and which library a command works with."""

from __future__ import annotations

import os
from argparse import Namespace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from shanqu import folders, paths
from shanqu.cli.output import complain
from shanqu.i18n import translated

if TYPE_CHECKING:
    from shanqu.model import Query
    from shanqu.query import Library
    from shanqu.settings import Settings


def settings() -> Settings:
    """The user's settings; what is wrong with them is said once."""
    return loaded_settings()[0]


def settings_are_sound() -> bool:
    """Whether nothing is wrong with the user's settings."""
    return not loaded_settings()[1]


@cache
def loaded_settings() -> tuple[Settings, tuple[str, ...]]:
    """The user's settings, and what is wrong with them, which has been said."""
    from shanqu.settings import load

    found, warnings = load(paths.config_file())
    for warning in warnings:
        complain(translated(warning))
    return found, warnings


def preferred_language() -> str | None:
    """The language that the settings ask for; nothing is loaded where there are no settings."""
    return settings().lang if os.path.lexists(paths.config_file()) else None


def library_dir(options: Namespace) -> Path:
    """The library's folder: the option's, else the environment's, else the user's own."""
    return Path(options.library or folders.library())


def open_library(options: Namespace) -> Library:
    """The library to answer from. Raises LibraryError."""
    from shanqu.indexing.own_rules import use_own_words
    from shanqu.query import Library

    use_own_words()
    return Library.open(library_dir(options))


def parsed(words: list[str]) -> Query:
    """The words of the command line as a query, with the user's named queries. Raises QuerySyntaxError."""
    from shanqu.queries import named
    from shanqu.query import parse

    return parse(" ".join(words), named(paths.queries_file()))
