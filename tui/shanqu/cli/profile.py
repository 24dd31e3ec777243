"""shanqu profile NAME: what the library tells of a county, company, park, industry or person."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from shanqu.cli.choices import open_library
from shanqu.cli.output import complain
from shanqu.cli.parsing import whole_number
from shanqu.cli.reporting import configure_format, put_out
from shanqu.cli.suggesting import nothing_called
from shanqu.i18n import _, translated
from shanqu.model import ENTITY_KINDS
from shanqu.text.names import legible


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument("name", type=legible, metavar="NAME", help=_("the name as texts have it"))
    parser.add_argument(
        "--kind", choices=ENTITY_KINDS, help=_("what it is, where a name means several things")
    )
    parser.add_argument("--limit", type=whole_number, default=50, metavar="N", help=_("entries of each part"))
    configure_format(parser)


def run(options: Namespace) -> int:
    """Print the profile; 1 where nothing has that name."""
    from shanqu.query import record, reports

    with open_library(options) as library:
        entity = library.find_entity(options.name, options.kind)
        if entity is None:
            complain(nothing_called(library, options.name, options.kind))
            return 1
        profile = library.profile(entity, max(1, options.limit))
        put_out(options, reports.of_profile(library, profile, translated), record.of_profile(profile))
    return 0
