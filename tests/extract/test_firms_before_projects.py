"""Where a project begins behind its firm's short name, how lists and numbered lines bound projects, and whose name ends
where another's begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from extraction import article_of

from shanqu.extract.bodies import find_bodies
from shanqu.extract.document import build
from shanqu.extract.investors import with_investors
from shanqu.extract.policies import find_policies
from shanqu.extract.project_counts import find_counted
from shanqu.extract.projects import find_projects
from shanqu.extract.span import Span

Names = Callable[[str, str], list[str]]


def led(text: str, firm: str, project: str) -> list[tuple[str, str, str]]:
    """Kind, name and canonical name of what stands of a firm and a project of a text; every place of the project is one."""
    ends = [at for at in range(len(text)) if text.startswith(project, at)]
    at = text.index(firm)
    spans = [Span("company", at, at + len(firm), firm)]
    spans += [Span("project", start, start + len(project), project) for start in ends]
    return [(span.kind, text[span.start : span.end], span.canonical) for span in with_investors(spans, text)]


def test_a_project_begins_with_the_short_name_of_its_firm_which_stays() -> None:
    text = "禾源药业创新药基地项目总投资9亿元,创新药基地项目下月开工。"
    whole = "禾源药业创新药基地项目"
    assert led(text, "禾源药业", "创新药基地项目") == [
        ("project", whole, whole),
        ("company", "禾源药业", "禾源药业"),
        ("project", "创新药基地项目", whole),
    ]


@pytest.mark.parametrize(
    ("text", "firm", "project"),
    [
        ("浙江禾源药业有限公司创新药基地项目开工。", "浙江禾源药业有限公司", "创新药基地项目"),
        ("禾源集团创新药基地项目开工。", "禾源集团", "创新药基地项目"),
        ("禾源集团(衢州)创新药基地项目开工。", "禾源集团(衢州)", "创新药基地项目"),
        ("江山市恒润门业智能工厂项目开工。", "江山市恒润门业", "智能工厂项目"),
        ("科禾机电年产300万台电机项目开工。", "科禾机电", "年产300万台电机项目"),
        ("科禾机电新增年产300万台电机项目开工。", "科禾机电", "新增年产300万台电机项目"),
        ("科禾机电30万吨薄膜项目开工。", "科禾机电", "30万吨薄膜项目"),
        ("科禾机电二期项目开工。", "科禾机电", "二期项目"),
        ("科禾机电的电机项目开工。", "科禾机电", "电机项目"),
    ],
)
def test_a_project_stands_beside_a_full_name_and_where_its_output_names_it(
    text: str, firm: str, project: str
) -> None:
    assert [name for _, name, _ in led(text, firm, project)] == [firm, project]


def counted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_counted(text, frozenset())]


def test_what_ends_an_item_of_a_list_leads_up_to_none() -> None:
    text = "三溪宾馆重建、徐河新城住宅建设、天陶流程铸造技改、岭北集散区建设等13个省市重点项目完成计划。"
    assert counted(text) == ["三溪宾馆重建", "徐河新城住宅建设", "天陶流程铸造技改", "岭北集散区建设"]
    assert counted("石溪村推进道路建设、污水治理和绿化等13个民生项目。") == []


def test_a_number_before_a_line_is_no_part_of_the_project(names: Names) -> None:
    lines = "重点项目\n1.石溪河综合治理工程\n2.西坑水库\n3.民办学校\n4.技术改造\n"
    assert names("project", lines) == ["石溪河综合治理工程", "西坑水库"]
    assert "西坑水库" not in {span.canonical for span in find_projects("目录\n民生水库\n西坑水库\n")}


def policies(text: str) -> list[str]:
    return list(dict.fromkeys(span.canonical for span in find_policies(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二靠“山居合伙人”引才计划。", ["山居合伙人"]),
        ("擦亮“泰您办”营商环境品牌。", ["泰您办"]),
        ("“万户下山”搬迁工程集聚农户1200户。", ["万户下山"]),
        ("当地出台“稳企惠企28条”。", ["稳企惠企28条"]),
        ("有“灶火工”和“晨帅”两个品牌。", []),
        ("这里像“硬核”科技服务站。", []),
        ("“想当老板”的人要有自己的计划。", []),
        ("他把“第3条”背了下来。", []),
    ],
)
def test_a_quoted_programme_is_told_by_a_noun_some_words_behind(text: str, expected: list[str]) -> None:
    assert policies(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("项目由县经信局和县商务局负责。", "organization", ["县经信局", "县商务局"]),
        ("县侨联、县红十字会到场。", "organization", ["县侨联", "县红十字会"]),
        ("遂昌县红十字会议室不大。", "organization", []),
        ("中共遂昌县石练镇委员会成立专班。", "organization", ["中共遂昌县石练镇委员会"]),
        ("洪溪橡塑工业园地下管网改造完成。", "park", ["洪溪橡塑工业园"]),
        ("监理方杭州信河咨询监理有限公司到场。", "company", ["杭州信河咨询监理有限公司"]),
        ("设计方圆机械有限公司的厂房。", "company", ["设计方圆机械有限公司"]),
    ],
)
def test_a_name_ends_where_another_begins(names: Names, text: str, kind: str, expected: list[str]) -> None:
    assert names(kind, text) == expected


def test_the_first_character_of_a_county_joins_no_offices() -> None:
    text = "安徽省和县经信局来访。"
    assert {text[span.start : span.end] for span in find_bodies(build(article_of(text)))} == {
        "安徽省和县经信局"
    }
