"""Reports to an assembly and of statistics: the year of each part, what is still to be done, and whose the figures are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.reports import part_year
from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]
FactsOf = Callable[..., dict[str, Fact]]


@pytest.fixture(scope="module")
def report(facts_of: FactsOf) -> dict[str, Fact]:
    return facts_of(
        "景宁县政府工作报告",
        "一、2022年工作回顾",
        "一年来,全县实现地区生产总值81.3亿元,增长4.9%。固定资产投资增长11.2%,三年来首次实现两位数增长;社会消费品零售总额36.4亿元。",
        "近年来我们苦练内功。新增规上工业企业7家。",
        "景宁经济开发区完成工业总产值38亿元。财政总收入12.6亿元,下降3.1%。",
        "二、2023年工作安排",
        "地区生产总值增长7%左右。去年,我县新增高新技术企业9家。今年招引亿元以上项目20个。",
    )


def test_what_a_part_does_not_date_is_of_the_year_that_heads_it(report: dict[str, Fact]) -> None:
    names = ("GDP", "GDP增速", "固定资产投资增速", "社会消费品零售总额", "财政总收入")
    assert {name: report[name].period_norm for name in names} == dict.fromkeys(names, "2022")


def test_what_is_to_be_done_is_a_target_of_the_coming_year(report: dict[str, Fact]) -> None:
    aim = report["GDP增速目标"]
    assert (aim.value, aim.status, aim.period_norm) == (7, "target", "2023")
    assert report["招引项目数目标"].period_norm == "2023"


def test_a_part_on_the_coming_year_also_tells_of_the_year_before(report: dict[str, Fact]) -> None:
    done = report["新增高新技术企业数"]
    assert (done.status, done.period_norm) == ("actual", "2022")


def test_a_zone_spoken_of_once_does_not_take_over_the_countys_figures(report: dict[str, Fact]) -> None:
    budget = report["财政总收入"]
    assert (budget.place, budget.subject, budget.scope) == ("景宁畲族自治县", "景宁畲族自治县", "area")
    assert report["财政总收入增速"].value == -3.1


def test_a_heading_of_many_years_dates_nothing(facts_of: FactsOf) -> None:
    found = facts_of(
        "景宁县政府工作报告", "一、过去五年工作回顾", "建成标准厂房12万平方米,财政总收入12.6亿元。"
    )
    assert found["财政总收入"].period_norm is None


def test_a_sentence_that_speaks_of_a_report_heads_no_part() -> None:
    assert part_year("我们在2022年工作回顾展上看到,遂昌变了。", None) is None
    assert part_year("四、全力推进项目建设", None) is None


def test_a_report_of_a_quarter_is_not_of_the_year(facts_of: FactsOf) -> None:
    found = facts_of(
        "江山市2024年一季度经济运行情况",
        "一季度,全市规模以上工业增加值21.5亿元,同比增长8.3%,位列衢州第二。",
        "一季度,全市农林牧渔业总产值6.1亿元,增长3.7%。生猪出栏5.2万头,下降2.4%。",
    )
    for name in (
        "规上工业增加值",
        "规上工业增加值增速",
        "农林牧渔业总产值",
        "农林牧渔业总产值增速",
        "生猪出栏增速",
    ):
        assert (found[name].place, found[name].period_norm) == ("江山市", "2024-01/2024-03")


def test_the_whole_county_is_meant_though_the_city_does_the_sums(facts_of: FactsOf) -> None:
    found = facts_of(
        "2022年温州市泰顺县统计公报", "据全市统一核算,2022年全县生产总值142亿元,比上年增长5.5%。"
    )
    assert {found[name].place for name in ("GDP", "GDP增速")} == {"泰顺县"}


def test_a_title_of_aims_makes_targets(facts_of: FactsOf) -> None:
    found = facts_of("常山县2024年目标任务", "工业投资增长12%左右。")
    assert found["工业投资增速目标"].period_norm == "2024"


def test_what_was_fulfilled_is_no_target(reading: Reading) -> None:
    (fact,) = reading("松阳县全面完成全年主要目标任务,其中地区生产总值增长6.2%。").facts
    assert (fact.indicator, fact.status) == ("GDP增速", "actual")


def test_industry_as_a_whole_is_no_trade(facts_of: FactsOf) -> None:
    found = facts_of("2021年云和县经济运行情况", "生态工业持续发力,工业实现增加值31.2亿元,增长9.6%。")
    assert (found["工业增加值"].scope, found["工业增加值增速"].scope) == ("area", "area")


def test_a_report_given_early_in_a_year_tells_of_the_year_before(facts_of: FactsOf) -> None:
    found = facts_of(
        "2012年云和县政府工作报告", "全县实现生产总值38.2亿元,比上年增长9.1%。新增规上工业企业6家。"
    )
    assert {one.period_norm for one in found.values()} == {"2011"}


def test_what_such_a_report_aims_at_is_not_of_the_year_before(facts_of: FactsOf) -> None:
    found = facts_of("2012年云和县政府工作报告", "主要预期目标是:生产总值增长9%左右。")
    assert found["GDP增速目标"].period_norm != "2011"


@pytest.mark.parametrize("heading", ["2011年工作简要回顾", "2011年主要工作回顾", "(一)2011年工作情况"])
def test_a_year_alone_in_its_line_heads_a_part(facts_of: FactsOf, heading: str) -> None:
    found = facts_of("云和县政府工作报告", heading, "全县实现生产总值38.2亿元,比上年增长9.1%。")
    assert found["GDP"].period_norm == "2011"


def test_a_sentence_that_begins_with_a_year_heads_nothing() -> None:
    assert part_year("2011年工作回顾展在县城开幕,来了300人。", None) is None


def test_a_year_in_which_a_report_aims_is_that_of_its_sentence(facts_of: FactsOf) -> None:
    found = facts_of("山区县发展", "云和县2012年政府工作报告提出,全县生产总值力争达到40亿元。")
    assert found["GDP目标"].period_norm == "2012"


def test_a_bulletins_title_in_the_body_dates_what_follows(facts_of: FactsOf) -> None:
    found = facts_of(
        "统计信息",
        "2022年云和县国民经济和社会发展统计公报",
        "经最终核实,2021年,云和县生产总值98亿元。",
        "全年农作物播种面积3.2万亩,茶叶产量238吨。",
    )
    assert (found["GDP"].period_norm, found["茶叶产量"].period_norm) == ("2021", "2022")
