"""What a figure measures by the grammar of its clause: shares and what they are of, rates without a measure, classes of
firms, land by its use, people by what is done to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


def _named(reading: Reading, text: str) -> list[tuple[str, str]]:
    return [(fact.value_text, fact.indicator) for fact in reading(text).facts if fact.kind != "milestone"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A share of the nation's of the same thing; of a firm's turnover; of a plan; of what the whole is measured by.
        ("云和县积木出口2亿元,占全国积木出口的三成。", [("三成", "出口额占全国比重")]),
        ("仙居县灯企去年出口6000万元,占公司总营收的40%。", [("40%", "出口额占营业收入比重")]),
        ("遂昌县一季度实际完成投资3亿元,占年计划的28%。", [("28%", "年度目标完成率")]),
        ("遂昌县完成投资3亿元,完成年度任务11亿元的28%。", [("28%", "年度目标完成率")]),
        ("“日本客户占了七成订单。”天台县一家鞋厂的老板说。", [("七成", "订单占比")]),
        ("庆元县年产筷子40亿双,约占全国产量的四成,80%以上出口东南亚。", [("80%以上", "出口占比")]),
        ("龙泉县完成吞吐量4万标箱,其中经水路中转的占六成。", [("六成", "吞吐量占比")]),
        # The whole is another measure: it stays in the name.
        ("云和县税收5亿元,占财政总收入的80%。", [("80%", "税收占财政总收入比重")]),
        ("云和县规上工业产值90亿元,占全县规上工业的三成。", [("三成", "规上工业产值占全县规上工业比重")]),
        # A rate by itself, without the verb before it, without whose it is.
        ("缙云县锯床国内市占率达35%。", [("35%", "国内市场占有率")]),
        ("涨价使企业利润率由9%降到6%。", [("9%", "企业利润率"), ("6%", "企业利润率")]),
        ("不过行业平均利润率只有5%。", [("5%", "利润率")]),
        ("武义县电动工具自主品牌占比25%。", [("25%", "电动工具自主品牌占比")]),
    ],
)
def test_shares_and_rates_are_named_by_what_they_are_of(
    reading: Reading, text: str, expected: list[tuple[str, str]]
) -> None:
    found = _named(reading, text)
    assert [one for one in expected if one not in found] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "松阳县产值90亿元,增长9%,其中新材料、新能源分别增长12%、27%。",
            [("12%", "产值增速"), ("27%", "产值增速")],
        ),
        ("松阳县工业增加值20亿元,增长9%,其中规上企业增长12%。", [("12%", "规上工业增加值增速")]),
        ("丽水市规上工业增加值增长8%。各县中,云和县受订单下滑拖累仅增长2%。", [("2%", "规上工业增加值增速")]),
        ("丽水市规上工业增加值增速居全省前列。增速最快的是云和县,达到15%。", [("15%", "规上工业增加值增速")]),
        ("青田县GDP 260亿元,是景宁的3倍;但增速青田为7%。", [("7%", "GDP增速")]),
        ("青田县投资9亿元,完成年度任务的35%,同比增长24%。", [("24%", "投资额增速"), ("24%", "总投资增速")]),
        (
            "去年接待游客90万人次、旅游收入8亿元,分别比2019年增长3%和5%。",
            [("3%", "接待游客人次增速"), ("5%", "旅游收入增速")],
        ),
        (
            "2013年产值9亿元,税收4亿元;2023年,这两个数字分别是19亿元和7亿元。",
            [("19亿元", "产值"), ("7亿元", "税收")],
        ),
        ("县里火腿、红酒分别卖出9亿元和2亿元。", [("9亿元", "销售额"), ("2亿元", "销售额")]),
        # What grows by itself is no trade of the measure before.
        ("松阳县产值90亿元,增长9%,民宿床位增长12%。", [("12%", "民宿床位增速")]),
    ],
)
def test_a_rate_without_a_measure_goes_on_with_the_one_before(
    reading: Reading, text: str, expected: list[tuple[str, str]]
) -> None:
    found = _named(reading, text)
    values = {value for value, _ in expected}
    assert all(any((value, name) in found for value, name in expected if value == one) for one in values)


@pytest.mark.parametrize(
    ("text", "name", "subject"),
    [
        ("天台县上市公司由5家增至11家。", "上市公司数", "上市公司"),
        ("天台县金融办介绍,全县上市后备企业还有12家。", "上市后备企业数", "上市后备企业"),
        ("天台县有国家级专精特新“小巨人”企业4家。", "小巨人企业数", None),
        ("天台县新增省科技型中小企业20家。", "新增科技型中小企业数", None),
        ("天台县规上橡胶企业减至79家。", "规上企业数", None),
        # A class that not every county is asked for, and one of so many hundred millions.
        ("天台县有橡胶企业79家。", "企业数", "橡胶企业"),
        ("天台县有超10亿元企业3家。", "企业数", "超10亿元企业"),
    ],
)
def test_a_class_of_firms_is_counted_by_its_name(
    reading: Reading, text: str, name: str, subject: str | None
) -> None:
    facts = [fact for fact in reading(text).facts if fact.kind == "count"]
    assert {fact.indicator for fact in facts} == {name}
    assert subject is None or {fact.subject for fact in facts} == {subject}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("常山县规上企业技术工人缺口约900人。", "技术工人缺口"),
        ("常山县三年内培养技工1000名。", "培养技工数"),
        ("该园带动600名低收入农户就业。", "带动就业人数"),
        ("常山县一处工坊吸纳农民就业近千人。", "就业人数"),
        ("常山县带动闲散劳动力240余人实现“家门口”就业。", "带动就业人数"),
        ("常山县为3200户纳税人办理退税。", "纳税人数"),
        ("常山县商户达430户。", "商户数"),
        ("常山县村集体租金年收入90万元。", "年租金收入"),
        ("二期工程较概算节约600万元。", "节约成本"),
        ("常山县安排800万元山海协作资金,用于修路。", "山海协作资金"),
        ("常山县本期债券发行规模8亿元。", "发行规模"),
        ("常山县设立产业基金,规模5亿元。", "基金规模"),
        ("常山县收储土地17宗。", "土地宗数"),
        ("开化县海带养殖面积3万亩。", "海带养殖面积"),
        ("开化县一处商城经营面积扩至2万平方米。", "经营面积"),
        ("开化县一处园区已开发4平方公里。", "开发面积"),
        ("开化县全员劳动生产率31万元/人。", "全员劳动生产率"),
        ("开化县改造后万元产值能耗下降30%。", "单位能耗增速"),
        ("园区亩均税收由目前的22万元提高到40万元。", "亩均税收"),
        ("开化县旅游区占地90亩,由开化县工业投资发展有限公司代建,概算6亿元。", "总投资"),
        ("开化县年产茶叶3000吨。", "年产量"),
        ("开化县一个项目建成后年产玩具3000万件。", "产能"),
        ("开化县农户户均增收1200元。", "户均增收"),
    ],
)
def test_the_word_beside_a_figure_names_it(reading: Reading, text: str, name: str) -> None:
    assert name in {indicator for _, indicator in _named(reading, text)}


def test_what_is_left_has_not_been_through_what_the_others_have(reading: Reading) -> None:
    found = _named(reading, "磐安县2023年关停企业19家,余下的31家全部入园。")
    assert found == [("19家", "关停企业数"), ("31家", "企业数")]
    found = _named(reading, "磐安县会上收集问题90个,办结80个。")
    assert found == [("90个", "问题数"), ("80个", "办结问题数")]
    found = _named(reading, "磐安县开工项目5个、投产2个。")
    assert found == [("5个", "开工项目数"), ("2个", "投产项目数")]


def test_a_county_is_not_counted(reading: Reading) -> None:
    assert not any(
        "县数" in name for _, name in _named(reading, "三门县有4个镇入围全国千强镇名单:健跳镇第90位。")
    )


def test_a_place_in_a_list_is_counted_in_the_area_of_the_list(reading: Reading) -> None:
    found = _named(reading, "2024年全国千强镇名单公布,三门县健跳镇第90位。")
    assert [name for value, name in found if "90" in value] == ["排名(全国)"]
    found = _named(reading, "三门县总量、增速分别列全省第2位、第4位。")
    assert [name for value, name in found if "4" in value] == ["排名(浙江省内)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The last of a list has the noun of all.
        ("全市猪、牛、家禽出栏分别为7万头、6万头、9万只。", ["猪出栏", "牛出栏", "家禽出栏"]),
        ("猪、羊、禽肉产量分别增长4%、1%和7%。", ["猪肉产量增速", "羊肉产量增速", "禽肉产量增速"]),
        (
            "第一、第二产业增加值占GDP的比重分别为7%、40%。",
            ["第一产业增加值占GDP比重", "第二产业增加值占GDP比重"],
        ),
        ("装备制造、高新技术产业增加值分别增长7%、9%。", ["装备制造业增加值增速", "高新技术产业增加值增速"]),
        # Two measures that are spelled out share nothing.
        ("规上工业产值和规上工业增加值分别增长7%、9%。", ["规上工业产值增速", "规上工业增加值增速"]),
        # Kinds of retail that a county's table keeps apart.
        ("城镇消费品零售额17亿元;乡村消费品零售额7亿元。", ["城镇消费品零售额", "乡村消费品零售额"]),
        ("工业增加值增长5%,高于GDP增速1个百分点。", ["工业增加值增速", "工业增加值增速差距(较GDP增速)"]),
        ("烟草业增加值增长9%,纺织业增长3%。", ["烟草业增加值增速", "纺织产业增加值增速"]),
        # What is counted is the last noun, and no firm before it; what is to be built has not been.
        ("青田县6个小微企业创业园集体开工。", ["小微企业创业园数"]),
        ("青田县该园建成后可容纳200家企业。", ["容纳企业数"]),
    ],
)
def test_names_in_a_list(reading: Reading, text: str, expected: list[str]) -> None:
    assert [name for _, name in _named(reading, text)] == expected
