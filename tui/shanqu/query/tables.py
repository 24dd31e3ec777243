"""A comparison as a table for other programs: Markdown, CSV, HTML, and records."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator
from typing import Any

from shanqu.query.shapes import Cell, Comparison, Value

_HEAD = ("组", "项")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#])")
# A cell that begins so is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def value_text(value: Value) -> str:
    """A value with the note that tells how to read it."""
    return f"{value.text} ({value.note})" if value.note else value.text


def as_records(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """One record for each row and county, with the evidence of every value."""
    for row in comparison.rows:
        for county, cell in zip(comparison.counties, row.cells, strict=True):
            yield {
                "group": row.group,
                "label": row.label,
                "code": county.code,
                "county": county.name,
                "texts": cell.texts,
                "values": [_value_record(value) for value in cell.values],
            }


def _value_record(value: Value) -> dict[str, Any]:
    evidence = value.evidence
    return {
        "text": value.text,
        "note": value.note,
        "article": evidence.article,
        "title": evidence.title,
        "site": evidence.site,
        "published": evidence.published,
        "sentence": evidence.text,
        "start": evidence.start,
        "end": evidence.end,
    }


def as_csv(comparison: Comparison) -> str:
    """A row of the comparison a line; the values of a cell on lines of their own within it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*_HEAD, *(county.name for county in comparison.counties)])
    for row in comparison.rows:
        writer.writerow([row.group, row.label, *(_csv_cell(cell) for cell in row.cells)])
    return out.getvalue()


def _csv_cell(cell: Cell) -> str:
    text = "; ".join(map(value_text, cell.values))
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_markdown(comparison: Comparison) -> str:
    """A pipe table."""

    def line(cells: list[str]) -> str:
        return "| " + " | ".join(cells) + " |\n"

    rows = [
        line([*_HEAD, *(county.name for county in comparison.counties)]),
        line(["---"] * (2 + len(comparison.counties))),
    ]
    for row in comparison.rows:
        cells = [
            "<br>".join(_escaped(value_text(value)) for value in cell.values) or "–" for cell in row.cells
        ]
        rows.append(line([row.group, row.label, *cells]))
    return "".join(rows)


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def as_html(comparison: Comparison) -> str:
    """A page with the table; each value carries its sentence as a tooltip."""
    names = "".join(f"<th>{html.escape(county.name)}</th>" for county in comparison.counties)
    title = html.escape("、".join(county.name for county in comparison.counties))
    rows = [f"<tr><th>{_HEAD[0]}</th><th>{_HEAD[1]}</th>{names}</tr>"]
    for row in comparison.rows:
        cells = "".join(f"<td>{'<br>'.join(map(_html_value, cell.values)) or '–'}</td>" for cell in row.cells)
        rows.append(f"<tr><td>{html.escape(row.group)}</td><th>{html.escape(row.label)}</th>{cells}</tr>")
    body = "\n".join(rows)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body>\n<table>\n{body}\n</table>\n</body>\n</html>\n"
    )


def _html_value(value: Value) -> str:
    evidence = value.evidence
    where = " · ".join(filter(None, (evidence.title, evidence.site, evidence.published)))
    return f'<span title="{html.escape(evidence.text)} — {html.escape(where)}">{html.escape(value_text(value))}</span>'
