"""Firms that a group, a number, a place or their goods tell apart, and bodies and people beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.ordinary import makes_goods
from shanqu.extract.park_edges import only_kinds
from shanqu.model import Extraction

Names = Callable[[str, str], list[str]]
Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙能台州第二发电有限公司开工。", ["浙能台州第二发电有限公司"]),
        ("由中铁十一局集团有限公司承建。", ["中铁十一局集团有限公司"]),
        ("一行来到杭州第二澜泽机床厂。", ["杭州第二澜泽机床厂"]),
        ("这是全市第二大集团。", []),
        ("监控室紧邻中控室,两人值守。", []),
    ],
)
def test_a_group_and_a_number_are_part_of_a_firm_s_name(names: Names, text: str, expected: list[str]) -> None:
    assert names("company", text) == expected


def test_a_place_and_a_brand_are_the_short_name_of_the_firm_of_both(reading: Reading) -> None:
    text = "江西一澜电子有限公司去年投产。工人们说,“江西一澜”的厂区没有路灯。"
    firms = [mention for mention in reading(text).mentions if mention.kind == "company"]
    assert [(firm.text, firm.canonical) for firm in firms] == [
        ("江西一澜电子有限公司", "江西一澜电子有限公司"),
        ("江西一澜", "江西一澜电子有限公司"),
    ]


def test_a_place_and_a_common_word_are_no_short_name(names: Names) -> None:
    text = "青田侨乡国际酒店有限公司去年开业。青田侨乡的名声传到海外。"
    assert names("company", text) == ["青田侨乡国际酒店有限公司"]


@pytest.mark.parametrize(
    ("name", "chance", "expected"),
    [
        ("澜成电动工具", 0.7, True),
        ("澜成电动工具", 0.5, False),
        ("新型电动工具", 0.9, False),
        ("福建水泥", 0.9, True),
        ("福建水泥", 0.6, False),
    ],
)
def test_a_made_up_word_before_goods_is_a_firm_if_the_tagger_is_sure(
    name: str, chance: float, expected: bool
) -> None:
    assert makes_goods(name, chance) is expected


def test_trades_and_quality_are_words_of_kind() -> None:
    assert only_kinds("现代农业")
    assert not only_kinds("澜谷")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("文件由丽水市委机构编制委员会下发。", ["丽水市委机构编制委员会"]),
        ("到上海、杭州等地商会挂职锻炼。", []),
    ],
)
def test_a_body_is_named_by_its_whole_noun_and_by_one_place(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("organization", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他的爷爷蓝寿平是第一代木匠,父亲蓝尚青开了工厂。", ["蓝寿平", "蓝尚青"]),
        ("县委副书记刘家和等领导参加仪式。", ["刘家和"]),
        ("县委副书记刘家明和县长一同参加。", ["刘家明"]),
    ],
)
def test_kin_and_others_tell_where_a_person_s_name_ends(names: Names, text: str, expected: list[str]) -> None:
    assert names("person", text) == expected
