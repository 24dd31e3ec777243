"""What the cleaner decides on a line."""

from __future__ import annotations

from dataclasses import dataclass

from shanqu.model import Role


@dataclass(slots=True, eq=False)
class Verdict:
    """What was decided on one line, why, and how sure that is (0 to 1)."""

    role: Role
    reason: str
    confidence: float
