"""Whose figures are where a text names several places, the province or towns: rather nobody's than the wrong county's."""

from __future__ import annotations

from collections.abc import Callable

from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]
Facts = Callable[..., dict[str, Fact]]


def test_of_three_counties_none_is_carried_over(reading: Reading) -> None:
    text = "工业投资方面,三门县完成24.5亿元,开化县增长61%,衢江区增长47.5%。特色平台累计开发186平方公里,集聚规上企业4127家。"
    after = [fact.place for fact in reading(text).facts if fact.unit in ("平方米", "家")]
    assert after == [None, None]


def test_a_county_that_is_named_alone_is_carried_over(reading: Reading) -> None:
    text = "三门县完成工业投资24.5亿元。集聚规上企业127家。"
    assert {fact.place for fact in reading(text).facts} == {"三门县"}


def test_the_province_at_the_head_of_a_clause_has_its_own_figures(reading: Reading) -> None:
    text = "遂昌县是试点。2022年,浙江海洋经济增加值10499亿元,占全省GDP的13.5%。"
    assert {fact.place for fact in reading(text).facts} == {None}


def test_the_provinces_name_in_that_of_a_firm_has_none(reading: Reading) -> None:
    facts = reading("遂昌县工业向好。浙江云帆纸业有限公司年产值3亿元。").facts
    assert [fact.place for fact in facts] == ["遂昌县"]


def test_what_an_office_of_the_province_says_is_no_countys(reading: Reading) -> None:
    text = "磐安、龙游先行。省发改委主要负责人说,明年央企项目完成投资1000亿元。"
    assert [fact.place for fact in reading(text).facts if fact.unit == "元"] == [None]


def test_a_country_in_passing_is_not_carried_over(reading: Reading) -> None:
    text = "项目利用越南木浆生产纸张。投资1.6亿元建设年产10万吨纸生产线。"
    assert {fact.place for fact in reading(text).facts} == {None}


def test_a_county_named_late_is_not_that_of_a_text_about_its_city(reading: Reading) -> None:
    text = f"台州各景区迎来客流。{'游客在山间徒步赏花。' * 24}我市景区人气旺盛。景区接待游客51万人次。临海市的城墙上游人如织,临海人也来了。"
    assert [fact.place for fact in reading(text).facts] != ["临海市"]


def test_a_town_has_its_figures_in_its_own_name(reading: Reading) -> None:
    facts = reading("遂昌县产茶。王村口镇茶园面积9000亩。全县茶园面积12万亩。").facts
    assert [(fact.place, fact.subject) for fact in facts] == [
        ("遂昌县", "遂昌县王村口镇"),
        ("遂昌县", "遂昌县"),
    ]


def test_places_in_a_list_are_parted_by_their_kind(reading: Reading) -> None:
    facts = reading("从分布看,缙云县15家,丽水经济技术开发区7家,遂昌县6家。").facts
    assert [(fact.indicator, fact.scope) for fact in facts] == [
        ("企业数", "area"),
        ("企业数", "zone"),
        ("企业数", "area"),
    ]


def test_a_rank_in_an_unknown_province_is_not_one_in_zhejiang(reading: Reading) -> None:
    assert [fact.indicator for fact in reading("粮食产量位居全省第一。").facts] == ["排名(全省)"]
    (fact,) = [fact for fact in reading("遂昌县粮食产量位居全省第一。").facts if fact.kind == "rank"]
    assert fact.indicator == "排名(浙江省内)"


def test_part_of_an_amount_is_of_its_class(reading: Reading) -> None:
    facts = reading("1985年遂昌县工业总产值18399万元,其中国有企业9720万元。").facts
    assert [fact.subject for fact in facts] == ["遂昌县", "国有企业"]


def test_each_trade_has_its_own_growth(reading: Reading) -> None:
    facts = reading("上半年,遂昌县林业产值增长15.2%,牧业产值增长0.3%。").facts
    assert [fact.indicator for fact in facts] == ["林业产值增速", "牧业产值增速"]


def test_people_are_not_those_of_the_next_clause(facts_of: Facts) -> None:
    facts = facts_of("磐安药材", "磐安县中药材种植户4.8万户,从业人员6.8万人。")
    assert (facts["种植户数"].value, facts["从业人员数"].value) == (48000, 68000)


def test_more_of_something_is_a_change_of_its_number(facts_of: Facts) -> None:
    facts = facts_of("遂昌项目", "今年遂昌县铺排重点项目165个,较去年增加78个。")
    assert (facts["项目数变化"].value, facts["项目数变化"].kind) == (78, "change")


def test_a_title_of_two_counties_makes_neither_the_owner(facts_of: Facts) -> None:
    facts = facts_of(
        "奉化天台一批项目开工",
        "奉化区扩大有效投资活动今天举行。",
        "此次开工项目包括工业项目3项,总投资8.7亿元。",
        "天台县也有项目开工。天台县要素有保障,天台县前景好。",
    )
    assert facts["总投资"].place == "奉化区"


def test_goods_of_another_unit_are_another_measure(reading: Reading) -> None:
    facts = reading("遂昌县林木蓄积量增长到1080万立方米,竹荪增长到5万袋。").facts
    assert [fact.unit for fact in facts if fact.indicator == "林木蓄积量"] == ["立方米"]


def test_the_whole_is_the_prefectures_where_a_county_is_a_part_of_it(reading: Reading) -> None:
    text = "8日,台州市重大项目集中开工活动在天台举行。此次开工项目共114个,总投资995亿元,其中天台县开工11个。"
    counts = {fact.value: fact.place for fact in reading(text).facts if fact.value}
    assert counts == {114: "台州市", 995e8: "台州市", 11: "天台县"}


def test_the_whole_is_the_countys_where_only_its_zone_is_a_part(reading: Reading) -> None:
    text = "天台县举行开工活动。此次开工项目共30个,其中天台经济开发区11个。"
    assert {fact.place for fact in reading(text).facts if fact.unit == "个"} == {"天台县"}


def test_what_an_office_of_the_province_tells_is_the_provinces(reading: Reading) -> None:
    text = "调研组到萧山区看项目。据省发改委负责人介绍,100个重点项目已签约32个,协议总投资528亿元。"
    assert {fact.place for fact in reading(text).facts if fact.kind != "event"} == {None}


def test_what_it_tells_of_the_county_is_the_countys(reading: Reading) -> None:
    text = "遂昌县工业向好。记者从省统计局获悉,一季度全县规上工业增加值增长9.8%。"
    assert [fact.place for fact in reading(text).facts] == ["遂昌县"]


def test_who_helped_a_county_does_not_have_its_figures(reading: Reading) -> None:
    text = "景宁县先后得到鄞州区、海盐县、上虞区等地的对口扶持,累计获得发展资金1.6亿元,带动投资80亿元。"
    assert {fact.place for fact in reading(text).facts if fact.unit == "元"} == {"景宁畲族自治县"}


def test_what_the_whole_province_did_since_a_date_is_its_own_to_the_end(reading: Reading) -> None:
    text = "遂昌县建成产业园。至今年9月底,全省累计实施合作项目8803个,到位资金2940亿元;培训72万人次。"
    assert {fact.place for fact in reading(text).facts if fact.unit in ("个", "元", "人次")} == {None}
