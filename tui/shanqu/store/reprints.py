"""Groups of reprints: articles of which one holds most of the other, joined through any of them.

Each article keeps the hashes of its text (see `text.sketches`) as one value, and an index of few of them, its
marks: one hash in 32, of a short text one in 8. An article is looked up by its marks; those that share a fair
part of them are compared by all hashes. What keeps this bounded, however many articles there are:

- A mark remembers the first `CROWD` articles that have it and no more, so phrases that everybody uses lead to
  few articles, and a thousand copies leave no longer lists than a dozen.
- An article with the very hashes of another joins its group without being looked up, and leaves no marks.
- Of a group only a few members are compared; a group of more than `SPLIT_UNTIL` is not taken apart again when a
  member changes or goes.

Why not MinHash with LSH from a library: it finds texts alike as a whole, and an excerpt is not alike to its article.
Over 102,000 texts (`benchmarks/reprints.py 100000 --peers`) this finds all copies, changed copies and excerpts of a
third, and 99 % of those of a tenth, in 2.6 to 5.1 ms each and 200 MB on disk. At a similarity of 0.5 datasketch finds all
copies too, but 10 % of the thirds and none of the tenths, in 5.4 ms each and 900 MB of memory, and takes two seconds
to load, with NumPy and SciPy.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Collection, Sequence
from hashlib import blake2b
from typing import NamedTuple

from shanqu.store import marks
from shanqu.text.sketches import MODULUS, containment, is_whole, sampled

# The table of marks is only the oldest of three (see `marks`).
TABLES = """
DROP TABLE sketch;
CREATE TABLE sketch (               -- the hashes of an article's text, for finding its reprints
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    digest INTEGER NOT NULL,        -- equal for articles with the same hashes
    marks INTEGER NOT NULL,         -- how many of them are in the table of marks
    hashes BLOB NOT NULL
);
CREATE INDEX sketch_digest ON sketch (digest);
CREATE TABLE mark (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
"""
CONTAINMENT = 0.6
# The share that a handful of hashes have in common says little: shorter texts stay alone.
FEWEST_HASHES = 8
CROWD = 16
SPLIT_UNTIL = 32
_MARK_MODULUS = 32
# Few marks are a rough sample, so a part of what must be shared is enough to be compared.
_LIKELY = 0.5 * CONTAINMENT
_COMPARED = 48
_OF_ONE_GROUP = 4
_MASK = 0xFFFF_FFFF


class _Sketch(NamedTuple):
    digest: int
    hashes: frozenset[int]

    @classmethod
    def of(cls, values: Collection[int]) -> _Sketch:
        hashes = frozenset(value & _MASK for value in values)
        digest = blake2b(_packed(hashes), digest_size=7).digest()
        return cls(int.from_bytes(digest), hashes)

    @property
    def marks(self) -> frozenset[int]:
        return sampled(self.hashes, MODULUS if is_whole(self.hashes) else _MARK_MODULUS)

    @property
    def common_marks(self) -> int:
        """How many of the marks a long text would have as well."""
        return len(sampled(self.hashes, _MARK_MODULUS))


def _packed(hashes: Collection[int]) -> bytes:
    return array("I", sorted(hashes)).tobytes()


def add_sketch(connection: sqlite3.Connection, article: int, sketch: Collection[int]) -> None:
    """Store the hashes of an article and join it with its reprints."""
    held = _Sketch.of(sketch)
    connection.execute("UPDATE article SET shape = ? WHERE id = ?", (len(held.hashes), article))
    if len(held.hashes) < FEWEST_HASHES:
        return
    twin = _twin(connection, article, held)
    connection.execute(
        "INSERT OR REPLACE INTO sketch (article, digest, marks, hashes) VALUES (?, ?, 0, ?)",
        (article, held.digest, _packed(held.hashes)),
    )
    if twin is None:
        _join(connection, article, held)
        _leave_marks(connection, article, held)
    else:
        _merge(connection, {_group(connection, article), _group(connection, twin)})


def remove_sketch(connection: sqlite3.Connection, article: int) -> None:
    """Forget the hashes of an article; the others of its group find together again without it."""
    group, held = _group(connection, article), _held(connection, article)
    others = [member for member in _members(connection, group) if member != article]
    # A group bears the number of its smallest member.
    if others and group == article:
        connection.execute("UPDATE article SET reprints = ? WHERE reprints = ?", (others[0], group))
    connection.execute("UPDATE article SET shape = 0, reprints = id WHERE id = ?", (article,))
    if held is None:
        return
    connection.execute("DELETE FROM sketch WHERE article = ?", (article,))
    marks.wipe(connection, article, held.marks)
    twin = _twin(connection, article, held)
    if twin is not None:
        _leave_marks(connection, twin, held)
    elif len(others) > SPLIT_UNTIL:
        _leave_marks_of_one(connection, others)
    else:
        _part(connection, others)


def _part(connection: sqlite3.Connection, members: Sequence[int]) -> None:
    """Take a small group apart and let its members find together again."""
    connection.executemany("UPDATE article SET reprints = id WHERE id = ?", [(one,) for one in members])
    for member in members:
        held = _held(connection, member)
        if held is not None:
            twin = _twin(connection, member, held)
            if twin is not None:
                _merge(connection, {_group(connection, member), _group(connection, twin)})
            _join(connection, member, held)
            _leave_marks(connection, member, held)


def _join(connection: sqlite3.Connection, article: int, held: _Sketch) -> None:
    """Put the article into the groups of those that it holds, or that hold it."""
    groups = {_group(connection, article)}
    compared: Counter[int] = Counter()
    for other, group in _likely(connection, article, held):
        if group in groups or compared[group] >= _OF_ONE_GROUP:
            continue
        compared[group] += 1
        if compared.total() > _COMPARED:
            break
        sketch = _held(connection, other)
        if sketch is not None and _are_reprints(held.hashes, sketch.hashes):
            groups.add(group)
    _merge(connection, groups)


def _are_reprints(one: frozenset[int], other: frozenset[int]) -> bool:
    if is_whole(one) != is_whole(other):
        one, other = sampled(one), sampled(other)
    return min(len(one), len(other)) >= FEWEST_HASHES and containment(one, other) >= CONTAINMENT


def _likely(connection: sqlite3.Connection, article: int, held: _Sketch) -> list[tuple[int, int]]:
    """Articles that share a fair part of the marks, with their groups, the likeliest first."""
    shared = marks.shared(connection, held.marks)
    del shared[article]
    about: dict[int, tuple[int, int]] = {}
    for batch in marks.batches(shared):
        rows = connection.execute(
            "SELECT article.id, sketch.marks, article.reprints FROM sketch JOIN article ON article.id = sketch.article"
            f" WHERE sketch.article IN ({', '.join('?' * len(batch))})",
            batch,
        )
        about |= {other: (theirs, group) for other, theirs, group in rows}
    ours = held.common_marks
    score = {other: shared[other] / max(1, min(ours, theirs)) for other, (theirs, _) in about.items()}
    likely = sorted((other for other in score if score[other] >= _LIKELY), key=lambda one: (-score[one], one))
    return [(other, about[other][1]) for other in likely]


def _leave_marks(connection: sqlite3.Connection, article: int, held: _Sketch) -> None:
    marks.leave(connection, article, held.marks, CROWD)
    connection.execute("UPDATE sketch SET marks = ? WHERE article = ?", (held.common_marks, article))


def _leave_marks_of_one(connection: sqlite3.Connection, members: Sequence[int]) -> None:
    """Of a large group whose marked members may all have gone, one more is marked."""
    for member in members:
        row = connection.execute("SELECT 1 FROM sketch WHERE article = ? AND marks = 0", (member,)).fetchone()
        held = _held(connection, member)
        if row and held is not None:
            _leave_marks(connection, member, held)
            return


def _held(connection: sqlite3.Connection, article: int) -> _Sketch | None:
    row = connection.execute("SELECT digest, hashes FROM sketch WHERE article = ?", (article,)).fetchone()
    return _Sketch(row[0], frozenset(array("I", row[1]))) if row else None


def _twin(connection: sqlite3.Connection, article: int, held: _Sketch) -> int | None:
    """Another article with the same hashes."""
    row = connection.execute(
        "SELECT article FROM sketch WHERE digest = ? AND article <> ? LIMIT 1", (held.digest, article)
    ).fetchone()
    return row and int(row[0])


def _group(connection: sqlite3.Connection, article: int) -> int:
    return int(connection.execute("SELECT reprints FROM article WHERE id = ?", (article,)).fetchone()[0])


def _members(connection: sqlite3.Connection, group: int) -> list[int]:
    rows = connection.execute("SELECT id FROM article WHERE reprints = ? ORDER BY id", (group,))
    return [int(row[0]) for row in rows]


def _merge(connection: sqlite3.Connection, groups: Collection[int]) -> None:
    smallest = min(groups)
    connection.executemany(
        "UPDATE article SET reprints = ? WHERE reprints = ?",
        [(smallest, group) for group in groups if group != smallest],
    )
