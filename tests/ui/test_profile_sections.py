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
