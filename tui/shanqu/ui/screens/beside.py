"""Two articles next to each other. Of two copies of one article the same passages stay side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.widget import Widget

from shanqu.i18n import _
from shanqu.query import Stored
from shanqu.query.reprints import Changes, changes
from shanqu.text.paragraphs import paragraphs
from shanqu.ui.actions import Place, bindings
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.labels import byline
from shanqu.ui.marks import Marks
from shanqu.ui.reading import Reading
from shanqu.ui.session import Session
from shanqu.ui.sides import SIDES, Side, Sides
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.reader import Reader


class BesideScreen(Sides, Reading, Exporting):
    """Both sides scroll together: by lines, or where they are copies by what they say."""

    place: ClassVar[Place] = "beside"
    BINDINGS: ClassVar = bindings(place)

    def __init__(self, session: Session, left: Stored, right: Stored, others: Sequence[int] = ()) -> None:
        """Show two articles; `others` are those that may take the place of the right one, in their order."""
        super().__init__()
        self.session = session
        self._stored: dict[Side, Stored] = {"left": left, "right": right}
        self._others = list(others)
        self._changes: Changes | None = None
        # How many lines further down the right side is, where the sides are no copies.
        self._ahead = 0

    def pane(self, side: Side) -> Widget:
        return Reader(measure=self.session.measure, id=side)

    def on_mount(self) -> None:
        for side in SIDES:
            self.watch(self._reader(side), "scroll_y", self._scrolled, init=False)
        self._show()

    def _reader(self, side: Side) -> Reader:
        return self.query_one(f"#{side}", Reader)

    @property
    def reader(self) -> Reader:
        return self._reader(self.side)

    @property
    def reader_title(self) -> PaneTitle:
        return self.side_title(self.side)

    @property
    def shown(self) -> Stored:
        return self._stored[self.side]

    def _show(self) -> None:
        left, right = (self._stored[side] for side in SIDES)
        self._changes = changes(left.article, right.article) if right.id in left.duplicates else None
        self._ahead = 0
        marks = dict[Side, Marks]()
        if self._changes is not None:
            marks = {"left": Marks(self._changes.removed), "right": Marks(self._changes.added)}
        for side, stored in self._stored.items():
            # Copies are shown as their pages print them, for that is what differs.
            article = stored.article._replace(edits=()) if self._changes else stored.article
            self._reader(side).show(article, marks.get(side, Marks()))
        self.name_sides()

    def name_sides(self) -> None:
        for side, row in zip(
            SIDES, self.session.library.rows([self._stored[s].id for s in SIDES]), strict=True
        ):
            self.side_title(side).rename(" ".join([row.title, *byline(row)]))
        self._say_place()

    def tell_place(self) -> None:
        for side in SIDES:
            reader = self._reader(side)
            self.side_title(side).detail(f"{reader.percent}%" if reader.article else "")
        self._say_place()

    def _say_place(self) -> None:
        now, hits = self.reader.position
        changed = _("{now}/{all} marked").format(now=now, all=hits) if hits else ""
        how = "" if self.together else _("each side alone")
        self.query_one(BottomLine).state = "  ".join(filter(None, (changed, how)))

    # Scrolling together.

    def _scrolled(self) -> None:
        if self.together:
            self.follow()

    def follow(self) -> None:
        here, there = self._reader(self.side), self._reader(self.other)
        top = here.scroll_offset.y
        line = top + (self._ahead if self.side == "left" else -self._ahead)
        offset = here.page_offset(top) if self._changes is not None and top else None
        if self._changes is not None and offset is not None:
            found = self._changes.there(offset) if self.side == "left" else self._changes.back(offset)
            line = there.line_of(found)
        line = max(0, min(line, there.max_scroll_y))
        if line != there.scroll_offset.y:
            there.scroll_to(y=line, animate=False)

    def at_end(self, side: Side, *, down: bool) -> bool:
        reader = self._reader(side)
        return reader.scroll_offset.y >= reader.max_scroll_y if down else reader.scroll_offset.y <= 0

    def joined(self) -> None:
        left, right = (self._reader(side).scroll_offset.y for side in SIDES)
        self._ahead = right - left if self.together else 0

    def to_export(self) -> Exported | None:
        from shanqu.query import correction_reports, listings

        rows = self.session.library.rows([self._stored[side].id for side in SIDES])
        names = (" · ".join([rows[0].title, *byline(rows[0])]), " · ".join([rows[1].title, *byline(rows[1])]))
        if self._changes is not None:
            report = correction_reports.of_copies(rows[0].title, names, self._changes.paragraphs)
        else:
            left, right = ([one.text for one in paragraphs(self._stored[side].article)] for side in SIDES)
            report = correction_reports.of_texts(names, (left, right))
        return Exported("-".join(row.title for row in rows), lambda: report, lambda: listings.records(report))

    # Another article.

    def action_next_article(self) -> None:
        self._exchange(1)

    def action_previous_article(self) -> None:
        self._exchange(-1)

    def _exchange(self, by: int) -> None:
        now = self._stored[self.other].id
        free = [one for one in self._others if one == now or one != self.shown.id]
        if len(free) < 2:
            self.query_one(BottomLine).flash(_("There is no other article to show here"))
            return
        at = free.index(now) if now in free else -by
        self._stored[self.other] = self.session.library.article(free[(at + by) % len(free)])
        self._show()

    def action_clear(self) -> None:
        if self.reader.sought:
            self.reader.find("")
        else:
            self.action_back()
