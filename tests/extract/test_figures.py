"""Figures: value, limits and unit, what they measure, whose and of when they are; and what is no figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.numbers import next_unit, parse_number
from shanqu.extract.periods import normalise
from shanqu.extract.quantities import find_quantities
from shanqu.extract.ranks import find_positions
from shanqu.model import Edit, Extraction, Fact, Published

Reading = Callable[..., Extraction]


def one(extraction: Extraction, indicator: str) -> Fact:
    """The only fact of that indicator."""
    (fact,) = [fact for fact in extraction.facts if fact.indicator == indicator]
    return fact


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,350", 1350),
        ("58.8万", 588000),
        ("二十", 20),
        ("三千五百", 3500),
        ("十二", 12),
        ("2亿5000万", 250000000),
        ("千亿", None),
    ],
)
def test_numbers(text: str, value: float | None) -> None:
    assert parse_number(text) == value


def test_many_reaches_up_to_the_next_unit() -> None:
    assert next_unit(80, "80") == 90
    assert next_unit(22, "22") == 23
    assert next_unit(0, "00") == 0


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "hedge"),
    [
        ("缴纳700多万元", 7e6, 7e6, 8e6, "多"),
        ("投资近400亿元", 4e10, None, 4e10, "近"),
        ("约31亿元", 3.1e9, None, None, "约"),
        ("1000亿元以上,", 1e11, 1e11, None, "以上"),
        ("超500亿元", 5e10, 5e10, None, "超"),
        ("需要2个多月时间", 2, 2, 3, "多"),
    ],
)
def test_hedges_set_the_limits(
    text: str, value: float, low: float | None, high: float | None, hedge: str
) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.low, quantity.high, quantity.hedge) == (value, low, high, hedge)


def test_a_contract_is_no_hedge() -> None:
    assert find_quantities("集中签约12个项目")[0].hedge is None


@pytest.mark.parametrize(
    "text",
    [
        "“万亩千亿”平台",
        "亿元以上项目",
        "10亿元以上项目",
        "通过ISO26782认证",
        "5G基站",
        "26条意见",
        "第一批企业",
        "A+B+N格局",
        "进入2020年",
        "一家企业",
        "“188”工程",
    ],
)
def test_what_only_looks_like_a_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_a_class_of_projects_is_counted_not_priced(reading: Reading) -> None:
    facts = reading("遂昌县102个亿元以上项目完成任务。").facts
    assert [(fact.value, fact.unit) for fact in facts] == [(102, "个")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("入选数量居温州头部、全省第二。", [1, 2]),
        ("头部型企业发挥头部效应。", []),
        ("第一时间组织人员。", []),
        ("从158位一跃跻身前80强", [158, 80]),
        ("全球500强企业纷纷落户", []),
        ("领跑全市,创历史新高", []),
        ("大幅前进9位", [9]),
    ],
)
def test_positions(text: str, values: list[float]) -> None:
    assert [position.value for position in find_positions(text)] == values


def test_a_comparison_does_not_own_the_figure(reading: Reading) -> None:
    fact = one(reading("平阳县入选项目29个,数量居温州第一。"), "排名(温州市内)")
    assert fact.place == "平阳县"


def test_rates_dealt_out_by_turns(reading: Reading) -> None:
    facts = reading("三年来,遂昌县固定资产投资、工业投资年均分别增长22.5%和27.7%。").facts
    assert [(fact.indicator, fact.value, fact.period) for fact in facts] == [
        ("固定资产投资年均增速", 22.5, "三年来"),
        ("工业投资年均增速", 27.7, "三年来"),
    ]


def test_period_and_zone_are_carried_to_the_next_sentence(reading: Reading) -> None:
    facts = reading("2021年丽水经开区规上工业产值增长39.5%。规上工业增加值增长23.2%。").facts
    assert [(f.place, f.subject, f.scope, f.period_norm, f.attribution) for f in facts] == [
        ("丽水市", "丽水经济技术开发区", "zone", "2021", "park"),
        ("丽水市", "丽水经济技术开发区", "zone", "2021", "discourse"),
    ]


def test_that_county_is_the_one_last_named(reading: Reading) -> None:
    fact = one(reading("遂昌县出台办法。该县实现税收12亿元。"), "税收")
    assert (fact.place, fact.attribution) == ("遂昌县", "alias")


def test_without_a_place_there_is_no_guess(reading: Reading) -> None:
    assert one(reading("项目总投资3亿元。"), "总投资").place is None


def test_the_province_is_no_county(reading: Reading) -> None:
    fact = one(reading("遂昌县的会议上,记者获悉,全省实现税收3亿元。"), "税收")
    assert (fact.place, fact.scope) == (None, "province")


def test_a_foreign_figure_is_marked(reading: Reading) -> None:
    fact = one(reading("瑞士人均GDP全球第二,规上工业产值10亿元。"), "规上工业产值")
    assert (fact.place, fact.code, fact.scope) == ("瑞士", None, "foreign")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("遂昌县的工厂实现年产值16亿元。", "actual"),
        ("遂昌县的工厂建成后预计年产值16亿元。", "forecast"),
        ("遂昌县力争年产值16亿元。", "target"),
        ("遂昌县计划总投资16亿元。", "planned"),
    ],
)
def test_status(reading: Reading, text: str, status: str) -> None:
    assert [fact.status for fact in reading(text).facts] == [status]


def test_a_plan_goes_on_in_the_next_clause_and_ends_with_the_sentence(reading: Reading) -> None:
    text = "遂昌县全年计划到位资金30亿元,新引进项目30个。一季度已引进项目6个。"
    assert [fact.status for fact in reading(text).facts] == ["planned", "planned", "actual"]


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("2018年至2020年", "2018/2020"),
        ("2019年以来", "2019/"),
        ("2023年5月", "2023-05"),
        ("“十四五”期间", "2021/2025"),
        ("2025年第二季度", "2025-04/2025-06"),
        ("今年1到8月", None),
        ("近三年", None),
    ],
)
def test_periods_by_the_text_alone(text: str, norm: str | None) -> None:
    assert normalise(text) == norm


@pytest.mark.parametrize(
    ("meaning", "norm"), [("original", "2020-01/2020-08"), ("repost", None), ("unknown", None)]
)
def test_a_relative_period_needs_the_original_date(reading: Reading, meaning: str, norm: str | None) -> None:
    published = Published("2020-10-15", "2020-10-15", meaning, "test")  # type: ignore[arg-type]
    fact = one(
        reading("今年1到8月,遂昌县规上工业增加值增长1.9%。", published=published), "规上工业增加值增速"
    )
    assert fact.period_norm == norm


def test_more_than_last_year_is_not_last_year(reading: Reading) -> None:
    assert one(reading("2021年,遂昌县GDP比上年增长6.2%。"), "GDP增速").period == "2021年"


def test_spans_count_the_page_although_the_text_is_edited(reading: Reading) -> None:
    text = "全市(shì)第一。遂昌县税收3亿元,居全市头部。"
    edits = (Edit(2, 7, "(shì)", "", "pinyin"),)
    facts = reading(text, edits=edits).facts
    assert [text[fact.start : fact.end] for fact in facts] == [fact.value_text for fact in facts]
    assert one(reading(text, edits=edits), "税收").sentence == "遂昌县税收3亿元,居全市头部。"


def test_the_place_of_a_dateline_owns_nothing(reading: Reading) -> None:
    text = "新华网丽水11月15日电 这是丽水市遂昌县的一景。\n这里落户了20多家企业。"
    assert [fact.place for fact in reading(text).facts] == ["遂昌县"]


def test_a_figure_that_describes_a_place_is_its_own(reading: Reading) -> None:
    fact = one(reading("还有庆元县和森林覆盖率达84.2%的龙泉市。"), "森林覆盖率")
    assert fact.place == "龙泉市"


def test_an_enclave_counts_for_the_county_whose_it_is(reading: Reading) -> None:
    text = "文成县在温州湾新区设立的“产业飞地”规划面积1平方公里。截至2023年6月底,飞地累计签约项目9个。"
    facts = reading(text).facts
    assert [(f.value, f.unit, f.place, f.scope) for f in facts] == [
        (1e6, "平方米", "文成县", "zone"),
        (9, "个", "文成县", "zone"),
    ]


def test_positions_dealt_out_go_to_their_places(reading: Reading) -> None:
    text = "全国百强县市榜单公布,慈溪市、义乌市、诸暨市分列第六、第八和第十三位。"
    assert [(f.place, f.value) for f in reading(text).facts] == [("慈溪市", 6), ("义乌市", 8), ("诸暨市", 13)]


def test_our_province_is_no_county(reading: Reading) -> None:
    text = "义乌市排名第八。我省共有23个县市入围,数量居全国第二。"
    assert [(f.value, f.place, f.scope) for f in reading(text).facts if f.value != 8] == [
        (23, None, "province"),
        (2, None, "province"),
    ]


def test_the_year_that_a_text_opens_with_governs_what_other_counties_did_too(reading: Reading) -> None:
    text = "2023年,青田县实现地区生产总值302.6亿元。新引进企业31家。\n龙泉市新引进企业9家。"
    assert [(f.value, f.place, f.period_norm) for f in reading(text).facts] == [
        (30260000000, "青田县", "2023"),
        (31, "青田县", "2023"),
        (9, "龙泉市", "2023"),
    ]


def test_the_year_that_a_text_opens_with_does_not_date_a_project(reading: Reading) -> None:
    text = "2023年,青田县实现地区生产总值302.6亿元。\n龙泉市宝剑小镇总投资9亿元,用地120亩。"
    assert [fact.period for fact in reading(text).facts] == ["2023年", None, None]


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("遂昌县某厂2021年8月投产,当年就实现产值1.8亿元。", "2021"),
        ("遂昌县某厂2021年8月投产,次年就实现产值1.8亿元。", "2022"),
        ("遂昌县某厂当年就实现产值1.8亿元。", None),
        ("自2012年启动建设以来,遂昌县实现产值1.8亿元。", "2012/"),
        ("2022年前10个月,遂昌县实现产值1.8亿元。", "2022-01/2022-10"),
        ("到2025年,遂昌县力争实现产值1.8亿元。", "2025"),
    ],
)
def test_the_text_itself_may_date_a_relative_period(reading: Reading, text: str, norm: str | None) -> None:
    (fact,) = [fact for fact in reading(text).facts if fact.unit == "元"]
    assert fact.period_norm == norm


def test_both_ends_of_a_change_measure_the_same(reading: Reading) -> None:
    text = "遂昌县设备联网率由38%提高到76%,人均产出从80万元提高到150万元。"
    assert [(f.indicator, f.value) for f in reading(text).facts] == [
        ("设备联网率", 38),
        ("设备联网率", 76),
        ("人均产出", 800000),
        ("人均产出", 1500000),
    ]


def test_a_range_has_limits_and_no_one_value(reading: Reading) -> None:
    fact = one(reading("磐安县中药材年交易额达20亿至25亿元。"), "年交易额")
    assert (fact.value_text, fact.value, fact.value_low, fact.value_high) == (
        "20亿至25亿元",
        None,
        2e9,
        2.5e9,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("永康市五金占全国市场份额的七成以上。", 70),
        ("永康市能耗下降两成。", -20),
        ("永康市三成立公司成为龙头。", None),
    ],
)
def test_tenths_are_shares(reading: Reading, text: str, value: float | None) -> None:
    assert [fact.value for fact in reading(text).facts] == ([] if value is None else [value])


def test_the_output_of_a_trade_is_not_that_of_the_county(reading: Reading) -> None:
    facts = reading("云和县木制玩具产业实现产值72.3亿元,全县规上工业产值达120亿元。").facts
    assert [fact.scope for fact in facts] == ["industry", "area"]


def test_each_date_belongs_to_its_own_event(reading: Reading) -> None:
    facts = reading("遂昌县某厂2020年落户,2021年8月投产,预计2026年6月并网。").facts
    assert [(f.value_text, f.indicator, f.status) for f in facts if f.kind == "milestone"] == [
        ("2020年", "落户时间", "actual"),
        ("2021年8月", "投产时间", "actual"),
        ("2026年6月", "并网时间", "forecast"),
    ]


def test_what_is_planned_or_aimed_at_is_said_so(reading: Reading) -> None:
    facts = reading("“十四五”期间,莲都区将安排重大项目126个,总投资1380亿元。").facts
    assert [fact.status for fact in facts] == ["planned", "planned"]
    (aim,) = reading("下一步,莲都区将实施新计划,三年内再培育企业10家。").facts
    assert (aim.status, aim.indicator, aim.period) == ("target", "培育企业数目标", "三年内")


def test_what_a_figure_reaches_is_what_the_last_one_measured(reading: Reading) -> None:
    text = "2021年龙泉市规上工业总产值首次突破百亿元,达到106.7亿元。"
    assert [(f.indicator, f.value, f.hedge) for f in reading(text).facts] == [
        ("规上工业总产值", 1e10, "突破"),
        ("规上工业总产值", 10670000000, None),
    ]


def test_where_a_zone_is_seated_is_not_whose_it_is(reading: Reading) -> None:
    text = "磐安县建飞地已久。金磐扶贫经济开发区设在金华市区,累计上缴税收60多亿元。"
    assert one(reading(text), "税收").place == "磐安县"


def test_a_county_word_in_a_long_text_stays_a_word(reading: Reading) -> None:
    text = (
        "丽水市列入省市县长项目10个。\n一条条纵横交错的路桥构筑起城市的筋骨,三门功课样样优秀。\n总投资3亿元。"
    )
    assert {fact.place for fact in reading(text).facts} <= {"丽水市", None}
    assert [m.text for m in reading(text).mentions if m.kind == "place"] == ["丽水市"]


def test_a_bare_phase_is_that_of_the_firm_named_before_it(reading: Reading) -> None:
    text = "遂昌县的浙江青禾车业有限公司动工建厂。该公司一期项目投产后,年产值可达16亿元。"
    assert one(reading(text), "年产值").subject == "浙江青禾车业有限公司一期项目"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("遂昌县完成低效用地清理397亩。", [("低效用地面积", 397)]),
        ("遂昌县离城397亩。", []),
        ("遂昌县国内生产总值98亿元,人均4322元。", [("GDP", 9.8e9), ("人均GDP", 4322)]),
        ("遂昌县的油料项目规模60万吨/年。", [("产能", 600000)]),
        ("遂昌县引进项目35个,已开工9个。", [("引进项目数", 35), ("开工项目数", 9)]),
        ("遂昌县80%以上的农户从事种植。", [("农户占比", 80)]),
        ("遂昌县税收5736万元,增长5.49倍。", [("税收", 57360000), ("税收增速", 5.49)]),
        ("遂昌县用去厂房20万平方米,21家企业投产。", [("厂房面积", 200000), ("投产企业数", 21)]),
    ],
)
def test_what_a_figure_measures(reading: Reading, text: str, expected: list[tuple[str, float]]) -> None:
    assert [(fact.indicator, fact.value) for fact in reading(text).facts] == expected


def test_all_rates_of_a_list_of_aims_are_targets(reading: Reading) -> None:
    facts = reading("遂昌县主要目标是:税收增长7%;固定资产投资增长10%。").facts
    assert [(fact.status, fact.kind) for fact in facts] == [("target", "target")] * 2
    facts = reading("项目冲刺审批;遂昌县固定资产投资增长10%。").facts
    assert [fact.status for fact in facts] == ["actual"]


def test_the_time_at_the_head_of_a_paragraph_governs_amounts_too(reading: Reading) -> None:
    facts = reading("今年以来,遂昌县签约项目23个。规上工业企业实现产值97.2亿元。").facts
    assert {fact.period for fact in facts} == {"今年以来"}


def test_a_shared_park_counts_for_the_mountain_county(reading: Reading) -> None:
    fact = one(reading("文成—瑞安山海协作产业园共有企业28家。"), "企业数")
    assert fact.place == "文成县"


def test_a_rank_in_the_province_is_a_figure_of_the_city(reading: Reading) -> None:
    facts = reading("过去一年,全市生产总值2181亿元,增长6.6%、全省第一。").facts
    assert {fact.scope for fact in facts} == {"area"}


def test_what_falls_is_negative(reading: Reading) -> None:
    facts = reading("遂昌县税收下降4.6%,出口额增长3%,能耗下降近两成。").facts
    assert [(fact.indicator, fact.value, fact.value_low) for fact in facts] == [
        ("税收增速", -4.6, None),
        ("出口额增速", 3, None),
        ("能耗增速", -20, -20),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("遂昌县规上工业实现增加值39.5亿元。", "规上工业增加值"),
        ("遂昌县青年公寓实现增加值39.5亿元。", "增加值"),
        ("遂昌县规上工业增加值从2020年的51.2亿元增长至75.7亿元。", "规上工业增加值"),
    ],
)
def test_a_verb_may_part_a_measure_from_its_subject(reading: Reading, text: str, expected: str) -> None:
    assert {fact.indicator for fact in reading(text).facts} == {expected}


def test_the_year_where_a_change_began_is_not_that_of_its_end(reading: Reading) -> None:
    facts = reading("2022年,遂昌县税收从2020年的51.2亿元增长至75.7亿元。").facts
    assert [(fact.value, fact.period) for fact in facts] == [(5.12e9, "2020年"), (7.57e9, "2022年")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("遂昌县12日开工建设新厂。", ["12日"]),
        ("2021年遂昌县第一批集中开工项目公布。", []),
        ("去年底考察,今年上半年遂昌县基地正式开工。", ["今年上半年"]),
        ("截至2023年底,遂昌县投产企业143家。", []),
        ("1-12月,遂昌县投产企业完成产值68亿元。", []),
    ],
)
def test_a_date_belongs_to_the_event_nearest_to_it(reading: Reading, text: str, dates: list[str]) -> None:
    assert [fact.value_text for fact in reading(text).facts if fact.kind == "milestone"] == dates


def test_a_number_in_words_may_have_a_point_and_a_size(reading: Reading) -> None:
    (fact,) = [fact for fact in reading("该县一项目总投资一点二亿元。").facts if fact.unit == "元"]
    assert fact.value == pytest.approx(120_000_000)


def test_the_year_that_something_is_aimed_at_governs_its_sentence(reading: Reading) -> None:
    text = (
        "根据规划,到2016年,遂昌县茶园面积达12万亩,产量达1.35万吨;加工业产值33亿元。2013年,加工业产值20亿元。"
    )
    facts = reading(text).facts
    assert [(fact.indicator, fact.status) for fact in facts] == [
        ("茶园面积目标", "target"),
        ("产量目标", "target"),
        ("加工业产值目标", "target"),
        ("加工业产值", "actual"),
    ]
