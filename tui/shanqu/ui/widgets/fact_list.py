"""The figures, events and pairings of an article: what each states, and the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from shanqu.i18n import _, translated
from shanqu.model import Fact, FactKind, falls_unsaid
from shanqu.query.correction_shapes import StatedFact
from shanqu.query.matrix_shapes import FALLEN, SCOPES, STATUSES
from shanqu.text.gate import safe
from shanqu.text.width import crop, text_width
from shanqu.ui.painting import runs, strip
from shanqu.ui.widgets.line_list import LineList

_AROUND = 30


class FactList(LineList):
    """Two lines a figure: value, indicator, place and what it is to be read with; then its sentence.

    Of an event or a pairing the word for it stands in place of the value.
    """

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
            text, at = _around(stated.fact)
            words = runs(crop(text, width - 4), dim, [(*at, self.style("head"))])
            return strip([bar, ("  ", dim), *words], width, base)
        value = safe(("✗ " if stated.wrong else "") + stated.fact.value_text)
        style = base + self.style("removed" if stated.wrong else "head")
        room = width - text_width(value) - 4
        return strip([bar, (value, style), ("  " + safe(crop(_said(stated.fact), room)), base)], width, base)


def _said(fact: Fact) -> str:
    kinds: dict[FactKind, str] = {"event": _("event"), "pairing": _("pairing")}
    parts = [
        kinds.get(fact.kind),
        translated(FALLEN) if falls_unsaid(fact.value_text, fact.value) else None,
        fact.indicator if fact.indicator != fact.value_text else None,
        fact.subject if fact.subject != fact.place else None,
        fact.place or _("no place"),
        fact.period,
        translated(SCOPES[fact.scope]) if fact.scope != "area" else None,
        translated(STATUSES[fact.status]) if fact.status != "actual" else None,
        fact.hedge,
    ]
    # A hedge may be the very word for the status.
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _around(fact: Fact) -> tuple[str, tuple[int, int]]:
    """The words of the sentence around the value, and where among them it stands."""
    at = fact.start - fact.sentence_start
    low = max(0, at - _AROUND)
    before = ("…" if low else "") + " ".join(fact.sentence[low:at].split())
    text = safe(("…" if low else "") + " ".join(fact.sentence[low:].split()))
    value = safe(" ".join(fact.value_text.split()))
    start = text.find(value, len(safe(before)))
    return text, (start, start + len(value)) if start >= 0 else (0, 0)
