"""Reading side: entities by what they are called, and how many texts name them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from shanqu.store.findings import Entity
from shanqu.store.leading import strings
from shanqu.store.reader import Reader, numbers

_COUNTED = "SELECT id, kind, canonical, code, named_articles, named_times FROM entity"
# Up to so many articles are looked up one by one rather than all copies at once.
_FEW = 2000


def ids_of(reader: Reader, names: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str, str], int]:
    """The ids of the entities with these kinds, canonical names and codes."""
    found = {}
    for name in names:
        rows = reader.all("SELECT id FROM entity WHERE kind = ? AND canonical = ? AND code = ?", tuple(name))
        if rows:
            found[name] = rows[0][0]
    return found


def named(reader: Reader, kind: str | None, name: str) -> list[Entity]:
    """The entities of a kind (None: any) that are or were written exactly so, the most often named first."""
    rows = reader.all(
        f"{_COUNTED} WHERE (?1 IS NULL OR kind = ?1) AND (canonical = ?2"
        " OR id IN (SELECT entity FROM surface WHERE text = ?2))"
        " ORDER BY canonical = ?2 DESC, named_articles DESC, id",
        (kind, name),
    )
    return [Entity(*row) for row in rows]


def called(reader: Reader, kinds: Sequence[str], names: Collection[str]) -> dict[str, int]:
    """For each of these names the entity that is or was written exactly so, where there is one: of the first of these

    kinds that has any, by that name before all others, then the one that is named most often.
    """
    rows: list[tuple[str, str, bool, int, int]] = reader.all(
        "SELECT canonical, kind, 0, -named_articles, entity.id FROM json_each(:kinds) sort CROSS JOIN json_each(:names) name"
        " CROSS JOIN entity ON kind = sort.value AND canonical = name.value",
        {"kinds": strings(kinds), "names": strings(names)},
    )
    settled = {name for name, kind, *_ in rows if kind == kinds[0]}
    if rest := [name for name in names if name not in settled]:
        # No index has the names that pages write: all that are wanted are looked for at once.
        rows += reader.all(
            "SELECT text, kind, 1, -named_articles, id FROM surface CROSS JOIN entity ON id = entity"
            " WHERE text IN (SELECT value FROM json_each(?)) AND kind IN (SELECT value FROM json_each(?))",
            (strings(rest), strings(kinds)),
        )
    ranked = sorted(rows, key=lambda row: (kinds.index(row[1]), *row[2:]), reverse=True)
    return {row[0]: row[-1] for row in ranked}


def of_kind(reader: Reader, kind: str) -> list[Entity]:
    """All entities of a kind, the most often named first."""
    rows = reader.all(
        f"{_COUNTED} WHERE kind = ? AND named_articles > 0 ORDER BY named_articles DESC, id", (kind,)
    )
    return [Entity(*row) for row in rows]


def by_id(reader: Reader, ids: Collection[int]) -> dict[int, Entity]:
    """These entities with their counts."""
    rows = reader.all(f"{_COUNTED} WHERE id IN (SELECT value FROM json_each(?))", (numbers(ids),))
    return {row[0]: Entity(*row) for row in rows}


def surfaces_of(reader: Reader, ids: Collection[int]) -> list[str]:
    """How pages write these entities, the longest first."""
    rows = reader.all(
        "SELECT DISTINCT text FROM surface WHERE entity IN (SELECT value FROM json_each(?))"
        " ORDER BY length(text) DESC, text",
        (numbers(ids),),
    )
    return [row[0] for row in rows]


def forms_of(reader: Reader, ids: Collection[int]) -> list[tuple[str, int, int]]:
    """How articles write these entities: the words, the article, and how often it does; the latest articles first."""
    return reader.all(
        "SELECT text, article, count(*) FROM mention JOIN article ON article.id = article"
        " WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY text, article"
        " ORDER BY published DESC, article",
        (numbers(ids),),
    )


def texts_of(reader: Reader, ids: Collection[int]) -> tuple[int, int]:
    """How many articles name any of these entities, and how many texts that is after collapsing reprints."""
    rows = reader.all(
        "SELECT count(DISTINCT article), count(DISTINCT reprints) FROM naming JOIN article ON id = article"
        " WHERE entity IN (SELECT value FROM json_each(?))",
        (numbers(ids),),
    )
    return rows[0][0], rows[0][1]


def coded(reader: Reader, code: str, kind: str) -> set[int]:
    """The entities of a kind with an administrative code."""
    rows = reader.all("SELECT id FROM entity WHERE code <> '' AND code = ? AND kind = ?", (code, kind))
    return {row[0] for row in rows}


def mainly(reader: Reader, ids: Collection[int]) -> set[int]:
    """The articles that name these parks at least as often as any other park."""
    rows = reader.all(
        "SELECT own.article FROM naming own WHERE own.entity IN (SELECT value FROM json_each(:ids))"
        " AND own.mentions >= (SELECT max(every.mentions) FROM naming every JOIN entity ON id = every.entity"
        " WHERE every.article = own.article AND kind = 'park')",
        {"ids": numbers(ids)},
    )
    return {row[0] for row in rows}


def zone_facts(reader: Reader, articles: Collection[int], code: str | None) -> set[int]:
    """The facts of these articles that are about some zone of the place with that code."""
    rows = reader.all(
        "SELECT rowid FROM fact WHERE article IN (SELECT value FROM json_each(?)) AND standing % 8 = 1"
        " AND code = ?",
        (numbers(articles), code or ""),
    )
    return {row[0] for row in rows}


def span_of(reader: Reader, ids: Collection[int]) -> tuple[str | None, str | None]:
    """The dates of the earliest and the latest article of known year that name these entities."""
    rows = reader.all(
        "SELECT min(published), max(published) FROM naming JOIN article ON id = article"
        " WHERE entity IN (SELECT value FROM json_each(?)) AND published GLOB '[0-9][0-9][0-9][0-9]*'",
        (numbers(ids),),
    )
    return rows[0][0], rows[0][1]


def naming(reader: Reader, ids: Collection[int]) -> list[int]:
    """The articles that name any of these entities, the latest first."""
    rows = reader.all(
        "SELECT DISTINCT article.id, published FROM naming JOIN article ON article.id = naming.article"
        " WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY published DESC, article.id",
        (numbers(ids),),
    )
    return [row[0] for row in rows]


def first_mentions(
    reader: Reader, ids: Collection[int], articles: Collection[int]
) -> list[tuple[int, int, int, int, int]]:
    """For each of these articles that names these entities, the latest first, the sentence and span of the first mention."""
    return reader.all(
        "SELECT article, sentence, sentence_end, min(start), end FROM json_each(:articles)"
        " JOIN mention ON mention.article = value AND entity IN (SELECT value FROM json_each(:ids))"
        " JOIN article ON article.id = mention.article GROUP BY article ORDER BY published DESC, article",
        {"ids": numbers(ids), "articles": numbers(articles)},
    )


def ranked_copies(reader: Reader, article: int) -> list[int]:
    """The article and its reprints, the best first; empty for an unknown id."""
    rows = reader.all(
        "SELECT id FROM article WHERE reprints = (SELECT reprints FROM article WHERE id = ?) ORDER BY behind, id",
        (article,),
    )
    return [row[0] for row in rows]


def copies_among(reader: Reader, ids: Collection[int]) -> Collection[tuple[int, ...]]:
    """Articles with those that are copies of each other together, the best first: all of these articles that have

    copies, and perhaps others.
    """
    if len(ids) <= _FEW:
        few = reader.each(
            "SELECT id, reprints FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY reprints, behind",
            (numbers(ids),),
        )
        return _grouped(few)
    groups = _copies(reader)
    if len(ids) > len(groups):
        return [group for id, group in groups.items() if id == group[0]]
    return {groups[id] for id in groups.keys() & set(ids)}


def _copies(reader: Reader) -> dict[int, tuple[int, ...]]:
    """The group of each article that has copies."""
    sql = (
        "SELECT id, reprints FROM article WHERE reprints IN (SELECT reprints FROM article WHERE behind > 0)"
        " ORDER BY reprints, behind"
    )
    found: dict[int, tuple[int, ...]] = reader.remembered(
        "groups of copies", lambda: {id: group for group in _grouped(reader.each(sql)) for id in group}
    )
    return found


def _grouped(rows: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    return [tuple(id for id, _ in group) for _, group in groupby(rows, lambda row: row[1])]
