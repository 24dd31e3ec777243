"""Of reprints a list shows the best copy; the places of the others are kept while writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import compress, product
from pathlib import Path

import pytest

from made_up import forget_copy_places
from shanqu.query import Library, Wanted, parse
from shanqu.store import database_path, lookup, schema
from shanqu.store.writer import Store

_STORY = "浙江省遂昌县的天工之城落户了二十多家企业,当地以生态工业为主导产业,数字经济增长很快。"
_TAIL = "本报记者到园区里走了一圈,看到新的厂房已经封顶,再过两个月第一批设备就要进场。"
_END = "完整的名单和图表附在文后,供各位读者查对;数字以当地公布的为准。"


def _listed(folder: Path, text: str = "") -> list[int]:
    with Library.open(folder) as library:
        found = library.every(Wanted(parse(text)))
        return list(library.folded(found) if text else library.everything())


def test_the_whole_text_stands_for_its_excerpts_whichever_came_first(
    put: Callable[..., int], library_dir: Path
) -> None:
    put(_STORY, "/excerpt")
    whole = put(_STORY + _TAIL, "/whole")
    put(_STORY + "转自网络", "/repost")
    with Library.open(library_dir) as library:
        assert library.copies(whole)[0] == whole
    assert _listed(library_dir) == [whole]


def test_where_the_best_copy_goes_the_next_best_takes_its_place(
    put: Callable[..., int], store: Store, library_dir: Path
) -> None:
    whole, excerpt = put(_STORY + _TAIL, "/whole"), put(_STORY, "/excerpt")
    with store.transaction():
        store.delete(whole)
    assert _listed(library_dir) == [excerpt]


def test_a_copy_that_is_read_again_and_has_become_another_text_stands_alone(
    put: Callable[..., int], library_dir: Path
) -> None:
    whole, excerpt = put(_STORY + _TAIL, "/whole"), put(_STORY, "/excerpt")
    assert _listed(library_dir) == [whole]
    put("景宁畲族自治县的茶园今年迎来了丰收,山上的合作社从早到晚都在收青叶、炒新茶。", "/excerpt")
    assert _listed(library_dir) == [whole, excerpt]


def test_a_search_shows_the_best_of_the_copies_that_it_finds(
    put: Callable[..., int], library_dir: Path
) -> None:
    whole = put(_STORY + _TAIL + _END, "/whole")
    long, short = put(_STORY + _TAIL + "转自网络甲", "/long"), put(_STORY + "转自网络乙", "/short")
    other = put("转自网络的另一篇文章,与上面的完全不相干,说的是海边的渔港和码头上的货船。", "/other")
    assert _listed(library_dir, "遂昌") == [whole]
    assert _listed(library_dir, "转自网络") == [long, other]
    assert _listed(library_dir, "转自网络 -甲") == [short, other]


def test_copies_are_folded_alike_in_long_answers(
    put: Callable[..., int], library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shanqu.store.lookup._FEW", 1)
    whole = put(_STORY + _TAIL, "/whole")
    put(_STORY, "/excerpt")
    alone = put("遂昌县今天没有别的消息。", "/alone")
    assert _listed(library_dir, "遂昌") == [whole, alone]


def test_an_older_library_has_its_copies_ranked(
    put: Callable[..., int], store: Store, library_dir: Path
) -> None:
    put(_STORY, "/excerpt")
    whole, alone = put(_STORY + _TAIL, "/whole"), put("遂昌县今天没有别的消息。", "/alone")
    store.close()
    with closing(sqlite3.connect(database_path(library_dir))) as connection:
        forget_copy_places(connection)
        before = next(at for at, step in enumerate(schema.MIGRATIONS) if "regrouped" in step[0])
        connection.execute(f"PRAGMA user_version = {before}")
    assert _listed(library_dir) == [whole, alone]


@pytest.mark.parametrize("few", [0, 2000], ids=["all copies", "those asked for"])
def test_of_any_articles_the_best_copies_stay_in_their_order(
    put: Callable[..., int], library_dir: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(lookup, "_FEW", few)
    for number, story in enumerate((_STORY, _TAIL + _END, "景宁畲族自治县的茶园今年迎来了丰收。" * 3)):
        for end in ("", _END[:12], _TAIL[:12])[: 3 - number]:
            put(story + end, f"/{number} {end}")
    with Library.open(library_dir) as library:
        every = list(library.every(Wanted()))
        ranked = {id: list(library.copies(id)) for id in every}
        assert sorted(map(len, ranked.values())) == [1, 2, 2, 3, 3, 3]
        for chosen in product((False, True), repeat=len(every)):
            ids = list(compress(every, chosen))
            best = [id for id in ids if id == next(one for one in ranked[id] if one in ids)]
            assert list(library.folded(ids)) == best
