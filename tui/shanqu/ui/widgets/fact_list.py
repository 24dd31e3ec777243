"""The figures of an article: what each states, and the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from shanqu.i18n import _, translated
from shanqu.model import Fact, falls_unsaid
from shanqu.query.correction_shapes import StatedFact
from shanqu.query.matrix_shapes import FALLEN, SCOPES, STATUSES
from shanqu.text.gate import safe
from shanqu.text.width import crop, text_width
from shanqu.ui.painting import strip
from shanqu.ui.widgets.line_list import LineList

_AROUND = 30


class FactList(LineList):
    """Two lines a figure: value, indicator, place and what it is to be read with; then its sentence."""

    row_height = 2

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._facts: Sequence[StatedFact] = ()

    def show(self, facts: Sequence[StatedFact]) -> None:
        """Show these figures; the cursor stays."""
        self._facts = facts
        self.rebuilt()

    @property
    def current(self) -> StatedFact | None:
        """The figure under the cursor."""
        return self._facts[self.cursor] if self.cursor < len(self._facts) else None

    def count(self) -> int:
        return len(self._facts)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        stated = self._facts[index]
        base = self.row_style(selected)
        dim = base + self.style("dim")
        bar = ("▌ " if selected else "  ", base + self.style("mark"))
        if line:
            return strip([bar, ("  " + safe(crop(_around(stated.fact), width - 4)), dim)], width, base)
        value = safe(("✗ " if stated.wrong else "") + stated.fact.value_text)
        style = base + self.style("removed" if stated.wrong else "head")
        room = width - text_width(value) - 4
        return strip([bar, (value, style), ("  " + safe(crop(_said(stated.fact), room)), base)], width, base)


def _said(fact: Fact) -> str:
    parts = [
        translated(FALLEN) if falls_unsaid(fact.value_text, fact.value) else None,
        fact.indicator,
        fact.subject if fact.subject != fact.place else None,
        fact.place or _("no place"),
        fact.period,
        translated(SCOPES[fact.scope]) if fact.scope != "area" else None,
        translated(STATUSES[fact.status]) if fact.status != "actual" else None,
        fact.hedge,
    ]
    return " · ".join(part for part in parts if part)


def _around(fact: Fact) -> str:
    """The words of the sentence around the value."""
    at = fact.start - fact.sentence_start
    low = max(0, at - _AROUND)
    return ("…" if low else "") + " ".join(fact.sentence[low:].split())
