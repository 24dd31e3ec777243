"""Whose a figure is where names, ways, venues and brackets stand about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.clean import clean
from shanqu.extract import extract
from shanqu.model import Extraction, Fact, Page, Role

Reading = Callable[..., Extraction]
Names = Callable[[str, str], list[str]]
Facts = Callable[..., dict[str, Fact]]


def test_a_park_that_two_counties_share_is_named_with_both(names: Names, reading: Reading) -> None:
    text = "泰顺——乐清山海协作产业园完成投资6亿元。"
    assert names("park", text) == ["泰顺——乐清山海协作产业园"]
    assert reading(text).facts[0].place == "泰顺县"


def test_a_dash_that_joins_no_place_is_no_part_of_a_park(names: Names) -> None:
    assert names("park", "这里是招商的主战场——乐清科创产业园。") == ["乐清科创产业园"]


def test_a_way_to_a_county_is_not_the_countys(reading: Reading) -> None:
    facts = reading(
        "婺城区集中开工一批项目。主会场设在总投资9亿元的婺城至兰溪塔山段公路项目,另有总投资11亿元的云帆智能制造项目。"
    ).facts
    assert {fact.place for fact in facts if fact.indicator == "总投资"} == {"婺城区"}


def test_a_sum_before_a_project_is_that_projects(reading: Reading) -> None:
    facts = reading("天台县今天开工的有总投资9亿元的始丰大桥工程;总投资11亿元的青石小镇云帆智造项目。").facts
    assert "青石小镇云帆智造项目" in {fact.subject for fact in facts}


def test_a_class_of_projects_is_no_projects_name(reading: Reading) -> None:
    facts = reading("天台县开工了总投资30亿元的重大产业项目。").facts
    assert "重大产业项目" not in {fact.subject for fact in facts if fact.indicator == "总投资"}


def test_where_a_ceremony_is_held_is_not_what_is_counted(reading: Reading) -> None:
    facts = reading("活动在江山市云帆智造项目现场举行,全市共组织48个项目开工,总投资126亿元。").facts
    (total,) = [fact for fact in facts if fact.indicator == "总投资"]
    assert (total.place, total.subject) == ("江山市", "江山市")


def test_examples_of_a_class_are_not_where_it_lies(reading: Reading) -> None:
    text = "遂昌县集中开工一批项目,有青石智能制造产业园、云峰科创园等转型类项目15个。"
    assert [fact.scope for fact in reading(text).facts if fact.value == 15] == ["area"]
    text = "遂昌县青石镇建起智能制造产业园,园区落户企业15家。"
    assert [fact.scope for fact in reading(text).facts if fact.value == 15] == ["zone"]


def test_what_that_firm_makes_is_no_projects(reading: Reading) -> None:
    text = "云和县佳飞轻纺投资的年产600万米仿皮革项目开工。今年上半年,{}实现产值2.15亿元。"
    scopes = [
        [fact.scope for fact in reading(text.format(whose)).facts if fact.unit == "元"]
        for whose in ("该企业", "该项目")
    ]
    assert scopes == [["company"], ["project"]]


def test_a_verb_is_no_part_of_a_project(names: Names) -> None:
    text = "公司公告称,公司拟投资建设上岙生产基地项目(二期),又拟投资3.2亿元建设云帆生产基地项目。"
    assert names("project", text) == ["上岙生产基地项目(二期)", "云帆生产基地项目"]


def test_what_was_won_is_no_part_of_a_park(names: Names) -> None:
    assert "获批省级经济开发区" not in names("park", "云帆南部产业园2021年获批省级经济开发区。")


def test_a_programme_does_not_reach_into_a_trade(names: Names) -> None:
    assert "浙江制造" not in names("policy", "去年浙江制造业占比提高。")
    assert "浙江制造" in names("policy", "公司主导制定“浙江制造”标准。")


def test_what_brackets_date_is_not_what_stands_outside(reading: Reading) -> None:
    facts = reading("泰顺罗阳工业园(2019年获批省级开发区)生态工业占比达64%。").facts
    assert [fact.period for fact in facts if fact.kind == "share"] == [None]


def test_the_end_of_a_change_is_not_of_when_it_began(reading: Reading) -> None:
    facts = reading("龙游县非农产业比重由上年的81.2%提高到83.5%。").facts
    assert [fact.period for fact in facts] == ["上年", None]


def test_many_counties_in_rows_leave_the_city_its_own(reading: Reading) -> None:
    text = (
        "丽水市集中开工项目120个。\n分区域看:\n青田县项目21个,总投资33亿元;\n缙云县项目18个,总投资29亿元;\n遂昌县项目15个,总投资17亿元。\n"
        "分领域看:\n制造业项目44个,总投资61亿元。"
    )
    facts = [fact for fact in reading(text).facts if fact.indicator == "总投资"]
    assert [fact.place for fact in facts] == ["青田县", "缙云县", "遂昌县", "丽水市"]


def test_a_rate_is_of_whom_its_amount_is(reading: Reading) -> None:
    facts = reading("丽水市召开会议。庆元县规上工业总产值78亿元,位居丽水第六,同比增长6.3%。").facts
    assert {fact.place for fact in facts if fact.indicator.startswith("规上")} == {"庆元县"}


def test_offices_in_a_list_bear_the_level_of_their_government(names: Names) -> None:
    text = "县两山转化发展中心、县建设局、县水利局参加会议。"
    assert names("organization", text) == ["县两山转化发展中心", "县建设局", "县水利局"]
    assert names("policy", text) == []


def test_what_a_county_sets_up_is_no_office_of_that_name(names: Names) -> None:
    assert "县里成立招商服务中心" not in names("organization", "会上,县里成立招商服务中心、研究院等机构。")


def test_how_many_zones_there_are_is_no_zones_name(names: Names) -> None:
    assert names("park", "目前,浙江共有国家级经济技术开发区22家。") == []


def test_what_the_province_does_is_no_countys(reading: Reading) -> None:
    facts = reading(
        "遂昌和龙湾共建产业园。3年来,浙江共实施产业合作项目885个。根据计划,将协助山区26县招引项目200个以上,培育新上规企业2300家。"
    ).facts
    assert {fact.place for fact in facts if fact.kind == "count"} == {None}


def test_a_county_named_once_and_late_is_not_what_the_text_is_about(facts_of: Facts) -> None:
    lines = ["商会大会共签约项目27个,总投资184亿元。", "会上大家畅谈合作。" * 30, "衢江区将建一座光伏电站。"]
    assert facts_of("首届商会大会召开", *lines)["签约项目数"].place is None
    assert facts_of("首届商会大会在衢江区召开", *lines)["签约项目数"].place == "衢江区"


def test_a_city_that_a_rate_is_held_against_is_not_spoken_of(reading: Reading) -> None:
    facts = reading("兰溪市高技术产业增长44.8%,高出金华平均增速28.5个百分点,占工业比重为10.3%。").facts
    assert {fact.place for fact in facts} == {"兰溪市"}


def test_the_second_motorway_of_a_city_is_no_rank(reading: Reading) -> None:
    facts = reading("园区沿杭州第二绕城高速展开,常山县的企业有9家。").facts
    assert [fact.kind for fact in facts] == ["count"]


def test_the_first_hospital_of_a_city_is_no_rank(reading: Reading) -> None:
    kinds = [
        {fact.kind for fact in reading(text).facts}
        for text in ("丽水市第一人民医院项目总投资3亿元。", "遂昌县的产值居丽水市第一。")
    ]
    assert kinds == [{"level"}, {"rank"}]


def test_what_an_office_of_the_province_does_is_no_countys(reading: Reading) -> None:
    text = "遂昌发展很快。今年,省政府批复6家开发区。省发改委批复该县水库项目,总投资5亿元。"
    facts = {fact.value_text: fact.place for fact in reading(text).facts}
    assert facts == {"6家": None, "5亿元": "遂昌县"}


def test_a_sentence_about_the_nation_tells_of_no_county(reading: Reading) -> None:
    text = "庆元县有铅笔企业41家。我国一向是最大的铅笔出口国,2021年出口金额26亿元。庆元县是我国铅笔基地,出口3亿元。"
    assert [fact.place for fact in reading(text).facts] == ["庆元县", None, "庆元县"]


def test_a_county_that_comes_up_late_has_no_figures_before(reading: Reading) -> None:
    before = "2021年铅笔产量达245亿支。" + "铅笔是一种用来书写和绘画的笔类,有黑芯与色芯之分,历史悠久。" * 9
    text = before + "庆元县是铅笔基地。庆元县有企业41家。"
    assert [fact.place for fact in reading(text).facts] == [None, "庆元县"]


def test_before_a_county_comes_up_late_the_whole_county_may_be_spoken_of(reading: Reading) -> None:
    before = (
        "2021年全县铅笔产量达245亿支。" + "铅笔是一种用来书写和绘画的笔类,有黑芯与色芯之分,历史悠久。" * 9
    )
    assert reading(before + "庆元县是铅笔基地。庆元县有企业41家。").facts[0].place == "庆元县"


def test_what_an_office_tells_is_of_its_county(reading: Reading) -> None:
    text = "记者从兰溪市统计局获悉,1至5月,全市高技术产业增加值7.5亿元,增长44.8%,占比为10.3%。"
    assert {fact.place for fact in reading(text).facts} == {"兰溪市"}


def test_a_text_about_a_city_is_not_about_the_one_county_that_it_names(reading: Reading) -> None:
    text = "第二季度温州市重大项目集中签约,签约项目150个,为温州注入新动能。以泰顺县为例,签约项目7个。"
    assert [fact.place for fact in reading(text).facts if fact.kind == "count"] == ["温州市", "泰顺县"]


def test_no_zone_is_as_wide_as_a_county(reading: Reading) -> None:
    facts = reading("天台县经济开发区面积12平方公里。天台县面积1431平方公里。").facts
    assert [fact.scope for fact in facts] == ["zone", "area"]


def test_a_place_in_brackets_behind_a_project_is_its(reading: Reading) -> None:
    text = (
        "入选项目包括欢川(浙江)动力科技有限公司年产50万辆电动自行车项目(缙云县),"
        "浙江百丰食品有限公司年产1万吨食用菌项目(庆元县)。"
    )
    facts = [fact for fact in reading(text).facts if fact.indicator == "产能"]
    assert [fact.place for fact in facts] == ["缙云县", "庆元县"]


def test_counties_that_are_counted_are_no_county_s(reading: Reading) -> None:
    text = "云和县发展很快。1月至2月,10个区县增速超过平均水平。该县有3个县级平台。"
    assert {fact.value: fact.place for fact in reading(text).facts} == {10: None, 3: "云和县"}


def test_a_city_s_grade_is_not_the_city_s_own(reading: Reading) -> None:
    facts = reading("开化县茶业兴旺。全县拥有省级茶园3个,市级茶园10个,县级茶园15个。").facts
    assert {fact.place for fact in facts} == {"开化县"}


def test_a_county_beyond_the_province_keeps_its_own_figures(reading: Reading) -> None:
    text = "遂昌县2021年实现产值30亿元。“青川县被誉为中国茶乡,全县茶园面积61万亩。”青川县副县长说。\n遂昌县有茶企108家。"
    places = {fact.value_text: (fact.place, fact.code) for fact in reading(text).facts}
    assert places == {"30亿元": ("遂昌县", "331123"), "61万亩": (None, None), "108家": ("遂昌县", "331123")}


@pytest.mark.parametrize("city", ["丽水市", "杭州市", "云和县"])
def test_who_begins_a_clause_has_its_figures_whatever_the_text_was_about(reading: Reading, city: str) -> None:
    text = f"遂昌县工业快讯。遂昌县共有13个项目列入清单。今年{city}共安排项目202个,总投资1383.85亿元。"
    facts = reading(text).facts
    assert [fact.place for fact in facts] == ["遂昌县", city, city]


def test_who_gives_to_our_county_does_not_have_what_it_gives(reading: Reading) -> None:
    text = "遂昌县工业快讯。遂昌县共有13个项目列入清单。去年杭州市支持我县资金1383万元。"
    assert [fact.place for fact in reading(text).facts] == ["遂昌县", "遂昌县"]


def test_who_comes_from_beyond_the_province_invests_in_the_county(reading: Reading) -> None:
    facts = reading("昆山市企业家来到庆元县。昆山市企业家投资5亿元建设竹木产业园项目,落户庆元县。").facts
    assert {fact.place for fact in facts} == {"庆元县"}


def test_the_caption_of_a_picture_says_nothing_of_the_text_behind_it() -> None:
    text = (
        "庆元县竹木产业观察\n2024-03-05 来源:庆元新闻网\n庆元县的竹木产业起步很早,如今已经成为当地群众增收致富的主要来源。\n"
        "在缙云县的一家企业里,工人正在赶制竹木家具。吴青 摄\n目前全县有竹木企业41家,从业人员超过3000人,产品远销欧美各地。\n"
    )
    article = clean(Page("a.txt", text, "utf-8", ""))
    assert Role.CAPTION in {block.role for block in article.blocks}
    assert {fact.place for fact in extract(article).facts} == {"庆元县"}


def test_woods_and_fields_are_the_countys(reading: Reading) -> None:
    text = "在云岭木业有限公司的车间里,工人正在忙碌。庆元县是山区县。40年来,累计造林62万亩,森林覆盖率从71%提高到86%。"
    assert {fact.scope for fact in reading(text).facts} == {"area"}


def _wide(reading: Reading, text: str) -> list[tuple[str | None, str]]:
    """Of what each figure of a text is, and how wide it is meant."""
    return [(fact.subject, fact.scope) for fact in reading(text).facts]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("云和县工业向好。青禾研究所每年实施项目40余项,成功项目年利润达6亿元。", "青禾研究所"),
        ("云和县办学有方。云和职业技术学校现有学生3000人,占地面积200亩。", "云和职业技术学校"),
        ("云和县引才有道。浙江省木制玩具研究院云和分院今年引进人才12人。", "浙江省木制玩具研究院云和分院"),
    ],
)
def test_what_an_institute_or_school_has_is_not_the_countys(reading: Reading, text: str, body: str) -> None:
    found = _wide(reading, text)
    assert found and set(found) == {(body, "company")}


@pytest.mark.parametrize(
    "text",
    [
        "云和县与浙江大学、浙江工业大学等合作,引进项目30个,实现产值20亿元。",
        "云和县茶产业向好。县茶叶研究所预计,春茶产值5亿元。",
        "云和县林业向好。县林业研究所完成普查,全县油茶林面积8万亩。",
        "云和县林业向好。县林业研究所所长叶青禾介绍,油茶林面积8万亩。",
    ],
)
def test_what_an_institute_tells_of_the_county_is_the_countys(reading: Reading, text: str) -> None:
    found = reading(text).facts
    assert found and {fact.place for fact in found} == {"云和县"}
    assert "company" not in {fact.scope for fact in found}


def test_a_clause_turns_from_a_firm_to_all_of_the_county(reading: Reading) -> None:
    text = "云和县的青禾玩具有限公司产值5亿元,全县玩具产业产值80亿元。青禾玩具有限公司产值5亿元,占全县的6%。"
    assert [fact.scope for fact in reading(text).facts] == ["company", "industry", "company", "company"]


def test_a_firm_among_others_has_its_own_figure(reading: Reading) -> None:
    text = "云和县出口10亿元。其中浙江青禾玩具有限公司完成出口交货值3亿元,增长8%。"
    firm = "浙江青禾玩具有限公司"
    assert _wide(reading, text) == [("云和县", "area"), (firm, "company"), (firm, "company")]


def test_firms_that_have_a_figure_together_are_all_named(reading: Reading) -> None:
    text = "云和县工业向好。青禾玩具、云岭木业、白云轴承三家玩具企业今年完成产值12亿元。"
    (amount,) = [fact for fact in reading(text).facts if fact.unit == "元"]
    assert (amount.subject, amount.scope) == ("青禾玩具、云岭木业、白云轴承", "company")


def test_one_firm_that_is_counted_has_its_own_figure(reading: Reading) -> None:
    (share,) = reading("云和县玩具业向好。浙江青禾玩具有限公司一家就占产量的三成。").facts
    assert (share.subject, share.scope) == ("浙江青禾玩具有限公司", "company")


@pytest.mark.parametrize("firms", ["股份制", "外商及港澳台投资", "集体", "私营", "大中型"])
def test_what_a_class_of_firms_makes_is_not_all_of_the_countys(reading: Reading, firms: str) -> None:
    (amount,) = reading(f"云和县工业向好。{firms}企业累计完成工业产值9亿元。").facts
    assert (amount.subject, amount.indicator) == (f"{firms}企业", "工业产值")


def test_what_all_larger_firms_make_is_the_countys(reading: Reading) -> None:
    (amount,) = reading("云和县工业向好。规模以上工业企业完成工业产值9亿元。").facts
    assert amount.subject == "云和县"


def test_what_is_asked_of_whoever_is_to_be_counted_is_no_figure(reading: Reading) -> None:
    text = "工业强县认定标准为:规上工业总产值1000亿元以上,或规上工业增加值200亿元以上。云和县规上工业总产值120亿元。"
    assert [fact.value_text for fact in reading(text).facts] == ["120亿元"]


def test_what_each_of_several_projects_reaches_is_nobodys(reading: Reading) -> None:
    facts = reading("云和县8个投资项目的投资额均达1亿元以上。").facts
    assert [fact.kind for fact in facts] == ["count"]


def test_a_zone_that_is_only_spoken_of_is_not_the_one(reading: Reading) -> None:
    facts = reading("8个项目与相关工业园区签约,落户云和县,总投资达47亿元。").facts
    assert {fact.scope for fact in facts if fact.unit == "元"} == {"area"}


def test_a_project_is_of_the_place_in_its_name(reading: Reading) -> None:
    text = "温州市签下两个项目:投资11亿元的泰顺净水湾康养项目与投资5亿元的康宁龙湾医养综合体项目。"
    places = {fact.value_text: fact.place for fact in reading(text).facts if fact.unit == "元"}
    assert places == {"11亿元": "泰顺县", "5亿元": "龙湾区"}


def test_where_a_meeting_is_held_is_not_what_signs(reading: Reading) -> None:
    facts = reading("推介会在温州医科大学举行,瓯海区的10个项目集体签约。").facts
    assert "温州医科大学" not in {fact.subject for fact in facts}


def test_those_that_settle_in_a_town_are_no_towns(reading: Reading) -> None:
    facts = reading("温州市10个项目签约,其中有5个签约落地瓯海生命健康小镇。").facts
    assert {fact.indicator for fact in facts if fact.value_text in ("10个", "5个")} == {"签约项目数"}


def test_a_place_before_its_months_is_spoken_of_and_before_a_rank_is_not(reading: Reading) -> None:
    text = "丽水市前三季度GDP增长6%,遂昌县增长9%。金华市前10个月出口增长4%,武义县增长8%。"
    assert [fact.place for fact in reading(text).facts] == ["丽水市", "遂昌县", "金华市", "武义县"]
    text = "遂昌县项目数居丽水市前三,完成投资12亿元。"
    assert {fact.place for fact in reading(text).facts} == {"遂昌县"}


def test_a_place_before_its_sectors_and_quarters_is_spoken_of(reading: Reading) -> None:
    text = "2023年,丽水市第二产业增加值720亿元,遂昌县第二产业增加值60亿元。"
    assert [fact.place for fact in reading(text).facts] == ["丽水市", "遂昌县"]
    text = "遂昌县项目数列丽水市第二,完成投资12亿元。"
    assert {fact.place for fact in reading(text).facts} == {"遂昌县"}
