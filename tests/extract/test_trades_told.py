"""Trades told by their firms, in marks and in lists; goods by the piece; documents without title marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.industries import find_industries
from shanqu.extract.known import find_known
from shanqu.extract.policies import find_policies
from shanqu.extract.products import find_products
from shanqu.extract.trade_edges import canonical_of, only_ranked
from shanqu.extract.trade_firms import find_trades_of_firms

Names = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产业园汇聚眼健康企业238家。", ["眼健康"]),
        ("全年新增快递装备规上企业不少于8家。", ["快递装备"]),
        ("全市从事空调零部件企业有200余家。", ["空调零部件"]),
        ("镇上有1300多家教玩具生产企业。", ["教玩具"]),
        ("新增规上竹木企业15家。", ["竹木"]),
        ("新增规上工业企业15家,上市企业3家,亿元企业20家,外商投资企业2家。", []),
        ("零部件企业140余家,加工企业30家。", []),
        ("引进德国企业5家、困难企业20家。", []),
        ("溪东机械、青禾能源等企业80余家入驻。", []),
        ("铁皮石斛、灵芝加工企业有41家。", []),
    ],
)
def test_counted_firms_tell_their_trade(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_trades_of_firms(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("该县“小车灯”产业增长。", ["小车灯"]),
        ("“卡脖子”产业要突破,“新星”产业群入选,“4+1”产业体系成形。", []),
        ("配套有汽摩配、电器、鞋革、眼镜行业。", ["汽摩配", "电器", "鞋革"]),
        ("主导产业高端化、新兴产业规模化、传统产业高新化。", []),
    ],
)
def test_trades_stand_in_marks_and_before_the_one_that_closes_their_list(
    text: str, expected: list[str]
) -> None:
    found = sorted(find_trades_of_firms(text), key=lambda span: span.start)
    assert [text[span.start : span.end].removeprefix("配套有") for span in found] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("现代白茶产业", "白茶产业"),
        ("五金区域特色产业", "五金产业"),
        ("富硒茶产业", "茶产业"),
        ("高端装备制造产业", "高端装备制造"),
        ("高档特种纸业", "特种纸产业"),
        ("智能家居", "智能家居"),
        ("健康灯笼", "健康灯笼产业"),
        ("健康灯笼产业", "健康灯笼产业"),
        ("云雾制造", "云雾制造"),
        ("交通运输设备制造业", "交通运输设备产业"),
        ("动力电池", "动力电池产业"),
        ("动力电池产业", "动力电池产业"),
    ],
)
def test_one_trade_has_one_name(name: str, expected: str) -> None:
    assert canonical_of(name) == expected


def test_rank_alone_is_no_trade() -> None:
    assert only_ranked("优质高端产业")
    assert not only_ranked("优质木梳产业")
    assert not only_ranked("高端")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("邵东打火机产业产值增长。", ["打火机产业"]),
        ("近三年水饮料产业产值翻番。", ["水饮料产业"]),
        ("推动橡胶块状产业发展。", ["橡胶块状产业"]),
        ("藕片深加工业务推进。", []),
        ("把林下药材、康养旅居作为富民产业。", ["林下药材", "康养旅居"]),
    ],
)
def test_a_trade_has_neither_place_nor_time_nor_verb_in_it(text: str, expected: list[str]) -> None:
    found = sorted({(span.start, span.end) for span in find_industries(text)})
    assert [text[start:end] for start, end in found] == expected


def test_tea_alone_is_goods_and_a_trade_where_its_firms_or_trade_follow() -> None:
    text = "茶叶下山,茶叶企业增收,茶叶是当地的支柱产业。"
    assert [(span.kind, span.canonical) for span in find_known(text)] == [
        ("product", "茶叶"),
        ("industry", "茶产业"),
        ("industry", "茶产业"),
    ]


def test_goods_go_by_the_county_that_lends_them_its_name() -> None:
    text = "常山胡柚跟着火了,常山县胡柚开摘,龙泉水泵走俏。"
    found = [text[span.start : span.end] for span in find_known(text) if span.kind == "product"]
    assert found == ["常山胡柚", "胡柚", "水泵"]


def test_forging_a_team_is_no_trade() -> None:
    assert [span.kind for span in find_known("锻造出一支队伍,铸造新优势。")] == []
    assert [span.kind for span in find_known("锻造、铸造企业关停。")] == ["industry", "industry"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一款手作杯卖到1280元,首批12台智能喷塑机运抵。", ["手作杯", "智能喷塑机"]),
        ("一辆车、两台设备、三台旧车床、一款遛娃神器、一款新产品。", []),
        ("产品包括压力阀、管路总成、控制器。", ["压力阀", "管路总成", "控制器"]),
        ("税款全部用于购买成型压机。", ["成型压机"]),
        ("政府购买服务,加工成本上升,其毛坯出口量占全国一成。", []),
    ],
)
def test_goods_are_told_by_the_piece_and_by_what_is_bought(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_products(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按《云岭县志》记载,读《茶经》,放映《青山》,签署《合作框架协议》。", []),
        ("出台《优化服务“20条”》《关于做好春耕的通知》。", ["《优化服务“20条”》", "《关于做好春耕的通知》"]),
        ("印发松溪县香茶产业发展实施意见,明年落地。", ["松溪县香茶产业发展实施意见"]),
        ("县里制定了一系列扶持政策和相关实施意见。", []),
        ("持续推进茶叶产业三年行动计划。", ["茶叶产业三年行动计划"]),
        ("实施1010工程,构建“4+1+X”现代产业体系,推进2024年工程。", ["1010工程", "4+1+X"]),
        ("出台人才新政20条,落实稳外贸二十条。", ["人才新政20条", "稳外贸二十条"]),
        ("推进工业强区战略,推进战略合作。", ["工业强区战略"]),
        ("两家世界500强企业落户,入选中国民营企业500强。", ["中国民营企业500强"]),
        ("举办“产业创新园开园”活动。", []),
    ],
)
def test_documents_and_plans_are_named_with_and_without_marks(text: str, expected: list[str]) -> None:
    found = sorted({(span.start, span.end) for span in find_policies(text)})
    assert [text[start:end] for start, end in found] == expected


def test_a_trade_that_is_spoken_of_stands_and_the_ground_called_by_it_does_not(names: Names) -> None:
    assert names("industry", "三镇民宿共312家,抽水蓄能电站开工。") == ["民宿"]
    assert names("industry", "承接好优质高端产业的外溢。") == []


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("一位胶带产业人士说,订单排到了年底。", "胶带产业"),
        ("众多水晶产业企业聚集在这里。", "水晶产业"),
        ("每个模具产业都有自己的协会。", "模具产业"),
    ],
)
def test_what_only_counts_or_points_is_no_part_of_a_trade(text: str, trade: str) -> None:
    assert {span.canonical for span in find_industries(text)} == {trade}


@pytest.mark.parametrize(
    "text", ["无论是产业还是人才,都要集聚。", "多位产业人士说。", "这种产业模式不多见。"]
)
def test_nothing_but_such_words_is_no_trade(text: str) -> None:
    assert not find_industries(text)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("龙游县的坚果炒货产业起步很早。", "industry", "坚果炒货产业"),
        ("龙游县的坚果炒货远销海外。", "product", "坚果炒货"),
    ],
)
def test_goods_of_two_words_before_a_noun_of_trades_are_that_trade(
    names: Names, text: str, kind: str, name: str
) -> None:
    assert names(kind, text) == [name]
    assert names("product" if kind == "industry" else "industry", text) == []
