"""The user's own rules of cleaning and names for extraction, in the folder `gazetteer` beside the settings."""

from __future__ import annotations

import zlib
from pathlib import Path

from shanqu import paths
from shanqu.messages import Message


def folder() -> Path:
    """Where the user may put `boilerplate.toml`, `labels.toml`, `sites.toml` and `swaps.toml` for cleaning, and for
    extraction any word list of the gazetteer, `aliases.toml`, `zones.csv` and `townships.csv`."""
    return paths.config_file().parent / "gazetteer"


def take_own_rules() -> tuple[str, str] | None:
    """Clean and extract with the user's files from now on; the folder and the reason where some cannot be used."""
    from shanqu.clean.user import RulesError, use_rules
    from shanqu.gazetteer.tables import use_folder

    own = folder() if folder().is_dir() else None
    reasons = list(use_folder(own))
    try:
        use_rules(own)
    except RulesError as error:
        if not any(error.reason.endswith(reason.partition(": ")[2]) for reason in reasons):
            reasons.insert(0, error.reason)
    if not reasons:
        return None
    return str(folder()), Message("These rules are not used: {reason}.", reason="; ".join(reasons))


def use_own_words() -> None:
    """Answer with the user's word lists from now on, such as the rows of a comparison.

    What cannot be used is left out without a word: reading articles names it.
    """
    from shanqu.gazetteer.tables import use_folder

    if folder().is_dir():
        use_folder(folder())


def rules_number(packaged: int) -> int:
    """A number that changes when the packaged rules (of number `packaged`) or the user's own ones do."""
    from shanqu.gazetteer.tables import own_files

    files = own_files(folder())
    if not files:
        return packaged
    digest = zlib.crc32(b"\0".join(file.read_bytes() for file in files))
    return (digest << 16) + packaged
