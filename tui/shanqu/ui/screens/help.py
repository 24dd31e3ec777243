"""Help: the keys that work where it was called, the marks, the filter's language."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from shanqu.i18n import N_, _
from shanqu.text.width import fit
from shanqu.ui.actions import Place, actions_of

MARKS = (
    ("▲", N_("one of the 26 mountain counties (list of 2021)")),
    ("●", N_("chosen: the list holds only articles that name it")),
    ("▫", N_("caption")),
    ("┊", N_("dropped by cleaning; the line above says why")),
    ("–", N_("nothing is said of this in the library")),
    ("×2", N_("number of independent texts behind a cell")),
)

FILTERS = (
    (N_("遂昌 产业"), N_("both words")),
    (N_('"生态工业"'), N_("exactly this")),
    (N_("-招商"), N_("without this word")),
    (N_("县:suichang  县:sc"), N_("a county, by name, pinyin or initials")),
    (N_("企业: 园区: 机构: 人: 项目: 产业: 产品: 政策:"), N_("who and what is named")),
    (N_("标题: 网站: 栏目:"), N_("where it stands")),
)


class HelpScreen(ModalScreen[None]):
    """Made from the table of actions, so it cannot be wrong about a key."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark,f1,enter", "close", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            for title, rows in self._sections():
                yield Static(Content(title), classes="help-title")
                yield Static(Content("\n".join(f"{fit(left, 24)} {right}" for left, right in rows)))

    def _sections(self) -> list[tuple[str, list[tuple[str, str]]]]:
        sections = [
            (_(group), [(action.shown_keys(), _(action.help)) for action in actions])
            for group, actions in groupby(actions_of(self._place), key=lambda action: action.group)
        ]
        sections.append((_("Filter"), [(_(left), _(right)) for left, right in FILTERS]))
        sections.append((_("Marks"), [(left, _(right)) for left, right in MARKS]))
        return sections

    def action_scroll(self, lines: int) -> None:
        self.query_one("#help").scroll_relative(y=lines, animate=False)

    def action_close(self) -> None:
        self.dismiss()
