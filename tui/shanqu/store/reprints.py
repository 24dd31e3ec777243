"""Groups of reprints: copies of one text, and the parts of it that stand alone (see `stars`).

Each article keeps the hashes of its text (see `text.sketches`) as one value, and an index of few of them, its
marks: one hash in 32, of a short text one in 8. An article is looked up by its marks; those that share a fair
part of them are compared by all hashes. Articles of which one is a copy or part of another are kin, and so are those
that are joined through any of them; within its kin a group is formed around a longest text, before the transaction
ends. What keeps this bounded, however many articles there are:

- A mark remembers the first `CROWD` articles that have it and no more, so phrases that everybody uses lead to
  few articles, and a thousand copies leave no longer lists than a dozen.
- An article with the very hashes of another joins its group without being looked up, and leaves no marks.
- Of a group only a few members are compared. Kin of more than `SMALL` different texts, or of very long ones, are put in
  groups when all else is tidied; until then a newcomer is with the text that it is a copy of, or alone. So it stays where there are more
  than `MOST`, or hundreds of which none is a copy of another, as only pages of one template come to.

Which articles are kin depends on those that have come between them, but not the groups: kin may be too many.

Why not MinHash with LSH from a library: it finds texts alike as a whole, and an excerpt is not alike to its article.
Over 102,000 texts (`benchmarks/reprints.py 100000 --peers`) this finds all copies, changed copies and excerpts of a
third, and 99 % of those of a tenth, in 2.6 to 5.1 ms each and 200 MB on disk. At a similarity of 0.5 datasketch finds all
copies too, but 10 % of the thirds and none of the tenths, in 5.4 ms each and 900 MB of memory, and takes two seconds
to load, with NumPy and SciPy.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection
from hashlib import blake2b

from shanqu.store import marks, stars
from shanqu.store.stars import CONTAINMENT, FEWEST_HASHES, Sketched
from shanqu.text.sketches import MODULUS, sampled

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
# Groups were kin before: they are put in groups anew.
KIN = """
ALTER TABLE sketch ADD COLUMN figures BLOB NOT NULL DEFAULT x'';    -- hashes as well
ALTER TABLE article ADD COLUMN kin INTEGER NOT NULL DEFAULT 0;      -- its own id or that of an article of its kin
UPDATE article SET kin = reprints;
CREATE INDEX article_kin ON article (kin);
CREATE TABLE kin_changed (          -- kin that are to be put in groups (again)
    kin INTEGER PRIMARY KEY
);
INSERT INTO kin_changed SELECT DISTINCT kin FROM article WHERE kin <> id;
"""
CROWD = 16
SMALL = 32
# As many texts of 2,000 characters, and some more, take some milliseconds.
_SMALL_HASHES = 10_000
MOST = 1000
_MARK_MODULUS = 32
# Few marks are a rough sample, so a part of what must be shared is enough to be compared.
_LIKELY = 0.5 * CONTAINMENT
_COMPARED = 48
_OF_ONE_GROUP = 4
_MASK = 0xFFFF_FFFF


class _Sketch(Sketched):
    @classmethod
    def of(cls, hashes: Collection[int], figures: Collection[int]) -> _Sketch:
        held, counted = (frozenset(value & _MASK for value in values) for values in (hashes, figures))
        digest = blake2b(_packed(held) + _packed(counted), digest_size=7).digest()
        return cls(int.from_bytes(digest), held, counted)

    @classmethod
    def stored(cls, digest: int, hashes: bytes, figures: bytes) -> _Sketch:
        return cls(digest, frozenset(array("I", hashes)), frozenset(array("I", figures)))

    @property
    def marks(self) -> frozenset[int]:
        return sampled(self.hashes, MODULUS if self.whole else _MARK_MODULUS)

    @property
    def common_marks(self) -> int:
        """How many of the marks a long text would have as well."""
        return len(sampled(self.hashes, _MARK_MODULUS))


def _packed(hashes: Collection[int]) -> bytes:
    return array("I", sorted(hashes)).tobytes()


def add_sketch(
    connection: sqlite3.Connection, article: int, sketch: Collection[int], figures: Collection[int] = ()
) -> None:
    """Store the hashes of an article and of its figures; its kin wait for `regroup`."""
    held = _Sketch.of(sketch, figures)
    connection.execute("UPDATE article SET shape = ?, kin = id WHERE id = ?", (len(held.hashes), article))
    if len(held.hashes) < FEWEST_HASHES:
        return
    twin = _twin(connection, article, held)
    connection.execute(
        "INSERT OR REPLACE INTO sketch (article, digest, marks, hashes, figures) VALUES (?, ?, 0, ?, ?)",
        (article, held.digest, _packed(held.hashes), _packed(held.figures)),
    )
    if twin is None:
        _join(connection, article, held)
        _leave_marks(connection, article, held.marks, held)
    else:
        kin, group = _kin(connection, twin), _grouped(connection, twin)
        _make_kin(connection, {article, kin}, min(article, kin))
        _merge(connection, {article, group}, min(article, group))


def remove_sketch(connection: sqlite3.Connection, article: int) -> None:
    """Forget the hashes of an article; the others of its kin wait for `regroup`."""
    held = _held(connection, article)
    others = _leave(connection, article)
    connection.execute("UPDATE article SET shape = 0, kin = id, reprints = id WHERE id = ?", (article,))
    if held is None:
        return
    connection.execute("DELETE FROM sketch WHERE article = ?", (article,))
    marks.wipe(connection, article, held.marks)
    twin = _twin(connection, article, held)
    if twin is not None:
        _leave_marks(connection, twin, held.marks, held)
    elif others:
        kin = _kin(connection, others[0])
        _change(connection, kin)
        _leave_marks_of_others(connection, kin, held)


def regroup(connection: sqlite3.Connection) -> None:
    """Put the kin that have changed in groups, but for those of many texts, or of long ones."""
    for kin in changed(connection):
        texts, hashes = _size(connection, kin, SMALL + 1)
        if texts <= SMALL and hashes <= _SMALL_HASHES:
            _group(connection, kin)
            connection.execute("DELETE FROM kin_changed WHERE kin = ?", (kin,))


def regroup_large(connection: sqlite3.Connection, kin: int) -> None:
    """Put kin that have changed in groups, unless they are more than `MOST`: these stay as they are."""
    if _size(connection, kin, MOST + 1)[0] <= MOST:
        _group(connection, kin)
    connection.execute("DELETE FROM kin_changed WHERE kin = ?", (kin,))


def changed(connection: sqlite3.Connection) -> list[int]:
    """The kin that have changed since they were put in groups."""
    return [int(row[0]) for row in connection.execute("SELECT kin FROM kin_changed ORDER BY kin")]


def _size(connection: sqlite3.Connection, kin: int, limit: int) -> tuple[int, int]:
    """How many different texts are kin, up to a limit, and how many hashes they have."""
    texts = "SELECT DISTINCT digest, shape FROM article JOIN sketch ON article = id WHERE kin = ? LIMIT ?"
    row = connection.execute(f"SELECT count(*), coalesce(sum(shape), 0) FROM ({texts})", (kin, limit))
    return row.fetchone() or (0, 0)


def _group(connection: sqlite3.Connection, kin: int) -> None:
    members: defaultdict[int, list[int]] = defaultdict(list)
    texts: dict[int, _Sketch] = {}
    was: dict[int, int] = {}
    rows = connection.execute(
        "SELECT id, reprints, digest, hashes, figures FROM article JOIN sketch ON article = id WHERE kin = ? ORDER BY id",
        (kin,),
    )
    for article, reprints, digest, hashes, figures in rows:
        was[article] = reprints
        members[digest].append(article)
        if digest not in texts:
            texts[digest] = _Sketch.stored(digest, hashes, figures)
    for group in stars.groups(texts.values()) or ():
        articles = [article for text in group for article in members[text.digest]]
        # A group bears the number of its smallest member.
        name = min(articles)
        connection.executemany(
            "UPDATE article SET reprints = ? WHERE id = ?",
            [(name, article) for article in articles if was[article] != name],
        )


def _join(connection: sqlite3.Connection, article: int, held: _Sketch) -> None:
    """Make the article kin of those that it holds, or that hold it, and put it with one of which it is a copy."""
    kins, group = {article}, article
    compared: Counter[int] = Counter()
    for other, kin, with_it in _likely(connection, article, held):
        if kin in kins or compared[with_it] >= _OF_ONE_GROUP:
            continue
        compared[with_it] += 1
        if compared.total() > _COMPARED:
            break
        sketch = _held(connection, other)
        alike = sketch and stars.shared(held, sketch)
        if alike:
            kins.add(kin)
            if alike.same and group == article:
                group = with_it
    if len(kins) > 1:
        _make_kin(connection, kins, min(kins))
        _merge(connection, {article, group}, min(article, group))
        _change(connection, min(kins))


def _likely(connection: sqlite3.Connection, article: int, held: _Sketch) -> list[tuple[int, int, int]]:
    """Articles that share a fair part of the marks, with their kin and groups, the likeliest first."""
    shared = marks.shared(connection, held.marks)
    del shared[article]
    about: dict[int, tuple[int, int, int]] = {}
    for batch in marks.batches(shared):
        rows = connection.execute(
            "SELECT article.id, sketch.marks, kin, reprints FROM sketch JOIN article ON article.id = sketch.article"
            f" WHERE sketch.article IN ({', '.join('?' * len(batch))})",
            batch,
        )
        about |= {row[0]: row[1:] for row in rows}
    ours = held.common_marks
    score = {other: shared[other] / max(1, min(ours, theirs)) for other, (theirs, *_) in about.items()}
    likely = sorted((other for other in score if score[other] >= _LIKELY), key=lambda one: (-score[one], one))
    return [(other, about[other][1], about[other][2]) for other in likely]


def _leave_marks(
    connection: sqlite3.Connection, article: int, hashes: Collection[int], held: _Sketch
) -> None:
    marks.leave(connection, article, hashes, CROWD)
    connection.execute("UPDATE sketch SET marks = ? WHERE article = ?", (held.common_marks, article))


def _leave_marks_of_others(connection: sqlite3.Connection, kin: int, gone: _Sketch) -> None:
    """In the places of one that has gone some of its kin are marked, those first that have none of its marks."""
    marked = marks.marked(connection, gone.marks)
    rows = connection.execute(
        "SELECT min(article) FROM sketch JOIN article ON id = article WHERE kin = ? GROUP BY digest", (kin,)
    )
    texts = sorted((int(row[0]) for row in rows), key=lambda other: (other in marked, other))
    for other in texts[:SMALL]:
        held = _held(connection, other)
        missing = (held.marks & gone.marks).difference(marked.get(other, ())) if held else ()
        if held and missing:
            _leave_marks(connection, other, missing, held)


def _held(connection: sqlite3.Connection, article: int) -> _Sketch | None:
    row = connection.execute(
        "SELECT digest, hashes, figures FROM sketch WHERE article = ?", (article,)
    ).fetchone()
    return row and _Sketch.stored(*row)


def _twin(connection: sqlite3.Connection, article: int, held: _Sketch) -> int | None:
    """Another article with the same hashes."""
    row = connection.execute(
        "SELECT article FROM sketch WHERE digest = ? AND article <> ? LIMIT 1", (held.digest, article)
    ).fetchone()
    return row and int(row[0])


def _kin(connection: sqlite3.Connection, article: int) -> int:
    return int(connection.execute("SELECT kin FROM article WHERE id = ?", (article,)).fetchone()[0])


def _grouped(connection: sqlite3.Connection, article: int) -> int:
    return int(connection.execute("SELECT reprints FROM article WHERE id = ?", (article,)).fetchone()[0])


def _leave(connection: sqlite3.Connection, article: int) -> list[int]:
    """Let neither kin nor group bear the number of the article; the others of its kin."""
    kin, group = _kin(connection, article), _grouped(connection, article)
    if group == article:
        members = "SELECT min(id) FROM article WHERE reprints = ?1 AND id <> ?1"
        (first,) = connection.execute(members, (group,)).fetchone()
        _merge(connection, {group}, first or group)
    rows = connection.execute("SELECT id FROM article WHERE kin = ? AND id <> ? ORDER BY id", (kin, article))
    others = [int(row[0]) for row in rows]
    if kin == article and others:
        _make_kin(connection, {kin}, others[0])
    return others


def _merge(connection: sqlite3.Connection, groups: Collection[int], name: int) -> None:
    connection.executemany(
        "UPDATE article SET reprints = ? WHERE reprints = ?",
        [(name, group) for group in groups if group != name],
    )


def _make_kin(connection: sqlite3.Connection, kins: Collection[int], name: int) -> None:
    renamed = [(name, kin) for kin in kins if kin != name]
    connection.executemany("UPDATE article SET kin = ? WHERE kin = ?", renamed)
    connection.executemany("UPDATE OR REPLACE kin_changed SET kin = ? WHERE kin = ?", renamed)


def _change(connection: sqlite3.Connection, kin: int) -> None:
    connection.execute("INSERT OR IGNORE INTO kin_changed VALUES (?)", (kin,))
