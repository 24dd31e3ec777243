"""What is written comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from made_up import article_of, holding, reading_of
from shanqu.model import Article, Block, Edit, Extraction, Fact, Mention, Page, Published, Role
from shanqu.store import Reader, findings
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Source, Store

_TEXT = "标题\r\n遂昌蕞大的企业投资16亿元。\r\n广告"
_ARTICLE = Article(
    Page("/p.csv", _TEXT, "gb18030", "00", 99, 1.5, "7", "http://x/", "题", (), ("odd bytes",)),
    (
        Block(0, 4, Role.TITLE, "first line"),
        Block(4, 20, Role.BODY, "long", 0.75),
        Block(20, len(_TEXT), Role.ADVERT, "word"),
    ),
    (Edit(6, 7, "蕞", "最", "mask"),),
    title="标题",
    site="某网",
    column="新闻",
    published=Published("11月15日", "--11-15", "repost", "byline"),
    dateline="丽水11月15日电",
    reporters=("甲", "乙"),
    source="中新网",
    editors=("丙",),
    photo_credits=("丁",),
    warnings=("no year",),
)
_FOUND = Extraction(
    (Mention("place", 4, 6, "遂昌", "遂昌县", "331123", "short"),),
    (
        Fact(
            13, 17, "16亿元", "总投资", "level", "遂昌蕞大的企业投资16亿元。", 4, 18, 1.6e9, unit="元",
            code="331123", place="遂昌县", status="forecast", attribution="explicit",
        ),
    ),
)  # fmt: skip


def test_an_article_and_its_findings_come_back(store: Store) -> None:
    with store.transaction():
        id = store.write(Analysed(_ARTICLE, _FOUND), rules=1, reading=reading_of)
    reader = Reader(store.directory)
    assert reader.article(id) == (_ARTICLE, _FOUND)
    assert reader.article(id + 1) is None
    reader.close()


def test_writing_again_replaces_and_keeps_the_number(store: Store, put: Callable[..., int]) -> None:
    first = put("遂昌县。", "/a", ("place", "遂昌县", "遂昌县", "331123"))
    assert put("景宁县。", "/a", ("place", "景宁县", "景宁畲族自治县", "331127")) == first
    store.tidy()
    reader = Reader(store.directory)
    assert [found.canonical for found in findings.entities(reader)] == ["景宁畲族自治县"]
    assert holding(reader, "遂昌") == set()
    reader.close()


def test_an_article_without_title_is_called_like_its_file(put: Callable[..., int], store: Store) -> None:
    id = put("正文", "/folder/遂昌.txt")
    reader = Reader(store.directory)
    assert reader.rows([id])[0].title == "遂昌.txt"
    reader.close()


def test_the_members_of_a_file_are_articles_of_their_own(store: Store) -> None:
    page = article_of("甲").page
    with store.transaction():
        for member in ("1", "2"):
            article = Article(Page(page.path, "甲", "utf-8", "0", member=member), ())
            store.write(Analysed(article, Extraction()), rules=1, reading=reading_of)
    assert set(store.known(page.path)) == {"1", "2"}


def test_a_mention_lies_in_its_sentence(put: Callable[..., int], store: Store) -> None:
    put("前一句。遂昌在这里!后一句。", "/a", ("place", "遂昌", "遂昌县", "331123"))
    reader = Reader(store.directory)
    ((_, *sentence, _, _),) = findings.places_named(reader, findings.with_code(reader, "331123"))
    assert sentence == [4, 10]
    reader.close()


def test_a_file_is_remembered_once_it_was_read_to_its_end(store: Store, tmp_path: Path) -> None:
    assert store.source("/a") is None
    with store.transaction():
        store.finish_source("/a", Source(3, 1.5, 2, "00"))
    assert store.source("/a") == (3, 1.5, 2, "00")
