"""shanqu search QUERY: full-text search."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from shanqu.cli.choices import open_library
from shanqu.cli.output import complain, print_json, print_text
from shanqu.cli.parsing import UsageError, add_json, add_query
from shanqu.i18n import _
from shanqu.query import SearchHit, parse

_LIMIT = 50


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    add_query(parser, needed=True)
    text = _("at most so many articles (0: all; default {number})").format(number=_LIMIT)
    parser.add_argument("--limit", type=int, default=_LIMIT, metavar="N", help=text)
    add_json(parser)


def run(options: Namespace) -> int:
    """Print the articles that fulfil the query, each with a snippet; 1 where there are none."""
    query = parse(" ".join(options.query))
    if not query.terms:
        raise UsageError(_("the query is empty"))
    with open_library(options) as library:
        hits = library.hits(query, options.limit if options.limit > 0 else None)
    for hit in hits:
        if options.json:
            print_json(hit._asdict())
        else:
            _print(hit)
    if not hits:
        complain(_("no article fulfils the query"))
    return 0 if hits else 1


def _print(hit: SearchHit) -> None:
    about = " · ".join(part for part in (hit.site, hit.published) if part)
    print_text(f"{hit.article}  {hit.title}" + (f"  ({about})" if about else "") + f"  ×{hit.hits}")
    print_text(f"    {hit.snippet}")
