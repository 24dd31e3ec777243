"""Measures that a list names together, changes and rates, and goods: each figure by its own name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.dealing import spelled_out
from shanqu.model import Extraction

Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "去年,遂昌县城乡居民人均可支配收入分别增长4.2%、7.5%。",
            {"城镇居民人均可支配收入增速": 4.2, "农村居民人均可支配收入增速": 7.5},
        ),
        (
            "遂昌县城镇和农村居民人均可支配收入分别达56120元、29870元,增长4.4%、8.1%。",
            {
                "城镇居民人均可支配收入": 56120,
                "农村居民人均可支配收入": 29870,
                "城镇居民人均可支配收入增速": 4.4,
                "农村居民人均可支配收入增速": 8.1,
            },
        ),
        (
            "遂昌县农林牧渔业、服务业增加值分别增长3.9%、6.6%。",
            {"农林牧渔业增加值增速": 3.9, "服务业增加值增速": 6.6},
        ),
        (
            "遂昌县采矿业增加值增长2.2%,制造业增长9.4%,建筑业下降1.8%。",
            {"采矿业增加值增速": 2.2, "制造业增加值增速": 9.4, "建筑业增加值增速": -1.8},
        ),
        (
            "遂昌县生产总值61.5亿元,年增量5.3亿元,增长9.1%。",
            {"GDP": 61.5e8, "GDP变化": 5.3e8, "GDP增速": 9.1},
        ),
        ("遂昌县年末常住人口19.4万人,比上年末减少0.2万人。", {"常住人口": 194000, "常住人口变化": -2000}),
        (
            "遂昌县油菜籽播种面积812公顷,增长6.1%;蔬菜4150公顷,下降0.7%。",
            {"油菜籽播种面积": 812, "蔬菜播种面积": 4150},
        ),
        ("遂昌县木材产量2.1万立方米,比上年同期下降8.9%。", {"木材产量": 21000, "木材产量增速": -8.9}),
        ("遂昌县全年出生人口1120人,死亡人口1630人。", {"出生人口": 1120, "死亡人口": 1630}),
        ("遂昌县人口自然增长率为-2.4‰。", {"人口自然增长率": -2.4}),
        ("遂昌县地方财政收入3.1亿元,同口径增长5.6%。", {"地方财政收入增速": 5.6}),
        ("遂昌县第一产业占地区生产总值的比重下降0.8个百分点。", {"第一产业占比变化": -0.8}),
        ("以商招商占了我们全县招商引资比重的六成,遂昌县还要再加力。", {"以商招商占全县招商引资比重": 60}),
        ("遂昌县外贸进出口增长12%。", {"进出口总额增速": 12}),
        ("遂昌县网络零售额达41.3亿元。", {"网络零售额": 41.3e8}),
        ("遂昌县完成有效投资73亿元。", {"有效投资": 73e8}),
        ("遂昌县今年计划投资18.6亿元。", {"年度计划投资": 18.6e8}),
        ("遂昌县工业对经济增长的贡献率达47.3%。", {"经济增长贡献率": 47.3}),
    ],
)
def test_each_figure_has_its_own_name(reading: Reading, text: str, expected: dict[str, float]) -> None:
    found = {fact.indicator: fact.value for fact in reading(text).facts}
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("遂昌县人均可支配收入增长4.2%,高于全省。", "城镇居民人均可支配收入增速"),
        ("遂昌县新增税收2亿元,工业用电量增加3亿千瓦时。", "税收变化"),
        ("遂昌县基地种植面积500亩,产量1200吨。", "基地种植面积产量"),
        ("遂昌县完成119项省市县民生实事项目。", "省市县数"),
        ("遂昌县第一产业占地区生产总值的比重下降0.8个百分点。", "GDP变化"),
        ("遂昌县总投资20亿元,计划投资8亿元。", "年度计划投资"),
        ("遂昌县人均产值12万元,三年平均增长5%。", "人均产值增速"),
    ],
)
def test_no_name_is_made_up(reading: Reading, text: str, wrong: str) -> None:
    assert wrong not in {fact.indicator for fact in reading(text).facts}


def test_the_rate_of_a_sample_is_no_fact(reading: Reading) -> None:
    assert reading("根据5‰人口变动抽样调查推算,遂昌县人口形势平稳。").facts == ()


def test_a_position_is_of_the_figure_before_it(reading: Reading) -> None:
    facts = reading("龙游县固定资产投资增长15.3%,排名全市第3;出口额增长4.4%,排名全市第6。").facts
    assert [fact.subject for fact in facts if fact.kind == "rank"] == [
        "龙游县固定资产投资增速",
        "龙游县出口额增速",
    ]


def test_a_list_of_the_strongest_ranks_the_county(reading: Reading) -> None:
    facts = reading("龙游县财政总收入增长6%,跻身全国投资潜力百强县第58强。").facts
    assert [fact.subject for fact in facts if fact.kind == "rank"] == ["龙游县"]


def test_words_of_time_are_no_class_of_things(reading: Reading) -> None:
    (fact,) = reading("遂昌县全年规模以上工业企业132家。").facts
    assert fact.subject == "规模以上工业企业"


def test_programmes_that_go_by_their_number_are_not_counted(reading: Reading) -> None:
    assert reading("遂昌县以三个“一号工程”为总牵引。").facts == ()
    (fact,) = reading("遂昌县建成3个“未来工厂”。").facts
    assert fact.value == 3


def test_a_rate_kept_up_is_of_what_was_spoken_of(reading: Reading) -> None:
    facts = reading("遂昌县固定资产投资增长16.1%,连续9个月保持15%以上增速。").facts
    assert {fact.indicator for fact in facts} == {"固定资产投资增速"}


def test_a_hostile_list_is_divided_in_one_way_only() -> None:
    text = "中业和" * 400 + "增值"
    assert spelled_out(text) == text
