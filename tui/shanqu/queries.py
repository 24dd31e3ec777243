"""Queries that are kept: under names by the user, and the last ones that were asked."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_NAME = re.compile(r"[^\s()（）@\"“”:：=]+")
_KEPT = 200


def named(path: Path) -> dict[str, str]:
    """The queries kept under names in a TOML file of `name = "query"`; what cannot be read is passed over."""
    import tomllib  # most people have none, and the first frame must come at once

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: query for name, query in data.items() if isinstance(query, str)}


def is_name(name: str) -> bool:
    """Whether a query can be kept under the name: one word without brackets, quotes, colons and `@`."""
    return _NAME.fullmatch(name) is not None


def keep(path: Path, name: str, query: str) -> None:
    """Keep the query under a name, in place of the one that had it; an empty one is forgotten. Raises OSError."""
    rest = named(path)
    if path.exists() and not rest and path.stat().st_size:
        # It is the user's, and something is wrong with it: nothing in it may be lost.
        path.replace(path.with_name(path.name + ".bad"))
    kept: Mapping[str, str] = {one: text for one, text in {**rest, name: query}.items() if text}
    lines = [
        f"{json.dumps(one, ensure_ascii=False)} = {json.dumps(text, ensure_ascii=False)}\n"
        for one, text in kept.items()
    ]
    _write(path, "".join(lines))


def last(path: Path) -> list[str]:
    """The last queries, the latest last."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []


def remember(path: Path, query: str) -> None:
    """Note a query as the latest one; quietly not, where that cannot be written."""
    line = " ".join(query.split())
    if not line:
        return
    lines = [*(one for one in last(path) if one != line), line]
    with suppress(OSError):
        _write(path, "".join(f"{one}\n" for one in lines[-_KEPT:]))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(
        os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as stream:
        stream.write(text)
    part.replace(path)
