"""Projects of a profile: by the stage that their own sentences tell, the greatest investment first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shanqu.model import Fact, Status
from shanqu.query import Library
from shanqu.query.profile_shapes import Group, Item

SUICHANG = ("place", "遂昌", "遂昌县", "331123")


def _project(name: str) -> tuple[str, str, str, None]:
    return ("project", name, name, None)


def _fact(text: str, printed: str, subject: str, indicator: str = "", status: Status = "actual") -> Fact:
    """An amount, or (without a figure) an event, in the sentence of the text that prints it."""
    at = text.index(printed)
    low, high = text.rfind("。", 0, at) + 1, text.index("。", at) + 1
    amount = printed[0].isdigit()
    return Fact(
        at, at + len(printed), printed, indicator or ("总投资" if amount else printed),
        "level" if amount else "event", text[low:high], low, high,
        value=float(printed.removesuffix("亿元")) * 1e8 if amount else None, unit="元" if amount else None,
        place="遂昌县", code="331123", subject=subject, scope="project", status=status,
    )  # fmt: skip


@pytest.fixture
def groups(put: Callable[..., int], library_dir: Path) -> Callable[..., list[Group]]:
    """Write articles of (text, projects, facts) and tell the groups of the county's projects."""

    def told(*articles: tuple[str, tuple[str, ...], tuple[Fact, ...]]) -> list[Group]:
        for number, (text, names, facts) in enumerate(articles):
            put(text, f"/{number}", SUICHANG, *map(_project, names), facts=facts)
        with Library.open(library_dir) as library:
            profile = library.profile(library.find_entity("遂昌") or 0)
        return [
            group for section in profile.sections if section.key == "projects" for group in section.groups
        ]

    return told


def _all(groups: list[Group]) -> dict[str, Item]:
    return {item.text: item for group in groups for item in group.items}


def _stages(groups: list[Group]) -> dict[str, str | None]:
    return {name: item.stage for name, item in _all(groups).items()}


def test_groups_stand_in_the_order_of_the_stages_and_in_each_the_greatest_investment_leads(groups):
    text = "遂昌县的竹炭项目总投资3亿元。遂昌的水阁项目投产。遂昌的石练项目总投资8亿元。遂昌的湖山项目在建。"
    names = ("竹炭项目", "水阁项目", "石练项目", "湖山项目")
    facts = (_fact(text, "3亿元", "竹炭项目"), _fact(text, "8亿元", "石练项目"))
    found = groups((text, names, facts))
    assert [(group.stage, group.number, group.amounts) for group in found] == [
        ("building", 1, 0),
        ("producing", 1, 0),
        (None, 2, 2),
    ]
    assert [item.text for item in found[-1].items] == ["石练项目", "竹炭项目"]


def test_each_project_of_a_sentence_has_its_own_amount(groups):
    text = "遂昌签下总投资3亿元的竹炭项目、总投资8亿元的石练项目和湖山项目。"
    names = ("竹炭项目", "石练项目", "湖山项目")
    found = _all(groups((text, names, (_fact(text, "3亿元", "竹炭项目"), _fact(text, "8亿元", "石练项目")))))
    assert {name: item.detail for name, item in found.items()} == {
        "竹炭项目": "3亿元",
        "石练项目": "8亿元",
        "湖山项目": "",
    }


@pytest.mark.parametrize(
    "text",
    [
        "遂昌县竹炭项目等32个项目总投资50亿元。",
        "遂昌县推进石练项目、竹炭项目,合计总投资50亿元。",
    ],
)
def test_the_amount_of_many_projects_is_that_of_none(groups, text):
    found = groups((text, ("竹炭项目", "石练项目"), (_fact(text, "50亿元", "竹炭项目"),)))
    assert {item.amount for item in _all(found).values()} == {None}


