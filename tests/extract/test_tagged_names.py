"""Names that no suffix gives away: what the tagger adds, what it must not, and how rules and tagger are weighed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shanqu.extract.tagger import MODEL
from shanqu.gazetteer.tables import use_folder
from shanqu.model import Extraction

Names = Callable[[str, str], list[str]]
Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "company",
            "目前,园区已集聚澜泽半导体、克维尔、棠溪精密等企业30家。",
            ["澜泽半导体", "克维尔", "棠溪精密"],
        ),
        ("person", "“订单已经排到明年。”克维尔总经理周棠生说。", ["周棠生"]),
        ("person", "会上,周棠生、叶之恒分别代表企业签约。", ["周棠生", "叶之恒"]),
    ],
)
def test_names_without_a_suffix(names: Names, kind: str, text: str, expected: list[str]) -> None:
    assert names(kind, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "坚持国际化、人本化、智慧化、生态化方向。",
        "记者走进温州、台州、衢州、丽水等地。",
        "加大人才、技术、资金等要素供给,让企业留得住、发展得好。",
    ],
)
def test_lists_of_ordinary_words_name_no_firm(names: Names, text: str) -> None:
    assert names("company", text) == []


def test_a_name_once_found_is_found_wherever_it_stands(names: Names) -> None:
    text = "目前,园区已集聚澜泽半导体、克维尔等企业30家。\n几年前谁也不知道克维尔。"
    assert names("company", text).count("克维尔") == 2


def test_the_short_name_of_a_firm_leads_to_its_full_one(reading: Reading) -> None:
    text = "浙江澜泽半导体有限公司投产。\n目前,园区已集聚澜泽半导体、克维尔等企业30家。"
    found = [item.canonical for item in reading(text).mentions if item.kind == "company"]
    assert found[:2] == ["浙江澜泽半导体有限公司"] * 2


def test_a_user_can_give_a_name_other_forms(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "aliases.toml").write_text(
        '[company]\n"浙江澜泽半导体有限公司" = ["老澜厂"]\n', encoding="utf-8"
    )
    use_folder(tmp_path)
    try:
        (firm,) = [item for item in reading("遂昌县的老澜厂今年扩产。").mentions if item.kind == "company"]
    finally:
        use_folder(None)
    assert (firm.text, firm.canonical) == ("老澜厂", "浙江澜泽半导体有限公司")


def test_the_model_stays_small() -> None:
    assert MODEL.stat().st_size < 2_000_000


def test_mountains_of_a_list_are_no_firms(names: Names) -> None:
    assert names("company", "采药队翻过乌石岭、云岭峰、凤栖山,才到药材基地。") == []


def test_several_who_held_an_office_bear_no_name(names: Names) -> None:
    assert names("person", "老人说,村里五任书记齐修一条渠。") == []
    assert names("person", "县委书记林望川说,水渠要修好。") == ["林望川"]
