"""Reading side for comparison: facts with the page they stand on and its group of reprints."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from shanqu.model import Fact
from shanqu.store.codec import decode_fact, decode_path
from shanqu.store.reader import Reader, numbers


class Said(NamedTuple):
    """A fact with its article: its group of reprints, its date of publication, the name of its page."""

    article: int
    group: int
    published: str | None
    path: str
    fact: Fact


_FROM = (
    "SELECT article.id, reprints, published, path, member, fact.record FROM fact JOIN article ON id = article"
)
# Articles in the order of the list, so that of equal statements the latest comes first.
_ORDER = "ORDER BY published DESC, id, fact.rowid"


def statements_of(reader: Reader, code: str) -> list[Said]:
    """The facts attributed to the place of that code, the latest articles first."""
    return _said(reader.all(f"{_FROM} WHERE code <> '' AND code = ? {_ORDER}", (code,)))


def statements_in(reader: Reader, articles: Collection[int]) -> list[Said]:
    """The facts of these articles, the latest first."""
    marks = "WHERE article IN (SELECT value FROM json_each(?))"
    return _said(reader.all(f"{_FROM} {marks} {_ORDER}", (numbers(articles),)))


def _said(rows: list[tuple[int, int, str | None, str | bytes, str, str]]) -> list[Said]:
    found = []
    for article, group, published, path, member, record in rows:
        name = decode_path(path)
        found.append(
            Said(article, group, published, f"{name}#{member}" if member else name, decode_fact(record))
        )
    return found
