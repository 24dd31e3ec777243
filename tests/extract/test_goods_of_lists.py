"""Goods that a list tells of: beside goods that are known, or called products by the list's end."""

from __future__ import annotations

import pytest

from shanqu.extract.goods_lists import find_goods_of_lists
from shanqu.extract.products import find_products


def goods(text: str) -> list[str]:
    """The goods of lists, each place once, in order."""
    spans = sorted({(one.start, one.end) for one in find_goods_of_lists(text)})
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("形成免漆门、烤漆门、吊轨门、铜包门等品种。", ["免漆门", "烤漆门", "吊轨门", "铜包门"]),
        ("公司生产:折凳椅、野餐床、拉力器等。", ["折凳椅", "野餐床", "拉力器"]),
        ("招引香菇、木耳、项目经理、供应链金融、招商局。", []),
        ("走访发改局、经信局、水利局。", []),
        ("实施“科技兴茶、市场兴茶、文化兴茶”。", []),
    ],
)
def test_goods_stand_beside_goods(text: str, expected: list[str]) -> None:
    assert goods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("从磨牙棒、项圈绳等明星产品到箱包。", ["磨牙棒", "项圈绳"]),
        ("推出惠农贷、订单融资等产品。", []),
        ("引进一批企业、人才等要素。", []),
    ],
)
def test_what_a_list_calls_products_are_goods(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(goods(text))
    assert expected or not goods(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主要从事塑料软管的制造和销售。", ["塑料软管"]),
        ("年产5万吨高端铝箔、2万吨铜棒材的生产能力。", ["高端铝箔", "铜棒材"]),
        ("全村从事旅游服务的经营户有九家。", []),
    ],
)
def test_what_somebody_works_on_are_goods(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_products(text)] == expected
