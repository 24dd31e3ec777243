"""Files through cleaning and extraction without a library, for the commands on files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from shanqu.model import Article, Extraction


def analyse(
    paths: Sequence[Path], *, extract: bool = True, on_error: Callable[[str, str], None] | None = None
) -> Iterator[tuple[Article, Extraction | None]]:
    """The articles of files and folders as they are read; with `extract`, what each of them says.

    A path that cannot be read is told to `on_error` (path and reason), and the rest goes on.
    """
    from shanqu.clean import clean
    from shanqu.ingest import IngestError, discover, read

    for path in paths:
        try:
            for file in discover([path]):
                for page in read(file):
                    article = clean(page)
                    yield article, _extraction(article) if extract else None
        except IngestError as error:
            if on_error:
                on_error(error.path, error.reason)


def _extraction(article: Article) -> Extraction:
    from shanqu.extract import extract

    return extract(article)