def test_independent_texts_that_differ_are_a_conflict_and_each_leads_to_its_sentence(groups):
    one, other = "遂昌的竹炭项目总投资3亿元。", "竹炭项目在遂昌,总投资8亿元。"
    found = groups(
        (one, ("竹炭项目",), (_fact(one, "3亿元", "竹炭项目"),)),
        (other, ("竹炭项目",), (_fact(other, "8亿元", "竹炭项目"),)),
    )
    item = _all(found)["竹炭项目"]
    assert (item.detail, item.conflict, item.amount) == ("8亿元 ≠ 3亿元", True, 8e8)
    assert len({ref.article for ref in item.refs[:2]}) == 2


def test_two_amounts_of_one_text_are_those_of_two_things(groups):
    text = "遂昌的竹炭项目一期总投资3亿元,二期总投资8亿元。"
    found = groups(
        (text, ("竹炭项目",), (_fact(text, "3亿元", "竹炭项目"), _fact(text, "8亿元", "竹炭项目")))
    )
    assert (_all(found)["竹炭项目"].detail, _all(found)["竹炭项目"].conflict) == ("8亿元、3亿元", False)


def test_what_is_planned_stands_back_behind_what_is_put_in(groups):
    one, other = "遂昌的竹炭项目总投资3亿元。", "遂昌的竹炭项目计划总投资8亿元。"
    planned = _fact(other, "8亿元", "竹炭项目", status="planned")
    found = groups(
        (one, ("竹炭项目",), (_fact(one, "3亿元", "竹炭项目"),)), (other, ("竹炭项目",), (planned,))
    )
    item = _all(found)["竹炭项目"]
    assert (item.detail, item.status, item.conflict) == ("3亿元", "actual", False)


def test_an_event_of_another_project_is_not_this_ones(groups):
    text = "遂昌的竹炭项目签约,石练项目开工。"
    facts = (_fact(text, "签约", "竹炭项目"), _fact(text, "开工", "石练项目"))
    assert _stages(groups((text, ("竹炭项目", "石练项目"), facts))) == {
        "竹炭项目": "signed",
        "石练项目": "started",
    }


def test_an_event_to_come_is_a_plan(groups):
    text = "遂昌的竹炭项目将于明年开工。"
    found = groups((text, ("竹炭项目",), (_fact(text, "开工", "竹炭项目", status="planned"),)))
    assert _stages(found) == {"竹炭项目": "planned"}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("遂昌的竹炭项目正在建设。", "building"),
        ("遂昌举行竹炭项目建设推进会,加快建设开发区。", None),
        ("遂昌的竹炭项目占地21亩,建成后将成为新地标。", None),
        ("遂昌的竹炭项目投产后年产值8亿元。", None),
        ("遂昌签约的项目包括:占地21亩的竹炭项目;占地8亩的石练厂房。", "signed"),
        ("遂昌的竹炭项目计划年底动工。", "planned"),
        ("遂昌的竹炭项目有望年底投产。", None),
    ],
)
def test_without_an_event_the_words_around_the_name_tell(groups, text, stage):
    assert _stages(groups((text, ("竹炭项目",), ()))) == {"竹炭项目": stage}


def test_words_within_a_name_tell_no_stage(groups):
    text = "遂昌的竹炭厂在建工程验收中心项目有28人。"
    assert _stages(groups((text, ("竹炭厂在建工程验收中心项目",), ()))) == {
        "竹炭厂在建工程验收中心项目": None
    }


