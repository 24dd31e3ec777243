"""What a figure measures by the name that a reader looks for, where verbs, classes and parts of a whole tell it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        ("遂昌县有规上企业98家。", "98家", "规上企业数"),
        ("遂昌县规上企业由60家增至98家。", "98家", "规上企业数"),
        ("遂昌县今年新增规上企业12家。", "12家", "新增规上企业数"),
        ("去年松阳引进企业43家,遂昌引进17家。", "17家", "引进企业数"),
        ("上半年,遂昌县又有9家总部企业签约。", "9家", "签约企业数"),
        ("遂昌县30个项目集中开工。", "30个", "开工项目数"),
        ("当年关停的作坊共41家,遂昌县整治收官。", "41家", "关停作坊数"),
        ("遂昌县曾有175家小水泥厂。", "175家", "企业数"),
        ("遂昌县在萧山设立“科创飞地”3个。", "3个", "飞地数"),
        ("遂昌县某某公司拥有有效专利67项。", "67项", "专利数"),
        ("遂昌县今年新增光伏装机8万千瓦。", "8万千瓦", "新增装机容量"),
        ("投产后,遂昌县预计新增产值15亿元。", "15亿元", "新增产值"),
        ("全年遂昌县规模以上工业企业实现营业收入402亿元;利润总额31亿元。", "402亿元", "规上工业营业收入"),
        ("全年遂昌县规模以上工业企业实现营业收入402亿元;利润总额31亿元。", "31亿元", "规上工业利润总额"),
        ("遂昌县到位县外资金38亿元。", "38亿元", "到位资金"),
        ("遂昌县办理留抵退税4300万元。", "4300万元", "退税额"),
        ("遂昌县兑现惠企资金1.3亿元。", "1.3亿元", "兑现资金"),
        ("飞地去年为遂昌县72个村分红980万元。", "980万元", "分红"),
        ("五年来,两地帮助遂昌县销售水果制品3亿元。", "3亿元", "销售额"),
        ("遂昌县龙头企业去年净亏损1700万元。", "1700万元", "亏损额"),
        ("遂昌县某某镇去年产鲜茧760吨。", "760吨", "产量"),
        ("遂昌县木业今年前三季度加工香樟640吨。", "640吨", "加工量"),
        ("遂昌县一期5.1万平方米去年交付。", "5.1万平方米", "建筑面积"),
        ("遂昌县新种香榧2.3万亩。", "2.3万亩", "种植面积"),
        ("遂昌县园区厂房租金12元/平方米·月。", "12元/平方米·月", "租金"),
        ("遂昌县该地块起始价3900万元。", "3900万元", "起始价"),
        ("遂昌县新能源产业增长19%,拉动全县规上工业增长4.7个百分点。", "4.7个百分点", "拉动规上工业增长"),
        ("遂昌县产值180亿元,约占全市的一半。", "一半", "产值占全市比重"),
        ("遂昌县竹炭产值是过去的14倍。", "14倍", "产值倍数"),
        ("遂昌县竹炭国内市场占有率长期保持在75%以上。", "75%以上", "国内市场占有率"),
        ("遂昌县1.8万从业者撑起一条产业链。", "1.8万", "从业人员数"),
        ("遂昌县规上工业产值238亿元,其中水泵行业增长9%。", "9%", "规上工业产值增速"),
        ("遂昌县规上工业增加值增长6%,增速列丽水9个县(市、区)第2位。", "第2位", "排名(丽水市内)"),
    ],
)
def test_a_figure_goes_by_its_own_name(reading: Reading, text: str, value: str, indicator: str) -> None:
    found = {fact.indicator for fact in reading(text).facts if value in fact.value_text}
    assert indicator in found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("遂昌县到位县外资金38亿元。", "实际利用外资"),
        ("遂昌县办理留抵退税4300万元。", "税收"),
        ("遂昌县去年产量6.9万台。", "年产量"),
        ("遂昌县入驻企业90家,其中上市公司2家。", "规上企业数"),
        ("遂昌县有规上企业90家,其中亿元企业37家。", "规上亿元企业数"),
        ("遂昌县民企利润5亿元。", "规上工业利润总额"),
        ("遂昌县核心区3.6平方公里。", "建筑面积"),
        ("遂昌县新增就业3000人。", "新增新增就业人数"),
        ("遂昌县这条路修了一半。", "占比"),
    ],
)
def test_a_name_that_is_not_its_own_is_not_given(reading: Reading, text: str, wrong: str) -> None:
    assert wrong not in {fact.indicator for fact in reading(text).facts}


def test_the_fall_of_a_fall_is_no_fall(reading: Reading) -> None:
    facts = reading("1至7月,遂昌县泵阀产值176亿元,同比下降0.8%,降幅比上半年收窄1.2个百分点。").facts
    assert [fact.value for fact in facts if fact.kind == "change"] == [1.2]


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("遂昌县整治铸造业:2021年关停12家、2022年关停9家。", "9家", "2022年"),
        ("遂昌县2021年签约项目12个;2022年签约项目19个。", "19个", "2022年"),
        ("遂昌县特种纸产业产值已达53亿元,力争2026年突破百亿元。", "53亿元", None),
        ("2021年、2022年,遂昌县分别出口3亿元、4亿元。", "3亿元", "2021年"),
    ],
)
def test_an_items_own_year_is_its_figures(
    reading: Reading, text: str, value: str, period: str | None
) -> None:
    fact = next(fact for fact in reading(text).facts if fact.value_text == value)
    assert fact.period == period


def test_the_end_of_the_year_is_that_of_the_year_spoken_of(reading: Reading) -> None:
    facts = reading("2022年遂昌县生产总值303亿元。年末户籍人口51.62万人。").facts
    assert [fact.period_norm for fact in facts] == ["2022", "2022"]
