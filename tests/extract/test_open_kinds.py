"""Where the names of projects, trades, goods and programmes begin and end: by rule, whatever the tagger has learned."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from shanqu.extract.industries import find_industries
from shanqu.extract.known import find_known
from shanqu.extract.policies import find_policies
from shanqu.extract.products import find_products
from shanqu.extract.project_edges import behind_governing, with_phase
from shanqu.extract.projects import find_projects
from shanqu.extract.span import Span
from shanqu.extract.tagger import Likely
from shanqu.extract.undertakings import of_firms
from shanqu.extract.weighing import weigh
from shanqu.model import Extraction

Names = Callable[[str, str], list[str]]


def surfaces(text: str, spans: Iterable[Span]) -> list[str]:
    """What stands in the text, each place once, in order."""
    return [text[start:end] for start, end in sorted({(span.start, span.end) for span in spans})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司投资6.4亿元建设超薄铜箔数字化车间,明年投产。", ["超薄铜箔数字化车间"]),
        ("投资2亿元的竹纤维管材生产线二期开工。", ["竹纤维管材生产线二期"]),
        ("山泉矿泉水灌装线总投资1.2亿元。", ["山泉矿泉水灌装线"]),
        ("上马半导体洁净阀门技改项目,明年试产。", ["半导体洁净阀门技改项目"]),
        ("企业投入3200万元改造车间。", []),
        ("县里建设三个芯片项目。", []),
        ("二期开工,首批厂房封顶。", []),
        ("陆续上马制剂项目。", []),
        ("溪口小微企业园二期开工。", []),
    ],
)
def test_what_is_told_of_building_makes_a_project_of_it(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_projects(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青禾车业重竹防霉中试线、热泵总成扩产项目落地。", ["重竹防霉中试线"]),
        ("青禾车业的无人叉车生产线,用地百亩。", ["无人叉车生产线"]),
        ("青禾车业投资5.2亿元建设工厂。", []),
        ("青禾车业的车间里很安静。", []),
        ("青禾车业则关掉染色车间。", []),
    ],
)
def test_what_a_firm_puts_up_stands_behind_its_name(text: str, expected: list[str]) -> None:
    assert surfaces(text, of_firms(text, [4])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总投资9亿元的古渡头产城融合项目(一期)开工。", ["古渡头产城融合项目(一期)"]),
        ("松阳县古渡头文旅项目二期开工。", ["松阳县古渡头文旅项目二期"]),
        ("松阳县古渡头文旅项目,二期开工。", ["松阳县古渡头文旅项目"]),
    ],
)
def test_a_phase_directly_behind_belongs_to_the_project(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_projects(text)) == expected


def test_a_project_that_the_tagger_finds_reaches_to_its_noun_and_phase() -> None:
    text = "重卡总部项目二期开工"
    assert text[: with_phase(text, 4)] == "重卡总部项目二期"
    assert with_phase("重卡总部项目部开会", 4) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("苍南7号海上风电项目和苍南9号海上风电项目开工。", ["苍南7号海上风电项目", "苍南9号海上风电项目"]),
        ("龙游县一季度“开门红”项目集中开工。", []),
        ("青田县2024年第四季度重大项目集中开工仪式举行。", []),
        ("遂昌县签下竹炭复合板项目。", ["竹炭复合板项目"]),
        ("实施“龙商回归”工程。", []),
    ],
)
def test_a_project_is_one_undertaking_and_no_class_or_programme(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_projects(text)) == expected


def test_a_phase_alone_is_that_of_the_project_or_firm_spoken_of() -> None:
    text = "总投资9亿元的古渡头产城融合项目落户。一期项目明年投产。"
    found = sorted(find_projects(text), key=lambda span: span.start)
    assert surfaces(text, found) == ["古渡头产城融合项目", "一期项目"]
    assert found[-1].canonical == "古渡头产城融合一期项目"
    text = "青禾车业负责人介绍,一期项目明年投产。"
    assert [span.canonical for span in find_projects(text, [Span("company", 0, 4, "青禾车业")])] == [
        "青禾车业一期项目"
    ]


def test_a_phase_alone_is_none_where_nothing_is_named_or_the_sentence_has_named_it() -> None:
    text = "总投资9亿元的古渡头产城融合项目,一期项目明年投产。"
    assert surfaces(text, find_projects(text)) == ["古渡头产城融合项目"]
    assert find_projects("据介绍,一期项目明年投产。") == []


def test_the_firm_that_builds_stands_outside_but_a_bare_brand_does_not() -> None:
    text = "松阳福泰革业无溶剂合成革技改项目投产。"
    assert surfaces(text, find_projects(text, [Span("company", 0, 6, text[:6])])) == ["无溶剂合成革技改项目"]
    text = "正泓电子项目投产。"
    assert surfaces(text, find_projects(text, [Span("company", 0, 2, text[:2])])) == ["正泓电子项目"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分水镇制笔产业历史久远。", ["制笔产业"]),
        ("当年锯床行业研发投入增加。", ["锯床行业"]),
        ("汽车及零部件产业产值增长。", ["汽车及零部件产业"]),
        ("竹木产业、铜管及五金产业产值增长。", ["竹木产业", "五金产业"]),
        ("云和县木制玩具产业群入选。", ["木制玩具产业群"]),
        ("为提升胶带产业层次,设立基金。", ["胶带产业"]),
        ("推动产业层次提升,主导产业结构优化。", []),
        ("产值居行业前列,三次产业比重变化。", []),
        ("县经信局产业科负责。", []),
        ("高耗能行业用电下降,当家产业换代。", []),
    ],
)
def test_a_trade_begins_behind_places_and_times(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_industries(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有机硅新材料产值增长。", "有机硅新材料"),
        ("新能源汽车及零部件产值增长。", "新能源汽车及零部件"),
        ("造纸行业利润增长。", "造纸行业"),
        ("茶产业链延长。", "茶产业链"),
        ("新能源汽车及摩托车产值增长。", "新能源汽车"),
    ],
)
def test_a_trade_of_the_list_takes_its_goods_and_its_nouns_along(text: str, expected: str) -> None:
    found = [span for span in find_known(text) if span.kind == "industry"]
    assert text[found[0].start : found[0].end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("光电开关、霍尔元件产量约占全省一半。", ["光电开关", "霍尔元件"]),
        ("全县棉花糖机产量3万台。", ["棉花糖机"]),
        ("年产杏鲍菇5200吨。", ["杏鲍菇"]),
        ("云和县的厂子年产竹筷8亿根。", ["竹筷"]),
        ("另一家企业主营的2-氯烟酸占国内市场六成,碳-14年产能翻番。", ["2-氯烟酸", "碳-14"]),
        ("年产值18亿元,年产能翻番。", []),
        ("公司转做无溶剂汽车革,去年盈利。", ["无溶剂汽车革"]),
        ("经济开发区做好服务,主营业务收入增长。", []),
        ("单班产量翻番,预计产量提高。", []),
    ],
)
def test_goods_are_told_by_their_output(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_products(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("员工检验碳纤维骨架。", ["碳纤维骨架"]),
        ("他们送来竹炭牙膏。", ["竹炭牙膏"]),
        ("全县轴承企业48家。", []),
        ("他考了叉车证。", []),
    ],
)
def test_goods_of_the_list_take_along_what_they_are_made_into(text: str, expected: list[str]) -> None:
    assert surfaces(text, [span for span in find_known(text) if span.kind == "product"]) == expected


def test_a_long_list_of_goods_is_read_in_good_time() -> None:
    assert find_products("和木及竹与" * 4000 + "产量") == []
    assert max(span.length for span in find_known("轴承" * 4000)) < 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("响应“游子归乡”号召落户。", ["游子归乡"]),
        ("获评“金牌店小二”。", ["金牌店小二"]),
        ("他说“游子归乡”不容易。", []),
        ("实施水晶产业倍增计划。", ["水晶产业倍增计划"]),
        ("推进松溪流域提升工程。", []),
        ("公司通过ISO13485国际认证。", ["ISO13485国际认证"]),
        ("获得省级绿色低碳园区称号。", ["省级绿色低碳园区"]),
        ("浙江溪东机械公司技术中心揭牌。", []),
    ],
)
def test_programmes_are_what_is_done_given_or_certified(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_policies(text)) == expected


def _likely(text: str, kind: str, start: int, end: int) -> Likely:
    """Chances as of a tagger that sees one name."""
    import numpy as np

    from shanqu.extract.signs import kinds_tagged

    begins = {one: np.zeros(len(text), np.float32) for one in kinds_tagged()}
    inside = {one: np.zeros(len(text), np.float32) for one in kinds_tagged()}
    begins[kind][start] = 1.0  # type: ignore[index]
    inside[kind][start + 1 : end] = 1.0  # type: ignore[index]
    return Likely(begins, inside)


@pytest.mark.parametrize(
    ("kind", "text", "name", "expected"),
    [
        ("project", "签下“共富竹业”合作项目协议", "共富竹业”合作项目", "“共富竹业”合作项目"),
        ("policy", "实施“链式倍增”三年行动以来", "链式倍增”三年行动", "链式倍增"),
    ],
)
def test_the_tagger_s_names_keep_their_quotation_marks_together(
    kind: str, text: str, name: str, expected: str
) -> None:
    start = text.index(name)
    spans = weigh(text, [], _likely(text, kind, start, start + len(name)))
    assert surfaces(text, spans) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "仙居县为大力发展医疗器械产业推出政策。",
        "近年来大力发展医疗器械产业。",
        "努力培育医疗器械产业。",
        "针对医疗器械产业出台办法。",
    ],
)
def test_a_trade_begins_behind_what_is_done_for_it(names: Names, text: str) -> None:
    assert names("industry", text) == ["医疗器械产业"]


def test_a_trade_that_many_live_on_is_not_named_by_that(names: Names) -> None:
    assert names("industry", "它已成为农业支柱产业和民生产业。") == []


def test_who_gets_a_project_is_no_part_of_its_name() -> None:
    text = "江山驻深圳招商组获取超思维电子元件项目招商信息。"
    start = behind_governing(text, 0, text.index("项目"))
    assert text[start:].startswith("超思维电子元件")


def test_goods_are_known_by_the_orders_for_them_and_their_price(
    names: Callable[[str, str], list[str]],
) -> None:
    assert names("product", "杭州某某公司的交叉带分拣机订单增加五成,零重力办公椅售价3999元。") == [
        "交叉带分拣机",
        "零重力办公椅",
    ]
    assert names("product", "企业的海外订单增加五成,平均售价3999元。") == []


def test_what_is_newly_planted_is_known_by_its_own_name(names: Callable[[str, str], list[str]]) -> None:
    assert names("product", "三地新种香柚2.3万亩。") == ["香柚"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("制定出台茶产业高质量发展实施意见。", ["茶产业高质量发展实施意见"]),
        ("编制完成中药材产业发展规划。", ["中药材产业发展规划"]),
        ("获评“某省茶业第一县”。", ["某省茶业第一县"]),
        ("园区获批省级高新区。", ["省级高新区"]),
        ("全市有省级高新区2个,国家高新区排名上升。", []),
    ],
)
def test_documents_begin_behind_their_verbs_and_classes_of_grounds_are_no_honours(
    text: str, expected: list[str]
) -> None:
    assert surfaces(text, find_policies(text)) == expected


def _policies(found: Extraction) -> list[str]:
    return [span.text for span in found.mentions if span.kind == "policy"]


def test_who_somebody_is_names_no_programme(reading: Callable[..., Extraction]) -> None:
    found = reading("云和县实施“一把手”招商,推行“客户经理”服务,推出“红色代办”服务。")
    assert _policies(found) == ["红色代办"]


def test_measures_that_a_county_issues_are_named_in_full(reading: Callable[..., Extraction]) -> None:
    found = reading("县里出台云和县促进木制玩具和数字经济融合发展二十条,发布相关政策三十条。")
    assert "云和县促进木制玩具和数字经济融合发展二十条" in _policies(found)
    assert not [name for name in _policies(found) if "三十条" in name]
