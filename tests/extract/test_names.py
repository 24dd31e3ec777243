"""Which spans are names, where they begin, and what they denote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Article, Block, Extraction, Page, Role

Names = Callable[[str, str], list[str]]
Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者来到浙江江山。", ["浙江", "江山"]),
        ("江山如画,游人如织。", []),
        ("龙泉和萧山共建产业园。", ["龙泉", "萧山"]),
        ("龙泉和古镇都热闹。", []),
        ("采用云和大数据技术。", []),
        ("云和县的云和梯田。", ["云和县", "云和梯田"]),
        ("三门课程全部开设。", []),
        ("衢州智造新城落户。", ["衢州"]),
        ("他在上海宁波路上班。", ["上海", "宁波"]),
    ],
)
def test_short_county_names_need_support(names: Names, text: str, expected: list[str]) -> None:
    assert names("place", text) == expected


def test_a_former_name_denotes_the_county_of_today(reading: Reading) -> None:
    places = {m.text: (m.canonical, m.code) for m in reading("上虞市和玉环县的企业家到了景宁。").mentions}
    assert places == {
        "上虞市": ("上虞区", "330604"),
        "玉环县": ("玉环市", "331083"),
        "景宁": ("景宁畲族自治县", "331127"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全球最大药用玻管制造商青溪集团决定落户。", ["青溪集团"]),
        ("据项目负责人——浙江青禾车业有限公司副总经理介绍。", ["浙江青禾车业有限公司"]),
        ("这家上市公司和多家有限公司入驻。", []),
        ("优美的环境吸引了阿里云。", ["阿里云"]),
        ("引进启欣晶圆、新和明、广源微等22家企业。", ["启欣晶圆", "新和明", "广源微"]),
        ("培育茶叶、香菇、竹木等特色产业。", []),
    ],
)
def test_companies_begin_behind_trade_words_and_titles(names: Names, text: str, expected: list[str]) -> None:
    assert names("company", text) == expected


def test_a_defined_short_name_denotes_the_company(reading: Reading) -> None:
    text = "浙江东溪机械股份有限公司(下称“东溪股份”)扩产。\n去年东溪股份上市。"
    companies = [m for m in reading(text).mentions if m.kind == "company" and m.text == "东溪股份"]
    assert companies[-1].canonical == "浙江东溪机械股份有限公司"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目的牵线方是上虞经济技术开发区。", [("上虞经济技术开发区", "330604")]),
        ("仙居县经济开发区扩容。", [("仙居县经济开发区", "331024")]),
        ("国家级经济技术开发区考核结果公布。", []),
    ],
)
def test_zones_begin_with_their_name_and_know_their_owner(
    reading: Reading, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(m.text, m.code) for m in reading(text).mentions if m.kind == "park"] == expected


def test_a_bare_zone_is_the_one_that_the_text_has_named(reading: Reading) -> None:
    parks = [
        m for m in reading("丽水经济技术开发区扩容。\n如今,经开区企业众多。").mentions if m.kind == "park"
    ]
    assert [m.canonical for m in parks] == ["丽水经济技术开发区"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司负责人黄斌正在查看设备。", ["黄斌"]),
        ("副县长张立群、王文胜参加。", ["张立群", "王文胜"]),
        ("“效果很好。”葛淑芬说。", ["葛淑芬"]),
        ("(记者 邵飞 林小波)连日来,", ["邵飞", "林小波"]),
        ("诺贝尔奖得主约翰·史密斯设立工作站。", ["约翰·史密斯"]),
        ("公司任命约翰·史密斯为总裁,聘请玛丽·琼斯为顾问。", ["约翰·史密斯", "玛丽·琼斯"]),
        ("园区车间主任·王某某在场。", []),
        ("图为生产车间。刘通摄。", ["刘通"]),
        ("完成用地规划许可,荣誉在身。", []),
        ("主任高度重视,全面推进。", []),
    ],
)
def test_people_need_a_title_a_verb_or_a_credit(names: Names, text: str, expected: list[str]) -> None:
    assert names("person", text) == expected


def test_a_generic_project_is_no_name(names: Names) -> None:
    assert names("project", "一批重大产业项目开工,该项目投产。") == []
    assert names("project", "总投资5亿元的古渡头产城融合项目开工。") == ["古渡头产城融合项目"]


def test_dropped_blocks_give_nothing() -> None:
    from shanqu.extract import extract

    text = "遂昌县的企业。\n相关文章:青田县的企业总投资3亿元。"
    blocks = (Block(0, 8, Role.BODY, "test"), Block(8, len(text), Role.RELATED, "test"))
    extraction = extract(Article(Page("p", text, "utf-8", ""), blocks))
    assert [m.text for m in extraction.mentions] == ["遂昌县"]
    assert extraction.facts == ()


def test_a_short_name_at_the_very_end_keeps_its_own_length(reading: Reading) -> None:
    text = "企业纷纷落户上虞经开区"
    assert [(m.text, m.end) for m in reading(text).mentions if m.kind == "park"] == [
        ("上虞经开区", len(text))
    ]


def test_reporters_are_told_apart_from_the_people_of_the_story(reading: Reading) -> None:
    text = "本报讯(记者 邵飞 林小波)公司总经理黄斌说,订单不断。(李丹 摄)"
    assert {m.text: m.how == "reporter" for m in reading(text).mentions if m.kind == "person"} == {
        "邵飞": True,
        "林小波": True,
        "黄斌": False,
        "李丹": False,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王力安防、艾迪西、永德信铜业等企业率先接入。", ["王力安防", "艾迪西", "永德信铜业"]),
        ("茶叶、香菇、竹笋等企业率先接入。", []),
        ("形成以新和明、启明微为龙头的企业群。", ["新和明", "启明微"]),
        ("随着晓闻录、澜泽半导体等企业落户,产业壮大。", ["晓闻录", "澜泽半导体"]),
        (
            "位于彭月产业园的吉利德新材料(以下简称“吉利德”)投产。吉利德扩建。",
            ["吉利德新材料", "吉利德", "吉利德"],
        ),
        ("由科润电力投资的项目开工。", ["科润电力"]),
    ],
)
def test_firms_without_a_legal_form_need_a_list_or_a_definition(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("company", text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("项目符合景宁经济开发区的要求。", "park", ["景宁经济开发区"]),
        ("全称之后,下简称上虞经开区。", "park", ["上虞经开区"]),
        ("该院系青龙集团公司的医院。", "company", ["青龙集团公司"]),
        ("梦想之城·数字绿谷中活跃着青年。", "person", []),
        ("2.苍南绿能小镇零碳产业园。", "park", ["苍南绿能小镇零碳产业园"]),
        ("要加快合理布局遂昌水泵产业集聚区。", "park", ["遂昌水泵产业集聚区"]),
        ("2018年度省级特色小镇考核成绩出炉。", "park", []),
        ("其中一期“产业飞地”启动区块不少于50亩。", "park", []),
        ("分为文化传承区、旅游休闲区、经典产业园三块。", "park", []),
        ("建有遂昌水泵产业园以及物流园区。", "park", ["遂昌水泵产业园"]),
        ("重重山林变身“绿色银行”。", "company", []),
        ("贷款来自“松阳农商银行”。", "company", ["松阳农商银行"]),
        ("县委书记刘中华表示满意,总裁孙泱称,订单不断。", "person", ["刘中华", "孙泱"]),
    ],
)
def test_names_begin_and_end_at_their_own_edges(
    names: Names, text: str, kind: str, expected: list[str]
) -> None:
    assert names(kind, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青田县抽水蓄能电站开工。", ["青田县抽水蓄能电站"]),
        ("“大好高”项目接连开工。", []),
        ("大溪股份年产5万套座椅项目签约。", ["年产5万套座椅项目"]),
        ("一批科技型项目和民生工程落地。", []),
        ("工程师和工程院院士到场,项目审批提速。", []),
        ("浙江青禾车业有限公司智能座椅项目投产。", ["智能座椅项目"]),
    ],
)
def test_a_project_is_named_by_its_place_its_investor_or_its_output(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("project", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("庆元县的竹木产业和香菇产业集群壮大。", ["竹木产业", "香菇产业集群"]),
        ("主导产业和三大特色产业发展较快。", []),
        ("产业园和产业基金先行。", []),
        ("山核桃加工业和木玩行业兴起。", ["山核桃加工业", "木玩行业"]),
    ],
)
def test_a_trade_is_more_than_words_of_rank_and_number(names: Names, text: str, expected: list[str]) -> None:
    assert names("industry", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县里出台《工业振兴十条意见》。", ["《工业振兴十条意见》"]),
        ("据《某某日报》报道。", []),
        ("实施“千企登高”行动,他说“好的”。", ["千企登高"]),
        ("获评国家级生态示范区。", ["国家级生态示范区"]),
        ("获评省级优秀。", []),
    ],
)
def test_programmes_need_marks_a_noun_or_a_level(names: Names, text: str, expected: list[str]) -> None:
    assert names("policy", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年产5万套智能水龙头配件。", ["智能水龙头配件"]),
        ("公司主营高精度测距仪和园林剪刀。", ["高精度测距仪", "园林剪刀"]),
        ("生产效果很好,生产条件改善。", []),
    ],
)
def test_goods_stand_behind_words_of_making(names: Names, text: str, expected: list[str]) -> None:
    assert names("product", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "其中包括庆元香菇市场迁建及物流中心建设项目、农贸市场项目。",
            ["庆元香菇市场迁建及物流中心建设项目"],
        ),
        ("遂昌县新引进亿元以上项目。", []),
        ("松阳县工业园区“回归工程”区块。", []),
        ("重大项目包括负极材料配套工程、智能水表项目。", ["负极材料配套工程", "智能水表项目"]),
        ("奠基的锦源总部综合体总投资18亿元。", ["锦源总部综合体"]),
        ("城市综合体和商业综合体不少。", []),
    ],
)
def test_a_project_may_hold_any_words_but_governing_ones(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("project", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("围绕康养家居、休闲体育和新材料三大主导产业招商。", ["康养家居", "休闲体育", "新材料"]),
        ("打造企业、项目和人才等产业发展平台。", []),
        ("它是国内木门行业第一家上市公司。", ["木门行业"]),
        ("单体制造业项目落户。", ["制造业"]),
    ],
)
def test_trades_are_listed_and_led_by_words_of_reach(names: Names, text: str, expected: list[str]) -> None:
    assert names("industry", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("龙头企业江山欧迪是行业标杆。", ["江山欧迪"]),
        ("龙头企业数量是去年的两倍。", []),
        ("还有艾普柯年产7000套模具生产线项目。", ["艾普柯"]),
        ("项目有望年产7000套模具。", []),
        ("意尔德、格瑞丝、大事力三家皮革企业发挥作用。", ["意尔德", "格瑞丝", "大事力"]),
        ("浙江欣旺达电子有限公司投产。", ["浙江欣旺达电子有限公司"]),
        ("他来电子有限公司上班。", []),
    ],
)
def test_firms_are_known_by_what_they_are_called_or_make(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("company", text) == expected


def test_no_name_reaches_over_the_end_of_a_line(names: Names) -> None:
    assert names("organization", "会议召开\n市委书记到场。") == []
    assert names("organization", "会议召开\n遂昌县委书记到场。") == ["遂昌县委"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("壶镇镇北山村村民吕振办厂。", "place", ["北山村"]),
        ("全镇薄弱村增收,城镇村集体壮大。", "place", []),
        ("距千岛湖高铁站5公里。", "place", ["千岛湖高铁站"]),
        ("云和总面积只有984平方公里。", "place", ["云和"]),
        ("云和总经理的意见。", "place", []),
        ("它被中国轻工业联合会命名为“中国木制玩具城”。", "policy", ["中国木制玩具城"]),
        (
            "龙游县委书记刘根代表四套班子对华邦邦新材料有限公司表示祝贺。",
            "company",
            ["华邦邦新材料有限公司"],
        ),
        ("设立某某大学院士工作站。", "organization", ["某某大学院士工作站"]),
        ("缙云县缝纫及机电工业园区建成。", "park", ["缙云县缝纫及机电工业园区"]),
        ("丽水市及各县工业园区建成。", "park", []),
        ("市领导吴海、元茂荣、陈伟义、芮宏等出席。", "person", ["元茂荣", "陈伟义", "芮宏"]),
    ],
)
def test_names_of_many_kinds_keep_to_their_own_words(
    names: Names, text: str, kind: str, expected: list[str]
) -> None:
    found = names(kind, text)
    assert [name for name in expected if name not in found] == []
    assert expected or found == []


def test_runs_of_conjunctions_are_read_in_good_order(names: Names) -> None:
    assert names("company", "有" + "工和农和" * 2000) == []
    assert names("industry", "工业和农业和" * 2000) == []


def test_an_investor_who_speaks_is_no_company(names: Names) -> None:
    assert names("company", "该项目投资方钱文轩说,这里的基础设施较完善。") == []


def test_a_pronoun_or_a_negation_makes_no_trade(names: Names) -> None:
    assert names("industry", "两者产业互补,过去当地没条产业链。") == []
    assert names("industry", "当地发展竹产业,两县的竹产业互补。") == ["竹产业", "竹产业"]
    assert names("industry", "当地发展医药产业。") == ["医药产业"]
