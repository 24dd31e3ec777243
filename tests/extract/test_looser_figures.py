"""Figures in units that count many things, halves and tenths, shared units, round sums, and verbs of money."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.quantities import find_quantities
from shanqu.model import Fact

Facts = Callable[..., dict[str, Fact]]


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("云和县现有民宿310家,床位4200张。", "床位数", 4200),
        ("云和县的玩具城有商铺260间。", "商铺数", 260),
        ("云和县挂牌工业旅游点9处。", "工业旅游点数", 9),
        ("云和县在杭州建有3块人才飞地。", "人才飞地数", 3),
        ("云和县去年拿到药品批文17张。", "药品批文数", 17),
        ("云和县去年引来42位“科技副总”。", "科技副总数", 42),
        ("云和县今年抽检玩具产品240批次。", "抽检批次", 240),
        ("云和县的积木厂有6条生产线。", "生产线数", 6),
        ("云和县的码头有5个千吨级泊位。", "泊位数", 5),
        ("云和县的通航公司有直升机7架。", "直升机数", 7),
        ("云和县建成环湖绿道43公里。", "绿道长度", 43000),
        ("云和县今年“走出去”招商126人次。", "招商人次", 126),
        ("云和县的筷子厂年产竹签8亿根。", "产能", 8e8),
    ],
)
def test_looser_units_count_the_thing_beside_them(
    facts_of: Facts, text: str, indicator: str, value: float
) -> None:
    fact = facts_of("云和动态", text)[indicator]
    assert (fact.value, fact.place) == (value, "云和县")


@pytest.mark.parametrize(
    "text",
    [
        "云和县带动1.7万群众增收。",
        "云和县的车间改产5000万口罩。",
        "云和县请来3位专家。",
        "云和县的招牌有两块。",
        "云和县的门店四处开花。",
        "云和县下好一盘棋,打好5张牌。",
        "云和县引进的11个亿元项目已开工。",
    ],
)
def test_what_only_sounds_like_such_a_unit_counts_nothing(text: str) -> None:
    loose = {"群", "口", "位", "块", "处", "张", "个亿"}
    named = [item for item in find_quantities(text) if item.written in loose and item.measure != "told"]
    assert not named


@pytest.mark.parametrize(
    ("text", "value", "low"),
    [
        ("玩具出口占比过半。", 50, 50),
        ("木玩占全县的半数以上。", 50, 50),
        ("木玩企业占全市90家的一半。", 50, None),
        ("利润率只有一成,", 10, None),
        ("利润率从一成半往上走。", 15, None),
    ],
)
def test_halves_and_tenths_are_shares(text: str, value: float, low: float | None) -> None:
    item = next(item for item in find_quantities(text) if item.unit == "%")
    assert (item.value, item.low) == (value, low)


def test_a_tenth_that_is_none_is_left_out() -> None:
    assert not find_quantities("老板说规矩一成不变,大家各自走了一半路。")


def test_figures_that_are_dealt_out_share_the_last_ones_unit(facts_of: Facts) -> None:
    facts = facts_of("云和动态", "云和县规上工业产值和税收分别增长5.2和6.1%。")
    assert (facts["规上工业产值增速"].value, facts["税收增速"].value) == (5.2, 6.1)
    assert [item.value for item in find_quantities("第3和6.1%的企业")] == [6.1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("云和县工业产值跨过百亿元。", 1e10),
        ("云和县工业产值破千亿元。", 1e11),
        ("云和县税收一个亿。", 1e8),
        ("云和县去年产值6个亿。", 6e8),
        ("云和县的厂子产值3亿元出头。", 3e8),
    ],
)
def test_round_sums_are_amounts(text: str, value: float) -> None:
    assert [item.value for item in find_quantities(text)] == [value]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("云和云上玩具有限公司去年赚了300万元。", "利润"),
        ("云和云上玩具有限公司今年接单1.2亿元。", "订单金额"),
        ("云和县今年兑付补贴2600万元。", "补贴资金"),
        ("云和县的景区去年门票收入800万元。", "门票收入"),
        ("云和县当天现场签约5.6亿元。", "签约金额"),
        ("云和县去年发放消费券1200万元。", "消费券金额"),
        ("云和县去年设立10亿元产业基金。", "基金规模"),
        ("云和县的企业每年节省60万元。", "节约成本"),
    ],
)
def test_verbs_and_nouns_of_money_tell_what_an_amount_is(facts_of: Facts, text: str, indicator: str) -> None:
    assert indicator in facts_of("云和动态", text)


def test_the_clause_before_names_goods_where_the_own_one_holds_a_place_alone(facts_of: Facts) -> None:
    facts = facts_of("丽水动态", "工业用电,云和县6.3亿千瓦时,景宁县2.1亿千瓦时。")
    assert facts["工业用电量"].value == 6.3e8
    told = facts_of("云和动态", "去年底已并网,今年1—7月发电6300万千瓦时。")
    assert "装机容量" not in told
