"""Why a source could not be read."""

from __future__ import annotations


class IngestError(Exception):
    """One source that gives no page. `reason` is one clear English sentence, `path` names the source."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
