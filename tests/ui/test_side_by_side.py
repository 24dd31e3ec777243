"""Two texts next to each other, and what a reposter changed."""

from pathlib import Path

import pytest

from shanqu.indexing import add
from shanqu.paths import seeds_dir


@pytest.fixture(scope="module")
def with_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles, and a copy of one that a reposter has changed."""
    folder = tmp_path_factory.mktemp("copies")
    original = sorted(seeds_dir().iterdir())[1].read_text("utf-8")
    lines = original.replace("最", "蕞").split("\n")
    cut = max(range(4, len(lines) - 20), key=lambda at: len(lines[at]))
    (folder / "copy.txt").write_text("\n".join(lines[:cut] + lines[cut + 1 :]), "utf-8")
    add([seeds_dir(), folder], folder / "library")
    return folder / "library"


async def go_to_copied(shanqu) -> None:
    articles = shanqu.widget("#list")
    while not articles.row(articles.cursor).duplicates:
        await shanqu.press("j")


async def test_the_other_copies_are_one_key_away_from_the_list_with_what_was_changed(browser, with_copy):
    async with browser((120, 40), library=with_copy) as shanqu:
        await go_to_copied(shanqu)
        here = shanqu.widget("#list").current
        await shanqu.press("D")
        assert "[-最-]{+蕞+}" in shanqu.text("#diff").replace("\n", "").replace("  ", "")
        assert "copy.txt" in str(shanqu.widget("#copies").render())
        await shanqu.press("q")
        assert shanqu.widget("#list").current == here


async def test_keys_lead_from_change_to_change_and_back(browser, with_copy):
    async with browser((120, 24), library=with_copy) as shanqu:
        await go_to_copied(shanqu)
        await shanqu.press("D")
        diff = shanqu.widget("#diff")
        assert diff.changes >= 2
        assert diff.now == 0
        seen = []
        for _ in range(diff.changes):
            line = diff._layout_now.changes[diff.now].line
            assert diff.scroll_offset.y <= line < diff.scroll_offset.y + diff.size.height
            seen.append(diff.now)
            await shanqu.press("n")
        assert seen == list(range(diff.changes))
        assert diff.now == 0, "around the end"
        await shanqu.press("N")
        assert diff.now == diff.changes - 1


async def test_what_is_the_same_can_be_hidden(browser, with_copy):
    async with browser((120, 40), library=with_copy) as shanqu:
        await go_to_copied(shanqu)
        await shanqu.press("D")
        whole = len(shanqu.widget("#diff")._layout_now.lines)
        changes = shanqu.widget("#diff").changes
        await shanqu.press("u")
        assert len(shanqu.widget("#diff")._layout_now.lines) < whole
        assert shanqu.widget("#diff").changes == changes
        assert "⋯" in shanqu.text("#diff")


async def test_enter_reads_the_copy_at_the_change_and_back_returns_there(browser, with_copy):
    async with browser((120, 30), library=with_copy) as shanqu:
        await go_to_copied(shanqu)
        await shanqu.press("D", "n", "n")
        now = shanqu.widget("#diff").now
        await shanqu.press("enter")
        assert shanqu.widget("#reader").position[1] > 0
        await shanqu.press("q")
        assert shanqu.widget("#diff").now == now


async def test_an_article_without_copies_says_so(browser):
    async with browser() as shanqu:
        await shanqu.press("D")
        assert shanqu.app.screen.query("#list")
        assert shanqu.widget("#bottom").message


async def test_copies_stay_at_the_same_passage_on_both_sides(browser, with_copy):
    async with browser((120, 24), library=with_copy) as shanqu:
        await go_to_copied(shanqu)
        await shanqu.press("S")
        for _ in range(4):
            await shanqu.press("space")
            first, other = (shanqu.lines(side)[1].strip() for side in ("#left", "#right"))
            assert first[:8] in shanqu.text("#right") and other[:8] in shanqu.text("#left")


@pytest.mark.parametrize(("size", "beside"), [((120, 40), True), ((80, 24), True), ((79, 24), False)])
async def test_two_marked_articles_stand_beside_each_other_or_stacked(browser, size, beside):
    async with browser(size) as shanqu:
        await shanqu.press("m", "j", "j", "m", "S")
        left, right = shanqu.widget("#left"), shanqu.widget("#right")
        assert left.article.title != right.article.title
        assert (left.region.y == right.region.y) is beside
        assert (left.region.x == right.region.x) is not beside


async def test_both_sides_scroll_together_until_they_are_told_not_to(browser):
    async with browser((120, 30)) as shanqu:
        await shanqu.press("S", "j", "j", "j")
        left, right = shanqu.widget("#left"), shanqu.widget("#right")
        assert left.scroll_offset.y == right.scroll_offset.y == 3
        await shanqu.press("y", "j", "j")
        assert (left.scroll_offset.y, right.scroll_offset.y) == (5, 3)
        await shanqu.press("y", "tab", "j")
        assert (left.scroll_offset.y, right.scroll_offset.y) == (6, 4), "together as they stand"


async def test_another_article_takes_the_place_of_the_other_one(browser):
    async with browser((120, 30)) as shanqu:
        await shanqu.press("S")
        first, second = shanqu.widget("#left").article.title, shanqu.widget("#right").article.title
        await shanqu.press("J")
        assert shanqu.widget("#left").article.title == first
        assert shanqu.widget("#right").article.title not in (first, second)
        await shanqu.press("K")
        assert shanqu.widget("#right").article.title == second


async def test_what_is_said_of_two_counties_in_a_row_stands_side_by_side(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.compare("sc", "xianju", "jingning")
        while shanqu.widget("#matrix").row.label != "企业数":
            await shanqu.press("j")
        await shanqu.press("S")
        assert "遂昌县" in shanqu.lines("#left-title")[0]
        assert "仙居县" in shanqu.lines("#right-title")[0]
        await shanqu.press("tab", "J")
        assert "景宁" in shanqu.lines("#left-title")[0]
        await shanqu.press("q")
        assert shanqu.widget("#matrix").row.label == "企业数"


async def test_sentences_of_both_places_move_together_and_open_their_article(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.compare("sc", "xianju")
        while shanqu.widget("#matrix").row.label != "企业名录":
            await shanqu.press("j")
        await shanqu.press("S")
        left, right = shanqu.widget("#left"), shanqu.widget("#right")
        await shanqu.press("j", "j")
        assert left.cursor == 2
        assert right.cursor == min(2, right.count() - 1)
        item = left.current
        await shanqu.press("enter")
        assert shanqu.widget("#reader").article.title == item.title
        await shanqu.press("q")
        assert shanqu.widget("#left").cursor == 2


async def test_the_longer_side_goes_on_where_the_shorter_one_ends(browser):
    async with browser((120, 12)) as shanqu:
        await shanqu.press("S")
        left, right = shanqu.widget("#left"), shanqu.widget("#right")
        short, long = sorted((left, right), key=lambda side: side.max_scroll_y)
        assert short.max_scroll_y < long.max_scroll_y
        if short is right:
            await shanqu.press("tab")
        while short.scroll_offset.y < short.max_scroll_y:
            await shanqu.press("space")
        before = long.scroll_offset.y
        await shanqu.press("j", "j")
        assert (short.scroll_offset.y, long.scroll_offset.y) == (short.max_scroll_y, before + 2)
        await shanqu.press("k")
        assert (short.scroll_offset.y, long.scroll_offset.y) == (short.max_scroll_y - 1, before + 1)
        await shanqu.press("G")
        assert (short.scroll_offset.y, long.scroll_offset.y) == (short.max_scroll_y, long.max_scroll_y)
        await shanqu.press("g")
        assert (short.scroll_offset.y, long.scroll_offset.y) == (0, 0)
