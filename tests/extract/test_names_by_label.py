"""Names that a few words tell: firms by a label, a stock's number or who founded them, offices of a county's own, people
whom a text says to be called so; and the shorter forms of all these."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Names = Callable[[str, str], list[str]]
Reading = Callable[..., Extraction]


def test_a_label_names_a_firm_of_the_stock_exchange(names: Names) -> None:
    text = "证券简称:槐泽高科 证券代码:000000\n槐泽高科昨日复牌。"
    assert names("company", text) == ["槐泽高科", "槐泽高科"]


@pytest.mark.parametrize("number", ["(600000)", "（300000.SZ）", "(SH600000)", "(股票代码:000000)"])
def test_a_stocks_number_follows_a_firm(names: Names, number: str) -> None:
    assert names("company", f"昨日,岚川科技{number}公告扩产。") == ["岚川科技"]


def test_a_number_of_another_kind_names_no_firm(names: Names) -> None:
    assert names("company", "邮政编码(323000),咨询电话(0578)2091234。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1985年他创办了云溪橡胶厂,一边生产一边收购。", ["云溪橡胶厂"]),
        ("村民们在旧屋里办起“茶岭农机修配五金厂”。", ["茶岭农机修配五金厂"]),
        ("1985年他创办了一家橡胶厂。", []),
        ("后来又成立汽配厂,自己跑销路。", []),
    ],
)
def test_works_that_somebody_founded(names: Names, text: str, expected: list[str]) -> None:
    assert names("company", text) == expected


def test_the_partners_of_a_firm_belong_to_its_name(names: Names) -> None:
    text = "立岑会计师事务所(特殊普通合伙)出具了报告,浙江楚行律师事务所担任顾问。"
    assert names("company", text) == ["立岑会计师事务所(特殊普通合伙)", "浙江楚行律师事务所"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目由独屿港区与南海华南有限公司共建。", ["南海华南有限公司"]),
        ("保荐机构(主承销商)东岭证券有限公司出席。", ["东岭证券有限公司"]),
        ("坐拥中国岚汽集团及众多车企的城市。", ["中国岚汽集团"]),
        ("永福开关厂即现在江北开关有限公司。", ["江北开关有限公司"]),
    ],
)
def test_where_a_firm_begins(names: Names, text: str, expected: list[str]) -> None:
    assert expected[0] in names("company", text)
    assert not any(name.endswith(expected[0]) and name != expected[0] for name in names("company", text))


def test_a_definition_in_quotes_is_no_firm(names: Names) -> None:
    text = "浙江东岳控股集团股份有限公司(以下简称“浙江东岳”或“公司”)公告。"
    assert not any("”" in name for name in names("company", text))


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("温州明泽纸盘机械有限公司", "明泽机械公司"),
        ("元味食品(亚洲)有限公司", "元味食品"),
        ("安徽淮路公司", "安徽淮路"),
    ],
)
def test_shorter_forms_are_the_same_firm(reading: Reading, full: str, short: str) -> None:
    text = f"走进{full}的车间。\n此后,{short}扎根这一行。"
    firms = {item.text: item.canonical for item in reading(text).mentions if item.kind == "company"}
    assert firms.get(short) == full


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "岛上有多家大型船舶企业,包括长涂、海鲲、东澳船舶、金锚和顺舵等修造船公司。",
            ["长涂", "海鲲", "东澳船舶", "金锚", "顺舵"],
        ),
        (
            "近年来,共有慈澜、方硕、公禾、天生、大发5家企业获评冠军。",
            ["慈澜", "方硕", "公禾", "天生", "大发"],
        ),
        ("目前已有韩国森柯、韩国浦澜、日本津原等世界500强企业。", ["森柯", "浦澜", "津原"]),
    ],
)
def test_the_items_of_a_list_of_firms(names: Names, text: str, expected: list[str]) -> None:
    assert names("company", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("龙泉市统计局及龙泉市铸剑制瓷局负责人陪同。", ["龙泉市统计局", "龙泉市铸剑制瓷局"]),
        ("遂昌县优化产业布局,松阳县全面开局。", []),
        ("项目受到外交部、农业部肯定。", ["外交部", "农业部"]),
        ("财政部门、水利部门联合检查。", []),
        ("贯彻遂昌县第十六次党代会精神。", ["遂昌县第十六次党代会"]),
        ("省台办、市台办负责人出席。", ["省台办", "市台办"]),
        ("上饶的新建区政府与企业签约。", ["新建区政府"]),
    ],
)
def test_offices_and_ministries(names: Names, text: str, expected: list[str]) -> None:
    assert names("organization", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一个叫薛长贵的退伍军人办了厂。", ["薛长贵"]),
        ("这里有一种叫金银花的药材。", []),
        ("市领导倪守中、应子安、吴爱民,县领导郦红梅等陪同。", ["倪守中", "应子安", "吴爱民", "郦红梅"]),
        ("麦浪集团财务长方信平等一同考察。", ["方信平"]),
        ("总经理刘炜对今年很有信心。", ["刘炜"]),
        ("在前所街道、章安街道的努力下,协会成立。", []),
        ("首席执行官巴托罗·马尔科出席。", ["巴托罗·马尔科"]),
        (
            "至少有汪兴远、虞仁清、梁文岳、南存山、徐冠中等5位浙江企业家的身影。",
            ["汪兴远", "虞仁清", "梁文岳", "南存山", "徐冠中"],
        ),
    ],
)
def test_people(names: Names, text: str, expected: list[str]) -> None:
    assert names("person", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省级特色小镇——电机智联小镇连续三年获评优秀。", ["电机智联小镇"]),
        ("衢州综合保税区B区集聚了一批项目。", ["衢州综合保税区B区"]),
        ("走进浙江杭州兰江未来城。", ["杭州兰江未来城"]),
        ("浙江遂昌经济开发区获批。", ["浙江遂昌经济开发区"]),
        ("建有缙云锯床和特色机械装备产业创新服务综合体。", ["缙云锯床和特色机械装备产业创新服务综合体"]),
        ("一行人来到屏都综合新区竹木产业园。", ["屏都综合新区", "竹木产业园"]),
        ("建设现代服务业集聚区,打造现代化产业新城。", []),
        ("漕河泾海宁分区引进了一家企业。", ["漕河泾海宁分区"]),
        ("考察团赴辽宁省工业园区学习。", []),
        ("他提出了袜业工业园区理念。", []),
        ("管委会在机器人智海小镇召开大会。", ["机器人智海小镇"]),
        (
            "云溪工业功能区(以下简称云溪园区)里,云溪园区的企业忙着复工。",
            ["云溪工业功能区", "云溪园区", "云溪园区"],
        ),
    ],
)
def test_parks(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


@pytest.mark.parametrize(
    ("form", "code"), [("平湖经济开发区", "330482"), ("义乌综保区", "330782"), ("云栖小镇", "330106")]
)
def test_zones_by_their_former_and_short_names(reading: Reading, form: str, code: str) -> None:
    (zone,) = [item for item in reading(f"{form}招商。").mentions if item.kind == "park"]
    assert (zone.text, zone.code) == (form, code)
