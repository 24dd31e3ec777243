"""Shares that stand before what they are of, land by its use, and numbers that cannot be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("松阳县以全省4%的茶园面积,产出8%的茶叶产量。", {"茶园面积占全省比重": 4, "茶叶产量占比": 8}),
        ("松阳县40%人口从事茶产业、60%农业产值源于茶业。", {"人口占比": 40, "农业产值占比": 60}),
        ("景宁县有高达80.85%的森林覆盖率,满目苍翠。", {"森林覆盖率": 80.85}),
        ("淳安县有耕地6592亩,山林26.5万亩。", {"耕地面积": 6592, "林地面积": 265000}),
        ("常山县胡柚面积发展到10.5万亩。缙云县造林2704亩。", {"胡柚面积": 105000, "造林面积": 2704}),
        ("缙云县一般预算总收入9亿元,地方一般预算收入4亿元。", {"财政总收入": 9e8, "一般公共预算收入": 4e8}),
        ("龙泉市非政府投资4亿元,特色产业投资5亿元。", {"非政府投资": 4e8, "特色产业投资": 5e8}),
        ("青田县规下工业增加值增长12.8%。", {"规下工业增加值增速": 12.8}),
        ("淳安县旅游收入23亿元,占到了GDP30%以上。", {"旅游收入": 23e8, "旅游收入占GDP比重": 30}),
        ("泰顺县生产总值增长7.5%,达到30亿元。", {"GDP增速": 7.5, "GDP": 30e8}),
        ("永嘉县泵阀产值以年均30%的速度递增。", {"产值增速": 30}),
        ("仙居县的杨梅种植面积14万亩。目前全县茶叶种植面积2万亩。", {"杨梅种植面积": 14e4, "茶园面积": 2e4}),
        (
            "文成县规上工业增加值3.6亿元,其中高新技术产业1.5亿元;装备制造业1.7亿元,增长15%。",
            {
                "规上工业增加值": 3.6e8,
                "高新技术产业增加值": 1.5e8,
                "装备制造业增加值": 1.7e8,
                "装备制造业增加值增速": 15,
            },
        ),
        ("开化县服务业稳步回升,实现增加值99亿元,增长6%。", {"服务业增加值": 99e8, "服务业增加值增速": 6}),
        ("开化县服务业有1200家企业,实现增加值99亿元。", {"企业数": 1200, "增加值": 99e8}),
        ("景宁县旅游总收入相当于生产总值的34%。", {"旅游收入占GDP比重": 34}),
        ("仙居县二产占比提高1.3个百分点。", {"二产占比变化": 1.3}),
        ("庆元县签约14个投资总额16亿元的项目。", {"签约项目数": 14, "总投资": 16e8}),
        ("云和县有1500多名木材电商、400多户锯板工匠。", {"木材电商数": 1500, "锯板工匠数": 400}),
        (
            "文成县男性人口19万人,女性人口21万人,分别占总人口的47.5%和52.5%。",
            {
                "男性人口": 19e4,
                "女性人口": 21e4,
                "男性人口占总人口比重": 47.5,
                "女性人口占总人口比重": 52.5,
            },
        ),
        ("仙居县城镇化率为60.4%,比上年提高1.3个百分点。", {"城镇化率": 60.4, "城镇化率变化": 1.3}),
        ("天台县税收9亿元,较上年同期增加2亿元。", {"税收": 9e8, "税收变化": 2e8}),
        ("三门县表现平平,其同比增长率0.3%远在后面。", {"增速": 0.3}),
        ("松阳县60%的农业产值来源于茶产业。", {"农业产值占比": 60}),
        ("衢江区总人口41.3万,风景秀丽。", {"人口": 413000}),
        ("温州市签约项目以制造业为主,共129个。", {"项目数": 129}),
    ],
)
def test_a_figure_is_named_by_what_it_is_of(reading: Reading, text: str, expected: dict[str, float]) -> None:
    assert {fact.indicator: fact.value for fact in reading(text).facts} == expected


def test_a_goal_is_no_share_of_what_it_is_called(reading: Reading) -> None:
    assert [fact.indicator for fact in reading("遂昌县提出8%的增速目标。").facts] == ["增速目标"]


def test_what_may_be_a_decimal_or_a_list_is_left_out(reading: Reading) -> None:
    assert not reading("三门县实现工业总产值106、7亿元。").facts
    assert reading("三门县前两年产值分别为6亿元、7亿元。").facts


@pytest.mark.parametrize(
    ("text", "period", "years"),
    [
        ("仙居县“十五”期间,工业投资达20亿元。", "“十五”期间", "2001/2005"),
        ("“十一五”时期,仙居县工业投资20亿元。", "“十一五”时期", "2006/2010"),
        ("“十四五”期间,仙居县工业投资20亿元。", "“十四五”期间", "2021/2025"),
    ],
)
def test_five_year_plans_are_periods(reading: Reading, text: str, period: str, years: str) -> None:
    fact = reading(text).facts[0]
    assert (fact.period, fact.period_norm) == (period, years)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云和县完成投资33.5亿元,完成市计划134.2%。", "目标完成率"),
        ("云和县1-4月完成投资21亿元,完成1-4月投资计划的132.1%。", "目标完成率"),
        ("云和县民间投资2.8亿元,完成年度投资68.1%。", "年度目标完成率"),
        ("云和县税收3亿元,完成全年任务85%。", "年度目标完成率"),
        ("云和县一般公共预算收入9亿元,为年初预算的102%。", "预算完成率"),
        ("云和县政府性基金收入5亿元,完成预算98%。", "预算完成率"),
    ],
)
def test_so_much_of_a_plan_or_budget_is_done(reading: Reading, text: str, name: str) -> None:
    assert reading(text).facts[-1].indicator == name


@pytest.mark.parametrize("text", ["云和县教育支出占预算的20%。", "云和县超额完成年度投资20%。"])
def test_a_part_of_a_budget_and_what_is_above_a_plan_are_no_such_share(reading: Reading, text: str) -> None:
    assert not [fact for fact in reading(text).facts if fact.indicator.endswith("完成率")]
