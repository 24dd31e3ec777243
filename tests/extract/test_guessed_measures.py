"""Figures beside which no known measure stands: the verb, the noun or the unit tells what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("遂昌县合同金额5600余万元。", [("合同金额", 56000000)]),
        (
            "遂昌县去年规上产值150亿元,2022年回落到131.8亿元。",
            [("规上工业产值", 15e9), ("规上工业产值", 131.8e8)],
        ),
        ("遂昌县皮革规上产值87亿元,家纺96亿元。", [("规上工业产值", 87e8), ("规上工业产值", 96e8)]),
        ("遂昌县有企业486家,其中国家级“小巨人”17家。", [("企业数", 486), ("小巨人企业数", 17)]),
        ("遂昌县企业用工由420人减至265人。", [("从业人员数", 420), ("从业人员数", 265)]),
        ("遂昌县工业投资,73.5亿元,-1.8%。", [("工业投资", 73.5e8), ("工业投资增速", -1.8)]),
        ("遂昌县产品九成以上远销欧美。", [("出口占比", 90)]),
        ("遂昌县工农业总产值(1990年价) 155937万元。", [("工农业总产值", 155937e4)]),
        ("遂昌县龙井的供应量比去年增加了50%。", [("供应量增速", 50)]),
        (
            "遂昌县税收超亿元楼宇达42幢,营收近亿元,年产值已达百亿元。",
            [("楼宇数", 42), ("营业收入", 1e8), ("年产值", 1e10)],
        ),
        ("遂昌县总产值15亿元,剔除价格因素比上年增长2.1%。", [("总产值", 15e8), ("总产值增速", 2.1)]),
        (
            "遂昌县完成销售产值 64.47 亿元,下降1.8 %。",
            [("工业销售产值", 64.47e8), ("工业销售产值增速", -1.8)],
        ),
        ("遂昌县这家公司设生产线5条、自动化设备30台。", [("生产线数", 5), ("自动化设备数", 30)]),
        ("遂昌县园区可容纳200多家企业。", [("容纳企业数", 200)]),
        ("遂昌县农民人均可支配收入比2018年增加3000元。", [("农村居民人均可支配收入变化", 3000)]),
        ("遂昌县是全市唯一一个夺鼎的县。", []),
        ("遂昌县的26个需要加快发展的地方。", []),
        ("遂昌县小微园数量减少至20个。", [("小微园数", 20)]),
        (
            "遂昌县完成政府投资2亿元,国企投资3亿元,分别完成年度投资任务的98%、95%。",
            [
                ("政府投资", 2e8),
                ("国企投资", 3e8),
                ("政府投资任务完成率", 98),
                ("国企投资任务完成率", 95),
            ],
        ),
        ("遂昌县毛利四成五。", [("毛利", 45)]),
        ("遂昌县规上产值约占全市的四分之一。", [("规上工业产值占全市比重", 25)]),
        ("遂昌县工业用电量61.8亿千瓦时。", [("工业用电量", 61.8e8)]),
        ("遂昌县半年卖出600多台。", [("销量", 600)]),
    ],
)
def test_what_is_measured(reading: Reading, text: str, expected: list[tuple[str, float]]) -> None:
    assert [(fact.indicator, fact.value) for fact in reading(text).facts] == expected


@pytest.mark.parametrize(
    "text",
    [
        "遂昌县离城397亩。",  # a distance, no size
        "遂昌县这里有三家银行的老照片。",  # an article
        "遂昌县去年编号-1.8的文件。",  # a number with a dash, no rate
        "遂昌县把一把伞卖到299元。",  # a price
        "遂昌县三成立即开工。",  # 成 is part of 成立
    ],
)
def test_what_is_no_figure_of_a_place(reading: Reading, text: str) -> None:
    assert reading(text).facts == ()


def test_what_must_not_exceed_a_sum_has_an_upper_limit_alone(reading: Reading) -> None:
    (fact,) = reading("遂昌县新增投资不超过42亿元。").facts
    assert (fact.hedge, fact.value_low, fact.value_high) == ("不超过", None, 42e8)


def test_a_number_with_another_unit_is_of_other_things(reading: Reading) -> None:
    facts = reading("庆元县的竹制品厂推出60多个产品。如今庆元县有9家主体带动增收。").facts
    assert [fact.indicator for fact in facts if fact.value_text == "9家"] in ([], ["主体数"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("遂昌县尚未开工项目12个。", "未开工项目数"),
        ("遂昌县待签约项目3个。", "待签约项目数"),
        ("遂昌县开工项目7个。", "开工项目数"),
    ],
)
def test_what_has_not_happened_is_counted_as_such(reading: Reading, text: str, name: str) -> None:
    assert [fact.indicator for fact in reading(text).facts] == [name]
