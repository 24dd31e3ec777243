"""Writing what a screen shows into a file of another program's format."""

from __future__ import annotations

import os
import re
from abc import abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from shanqu.i18n import _, current_language, translated
from shanqu.messages import system_reason
from shanqu.ui.asking import Asking
from shanqu.ui.widgets.bars import BottomLine

if TYPE_CHECKING:
    from shanqu.query.report_shapes import Report

_ENDINGS = (".html", ".md", ".csv", ".jsonl")
# What file systems do not take, and what a shell would not leave alone.
_AWKWARD = re.compile(r"[\s\\/:*?\"<>|$`'&;()#~!\x00-\x1f]+")
_LONGEST = 60


class Exported(NamedTuple):
    """What a screen shows: a name for the file, and what makes the report and the records for JSON Lines."""

    name: str
    report: Callable[[], Report]
    records: Callable[[], Iterable[dict[str, Any]]]


class Exporting(Asking):
    """A screen whose content can be written into a file. The ending of its name tells the format."""

    @abstractmethod
    def to_export(self) -> Exported | None:
        """What is on the screen, in its order, filtered and folded as it is; None where there is nothing."""

    async def action_export(self) -> None:
        exported = self.to_export()
        if exported is None:
            self.query_one(BottomLine).flash(_("There is nothing to export here"))
            return
        name = _AWKWARD.sub("-", exported.name)[:_LONGEST].strip("-.") or "shanqu"
        folder = Path.cwd() if os.access(Path.cwd(), os.W_OK) else Path.home()
        await self._ask_where(exported, folder / f"{name}{_ENDINGS[0]}")

    async def _ask_where(self, exported: Exported, path: Path, said: str = "") -> None:
        def answered(text: str) -> None:
            self._write(exported, text)

        first, *others = [_tidy(free_path(path.with_suffix(one))) for one in _endings_from(path.suffix)]
        label = _("Write to (↑ {formats}): ").format(formats=" ".join(one[1:] for one in _ENDINGS[1:]))
        await self.ask(label, answered, value=first, earlier=others[::-1])
        if said:
            self.query_one(BottomLine).flash(said)

    def _write(self, exported: Exported, text: str) -> None:
        path = Path(text.strip()).expanduser()
        if not text.strip():
            return
        if path.suffix.lower() not in _ENDINGS:
            self._again(exported, path, _("The ending tells the format: {endings}"))
            return
        try:
            write_new(path, exported)
        except FileExistsError:
            self._again(exported, path, _("{path} is there already and is left as it is"))
        except OSError as error:
            said = _("{path} cannot be written: {reason}")
            reason = translated(system_reason(error))
            self.query_one(BottomLine).flash(said.format(path=_tidy(path), reason=reason))
        else:
            self.query_one(BottomLine).flash(_("Written: {path}").format(path=_tidy(path)))

    def _again(self, exported: Exported, path: Path, reason: str) -> None:
        said = reason.format(path=_tidy(path), endings=" ".join(_ENDINGS))
        self.call_later(self._ask_where, exported, path, said)


def write_new(path: Path, exported: Exported) -> None:
    """Write a file that is not there yet. Raises OSError; FileExistsError where it is."""
    from shanqu.query import export

    shape = export.SHAPES[path.suffix.lower()]
    language = "zh-CN" if current_language() == "zh" else "en"
    text = export.rendered(shape, exported.report(), exported.records(), translated, language)
    with path.open("x", encoding=export.encoding_of(shape), newline="") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            # Half a report looks like a whole one.
            path.unlink()
            raise


def free_path(path: Path) -> Path:
    """The path, with a number where there is something of that name."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _endings_from(ending: str) -> list[str]:
    """The endings, beginning with one of them where it is."""
    return sorted(_ENDINGS, key=lambda one: (one != ending.lower(), _ENDINGS.index(one)))


def _tidy(path: Path) -> str:
    """The path as a person would type it."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except ValueError:
        return str(path)
