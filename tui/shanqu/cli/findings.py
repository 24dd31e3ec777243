"""What `entities` and `facts` share: extractions out of files, or out of the library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from shanqu.cli.choices import library_dir, open_library
from shanqu.cli.output import complain
from shanqu.cli.parsing import add_json
from shanqu.i18n import _, translated
from shanqu.indexing import analyse
from shanqu.model import Extraction, Query

Found = tuple[str, int | None, Extraction]


def configure_source(parser: ArgumentParser) -> None:
    """The arguments that both commands have."""
    text = _("files and folders to read (none: the library)")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=text)
    add_json(parser)


def found(options: Namespace, on_error: Callable[[str], None]) -> Iterator[Found]:
    """Path, number in the library, and findings of each article. Files that fail are complained of."""

    def tell(path: str, reason: str) -> None:
        complain(f"{path}: {translated(reason)}")
        on_error(path)

    if options.files:
        for article, extraction in analyse(options.files, library=library_dir(options), on_error=tell):
            yield article.page.name, None, extraction or Extraction()
        return
    with open_library(options) as library:
        for number in library.search(Query()):
            stored = library.article(number)
            yield stored.article.page.name, number, stored.extraction
