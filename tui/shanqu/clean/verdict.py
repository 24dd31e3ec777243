"""What the cleaner decides on a line."""

from __future__ import annotations

from typing import NamedTuple

from shanqu.model import Role


class Verdict(NamedTuple):
    """What was decided on one line, why, and how sure that is (0 to 1)."""

    role: Role
    reason: str
    confidence: float
