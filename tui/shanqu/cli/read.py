"""shanqu read ID: one article of the library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from shanqu.cli.articles import print_article
from shanqu.cli.choices import open_library
from shanqu.cli.output import complain, print_columns, print_json, print_raw
from shanqu.cli.parsing import add_json, whole_number
from shanqu.cli.records import article_record, block_record
from shanqu.i18n import _
from shanqu.model import Article


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument(
        "id", type=whole_number, metavar="ID", help=_("the number that list and search print")
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--raw", action="store_true", help=_("the page as it came"))
    how.add_argument(
        "--blocks", action="store_true", help=_("every block of the page with its role and reason")
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Print the article; 1 where there is none of that number."""
    with open_library(options) as library:
        try:
            stored = library.article(options.id)
        except KeyError:
            complain(
                _("there is no article {number}; shanqu list shows which there are").format(number=options.id)
            )
            return 1
    article = stored.article
    if options.blocks:
        _print_blocks(article, as_json=options.json)
    elif options.json:
        text = {"text": article.page.text} if options.raw else {}
        print_json({"article": stored.id} | article_record(article) | text)
    elif options.raw:
        print_raw(article.page.text)
    else:
        print_article(article)
    return 0


def _print_blocks(article: Article, *, as_json: bool) -> None:
    records = [block_record(article, block) for block in article.blocks]
    if as_json:
        for record in records:
            print_json(record)
        return
    print_columns(
        [
            (str(one["start"]), str(one["end"]), one["role"], one["reason"], one["text"].strip())
            for one in records
        ],
        right=(0, 1),
    )
