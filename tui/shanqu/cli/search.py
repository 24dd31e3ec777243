"""shanqu search QUERY: full-text search."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from itertools import groupby

from shanqu.cli.choices import open_library, parsed
from shanqu.cli.output import complain, print_columns, print_json, print_text
from shanqu.cli.parsing import UsageError, add_json, add_query, whole_number
from shanqu.i18n import N_, _
from shanqu.query import Bucket, EntityRow, Library, SearchHit, Wanted
from shanqu.text.dates import day

_LIMIT = 50
_FACETS = 10
_KINDS = ("place", "company", "park", "industry")
# What the facets, the kinds of names and the articles without a year are called.
_CALLED = {
    "county": N_("county"),
    "company": N_("company"),
    "park": N_("park"),
    "industry": N_("industry"),
    "site": N_("site"),
    "year": N_("year"),
    "kind": N_("kind"),
    "undated": N_("undated"),
    "place": N_("place"),
    "organization": N_("organisation"),
    "person": N_("person"),
    "project": N_("project"),
    "product": N_("product"),
    "policy": N_("policy"),
}
_UNDERLINE, _PLAIN = "\x1b[1;4m", "\x1b[0m"


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    add_query(parser, needed=True)
    text = _("at most so many articles (0: all; default {number})").format(number=_LIMIT)
    parser.add_argument("--limit", type=whole_number, default=_LIMIT, metavar="N", help=text)
    text = _("the best answers first, or the latest (default: %(default)s)")
    parser.add_argument("--order", choices=("relevance", "date"), default="relevance", help=text)
    text = _(
        "instead of articles: how many there are by county, company, park, industry, site, year and kind"
    )
    parser.add_argument("--facets", action="store_true", help=text)
    add_json(parser)


def run(options: Namespace) -> int:
    """Print the articles that fulfil the query, each with a snippet; 1 where there are none."""
    query = parsed(options.query)
    if not query.terms:
        raise UsageError(_("the query is empty"))
    with open_library(options) as library:
        wanted = Wanted(query, order=options.order)
        if options.facets:
            found = library.every(wanted)
            _print_facets(library, found, as_json=options.json)
            number = len(found)
        else:
            limit = options.limit if options.limit > 0 else None
            first = library.first(wanted, limit) if limit else None
            ids = first.ids[:limit] if first else library.every(wanted)
            hits = library.snippets(query, ids)
            counted = first.total if first else len(hits)
            number = library.number(wanted) if counted is None else counted
            _print_hits(hits, number, as_json=options.json)
    if not number:
        complain(_("no article fulfils the query"))
    return 0 if number else 1


def _print_hits(hits: Sequence[SearchHit], number: int, *, as_json: bool) -> None:
    for hit in hits:
        if as_json:
            print_json(hit._asdict())
        else:
            _print(hit)
    if not as_json and len(hits) < number:
        complain(_("{shown} of {number} articles; --limit shows more").format(shown=len(hits), number=number))


def _print(hit: SearchHit) -> None:
    about = " · ".join(part for part in (hit.site, day(hit.published)) if part)
    # What asks for no word has no hits to count.
    counted = f"  ×{hit.hits}" if hit.hits else ""
    print_text(f"{hit.article}  {hit.title}" + (f"  ({about})" if about else "") + counted)
    if sys.stdout.isatty():
        print_text("    ", end="")
        at = 0
        for start, end in hit.marks:
            print_text(hit.snippet[at:start], end="")
            sys.stdout.write(_UNDERLINE)
            print_text(hit.snippet[start:end], end="")
            sys.stdout.write(_PLAIN)
            at = end
        print_text(hit.snippet[at:])
    else:
        print_text(f"    {hit.snippet}")


def _print_facets(library: Library, ids: Sequence[int], *, as_json: bool) -> None:
    counted: list[tuple[str, str | None, int]] = [
        (_facet(entity), entity.canonical, entity.articles)
        for entity in library.facets(ids)
        if entity.kind in _KINDS and _facet(entity)
    ]
    counted += [_bucket(bucket) for bucket in library.buckets(ids)]
    if as_json:
        for facet, value, articles in counted:
            print_json({"facet": facet, "value": value, "articles": articles})
        return
    rows = []
    for facet, group in groupby(counted, lambda one: one[0]):
        shown = list(group)
        name = _(_CALLED[facet])
        ours = facet in ("kind", "year")
        rows += [
            (name, str(articles), (_(_CALLED.get(value, value)) if ours else value) if value else "–")
            for _facet, value, articles in shown[:_FACETS]
        ]
        if len(shown) > _FACETS:
            rows.append((name, "", f"… {len(shown) - _FACETS}"))
    if rows:
        print_columns(rows, right=(1,))


def _facet(entity: EntityRow) -> str:
    if entity.kind == "place":
        return "county" if entity.level == "county" else ""
    return entity.kind


def _bucket(bucket: Bucket) -> tuple[str, str | None, int]:
    value = "undated" if bucket.field == "year" and bucket.value is None else bucket.value
    return bucket.field, value, bucket.articles
