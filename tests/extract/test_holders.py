"""Under whose name a figure stands that its clause gives to nobody: a county's name there would make it the whole county's."""

import pytest
from extraction import article_of

from shanqu.extract import extract


def subjects(text: str) -> dict[str, str | None]:
    """The subject of each figure of an article's second line, by the figure."""
    facts = extract(article_of(f"县域经济一线\n\n{text}\n")).facts
    return {fact.value_text: fact.subject for fact in facts if fact.value is not None}


def test_what_a_town_has_stays_the_towns_in_the_next_clause() -> None:
    found = subjects("龙泉市上垟镇去年完成工业产值5亿元,税收3000万元。")
    assert found == {"5亿元": "龙泉市上垟镇", "3000万元": "龙泉市上垟镇"}


def test_all_of_the_town_is_the_town_last_named_and_all_of_the_county_is_not() -> None:
    found = subjects("云和县崇头镇去年种茶2000亩。全镇有企业45家。全县有企业800家。")
    assert (found["45家"], found["800家"]) == ("云和县崇头镇", "云和县")


def test_a_town_known_by_its_party_committee_has_what_all_of_the_town_has() -> None:
    found = subjects("据庆元县竹口镇党委书记介绍,全镇种植甜桔柚8000亩,产值1.2亿元。")
    assert set(found.values()) == {"庆元县竹口镇甜桔柚"}


def test_a_town_told_of_as_a_part_has_not_what_follows() -> None:
    found = subjects("缙云县实现工业产值430亿元,其中壶镇镇216亿元;实现税收26亿元。")
    assert found["26亿元"] == "缙云县"


def test_the_county_named_anew_has_its_own_figures() -> None:
    found = subjects("上垟镇去年税收3000万元,龙泉市去年税收20亿元。")
    assert found["20亿元"] == "龙泉市"


def test_a_village_behind_its_town_is_named_with_it() -> None:
    found = subjects("遂昌县三仁畲族乡坑口村种菊米200亩,村集体收入80万元。")
    assert found == {"200亩": "遂昌县三仁畲族乡坑口村菊米", "80万元": "遂昌县三仁畲族乡坑口村"}


def test_a_village_alone_has_what_its_farmers_have() -> None:
    text = "庆元县发展食用菌。去年,黄岱村农民人均收入达2.9万元;村集体经济收入超过80万元。"
    assert set(subjects(text).values()) == {"黄岱村"}


@pytest.mark.parametrize("kind", ["重点村", "示范村", "行政村", "薄弱村", "共富村", "美丽乡村"])
def test_a_kind_of_village_is_no_village(kind: str) -> None:
    mentions = extract(
        article_of(f"县域经济一线\n\n松阳县发力乡村。去年,{kind}村民人均收入3万元。{kind}越来越多。\n")
    ).mentions
    assert kind not in [one.text for one in mentions if one.kind == "place"]


def test_the_firm_that_a_text_goes_on_about_has_the_next_sentence_s_figures() -> None:
    text = "浙江栖云家居股份有限公司位于江山市。公司发布三季报:前三季度实现营业收入21.36亿元。毛利率27.9%。"
    assert set(subjects(text).values()) == {"浙江栖云家居股份有限公司"}


def test_a_firm_in_a_zone_keeps_its_sales() -> None:
    found = subjects("龙游经济开发区龙头企业浙江岑岭特纸集团股份有限公司去年营收64.9亿元。")
    assert set(found.values()) == {"浙江岑岭特纸集团股份有限公司"}


def test_a_partner_has_not_the_firm_s_figures() -> None:
    text = "云和县的浙江木玩坊有限公司与浙江云际物流有限公司合作,公司去年销售额8000万元。"
    assert subjects(text)["8000万元"] == "浙江木玩坊有限公司"


def test_a_park_is_named_in_full() -> None:
    found = subjects("温溪高端鞋服产业园占地270亩,由青田县工业投资发展有限公司代建,概算5.96亿元。")
    assert set(found.values()) == {"温溪高端鞋服产业园"}


def test_a_park_in_which_something_stands_is_named_in_full() -> None:
    found = subjects("常山县新岭工业园区内的一家罐头车间已经投用,日产能达2.5万瓶。")
    assert found["2.5万瓶"] == "新岭工业园区"


def test_what_is_built_for_a_sum_bears_it() -> None:
    found = subjects("常山县的工地上机器轰鸣:总投资6.8亿元的球川轴承小微园三期将于年底开工。")
    assert found["6.8亿元"] == "球川轴承小微园三期"


def test_a_firms_patents_are_the_firms() -> None:
    text = "天台县的浙江栖川传动科技股份有限公司去年研发投入1.24亿元,拥有有效专利467项,其中发明专利89项。"
    assert set(subjects(text).values()) == {"浙江栖川传动科技股份有限公司"}


def test_goods_that_are_grown_bear_their_fields() -> None:
    found = subjects("云和县种植雪梨1.5万亩、山柿8000亩。全县种茶6万亩,养蜂3万箱,年产茶叶5000吨、蜂蜜300吨。")
    wanted = {"1.5万亩": "雪梨", "8000亩": "山柿", "6万亩": "茶", "5000吨": "茶叶", "300吨": "蜂蜜"}
    assert {form: found[form] for form in wanted} == wanted


def test_what_is_no_goods_bears_none() -> None:
    found = subjects("云和县有耕地20万亩,规上企业产值30亿元,工业总产值达50亿元。")
    assert set(found.values()) == {"云和县"}


def test_a_zone_has_not_what_a_place_named_behind_it_has() -> None:
    found = subjects("松阳县望松片区还要扩200亩;嘉善那边的园区投产后,产值预计8亿元。")
    assert "望松" not in (found["8亿元"] or "")


def test_a_part_of_a_zone_has_not_the_size_of_the_next() -> None:
    found = subjects("淳安经济开发区包括坪山区块3.18平方公里、鼓山区块2.74平方公里。")
    assert found["2.74平方公里"] != "坪山区块"


def test_what_the_goods_of_the_figure_before_bring_in_is_theirs() -> None:
    found = subjects("2022年,磐安县香榧面积扩大到6.2万亩,年产量达3800吨,总产值达7.1亿元。")
    assert (found["3800吨"], found["7.1亿元"]) == ("香榧", "香榧")


def test_what_a_county_makes_and_sells_is_no_goods() -> None:
    assert set(subjects("云和县去年产值30亿元,销售额5亿元。").values()) == {"云和县"}


def test_what_somebody_puts_into_an_inn_is_not_the_county_s() -> None:
    text = "云和县乡村旅游渐热。前年回乡的季望山卖掉城里的店面,投资90余万元改造了父亲的土屋。"
    assert subjects(text)["90余万元"] == "季望山"


def test_who_only_tells_of_a_figure_has_it_not() -> None:
    text = "县农业农村局局长林望川介绍,云和县的浙江木玩坊有限公司投资3亿元扩建厂房。"
    assert subjects(text)["3亿元"] == "浙江木玩坊有限公司"
