"""shanqu compare COUNTY COUNTY…: side by side."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from itertools import groupby, zip_longest

from shanqu.cli.choices import open_library
from shanqu.cli.output import print_json, print_text, terminal_width
from shanqu.cli.parsing import UsageError, add_json
from shanqu.i18n import _
from shanqu.query import Cell, Comparison, County, find_county
from shanqu.query.tables import as_csv, as_html, as_markdown, as_records, value_text
from shanqu.text.gate import safe
from shanqu.text.names import legible
from shanqu.text.width import fit, text_width
from shanqu.text.wrap import wrap

_FORMATS = ("text", "md", "csv", "json", "html")
_WIDTH = 120
_NARROWEST = 16
_GAP = "  "
_NOTHING = "–"


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    text = _("name, pinyin or initials of a county or prefecture; two or more")
    parser.add_argument("counties", nargs="+", type=legible, metavar="COUNTY", help=text)
    parser.add_argument("--format", choices=_FORMATS, default="text", help=_("shape of the table"))
    add_json(parser)


def run(options: Namespace) -> int:
    """Print the comparison; 1 where no article names any of the counties."""
    codes = _codes(options.counties)
    with open_library(options) as library:
        comparison = library.compare(codes)
    shape = "json" if options.json else options.format
    if shape == "json":
        for record in as_records(comparison):
            print_json(record)
    elif shape == "text":
        _print_text(comparison)
    else:
        render = {"md": as_markdown, "csv": as_csv, "html": as_html}[shape]
        for line in render(comparison).splitlines():
            print_text(line)
    return 0 if any(county.articles for county in comparison.counties) else 1


def _codes(names: list[str]) -> list[str]:
    codes = []
    for name in names:
        code = find_county(name)
        if code is None:
            text = _("{name} is no county or prefecture of Zhejiang; give its name, pinyin or initials")
            raise UsageError(text.format(name=name))
        codes.append(code)
    codes = list(dict.fromkeys(codes))
    if len(codes) < 2:
        raise UsageError(_("name two or more different counties"))
    return codes


def _print_text(comparison: Comparison) -> None:
    total = terminal_width() or _WIDTH
    label = max(text_width(row.label) for row in comparison.rows) + 2
    count = len(comparison.counties)
    column = max((total - label - len(_GAP) * count) // count, _NARROWEST)
    names = [
        county.name + ("" if county.mountain else _(" (not of the 26)")) for county in comparison.counties
    ]
    print_text(" " * label + _GAP + _GAP.join(fit(name, column) for name in names).rstrip())
    for group, rows in groupby(comparison.rows, lambda row: row.group):
        print_text(group)
        for row in rows:
            cells = [list(_cell_lines(cell, column)) for cell in row.cells]
            for number, line in enumerate(zip_longest(*cells, fillvalue="")):
                head = fit("  " + row.label if number == 0 else "", label)
                print_text((head + _GAP + _GAP.join(fit(part, column) for part in line)).rstrip())


def _heading(county: County) -> str:
    if county.mountain or county.level != "county":
        return county.name
    return county.name + _(" (not of the 26)")


def _cell_lines(cell: Cell, width: int) -> Iterator[str]:
    if not cell.values:
        yield _NOTHING
    for value in cell.values:
        text = safe(value_text(value))
        for start, end in wrap(text, width):
            yield text[start:end].rstrip()
