"""What a person may mean by a part of a name."""

from __future__ import annotations

import re

from shanqu.model import ENTITY_KINDS
from shanqu.query.corrected import Corrected
from shanqu.query.rows import entity_row, whole
from shanqu.query.shapes import EntityRow
from shanqu.store import Reader, findings, lookup
from shanqu.store.findings import Entity
from shanqu.text.fold import fold

_LETTERS = re.compile(r"[a-z]{2,}")


def suggestions(
    reader: Reader, kind: str | None, text: str, corrected: Corrected, most: int
) -> list[EntityRow]:
    """The entities of a kind (None: any) that are or were called by a name that holds the text, or begins so in pinyin.

    Those first that are called exactly so, then those that most articles name; those whose name begins so count twice.
    At most `most`.
    """
    typed = fold(text.strip())
    if not typed:
        return []
    kinds = ENTITY_KINDS if kind is None else (kind,)
    found = {id for one in kinds for id in findings.called(reader, one, typed)}
    if _LETTERS.fullmatch(typed):
        found |= {one.id for one in findings.spelled(reader, typed, kind)}
    found |= {id for id, name in corrected.names.items() if typed in fold(name)}

    def rank(one: Entity) -> tuple[bool, int, int]:
        name = fold(corrected.name(one.id, one.canonical))
        return name != typed, -one.articles * (1 + name.startswith(typed)), one.id

    known = lookup.by_id(reader, {corrected.one(id) for id in found}).values()
    shown = (one for one in known if one.kind in kinds and corrected.shows(one))
    return [
        entity_row(whole(reader, one, None, corrected), corrected) for one in sorted(shown, key=rank)[:most]
    ]
