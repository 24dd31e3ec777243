"""Counties side by side, and the sentences behind a cell."""

import pytest

from shanqu.text.width import text_width


async def compare(shanqu, *typed: str) -> None:
    await shanqu.press("c")
    for name in typed:
        await shanqu.type(name)
        await shanqu.press("enter")
    await shanqu.press("enter")


async def test_the_picker_finds_counties_by_pinyin_initials_and_characters(browser):
    async with browser() as shanqu:
        await shanqu.press("c")
        for typed, name in (("sc", "遂昌县"), ("xianju", "仙居县"), ("景宁", "景宁畲族自治县")):
            shanqu.widget("#county").value = ""
            await shanqu.type(typed)
            assert name in shanqu.lines("#counties")[0]


async def test_two_to_four_counties_can_be_chosen(browser):
    async with browser() as shanqu:
        await shanqu.press("c")
        await shanqu.type("sc")
        await shanqu.press("enter", "enter")
        assert shanqu.app.screen.query("#county"), "one county is not enough"
        for typed in ("xianju", "pingyang", "longyou", "qingyuan"):
            shanqu.widget("#county").value = ""
            await shanqu.type(typed)
            await shanqu.press("space")
        assert str(shanqu.widget("#picker-chosen").render()).count("●") == 4


async def test_rows_hold_what_is_said_of_each_county(browser):
    async with browser((120, 60)) as shanqu:
        await compare(shanqu, "sc", "xianju")
        assert "遂昌县" in shanqu.lines("#matrix-head")[0]
        text = shanqu.text("#matrix")
        for label in ("文章数", "产业", "园区", "企业", "人物"):
            assert label in text
        assert "遂昌经济开发区" in text
        assert "仙居医疗器械产业园" in text
        assert "16亿元" in text
        assert "徐彤" in text
        assert "邵燕飞" not in text, "who reports on a county is not one of its people"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_columns_are_aligned_and_fill_the_line(browser, size):
    async with browser(size) as shanqu:
        await compare(shanqu, "sc", "xianju", "pingyang", "jingning")
        head = shanqu.lines("#matrix-head")[0]
        column = text_width(head[: head.index("▲ 仙居县")])
        for line in [head, *shanqu.lines("#matrix")]:
            assert text_width(line) == size[0]
        articles = next(line for line in shanqu.lines("#matrix") if "文章数" in line)
        cells = cells_of(articles)
        assert cells[column].isdigit()


def cells_of(line: str) -> dict[int, str]:
    """The characters of a line by the cell they start in."""
    found, at = {}, 0
    for char in line:
        found[at] = char
        at += text_width(char)
    return found


async def test_enter_opens_the_sentences_and_enter_again_the_article_there(browser):
    async with browser((120, 50)) as shanqu:
        await compare(shanqu, "sc", "xianju")
        matrix = shanqu.widget("#matrix")
        while matrix.row.label != "园区":
            await shanqu.press("j")
        await shanqu.press("l")
        names = [value.text for value in matrix.cell.values]
        await shanqu.press("enter")
        sentences = shanqu.text("#sentences")
        assert any(name in sentences.replace("\n", "").replace("  ", "") for name in names)
        await shanqu.press("enter")
        await shanqu.settle()
        assert "聚焦浙江山区26县" in shanqu.widget("#reader").article.title
        await shanqu.press("q", "q")
        assert shanqu.widget("#matrix").row.label == "园区"
        assert shanqu.widget("#matrix").column == 1


async def test_every_cell_that_says_something_has_a_sentence(browser, seeds_library):
    from shanqu.query import Library

    with Library.open(seeds_library) as library:
        codes = [county.code for county in library.counties() if county.articles][:4]
        comparison = library.compare(codes)
    values = [value for row in comparison.rows for cell in row.cells for value in cell.values]
    assert len(values) > 40
    assert all(value.evidence.text for value in values)


async def test_an_empty_cell_says_so_instead_of_opening(browser):
    async with browser((120, 60)) as shanqu:
        await compare(shanqu, "sc", "qingyuan")
        await shanqu.press("l")
        while shanqu.widget("#matrix").cell.values:
            await shanqu.press("j")
        await shanqu.press("enter")
        assert shanqu.widget("#bottom").message
        assert shanqu.app.screen.query("#matrix")


async def test_x_shows_the_rows_in_which_nothing_is_said(browser):
    async with browser((120, 60)) as shanqu:
        await compare(shanqu, "songyang", "tiantai")
        before = shanqu.widget("#matrix").count()
        await shanqu.press("x")
        assert shanqu.widget("#matrix").count() > before
