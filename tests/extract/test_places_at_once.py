"""Whose figures are where a text names several places at once, compares them, or only says where something comes from: rather
nobody's than the wrong county's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.choosing import Option, likeliest, weights
from shanqu.model import Extraction

Reading = Callable[..., Extraction]


def placed(extraction: Extraction) -> list[tuple[str, str | None]]:
    """The figures as printed, each with its place."""
    return [
        (fact.value_text, fact.place) for fact in extraction.facts if fact.kind not in ("event", "pairing")
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("遂昌、松阳两县共有茶园20万亩。", {None}),
        ("庆元与龙泉、景宁三地的菌菇产值合计30亿元。", {None}),
        ("遂昌和松阳去年共签约项目12个。", {None}),
        ("平阳县出口45亿元,苍南县出口32亿元;两县合计77亿元。", {"平阳县", "苍南县", None}),
        ("在遂昌、松阳等县,夏茶产量5万吨。", {None}),
        ("遂昌与松阳分别增长5%、6%。", {"遂昌县", "松阳县"}),
        ("遂昌、松阳两县分别有茶园12万亩、15万亩。", {"遂昌县", "松阳县"}),
        ("遂昌县与诸暨、鄞州两地签约,引进项目3个。", {"遂昌县"}),
        ("遂昌县茶产业共有企业20家。", {"遂昌县"}),
        ("龙泉和萧山两地签订协议,龙泉获得资金2亿元。", {"龙泉市"}),
    ],
)
def test_of_several_places_together_none_has_a_figure_alone(
    reading: Reading, text: str, places: set[str | None]
) -> None:
    assert {place for _, place in placed(reading(text))} == places


def test_towns_of_one_county_are_that_countys(reading: Reading) -> None:
    text = "缙云县工业兴旺。壶镇镇、新建镇两地去年引进企业30家。"
    assert placed(reading(text)) == [("30家", "缙云县")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("公路全长120公里,其中遂昌段38公里、松阳段26公里,总投资260亿元。", None),
        ("外迁企业58家,武义县接了27家,缙云县接了19家,其余12家。", None),
        ("遂昌县茶园12万亩、松阳县茶园15万亩,松阳茶叶产值20亿元。", "松阳县"),
        ("遂昌县引进项目38个,总投资260亿元。", "遂昌县"),
    ],
)
def test_what_follows_the_parts_is_not_the_last_parts(reading: Reading, text: str, last: str | None) -> None:
    assert placed(reading(text))[-1][1] == last


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("松阳县、遂昌县都产茶。前者茶园面积12万亩,后者8万亩。", ["松阳县", "遂昌县"]),
        ("缙云和青田都在抓招商,前者引进项目12个,后者引进9个。", ["缙云县", "青田县"]),
        ("缙云县引进云帆机械,后者投资6亿元。", ["缙云县"]),
    ],
)
def test_the_former_and_the_latter_are_the_two_places_named(
    reading: Reading, text: str, places: list[str]
) -> None:
    assert [place for _, place in placed(reading(text))] == places


def test_a_rank_is_of_the_place_right_behind_it(reading: Reading) -> None:
    text = "台州有三地上榜,分别是排名第13位临海市,第18位温岭市,第23位天台县。"
    assert [place for _, place in placed(reading(text))][-3:] == ["临海市", "温岭市", "天台县"]


def test_the_places_that_are_counted_do_not_have_the_count(reading: Reading) -> None:
    assert placed(reading("名单新增莲都区、遂昌县2个试点县。")) == [("2个", None)]
    assert placed(reading("松阳县12家企业入选名单。")) == [("12家", "松阳县")]


@pytest.mark.parametrize(
    "text",
    [
        "遂昌县竹业兴旺。竹炭畅销杭州、宁波、温州,去年销售额2亿元。",
        "遂昌县引进永康、武义五金企业,总投资2亿元。",
        "遂昌县茶农到松阳、武义考察,如今茶园产值2亿元。",
        "遂昌县辐射带动龙泉、景宁等地,产值2亿元。",
        "遂昌县与宁波、绍兴合作,到位资金2亿元。",
        "遂昌县居首,低于第一位的缙云县,产值2亿元。",
        "遂昌县产值增速高于缙云(6.3%)、松阳(6.7%),达2亿元。",
    ],
)
def test_markets_sources_and_partners_have_no_figures(reading: Reading, text: str) -> None:
    assert dict(placed(reading(text)))["2亿元"] == "遂昌县"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("合作社带动松阳县农户3000户。", "松阳县"),
        ("到遂昌县创业的青年有3000户。", "遂昌县"),
        ("龙港市从苍南县析出后,居民有3000户。", "龙港市"),
    ],
)
def test_one_place_that_is_reached_has_them(reading: Reading, text: str, place: str) -> None:
    assert [place for value, place in placed(reading(text)) if value == "3000户"] == [place]


def test_examples_are_not_what_a_text_goes_on_about(reading: Reading) -> None:
    text = "温州市列入计划项目87个。水利项目13个,包括苍南县海塘工程、永嘉县堤防工程等。生态项目4个。"
    assert {place for _, place in placed(reading(text))} == {"温州市"}


def test_a_county_told_of_is_what_a_text_goes_on_about(reading: Reading) -> None:
    text = "温州市列入计划项目87个。苍南县入选13个,包括海塘工程、堤防工程等。生态项目4个。"
    assert placed(reading(text))[-1] == ("4个", "苍南县")


def test_the_parts_of_what_the_province_counts_are_nobodys(reading: Reading) -> None:
    text = "丽水市项目入选名单。省发展改革委印发名单,共安排项目143个。其中,实施类项目119个,预选类项目24个。"
    assert {place for _, place in placed(reading(text))} == {None}


def test_the_city_that_opens_a_sentence_is_its_whole_city(reading: Reading) -> None:
    text = "2018年,宁波全市完成与丽水、衢州合作项目69个,到位资金24亿元;全市共落实援建资金4485万元。"
    assert {place for _, place in placed(reading(text))} == {"宁波市"}


def test_behind_a_county_the_whole_city_is_its_prefecture(reading: Reading) -> None:
    assert placed(reading("遂昌、松阳都是产茶大县,全市茶园面积60万亩。")) == [("60万亩", "丽水市")]


def test_what_the_province_does_for_others_is_no_countys(reading: Reading) -> None:
    text = "安吉县的专家又来了。2018年以来,浙江省对口帮扶四川省,累计投入资金5亿元。"
    assert ("5亿元", None) in placed(reading(text))
    text = "景宁县变化很大,浙江累计投入资金3亿元,全县新增企业12家。"
    assert ("12家", "景宁畲族自治县") in placed(reading(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("永康以639亿元排在金华县市区第3位。", "永康市"),
        ("缙云增速居丽水县(市、区)第2位。", "缙云县"),
        ("1985年,丽水县产值在全省列第3位。", "莲都区"),
    ],
)
def test_all_the_counties_of_a_prefecture_are_no_former_county(
    reading: Reading, text: str, place: str
) -> None:
    assert {fact.place for fact in reading(text).facts} == {place}


def test_a_doubtful_name_that_heads_a_line_is_a_place(reading: Reading) -> None:
    facts = placed(reading("【景宁】一季度签约项目12个。\n【云和】一季度签约项目9个。"))
    assert facts == [("12个", "景宁畲族自治县"), ("9个", "云和县")]
    assert placed(reading("景宁县签约项目12个。\n云和数据公司有员工30人。"))[-1][1] != "云和县"


def test_a_school_called_after_the_prefecture_is_no_countys(reading: Reading) -> None:
    text = "云和县办起玩具学院。丽水学院在校学生1.2万人。"
    assert placed(reading(text))[-1] == ("1.2万人", None)


def test_the_county_of_a_text_is_all_of_it_behind_a_city_in_passing(reading: Reading) -> None:
    text = "开化县工业经济分析\n开化增长8.1%。开化投资增长9%。同期,江山增长7.0%。全县实现产值88亿元。"
    assert placed(reading(text))[-1] == ("88亿元", "开化县")


def test_an_option_that_is_hardly_likelier_than_others_is_not_taken() -> None:
    sign = max(weights()["place"], key=lambda name: weights()["place"][name])
    options = [Option("a", [sign]), Option("b", [sign])]
    assert likeliest("place", options, 0.65, "none") == "none"
    assert likeliest("place", [Option("a", [sign]), Option("b", [])], 0.65, "none") == "a"


def test_the_sides_of_grounds_are_no_county(reading: Callable[..., Extraction]) -> None:
    found = reading("云和县园区四至范围:东至205国道,南至滨江路。二期东至县道云景线,西至紧水滩路。")
    assert not [span.text for span in found.mentions if span.kind == "place" and span.text.startswith("东至")]


def test_the_county_called_so_stays_one(reading: Callable[..., Extraction]) -> None:
    found = reading("安徽东至县去年引进项目12个。东至的茶叶有名。")
    assert [span.canonical for span in found.mentions if span.text.startswith("东至")] == ["东至县", "东至县"]
