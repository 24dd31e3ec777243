"""Pages about firms: how their results moved, when they were founded, what they are called for short, where they sign."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]


def fact_of(reading: Reading, text: str, form: str) -> Fact:
    """The figure of `text` that is printed as `form`."""
    (fact,) = [one for one in reading(text).facts if one.value_text == form]
    return fact


@pytest.mark.parametrize(
    ("text", "form", "indicator"),
    [
        ("远山制药营业收入增长12.5%至3.4亿元,净利润下降24.86%至5.63亿元。", "5.63亿元", "净利润"),
        ("远山制药出口额增长9%,税收增长20%,达1.1亿元。", "1.1亿元", "税收"),
        ("远山制药营收增长9%,员工数增加12%至1500人。", "1500人", "员工数"),
        ("远山制药毛利率提升2.3个百分点至31.5%。", "31.5%", "毛利率"),
        ("远山制药产值增长8%,总投资达5亿元。", "5亿元", "总投资"),
        ("远山制药产值5亿元,税收增长8%,净利润达1亿元。", "1亿元", "净利润"),
    ],
)
def test_the_amount_to_which_a_rate_leads_is_of_what_moved(
    reading: Reading, text: str, form: str, indicator: str
) -> None:
    assert fact_of(reading, text, form).indicator == indicator


@pytest.mark.parametrize(
    ("text", "form", "indicator", "value"),
    [
        ("2023年,远山制药营收首次下滑,同比下降5.85%。", "5.85%", "营业收入增速", -5.85),
        ("去年远山制药营收增长9%,净利润也下滑,同比减少3.1%。", "3.1%", "净利润增速", -3.1),
        ("去年远山制药产值大幅增长,同比增长21%。", "21%", "产值增速", 21.0),
        ("去年远山制药产值3亿元,同比增长21%。", "21%", "产值增速", 21.0),
        ("去年远山制药营收下滑,用电量同比增长21%。", "21%", "用电量增速", 21.0),
    ],
)
def test_a_bare_rate_is_of_what_the_clause_before_tells_to_have_moved(
    reading: Reading, text: str, form: str, indicator: str, value: float
) -> None:
    fact = fact_of(reading, text, form)
    assert (fact.indicator, fact.value) == (indicator, value)


@pytest.mark.parametrize(
    ("text", "form", "indicator", "value"),
    [
        ("远山制药的毛利率提高2.3个百分点。", "2.3个百分点", "毛利率变化", 2.3),
        ("去年,资产负债率较年初下降3.2个百分点。", "3.2个百分点", "资产负债率变化", -3.2),
        ("远山制药净利率同比下降1.3个百分点。", "1.3个百分点", "净利率变化", -1.3),
        ("去年,全县城镇化率比上年提高1.3个百分点。", "1.3个百分点", "城镇化率变化", 1.3),
        ("去年,全县工业增加值增速比上年提高1.3个百分点。", "1.3个百分点", "工业增加值增速变化", 1.3),
    ],
)
def test_by_how_many_points_a_ratio_moved(
    reading: Reading, text: str, form: str, indicator: str, value: float
) -> None:
    fact = fact_of(reading, text, form)
    assert (fact.indicator, fact.value) == (indicator, value)


@pytest.mark.parametrize(
    ("text", "form", "period"),
    [
        ("远山米业有限公司成立于2004年,主要经营大米,年产值可达2800万元。", "2800万元", None),
        ("远山机械有限公司创办于2010年,产品远销欧美,年销售额1.2亿元。", "1.2亿元", None),
        ("2010年创办的远山机械有限公司,年销售额1.2亿元。", "1.2亿元", None),
        ("远山机械有限公司成立于2010年,2021年产值2亿元。", "2亿元", "2021"),
        ("远山机械有限公司成立于2020年,当年产值就达3000万元。", "3000万元", "2020"),
        ("远山机械有限公司自2010年成立以来,累计销售12亿元。", "12亿元", "2010/"),
        ("2010年,远山机械有限公司产值2亿元。", "2亿元", "2010"),
    ],
)
def test_the_year_of_its_founding_is_not_that_of_a_firm_s_figures(
    reading: Reading, text: str, form: str, period: str | None
) -> None:
    assert fact_of(reading, text, form).period_norm == period


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("走进浙江海岱园艺股份有限公司,海岱公司手握1亿多元的订单。", {"海岱公司"}),
        ("浙江海伦园艺股份有限公司投产,海伦公司有员工200人。", {"海伦公司"}),
        ("丽水市青屿里酿造食品有限公司投产,青屿里公司有员工200人。", {"青屿里公司"}),
        ("浙江远岱生态农业开发有限公司投产,当地有家生态公司。", set()),
        ("浙江丽水园艺有限公司投产,丽水公司有员工200人。", set()),
    ],
)
def test_a_firm_goes_by_the_first_word_of_its_own_name(reading: Reading, text: str, short: set[str]) -> None:
    firms = [one for one in reading(text).mentions if one.kind == "company"]
    full = firms[0].text
    assert {one.text for one in firms[1:] if one.canonical == full} == short


@pytest.mark.parametrize(
    ("text", "form", "place"),
    [
        ("浦城县招商推介会在杭州市举行,签约项目12个。", "12个", None),
        ("竹山县在浙江温岭举办推介会,签约项目12个。\n今年,该县计划开工项目107个。", "107个", None),
        ("缙云县招商推介会在杭州市举行,签约项目12个。", "12个", "缙云县"),
        ("丽水市重大项目集中开工活动在缙云县举行,开工项目50个。", "50个", "丽水市"),
        ("全国青瓷大会在龙泉市举行,签约项目20个。", "20个", "龙泉市"),
        ("竹山县考察团来到云和县。\n云和县去年签约项目20个。", "20个", "云和县"),
    ],
)
def test_where_a_county_only_meets_its_investors_is_not_whose_the_figures_are(
    reading: Reading, text: str, form: str, place: str | None
) -> None:
    assert fact_of(reading, text, form).place == place


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "远山机械有限公司负责人王岱介绍,产品远销海外。“得益于国家电网的改造,我们新上了设备。”王岱说,今年公司产值6000万元。",
            "远山机械有限公司",
        ),
        ("远山机械有限公司去年与云岱股份合作。公司产值6000万元。", "远山机械有限公司"),
        ("远山机械有限公司由远山五金厂改制而来。公司产值6000万元。", "远山机械有限公司"),
        (
            "走进远山米业有限公司,机器轰鸣。“今年产值6000万元。”公司负责人王岱说。",
            "远山米业有限公司",
        ),
        ("远山机械有限公司投产。云岱股份有限公司随后投产。公司产值6000万元。", "云岱股份有限公司"),
    ],
)
def test_what_a_firm_s_people_tell_is_the_firm_s(reading: Reading, text: str, subject: str) -> None:
    assert fact_of(reading, text, "6000万元").subject == subject


@pytest.mark.parametrize(
    ("second", "subject"),
    [
        ("大岱经济开发区规划面积7560亩,达产后,年产值20亿元。", "大岱经济开发区"),
        ("大岱经济开发区是核心区,该项目达产后,年产值20亿元。", "云岱纺织项目"),
    ],
)
def test_a_zone_that_a_sentence_begins_with_is_not_the_project_before(
    reading: Reading, second: str, subject: str
) -> None:
    text = f"总投资3亿元的云岱纺织项目位于缙云县,已经开工。\n{second}"
    assert fact_of(reading, text, "20亿元").subject == subject


@pytest.mark.parametrize(
    ("text", "scope", "subject"),
    [
        ("“公司今年产值3亿元。”远山机械有限公司总经理王岱说。", "company", "远山机械有限公司"),
        (
            "走进云岱产业园。“我们去年产值3亿元,”远山机械有限公司经理王岱告诉记者。",
            "company",
            "远山机械有限公司",
        ),
        ("“全县今年产值3亿元。”远山机械有限公司总经理王岱说。", "area", None),
        ("“全县今年产值3亿元。”县经信局局长王岱说。", "area", None),
    ],
)
def test_a_manager_speaks_of_the_firm_that_is_named_behind_the_quotation(
    reading: Reading, text: str, scope: str, subject: str | None
) -> None:
    fact = fact_of(reading, text, "3亿元")
    assert (fact.scope, fact.subject) == (scope, subject)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("公司主营业务为甾岱原料药的研制与销售。", ["甾岱原料药"]),
        ("主要产品分为皮质类药物、肌松类药物两大类。", ["皮质类药物", "肌松类药物"]),
        ("一件件羊毛大衣正加紧生产。", ["羊毛大衣"]),
        ("首批新能源客车下线。", ["新能源客车"]),
        ("公司主营业务为物业管理的研究。", []),
        ("工人正加紧生产。", []),
        ("客户分为国内、国外两大类。", []),
    ],
)
def test_what_a_firm_s_business_is_tells_of_its_goods(
    names: Callable[[str, str], list[str]], text: str, goods: list[str]
) -> None:
    assert names("product", text) == goods
