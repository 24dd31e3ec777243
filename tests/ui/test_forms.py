"""A name is taken out of an entity where all its names are listed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from test_entities import choose

FIRM = ("company", "甲乙纸业公司", "甲乙纸业公司", None)
SHORT = ("company", "甲乙厂", "甲乙纸业公司", None)


@pytest.fixture
def firms(put: Callable[..., int], library_dir: Path) -> Path:
    put(
        "甲乙纸业公司在遂昌。甲乙厂很大,甲乙厂很强。",
        "/1",
        FIRM,
        SHORT,
        title="一家纸厂",
        published="2023-01-01",
    )
    put("仙居的甲乙厂是一家门店。", "/2", SHORT, title="一家门店", published="2024-01-01")
    return library_dir


def named(shanqu) -> dict[str, tuple[int, int]]:
    """The companies of the first screen, with articles and mentions."""
    lines = (line.split() for line in shanqu.lines("#entities") if "甲乙" in line)
    return {words[-3]: (int(words[-2]), int(words[-1])) for words in lines}


async def to_forms(shanqu) -> None:
    await choose(shanqu, "甲乙纸业公司")
    await shanqu.press("P")


async def test_all_names_of_the_entity_are_listed_with_how_often_and_where_they_stand(browser, firms):
    async with browser((100, 24), library=firms) as shanqu:
        await to_forms(shanqu)
        assert "甲乙纸业公司" in shanqu.text("#forms-title")
        first, second, *_ = shanqu.lines("#forms")
        assert "▸ 甲乙厂 " in first and "2 篇" in first and "3 " in first
        assert "▸ 甲乙纸业公司" in second and "1 篇" in second
        await shanqu.press("t")
        assert [word for word in ("一家门店", "一家纸厂") if word in shanqu.text("#forms")] == [
            "一家门店",
            "一家纸厂",
        ]
        await shanqu.press("j", "enter")
        assert "仙居的甲乙厂是一家门店" in shanqu.text("#sentences") and "很大" not in shanqu.text(
            "#sentences"
        )
        await shanqu.press("q", "t")
        assert "一家门店" not in shanqu.text("#forms")


async def test_a_name_is_taken_out_everywhere_and_taken_back(browser, firms):
    async with browser((120, 24), library=firms) as shanqu:
        await to_forms(shanqu)
        await shanqu.press("P")
        assert shanqu.widget("#answer").value == "甲乙厂"
        await shanqu.type("门业")
        await shanqu.press("enter")
        assert "▸ 甲乙厂 " not in shanqu.text("#forms") and "甲乙纸业公司" in shanqu.text("#forms")
        await shanqu.press("q")
        assert named(shanqu) == {"甲乙纸业公司": (1, 1), "甲乙厂门业": (2, 3)}
        await shanqu.press("C")
        assert "甲乙纸业公司 · 甲乙厂 → 甲乙厂门业" in shanqu.text("#corrections")
        await shanqu.press("q", "U")
        assert named(shanqu) == {"甲乙纸业公司": (2, 4)}


async def test_it_is_taken_out_of_one_article_alone(browser, firms):
    async with browser((120, 24), library=firms) as shanqu:
        await to_forms(shanqu)
        await shanqu.press("t", "j", "P")
        await shanqu.type("门业")
        await shanqu.press("enter", "q")
        assert named(shanqu) == {"甲乙纸业公司": (1, 3), "甲乙厂门业": (1, 1)}


async def test_the_names_of_what_a_profile_tells_of_are_listed_there_and_it_follows(browser, firms):
    async with browser((120, 24), library=firms) as shanqu:
        await choose(shanqu, "甲乙纸业公司")
        await shanqu.press("i")
        assert "2 篇" in shanqu.text("#profile-title") or "2 " in shanqu.text("#profile-title")
        await shanqu.press("P", "P")
        await shanqu.type("门业")
        await shanqu.press("enter", "q")
        assert "一家门店" not in shanqu.text("#profile")
        await shanqu.press("U")
        assert "一家门店" in shanqu.text("#profile")


async def test_what_cannot_be_is_told_in_the_bottom_line(browser, firms):
    async with browser((120, 24), library=firms) as shanqu:
        await to_forms(shanqu)
        await shanqu.press("j", "P")
        await shanqu.type("甲乙纸业公司")
        await shanqu.press("enter")
        assert shanqu.widget("#bottom").message
        assert not (firms / "corrections.jsonl").exists()


async def test_an_entity_of_which_nothing_is_left_has_no_names(browser, firms):
    async with browser((120, 24), library=firms) as shanqu:
        await to_forms(shanqu)
        for _ in range(2):
            await shanqu.press("P", "ctrl+u")
            await shanqu.type("甲乙厂新名")
            await shanqu.press("enter")
        assert shanqu.widget("#forms").count() == 0
        await shanqu.press("P", "t", "enter", "q")
        assert set(named(shanqu)) == {"甲乙厂新名"}
