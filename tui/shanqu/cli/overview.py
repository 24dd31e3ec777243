"""shanqu overview: all counties at a glance."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from shanqu.cli.choices import open_library
from shanqu.cli.reporting import configure_format, put_out
from shanqu.i18n import _, translated


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument("--mountain", action="store_true", help=_("the mountain counties only"))
    configure_format(parser)


def run(options: Namespace) -> int:
    """Print the overview; 1 where no article names any county."""
    from shanqu.query import record, reports

    with open_library(options) as library:
        rows = [row for row in library.overview() if row.mountain or not options.mountain]
        put_out(options, reports.of_overview(library, rows, translated), record.of_overview(rows))
    return 0 if any(row.articles for row in rows) else 1
