"""Help: the keys that work where it was called, the marks, the filter's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from shanqu.i18n import N_, _
from shanqu.text.width import fit, text_width
from shanqu.text.wrap import wrap
from shanqu.ui.actions import Place, actions_of

MARKS = (
    ("▲ △", N_("one of the 26 mountain counties (list of 2021); one that has left them since")),
    ("●", N_("chosen: the list holds only articles that name it; marked")),
    ("★ ✎", N_("starred; with a note or tags")),
    ("≡2", N_("two other copies of the article are folded behind it, or stand below it")),
    (N_("05-03r"), N_("the date of a reprint")),
    ("▫", N_("caption")),
    ("┊", N_("dropped by cleaning; the line above says why")),
    ("–", N_("nothing is said of this in the library")),
    ("·", N_("it is spoken of, without a number")),
    ("×2", N_("number of independent texts behind a cell")),
    ("≁", N_("not to be compared as it stands: what is unlike follows")),
    ("≠", N_("texts contradict each other")),
)

FILTERS = (
    (N_("遂昌 产业"), N_("both words")),
    (N_('"生态工业"'), N_("exactly this")),
    (N_("-招商"), N_("without this word")),
    (N_("遂昌 OR 龙游"), N_("one of them; brackets hold such choices together")),
    (N_("遂昌 NEAR/20 投资"), N_("at most 20 characters apart")),
    (N_("county:suichang  county:sc"), N_("a county, by name, pinyin or initials")),
    (
        N_("company: park: org: person: project: industry: product: policy:"),
        N_("who and what is named"),
    ),
    (N_("title: body: site: column:"), N_("where it stands")),
    (N_("before:2021-06  after:2020  year:2020-2022"), N_("when it was published")),
    (N_("amount>10亿"), N_("that state such an amount of money")),
    (N_("is:duplicate  is:undated  is:gone"), N_("each of the reprints; without a date; the file is gone")),
    (N_("is:starred  tag:…  note:…  has:note"), N_("your own marks")),
    (N_("@name"), N_("a filter that you have kept under a name")),
)


_WIDEST = 84
# The frame, the space inside it and the scroll bar.
_AROUND = 7


class HelpScreen(ModalScreen[None]):
    """Made from the table of actions, so it cannot be wrong about a key."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = None
    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark,f1,enter", "close", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("space,pagedown,ctrl+f", "page(1)", show=False),
        Binding("b,pageup,ctrl+b", "page(-1)", show=False),
        Binding("ctrl+d", "page(0.5)", show=False),
        Binding("ctrl+u", "page(-0.5)", show=False),
        Binding("g,home", "edge(True)", show=False),
        Binding("G,end", "edge(False)", show=False),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._laid_out = 0

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            yield Static(_("Esc closes this, Space turns the page"), id="help-closing", markup=False)
            for title, rows in self._sections():
                yield Static(Content(title), classes="help-title")
                yield Static(self._explained(rows), classes="help-rows")
        self._laid_out = self.app.size.width

    def on_resize(self) -> None:
        if self._laid_out != self.app.size.width:
            self._laid_out = self.app.size.width
            for static, (_title, rows) in zip(self.query(".help-rows"), self._sections(), strict=True):
                assert isinstance(static, Static)
                static.update(self._explained(rows))

    def _explained(self, rows: list[tuple[str, str]]) -> Content:
        width = min(_WIDEST, self.app.size.width) - _AROUND
        return Content("\n".join(line for row in rows for line in _lines(*row, width)))

    def _sections(self) -> list[tuple[str, list[tuple[str, str]]]]:
        groups: dict[str, list[tuple[str, str]]] = {}
        for action in actions_of(self._place):
            groups.setdefault(action.group, []).append((action.shown_keys(), _(action.help)))
        sections = [(_(group), rows) for group, rows in groups.items()]
        sections.append((_("Filter"), [(_(left), _(right)) for left, right in FILTERS]))
        sections.append((_("Marks"), [(_(left), _(right)) for left, right in MARKS]))
        return sections

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one("#help", VerticalScroll)

    def action_move(self, lines: int) -> None:
        self._text.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: float) -> None:
        self._text.scroll_relative(y=int(self._text.size.height * pages), animate=False)

    def action_edge(self, top: bool) -> None:
        self._text.scroll_to(y=0 if top else self._text.max_scroll_y, animate=False)

    def action_close(self) -> None:
        self.dismiss()


def _lines(left: str, right: str, width: int) -> Iterator[str]:
    """What is explained and its explanation beside it; the latter goes on below itself."""
    column = 18 if width >= 60 else 8
    if text_width(left) > column:
        yield from (left[start:end].rstrip() for start, end in wrap(left, width))
        left = ""
    for start, end in wrap(right, width - column - 1):
        yield f"{fit(left, column)} {right[start:end].rstrip()}"
        left = ""
