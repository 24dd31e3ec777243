"""shanqu copies ID: what the other copies of an article changed in it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from shanqu.cli.choices import open_library
from shanqu.cli.output import complain, print_text
from shanqu.cli.parsing import whole_number
from shanqu.cli.reporting import configure_format, put_out
from shanqu.i18n import _, translated
from shanqu.text.diff import Piece


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    text = _("the number that list and search print")
    parser.add_argument("id", type=whole_number, metavar="ID", help=text)
    parser.add_argument(
        "--changed", action="store_true", help=_("only the paragraphs that are not the same in both copies")
    )
    configure_format(parser)


def run(options: Namespace) -> int:
    """Print the best copy beside each of the others; 1 where there is no such article or no other copy."""
    from shanqu.query import correction_reports, listings
    from shanqu.query.reprints import changes

    with open_library(options) as library:
        ids = library.copies(options.id)
        if not ids:
            text = _("there is no article {number}; shanqu list shows which there are")
            complain(text.format(number=options.id))
            return 1
        if len(ids) < 2:
            complain(_("The library has no other copy of this article"))
            return 1
        rows = {row.id: row for row in library.rows(ids)}
        best, *others = (library.article(id) for id in ids)
        compared = [(other.id, changes(best.article, other.article).paragraphs) for other in others]
    changed_only = options.changed
    names = {id: correction_reports.copy_name(row, translated) for id, row in rows.items()}
    if options.format == "text" and not options.json and options.output is None:
        for id, found in compared:
            _print_changes(names[best.id], names[id], found, changed_only=changed_only)
        return 0
    title = rows[best.id].title
    reports = (
        correction_reports.of_copies(title, (names[best.id], names[id]), found, changed_only=changed_only)
        for id, found in compared
    )
    records = (
        record
        for id, found in compared
        for record in correction_reports.copy_records(best.id, id, found, changed_only=changed_only)
    )
    put_out(options, listings.joined(title, list(reports)), records)
    return 0


def _print_changes(
    best: str, copy: str, paragraphs: Sequence[Sequence[Piece]], *, changed_only: bool
) -> None:
    """Both copies as one text, with marks around what only one of them has."""
    first, second = _("best copy"), _("other copy")
    print_text(f"[-{first}-] {best}")
    print_text(f"{{+{second}+}} {copy}")
    for paragraph in paragraphs:
        if not changed_only or any(piece.kind != "same" for piece in paragraph):
            print_text("".join(piece.marked for piece in paragraph))
    print_text()
