"""Trades and goods of clusters: trades called by their goods and 业, lists behind their count, goods of the classification."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from shanqu.extract.industries import find_industries
from shanqu.extract.known import find_known
from shanqu.extract.span import Span
from shanqu.extract.trade_firms import find_trades_of_firms
from shanqu.extract.trade_lists import find_listed_trades


def _names(text: str, spans: Iterable[Span]) -> list[str]:
    """The names in the order of the text, each once, though several rules may find it."""
    return [text[start:end] for start, end in sorted({(span.start, span.end) for span in spans})]


def _trades(text: str) -> list[str]:
    return _names(text, find_industries(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年饰品业产值30亿元,纽扣业增长一成。", ["饰品业", "纽扣业"]),
        ("毛衫业带动了就业。", ["毛衫业"]),
        ("饰品业务下滑,雨伞业主发愁,玩具业界热议。", []),
        ("溪口雨伞业有限公司扩产,玩具企业转型。", []),
    ],
)
def test_goods_before_work_call_a_trade(text: str, expected: list[str]) -> None:
    assert _trades(text) == expected


def test_a_trade_without_noun_goes_by_the_name_of_the_list() -> None:
    assert {span.canonical for span in find_industries("饰品业产值30亿元。")} == {"饰品产业"}


def test_an_owner_is_no_trade() -> None:
    assert not [span for span in find_known("民宿业主增收。") if span.kind == "industry"]
    assert [span for span in find_known("民宿业内部竞争。") if span.kind == "industry"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("当地有三大产业:制伞、挂锁和绗缝被,远近闻名。", ["制伞", "挂锁", "绗缝被"]),
        (
            "全县重点打造五大产业链:汽摩配、缝制设备、橡塑、泵阀和合成革。",
            ["汽摩配", "缝制设备", "橡塑", "泵阀", "合成革"],
        ),
        ("以机械装备为龙头,精密铸造、汽配、小家电为支撑。", ["精密铸造", "汽配", "小家电"]),
        ("以合作社为龙头,农户、基地为基础。", []),
        ("聚力打造百亿级汽车空调和五十亿级竹木制品三个产业集群。", ["汽车空调", "竹木制品"]),
        ("主抓三大工程:道路、供水和供电。", []),
    ],
)
def test_lists_behind_a_count_or_a_leading_trade(text: str, expected: list[str]) -> None:
    assert _names(text, find_listed_trades(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("镇上共有挂锁企业36家。", ["挂锁"]),
        ("现有毛衫企业500家。", ["毛衫"]),
        ("现有成品及配件企业80家。", []),
    ],
)
def test_firms_of_goods_that_look_like_a_verb_tell_their_trade(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_trades_of_firms(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进石文化产业发展。", ["石文化产业"]),
        ("形成独特的茯茶产业体系。", ["茯茶产业"]),
        ("推进文化产业发展。", ["文化产业"]),
        ("打通农旅研学一体全产业链。", []),
    ],
)
def test_what_is_said_of_a_trade_of_goods(text: str, expected: list[str]) -> None:
    assert _trades(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("车间里正在检验袜机和齿轮箱。", ["袜机", "齿轮箱"]),
        ("当地的蜂胶与茶皂素卖得好。", ["蜂胶", "茶皂素"]),
        ("主播的粉丝超过百万,工人把沙发布置好。", ["沙发"]),
    ],
)
def test_goods_of_the_classification_are_known(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_known(text) if span.kind == "product"] == expected
