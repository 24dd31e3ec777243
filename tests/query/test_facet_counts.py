"""Facets of many articles are counted by blocks, and come to what counting each article comes to."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from made_up import article_of, forget_between, forget_copy_places, reading_of, skip_to
from shanqu.model import ENTITY_KINDS, EntityKind, Extraction, Mention, Published
from shanqu.query import Leading, Library
from shanqu.store import Reader, bits, blocks, database_path, facets, schema, tallies
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store

_SITES = (None, "遂昌网", "浙江新闻", "丽水日报")
_DATES = (None, "2021", "2021-06", "2023-11-15", "--09-28")
_KINDS: tuple[EntityKind, ...] = ("company", "industry", "park")


class Said(NamedTuple):
    """An article as it was made up: how often it names what."""

    site: str | None
    published: str | None
    names: dict[tuple[EntityKind, str], int]


@pytest.fixture(autouse=True)
def few_make_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_LEAST", 4)
    monkeypatch.setattr(blocks, "_COMMON", 6)
    monkeypatch.setattr(facets, "_FEW", 0)
    monkeypatch.setattr(facets, "_FEW_A_BLOCK", 0)


def _draw(draw: random.Random) -> Said:
    # Some are in most articles, some in one or two; some stand there more than fifteen times.
    names = {
        (kind, f"{kind}{number}"): draw.choice((1, 1, 1, 2, 3, 15, 16, 40))
        for kind in _KINDS
        for number in range(14)
        if draw.random() < 0.7 / (number + 1)
    }
    return Said(draw.choice(_SITES), draw.choice(_DATES), names)


def _analysed(number: int, said: Said) -> Analysed:
    article = article_of("名" * 50, f"/{number}", f"第{number}篇")._replace(site=said.site)
    if said.published:
        article = article._replace(published=Published(said.published, said.published, "original", "test"))
    mentions = tuple(
        Mention(kind, at, at + 1, "名", name, None)
        for (kind, name), times in said.names.items()
        for at in range(times)
    )
    return Analysed(article, Extraction(mentions, ()))


def _write(store: Store, number: int, said: Said) -> int:
    with store.transaction():
        return store.write(_analysed(number, said), rules=1, reading=reading_of)


@pytest.fixture
def said(store: Store) -> dict[int, Said]:
    """Articles in three blocks, the last of which has too few to be kept as one."""
    draw = random.Random(8)
    found: dict[int, Said] = {}
    for first, number in ((1, 30), (bits.SIZE - 12, 40), (2 * bits.SIZE - 1, 3)):
        if first > 1:
            skip_to(store, first)
        for _ in range(number):
            one = _draw(draw)
            found[_write(store, len(found), one)] = one
        forget_between(store)
    store.tidy()
    return found


@pytest.fixture
def library(said: dict[int, Said], library_dir: Path) -> Iterator[Library]:
    with Library.open(library_dir) as opened:
        yield opened


def _leading(
    library: Library, ids: Sequence[int], most: int = 5
) -> dict[str, tuple[int, list[tuple[str, int, int]]]]:
    return {
        one.kind: (one.total, [(row.canonical, row.articles, row.mentions) for row in one.rows])
        for one in library.leading(ids, most)
    }


def _leading_as_said(
    said: dict[int, Said], ids: Sequence[int], most: int = 5
) -> dict[str, tuple[int, list[tuple[str, int, int]]]]:
    articles = Counter(name for id in ids for name in said[id].names)
    times = Counter[tuple[EntityKind, str]]()
    for id in ids:
        times.update(said[id].names)
    found = {}
    for kind in ENTITY_KINDS:
        rows = [(name, number, times[of, name]) for (of, name), number in articles.items() if of == kind]
        if rows:
            found[kind] = (len(rows), sorted(rows, key=lambda row: (-row[1], -row[2], row[0]))[:most])
    return found


def _buckets(library: Library, ids: Sequence[int]) -> dict[tuple[str, str | None], int]:
    return {(one.field, one.value): one.articles for one in library.buckets(ids)}


def _buckets_as_said(said: dict[int, Said], ids: Sequence[int]) -> dict[tuple[str, str | None], int]:
    found = Counter[tuple[str, str | None]]()
    for id in ids:
        one = said[id]
        dated = one.published is not None and not one.published.startswith("-")
        found["site", one.site] += 1
        found["year", one.published[:4] if dated and one.published else None] += 1
        found.update(("kind", kind) for kind in {kind for kind, _ in one.names})
    return dict(found)


def _sealed(directory: Path) -> list[int]:
    with closing(sqlite3.connect(database_path(directory))) as connection:
        return [row[0] for row in connection.execute("SELECT block FROM facet_block ORDER BY block")]


def test_whole_blocks_are_kept_and_too_short_ones_are_not(said: dict[int, Said], library_dir: Path) -> None:
    assert {id // bits.SIZE for id in said} == {0, 1, 2}
    assert _sealed(library_dir) == [0, 1]


@pytest.mark.parametrize("most_held", [0, 32])
@pytest.mark.parametrize("share", [0.05, 0.4, 0.9, 1.0])
def test_facets_of_any_articles_are_exact(
    said: dict[int, Said], library: Library, monkeypatch: pytest.MonkeyPatch, share: float, most_held: int
) -> None:
    monkeypatch.setattr(facets, "_MOST_HELD", most_held)
    draw = random.Random(share)
    for _ in range(8):
        ids = [id for id in said if draw.random() < share]
        draw.shuffle(ids)
        assert _leading(library, ids) == _leading_as_said(said, ids)
        assert _buckets(library, ids) == _buckets_as_said(said, ids)


@pytest.mark.parametrize("share", [0.4, 0.9])
def test_without_how_often_the_same_lead_sooner(
    said: dict[int, Said], library: Library, monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    ids = [id for id in said if random.Random(id).random() < share]
    whole = {one.kind: dict(_counts(one)) for one in library.leading(ids, 100)}
    monkeypatch.setattr(tallies, "times_of", lambda *_: pytest.fail("they are counted"))
    told = library.leading(ids, 100, times=False)
    assert {one.kind: dict(_counts(one)) for one in told} == whole
    assert not any(row.mentions for one in told for row in one.rows)


def _counts(one: Leading) -> Iterator[tuple[str, int]]:
    return ((row.canonical, row.articles) for row in one.rows)


@pytest.mark.parametrize(("few", "by_tables"), [(0, False), (20, True)])
def test_the_more_blocks_there_are_the_more_articles_are_counted_through_the_tables(
    said: dict[int, Said], library: Library, monkeypatch: pytest.MonkeyPatch, few: int, by_tables: bool
) -> None:
    monkeypatch.setattr(facets, "_FEW_A_BLOCK", few)
    monkeypatch.setattr(facets, "_MOST_HELD", 0)
    ids = list(said)[:39]
    assert _leading(library, ids) == _leading_as_said(said, ids)
    assert library.counts_long(ids) is not by_tables
    assert library.counts_long(list(said)[:41]), "two blocks are kept"


def test_what_is_held_of_blocks_is_read_again_once_they_are_made_again(
    said: dict[int, Said], store: Store, library: Library
) -> None:
    ids = list(said)
    assert _leading(library, ids) == _leading_as_said(said, ids)
    for place in range(6):
        said[ids[place]] = _draw(random.Random(place))
        _write(store, place, said[ids[place]])
    store.tidy()
    assert _leading(library, ids) == _leading_as_said(said, ids)
    assert _buckets(library, ids) == _buckets_as_said(said, ids)


def test_all_are_told_where_all_are_asked_for(said: dict[int, Said], library: Library) -> None:
    ids = tuple(said)
    assert _leading(library, ids, 100) == _leading_as_said(said, ids, 100)
    assert _buckets(library, ids) == {(one.field, one.value): one.articles for one in library.buckets()}


def _changed(directory: Path) -> list[int]:
    with closing(sqlite3.connect(database_path(directory))) as connection:
        return [row[0] for row in connection.execute("SELECT article FROM facet_changed ORDER BY article")]


def test_blocks_do_not_hold_of_what_has_changed_until_they_are_made_again(
    said: dict[int, Said], store: Store, library: Library, library_dir: Path
) -> None:
    ids = list(said)
    short = ids[-2:]
    assert _changed(library_dir) == short
    changed = [3, 4, 50]
    for place in changed:
        said[ids[place]] = _draw(random.Random(place))
        assert _write(store, place, said[ids[place]]) == ids[place]
    with store.transaction():
        store.delete(ids[20])
    gone = ids.pop(20)
    assert _changed(library_dir) == sorted([*(i for i in (4, 5, gone)), ids[49], *short])
    for some in (ids, ids[:5], ids[::2], ids[2:60], ids[40:]):
        assert _leading(library, some) == _leading_as_said(said, some)
        assert _buckets(library, some) == _buckets_as_said(said, some)
    said[ids[5]] = _draw(random.Random(5))
    _write(store, 5, said[ids[5]])
    store.tidy()
    # One of the first block has changed too few for it to be made again.
    assert _changed(library_dir) == [ids[49], *short]
    assert _leading(library, ids) == _leading_as_said(said, ids)


def test_a_long_import_makes_blocks_as_they_become_full(
    said: dict[int, Said], store: Store, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    skip_to(store, 3 * bits.SIZE + 5)
    with store.transaction():
        for number in range(100, 120):
            store.write(_analysed(number, _draw(random.Random(number))), rules=1, reading=reading_of)
    assert _sealed(library_dir) == [0, 1, 2]
    assert _changed(library_dir)[0] >= 3 * bits.SIZE


def test_merged_entities_count_once_for_each_article(said: dict[int, Said], library: Library) -> None:
    names = {row.canonical: library.name_of(row.id) for row in library.facets() if row.kind == "company"}
    library.corrections.merge(names["company2"], names["company1"])
    library.corrections.hide(names["company3"])
    for one in said.values():
        times = one.names.pop(("company", "company2"), 0)
        if times:
            one.names["company", "company1"] = one.names.get(("company", "company1"), 0) + times
        one.names.pop(("company", "company3"), None)
    for ids in (list(said), list(said)[::3], list(said)[40:]):
        assert _leading(library, ids) == _leading_as_said(said, ids)
    whole = {one.kind: one.total for one in library.leading()}
    assert whole == {kind: total for kind, (total, _) in _leading_as_said(said, list(said)).items()}


def test_an_older_library_has_its_blocks_made(said: dict[int, Said], store: Store, library_dir: Path) -> None:
    store.close()
    with closing(sqlite3.connect(database_path(library_dir))) as connection:
        for name in ("facet_new", "facet_other", "facet_gone"):
            connection.execute(f"DROP TRIGGER {name}")
        for name in ("facet_block", "facet_changed", "char_block"):
            connection.execute(f"DROP TABLE {name}")
        forget_copy_places(connection)
        before = next(at for at, step in enumerate(schema.MIGRATIONS) if "facet_block" in step[0])
        connection.execute(f"PRAGMA user_version = {before}")
    with Library.open(library_dir) as library:
        assert _sealed(library_dir) == [0, 1]
        assert _leading(library, list(said)) == _leading_as_said(said, list(said))


def test_every_kind_has_a_number() -> None:
    assert set(blocks.KINDS) == set(ENTITY_KINDS)


def test_what_is_asked_in_one_state_is_not_mixed_with_another(
    said: dict[int, Said], store: Store, library_dir: Path, put: Callable[..., int]
) -> None:
    reader = Reader(library_dir)
    with reader.steady():
        before = reader.one("SELECT count(*) FROM article")
        put("遂昌。", "/new")
        assert reader.one("SELECT count(*) FROM article") == before
    assert reader.one("SELECT count(*) FROM article") == before + 1
    reader.close()
