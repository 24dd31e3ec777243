"""Names of measures that are built of the words before a figure: what is no part of them, and what they give way to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


def names(reading: Reading, text: str) -> list[tuple[str, str]]:
    """The values of a text, each with what it measures."""
    return [(fact.value_text, fact.indicator) for fact in reading(text).facts]


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        # Whose a rate is or of when it is no measure: what grew before does.
        ("云和县去年产值9亿元,增长8%,二季度增长5%。", "5%", "产值增速"),
        ("云和县橡胶业产值9亿元,增长8%,而垫片下降3%。", "3%", "产值增速"),
        ("松阳县工业投资36亿元,增长12%,前者此前增长5%。", "5%", "工业投资增速"),
        # The time before a rate is no part of its name, unless the rate is a yearly one.
        ("云和县2023年入园率92%。", "92%", "入园率"),
        ("云和县去年完工率92%。", "92%", "完工率"),
        ("云和县毛竹年利用率92%。", "92%", "年利用率"),
        ("云和县2023年度完成率92%。", "92%", "年度完成率"),
        # What can grow by itself keeps its name.
        ("云和县产值90亿元,增长9%,民宿床位增长12%。", "12%", "民宿床位增速"),
        ("云和县产值90亿元,增长9%,过夜游客增长12%。", "12%", "过夜游客增速"),
        # A count of firms does not grow by what their trade does.
        ("云和县新增规上企业14家;规上工业增加值年均增长10.3%。", "10.3%", "规上工业增加值年均增速"),
        # Words that no name has in it.
        ("青田县我们有华侨华人38万人。", "38万人", "华侨华人数"),
        ("云和县该行短期贷款占比达96%。", "96%", "短期贷款占比"),
        ("云和县这家厂的毛利率已经达到9%。", "9%", "毛利率"),
        # A place is no class of things, but may have a part.
        ("丽水市新引进项目共214个,其中莲都31个。", "31个", "新引进项目数"),
        ("丽水市制造业贷款900亿元,莲都占15%。", "15%", "莲都占比"),
        # A name begins with a whole word.
        ("遂昌县地表水环境功能区水质达标率为100%。", "100%", "功能区水质达标率"),
    ],
)
def test_what_is_no_part_of_a_name_is_cut_off(reading: Reading, text: str, value: str, name: str) -> None:
    assert (value, name) in names(reading, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云和县累计评定乡村旅游点103家。", "乡村旅游点数"),
        ("云和县有国家级大师工作室9家。", "大师工作室数"),
        ("云和县玩具协会现有会员108家。", "会员数"),
        ("云和人在外地开办超市1.9万家。", "超市数"),
        ("云和县农事服务中心已有11家。", "农事服务中心数"),
        ("云和县去年关停旅馆8家。", "关停旅馆数"),
        # Firms are counted as firms, by whatever class.
        ("云和县培育单项冠军3家。", "企业数"),
        ("云和县有玩具企业及工作室1400余家。", "企业数"),
        ("云和县建筑企业36家。", "企业数"),
    ],
)
def test_what_is_no_firm_is_counted_by_its_own_noun(reading: Reading, text: str, name: str) -> None:
    assert [indicator for _, indicator in names(reading, text)] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "景宁县城镇、农村居民、低收入农户人均可支配收入分别为5万元、3万元和2万元。",
            ["城镇居民人均可支配收入", "农村居民人均可支配收入", "低收入农户人均可支配收入"],
        ),
        ("景宁县低收入农户人均可支配收入2万元。", ["低收入农户人均可支配收入"]),
        ("景宁县人均可支配收入4万元。", ["人均可支配收入"]),
        ("景宁县香菇市场交易额24亿元。", ["交易额"]),
        ("景宁县香菇销售额24亿元。", ["销售额"]),
        ("景宁县一家厂的海外订单增长20%。", ["订单增速"]),
        ("景宁县一家厂的订单金额增长20%。", ["订单金额增速"]),
        ("景宁县园区规模工业产值143亿元。", ["规上工业产值"]),
        ("景宁县到位资金70亿元,完成市里下达任务60亿元的117%。", ["到位资金", "到位资金", "目标完成率"]),
        ("景宁县占全省2%的面积,贡献了全省六成的税收。", ["面积占全省比重", "税收占全省比重"]),
        ("景宁县引进投资5亿元以上的项目22个。", ["引进项目数"]),
        ("景宁县聘用农民工800多人。", ["农民工数"]),
        ("景宁县支持企业个数68个。", ["企业数"]),
        ("景宁县的11名村干部依次直播。", ["村干部数"]),
        ("景宁县一家厂有11名工人。", ["工人数"]),
        ("景宁县水稻保险承保6.8万亩。", ["承保面积"]),
        ("景宁县今年腾出140亩。", ["用地面积"]),
        ("景宁县签约资金40亿元。", ["签约资金"]),
    ],
)
def test_measures_that_differ_have_names_that_differ(
    reading: Reading, text: str, expected: list[str]
) -> None:
    assert [indicator for _, indicator in names(reading, text)] == expected


def test_what_nobody_says_to_have_moved_is_no_growth(reading: Reading) -> None:
    assert not any(
        "增速" in name for _, name in names(reading, "庆元县取得了杂草防效98%、虫害防效90%等成效。")
    )
    assert ("8%", "营业收入增速") in names(reading, "庆元县一家厂去年营业收入9亿元,同比下降8%。")


@pytest.mark.parametrize("people", ["群众", "青年", "高新技术企业"])
def test_who_opens_shops_elsewhere_is_no_part_of_their_class(reading: Reading, people: str) -> None:
    (fact,) = reading(f"遂昌县{people}在外地开办民宿9家。").facts
    assert (fact.subject, fact.indicator, fact.place) == ("遂昌县", "民宿数", "遂昌县")
