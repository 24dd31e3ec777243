"""What journalists' features tell of villages, scenery, harvests and prices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction, Fact

Facts = Callable[..., dict[str, Fact]]
Names = Callable[[str, str], list[str]]
Read = Callable[..., Extraction]


@pytest.fixture
def facts_by_value(reading: Read) -> Facts:
    """The facts of lines of body text by how their values are written."""

    def of(*lines: str) -> dict[str, Fact]:
        return {fact.value_text: fact for fact in reading("\n".join(lines)).facts}

    return of


def test_guests_of_scenery_are_those_of_its_county(facts_by_value: Facts) -> None:
    found = facts_by_value(
        "文成的三个村入选省级森林人家。", "仅楠溪江,去年就接待游客510万人次,旅游收入41亿元。"
    )
    assert found["510万人次"].place == "永嘉县"
    assert found["41亿元"].place == "永嘉县"


def test_a_river_itself_is_no_countys(facts_by_value: Facts) -> None:
    assert facts_by_value("楠溪江流域面积2400平方公里。")["2400平方公里"].place is None


def test_a_firm_called_after_scenery_keeps_its_figures(facts_by_value: Facts) -> None:
    found = facts_by_value("铜铃山饮料是文成县的老厂。", "公司去年产值3200万元。")
    assert found["3200万元"].scope == "company"


def test_aims_that_go_on_about_the_province_are_nobodys(facts_by_value: Facts) -> None:
    found = facts_by_value(
        "云和县分到了玉米款。",
        "按计划,到2025年底,全省行政村集体经济总收入超过800亿元,经营性收入占比达到45%以上。",
    )
    assert found["800亿元"].place is None if "800亿元" in found else True
    assert found["45%以上"].place is None


def test_a_rank_in_the_province_leaves_the_rest_to_the_county(facts_by_value: Facts) -> None:
    found = facts_by_value("景宁规上工业增加值增长21%,居全省90个县(市、区)第四位;工业投资增长63%。")
    assert found["63%"].place == "景宁畲族自治县"


def test_what_is_counted_in_a_county_beyond_the_province_is_not_ours(facts_by_value: Facts) -> None:
    found = facts_by_value("收益用于庆元县71个薄弱村和九寨沟县39个贫困村增收。")
    assert found["71个"].place == "庆元县"
    assert found["39个"].place is None


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        ("今年大棚杨梅能卖120元1斤。", "120元", "价格"),
        ("今年春茶均价每公斤280元。", "280元", "每公斤价格"),
        ("茶青收购价达到35元。", "35元", "收购价"),
        ("收购金额达到35万元。", "35万元", "收购金额"),
        ("今年黄茶最高卖2800元、最低卖550元。", "550元", "价格"),
        ("龙溪乡拥有2860亩有机茶园。", "2860亩", "茶园面积"),
        ("新康村有茶山1500亩。", "1500亩", "茶山面积"),
        ("厂里建成8万平方米的标准化厂房。", "8万平方米", "建成标准厂房面积"),
        ("常山县油茶籽产量6100吨,产茶油1600余吨。", "1600余吨", "产量"),
        ("村里安装了路灯48盏。", "48盏", "路灯数"),
        ("三门养殖规模从最初的12亩扩大到现在的45亩。", "12亩", "养殖面积"),
        ("三门养殖规模从最初的12亩扩大到现在的45亩。", "45亩", "养殖面积"),
        ("松阳民宿农家乐从最初的48家发展至目前的516家。", "516家", "民宿农家乐数"),
        ("缙云烧饼走进了美国、意大利等17个国家和地区。", "17个", "覆盖国家数"),
    ],
)
def test_measures_of_harvests_prices_and_villages(
    facts_by_value: Facts, text: str, value: str, indicator: str
) -> None:
    assert facts_by_value(text)[value].indicator == indicator


def test_farmers_are_counted_without_their_unit(facts_by_value: Facts) -> None:
    fact = facts_by_value("常山县带动23万农民增收。")["23万"]
    assert (fact.value, fact.unit) == (230_000, "人")


def test_a_lamp_that_burns_is_no_figure(facts_by_value: Facts) -> None:
    assert facts_by_value("夜深了,缙云县城的路灯还有三盏亮着。") == {}


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("三年多来", "三年多来"),
        ("这几年", "这几年"),
        ("去冬今春", "去冬今春"),
        ("今夏", "今夏"),
        ("今年1~9月份", "今年1~9月份"),
    ],
)
def test_times_of_features(facts_by_value: Facts, words: str, period: str) -> None:
    assert facts_by_value(f"{words},松阳县接待游客31万人次。")["31万人次"].period == period


def test_this_springs_tea_is_no_time(facts_by_value: Facts) -> None:
    fact = facts_by_value("今春茶园遭了霜冻,松阳县茶叶产量31万斤。")["31万斤"]
    assert fact.period != "今春"


def test_ten_thousand_yuan_need_no_figure_behind_their_hedge(facts_by_value: Facts) -> None:
    found = facts_by_value("龙游亩均产值近万元,户均增收超万元。", "镇上有万元户。")
    assert {text: fact.value for text, fact in found.items()} == {"近万元": 10_000, "超万元": 10_000}


def test_townspeople_and_markets_are_no_cities(names: Names) -> None:
    assert names("place", "北京市民驻足品尝,村民接轨义乌市场。") == ["北京", "义乌"]
    assert names("place", "台州市民营企业多。") == ["台州市"]


def test_a_homestay_is_no_resident(names: Names) -> None:
    assert names("person", "松阳打造山居民宿胜地,居民宿勇说。") == ["宿勇"]


def test_a_country_within_a_persons_name_is_none(names: Names) -> None:
    assert names("place", "周红妹、厉大彪、陈波兰三家办起农家乐。") == []
    assert "波兰" in names("place", "客商来自德国、波兰和捷克。")


def test_greening_is_no_chemistry(names: Names) -> None:
    assert names("industry", "村里的亮化工程、绿化工程都完工了。") == []
    assert names("industry", "园区以化工、医药为主。") == ["化工", "医药"]


def test_our_county_is_no_part_of_a_firm(names: Names) -> None:
    found = names("company", "胡庆余堂还与我县柚香果蔬、柚源生物、德铭农业3家龙头企业签约。")
    assert "柚香果蔬" in found
    assert not any(name.startswith("县") for name in found)


def test_a_quoted_name_and_what_it_did_are_no_goods(names: Names) -> None:
    assert names("product", "“山水果园”也由此迎来转机。") == []
