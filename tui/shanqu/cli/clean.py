"""shanqu clean FILE…: the cleaned text of files, without a library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from shanqu.cli.articles import print_article, print_explanation
from shanqu.cli.choices import library_dir
from shanqu.cli.output import complain, print_json, print_text
from shanqu.cli.parsing import add_json
from shanqu.cli.records import article_record
from shanqu.i18n import _, translated
from shanqu.indexing import analyse


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=_("files and folders to read"))
    parser.add_argument("--original", action="store_true", help=_("the page's own characters, without edits"))
    parser.add_argument("--explain", action="store_true", help=_("also what was dropped and edited, and why"))
    add_json(parser)


def run(options: Namespace) -> int:
    """Print the articles of the files; 1 where some files could not be read."""
    failed: list[str] = []

    def tell(path: str, reason: str) -> None:
        failed.append(path)
        complain(f"{path}: {translated(reason)}")

    first = True
    for article, _extraction in analyse(
        options.files, library=library_dir(options), extract=False, on_error=tell
    ):
        if options.json:
            print_json(article_record(article, original=options.original))
            continue
        if not first:
            print_text()
            print_text()
        first = False
        print_article(article, original=options.original)
        if options.explain:
            print_explanation(article)
    return 1 if failed else 0