def test_an_amount_that_the_user_has_marked_as_wrong_is_not_told(groups, library_dir):
    text = "遂昌的竹炭项目总投资3亿元。"
    groups((text, ("竹炭项目",), (_fact(text, "3亿元", "竹炭项目"),)))
    with Library.open(library_dir) as library:
        (stated,) = library.facts_of(1)
        library.corrections.wrong(stated.statement)
        profile = library.profile(library.find_entity("遂昌") or 0)
    (section,) = (one for one in profile.sections if one.key == "projects")
    assert section.items[0].amount is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        # Later clauses of the sentence without a subject of their own.
        ("遂昌的竹炭项目总投资3亿元,目前已全面开工。", "started"),
        ("遂昌的竹炭项目总投资3亿元,目前主体结构已封顶。", "building"),
        ("遂昌的竹炭项目总投资3亿元,公司已在杭州投产。", None),
        ("遂昌的竹炭项目总投资3亿元,加快建设开发区。", None),
        ("遂昌的竹炭项目计划8月开工,明年9月完工。", "planned"),
        # Sentences that go on about it.
        ("遂昌的竹炭项目总投资3亿元。该项目用地20亩,于去年5月开工。", "started"),
        ("遂昌的竹炭项目总投资3亿元。\n目前,该项目已竣工。", "finished"),
        ("遂昌的竹炭项目总投资3亿元。\n项目已竣工。", None),
        ("遂昌的竹炭项目总投资3亿元。项目负责人已投产别的厂。", None),
        ("遂昌的竹炭项目总投资3亿元。公司已投产。", None),
        # A part that is done makes no whole.
        ("遂昌的竹炭项目主体工程完工。", "building"),
        ("遂昌的竹炭项目总投资3亿元。项目3号楼已竣工。", "building"),
        ("遂昌的竹炭项目土建工程已竣工。", "building"),
        # What is striven for, of another thing, or a time.
        ("遂昌推动竹炭项目竣工。", None),
        ("遂昌的竹炭项目建成投产后年产值8亿元。", None),
        ("遂昌的竹炭项目起点位于在建的石练大桥。", None),
        ("遂昌的竹炭项目引进国外设备。", None),
        ("遂昌的竹炭项目已建成厂房3幢。", None),
        ("遂昌拟在城西兴建竹炭项目。", "planned"),
        # At the site, but for the day of the ceremony.
        ("遂昌竹炭项目施工现场一派繁忙。", "building"),
        ("遂昌竹炭项目施工现场举行颁奖仪式。", None),
        # Lists and headings.
        ("遂昌此次集中开工的8个重大项目总投资9亿元,包括占地21亩的竹炭项目、石练厂房。", "started"),
        ("遂昌拟开工的8个重大项目总投资9亿元,包括占地21亩的竹炭项目、石练厂房。", None),
        ("遂昌县情况\n二、竣工项目(2个)\n1.遂昌竹炭项目\n2.石练厂房", "finished"),
        ("遂昌县情况\n二、竣工项目(2个)\n建设是大事。\n1.遂昌竹炭项目", None),
    ],
)
def test_the_text_around_tells_the_stage_where_the_subject_is_certain(groups, text, stage):
    assert _stages(groups((text, ("竹炭项目",), ()))) == {"竹炭项目": stage}


def test_what_goes_on_behind_several_projects_or_another_one_is_nobodys(groups):
    text = "遂昌的竹炭项目和石练项目总投资3亿元。该项目已竣工。"
    assert set(_stages(groups((text, ("竹炭项目", "石练项目"), ()))).values()) == {None}
    other = "遂昌的竹炭项目总投资3亿元。遂昌石练项目在湖边。该项目已竣工。"
    assert _stages(groups((other, ("竹炭项目", "石练项目"), ()))) == {
        "竹炭项目": None,
        "石练项目": "finished",
    }


def test_a_later_sentence_of_the_article_that_names_the_project_tells_too(groups):
    text = "遂昌的竹炭项目总投资3亿元。湖边有花。竹炭项目正在建设。"
    assert _stages(groups((text, ("竹炭项目",), ()))) == {"竹炭项目": "building"}


def test_an_event_of_a_part_or_of_the_roof_does_not_finish_a_project(groups):
    text = "遂昌的竹炭项目3号楼竣工。"
    assert _stages(groups((text, ("竹炭项目",), (_fact(text, "竣工", "竹炭项目"),)))) == {
        "竹炭项目": "building"
    }
    roof = "遂昌的竹炭项目结顶。"
    fact = _fact(roof, "结顶", "竹炭项目", "完工")
    assert _stages(groups((roof, ("竹炭项目",), (fact,)))) == {"竹炭项目": "building"}
