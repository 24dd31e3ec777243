"""Reading side for concordances: the texts of articles as people read them, without their findings."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import NamedTuple

from shanqu.model import KEPT_ROLES, Edit
from shanqu.store.reader import Reader, numbers
from shanqu.text.aligned import Aligned, align, strip_span


class Reading(NamedTuple):
    """An article with its paragraphs."""

    paragraphs: tuple[Aligned, ...]
    id: int
    group: int
    title: str
    site: str | None
    published: str | None


def readings(reader: Reader, ids: Collection[int]) -> Iterator[Reading]:
    """These articles, the latest first."""
    rows = reader.all(
        "SELECT id, reprints, title, site, published, page, json_extract(record, '$.blocks', '$.edits')"
        " FROM article JOIN content ON article = id WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY published DESC, id",
        (numbers(ids),),
    )
    kept = {role.value for role in KEPT_ROLES}
    for *head, page, found in rows:
        blocks, edits = json.loads(found)
        changes = tuple(Edit(*edit) for edit in edits)
        spans = (strip_span(page, start, end) for start, end, role, *_ in blocks if role in kept)
        paragraphs = tuple(align(page, *span, changes) for span in spans if span[0] < span[1])
        yield Reading(paragraphs, *head)
