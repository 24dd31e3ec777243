"""Figures that a text tells by the way: of others, elsewhere, by which a county is measured or from which something comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]
HOME = "遂昌县去年实现工业总产值210亿元。"


def fact_of(reading: Reading, text: str, form: str) -> Fact:
    """The figure of `text` that is printed as `form`."""
    (fact,) = [one for one in reading(text).facts if form in one.value_text]
    return fact


@pytest.mark.parametrize(
    "text",
    [
        "总部位于深圳的云帆光电是行业龙头,2023年营业收入48亿元。",
        "云帆光电在湖北荆门的新工厂员工达到1300人,年产值48亿元。",
        "云帆光电在内蒙古、江苏等地的工厂年产值合计48亿元。",
        "云帆光电的下游客户远山动力年营收48亿元。",
        "云帆光电在全国有9个生产基地,去年销售收入48亿元。",
        "在贵州凤冈,一家茶企年销售额48亿元。",
        "德国远山公司去年全球销售额48亿元。",
        "武汉的高校去年技术合同成交额48亿元。",
        "一江之隔的福建福鼎,冶金产值已达48亿元。",
        "杭丽铁路全长260公里,总投资48亿元。",
        "省产业基金总规模48亿元。",
        "意大利机械协会报告称,该国市场上木玩销售额48亿元。",
        "全国木制玩具市场规模48亿元。",
        "据中国玩具协会统计,全国玩具产量9800万件,规模以上企业营收48亿元。",
    ],
)
def test_what_is_told_by_the_way_is_not_the_countys(reading: Reading, text: str) -> None:
    assert fact_of(reading, HOME + text, "48亿元").place is None


@pytest.mark.parametrize(
    "text",
    [
        "据一家研究院统计,上月底全国共有4300个电商村。",
        "一家研究院目前在全国发现4300个电商村。",
        "农业农村部在全国认定4300个电商村。",
        "一家研究院在全国评选出90个电商镇、4300个电商村。",
    ],
)
def test_what_the_whole_nation_has_is_no_countys(reading: Reading, text: str) -> None:
    assert fact_of(reading, HOME + text, "4300").place is None


@pytest.mark.parametrize(
    "text",
    [
        "遂昌人在全国开了4300家门店。",
        "县里的木制品厂在全国设立4300家门店。",
        "全国名列前茅的电商镇就在县里,有网店4300个。",
    ],
)
def test_what_its_people_have_all_over_the_nation_is_the_countys(reading: Reading, text: str) -> None:
    assert fact_of(reading, HOME + text, "4300").place == "遂昌县"


@pytest.mark.parametrize(
    "text",
    [
        "总部位于遂昌的云帆光电是行业龙头,2023年营业收入48亿元。",
        "云帆光电的新工厂员工达到1300人,年产值48亿元。",
        "云帆光电是县里的龙头,去年销售收入48亿元。",
        "县里赴深圳举行推介会,现场签约项目总投资48亿元。",
        "德国市场去年销售额48亿元。",
        "深圳客商投资48亿元建设光学项目。",
        "全县争取到省产业基金48亿元。",
        "云帆光电的下游客户遍布全国,年营收48亿元。",
        "木制玩具产量占全国四成,产值48亿元。",
        "杭丽铁路遂昌段全长38公里,总投资48亿元。",
    ],
)
def test_what_the_county_has_beside_such_words_stays_its_own(reading: Reading, text: str) -> None:
    assert fact_of(reading, HOME + text, "48亿元").place == "遂昌县"


def test_no_county_has_more_than_a_trillion(reading: Reading) -> None:
    assert fact_of(reading, HOME + "半径三百公里的区域GDP达18万亿元。", "18万亿元").place is None
    assert fact_of(reading, HOME + "全县规上工业总产值180亿元。", "180亿元").place == "遂昌县"


def test_a_group_is_too_large_for_a_mountain_county(reading: Reading) -> None:
    text = "遂昌县与远山集团签约。远山集团去年营业收入达{}亿元。"
    assert fact_of(reading, text.format(670), "670亿元").place is None
    assert fact_of(reading, text.format(6.7), "6.7亿元").place == "遂昌县"
    whole = "遂昌县去年成绩不错。规上工业企业营业收入达236亿元。"
    assert fact_of(reading, whole, "236亿元").place == "遂昌县"


def test_a_firm_from_beyond_takes_its_turnover_with_it(reading: Reading) -> None:
    text = "遂昌县引进了奥海集团。{}去年,奥海集团营业收入5亿元。"
    from_there = fact_of(reading, text.format("奥海集团是湖南益阳的一家上市公司。"), "5亿元")
    assert from_there.place is None
    assert fact_of(reading, text.format("奥海集团位于县城以东。"), "5亿元").place == "遂昌县"


@pytest.mark.parametrize(
    "text",
    [
        "遂昌工业体量垫底:去年规上工业增加值24亿元,只有龙游的8.6%。",
        "2020年规上工业增加值52亿元,按可比口径(不含龙游)增长8.6%。",
        "园区落户企业36家,其中龙游籍企业占8.6%。",
        "企业36家,其中龙游转移来的占8.6%。",
        "去年减下来的企业里,去龙游的13家,占8.6%。",
        "县域东连武义,南邻松阳、龙泉,北接龙游,去年规上工业增加值增长8.6%。",
        "去年规上工业企业比松阳、龙游少,产值增长8.6%。",
        "有8家龙游企业入驻,产值增长8.6%。",
        "这批项目多来自结对的龙游,产值增长8.6%。",
    ],
)
def test_places_that_measure_or_tell_an_origin_have_no_figures(reading: Reading, text: str) -> None:
    assert fact_of(reading, HOME + text, "8.6%").place == "遂昌县"


def test_a_place_named_for_itself_has_them(reading: Reading) -> None:
    text = HOME + "龙游县去年规上工业增加值增长8.6%,仅次于江山的9.1%。"
    assert fact_of(reading, text, "8.6%").place == "龙游县"
    assert fact_of(reading, text, "9.1%").place == "江山市"


def test_a_sentence_that_begins_with_a_place_goes_on_about_it(reading: Reading) -> None:
    text = "松阳县党政代表团赴德清县学习。德清去年实现地区生产总值625亿元,财政总收入140亿元。"
    assert fact_of(reading, text, "140亿元").place == "德清县"


def test_the_mean_of_a_citys_counties_is_the_citys(reading: Reading) -> None:
    text = "增速各异:柯城区6.1%,龙游县5.2%,江山市7.3%,常山县8.4%,全市平均6.5%。"
    assert fact_of(reading, text, "6.5%").place == "衢州市"


def test_this_time_the_whole_city_is_meant(reading: Reading) -> None:
    text = "开工仪式主会场设在莲都区。此次全市共开工项目76个。"
    assert fact_of(reading, text, "76个").place == "丽水市"


def test_a_place_alone_on_a_line_heads_what_follows(reading: Reading) -> None:
    text = "龙泉市\n面积3059平方公里,人口29万人。\n庆元县\n面积1898平方公里,人口20万人。"
    assert fact_of(reading, text, "20万人").place == "庆元县"
    assert fact_of(reading, text, "29万人").place == "龙泉市"


def test_an_entry_of_a_yearbook_returns_to_its_county(reading: Reading) -> None:
    text = (
        "缙云县年鉴\n【工业】 缙云县工业总产值412亿元。\n"
        "【山海协作】 与富阳区结对,富阳区派来干部12名。\n【招商引资】 全年引进项目36个。"
    )
    assert fact_of(reading, text, "36个").place == "缙云县"


def test_parts_of_a_whole_are_not_what_a_text_goes_on_about(reading: Reading) -> None:
    text = "丽水市品牌授权企业1100家,其中遂昌县140家,青田县128家。产品销售额135亿元。"
    assert fact_of(reading, text, "135亿元").place == "丽水市"


def test_what_a_county_sets_up_elsewhere_is_its_own(reading: Reading) -> None:
    text = "磐安县在杭州滨江设立的科创飞地启用一年来,已入驻企业28家。"
    assert fact_of(reading, text, "28家").place == "磐安县"
    text = "衢州市在杭州市余杭区创建了海创园。海创园累计引进企业320家。"
    assert fact_of(reading, text, "320家").place == "衢州市"


def test_a_text_goes_on_about_an_enclave_where_it_lies(reading: Reading) -> None:
    text = (
        "慈溪—常山山海协作“产业飞地”在慈溪市开工。该项目位于慈溪滨海经济开发区,总投资6.6亿元。"
        "慈溪市去年工业总产值4200亿元。"
    )
    assert fact_of(reading, text, "6.6亿元").place == "常山县"
    assert fact_of(reading, text, "4200亿元").place == "慈溪市"


def test_the_most_that_a_policy_gives_is_no_figure(reading: Reading) -> None:
    values = [one.value_text for one in reading(HOME + "引进总部企业的,给予最高500万元奖励。").facts]
    assert not any("500万元" in value for value in values)
    paid = reading(HOME + "去年,全县兑现奖励资金500万元。").facts
    assert any("500万元" in one.value_text for one in paid)


def test_a_factory_that_has_moved_is_where_it_is_now(reading: Reading) -> None:
    text = "原在温州鹿城的康乐鞋机厂,2020年整体搬到泰顺县。新厂区占地60亩。"
    assert fact_of(reading, text, "60亩").place == "泰顺县"


def test_a_doubtful_name_with_a_figure_behind_it_is_a_countys(reading: Reading) -> None:
    text = "丽水各县都有上榜企业,遂昌140家,龙泉128家。"
    assert fact_of(reading, text, "128家").place == "龙泉市"
    text = "丽水市接待游客420万人次。云和梯田景区接待9.6万人次。"
    assert fact_of(reading, text, "9.6万人次").place == "云和县"
    assert fact_of(reading, "以文成为例,2022年人均GDP4.2万元。", "4.2万元").place == "文成县"
    assert not [one for one in reading("学生要读三门课程,每门3个学分。").mentions if one.text == "三门"]


def test_the_people_of_a_university_are_its_own(reading: Reading) -> None:
    text = "衢江区与高校合作密切。浙江大学在校学生6万余人。"
    assert fact_of(reading, text, "6万余人").place is None
