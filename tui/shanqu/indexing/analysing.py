"""Files through cleaning and extraction without a library, for the commands on files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from shanqu.indexing.failures import BadRows, reason_of
from shanqu.indexing.own_rules import take_own_rules
from shanqu.indexing.template_file import NAME, Site, load, refusal, template_of
from shanqu.model import Article, Extraction
from shanqu.text.names import path_name


def analyse(
    paths: Sequence[Path],
    *,
    library: Path | None = None,
    extract: bool = True,
    on_error: Callable[[str, str], None] | None = None,
) -> Iterator[tuple[Article, Extraction | None]]:
    """The articles of files and folders as they are read; with `extract`, what each of them says.

    Lines of a site's template, shipped or of the folder `library`, are dropped as they are when importing.
    A path that cannot be read, and a file with bad rows, is told to `on_error` (path and reason), and the
    rest goes on.
    """
    from shanqu.ingest import IngestError, discover

    def tell(error: IngestError) -> None:
        if on_error:
            on_error(error.path, error.reason)

    if (refused := take_own_rules()) and on_error:
        on_error(*refused)
    sites = _sites(library, on_error) if library is not None else {}
    for file in discover(paths, tell):
        rows = BadRows()
        try:
            yield from _analysed(file, extract, rows, sites)
            reason = rows.reason()
        except Exception as error:
            # As when importing: one page that trips a rule must not keep the others out.
            reason = reason_of(error, rows)
        if reason and on_error:
            on_error(path_name(file), reason)


def _sites(library: Path, on_error: Callable[[str, str], None] | None) -> dict[str, Site]:
    path = library / NAME
    try:
        return load(path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        if on_error:
            on_error(str(path), refusal(error))
        return {}


def _analysed(
    file: Path, extract: bool, rows: BadRows, sites: Mapping[str, Site]
) -> Iterator[tuple[Article, Extraction | None]]:
    from shanqu.clean import clean
    from shanqu.ingest import read

    # Importing names files by their whole paths, and so does what it learns.
    folder = str(file.resolve().parent)
    for page in read(file, rows.add):
        article = clean(page)
        template = template_of(article, folder, sites)
        article = clean(page, template) if template else article
        yield article, _extraction(article) if extract else None


def _extraction(article: Article) -> Extraction:
    from shanqu.extract import extract

    return extract(article)
