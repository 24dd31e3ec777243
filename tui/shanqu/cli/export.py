"""shanqu export [NAME…]: a report for other programs: the overview, a profile, or places side by side."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from shanqu.cli.reporting import configure_format
from shanqu.i18n import _
from shanqu.text.names import legible


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    text = _("none: all counties; one name: its profile; several: these places side by side")
    parser.add_argument("names", nargs="*", type=legible, metavar="NAME", help=text)
    configure_format(parser, "html")


def run(options: Namespace) -> int:
    """Print the report; 1 where there is nothing to report."""
    from shanqu.cli import compare, overview, profile

    if not options.names:
        return overview.run(Namespace(**vars(options), mountain=False))
    if len(options.names) == 1:
        return profile.run(Namespace(**vars(options), name=options.names[0], kind=None, limit=50))
    return compare.run(Namespace(**vars(options), places=options.names, group=[], filter=""))
