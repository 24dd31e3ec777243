"""The user's corrections, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from shanqu.i18n import translated
from shanqu.query.correction_shapes import DEEDS, Correction
from shanqu.text.gate import safe
from shanqu.text.width import crop, fit
from shanqu.ui.painting import strip
from shanqu.ui.widgets.line_list import LineList

_DAY, _DEED = 12, 14


class CorrectionList(LineList):
    """When, what, and of what."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._corrections: Sequence[Correction] = ()

    def show(self, corrections: Sequence[Correction]) -> None:
        """Show these corrections; the cursor stays where it can."""
        self._corrections = corrections
        self.rebuilt()

    @property
    def current(self) -> Correction | None:
        """The correction under the cursor."""
        return self._corrections[self.cursor] if self.cursor < len(self._corrections) else None

    @property
    def shown(self) -> Sequence[Correction]:
        """All of them, in their order."""
        return self._corrections

    def count(self) -> int:
        return len(self._corrections)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        one, base = self._corrections[index], self.row_style(selected)
        dim = base + self.style("dim")
        room = max(8, width - 2 - _DAY - _DEED)
        parts = [
            ("▌ " if selected else "  ", base + self.style("mark")),
            (fit(safe(one.made[:10]), _DAY), dim),
            (fit(translated(DEEDS[one.deed]), _DEED), dim),
            (safe(crop(described(one), room)), base),
        ]
        return strip(parts, width, base)


def described(one: Correction) -> str:
    """What is corrected, and into what."""
    return f"{one.what} → {one.target}" if one.target else one.what
