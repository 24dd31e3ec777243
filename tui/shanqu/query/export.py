"""Reports in the formats of other programs: Markdown, CSV, self-contained HTML. What pages print cannot act there."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any, Literal

from shanqu.messages import Message
from shanqu.query.report_shapes import Piece, Report, SourceLine, Table
from shanqu.query.svg import bars_svg, counts_svg
from shanqu.query.svg_links import events_svg, network_svg
from shanqu.text.gate import safe

Say = Callable[[str], str]
Shape = Literal["md", "csv", "json", "html"]
SHAPES: dict[str, Shape] = {".md": "md", ".csv": "csv", ".jsonl": "json", ".html": "html"}
"""The formats by the endings of their files' names."""
SOURCES = Message("sources")
_SOURCE_HEAD = (
    Message("number"), Message("title"), Message("site"), Message("date"), Message("path"), Message("sentence"),
)  # fmt: skip
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~!&$^])")
# Where a line begins so, Markdown makes a list or a heading of it.
_OPENING = re.compile(r"\A(\s*)([-+=]|\d+[.)])")
# A cell that begins so is a formula to a spreadsheet.
_FORMULA = re.compile(r"\A\s*[=+\-@\t\r＝＋－＠]")
_STYLE = (
    ":root{color-scheme:light dark;--line:#ccc;--dim:#555;--link:#246}"
    "@media (prefers-color-scheme:dark){:root{--line:#444;--dim:#aaa;--link:#8bd}}"
    "body{font:15px/1.6 sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:CanvasText;background:Canvas}"
    "table{border-collapse:collapse;margin:0 0 1.5rem;width:100%;table-layout:fixed;overflow-wrap:anywhere}"
    "td,th{border-bottom:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}"
    "small{color:var(--dim)}sup a{color:var(--link);text-decoration:none}"
    "svg{display:block;max-width:100%;height:auto}ol{padding-left:2.5rem}"
    "@media print{:root{color-scheme:light;--line:#ccc;--dim:#555;--link:#246}body{margin:0}}"
)


def rendered(shape: Shape, report: Report, records: Iterable[dict[str, Any]], say: Say, language: str) -> str:
    """The text of a file in one of the formats. `records` are for JSON Lines."""
    match shape:
        case "md":
            return as_markdown(report, say)
        case "csv":
            return as_csv(report, say)
        case "html":
            return as_html(report, say, language)
        case "json":
            return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def encoding_of(shape: str) -> str:
    """The encoding of such a file: spreadsheets take a CSV file for Chinese only with a mark at its beginning."""
    return "utf-8-sig" if shape == "csv" else "utf-8"


def as_markdown(report: Report, say: Say) -> str:
    """Headings, pipe tables, and the sources as a numbered list."""
    parts = [f"# {_escaped(report.title)}\n"]
    for table in report.tables:
        parts.append(f"\n## {_escaped(table.title)}\n\n")
        parts.append(_pipes([_escaped(name) for name in table.head]))
        parts.append(_pipes(["---"] * len(table.head)))
        parts += [_pipes(["<br>".join(map(_marked, cell)) for cell in row]) for row in table.rows]
    if report.sources:
        parts.append(f"\n## {say(SOURCES)}\n\n")
        parts += [
            f"{one.number}. {_escaped(_where(one))}: {_escaped(one.sentence)}\n" for one in report.sources
        ]
    return "".join(parts)


def _pipes(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _marked(piece: Piece) -> str:
    note = f" ({_escaped(piece.note)})" if piece.note else ""
    return _escaped(piece.text) + note + "".join(f" \\[{number}\\]" for number in piece.sources)


def _escaped(text: str) -> str:
    line = _MARKDOWN.sub(r"\\\1", " ".join(safe(text).split()))
    return _OPENING.sub(lambda found: found[1] + found[2][:-1] + "\\" + found[2][-1], line)


def as_csv(report: Report, say: Say) -> str:
    """One table of all rows, the first column naming the part; then the sources after an empty line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    head: tuple[str, ...] = ()
    for table in report.tables:
        if table.head != head:
            head = table.head
            writer.writerow(_plain(["", *head]))
        for row in table.rows:
            writer.writerow(_plain([table.title, *(_joined(cell) for cell in row)]))
    if report.sources:
        out.write("\n")
        writer.writerow(_plain(map(say, _SOURCE_HEAD)))
        for one in report.sources:
            writer.writerow(_plain(map(str, one)))
    return out.getvalue()


def _joined(cell: Iterable[Piece]) -> str:
    return "; ".join(
        piece.text + (f" ({piece.note})" if piece.note else "") + "".join(f" [{n}]" for n in piece.sources)
        for piece in cell
    )


def _plain(cells: Iterable[str]) -> list[str]:
    shown = (" ".join(safe(cell).split()) for cell in cells)
    return [f"'{cell}" if _FORMULA.match(cell) else cell for cell in shown]


def as_html(report: Report, say: Say, language: str = "zh-CN") -> str:
    """One file with everything in it: no script, nothing that is loaded from elsewhere."""
    title = escape(safe(report.title))
    body = [f"<h1>{title}</h1>", *map(_html_table, report.tables)]
    body += [f"<h3>{escape(safe(one.title))}</h3>{bars_svg(one, say)}" for one in report.bars]
    body += [
        f"<h3>{escape(say(one.what))}</h3>{counts_svg(one, say)}" for one in report.counts if one.columns
    ]
    body += [
        f"<h3>{escape(safe(one.title))}</h3>{events_svg(one, say)}" for one in report.events if one.events
    ]
    body += [
        f"<h3>{escape(safe(one.title))}</h3>{network_svg(one, say)}" for one in report.networks if one.near
    ]
    if report.sources:
        lines = "".join(map(_html_source, report.sources))
        body.append(f'<h2>{escape(say(SOURCES))}</h2><ol class="sources">{lines}</ol>')
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{_STYLE}</style></head>\n'
        f"<body>{chr(10).join(body)}</body></html>\n"
    )


def _html_table(table: Table) -> str:
    head = "".join(f"<th>{escape(safe(name))}</th>" for name in table.head)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{'<br>'.join(map(_html_piece, cell))}</td>" for cell in row) + "</tr>"
        for row in table.rows
    )
    return f"<h2>{escape(safe(table.title))}</h2>\n<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _html_piece(piece: Piece) -> str:
    note = f" <small>{escape(safe(piece.note))}</small>" if piece.note else ""
    links = "".join(f'<sup><a href="#s{number}">[{number}]</a></sup>' for number in piece.sources)
    return escape(safe(piece.text)) + note + links


def _html_source(one: SourceLine) -> str:
    where = escape(safe(_where(one)))
    return f'<li id="s{one.number}">{escape(safe(one.sentence))}<br><small>{where}</small></li>'


def _where(one: SourceLine) -> str:
    return " · ".join(filter(None, (one.title, one.site, one.date, one.path)))
