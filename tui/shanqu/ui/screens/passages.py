"""What is said of two places in one row of a comparison, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.widget import Widget

from shanqu.i18n import _, ngettext, translated
from shanqu.query import Evidence
from shanqu.ui.actions import Place, bindings
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.screens.article import ArticleScreen
from shanqu.ui.session import Session
from shanqu.ui.sides import SIDES, Side, Sides
from shanqu.ui.widgets.bars import BottomLine
from shanqu.ui.widgets.evidence_list import EvidenceList
from shanqu.ui.widgets.line_list import LineList


class PassagesScreen(Sides, Exporting):
    """Two lists of sentences whose cursors move together; Enter opens the article."""

    place: ClassVar[Place] = "passages"
    BINDINGS: ClassVar = bindings(place)

    def __init__(
        self,
        session: Session,
        row: str,
        names: Sequence[str],
        columns: tuple[int, int],
        passages: Callable[[int], Sequence[Evidence]],
    ) -> None:
        """Show what `passages` gives for two `columns`; `names` are those of all columns, `row` that of the row."""
        super().__init__()
        self._session, self._row, self._names, self._passages = session, row, names, passages
        self._columns: dict[Side, int] = dict(zip(SIDES, columns, strict=True))
        self._evidence: dict[Side, Sequence[Evidence]] = dict.fromkeys(SIDES, ())
        self._filled = False

    def pane(self, side: Side) -> Widget:
        return EvidenceList(id=side)

    def on_mount(self) -> None:
        # The side that has the keys comes first.
        self._fill("left")
        self.side_title("right").rename(f"{self._names[self._columns['right']]} · {self._row}")
        self.side_title("right").detail("…")
        self._put_title("left")
        self.call_after_refresh(self._fill_right)

    def _fill_right(self) -> None:
        if self.is_attached:
            self._fill("right")
            self._filled = True
            self.name_sides()

    @property
    def unsettled(self) -> bool:
        """Whether the side on the right is still to come."""
        return not self._filled

    def _fill(self, side: Side) -> None:
        self._evidence[side] = self._passages(self._columns[side])
        self._list(side).show(self._evidence[side])

    def _list(self, side: Side) -> EvidenceList:
        return self.query_one(f"#{side}", EvidenceList)

    def name_sides(self) -> None:
        for side in SIDES:
            self._put_title(side)
        cursor = self._list(self.side).cursor + 1 if self._evidence[self.side] else 0
        how = "" if self.together else _("each side alone")
        place = f"{cursor}/{len(self._evidence[self.side])}"
        self.query_one(BottomLine).state = "  ".join(filter(None, (place, how)))

    def _put_title(self, side: Side) -> None:
        number = len(self._evidence[side])
        self.side_title(side).rename(f"{self._names[self._columns[side]]} · {self._row}")
        counted = ngettext("{n} sentence", "{n} sentences", number).format(n=number)
        self.side_title(side).detail(counted if number else _("nothing is said"))

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        if event.line_list.id == self.side:
            if self.together:
                self.follow()
            self.name_sides()

    def follow(self) -> None:
        there = self._list(self.other)
        if there.count():
            there.go_to(min(self._list(self.side).cursor, len(self._evidence[self.other]) - 1))

    def at_end(self, side: Side, *, down: bool) -> bool:
        shown = self._list(side)
        return shown.cursor >= shown.count() - 1 if down else shown.cursor <= 0

    @on(LineList.Activated)
    def _open(self) -> None:
        item = self._list(self.side).current
        if item is not None:
            stored = self._session.library.article(item.article)
            self.app.push_screen(ArticleScreen(self._session, stored, ((item.start, item.end),), item.at))

    def to_export(self) -> Exported | None:
        from shanqu.query import listings

        names = [self._names[self._columns[side]] for side in SIDES]
        parts = [
            (f"{name} · {self._row}", self._evidence[side]) for name, side in zip(names, SIDES, strict=True)
        ]
        return Exported(
            "-".join([*names, self._row]),
            lambda: listings.of_sentences(self._session.library, parts, translated),
            lambda: ({"of": title, **one._asdict()} for title, found in parts for one in found),
        )

    def action_activate(self) -> None:
        self._list(self.side).activate()

    def action_next_article(self) -> None:
        self._exchange(1)

    def action_previous_article(self) -> None:
        self._exchange(-1)

    def _exchange(self, by: int) -> None:
        """Another column on the side that has not the keys."""
        free = [one for one in range(len(self._names)) if one != self._columns[self.side]]
        if len(free) < 2:
            self.query_one(BottomLine).flash(_("The comparison has no other place"))
            return
        at = free.index(self._columns[self.other])
        self._columns[self.other] = free[(at + by) % len(free)]
        self._fill(self.other)
        self.name_sides()
