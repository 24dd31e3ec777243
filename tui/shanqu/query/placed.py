"""The facts of a column: of a county those attributed to it, of a park those that are said of the park."""

from __future__ import annotations

from collections.abc import Collection

from shanqu.query import columns
from shanqu.query.corrected import Corrected
from shanqu.query.matrix_shapes import Column
from shanqu.store import Reader, findings, lookup
from shanqu.store.statements import Said, statements_in, statements_of

_PARK_SCOPES = ("zone", "project", "company")


def said_of(reader: Reader, column: Column, corrected: Corrected) -> list[Said]:
    """The facts of the place of a column that nobody has marked as wrong, the latest articles first."""
    if column.kind in ("county", "prefecture"):
        found = statements_of(reader, column.key)
    else:
        found = _of_name(reader, column, columns.entities(reader, column, corrected))
    return [one for one in found if corrected.right(one.path, one.fact)]


def _of_name(reader: Reader, column: Column, ids: Collection[int]) -> list[Said]:
    articles = findings.naming(reader, ids)
    written = lookup.surfaces_of(reader, ids)
    mainly = _mainly(reader, articles, ids)
    return [
        one
        for one in statements_in(reader, articles)
        if (not column.code or one.fact.code == column.code) and _said_of(one, written, mainly)
    ]


def _said_of(one: Said, written: Collection[str], mainly: Collection[int]) -> bool:
    fact = one.fact
    if any(name in fact.sentence or (fact.subject and name in fact.subject) for name in written):
        return fact.scope in _PARK_SCOPES or (fact.subject or "") in written
    # Carried over from an earlier sentence, in an article that is about this park.
    return fact.scope == "zone" and one.article in mainly and fact.attribution in ("park", "discourse")


def _mainly(reader: Reader, articles: Collection[int], ids: Collection[int]) -> set[int]:
    """The articles that name no other park more often than this one."""
    counts: dict[int, tuple[int, int]] = {}
    for entity, article, mentions in lookup.parks_in(reader, articles):
        own, other = counts.get(article, (0, 0))
        counts[article] = (own + mentions, other) if entity in ids else (own, max(other, mentions))
    return {article for article, (own, other) in counts.items() if own >= other}
