"""Counties side by side, and the sentences behind a cell."""

import shutil
from pathlib import Path

import pytest

from shanqu.i18n import set_language
from shanqu.text.width import text_width


async def test_the_picker_finds_counties_by_pinyin_initials_and_characters(browser):
    async with browser() as shanqu:
        await shanqu.press("c")
        for typed, name in (("sc", "遂昌县"), ("xianju", "仙居县"), ("景宁", "景宁畲族自治县")):
            shanqu.widget("#county").value = ""
            await shanqu.type(typed)
            assert name in shanqu.lines("#counties")[0]


async def test_two_to_six_places_can_be_chosen(browser):
    async with browser() as shanqu:
        await shanqu.press("c")
        await shanqu.type("sc")
        await shanqu.press("enter", "enter")
        assert shanqu.app.screen.query("#county"), "one county is not enough"
        for typed in ("xianju", "pingyang", "longyou", "qingyuan", "yunhe", "tiantai"):
            shanqu.widget("#county").value = ""
            await shanqu.type(typed)
            await shanqu.press("space")
        assert str(shanqu.widget("#picker-chosen").render()).count("●") == 6


async def test_a_park_can_be_a_column(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "仙居医疗器械产业园")
        assert "仙居医疗器械产业园" in shanqu.lines("#matrix-head")[0]


async def test_rows_hold_what_is_said_of_each_county(browser):
    async with browser((120, 100)) as shanqu:
        await shanqu.compare("sc", "xianju")
        assert "遂昌县" in shanqu.lines("#matrix-head")[0]
        text = shanqu.text("#matrix")
        for label in ("产业名录", "平台名录", "企业名录", "人物"):
            assert label in text
        assert "遂昌县经济开发区" in text
        assert "仙居医疗器械产业园" in text
        assert "16亿元" in text
        assert "徐彤" in text
        assert "邵燕飞" not in text, "who reports on a county is not one of its people"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_columns_are_aligned_and_fill_the_line(browser, size):
    async with browser(size) as shanqu:
        await shanqu.compare("sc", "xianju", "pingyang", "jingning")
        head = shanqu.lines("#matrix-head")[0]
        column = text_width(head[: head.index("▲ 仙居县")])
        for line in [head, *shanqu.lines("#matrix")]:
            assert text_width(line) == size[0]
        projects = next(line for line in shanqu.lines("#matrix") if "项目数" in line)
        assert cells_of(projects)[column].isdigit()


def cells_of(line: str) -> dict[int, str]:
    """The characters of a line by the cell they start in."""
    found, at = {}, 0
    for char in line:
        found[at] = char
        at += text_width(char)
    return found


async def test_enter_opens_the_sentences_and_enter_again_the_article_there(browser):
    async with browser((120, 50)) as shanqu:
        await shanqu.compare("sc", "xianju")
        matrix = shanqu.widget("#matrix")
        while matrix.row.label != "平台名录":
            await shanqu.press("j")
        await shanqu.press("l")
        names = [figure.text for figure in matrix.cell.figures]
        await shanqu.press("enter")
        sentences = shanqu.text("#sentences")
        assert any(name in sentences.replace("\n", "").replace("  ", "") for name in names)
        await shanqu.press("enter")
        await shanqu.settle()
        assert "聚焦浙江山区26县" in shanqu.widget("#reader").article.title
        await shanqu.press("q", "q")
        assert shanqu.widget("#matrix").row.label == "平台名录"
        assert shanqu.widget("#matrix").column == 1


async def test_an_empty_cell_says_so_instead_of_opening(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "qingyuan")
        await shanqu.press("l")
        while shanqu.widget("#matrix").cell.state != "absent":
            await shanqu.press("j")
        await shanqu.press("enter")
        assert shanqu.widget("#bottom").message
        assert shanqu.app.screen.query("#matrix")


async def test_groups_are_folded_and_unfolded(browser):
    async with browser((120, 100)) as shanqu:
        await shanqu.compare("sc", "xianju")
        before = shanqu.text("#matrix")
        await shanqu.press("t")
        assert "▸" in shanqu.lines("#matrix")[0]
        assert len(shanqu.text("#matrix").rstrip()) < len(before.rstrip())
        await shanqu.press("enter")
        assert shanqu.text("#matrix") == before


async def test_rows_are_filtered_by_words_as_they_are_typed(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "xianju")
        await shanqu.press("slash")
        await shanqu.type("产值")
        text = shanqu.text("#matrix")
        assert "16亿元" in text
        assert "企业数" not in text
        await shanqu.press("escape")
        assert "企业数" in shanqu.text("#matrix")


async def test_columns_are_moved_and_taken_away(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "xianju", "jingning")
        await shanqu.press("greater_than_sign")
        head = shanqu.lines("#matrix-head")[0]
        assert head.index("仙居县") < head.index("遂昌县") < head.index("景宁")
        assert shanqu.widget("#matrix").column == 1
        await shanqu.press("minus")
        assert "遂昌县" not in shanqu.lines("#matrix-head")[0]
        await shanqu.press("minus")
        assert "景宁" in shanqu.lines("#matrix-head")[0], "two places must be left"


