"""Where names begin and end in the prose of offices: firms led by their place, zones of the province's list, lists of trades."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Names = Callable[[str, str], list[str]]
Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司拟设立全资子公司开化澜泽新材料有限公司。", ["开化澜泽新材料有限公司"]),
        ("签约项目中，上海澜泵流体控制(集团)有限公司投资3亿元。", ["上海澜泵流体控制(集团)有限公司"]),
        (
            "楚门镇的玉环澜立铜阀和浙江鼎岚家居股份有限公司扩产。",
            ["玉环澜立铜阀", "浙江鼎岚家居股份有限公司"],
        ),
        ("走访遂昌县浙江澜泽新材料有限公司。", ["浙江澜泽新材料有限公司"]),
        ("他走进遂昌县龙头企业澜泽股份有限公司。", ["澜泽股份有限公司"]),
        ("业主单位：庆元县佰澜抛光材料厂。", ["庆元县佰澜抛光材料厂"]),
        ("推动泰顺县国有资产投资经营公司实体化转型。", ["泰顺县国有资产投资经营公司"]),
        ("至此，嵊州市境内外上市公司增至12家。", []),
        ("企业从法国引进设备，遂昌县工厂里一片繁忙。", []),
    ],
)
def test_a_firm_begins_at_the_place_that_leads_it(names: Names, text: str, expected: list[str]) -> None:
    assert names("company", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目由央企华东岚峰电力集团出资建设。", ["华东岚峰电力集团"]),
        ("第二名温州岚峰建设股份有限公司,报价1.7亿元。", ["温州岚峰建设股份有限公司"]),
        ("该地块竞得人浙江岚峰置业有限公司。", ["浙江岚峰置业有限公司"]),
        ("国企改革发展岚峰集团有限公司成立。", ["国企改革发展岚峰集团有限公司"]),
    ],
)
def test_whose_a_firm_is_and_its_place_in_a_list_are_no_part_of_it(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("company", text) == expected


def test_places_whose_firms_are_counted_are_no_firms(names: Names) -> None:
    text = "云和县与温岭市、玉环市的6家企业签下仓储协议。"
    assert names("company", text) == []
    assert names("place", text) == ["云和县", "温岭市", "玉环市"]


def test_the_firm_that_calls_itself_the_company_is_not_meant_by_every_company(names: Names) -> None:
    text = "浙江澜泽新材料有限公司(以下简称“公司”)公告如下。\n公司将扩大产能。"
    assert names("company", text) == ["浙江澜泽新材料有限公司"]


def test_goods_and_titles_in_a_list_are_no_firms(names: Names) -> None:
    assert names("company", "全县有水饮料企业19家，苏打水、矿泉水、啤酒等新品陆续上市。") == []
    assert names("company", "柯城区委副书记、区长廖某某一连跑了3家企业。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省政府同意对浙江遂昌经济开发区范围进行调整。", ["浙江遂昌经济开发区"]),
        ("尖岩区块规划面积5.27平方公里。", ["尖岩区块"]),
        ("总投资5.6亿元，选址遂昌县工业园区。", ["遂昌县工业园区"]),
        ("用区块链技术追溯茶叶，各区块分工明确。", []),
    ],
)
def test_zones_and_their_parts(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目落户庆元工业园区屏都区块,占地30亩。", ["庆元工业园区屏都区块"]),
        ("松阳经济开发区赤寿片已经通水。", ["松阳经济开发区赤寿片"]),
        ("庆元工业园区核心区块已经通水。", ["庆元工业园区"]),
    ],
)
def test_a_zone_and_its_part_are_one_name(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("缙云—富阳“产业飞地”开园。", ["缙云—富阳“产业飞地”"]),
        ("企业进了淳安(未来科技城)飞地。", ["淳安(未来科技城)飞地"]),
        ("莲都—义乌山海协作产业园三期奠基。", ["莲都—义乌山海协作产业园"]),
        ("开通杭州—宁波班列,运费下降。", []),
    ],
)
def test_a_park_that_two_places_share_is_one(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


def test_the_parts_of_a_zone_in_a_list(names: Names) -> None:
    text = "天台经济开发区由始丰片、苍山片、白鹤片三片组成。"
    assert names("park", text) == ["天台经济开发区", "始丰片", "苍山片", "白鹤片"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("企业搬进了天台县平桥滤布产业园。", ["平桥滤布产业园"]),
        ("企业搬进了开化县茶产业加工园。", ["开化县茶产业加工园"]),
        ("企业搬进了兰溪市光膜小镇。", ["光膜小镇"]),
        ("企业搬进了兰溪光膜小镇。", ["兰溪光膜小镇"]),
    ],
)
def test_a_countys_full_name_leads_parks_without_a_name_of_their_own(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("park", text) == expected


def test_zones_that_only_are_spoken_of_as_many(names: Names) -> None:
    assert names("park", "很多先进地区开发区和部分先进开发区都在转型。") == []


def test_a_zone_by_its_official_name_is_the_zone_of_the_list(reading: Reading) -> None:
    (zone,) = [item for item in reading("浙江遂昌经济开发区挂牌。").mentions if item.kind == "park"]
    assert (zone.canonical, zone.code) == ("遂昌经济开发区", "331123")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("据县投资促进中心统计，今年签约12个项目。", ["县投资促进中心"]),
        ("由县经济商务局牵头推进。", ["县经济商务局"]),
        ("会议要求县医药产业专班靠前服务。", ["县医药产业专班"]),
        ("省政府办公厅复函同意。", ["省政府办公厅"]),
        ("副县长兼产业园管委会主任到场。", ["产业园管委会"]),
        ("龙港市自然资源与规划建设局负责验收。", ["龙港市自然资源与规划建设局"]),
        ("遂昌县与松阳县商务局座谈。", ["松阳县商务局"]),
        ("共青团江山市委副书记到场。", ["共青团江山市委"]),
        ("温州高新技术产业开发区党工委书记到场。", ["温州高新技术产业开发区党工委"]),
        ("请同济大学建筑与城市规划学院编制方案。", ["同济大学建筑与城市规划学院"]),
    ],
)
def test_offices_begin_behind_prepositions(names: Names, text: str, expected: list[str]) -> None:
    assert names("organization", text) == expected


def test_banks_and_suppliers_of_power_are_firms(names: Names) -> None:
    text = "遂昌农商银行和遂昌县供电公司上门服务。"
    assert names("company", text) == ["遂昌农商银行", "遂昌县供电公司"]
    assert names("organization", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("园区重点发展塑料制品、汽车零部件和光电信息，配套齐全。", ["塑料制品", "汽车零部件", "光电信息"]),
        ("以医疗器械、健康食品、半导体配套为主导产业。", ["医疗器械", "健康食品", "半导体配套"]),
        ("建筑面积2.6万平方米，主导产业：产业用布；", ["产业用布"]),
        ("一行人调研智能门业、应急消防两条产业链。", ["智能门业"]),
        ("培育茶叶精深加工，做精户外休闲用品产业。", ["茶叶精深加工", "户外休闲用品产业"]),
        ("公司主攻电动压缩机、热管理阀岛，产品畅销。", []),
        ("聚焦项目、聚焦企业、聚焦服务，推动各项工作落实。", []),
    ],
)
def test_lists_of_trades(names: Names, text: str, expected: list[str]) -> None:
    found = names("industry", text)
    assert [name for name in found if name in expected] == expected
    assert expected or not found


def test_goods_that_others_are_made_into(names: Names) -> None:
    assert names("product", "当地把胡柚汁卖到了海外。") == ["胡柚汁"]
    assert names("product", "胡柚片区今年扩种。") in ([], ["胡柚"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研发中心留在温州市区。", ["温州"]),
        ("快递两小时送到泰顺县城。", ["泰顺"]),
        ("松阳县城东区块在温州市区域内最大。", ["松阳县", "温州市"]),
        ("总部设在上海松江区。", ["上海", "松江区"]),
        ("产品卖到中国台湾和欧盟。", ["中国台湾", "欧盟"]),
        ("公司在莲都区老竹镇建厂。", ["莲都区", "老竹镇"]),
    ],
)
def test_where_places_end(names: Names, text: str, expected: list[str]) -> None:
    assert names("place", text) == expected


def test_who_deals_with_a_firm_and_when_are_no_part_of_its_name(names: Names) -> None:
    text = "区长代表衢江区与晏禾新能源材料(上海)有限公司签约,对棠溪新材料有限公司表示祝贺。本世纪初龙游霁川纸业集团改制。"
    assert names("company", text) == [
        "晏禾新能源材料(上海)有限公司",
        "棠溪新材料有限公司",
        "龙游霁川纸业集团",
    ]
