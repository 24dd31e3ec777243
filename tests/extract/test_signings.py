"""What articles on signings and on works begun say of several projects at once, and of each on lines of its own."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]


def figure(extraction: Extraction, value: str) -> Fact:
    return next(fact for fact in extraction.facts if fact.value_text == value)


@pytest.mark.parametrize(
    "text",
    [
        "松阳县桐诚轴承项目、安棠阀门项目等10个项目集中开工,总投资71.3亿元。",
        "松阳县包括桐诚轴承项目、安棠阀门项目等10个招商引资项目集中签约,总投资达71.3亿元。",
        "松阳县集中开工项目10个,包括桐诚轴承项目、安棠阀门项目等,总投资达71.3亿元。",
        "松阳县桐诚轴承项目、安棠阀门项目等一批重大项目落地,总投资71.3亿元。",
        "桐诚轴承项目、安棠阀门项目两个项目在松阳县签约,协议总投资71.3亿元。",
    ],
)
def test_sum_of_listed_projects_is_not_the_last_ones(text: str, reading: Reading) -> None:
    fact = next(fact for fact in reading(text).facts if fact.value == 71.3e8)

    assert "安棠" not in (fact.subject or "")
    assert fact.place == "松阳县"


@pytest.mark.parametrize(
    "text",
    [
        "松阳县10个项目集中开工,其中安棠阀门产业园项目总投资5亿元。",
        "松阳县安棠阀门产业园项目由3个子项目组成,总投资5亿元。",
        "松阳县安棠阀门产业园项目建设厂房等10个单体,总投资5亿元。",
        "松阳县安棠阀门产业园项目是全省10个重点项目之一,总投资5亿元。",
    ],
)
def test_one_project_beside_a_number_keeps_its_sum(text: str, reading: Reading) -> None:
    assert (figure(reading(text), "5亿元").subject or "").endswith("安棠阀门产业园项目")


def test_lines_below_a_project_are_of_it(reading: Reading) -> None:
    text = (
        "云和经开区一批项目开工。\n1\n筑岚科技年产5000套建筑配套件项目\n"
        "本项目位于海运路以南,计划总投资5.2亿元,总用地100亩。"
    )
    extraction = reading(text)

    assert figure(extraction, "5.2亿元").subject == "年产5000套建筑配套件项目"
    assert figure(extraction, "100亩").scope == "project"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昨日,松阳县12个重大项目宣布开工。", "开工项目数"),
        ("今天,松阳县的8个项目宣告开工建设。", "开工项目数"),
        ("今日,松阳县6个工业项目集中奠基。", "奠基项目数"),
        ("当天,松阳县3个亿元项目签约落户。", "签约项目数"),
        ("当天,松阳县3个亿元项目宣传片发布。", "项目数"),
    ],
)
def test_what_is_proclaimed_of_projects_names_their_number(
    text: str, expected: str, reading: Reading
) -> None:
    names = {fact.indicator for fact in reading(text).facts if fact.kind == "count"}

    assert names == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目位于云和县,形成年产18000吨钢箱梁和5000套建筑配套件生产能力。", ["18000吨", "5000套"]),
        ("项目位于云和县,新增年产200万件塑料制品、80万套模具的生产能力。", ["200万件", "80万套"]),
        ("项目位于云和县,具备年产2万台电动车、5万组电池的能力。", ["2万台", "5万组"]),
        ("项目位于云和县,可年产30亿块砖和1.2亿片瓦。", ["30亿块", "1.2亿片"]),
        ("项目位于云和县,可年产紧固件3万吨、钢管2万吨以及门锁500万套。", ["3万吨", "2万吨", "500万套"]),
        # What is bought, owned or worked with is not made.
        ("项目位于云和县,可年产2万吨钢管,购置车床50台、机器人20套。", ["2万吨"]),
        ("项目位于云和县,可年产100万件服装,引进织机300台和裁床20台。", ["100万件"]),
        ("项目位于云和县,可年产5万套木门,拥有专利20件。", ["5万套"]),
    ],
)
def test_capacity_goes_on_to_pieces_of_other_goods(text: str, expected: list[str], reading: Reading) -> None:
    made = [fact.value_text for fact in reading(text).facts if fact.indicator in ("产能", "年产量")]

    assert made == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云和县金棠隧道全长3.9km。", {"长度": 3900}),
        ("云和县金棠隧道全长3.9km,设计时速80km/h。", {"长度": 3900}),
        ("云和县新区规划面积12km²。", {"规划面积": 12e6}),
        ("云和县这款电动车最高时速120km/h。", {}),
    ],
)
def test_kilometres_are_read_in_letters(text: str, expected: dict[str, float], reading: Reading) -> None:
    assert {fact.indicator: fact.value for fact in reading(text).facts if fact.kind == "level"} == expected


def test_output_of_a_project_may_be_written_out(reading: Reading) -> None:
    text = "浙江岚迪科技有限公司年产三千万套水龙头、淋浴房用五金配件生产项目开工。"
    names = [mention.text for mention in reading(text).mentions if mention.kind == "project"]

    assert names == ["年产三千万套水龙头、淋浴房用五金配件生产项目"]


def test_long_list_of_lines_is_read_in_bounded_time(reading: Reading) -> None:
    text = "浙江岚迪科技有限公司年产5万套阀门" + "、木门生产线" * 200 + "。"
    began = time.process_time()
    reading(text)

    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "name", "subject"),
    [
        ("总投资5亿元的“云上茶谷”在松阳县开工。", "“云上茶谷”", "云上茶谷"),
        ("7月6日,总投资12.6亿元的“木玩世界”落户云和县。", "“木玩世界”", "木玩世界"),
        ("总投资2亿元的“云上茶谷”(一期)在松阳县竣工。", "“云上茶谷”(一期)", "云上茶谷一期"),
        ("由岚川集团投资3亿元建设的“云上茶谷”顺利封顶。", "“云上茶谷”", "云上茶谷"),
        ("松阳县计划投资3.2亿元的“江南秘境”正式签约。", "“江南秘境”", "江南秘境"),
    ],
)
def test_sum_and_stage_make_a_project_of_what_marks_set_apart(
    text: str, name: str, subject: str, reading: Reading
) -> None:
    extraction = reading(text)

    assert [mention.text for mention in extraction.mentions if mention.kind == "project"] == [name]
    assert next(fact for fact in extraction.facts if fact.unit == "元").subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "松阳县投资3亿元的“头雁培育计划”已启动。",
        "松阳县总投资300亿元的“百大工程”开工。",
        "松阳县总投资30亿元的“双招双引”项目集中开工。",
        "松阳县投资2亿元的“巨无霸”签约。",
        "松阳县投资3亿元的“共富工坊”建设正在推进。",
    ],
)
def test_slogans_in_marks_are_no_projects(text: str, reading: Reading) -> None:
    extraction = reading(text)

    assert not [mention.text for mention in extraction.mentions if mention.kind == "project"]
    assert all("”" not in (fact.subject or "") for fact in extraction.facts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "松阳县岚川锂电项目总投资10亿元,其中一期投资4亿元,二期投资6亿元。",
            ["松阳县岚川锂电项目", "松阳县岚川锂电一期", "松阳县岚川锂电二期"],
        ),
        (
            "云和县木玩园项目(一期)总投资3亿元,二期计划投资5亿元。",
            ["云和县木玩园项目一期", "云和县木玩园项目二期"],
        ),
        ("云和县木玩园项目总投资8亿元,其中设备投资3亿元。", ["云和县木玩园项目", "云和县木玩园项目"]),
        ("云和县木玩园项目三期总投资8亿元。", ["云和县木玩园项目三期"]),
        ("云和县木玩园(三期)工程总投资8亿元,一期、二期投资5亿元。", ["云和县木玩园(三期)工程"] * 2),
    ],
)
def test_sum_of_a_phase_is_the_phases(text: str, expected: list[str], reading: Reading) -> None:
    assert [fact.subject for fact in reading(text).facts if fact.unit == "元"] == expected
