"""What the commands share that print reports: the formats, and where the report goes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from shanqu.cli.output import print_json, print_text, terminal_width
from shanqu.cli.parsing import UsageError, add_json
from shanqu.cli.suggesting import places_near, suggested
from shanqu.i18n import _, current_language, translated
from shanqu.text.gate import safe
from shanqu.text.width import fit, text_width
from shanqu.text.wrap import wrap

if TYPE_CHECKING:
    from shanqu.query import Library
    from shanqu.query.report_shapes import Piece, Report, Table

FORMATS = ("text", "md", "csv", "json", "html")
_BY_ENDING = {
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".csv": "csv",
    ".jsonl": "json",
    ".json": "json",
    ".txt": "text",
}
_WIDTH = 120
_NARROWEST = 12
_GAP = "  "


def configure_format(parser: ArgumentParser, default: str = "text") -> None:
    """The options of the shape and the place of a report."""
    parser.add_argument("--format", choices=FORMATS, help=_("shape of the table"))
    text = _(
        "write into this file, which is not there yet; its ending tells the format where --format does not"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help=text)
    parser.add_argument("--force", action="store_true", help=_("write over the file if it is there"))
    add_json(parser)
    parser.set_defaults(settle=partial(_settle, default))


def _settle(default: str, options: Namespace) -> None:
    """Find out the format. Raises UsageError where a file would be written over, or be called what it is not: before

    anything is looked up."""
    if options.format is None:
        ending = options.output.suffix.lower() if options.output else ""
        if ending and ending not in _BY_ENDING:
            said = _("{path}: the ending tells the format: {endings}; any other name needs --format")
            raise UsageError(said.format(path=options.output, endings=" ".join(_BY_ENDING)))
        options.format = _BY_ENDING.get(ending, default)
    if options.output and options.output.is_file() and not options.force:
        said = _("{path} is there already and is left as it is; --force writes over it")
        raise UsageError(said.format(path=options.output))


def column_key(library: Library, name: str) -> str:
    """The key of the place or park of that name. Raises UsageError where there is none."""
    key = library.find_column(name)
    if key is None:
        text = _("{name} is no county, prefecture or park of the library; give its name, pinyin or initials")
        raise UsageError(suggested(text.format(name=name), places_near(library, name)))
    return key


def put_out(options: Namespace, report: Report, records: Iterable[dict[str, Any]]) -> None:
    """Print the report, or write it into the file that the options name. `records` are for JSON Lines."""
    from shanqu.query import export

    shape = "json" if options.json else options.format
    if shape == "json" and options.output is None:
        for record in records:
            print_json(record)
        return
    language = "zh-CN" if current_language() == "zh" else "en"
    if shape == "text":
        text = _as_text(report)
    else:
        text = export.rendered(cast("export.Shape", shape), report, records, translated, language)
    if options.output is not None:
        write(options.output, text, export.encoding_of(shape), force=options.force)
    else:
        for line in text.splitlines():
            print_text(line)


def write(path: Path, text: str, encoding: str, *, force: bool) -> None:
    """Write a text into a file. Raises FileExistsError where there is one and `force` is not given, OSError."""
    # What is no file (/dev/stdout, a pipe) is there, and nothing in it is lost.
    new = not force and not (path.exists() and not path.is_file())
    with path.open("x" if new else "w", encoding=encoding) as file:
        try:
            file.write(text)
            file.flush()
        except OSError as error:
            # Half a report looks like a whole one.
            if path.is_file():
                path.unlink()
            raise OSError(error.errno, error.strerror, str(path)) from error


def _as_text(report: Report) -> str:
    width = terminal_width() or _WIDTH
    lines = []
    for table in report.tables:
        lines += _table_lines(table, width)
    if report.sources:
        lines.append(_("sources"))
        for one in report.sources:
            where = " · ".join(filter(None, (one.title, one.site, one.date)))
            lines += _wrapped(f"[{one.number}] {one.sentence} — {where}", width)
    return "\n".join(lines) + "\n"


def _table_lines(table: Table, width: int) -> list[str]:
    heads = [safe(said) for row in table.rows for said in (row[0][0].text, row[0][0].note)]
    label = min(max(text_width(safe(table.title)), 4, *(text_width(said) + 2 for said in heads)), width // 3)
    widths = _widths(table, width - label)
    names = _GAP.join(map(fit, map(safe, table.head[1:]), widths))
    title = _wrapped(table.title, label)
    lines = [*title[:-1], (fit(title[-1], label) + _GAP + names).rstrip()]
    for row in table.rows:
        cells = [_wrapped_cell(cell, column) for cell, column in zip(row[1:], widths, strict=True)]
        said = [row[0][0].text, *(piece.note for piece in row[0] if piece.note)]
        labels = [f"  {line}" for one in said for line in _wrapped(one, label - 2)]
        for number in range(max(len(labels), *map(len, cells))):
            head = fit(labels[number] if number < len(labels) else "", label)
            parts = (
                fit(cell[number] if number < len(cell) else "", column)
                for cell, column in zip(cells, widths, strict=True)
            )
            lines.append((head + _GAP + _GAP.join(parts)).rstrip())
    return lines


def _widths(table: Table, room: int) -> list[int]:
    """The cells of all columns but the first: what each needs, or its share of what narrower ones leave."""
    needed = [text_width(safe(name)) for name in table.head[1:]]
    for row in table.rows:
        said = (max(map(text_width, map(_said, cell)), default=0) for cell in row[1:])
        needed = list(map(max, needed, said))
    widths = [0] * len(needed)
    order = sorted(range(len(needed)), key=needed.__getitem__)
    for place, number in enumerate(order):
        share = room // (len(order) - place) - len(_GAP)
        widths[number] = min(needed[number], max(share, _NARROWEST))
        room -= widths[number] + len(_GAP)
    return widths


def _said(piece: Piece) -> str:
    sources = "".join(f" [{number}]" for number in piece.sources)
    return safe(f"{piece.text}{f' ({piece.note})' if piece.note else ''}{sources}")


def _wrapped_cell(cell: Iterable[Piece], width: int) -> list[str]:
    lines: list[str] = []
    for piece in cell:
        lines += _wrapped(_said(piece), width)
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    shown = safe(text)
    return [shown[start:end].rstrip() for start, end in wrap(shown, width)]
