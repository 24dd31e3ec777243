"""Projects, trades and programmes as announcements list them: what bounds an item, and what is a class and no name."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from extraction import article_of

from shanqu.extract import extract
from shanqu.extract.event_dates import find_dates
from shanqu.extract.industries import find_industries
from shanqu.extract.known import find_known
from shanqu.extract.ordinary import ordinary
from shanqu.extract.policies import find_policies
from shanqu.extract.products import find_products
from shanqu.extract.project_lists import find_listed, find_outputs
from shanqu.extract.projects import find_projects
from shanqu.extract.span import Span, without_overlaps
from shanqu.extract.trade_edges import canonical_of
from shanqu.extract.weighing import TAGGED


def surfaces(text: str, spans: Iterable[Span]) -> list[str]:
    """What stands in the text, each place once, in order."""
    return [text[start:end] for start, end in sorted({(span.start, span.end) for span in spans})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "青禾新材有限公司年产8万片抛光垫(CMP)、6000吨薄膜、900万只滤芯项目(莲都区)开工。",
            ["年产8万片抛光垫(CMP)、6000吨薄膜、900万只滤芯项目"],
        ),
        ("双方签订年产3万吨装饰原纸等生产线项目。", ["年产3万吨装饰原纸等生产线项目"]),
        ("包括年产200万米面料及60万条服装生产线建设等工业项目。", ["年产200万米面料及60万条服装生产线建设"]),
        ("新增90万吨/年烯烃及下游装置(二期)项目投产。", ["90万吨/年烯烃及下游装置(二期)项目"]),
        ("年处理5万吨废旧电池综合利用项目落户。", ["年处理5万吨废旧电池综合利用项目"]),
        ("年产50万吨高强度合金管、棒、型材生产线项目签约。", ["年产50万吨高强度合金管、棒、型材生产线项目"]),
        ("达产后年产值3亿元,该项目属重点项目。", []),
        ("为全年147个重点项目打下基础。", []),
        ("建成后可年产30万吨纸浆,带动了周边项目。", []),
    ],
)
def test_an_output_names_a_project_as_far_as_its_noun(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_outputs(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "此次集中开工项目包含云峰湾通用机场、青禾高端装备智造中心等12个重点项目。",
            ["云峰湾通用机场", "青禾高端装备智造中心"],
        ),
        ("仪式上,包括该市城北旅游休闲综合体等32个项目。", ["城北旅游休闲综合体"]),
        (
            "统筹推进城西第四水厂、城东污水处理厂扩建(三期)等项目。",
            ["城西第四水厂", "城东污水处理厂扩建(三期)"],
        ),
        ("涵盖数字经济、生物医药等项目。", []),
        ("县里建设新的研发中心等项目。", []),
        ("云峰湾通用机场、青禾智造中心等地风景如画。", []),
    ],
)
def test_a_list_that_is_said_to_be_of_projects_names_its_works(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_listed(text, frozenset())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江2024年首批647个制造业重大项目有序推进。", []),
        ("奉化天台一批重大项目开工。", []),
        ("台州湾新区一季度重大项目开工。", []),
        ("今年以来,江山以项目攻坚为抓手。", []),
        ("遂昌县招商引资和项目建设开局良好。", []),
        ("遂昌县动力电池项目实现百亿级制造业项目零的突破。", ["遂昌县动力电池项目"]),
        ("遂昌县重大项目开工暨总部经济大楼项目开工仪式举行。", ["总部经济大楼项目"]),
        ("浙江省重大制造业项目—云溪临港产业园项目开工。", ["云溪临港产业园项目"]),
        ("遂昌县2024年首批抽水蓄能电站工程开工。", ["遂昌县2024年首批抽水蓄能电站工程"]),
        ("实施特种纸行业改造提升工程。", []),
        ("实施遂昌县城区河道改造提升工程。", ["遂昌县城区河道改造提升工程"]),
    ],
)
def test_time_number_and_rank_make_a_class_of_projects(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_projects(text)) == expected


@pytest.mark.parametrize(
    ("text", "name", "none"),
    [
        ("浙江规模最大的电脑刺绣机生产基地。", "电脑刺绣机生产基地", True),
        ("这里有厨具之都、小功率电机生产基地等名号。", "小功率电机生产基地", True),
        ("投资3亿元建设电脑刺绣机生产基地。", "电脑刺绣机生产基地", False),
        ("购置33.6GWh动力电池生产线。", "6GWh动力电池生产线", True),
        ("打造大型城市综合体。", "大型城市综合体", True),
        ("云溪城市综合体开工。", "云溪城市综合体", False),
    ],
)
def test_praise_and_torn_figures_are_no_projects(text: str, name: str, none: bool) -> None:
    start = text.index(name)
    span = Span("project", start, start + len(name), name, None, TAGGED)
    assert ordinary(span, 0.9, text) is none


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "致力打造智慧装备、新材料、时尚智造三大五百亿产业集群。",
            ["智慧装备", "新材料", "时尚智造"],
        ),
        ("形成以汽摩配、水暖阀门两大玉环传统支柱产业为主导的格局。", ["汽摩配", "水暖阀门"]),
        ("在高端制笔、鞋业智造以及服装智造3大传统行业之外。", ["高端制笔", "鞋业智造", "服装智造"]),
        ("永康市以五金制品、小家电为主导产业。", ["五金制品", "小家电"]),
        (
            "形成印包装备、包装新材料、宠物用品等一系列新兴产业集群。",
            ["印包装备", "包装新材料", "宠物用品"],
        ),
        ("打造若干个区域细分优势产业集群,形成较为完整产业链。", []),
        ("定位高端装备制造产业。", ["高端装备制造产业"]),
        ("市长到虎鹿镇调研,虎鹿缝配产业已成气候。", ["缝配产业"]),
        ("作为重要制造业基地,这里诸多制造业兴起。", []),
        ("诸义产业自由港项目落地。", []),
    ],
)
def test_trades_of_a_list_lose_number_rank_and_place(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_industries(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年产各类电脑刺绣机上万台。", ["电脑刺绣机"]),
        ("主导产品水晶灯饰配件产量占全国六成。", ["水晶灯饰配件"]),
        ("生产的各类镭射转移纸、激光烫印箔膜等产品远销海外。", ["镭射转移纸", "激光烫印箔膜"]),
        ("生产的问题等工作正在解决。", []),
    ],
)
def test_goods_begin_behind_words_of_kind_and_end_at_their_number(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_products(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是要实施特种纸行业改造提升工程。", ["特种纸行业改造提升工程"]),
        ("实施城区道路改造提升工程。", []),
        ("获授浙江省永康市“中国炊具之都”称号。", ["中国炊具之都"]),
        ("浙江省共有11个工业强县。", []),
        ("加压奋进,吹响了转型升级攻坚战的号角。", []),
        ("走的是“块状经济”模式。", []),
        ("走的是“链式招商”模式。", ["链式招商"]),
    ],
)
def test_programmes_are_named_and_not_counted_or_proclaimed(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_policies(text)) == expected


def test_a_year_in_front_of_a_batch_is_no_date() -> None:
    assert [date.text for date in find_dates("7月4日,2023年全省重大项目集中开工。", None)] == ["7月4日"]
    assert [date.text for date in find_dates("该厂2023年投产。", None)] == ["2023年"]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("平陽縣形成了印刷包裝、綠色紡織等三大主導產業。", "industry", "綠色紡織"),
        ("遂昌实施「链式招商」行动。", "policy", "链式招商"),
        ('遂昌实施"链式招商"行动。', "policy", "链式招商"),
        ("遂昌实施”链式招商”行动。", "policy", "链式招商"),
    ],
)
def test_other_characters_and_marks_are_read_as_usual_ones(text: str, kind: str, name: str) -> None:
    article = article_of(text)._replace(warnings=("traditional",))
    assert name in [mention.text for mention in extract(article).mentions if mention.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("形成“塑料制品、汽摩配制造、轻工产品”三大支柱产业。", ["塑料制品", "汽摩配制造", "轻工产品"]),
        ("围绕五大主导产业(康养家居、休闲体育和新材料)招商。", ["康养家居", "休闲体育", "新材料"]),
        ("遂昌金属制品、永嘉泵阀、龙游特种纸等“一县一业”产值超百亿元。", ["金属制品", "泵阀", "特种纸"]),
        ("遂昌、永嘉、龙游等“一县一业”试点推进。", []),
        ("瞄准饮用水、功能性饮料、威士忌等7条赛道。", ["饮用水", "功能性饮料", "威士忌"]),
        ("产业定位是塑料制品、日用品加工。", ["塑料制品", "日用品加工"]),
        ("涵盖工业、电网、道路等多个产业及民生领域。", []),
        ("全链条产业集群加速形成,各部门拓宽产业形态。", []),
        ("“塑料制品、轻工产品”都卖得很好(康养家居、休闲体育在内)。", []),
    ],
)
def test_quotation_marks_and_brackets_hold_a_list_of_trades(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_industries(text)) == expected


@pytest.mark.parametrize(
    ("written", "canonical"),
    [("铅笔制造", "铅笔产业"), ("中药材种植", "中药材产业"), ("云雾制造", "云雾制造"), ("茶叶", "茶产业")],
)
def test_work_on_goods_is_the_trade_of_the_list_in_them(written: str, canonical: str) -> None:
    assert canonical_of(written) == canonical


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国内领先的造纸装备供应商。", []),
        ("造纸产业、纺织机械产业都在增长。", ["造纸产业", "纺织机械产业"]),
    ],
)
def test_a_trade_before_equipment_is_none(text: str, expected: list[str]) -> None:
    found = [span for span in (*find_known(text), *find_industries(text)) if span.kind == "industry"]
    assert surfaces(text, without_overlaps(found)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "入选国家级专精特新“小巨人”企业,另有省级“专精特新”中小企业、浙江省隐形冠军培育企业。",
            ["国家级专精特新“小巨人”企业", "省级“专精特新”中小企业", "浙江省隐形冠军培育企业"],
        ),
        ("专精特新“小巨人”企业增加了,小巨人企业要长大。", ["专精特新“小巨人”企业"]),
        ("以“第一工程”的力度、“最优”的政策招商,据《今日云溪》报道。", []),
        ("实施“百企攀登”三年行动。", ["百企攀登"]),
    ],
)
def test_classes_of_firms_are_honours_as_wholes(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_policies(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司主导产品“车载驱动电源”性能先进。", ["车载驱动电源"]),
        ("公司主导产品“云上生活”深受欢迎。", []),
        ("预计年产木门近400万套。", ["木门"]),
    ],
)
def test_quoted_goods_are_called_so_and_named_like_goods(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_products(text)) == expected


@pytest.mark.parametrize(("name", "none"), [("荒野茶园", True), ("荒野茶叶", False)])
def test_grounds_are_no_goods(name: str, none: bool) -> None:
    assert ordinary(Span("product", 2, 2 + len(name), name, None, TAGGED), 0.9, f"开发{name}。") is none


def test_a_list_of_trades_holds_no_firm() -> None:
    text = "遂昌县新闻\n遂昌县园区已形成“塑料制品、汽摩配制造、轻工产品”三大支柱产业。"
    kinds = {text[one.start : one.end]: one.kind for one in extract(article_of(text)).mentions}
    assert kinds["汽摩配制造"] == "industry"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他们慕名前来江山考察消防器材产业。", ["消防器材产业"]),
        ("初步形成阳光产业,打造现代产业体系,对接扶贫协作产业事宜。", []),
        ("朝着千亿级新材料产业集群迈进。", ["新材料产业集群"]),
        ("坚持主导产业高端化、新兴产业规模化、传统产业高新化。", []),
    ],
)
def test_visits_and_praise_are_no_part_of_a_trade(text: str, expected: list[str]) -> None:
    assert surfaces(text, find_industries(text)) == expected
