"""Counting what articles have in common: through the blocks that are kept, and of all else through the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import repeat
from operator import sub
from typing import Any, NamedTuple, TypeVar

from shanqu.store import block_sums
from shanqu.store.block_sums import COUNTED, RARE, TIMED, Chosen, Sums, common_times, rare_times
from shanqu.store.blocks import KIND_CODES, YEAR, code_of
from shanqu.store.finding import total
from shanqu.store.reader import Reader

T = TypeVar("T")

# So few articles are counted through the tables sooner than through blocks: all told, and for each block that there is.
# The tables could do with twice to four times as many, but for them a disk is read all over.
_FEW, _FEW_A_BLOCK = 1000, 40
# So many blocks are held in memory once they have been read; each takes 600 KB.
_MOST_HELD = 32


class Counts(NamedTuple):
    """How many articles name what (by the codes of `blocks`), and are of which site and year.

    Where they are most of all, entities are counted as in all less those of the `others`.
    """

    articles: Counter[int]
    sites: Counter[str | None]
    years: Counter[str | None]
    others: bool
    chosen: Chosen | None
    """None where all were counted through the tables."""
    times: Counter[int]
    """How often entities are named in what was counted through the tables."""


def counted(reader: Reader, ids: Collection[int]) -> Counts:
    """What these articles have in common; it is remembered until others are asked about."""
    return reader.about(ids, lambda: _counted(reader, ids))


def _counted(reader: Reader, ids: Collection[int]) -> Counts:
    sums = Sums()
    if _are_few(reader, ids):
        times = _add_named(reader, ids, sums.articles)
        _add_kinds_and_rest(reader, ids, sums)
        return Counts(sums.articles, sums.sites, sums.years, False, None, times)
    with reader.steady():
        chosen = Chosen(ids, reader.changed())
        others = 2 * len(ids) > total(reader)
        for block in _blocks(reader, COUNTED, block_sums.counted):
            flags = chosen.of(block.number)
            sums.add(flags, chosen.others(block.number) if others else flags, block)
        times = _add_named(reader, chosen.changed_others if others else chosen.changed, sums.articles)
        _add_kinds_and_rest(reader, chosen.changed, sums)
        articles = _less(_whole(reader), sums.articles) if others else sums.articles
    return Counts(articles, sums.sites, sums.years, others, chosen, times)


def _blocks(reader: Reader, columns: str, made: Callable[[Sequence[Any]], T]) -> Iterable[T]:
    """What is kept of blocks, `made` out of the number of each and these columns."""
    rows = map(made, reader.each(f"SELECT block, {columns} FROM facet_block"))
    if _number_of_blocks(reader) > _MOST_HELD:
        return rows
    # To read them takes as long as half of the counting.
    held: list[T] = reader.remembered(columns, lambda: list(rows))
    return held


def takes_long(reader: Reader, ids: Collection[int]) -> bool:
    """Whether to count these goes through more blocks than are held in memory."""
    return _number_of_blocks(reader) > _MOST_HELD and not _are_few(reader, ids)


def _are_few(reader: Reader, ids: Collection[int]) -> bool:
    return len(ids) < max(_FEW, _FEW_A_BLOCK * _number_of_blocks(reader))


def _number_of_blocks(reader: Reader) -> int:
    return int(reader.remembered("number of blocks", lambda: reader.one("SELECT count(*) FROM facet_block")))


def _whole(reader: Reader) -> Counter[int]:
    """How many articles of the library name each entity."""
    sql = "SELECT id, kind, named_articles FROM entity WHERE named_articles > 0"
    found: Counter[int] = reader.remembered(
        "named", lambda: Counter({code_of(id, kind): articles for id, kind, articles in reader.each(sql)})
    )
    return found


def _less(whole: Counter[int], without: Counter[int]) -> Counter[int]:
    """The counts of entities less these, with those of kinds as they are here."""
    rest = zip(whole, map(sub, whole.values(), map(without.get, whole, repeat(0))), strict=True)
    left = Counter({code: number for code, number in rest if number > 0})
    left.update({code: number for code, number in without.items() if code < KIND_CODES})
    return left


_NAMINGS = "FROM chosen CROSS JOIN naming INDEXED BY naming_article ON article = chosen.id"


def _add_named(reader: Reader, ids: Collection[int], counts: Counter[int]) -> Counter[int]:
    """Count through the tables which entities articles name; how often they do."""
    found = Counter[int]()
    if ids:
        reader.choose(ids)
        for entity, kind, articles, times in reader.each(
            "WITH named AS MATERIALIZED"
            f" (SELECT entity, count(*) AS articles, sum(mentions) AS times {_NAMINGS} GROUP BY entity)"
            " SELECT id, kind, articles, times FROM named JOIN entity ON id = entity"
        ):
            counts[code_of(entity, kind)] += articles
            found[code_of(entity, kind)] = times
    return found


def _add_kinds_and_rest(reader: Reader, ids: Collection[int], sums: Sums) -> None:
    """Count through the tables which kinds articles name, where and when they appeared."""
    if not ids:
        return
    reader.choose(ids)
    for kind, articles in reader.each(
        f"SELECT kind, count(DISTINCT article) {_NAMINGS} JOIN entity ON entity.id = entity GROUP BY kind"
    ):
        sums.articles[code_of(0, kind)] += articles
    for site, year, articles in reader.each(
        f"SELECT site, {YEAR}, count(*) FROM chosen CROSS JOIN article USING (id) GROUP BY 1, 2"
    ):
        sums.sites[site] += articles
        sums.years[year] += articles


def times_of(reader: Reader, counts: Counts, codes: set[int]) -> Counter[int]:
    """How often the articles that were counted, or the others, name these entities.

    To be asked in the same `steady` state.
    """
    times = Counter({code: counts.times[code] for code in codes})
    if counts.chosen is None:
        return times
    flags_of = counts.chosen.others if counts.others else counts.chosen.of
    rare: dict[int, set[int]] = {}
    for block, *columns in _blocks(reader, TIMED, tuple):
        if any(flags := flags_of(block)):
            common = dict(common_times(flags, columns, codes))
            times.update(common)
            rare[block] = codes - common.keys()
    for block, left in rare.items():
        if left:
            row = reader.all(f"SELECT {RARE} FROM facet_block WHERE block = ?", (block,))[0]
            for code, number in rare_times(flags_of(block), row, left):
                times[code] += number
    return times
