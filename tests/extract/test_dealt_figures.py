"""Figures that 分别 deals out to years, counties and amounts, and rates that the head of a list names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


def test_each_of_two_rates_is_that_of_the_amount_before_it(reading: Reading) -> None:
    facts = reading("春节期间,磐安县接待游客20万人次,实现旅游收入1.8亿元,同比分别增长3%和5%。").facts
    assert {fact.indicator: fact.value for fact in facts if fact.kind == "growth"} == {
        "接待游客人次增速": 3,
        "旅游收入增速": 5,
    }


def test_a_dealt_rate_is_of_whom_its_amount_is(reading: Reading) -> None:
    facts = reading("1至9月,云和县税收8亿元,松阳县税收9亿元,增幅依次为7%、-3%。").facts
    assert [(fact.place, fact.value) for fact in facts if fact.kind == "growth"] == [
        ("云和县", 7),
        ("松阳县", -3),
    ]


def test_falls_are_dealt_out_as_falls(reading: Reading) -> None:
    facts = reading("去年,遂昌县出口20亿元、进口3亿元,分别下降4%、7%。").facts
    assert [fact.value for fact in facts if fact.kind == "growth"] == [-4, -7]


def test_figures_are_dealt_out_to_as_many_counties(reading: Reading) -> None:
    facts = reading("工业投资方面,三门县完成24亿元,开化、衢江分别增长61%和47%。").facts
    assert [(fact.place, fact.indicator) for fact in facts] == [
        ("三门县", "工业投资"),
        ("开化县", "工业投资增速"),
        ("衢江区", "工业投资增速"),
    ]


def test_figures_are_dealt_out_to_as_many_years(reading: Reading) -> None:
    text = "2021年,遂昌县发展加快。上半年、前三季度和全年GDP增速分别为9.6%、8.7%和6.2%。工业增加值30亿元。"
    facts = reading(text).facts
    assert [fact.period for fact in facts] == ["上半年", "前三季度", "全年", "2021年"]


def test_two_counties_do_not_share_out_three_figures(reading: Reading) -> None:
    facts = reading("云和县、松阳县山海协作产业园一期、二期、三期分别投资1亿元、2亿元、3亿元。").facts
    assert len({fact.place for fact in facts}) == 1


def test_the_head_of_a_list_says_what_its_rates_are_of(reading: Reading) -> None:
    facts = reading(
        "增加值增速前三位:岱山县16.9%、云和县13.4%、天台县12.8%;后两位:松阳县2.1%、泰顺县下降0.6%。"
    ).facts
    assert {(fact.indicator, fact.kind) for fact in facts} == {("增加值增速", "growth")}
    assert facts[-1].value == -0.6


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("遂昌县产值20亿元,较搬迁前增长29%。", "产值增速"),
        ("遂昌县产值20亿元,比9月末增长2.4%。", "产值增速"),
        ("遂昌县产值20亿元,同比猛增33.9%。", "产值增速"),
        ("遂昌县产值20亿元,但近五年年均增长18.9%。", "产值年均增速"),
        ("遂昌县产值20亿元,合占全县规上的59.3%。", "产值占全县规上比重"),
        ("遂昌县产值由20亿元增至30亿元,占全国比重也由20.6%提高到33.6%。", "产值占全国比重"),
        ("遂昌县税收收入27亿元,税占比87.8%。", "税占比"),
    ],
)
def test_words_of_comparison_are_no_part_of_a_measure(reading: Reading, text: str, indicator: str) -> None:
    assert reading(text).facts[-1].indicator == indicator


def test_a_fraction_in_figures_is_a_share(reading: Reading) -> None:
    facts = reading("常山县农业产值2亿多元,占农林牧渔业总产值的1/4,占全市的三分之一以上。").facts
    assert [(fact.value, fact.hedge) for fact in facts[1:]] == [(25, None), (33.3333, "以上")]


def test_a_date_with_a_slash_is_no_fraction(reading: Reading) -> None:
    assert not reading("遂昌县3/4寸管件的4/15批次已发货。").facts


def test_a_change_that_begins_is_not_of_the_year_in_which_it_ends(reading: Reading) -> None:
    facts = reading("遂昌县财政总收入从1600万元增长到去年的42.5亿元。").facts
    assert [fact.period for fact in facts] == [None, "去年"]


def test_a_year_that_only_bounds_or_measures_dates_no_figure(reading: Reading) -> None:
    text = "2004年以前,三门县浦坝港镇没有一家工厂。去年实现旅游收入4.8亿元,是2005年的10.2倍,占全县GDP的10%。"
    assert {fact.period for fact in reading(text).facts} == {"去年"}


def test_with_whom_something_is_done_gets_no_share(reading: Reading) -> None:
    text = "前三季度,义乌市对美国、印度分别进出口278亿元、113亿元,分别增长17%、29%。"
    facts = reading(text).facts
    assert [(fact.place, fact.indicator) for fact in facts] == [
        ("义乌市", "进出口总额"),
        ("义乌市", "进出口总额"),
        ("义乌市", "进出口总额增速"),
        ("义乌市", "进出口总额增速"),
    ]


def test_trades_of_long_names_get_each_their_rate(reading: Reading) -> None:
    text = "丽水市数字经济核心产业制造业、装备制造业、战略性新兴产业分别增长37%、54%和32%。"
    assert [fact.indicator for fact in reading(text).facts] == [
        "数字经济核心产业制造业增速",
        "装备制造业增速",
        "战略性新兴产业增速",
    ]


def test_numbers_of_counties_get_no_rates(reading: Reading) -> None:
    text = (
        "规上工业增加值增速超过全省的区县有20个,10个区县超过10%,增速最高的为洞头区、云和县,分别为23%、19%。"
    )
    facts = reading(text).facts[-2:]
    assert [(fact.place, fact.indicator) for fact in facts] == [
        ("洞头区", "规上工业增加值增速"),
        ("云和县", "规上工业增加值增速"),
    ]


def _told(reading: Callable[..., Extraction], text: str) -> list[tuple[str | None, str, str]]:
    return [(fact.subject, fact.value_text, fact.scope) for fact in reading(text).facts]


def test_trades_get_each_their_figure(reading: Reading) -> None:
    text = "云和县金属制品业和化工产品制造业分别完成产值23亿元和9亿元,分别增长21%和26%。"
    assert _told(reading, text) == [
        ("金属制品业", "23亿元", "industry"),
        ("化工产品制造业", "9亿元", "industry"),
        ("金属制品业", "21%", "industry"),
        ("化工产品制造业", "26%", "industry"),
    ]


def test_firms_get_each_their_figure(reading: Reading) -> None:
    text = "云和县有钱有人。浙江青禾玩具有限公司、浙江云岭玩具有限公司分别投资5亿元、3亿元建设新厂。"
    assert _told(reading, text) == [
        ("浙江青禾玩具有限公司", "5亿元", "company"),
        ("浙江云岭玩具有限公司", "3亿元", "company"),
    ]


def test_projects_get_each_their_figure(reading: Reading) -> None:
    text = "云和县青禾玩具技改项目和云岭木业新建项目总投资分别为5亿元、3亿元。"
    assert [one[1:] for one in _told(reading, text)] == [("5亿元", "project"), ("3亿元", "project")]
    assert len({one[0] for one in _told(reading, text)}) == 2


def test_a_zones_trades_stay_the_zones(reading: Reading) -> None:
    text = "云和县经济开发区里,木制玩具产业和轴承产业产值分别为30亿元、20亿元。"
    assert _told(reading, text) == [("木制玩具产业", "30亿元", "zone"), ("轴承产业", "20亿元", "zone")]
