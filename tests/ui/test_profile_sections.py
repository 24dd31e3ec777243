"""Sections of a profile: their first entries, and the others when they are asked for."""

from collections.abc import Callable
from pathlib import Path

FIRMS = [f"第{number}纸业公司" for number in range(20)]


async def test_the_other_entries_of_a_section_are_made_when_it_is_unfolded(
    browser, put: Callable[..., int], library_dir: Path
) -> None:
    text = "".join(f"遂昌有{firm}。" for firm in FIRMS)
    place = ("place", "遂昌", "遂昌县", "331123")
    put(text, "/1", place, *(("company", firm, firm, None) for firm in FIRMS))
    async with browser((120, 40), library=library_dir) as shanqu:
        await shanqu.press("tab", "tab", "i")
        assert "企业  20" in shanqu.text("#profile")
        assert "… 还有 12 项" in shanqu.text("#profile")
        await shanqu.press(*"jjjjjjjjj", "enter")
        shown = shanqu.text("#profile")
        assert "还有" not in shown
        assert all(firm in shown for firm in FIRMS)


async def test_what_is_beyond_the_entries_that_are_chosen_at_first_is_reached_all_the_same(
    browser, put: Callable[..., int], library_dir: Path
) -> None:
    firms = [f"第{number}纸业公司" for number in range(60)]
    place = ("place", "遂昌", "遂昌县", "331123")
    put(
        "".join(f"遂昌有{firm}。" for firm in firms),
        "/1",
        place,
        *(("company", firm, firm, None) for firm in firms),
    )
    async with browser((120, 90), library=library_dir) as shanqu:
        await shanqu.press("tab", "tab", "i")
        assert "企业  60" in shanqu.text("#profile") and "… 还有 52 项" in shanqu.text("#profile")
        await shanqu.press(*"jjjjjjjjj", "enter")
        assert "… 还有 10 项" in shanqu.text("#profile")
        await shanqu.press(*["j"] * 42, "enter")
        shown = shanqu.text("#profile")
        assert "还有" not in shown
        assert all(firm in shown for firm in firms)


PLACE = ("place", "遂昌", "遂昌县", "331123")


def _projects(*names: str) -> list[tuple[str, str, str, None]]:
    return [("project", name, name, None) for name in names]


async def test_projects_stand_under_their_stages_which_fold_one_by_one(
    browser, put: Callable[..., int], library_dir: Path
) -> None:
    put(
        "遂昌的竹炭项目投产。遂昌的石练项目在建。遂昌的湖山项目。",
        "/1",
        PLACE,
        *_projects("竹炭项目", "石练项目", "湖山项目"),
    )
    async with browser((120, 40), library=library_dir) as shanqu:
        await shanqu.press("tab", "tab", "i")
        lines = [line.strip("▌ ").split("  ")[0] for line in shanqu.text("#profile").splitlines()]
        order = ["项目", "在建", "石练项目", "投产", "竹炭项目", "阶段未提", "湖山项目"]
        assert [line for line in lines if line in order] == order
        await shanqu.press("j", "t")
        shown = shanqu.text("#profile")
        assert "▸ 在建" in shown and "石练项目" not in shown and "竹炭项目" in shown
        await shanqu.press("k", "t")
        assert "▸ 项目" in shanqu.text("#profile") and "湖山项目" not in shanqu.text("#profile")


async def test_of_many_projects_each_stage_shows_its_first_and_the_others_when_they_are_asked_for(
    browser, put: Callable[..., int], library_dir: Path
) -> None:
    names = [f"第{number:02}号项目" for number in range(30)]
    put("".join(f"遂昌的{name}在建。" for name in names), "/1", PLACE, *_projects(*names))
    async with browser((120, 60), library=library_dir) as shanqu:
        await shanqu.press("tab", "tab", "i")
        shown = shanqu.text("#profile")
        assert "在建  ≥24" in shown and "… 还有 21 项" in shown and "… 还有 6 项" in shown
        await shanqu.press(*"jjjjj", "enter")
        assert "… 还有 21 项" not in shanqu.text("#profile")
        await shanqu.press(*["j"] * 21, "enter")
        assert all(name in shanqu.text("#profile") for name in names)
        assert "在建  30" in shanqu.text("#profile")


