"""Which figures are of what is only planned, and where a forecast ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("浙江清原新材料有限公司与龙游县签订年产4万吨特种纸生产线项目。", "planned"),
        ("遂昌县年产8万吨不锈钢管项目,总投资10亿元。", "planned"),
        ("浙江清原新材料有限公司在龙游县建成年产4万吨特种纸生产线。", "actual"),
        ("遂昌县的浙江清原新材料有限公司年产特种纸4万吨。", "actual"),
        ("常山县今年还将合作建立胡柚基地4000亩。", "planned"),
        ("常山县今年合作建立胡柚基地4000亩。", "actual"),
    ],
)
def test_what_a_project_is_to_make_is_planned(reading: Reading, text: str, status: str) -> None:
    assert reading(text).facts[0].status == status


def test_what_is_done_already_is_no_forecast(reading: Reading) -> None:
    facts = reading("江山市企业技改,预计总投资5亿元,现已投入2亿元,年内产值达9亿元。").facts
    assert [(fact.value, fact.status) for fact in facts[:2]] == [(5e8, "forecast"), (2e8, "actual")]


@pytest.mark.parametrize(
    ("date", "status"), [("3月底前", "planned"), ("明年二季度", "planned"), ("3月", "actual")]
)
def test_a_date_yet_to_come_is_planned(reading: Reading, date: str, status: str) -> None:
    facts = reading(f"遂昌县年产8万吨不锈钢管项目,{date}开工。").facts
    assert [fact.status for fact in facts if fact.kind == "milestone"] == [status]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("龙泉市玻璃纤维产能20万吨,约占全国的24%。", "约"),
        ("龙泉市玻璃纤维产能20万吨,占全国的24%。", None),
        ("龙泉市节约用地,占全市的24%。", None),
    ],
)
def test_a_hedge_before_the_verb_of_a_share_is_its(reading: Reading, text: str, hedge: str | None) -> None:
    assert reading(text).facts[-1].hedge == hedge


def test_what_a_county_will_do_is_planned_to_the_end_of_the_list(reading: Reading) -> None:
    text = "青田县将实施新一轮攻坚行动,完成技改项目30个,盘活土地800亩。并支持创新,新增企业12家。目前,该县有企业400家。"
    assert [fact.status for fact in reading(text).facts] == ["planned"] * 3 + ["actual"]


def test_in_other_places_that_character_makes_no_plan(reading: Reading) -> None:
    facts = reading("常山县将胡柚作为支柱产业,胡柚总产值4亿元,企业12家。").facts
    assert {fact.status for fact in facts} == {"actual"}


def test_projects_whose_sum_is_planned_are_there(reading: Reading) -> None:
    facts = reading("温州市招引项目64个,计划总投资104亿元,其中外资项目16个。").facts
    assert [fact.status for fact in facts] == ["actual", "planned", "actual"]


def test_a_forecast_ends_at_a_semicolon(reading: Reading) -> None:
    text = "三门县投资7亿元的风电场项目有望投产,产值达1亿元;投资8亿元的光伏发电项目落户。"
    facts = [fact for fact in reading(text).facts if fact.unit == "元"]
    assert [fact.status for fact in facts] == ["actual", "forecast", "actual"]


def test_a_goal_that_is_reached_is_none(reading: Reading) -> None:
    facts = reading("苍南县上半年建设目标均已实现,截至7月份完成投资17亿元。").facts
    assert [(fact.indicator, fact.status) for fact in facts] == [("完成投资", "actual")]
    facts = reading("柯城区当年已全部实现投资完成率100%的目标。柯城区要实现投资完成率90%的目标。").facts
    assert [fact.status for fact in facts] == ["actual", "target"]


def test_electric_tools_break_no_ground(reading: Reading) -> None:
    facts = reading("12日上午,全国电动工具会议在武义县开幕。3月,武义县电动工具项目动工。").facts
    assert [fact.value_text for fact in facts if fact.kind == "milestone"] == ["3月"]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        # A plan goes on over the clauses of its sentence.
        (
            "磐安县打算在城东划出60亩,建共享烘干中心,投资3600万元。",
            {60: "planned", 3.6e7: "planned"},
        ),
        ("磐安县在城东划出60亩,建成共享烘干中心,投资3600万元。", {60: "actual", 3.6e7: "actual"}),
        # A year to come by itself is an aim, also without a verb.
        ("总体目标:到2035年,松阳县茶机产值60亿元,亩均税收40万元。", {60e8: "target", 4e5: "target"}),
        ("松阳县2021年茶机产值60亿元,亩均税收40万元。", {60e8: "actual", 4e5: "actual"}),
    ],
)
def test_a_plan_or_an_aim_governs_what_is_told_with_it(
    reading: Reading, text: str, statuses: dict[float, str]
) -> None:
    found = {fact.value: fact.status for fact in reading(text).facts}
    same = {"planned", "target"}  # What is aimed at for next year may be called either.
    wanted = {value: same if status in same else {status} for value, status in statuses.items()}
    assert {value: found[value] in status for value, status in wanted.items()} == dict.fromkeys(
        statuses, True
    )


def test_an_aim_that_is_only_spoken_of_leaves_its_clause_a_fact(reading: Reading) -> None:
    facts = reading("缙云县上半年完成固定资产投资38亿元,完成年度计划的54%,超目标进度4个百分点。").facts
    assert [fact.status for fact in facts[:2]] == ["actual", "actual"]


def test_a_forecasting_word_is_never_overruled(reading: Reading) -> None:
    (fact,) = reading("2020年,青田县生产总值预计达360亿元。").facts
    assert (fact.status, fact.hedge) == ("forecast", "预计")


def test_what_an_aim_is_compared_with_has_come_about(reading: Reading) -> None:
    facts = reading("到2030年,常山县胡柚总产值要达到100亿元,比2022年的42亿元翻一番还多。").facts
    assert [(fact.value_text, fact.status, fact.period_norm) for fact in facts if fact.unit == "元"] == [
        ("100亿元", "target", "2030"),
        ("42亿元", "actual", "2022"),
    ]


def test_what_will_be_created_is_none_yet(reading: Reading) -> None:
    found = reading("云和县将创建省级特色产业园2个、星级小微园5个;分别创建省级、市级示范村3个、8个。")
    assert {fact.status for fact in found.facts} <= {"planned", "target"}


def test_what_is_made_part_of_something_is_not_to_come(reading: Reading) -> None:
    found = reading("云和县将创建工作与招商结合,引进项目12个,完成投资3亿元。")
    assert {fact.status for fact in found.facts} == {"actual"}
