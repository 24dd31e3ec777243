"""Figures of which the user gives the place or the subject to another entity: they follow the name, and come back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from made_up import article_of, forget_following, hashes_of, reading_of
from shanqu.extract import extract
from shanqu.model import Article, Block, Role
from shanqu.query import Library
from shanqu.store import database_path, schema
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store

Add = Callable[..., None]
SHANGYU, SUICHANG = "330604", "331123"
_GROWTH = "上虞区今年工业产值增长1.9%。"


@pytest.fixture
def add(store: Store) -> Add:
    """Write one article with all that extraction finds in it."""

    def write(text: str, path: str = "/1", site: str | None = None) -> None:
        article: Article = article_of(text, path)._replace(
            site=site, blocks=(Block(0, len(text), Role.BODY, "test"),)
        )
        analysed = Analysed(article, extract(article), hashes_of(text))
        with store.transaction():
            store.write(analysed, rules=1, reading=reading_of)

    return write


@pytest.fixture
def library(add: Add, library_dir: Path) -> Iterator[Library]:
    add("遂昌县去年出口2亿元。", "/0")
    with Library.open(library_dir) as opened:
        yield opened


def _split(
    library: Library, name: str, form: str, into: str, article: int | None = None, site: str = ""
) -> int:
    found = library.find_entity(name)
    assert found is not None, name
    return library.split(found, form, into, article, site).number


def _figures(library: Library, key: str) -> set[str]:
    """The figures in the column of a place."""
    return {
        figure.text
        for row in library.matrix([key]).rows
        for figure in row.cells[0].figures
        if figure.value is not None
    }


def _profiled(library: Library, name: str) -> set[str]:
    found = library.find_entity(name)
    assert found is not None, name
    return {
        item.text for one in library.profile(found).sections if one.key == "figures" for item in one.items
    }


def test_a_figure_goes_with_the_name_of_its_place(library: Library, add: Add) -> None:
    add(_GROWTH)
    assert _figures(library, SHANGYU) == {"1.9%"}
    _split(library, "上虞区", "上虞区", "某地")
    assert _figures(library, SHANGYU) == set()
    assert library.find_column("某地") == "place:某地"
    assert _figures(library, "place:某地") == _profiled(library, "某地") == {"1.9%"}
    assert [(one.fact.place, one.fact.code) for one in library.facts_of(2)] == [("某地", None)]


def test_it_comes_back_when_the_split_is_undone(library: Library, add: Add) -> None:
    add(_GROWTH)
    facts = library.facts_of(2)
    library.corrections.undo(_split(library, "上虞区", "上虞区", "某地"))
    assert library.facts_of(2) == facts
    assert _figures(library, SHANGYU) == {"1.9%"}


def test_it_goes_to_another_county(library: Library, add: Add) -> None:
    add(_GROWTH)
    _split(library, "上虞区", "上虞区", "遂昌县")
    assert _figures(library, SUICHANG) == {"2亿元", "1.9%"}
    (row,) = (one for one in library.overview() if one.code == SUICHANG)
    assert row.articles == 2


def test_what_is_borne_by_another_way_to_write_the_name_stays(library: Library, add: Add) -> None:
    add("上虞区工业产值增长1.9%。上虞的出口额达到30亿元。全年税收5亿元。")
    _split(library, "上虞区", "上虞", "某地")
    assert _figures(library, SHANGYU) == {"1.9%"}
    # Nothing names a place anew: what was said last goes on.
    assert _figures(library, "place:某地") == {"30亿元", "5亿元"}


def test_in_one_sentence_the_last_name_before_the_figure_bears_it(library: Library, add: Add) -> None:
    add("上虞区说，上虞出口额达到30亿元，这是上虞区的新高。")
    _split(library, "上虞区", "上虞区", "某地")
    assert _figures(library, SHANGYU) == {"30亿元"}


def test_what_is_said_of_a_zone_stays_in_the_county_where_the_zone_lies(library: Library, add: Add) -> None:
    add("上虞区工业产值增长1.9%。上虞经开区出口额8亿元。")
    _split(library, "上虞区", "上虞区", "某地")
    assert _figures(library, SHANGYU) == {"8亿元"}


def test_what_goes_on_about_a_zone_stays_there_too(library: Library, add: Add) -> None:
    add("2019年，上虞经开区工业产值600亿元，利税占上虞的70%。")
    stated = [one.fact for one in library.facts_of(2)]
    assert {one.scope for one in stated} == {"zone"}
    _split(library, "上虞区", "上虞", "某地")
    assert [one.fact for one in library.facts_of(2)] == stated
    assert _figures(library, "place:某地") == set()


def test_only_the_figures_of_that_article_or_site_go(library: Library, add: Add) -> None:
    for number, figure, site in ((1, "1.9", "浙江在线"), (2, "2.9", "丽水网"), (3, "3.9", "丽水网")):
        add(f"上虞区今年工业产值增长{figure}%。", f"/{number}", site)
    _split(library, "上虞区", "上虞区", "某地", article=2)
    assert _figures(library, SHANGYU) == {"2.9%", "3.9%"}
    _split(library, "上虞区", "上虞区", "某县", site="丽水网")
    assert _figures(library, SHANGYU) == set()
    assert _figures(library, "place:某县") == {"2.9%", "3.9%"}


def test_it_holds_of_articles_to_come(library: Library, add: Add) -> None:
    add(_GROWTH)
    _split(library, "上虞区", "上虞区", "某地")
    add("上虞区今年出口额达到7亿元。", "/new")
    add(_GROWTH + "全年税收5亿元。")
    assert _figures(library, "place:某地") == {"1.9%", "7亿元", "5亿元"}


def test_a_figure_goes_with_the_name_of_its_subject(library: Library, add: Add) -> None:
    add("遂昌县的甲乙纸业有限公司去年产值达到3亿元。")
    assert [one.fact.subject for one in library.facts_of(2)] == ["甲乙纸业有限公司"]
    number = _split(library, "甲乙纸业有限公司", "甲乙纸业有限公司", "丙丁纸业")
    assert [(one.fact.place, one.fact.subject) for one in library.facts_of(2)] == [("遂昌县", "丙丁纸业")]
    assert {figure.subject for figure in _of_firms(library)} == {"丙丁纸业"}
    library.corrections.undo(number)
    assert {figure.subject for figure in _of_firms(library)} == {"甲乙纸业有限公司"}


def _of_firms(library: Library) -> list[object]:
    return [
        figure
        for row in library.matrix([SUICHANG]).rows
        for figure in row.cells[0].figures
        if figure.scope == "company" and figure.value is not None
    ]


def test_a_subject_goes_by_the_name_that_the_user_gave_it(library: Library, add: Add) -> None:
    add("遂昌县的甲乙纸业有限公司去年产值达到3亿元。")
    found = library.find_entity("甲乙纸业有限公司")
    assert found is not None
    library.corrections.rename(library.name_of(found), "甲乙")
    assert {figure.subject for figure in _of_firms(library)} == {"甲乙"}
    assert [one.fact.subject for one in library.facts_of(2)] == ["甲乙"]
    assert [fact.subject for fact in library.article(2).extraction.facts] == ["甲乙"]


def test_the_figures_of_what_is_merged_into_a_county_are_in_its_column(library: Library, add: Add) -> None:
    add(_GROWTH)
    add("上虞区章镇镇去年税收1亿元。", "/town")
    county, other = (library.find_entity(name) for name in ("遂昌县", "上虞区"))
    assert county is not None
    assert other is not None
    merged = library.corrections.merge(library.name_of(other), library.name_of(county)).number
    assert _figures(library, SUICHANG) == {"2亿元", "1.9%", "1亿元"}
    assert _profiled(library, "遂昌县") == {"2亿元", "1.9%", "1亿元"}
    library.corrections.undo(merged)
    assert _figures(library, SUICHANG) == {"2亿元"}


def test_the_events_of_what_is_merged_into_a_county_are_on_its_timeline(library: Library, add: Add) -> None:
    add("2024年3月5日，上虞区的甲乙纸业项目开工。")
    county, other = (library.find_entity(name) for name in ("遂昌县", "上虞区"))
    assert county is not None
    assert other is not None
    assert library.events(county) == []
    library.corrections.merge(library.name_of(other), library.name_of(county))
    assert [(one.date, one.kind) for one in library.events(county)] == [("2024-03-05", "started")]


def test_what_was_split_off_and_merged_back_is_in_the_column_again(library: Library, add: Add) -> None:
    add(_GROWTH)
    _split(library, "上虞区", "上虞区", "某地")
    part = library.find_entity("某地")
    assert part is not None
    whole = library.corrections.in_force()[0].name
    assert whole is not None
    library.corrections.merge(library.name_of(part), whole)
    assert _figures(library, SHANGYU) == {"1.9%"}


def test_a_pairing_follows_the_names_of_both_partners(library: Library, add: Add) -> None:
    add("遂昌县与上虞区结对，开展山海协作。")
    _split(library, "上虞区", "上虞区", "某地")
    suichang = library.find_entity("遂昌县")
    assert suichang is not None
    partners = [one for one in library.profile(suichang).sections if one.key == "partners"]
    assert [item.text for one in partners for item in one.items] == ["某地"]


def test_a_library_that_was_split_before_figures_followed_is_brought_up_to_date(
    library: Library, add: Add, library_dir: Path
) -> None:
    add(_GROWTH)
    _split(library, "上虞区", "上虞区", "某地")
    library.close()
    with closing(sqlite3.connect(database_path(library_dir))) as connection, connection:
        connection.execute(
            "UPDATE fact SET code = ?, record = json_set(record, '$.place', '上虞区', '$.code', ?), extracted = NULL"
            " WHERE json_extract(record, '$.place') = '某地'",
            (SHANGYU, SHANGYU),
        )
        forget_following(connection)
        connection.execute(f"PRAGMA user_version = {schema.VERSION - 1}")
    with Library.open(library_dir) as opened:
        assert _figures(opened, SHANGYU) == set()
        assert _figures(opened, "place:某地") == {"1.9%"}
