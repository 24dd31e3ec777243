"""Profiles, the overview and timelines on small made-up articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shanqu.model import Fact, FactKind, Status
from shanqu.query import Library
from shanqu.query.profile_shapes import Item, Profile

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
SHANGYU = ("place", "上虞", "上虞区", "330604")
FIRM = ("company", "甲乙纸业", "甲乙纸业", None)
PROJECT = ("project", "纸业项目", "纸业项目", None)
PERSON = ("person", "张三", "张三", None)
TRADE = ("industry", "造纸业", "造纸业", None)
_TEXT = "遂昌县长张三说,甲乙纸业的纸业项目总投资16亿元,2021年3月开工。遂昌与上虞结对。遂昌造纸业兴旺。"


def _deed(
    word: str,
    indicator: str,
    kind: FactKind,
    subject: str,
    period: str | None,
    norm: str | None,
    status: Status = "actual",
) -> Fact:
    """An event or pairing of 遂昌 in the sentence that holds the word."""
    at = _TEXT.index(word)
    low, high = _TEXT.rfind("。", 0, at) + 1, _TEXT.index("。", at) + 1
    return Fact(
        at, at + len(word), word, indicator, kind, _TEXT[low:high], low, high,
        place="遂昌县", code="331123", subject=subject, period=period, period_norm=norm, status=status,
    )  # fmt: skip


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path) -> Iterator[Library]:
    at, end = _TEXT.index("16亿元"), _TEXT.index("。") + 1
    fact = Fact(
        at, at + 4, "16亿元", "总投资", "level", _TEXT[:end], 0, end, 1.6e9, unit="元",
        place="遂昌县", code="331123", subject="纸业项目", scope="project",
    )  # fmt: skip
    opened = _deed("开工", "开工", "event", "纸业项目", "2021年3月", "2021-03")
    planned = _deed("开工", "投产", "event", "纸业项目", "2023年底", "2023", status="planned")
    paired = _deed("结对", "结对", "pairing", "上虞区", None, None)
    named = (SUICHANG, SHANGYU, FIRM, PROJECT, PERSON, TRADE)
    facts = (fact, opened, planned, paired)
    put(_TEXT, "/1", *named, title="题", facts=facts, published="2022-05-06")
    with Library.open(library_dir) as opened:
        yield opened


def _profile(library: Library, name: str) -> Profile:
    entity = library.find_entity(name)
    assert entity is not None
    return library.profile(entity)


def _items(profile: Profile, key: str) -> list[Item]:
    return [item for section in profile.sections if section.key == key for item in section.items]


def test_a_county_has_what_stands_beside_it(library: Library) -> None:
    profile = _profile(library, "遂昌")
    found = {section.key: [item.text for item in section.items] for section in profile.sections}
    assert found["companies"] == ["甲乙纸业"] and found["industries"] == ["造纸业"]
    assert (profile.entity.canonical, profile.texts, profile.last) == ("遂昌县", 1, "2022-05-06")


def test_a_project_has_its_stage_and_its_investment(library: Library) -> None:
    (project,) = _items(_profile(library, "遂昌"), "projects")
    assert (project.text, project.stage, project.detail) == ("纸业项目", "started", "16亿元")
    assert project.evidence.text.startswith("遂昌县长张三说")


def test_people_come_with_the_role_that_the_text_gives_them(library: Library) -> None:
    (person,) = _items(_profile(library, "遂昌"), "people")
    assert (person.text, person.detail) == ("张三", "遂昌县长")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("张三昨天来到遂昌。张三是甲乙纸业董事长,回乡办厂已有十年。", "甲乙纸业董事长"),
        ("据遂昌县经信局党组书记、局长张三介绍,新厂即将投产。", "遂昌县经信局党组书记、局长"),
        ("张三昨天来到遂昌。张三是土生土长的本地人。", ""),
    ],
)
def test_a_role_is_told_by_whichever_sentence_has_it(
    put: Callable[..., int], library_dir: Path, text: str, role: str
) -> None:
    put(text, "/2", SUICHANG, PERSON, title="题")
    with Library.open(library_dir) as opened:
        (person,) = _items(_profile(opened, "遂昌"), "people")
        assert person.detail == role


def test_partners_are_those_of_the_pairings(library: Library) -> None:
    (partner,) = _items(_profile(library, "遂昌"), "partners")
    assert (partner.text, partner.detail, partner.evidence.text) == ("上虞区", "结对", "遂昌与上虞结对。")
    assert partner.entity == library.find_entity("上虞") and partner.stage is None


def test_a_pairing_makes_each_the_partner_of_the_other(library: Library) -> None:
    (partner,) = _items(_profile(library, "上虞"), "partners")
    assert (partner.text, partner.detail) == ("遂昌县", "结对")


def test_events_are_dated_and_in_order(library: Library) -> None:
    entity = library.find_entity("遂昌")
    assert entity is not None
    opened, planned = library.events(entity)
    assert (opened.date, opened.kind, opened.text, opened.planned) == (
        "2021-03",
        "started",
        "纸业项目 开工",
        False,
    )
    assert (planned.date, planned.kind, planned.planned) == ("2023", "producing", True)
    assert opened.evidence.text.startswith("遂昌县长张三说")


def test_a_project_has_the_events_that_happen_to_it(library: Library) -> None:
    entity = library.find_entity("纸业项目")
    assert entity is not None
    assert [event.date for event in library.events(entity)] == ["2021-03", "2023"]


def test_a_date_stands_for_itself_where_its_sentence_tells_of_no_event(
    put: Callable[..., int], library_dir: Path
) -> None:
    dated = _deed("开工", "开工时间", "milestone", "纸业项目", "2021年3月", "2021-03")
    alone = _deed("结对", "揭牌时间", "milestone", "遂昌县", "2020年", "2020")
    opened = _deed("开工", "开工", "event", "纸业项目", "2021年3月", "2021-03")
    put(_TEXT, "/1", SUICHANG, PROJECT, title="题", facts=(dated, opened, alone), published="2022-05-06")
    with Library.open(library_dir) as library:
        entity = library.find_entity("遂昌")
        assert entity is not None
        told = [(event.date, event.text) for event in library.events(entity)]
    assert told == [("2020", "遂昌县 揭牌时间"), ("2021-03", "纸业项目 开工")]


def test_events_and_pairings_are_no_figures(library: Library) -> None:
    assert [item.text for item in _items(_profile(library, "遂昌"), "figures")] == ["16亿元"]
    rows = {row.label for row in library.matrix(["331123"]).rows}
    assert "总投资" in rows and not rows & {"开工", "投产", "结对"}
    # 2023 is the year of a plan's event, 2022 that of the page.
    assert {row.name: row for row in library.overview()}["遂昌县"].latest == 2022


def test_a_company_has_its_county_and_figures(library: Library) -> None:
    profile = _profile(library, "甲乙纸业")
    assert [item.text for item in _items(profile, "counties")] == ["遂昌县"]
    assert [item.text for item in _items(profile, "projects")] == ["纸业项目"]


def test_an_unknown_entity_is_a_key_error(library: Library) -> None:
    assert library.find_entity("没有") is None
    with pytest.raises(KeyError):
        library.profile(999)


def test_the_overview_has_all_counties_also_those_without_articles(library: Library) -> None:
    rows = {row.name: row for row in library.overview()}
    assert len(rows) == 101 and rows["开化县"].articles == 0
    suichang = rows["遂昌县"]
    assert (suichang.companies, suichang.projects, suichang.investments) == (1, 1, 1)
    assert (suichang.largest, suichang.latest, suichang.mentions) == ("16亿元", 2022, 3)
    assert (rows["平阳县"].mountain, rows["平阳县"].left) == (True, "2024-08")


def test_the_first_entries_of_a_profile_know_how_many_there_are(
    put: Callable[..., int], library_dir: Path
) -> None:
    firms = [f"第{number}纸业公司" for number in range(60)]
    text = "".join(f"遂昌有{firm}。" for firm in firms)
    put(text, "/1", SUICHANG, *(("company", firm, firm, None) for firm in firms))
    with Library.open(library_dir) as library:
        entity = library.find_entity("遂昌县") or 0
        whole, first = library.profile(entity), library.profile(entity, made=3)
    for made, all_of_it in zip(first.sections, whole.sections, strict=True):
        assert made.items == all_of_it.items[:3]
        assert (made.entries, made.total) == (all_of_it.entries, all_of_it.total)
    companies = next(one for one in whole.sections if one.key == "companies")
    assert (len(companies.items), companies.entries, companies.total) == (50, 50, 60)


def test_what_stands_with_a_company_is_told_of_each_kind_with_its_first_sentences(
    put: Callable[..., int], library_dir: Path
) -> None:
    for number in range(6):
        put("遂昌的甲乙纸业找来张三。甲乙纸业属于造纸业。", f"/{number}", SUICHANG, FIRM, PERSON, TRADE)
    with Library.open(library_dir) as library:
        profile = library.profile(library.find_entity("甲乙纸业") or 0)
    found = {section.key: section.items[0] for section in profile.sections}
    assert {key: found[key].text for key in ("counties", "people", "industries")} == {
        "counties": "遂昌县",
        "people": "张三",
        "industries": "造纸业",
    }
    assert [ref.sentence for ref in found["industries"].refs] == [12] * 6
    assert len({ref.article for ref in found["people"].refs}) == 6


def test_figures_tell_the_year_that_they_are_of_and_what_is_but_an_aim(
    put: Callable[..., int], library_dir: Path
) -> None:
    text = "遂昌去年税收3亿元,力争税收9亿元。"
    common = {"place": "遂昌县", "code": "331123", "subject": "遂昌县", "unit": "元"}
    sentence = (text, 0, len(text))
    last = Fact(6, 9, "3亿元", "税收", "level", *sentence, 3e8, period="去年", period_norm="2021", **common)  # type: ignore[arg-type]
    aim = Fact(14, 17, "9亿元", "税收目标", "target", *sentence, 9e8, status="target", **common)  # type: ignore[arg-type]
    put(text, "/1", SUICHANG, title="题", facts=(last, aim), published="2022-05-06")
    with Library.open(library_dir) as library:
        found = _items(_profile(library, "遂昌"), "figures")
    assert [(item.text, item.detail, item.status) for item in found] == [
        ("3亿元", "税收 去年(2021)", "actual"),
        ("9亿元", "税收目标", "target"),
    ]


def test_reprints_of_a_figure_are_one_text_in_a_profile(put: Callable[..., int], library_dir: Path) -> None:
    text = "遂昌县今年的故事很长,从春天讲到冬天,讲了很多很多人和事。" * 6 + "遂昌县总投资16亿元。"
    at = text.index("16亿元")
    fact = Fact(
        at, at + 4, "16亿元", "总投资", "level", text[at - 6 : at + 5], at - 6, at + 5, 1.6e9, unit="元",
        place="遂昌县", code="331123",
    )  # fmt: skip
    for path in ("/1", "/2", "/3"):
        put(text, path, SUICHANG, facts=(fact,))
    with Library.open(library_dir) as library:
        profile = _profile(library, "遂昌")
        assert (profile.entity.articles, profile.texts) == (3, 1)
        (figure,) = _items(profile, "figures")
        assert (figure.text, figure.n) == ("16亿元", 1)
