"""What a figure is called, and whether it has come about, where the words around it decide that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction, Published

Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A share is called by its noun, not by what stands between that and its verb.
        ("云和县年产木马40万只,约占全国的三成。", {"产能占全国比重": 30}),
        ("泰顺县工业增加值占GDP只有18%。", {"工业增加值占GDP比重": 18}),
        ("景宁县规上产值占全市规上产值的比重由前年的3%提高到4%。", {"规上工业产值占全市规上产值比重": 4}),
        ("松阳县三年内要让新材料占比提高到25%。", {"新材料占比目标": 25}),
        ("青田县规上增加值90亿元,占全市的21%,增长9%。", {"规上工业增加值增速": 9}),
        ("文成县去年同期增加值增长6%,用电却增长8%。", {"用电增速": 8}),
        # A name that ends like such a word stays whole.
        ("丽水市制造业贷款900亿元,莲都占15%。", {"莲都占比": 15}),
        # Staff are no output, and a share behind them is of what was made.
        ("江山市消防企业从业5200人,年产水带300万米,占全国产量的23%。", {"产量占全国比重": 23}),
        # By how much a rate changed.
        ("开化县工业投资增长40%,增幅比上月回落3.5个百分点。", {"工业投资增速变化": -3.5}),
        ("开化县工业投资增长40%,比上年同期增速加快6个百分点。", {"工业投资增速变化": 6}),
        # Nouns behind an amount.
        ("磐安县在推介会上赢得4500多万元大单。", {"订单金额": 45e6}),
        ("仙居县与一家药企签下12亿元的合作协议。", {"签约金额": 12e8}),
        ("常山县三个村每年可得80万元的固定收益。", {"投资收益": 80e4}),
        ("缙云县一家机床厂今年投资近3000万打造智能车间。", {"总投资": 3e7}),
        ("天台县一家饮料厂里,5条无菌灌装生产线开足马力。", {"生产线数": 5}),
        ("天台县一家饮料厂拥有商标5条。", {"商标数": 5}),
        # Herds, and crops behind words of time.
        ("武义县生猪全年饲养量达到30万头。", {"生猪饲养量": 30e4}),
    ],
)
def test_a_figure_is_called_by_a_clean_noun_phrase(
    reading: Reading, text: str, expected: dict[str, float]
) -> None:
    found = {fact.indicator: fact.value for fact in reading(text).facts}
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("遂昌县规上企业户均产值1.2亿元。", "户均产值"),
        ("遂昌县46家规上企业平均产值2.1亿元。", "平均产值"),
        ("松阳县茶园每亩产值9000元。", "亩均产值"),
        ("龙泉市竹板单位立方米加工后产值达6000元。", "每立方米产值"),
        ("庆元县淘宝村村均销售额6100万元。", "村均销售额"),
        # Not an average: what rose by so much a year, and what all reach together.
        ("遂昌县规上企业年均产值21亿元。", "年产值"),
        ("遂昌县村民年收入平均增加2万元。", "年收入"),
        ("遂昌县规上企业合计产值21亿元。", "产值"),
    ],
)
def test_an_average_is_never_taken_for_the_whole(reading: Reading, text: str, expected: str) -> None:
    assert reading(text).facts[-1].indicator == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("遂昌县项目从签约到开工仅用60天。", ["审批时限(签约到开工)"]),
        ("遂昌县这个项目从打桩到出料仅用19个月。", ["工期"]),
        ("遂昌县抽水蓄能电站总投资60亿元,建设工期70个月。", ["总投资", "工期"]),
        ("遂昌县仅用5天就让全县企业复工。", []),
        ("遂昌县一台收割机从下线到卖断货用了23天。", []),
        ("遂昌县工业园到县城的车程由70分钟缩短到35分钟。", []),
        ("遂昌县新装的设备已使用了一个多月,订单不断。", []),
    ],
)
def test_only_an_office_approves(reading: Reading, text: str, expected: list[str]) -> None:
    found = [fact.indicator for fact in reading(text).facts if fact.kind not in ("event", "milestone")]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青田县明年亩均税收提到25万元。", ["target"]),
        ("青田县今年的任务是落地亿元以上项目5个。", ["target"]),
        ("青田县到2026年产值要过850亿元。", ["target"]),
        ("青田县企业明年再投1.7亿元扩建车间。", ["planned"]),
        ("青田县一家阀门厂拟投资建设新厂,总投资4.8亿元,用地72亩。", ["planned", "planned"]),
        ("青田县将在近期投资1亿元,建立检测中心。", ["planned"]),
        # What a change sets out from is there already.
        ("青田县到2026年自主品牌占比由15%提高到30%。", ["actual", "target"]),
        # What is over, however it is said.
        ("青田县到2015年小镇已入驻企业608家。", ["actual"]),
        ("青田县今年目标是产值60亿元,去年产值51亿元。", ["target", "actual"]),
        ("青田县修船订单排到明年3月,今年产值6亿元。", ["actual"]),
        ("青田县重要产品产值6亿元,主要企业12家。", ["actual", "actual"]),
        ("青田县开发区规划面积10平方公里,已落户企业40家。", ["actual", "actual"]),
        ("青田县有上市公司4家、拟上市企业6家。", ["actual", "actual"]),
    ],
)
def test_what_is_still_to_come_is_told_from_what_is(reading: Reading, text: str, expected: list[str]) -> None:
    found = [fact.status for fact in reading(text).facts if fact.kind not in ("event", "milestone")]
    assert found == expected


def test_each_year_of_a_range_has_its_own_figure(reading: Reading) -> None:
    text = "2021年至2023年,三门县一家公司营业收入分别为2亿元、3亿元和4亿元。"
    assert [(fact.period, fact.period_norm) for fact in reading(text).facts] == [
        ("2021年", "2021"),
        ("2022年", "2022"),
        ("2023年", "2023"),
    ]


def test_a_range_stays_whole_for_figures_of_which_there_is_not_one_a_year(reading: Reading) -> None:
    text = "2019年至2023年,三门县规上企业和税收分别增长20%和30%。"
    assert {fact.period for fact in reading(text).facts} == {"2019年至2023年"}


def test_neither_an_honours_year_nor_haste_is_a_period(reading: Reading) -> None:
    honour = reading("松阳县获评“2019年度全国十大产茶县”称号,松阳香茶品牌价值18亿元。")
    assert [fact.period for fact in honour.facts] == [None]
    hasty = reading("松阳县规上企业亩均税收提前三年达到20万元。")
    assert [fact.period for fact in hasty.facts] == [None]
    told = reading("松阳县前三年累计引进项目30个。")
    assert told.facts[0].period == "前三年"


def test_figures_are_not_a_zones_in_which_something_was_only_celebrated(reading: Reading) -> None:
    held = reading("昨天,天台县集中开工仪式在苍山产业集聚区举行,此次开工项目共14个,总投资46亿元。")
    figures = [fact for fact in held.facts if fact.kind == "count"]
    assert [(fact.place, fact.scope) for fact in figures] == [("天台县", "area")]


def test_a_zone_inside_an_offices_name_tells_the_county(reading: Reading) -> None:
    found = reading("浙江衢州衢江经济开发区管委会工作人员说,今年以来企业实现产值5.9亿元。")
    assert found.facts[0].place == "衢江区"


_LATE_2021 = Published("2021-11-15", "2021-11-15", "original", "made up")


def test_what_is_so_every_year_is_of_no_year_spoken_of_before(reading: Reading) -> None:
    text = "2020年,松阳县规上工业产值120亿元。茶香研究所每年实施项目20项,项目年利润3亿元。"
    assert [fact.period for fact in reading(text).facts][-1] is None
    same = reading("2020年,松阳县茶香研究所每年实施项目20项,项目年利润3亿元。")
    assert same.facts[-1].period == "2020年"


def test_nothing_is_aimed_at_in_a_year_that_has_gone(reading: Reading) -> None:
    text = "去年,松阳经济开发区入围全省开发区前50强。下一步,松阳将力争经济开发区进入全省开发区前20强。"
    reached, aimed = reading(text, published=_LATE_2021).facts
    assert (reached.status, reached.period) == ("actual", "去年")
    assert (aimed.status, aimed.period) == ("target", None)
