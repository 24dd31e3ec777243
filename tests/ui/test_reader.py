"""The reader: cleaned by default, raw at the same place, marks and find."""

import re

import pytest

ADVERTS = ("葛毅明", "版权声明", "分享给朋友", "免责声明", "当前位置", "App Store", "长按/扫一扫")


async def whole_text(shanqu) -> str:
    """Everything the reader shows from top to bottom."""
    seen = []
    await shanqu.press("g")
    for _ in range(200):
        seen.append(shanqu.text("#reader"))
        before = shanqu.widget("#reader").scroll_offset.y
        await shanqu.press("space")
        if shanqu.widget("#reader").scroll_offset.y == before:
            break
    return "\n".join(seen)


async def test_no_advert_copyright_notice_or_teaser_is_shown(browser):
    async with browser((100, 60)) as shanqu:
        for _ in range(5):
            await shanqu.press("tab") if not shanqu.widget("#reader").has_focus else None
            text = await whole_text(shanqu)
            for advert in (*ADVERTS, "青海大学国家大学科技园", "中国眼谷"):
                assert advert not in text
            await shanqu.press("J")


async def test_title_site_column_date_and_reporters_stand_at_the_top(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.press("slash")
        await shanqu.type("标题:县域经济观察")
        await shanqu.press("enter")
        head = " ".join(line.strip() for line in shanqu.lines("#reader")[:4])
        for part in (
            "浙江县域经济观察:山区县如何发力生态工业?",
            "齐齐哈尔新闻网",
            "新闻头条",
            "11-15",
            "邵燕飞",
            "田博群",
        ):
            assert part in head


async def test_the_raw_page_shows_dropped_blocks_with_the_reason(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.press("slash")
        await shanqu.type("借梯登高")
        await shanqu.press("enter", "enter", "v")
        raw = await whole_text(shanqu)
        assert re.search(r"┌ 广告 · .+\n\s*┊ 葛毅明微信号", raw)
        assert re.search(r"┌ 版权声明 · ", raw)
        assert re.search(r"┌ 相关文章 · ", raw)


async def test_the_raw_page_opens_at_the_same_place_in_the_text(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.press("enter", "space", "space")
        cleaned = shanqu.lines("#reader")[2].strip()
        await shanqu.press("v")
        raw = "".join(line.strip() for line in shanqu.lines("#reader"))
        assert cleaned[:12] in raw
        await shanqu.press("v")
        assert cleaned[:12] in "".join(line.strip() for line in shanqu.lines("#reader"))


async def test_edits_are_marked_and_the_raw_page_shows_what_stood_there(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.press("slash")
        await shanqu.type("聚焦浙江山区26县")
        await shanqu.press("enter", "enter")
        text = "".join(line.strip() for line in (await whole_text(shanqu)).split("\n"))
        assert "单体投资最大的先进制造业" in text
        assert "蕞" not in text
        await shanqu.press("v")
        raw = "".join(line.strip() for line in (await whole_text(shanqu)).split("\n"))
        assert "蕞〔最〕" in raw


@pytest.mark.parametrize("width", [40, 80, 100, 120, 200])
async def test_no_line_starts_with_a_stop_or_closing_mark(browser, width):
    async with browser((width, 50)) as shanqu:
        await shanqu.press("enter")
        for line in (await whole_text(shanqu)).split("\n"):
            assert not re.match(r"\s*[,。、)”》;…—]", line), line


async def test_lines_are_no_longer_than_the_measure(browser):
    async with browser((200, 50)) as shanqu:
        await shanqu.press("z")
        assert max(len(line.strip()) for line in shanqu.lines("#reader")) <= 76


async def test_find_walks_the_hits_and_counts_them(browser):
    async with browser() as shanqu:
        await shanqu.press("slash")
        await shanqu.type("县域经济观察")
        await shanqu.press("enter", "f")
        await shanqu.type("遂昌")
        await shanqu.press("enter")
        article = shanqu.widget("#reader").article
        expected = sum(article.page.text[block.start : block.end].count("遂昌") for block in article.kept())
        assert shanqu.widget("#reader").position == (1, expected)
        await shanqu.press("n", "n")
        assert shanqu.widget("#bottom").state.startswith(f"3/{expected}")
        await shanqu.press("N", "N", "N")
        assert shanqu.widget("#reader").position == (expected, expected)


async def test_escape_ends_find_and_the_filter_stays(browser):
    async with browser() as shanqu:
        await shanqu.press("slash")
        await shanqu.type("遂昌")
        await shanqu.press("enter", "f")
        await shanqu.type("产业")
        await shanqu.press("enter", "escape")
        assert shanqu.widget("#reader").sought == ""
        assert shanqu.widget("#filter").value == "遂昌"


async def test_space_turns_a_page_with_two_lines_kept(browser):
    async with browser() as shanqu:
        await shanqu.press("enter")
        lines = shanqu.lines("#reader")
        await shanqu.press("space")
        assert shanqu.lines("#reader")[:2] == lines[-2:]


async def test_the_headline_stands_above_the_text_once_it_is_scrolled_out_of_sight(browser):
    async with browser() as shanqu:
        await shanqu.press("enter")
        headline = shanqu.app.browse.shown.article.title
        assert "正文" in shanqu.text("#reader-title")
        await shanqu.press("space")
        assert headline[:8] in shanqu.text("#reader-title")
        await shanqu.press("g")
        assert "正文" in shanqu.text("#reader-title")