async def test_six_columns_wait_beside_a_narrow_screen(browser):
    async with browser((80, 24)) as shanqu:
        await shanqu.compare("sc", "xianju", "jingning", "pingyang", "longyou", "tiantai")
        assert "天台县" not in shanqu.lines("#matrix-head")[0]
        await shanqu.press("l", "l", "l", "l", "l")
        assert "天台县" in shanqu.lines("#matrix-head")[0]
        assert "遂昌县" not in shanqu.lines("#matrix-head")[0]


async def test_rows_are_sorted_by_the_column_under_the_cursor(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "xianju")
        await shanqu.press("l", "s", "s")
        first = shanqu.widget("#matrix")._items[0].row
        assert first.cells[1].lead is not None
        assert "仙居县" in shanqu.lines("#compare-title")[0]
        await shanqu.press("s")
        assert shanqu.widget("#matrix")._items[0].row is None


async def test_a_row_is_shown_as_bars_with_its_numbers(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "xianju")
        while shanqu.widget("#matrix").row.label != "企业数":
            await shanqu.press("j")
        await shanqu.press("p")
        text = shanqu.text("#pictures")
        assert "█" in text
        assert "遂昌县" in text and "仙居县" in text


async def test_to_fold_rows_that_stand_in_no_groups_tells_how_to_get_them(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.press("c", *"suichang", "enter", *"xianju", "enter", "enter")
        await shanqu.press("s", "t")
        assert "没有分组" in shanqu.text("#bottom")


async def test_a_filter_is_told_and_where_it_leaves_nothing_that_is_said(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.press("c", *"suichang", "enter", *"xianju", "enter", "enter")
        await shanqu.press("/", *"zzz", "enter")
        assert "zzz" in shanqu.text("#compare-title") and "Esc" in shanqu.text("#matrix")
        assert "遂昌县 ·" not in shanqu.text("#bottom")
        await shanqu.press("escape")
        assert "zzz" not in shanqu.text("#compare-title") and "Esc" not in shanqu.text("#matrix")


async def test_a_township_and_a_place_split_off_can_be_columns(browser, seeds_library, tmp_path):
    own = Path(shutil.copytree(seeds_library, tmp_path / "own"))
    async with browser((120, 60), library=own) as shanqu:
        library = shanqu.app.session.library
        towns = [one for one in library.columns() if one.kind == "place" and one.articles]
        assert towns, "the seeds name townships"
        library.split(library.find_entity("遂昌县"), "遂昌", "某地")
        for name in (towns[0].name, "某地"):
            await shanqu.compare("sc", name)
            assert name in shanqu.lines("#matrix-head")[0]
            await shanqu.press("escape")


async def test_rows_stay_sorted_by_their_place_while_columns_move_and_go(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "xianju", "longyou")
        await shanqu.press("l", "l", "s", "s")
        assert "龙游县" in shanqu.text("#compare-title")
        await shanqu.press("h", "h", "minus")
        assert "龙游县" in shanqu.text("#compare-title")
        await shanqu.press("l", "less_than_sign")
        assert "龙游县" in shanqu.text("#compare-title")


async def test_without_the_place_that_they_are_sorted_by_rows_stand_in_their_groups(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "xianju", "longyou")
        before = shanqu.lines("#matrix")[0]
        await shanqu.press("l", "l", "s", "s", "minus")
        assert "龙游县" not in shanqu.text("#compare-title")
        assert shanqu.lines("#matrix")[0] == before


async def test_keys_that_can_do_nothing_say_why(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "xianju")
        await shanqu.press("less_than_sign")
        assert shanqu.widget("#bottom").message
        await shanqu.press("t", "p")
        assert "t" in shanqu.widget("#bottom").message


async def test_the_picker_says_why_it_does_not_compare(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.press("c", "space", "enter")
        assert "再选" in str(shanqu.widget("#picker-hint").render())
        for _ in range(5):
            await shanqu.press("down", "space")
        assert "再选" not in str(shanqu.widget("#picker-hint").render())
        await shanqu.press("down", "space")
        assert "六个" in str(shanqu.widget("#picker-hint").render())
        await shanqu.type("没有")
        assert "没有地方" in shanqu.text("#counties")


async def test_counties_are_compared_by_groups_of_trades_down_to_the_sentence(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "shangyu")
        await shanqu.press("slash", *"产业门类", "enter")
        lines = shanqu.lines("#matrix")
        assert lines[0].strip() == "产业门类" and any("▌数字经济" in line for line in lines)
        await shanqu.press("enter")
        assert "遂昌县 · 数字经济" in shanqu.lines("#evidence-title")[0]
        assert "数字经济" in shanqu.text("#sentences")


async def test_the_programs_own_labels_are_english_in_english(browser):
    set_language("en")
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "xianju")
        text = shanqu.text("#matrix")
        assert "Industrial output" in text and "工业产值" not in text.split("Industrial output")[0]
        await shanqu.press("slash", *"equipment", "enter")
        assert "Trades by group" in shanqu.lines("#matrix")[0]
