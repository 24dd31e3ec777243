"""What a library answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shanqu.model import Query
from shanqu.query import Library, LibraryMissingError, parse

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
JINGNING = ("place", "景宁", "景宁畲族自治县", "331127")
LISHUI = ("place", "丽水", "丽水市", "3311")
TOWN = ("place", "仙居县上张乡", "仙居县上张乡", "331024")
ACME = ("company", "甲乙纸业", "甲乙纸业有限公司", None)


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path) -> Iterator[Library]:
    put(
        "遂昌的纸业很强。甲乙纸业在遂昌。\n景宁也有。",
        "/1",
        SUICHANG,
        JINGNING,
        ACME,
        title="纸业",
        published="2021-07",
    )
    put("景宁的玩具厂,SC认证。", "/2", JINGNING, title="玩具", published="2024-09-26")
    put("上张乡光伏。仙居县上张乡。", "/3", TOWN, title="光伏", published="--09-28")
    put("丽水全市。", "/4", LISHUI, title="没有日期")
    with Library.open(library_dir) as opened:
        yield opened


def _found(library: Library, text: str) -> tuple[int, ...]:
    return library.search(parse(text))


def test_the_latest_come_first_then_those_without_year_then_the_undated(library: Library) -> None:
    assert library.search(Query()) == (2, 1, 3, 4)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("纸业", (1,)),
        ("玩具", (2,)),
        ("遂昌 景宁", (1,)),
        ("-遂昌", (2, 3, 4)),
        ("景宁 -纸业", (2,)),
        ("没有日期", (4,)),
        ("sc", (2, 1)),
        ("SUIC", (1,)),
        ("su", ()),
        ("county:sc", (1,)),
        ("county:suichang", (1,)),
        ("县:遂", (1,)),
        ("county:景宁县", (2, 1)),
        ("县:景宁畲族自治县", (2, 1)),
        ("县:仙居", (3,)),
        ("县:丽水", (4,)),
        ("-县:景宁", (3, 4)),
        ("企业:甲乙", (1,)),
        ("企业:有限公司", (1,)),
        ("人:甲乙", ()),
        ("title:纸", (1,)),
        ("标题:遂昌", ()),
        ("认证。", (2,)),
        ("。", (2, 1, 3, 4)),
        ("没有的词", ()),
    ],
)
def test_searching(library: Library, text: str, ids: tuple[int, ...]) -> None:
    assert _found(library, text) == ids


def test_chosen_entities_narrow_the_search(library: Library) -> None:
    by_name = {row.canonical: row.id for row in library.facets()}
    assert library.search(Query(), [by_name["景宁畲族自治县"]]) == (2, 1)
    assert library.search(parse("纸业"), [by_name["景宁畲族自治县"], by_name["遂昌县"]]) == (1,)


def test_names_behind_pinyin_and_fields_are_told(library: Library) -> None:
    assert library.entity_names(parse("sc")) == ["遂昌"]
    assert library.entity_names(parse("企业:有限公司 -县:景宁")) == ["甲乙纸业"]
    assert library.entity_names(parse("纸业")) == []


def test_rows_come_in_the_order_asked_for(library: Library) -> None:
    rows = library.rows([3, 1, 99])
    assert [(row.id, row.title, row.published) for row in rows] == [
        (3, "光伏", "--09-28"),
        (1, "纸业", "2021-07"),
    ]


def test_facets_count_over_the_articles_shown(library: Library) -> None:
    rows = library.facets([1])
    assert [(row.kind, row.canonical, row.articles, row.mentions) for row in rows] == [
        ("place", "遂昌县", 1, 2),
        ("place", "景宁畲族自治县", 1, 1),
        ("company", "甲乙纸业有限公司", 1, 1),
    ]
    assert rows[0].mountain and rows[0].level == "county"


def test_a_township_is_no_county_and_a_prefecture_is_one_level_up(library: Library) -> None:
    rows = {row.canonical: row for row in library.facets()}
    assert (rows["仙居县上张乡"].level, rows["仙居县上张乡"].mountain) == (None, False)
    assert (rows["丽水市"].level, rows["丽水市"].mountain) == ("prefecture", False)


def test_the_summary_counts_counties_of_zhejiang(library: Library) -> None:
    summary = library.summary()
    assert (summary.articles, summary.counties, summary.reprint_groups) == (4, 3, 0)


def test_evidence_is_every_sentence_with_all_its_hits(library: Library) -> None:
    entity = next(row.id for row in library.facets() if row.canonical == "遂昌县")
    found = library.evidence(entity)
    assert [(one.text, one.hits) for one in found] == [
        ("遂昌的纸业很强。", ((0, 2),)),
        ("甲乙纸业在遂昌。", ((5, 7),)),
    ]
    page = library.article(1).article.page.text
    assert [page[one.start : one.end] for one in found] == [one.text for one in found]
    assert found[1].at == page.index("遂昌。")


def test_evidence_follows_the_list_and_can_be_narrowed(library: Library) -> None:
    entity = next(row.id for row in library.facets() if row.canonical == "景宁畲族自治县")
    assert [one.article for one in library.evidence(entity)] == [2, 1]
    assert [one.article for one in library.evidence(entity, [1])] == [1]


def test_the_concordance_finds_literals_across_sentences_and_folded(library: Library) -> None:
    assert [(one.article, one.text) for one in library.concordance("纸业")] == [
        (1, "遂昌的纸业很强。"),
        (1, "甲乙纸业在遂昌。"),
    ]
    (across,) = library.concordance("很强。甲乙")
    assert across.text == "遂昌的纸业很强。甲乙纸业在遂昌。" and across.hits == ((5, 10),)
    assert [one.article for one in library.concordance("ＳＣ")] == [2]
    assert library.concordance(" ") == []


def test_hits_show_the_text_around_the_first(library: Library) -> None:
    (hit,) = library.hits(parse("景宁 玩具"))
    assert (hit.article, hit.hits, hit.snippet) == (2, 3, "景宁的玩具厂,SC认证。")
    assert len(library.hits(Query(), 2)) == 2


def test_counties_are_all_there_the_mountain_ones_first(library: Library) -> None:
    counties = library.counties()
    assert len(counties) == 101
    assert [county.mountain for county in counties] == [True] * 26 + [False] * 75
    assert [(one.name, one.articles) for one in counties[:3]] == [
        ("景宁畲族自治县", 2),
        ("仙居县", 1),
        ("遂昌县", 1),
    ]


def test_what_is_not_there_is_a_key_error(library: Library) -> None:
    with pytest.raises(KeyError):
        library.article(99)
    with pytest.raises(KeyError):
        library.entity(99)
    with pytest.raises(KeyError):
        library.matrix(["999999"])


def test_a_library_may_not_be_there_yet(tmp_path: Path) -> None:
    assert not Library.exists(tmp_path)
    with pytest.raises(LibraryMissingError):
        Library.open(tmp_path)


def test_the_version_tells_when_somebody_has_written(library: Library, put: Callable[..., int]) -> None:
    before = library.version()
    assert library.version() == before
    put("新的", "/5")
    assert library.version() != before


def test_the_leading_entities_of_each_kind_are_told_with_how_many_there_are(library: Library) -> None:
    by_kind = {one.kind: (one.total, [row.canonical for row in one.rows]) for one in library.leading(most=1)}
    assert by_kind["company"] == (1, ["甲乙纸业有限公司"])
    assert by_kind["place"][0] == 4 and by_kind["place"][1][:2] == ["景宁畲族自治县", "遂昌县"]
    among = {one.kind: [(row.canonical, row.articles) for row in one.rows] for one in library.leading([2, 3])}
    assert among == {"place": [("仙居县上张乡", 1), ("景宁畲族自治县", 1)]}
