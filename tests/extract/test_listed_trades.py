"""Trades in lists of fields, as many as a count tells; titles given together; goods behind a colon."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from shanqu.extract.industries import find_industries
from shanqu.extract.policies import find_policies
from shanqu.extract.products import find_products
from shanqu.extract.span import Span, without_overlaps


def surfaces(text: str, spans: Iterable[Span]) -> list[str]:
    """What stands in the text, each place once, in order."""
    return [text[start:end] for start, end in sorted({(span.start, span.end) for span in spans})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目涉及生物科技、器械制造、食品生产等领域。", ["生物科技", "器械制造", "食品生产"]),
        ("形成了化学药、医疗器械、功能食品和生物农业等四大门类。", ["化学药", "医疗器械", "功能食品", "生物农业"]),
        ("项目涵盖基础设施、民生改善、环境治理等各个领域。", []),
        ("工作涉及教育、卫生、土地、环保执法、食品等领域。", []),
    ],
)  # fmt: skip
def test_a_list_of_fields_names_the_trades_among_them(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_industries(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做强汽车及机械加工制造、石墨和石墨烯2大主导产业。", ["汽车及机械加工制造", "石墨和石墨烯"]),
        ("做强机械、石墨和石墨烯3大主导产业。", ["机械", "石墨", "石墨烯"]),
    ],
)
def test_a_list_is_parted_into_as_many_as_its_count_tells(text: str, expected: list[str]) -> None:
    assert surfaces(text, without_overlaps(find_industries(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("带动整个橡塑行业发展。", ["橡塑行业"]),
        ("突破传统红薯种植产业的瓶颈。", ["红薯种植产业"]),
        ("成为该县工业经济支柱行业。", []),
        ("拥有云阀、棠泵等行业龙头企业。", []),
    ],
)
def test_rank_is_no_part_of_a_trade_and_no_trade(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_industries(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "云溪先后被授予中国空调零部件制造基地、浙江省空调出口基地称号。",
            ["中国空调零部件制造基地", "浙江省空调出口基地"],
        ),
        ("企业是重要的生产基地。", []),
        ("云溪有3个示范村。", []),
        ("《规划》明确了目标。", []),
    ],
)
def test_titles_given_together_are_each_one(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_policies(text)) == expected


def test_goods_stand_behind_a_colon_too() -> None:
    text = "产品包括:冷凝器、蒸发器、膨胀阀等。"
    assert surfaces(text, find_products(text)) == ["冷凝器", "蒸发器", "膨胀阀"]
