"""What `entities` and `facts` share: extractions out of files, or out of the library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from shanqu.cli.choices import library_dir, open_library
from shanqu.cli.output import complain
from shanqu.i18n import _, translated
from shanqu.indexing import analyse
from shanqu.model import Article, Extraction, Fact, Query


class Found(NamedTuple):
    """The findings of an article: its number in the library, where it has one; and what the user has marked as wrong."""

    article: Article
    number: int | None
    extraction: Extraction
    wrong: Collection[Fact] = ()

    @property
    def path(self) -> str:
        """The name of its page."""
        return self.article.page.name


def configure_source(parser: ArgumentParser) -> None:
    """The arguments that both commands have."""
    text = _("files and folders to read (none: the library)")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=text)


def found(options: Namespace, on_error: Callable[[str], None]) -> Iterator[Found]:
    """The findings of each article. Files that fail are complained of."""

    def tell(path: str, reason: str) -> None:
        complain(f"{path}: {translated(reason)}")
        on_error(path)

    if options.files:
        for article, extraction in analyse(options.files, library=library_dir(options), on_error=tell):
            yield Found(article, None, extraction or Extraction())
        return
    with open_library(options) as library:
        for number in library.search(Query()):
            stored = library.article(number)
            wrong = [one.fact for one in library.facts_of(number) if one.wrong]
            yield Found(stored.article, number, stored.extraction, wrong)