def _trades(*names: str) -> list[tuple[str, str, str, None]]:
    return [("industry", name, name, None) for name in names]


async def test_trades_stand_under_the_groups_by_which_counties_are_compared(
    browser, put: Callable[..., int], library_dir: Path
) -> None:
    names = ("食用菌产业", "制造业", "轴承产业", "汽车零部件产业")
    put("".join(f"遂昌发展{name}。" for name in names), "/1", PLACE, *_trades(*names))
    async with browser((120, 40), library=library_dir) as shanqu:
        await shanqu.press("tab", "tab", "i")
        lines = [line.strip("▌ ").split("  ")[0] for line in shanqu.text("#profile").splitlines()]
        groups = ("装备制造", "农业", "总体")
        order = ["装备制造", "轴承产业", "汽车零部件产业", "农业", "食用菌产业", "总体", "制造业"]
        assert [line for line in lines if line in (*groups, *names)] == order
        assert "装备制造  2" in shanqu.text("#profile")
        await shanqu.press("j", "t")
        shown = shanqu.text("#profile")
        assert "▸ 装备制造" in shown and "轴承产业  " not in shown and "食用菌产业" in shown


async def test_trades_of_one_group_need_no_heading_of_their_own(
    browser, put: Callable[..., int], library_dir: Path
) -> None:
    names = ("轴承产业", "汽车零部件产业")
    put("".join(f"遂昌发展{name}。" for name in names), "/1", PLACE, *_trades(*names))
    async with browser((120, 40), library=library_dir) as shanqu:
        await shanqu.press("tab", "tab", "i")
        assert "产业  2" in shanqu.text("#profile") and "装备制造" not in shanqu.text("#profile")


async def test_of_many_trades_each_group_shows_its_first_and_all_of_them_when_they_are_asked_for(
    browser, put: Callable[..., int], library_dir: Path
) -> None:
    names = [f"第{number:02}号轴承产业" for number in range(30)]
    put("".join(f"遂昌发展{name}。" for name in (*names, "茶产业")), "/1", PLACE, *_trades(*names, "茶产业"))
    async with browser((120, 60), library=library_dir) as shanqu:
        await shanqu.press("tab", "tab", "i")
        shown = shanqu.text("#profile")
        assert "产业  31" in shown and "装备制造  30" in shown and "… 还有 27 项" in shown
        await shanqu.press(*"jjjjj", "enter")
        shown = shanqu.text("#profile")
        assert all(name in shown for name in names) and "还有" not in shown


async def test_copies_of_an_article_are_one_entry(
    browser, put: Callable[..., int], library_dir: Path
) -> None:
    text = (
        "遂昌的造纸厂搬进了新厂房,三条生产线一天可以出纸六十吨,比老厂区多了将近一倍。"
        "厂长说,新厂房离高速路口只有三公里,货车当天就能把纸送到宁波港,运费省了两成。"
        "附近村里有一百多人在厂里上班,最远的一位每天骑车四十分钟,她说这里的食堂很好。"
    )
    for number, site in enumerate(("甲网", "乙网", "丙网")):
        put(text, f"/{number}", PLACE, title="搬进新厂房", published=f"2024-05-0{number + 1}", site=site)
    put("遂昌去年种茶。", "/4", PLACE, title="茶园", published="2023-01-01")
    async with browser((120, 40), library=library_dir) as shanqu:
        await shanqu.press("tab", "tab", "i")
        shown = shanqu.text("#profile")
        assert "文章  2" in shown and shown.count("搬进新厂房") == 1 and "2024-05-01 ≡2" in shown


async def test_events_are_named_in_the_language_of_the_screens(
    browser, put: Callable[..., int], library_dir: Path
) -> None:
    from shanqu.model import Fact

    text = "遂昌纸业项目2024年5月投产。"
    fact = Fact(
        12, 14, "投产", "投产", "event", text, 0, len(text),
        place="遂昌县", code="331123", subject="遂昌县", period="2024年5月", period_norm="2024-05", scope="area",
    )  # fmt: skip
    put(text, "/1", PLACE, facts=(fact,))
    async with browser((120, 40), library=library_dir) as shanqu:
        await shanqu.press("tab", "tab", "i")
        shown = shanqu.text("#profile")
        assert "2024-05 投产" in shown and "producing" not in shown
