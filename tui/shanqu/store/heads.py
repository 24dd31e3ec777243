"""Reading side for sentences: of each article its page, its edits and what names it, without its blocks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from shanqu.model import Edit
from shanqu.store.reader import Reader, numbers


class Head(NamedTuple):
    """As much of an article as it takes to show one of its sentences."""

    edits: tuple[Edit, ...]
    id: int
    title: str
    site: str | None
    published: str | None
    meaning: str | None
    page: str


def heads(reader: Reader, ids: Iterable[int]) -> dict[int, Head]:
    """The heads of these articles by id; articles that are gone are left out."""
    wanted = set(ids)
    rows = reader.all(
        "SELECT id, title, site, published, meaning, page"
        " FROM article JOIN content ON article = id WHERE id IN (SELECT value FROM json_each(?))",
        (numbers(wanted),),
    )
    # An index knows the few that have edits: the records hold every block of their pages.
    edits = edits_of(reader, wanted)
    return {row[0]: Head(edits.get(row[0], ()), *row) for row in rows}


def edits_of(reader: Reader, ids: Iterable[int]) -> dict[int, tuple[Edit, ...]]:
    """The edits of those of these articles that have any."""
    rows = reader.all(
        "SELECT article, json_extract(record, '$.edits') FROM content INDEXED BY content_edited"
        " WHERE article IN (SELECT value FROM json_each(?)) AND json_extract(record, '$.edits') <> '[]'",
        (numbers(set(ids)),),
    )
    return {row[0]: tuple(Edit(*edit) for edit in json.loads(row[1])) for row in rows}
