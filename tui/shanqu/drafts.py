"""Notes that have been begun: a line that is lost, or a machine that goes down, takes nothing of them away."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path


class Draft:
    """The unfinished note on one page. Where it cannot be kept, it is quietly not."""

    def __init__(self, folder: Path, *page: str) -> None:
        """`page` is what the page is known by: its hash, its path, ..."""
        name = blake2b("\0".join(page).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
        self._path = folder / f"{name}.txt"

    def text(self) -> str:
        """What has been typed; empty where nothing is kept."""
        try:
            return self._path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""

    def keep(self, text: str) -> None:
        """Keep what has been typed so far; nothing typed is nothing kept."""
        with suppress(OSError):
            if not text:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = self._path.with_suffix(f".{os.getpid()}")
            file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(file, "w", encoding="utf-8") as stream:
                stream.write(text)
            part.replace(self._path)
