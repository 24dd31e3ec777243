"""What the rules hand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from shanqu.model import EntityKind


@dataclass(frozen=True, slots=True)
class Span:
    """A name found in `Document.text` at `[start, end)`. Otherwise as `model.Mention`."""

    kind: EntityKind
    start: int
    end: int
    canonical: str
    code: str | None = None
    how: str = ""

    @property
    def length(self) -> int:
        return self.end - self.start


def without_overlaps(spans: list[Span]) -> list[Span]:
    """The spans in order, longer ones first choice where two overlap."""
    kept: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: (-span.length, span.start)):
        if taken.isdisjoint(range(span.start, span.end)):
            kept.append(span)
            taken.update(range(span.start, span.end))
    return sorted(kept, key=lambda span: span.start)
