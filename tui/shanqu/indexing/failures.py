"""Why a file, or a part of one, gives no article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shanqu.messages import Message, system_reason

if TYPE_CHECKING:
    from shanqu.ingest import IngestError


@dataclass(slots=True)
class BadRows:
    """The rows of one file that gave no page: how many, and the first of them."""

    number: int = 0
    first: IngestError | None = None

    def add(self, error: IngestError) -> None:
        """One more of them, as `ingest.read` tells it."""
        self.number += 1
        self.first = self.first or error

    def reason(self) -> str | None:
        """One sentence on all of them; None where there is none."""
        if self.first is None:
            return None
        row, reason = self.first.path.rpartition("#")[2], self.first.reason
        if not row.isdigit():
            return reason
        if self.number == 1:
            return Message("Row {row}: {reason}", row=row, reason=reason)
        return Message(
            "{number} rows could not be read; the first is row {row}: {reason}",
            number=self.number,
            row=row,
            reason=reason,
        )


def reason_of(error: Exception, rows: BadRows) -> str:
    """One sentence on what kept a file out. An error of a rule is named by its type."""
    from shanqu.ingest import IngestError

    if isinstance(error, IngestError):
        return rows.reason() or error.reason
    if isinstance(error, OSError):
        return system_reason(error)
    return f"{type(error).__name__}: {error}"
