"""shanqu list: the articles of the library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from shanqu.cli.choices import open_library, parsed
from shanqu.cli.output import complain, print_columns, print_json
from shanqu.cli.parsing import add_json, add_query
from shanqu.i18n import _
from shanqu.query import ArticleRow, Wanted
from shanqu.text.dates import day

_FIELDS = (
    "id", "title", "site", "column", "published", "path", "chars", "kept", "places", "duplicates",
    "gone", "starred", "noted", "keywords",
)  # fmt: skip
_PAGE = 500
_SHOWN_PLACES = 3
_MARKS = ("★", "✎", "✗")


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    add_query(parser, needed=False)
    parser.add_argument(
        "--keywords", action="store_true", help=_("print the words that each article is about")
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Print the articles, the latest first; 1 where there are none."""
    query = parsed(options.query)
    with open_library(options) as library:
        ids = library.every(Wanted(query))
        for start in range(0, len(ids), _PAGE):
            rows = library.rows(ids[start : start + _PAGE])
            if options.json:
                for row in rows:
                    fields = row._asdict()
                    print_json({name: fields[name] for name in _FIELDS})
            else:
                print_columns([_line(row, options.keywords) for row in rows], right=(0,))
    if not ids:
        complain(_("no article fulfils the query") if query.terms else _("the library holds no articles"))
    return 0 if ids else 1


def _line(row: ArticleRow, keywords: bool) -> tuple[str, ...]:
    places = " ".join(row.places[:_SHOWN_PLACES]) + ("…" if len(row.places) > _SHOWN_PLACES else "")
    marks = "".join(mark for mark, on in zip(_MARKS, (row.starred, row.noted, row.gone), strict=True) if on)
    marks += f"≡{row.duplicates}" if row.duplicates else ""
    title = f"{marks} {row.title}" if marks else row.title
    line = (str(row.id), day(row.published) or "–", row.site or "–", places or "–", title)
    return (*line[:4], " ".join(row.keywords) or "–", title) if keywords else line
