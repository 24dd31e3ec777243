"""shanqu compare PLACE PLACE…: side by side."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from shanqu.cli.choices import open_library
from shanqu.cli.output import complain
from shanqu.cli.parsing import UsageError
from shanqu.cli.reporting import column_key, configure_format, put_out
from shanqu.i18n import _, translated
from shanqu.text.names import legible

MOST = 6


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    text = _("name, pinyin or initials of a county, a prefecture or a park; two to six")
    parser.add_argument("places", nargs="+", type=legible, metavar="PLACE", help=text)
    parser.add_argument("--group", action="append", default=[], help=_("only the rows of this group"))
    parser.add_argument("--filter", default="", help=_("only rows that hold these words"))
    configure_format(parser)


def run(options: Namespace) -> int:
    """Print the comparison; 1 where no article names any of the places."""
    from shanqu.query import record, reports
    from shanqu.query.matrix import groups
    from shanqu.query.matrix_view import View, as_viewed, of_groups

    with open_library(options) as library:
        keys = list(dict.fromkeys(column_key(library, name) for name in options.places))
        if not 2 <= len(keys) <= MOST:
            raise UsageError(_("name two to six different places"))
        if unknown := [name for name in options.group if name not in groups()]:
            said = _("there is no group {name}; there are {known}")
            raise UsageError(said.format(name=unknown[0], known=", ".join(groups())))
        matrix = of_groups(library.matrix(keys), options.group)
        view = View(words=options.filter, empty_rows=True)
        shown = as_viewed(matrix, view)
        report = reports.of_matrix(library, matrix, translated, view)
        put_out(options, report, record.of_matrix(library, shown, translated))
    if not shown.rows:
        complain(_("no row holds these words") if options.filter else _("nothing is said of these places"))
    return 0 if shown.rows and any(column.articles for column in matrix.columns) else 1
