"""What importing tells of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One file is done. `article` is the (last) article made of it, `error` why none could be made."""

    done: int
    total: int
    path: str
    article: int | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Articles that came, stayed and changed, and the files that failed, each with the reason."""

    added: int = 0
    unchanged: int = 0
    updated: int = 0
    failed: tuple[tuple[str, str], ...] = ()
