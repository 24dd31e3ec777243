"""shanqu notes: the user's own stars, tags and notes on articles."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any

from shanqu.cli.choices import open_library
from shanqu.cli.output import complain, print_columns, print_json
from shanqu.cli.parsing import UsageError, add_json
from shanqu.i18n import _
from shanqu.paths import notes_file
from shanqu.query import Library, Mark, all_marks
from shanqu.text.names import legible

_DEEDS = ("list", "add", "tag", "untag", "star", "unstar", "export")


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument(
        "deed",
        nargs="?",
        choices=_DEEDS,
        default="list",
        metavar="DEED",
        help=_(
            "list (the default), add ID TEXT, tag ID TAG …, untag ID TAG …, star ID …, unstar ID …, or export:"
            " all marks, also on articles that this library does not hold"
        ),
    )
    parser.add_argument(
        "words", nargs="*", type=legible, metavar="ID …", help=_("the article, and what it is about")
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Show or change marks; 1 where there are none, or no such article."""
    if options.deed == "export":
        return _show([(None, mark) for mark in all_marks(notes_file())], as_json=options.json)
    with open_library(options) as library:
        if options.deed == "list":
            return _show(library.marks(), as_json=options.json)
        if not options.words:
            raise UsageError(_("which article? shanqu list shows their numbers"))
        try:
            return _change(library, options.deed, options.words)
        except KeyError as error:
            text = _("there is no article {number}; shanqu list shows which there are")
            complain(text.format(number=error.args[0]))
            return 1


def _change(library: Library, deed: str, words: list[str]) -> int:
    if deed in ("star", "unstar"):
        for word in words:
            library.set_mark(_number(word), starred=deed == "star")
        return 0
    number, rest = _number(words[0]), words[1:]
    if not rest:
        raise UsageError(_("nothing to {deed}").format(deed=deed))
    if deed == "add":
        before = library.mark(number).note
        library.set_mark(number, note="\n".join(filter(None, (before, " ".join(rest)))))
    elif deed == "tag":
        library.set_mark(number, tags=[*library.mark(number).tags, *rest])
    else:
        library.set_mark(number, tags=[tag for tag in library.mark(number).tags if tag not in rest])
    return 0


def _number(word: str) -> int:
    if not word.isdecimal():
        raise UsageError(_("{word} is no number of an article").format(word=word))
    return int(word)


def _show(marks: Sequence[tuple[int | None, Mark]], *, as_json: bool) -> int:
    if as_json:
        for number, mark in marks:
            print_json(_record(number, mark))
    elif marks:
        print_columns([_line(number, mark) for number, mark in marks], right=(0,))
    else:
        complain(_("there are no stars, tags or notes"))
    return 0 if marks else 1


def _record(number: int | None, mark: Mark) -> dict[str, Any]:
    path = f"{mark.path}#{mark.member}" if mark.member else mark.path
    fields = {"title": mark.title, "path": path, "sha256": mark.sha256}
    marks = {"starred": mark.starred, "tags": mark.tags, "note": mark.note, "changed": mark.changed}
    return {"article": number} | fields | marks


def _line(number: int | None, mark: Mark) -> tuple[str, ...]:
    tags = " ".join(f"#{tag}" for tag in mark.tags)
    note = " ".join(mark.note.split())
    about = "  ".join(part for part in (tags, note) if part)
    return "–" if number is None else str(number), "★" if mark.starred else " ", mark.title, about
