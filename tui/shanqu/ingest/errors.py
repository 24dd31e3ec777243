"""Why a source could not be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from shanqu.messages import Message, system_reason
from shanqu.text.names import path_name


class IngestError(Exception):
    """One source that gives no page.

    `path` names the source; `reason` is one clear English sentence, a `Message` that can be translated.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


OnError = Callable[[IngestError], None]


def unreadable(path: Path, error: OSError) -> IngestError:
    """The error of a source that the system does not let us read."""
    reason = Message("It cannot be read: {reason}.", reason=system_reason(error))
    return IngestError(path_name(path), reason)
