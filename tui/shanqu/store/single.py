"""Reading side: which articles hold a single character."""

from __future__ import annotations

from shanqu.store.bits import BITS, SIZE, flags_in
from shanqu.store.characters import characters
from shanqu.store.reader import Reader, numbers
from shanqu.text.fold import unfolded

# Of so many changed articles the texts are read; of more the index is asked.
_MOST_READ = 1000


def holding(reader: Reader, char: str) -> bytearray | None:
    """For each article, by its number, 1 if it holds the folded character, else 0; None where the index is to be asked."""
    with reader.steady():
        changed = reader.changed()
        if len(changed) > _MOST_READ or not reader.one("SELECT count(*) FROM facet_block"):
            return None
        last = int(reader.one("SELECT max(id) FROM article") or 0)
        flags = bytearray(max(last, *changed, 0) + SIZE)
        for block, packed in reader.each(
            # Not as a join: before one SQLite may go through all characters of all blocks.
            "SELECT block, (SELECT articles FROM char_block WHERE char_block.block = facet_block.block AND char = ?)"
            " FROM facet_block",
            (char,),
        ):
            if packed:
                flags[block << BITS : block + 1 << BITS] = flags_in(packed)
        for id in changed:
            flags[id] = 0
        for id, title, body in reader.each(
            "SELECT id, title, body FROM article JOIN text ON article = id"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (numbers(changed),),
        ):
            flags[id] = _holds(title, char) or _holds(body, char)
    return flags


def _holds(text: str, char: str) -> bool:
    forms = unfolded(char)
    return char in characters(text) if forms is None else any(form in text for form in forms)
