"""The user's own rules of cleaning, in the folder `gazetteer` beside the settings."""

from __future__ import annotations

import zlib
from pathlib import Path

from shanqu import paths
from shanqu.messages import Message


def folder() -> Path:
    """Where the user may put `boilerplate.toml`, `labels.toml`, `sites.toml` and `swaps.toml`."""
    return paths.config_file().parent / "gazetteer"


def take_own_rules() -> tuple[str, str] | None:
    """Clean with the user's rules from now on; the folder and the reason where they cannot be used."""
    from shanqu.clean.user import RulesError, use_rules

    own = folder()
    try:
        use_rules(own if own.is_dir() else None)
    except RulesError as error:
        return str(own), Message("These rules are not used: {reason}.", reason=error.reason)
    return None


def rules_number(packaged: int) -> int:
    """A number that changes when the packaged rules (of number `packaged`) or the user's own ones do."""
    files = sorted(folder().glob("*.toml"))
    if not files:
        return packaged
    digest = zlib.crc32(b"\0".join(file.read_bytes() for file in files))
    return (digest << 16) + packaged
