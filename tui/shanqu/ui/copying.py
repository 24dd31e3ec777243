"""Copying a sentence or an article with its source, into the clipboard of whoever sits at the terminal.

It goes there by way of the terminal (OSC 52), also over SSH. Nobody answers whether the terminal took it, so it
stands in a file as well.
"""

from __future__ import annotations

from abc import abstractmethod
from contextlib import suppress
from pathlib import Path

from shanqu import paths
from shanqu.i18n import _
from shanqu.query import ArticleRow
from shanqu.text.gate import safe
from shanqu.ui.asking import Asking
from shanqu.ui.labels import byline
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine


class Copying(Asking):
    """A screen with something under the cursor that can be copied."""

    session: Session

    @abstractmethod
    def to_copy(self) -> tuple[int, str] | None:
        """The article under the cursor and the sentence of it (empty: the article alone); None where there is none."""

    def action_copy(self) -> None:
        found = self.to_copy()
        rows = self.session.library.rows([found[0]]) if found is not None else []
        if found is None or not rows:
            self.query_one(BottomLine).flash(_("There is nothing to copy here"))
            return
        text = cited(rows[0], found[1])
        self.app.copy_to_clipboard(text)
        file = paths.copied_file()
        with suppress(OSError):
            _write(file, text + "\n")
        said = _("Sent to the clipboard with its source, and to {path}")
        self.query_one(BottomLine).flash(said.format(path=_short(file)))


def cited(row: ArticleRow, sentence: str = "") -> str:
    """The sentence and where it stands: title, site, date, file."""
    source = " ".join([f"《{safe(row.title)}》", *map(safe, byline(row)), safe(row.path)])
    return f"{safe(sentence)}\n—— {source}" if sentence else source


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(0o600)
    path.write_text(text, encoding="utf-8")


def _short(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
