"""Trades that a sentence calls so, trades by nickname, and lists that end with more ranks."""

from __future__ import annotations

import pytest

from shanqu.extract.industries import find_industries
from shanqu.extract.known import find_known
from shanqu.extract.trade_edges import canonical_of
from shanqu.gazetteer.terms import industries


def trades(text: str) -> list[str]:
    """The trades that the rules find by the words around, each place once, in order."""
    return [text[start:end] for start, end in sorted({(one.start, one.end) for one in find_industries(text)})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("邻县以油橄榄为主导产业。", ["油橄榄"]),
        ("全乡把花椒作为首位产业来抓。", ["花椒"]),
        ("山核桃已成为当地的富民产业。", ["山核桃"]),
        ("以工业企业为主导产业园提供服务。", []),
        ("以创新驱动为主导产业转型。", []),
        ("张村是全县的特色产业村。", []),
    ],
)
def test_what_is_called_a_pillar_trade_is_one(text: str, expected: list[str]) -> None:
    assert trades(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坚定不移抓“两果一药”主导产业。", ["两果一药"]),
        ("文具、灯具、模具“三具”产业园开工。", []),
        ("县里“三具”传统产业升级。", []),
    ],
)
def test_a_nickname_may_stand_before_a_rank(text: str, expected: list[str]) -> None:
    assert trades(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("壮大蚕桑、精品蔬菜、瓜果种植等村级主导特色产业。", ["蚕桑", "精品蔬菜", "瓜果种植"]),
        ("抓好面制品、奶制品两个行业及食品机械、包装等配套产业。", ["面制品", "奶制品", "食品机械", "包装"]),
        ("发展中药材、特色水果“两大产业”。", ["中药材", "特色水果"]),
        ("抓好塑料制品等传统产业。", ["塑料制品"]),
        ("做好服务等传统产业。", []),
        (
            "形成以甲乙公司为龙头的粮油加工、以丙丁公司为代表的机电装备和以戊己公司为骨干的家具加工三大特色产业。",
            ["粮油加工", "机电装备", "家具加工"],
        ),
    ],
)
def test_a_list_may_end_with_any_rank(text: str, expected: list[str]) -> None:
    assert trades(text) == expected


def test_within_a_list_a_joiner_parts_no_item() -> None:
    text = "现代服务业包括文化创意、信息软件与服务外包、现代物流。"
    assert "信息软件与服务外包" in trades(text)
    assert "机械和电子" not in trades("主导产业为机械和电子、食品。")


def test_behind_a_whole_trade_another_of_two_kinds_goes_on() -> None:
    assert "陶瓷及建材产业" in trades("锂电产业、陶瓷及建材产业、食品产业。")
    assert "五金产业" in trades("竹木产业、铜管及五金产业产值增长。")


def test_new_trades_have_a_group_and_a_name() -> None:
    named = {industries()[form] for form in ("康养旅居", "临空经济", "煤电", "服务外包")}
    assert named == {"康养旅居", "临空经济", "煤电", "服务外包"}
    assert canonical_of("健康管理") == "健康管理产业"


def test_words_of_many_uses_are_trades_only_where_a_list_says_so() -> None:
    assert not any(one.kind == "industry" for one in find_known("医院开展健康管理和职业教育。"))
    assert "健康管理" in trades("大健康产业,包括生物医药、康体旅游、健康管理。")


def test_what_leads_a_system_of_trades_ends_before_its_and_so_on() -> None:
    assert trades("形成以玻璃及镜片、橡塑制品、生物医药等为主导的特色产业体系。")[-1] == "生物医药"
    assert trades("以糕点、面包等为主打产品。") == []
