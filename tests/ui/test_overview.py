"""All counties at a glance, profiles, concordances, pictures, and corrections."""

import shutil

import pytest

from shanqu.text.width import text_width


async def test_counties_that_no_article_names_are_shown_as_gaps(browser):
    async with browser((120, 120)) as shanqu:
        await shanqu.press("o")
        lines = shanqu.lines("#counties")
        assert sum("县" in line or "市" in line or "区" in line for line in lines) > 90
        gap = next(line for line in lines if "淳安县" in line)
        assert not any(char.isdigit() for char in gap)
        await shanqu.press("u")
        assert "淳安县" not in shanqu.text("#counties")


async def test_counties_that_left_the_26_are_told_apart(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.press("o")
        lines = shanqu.lines("#counties")
        assert "▲" in next(line for line in lines if "遂昌县" in line)
        assert "△" in next(line for line in lines if "平阳县" in line)


async def test_the_table_is_sorted_by_each_column(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.press("o", "s", "s", "s")
        assert "提及▾" in shanqu.lines("#overview-head")[0]
        assert "上虞区" in shanqu.lines("#counties")[0], "named most often"


@pytest.mark.parametrize("width", [60, 80, 120, 200])
async def test_the_columns_stand_below_their_headings(browser, width):
    async with browser((width, 24)) as shanqu:
        await shanqu.press("o")
        for line in [*shanqu.lines("#overview-head"), *shanqu.lines("#counties")]:
            assert text_width(line) == width


async def test_marked_counties_are_compared(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.press("o", "c")
        assert not shanqu.app.screen.query("#matrix"), "none is marked"
        await shanqu.press("m", "m", "c")
        assert shanqu.app.screen.query("#matrix")
        await shanqu.press("q")
        assert shanqu.text("#counties").count("●") == 2


async def test_a_profile_shows_what_is_said_of_a_county_and_leads_to_its_sentences(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.press("o", "enter")
        text = shanqu.text("#profile")
        assert "徐彤" in text and "遂昌县经济开发区" in text
        while _text(shanqu) != "徐彤":
            await shanqu.press("j")
        await shanqu.press("enter")
        assert "徐彤" in shanqu.text("#sentences")


def _text(shanqu) -> str:
    item = shanqu.widget("#profile").current
    return item.text if item else ""


async def test_a_profile_leads_to_the_profiles_of_what_it_names(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.press("o", "enter")
        while _text(shanqu) != "徐彤":
            await shanqu.press("j")
        await shanqu.press("i")
        assert "徐彤" in shanqu.lines("#profile-title")[0]
        await shanqu.press("q")
        assert "遂昌县" in shanqu.lines("#profile-title")[0]


async def test_contexts_stand_below_each_other_and_open_the_article_there(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.press("slash")
        await shanqu.type("遂昌")
        await shanqu.press("enter", "w")
        lines = [line for line in shanqu.lines("#kwic") if line.strip()]
        columns = {text_width(line[: line.index(" 遂昌 ")]) for line in lines if " 遂昌 " in line}
        assert len(columns) == 1
        await shanqu.press("enter")
        assert shanqu.widget("#reader").position[1] >= 1


async def test_the_article_of_the_context_under_the_cursor_is_named_on_a_narrow_screen_too(browser):
    async with browser((80, 24)) as shanqu:
        await shanqu.press("w")
        await shanqu.type("遂昌")
        await shanqu.press("enter")
        named = []
        for key in ("home", "end"):
            await shanqu.press(key)
            named.append(shanqu.text("#source"))
            assert shanqu.widget("#kwic").current.title[:20] in named[-1]
        assert named[0] != named[1]


async def test_contexts_are_sorted_by_what_stands_beside(browser):
    async with browser((120, 60)) as shanqu:
        await shanqu.press("slash")
        await shanqu.type("遂昌")
        await shanqu.press("enter", "w", "s")
        rights = [line.right.strip() for line in shanqu.widget("#kwic").lines]
        assert rights == sorted(rights)


async def test_pictures_carry_their_numbers_and_fit_80_columns(browser):
    async with browser((80, 24)) as shanqu:
        await shanqu.press("o", "p")
        text = shanqu.text("#pictures")
        assert "█" in text
        assert "遂昌县" in text


async def test_an_entity_is_renamed_hidden_and_brought_back(browser, seeds_library, tmp_path):
    own = tmp_path / "library"
    shutil.copytree(seeds_library, own)
    async with browser((120, 40), library=own) as shanqu:
        await shanqu.press("tab", "tab")
        name = shanqu.widget("#entities").current.canonical
        await shanqu.press("X")
        assert name not in shanqu.text("#entities")
        await shanqu.press("U")
        assert name in shanqu.text("#entities")
        await shanqu.press("R")
        shanqu.widget("#answer").value = "新名"
        await shanqu.press("enter")
        assert "新名" in shanqu.text("#entities")
    async with browser((120, 40), library=own) as shanqu:
        assert "新名" in shanqu.text("#entities"), "corrections outlive the session"


async def test_what_is_said_of_investment_and_the_latest_year_is_seen_at_80_columns(browser):
    async with browser((80, 24)) as shanqu:
        await shanqu.press("o")
        head = shanqu.text("#overview-head")
        for heading in ("文章", "提及", "企业", "项目", "投资", "最近"):
            assert heading in head


async def test_a_county_that_has_left_the_26_is_marked_so_on_every_screen(browser):
    async with browser((120, 40)) as shanqu:
        assert any("△ 平阳县" in line for line in shanqu.lines("#entities"))
        await shanqu.press("c", *"pingyang")
        assert "△ 平阳县" in shanqu.text("#counties")
        await shanqu.press("enter", *"suichang", "enter", "enter")
        assert "△ 平阳县" in shanqu.text("#matrix-head") and "▲ 遂昌县" in shanqu.text("#matrix-head")
        await shanqu.press("i")
        assert "△ 平阳县 · 地名 · 2024-08" in shanqu.text("#profile-title")


async def test_a_filter_of_counties_is_told_and_where_it_leaves_nothing_that_is_said(browser):
    async with browser((100, 24)) as shanqu:
        await shanqu.press("o", "/", *"zzz", "enter")
        assert "Esc" in shanqu.text("#counties") and "zzz" in shanqu.text("#overview-title")
        await shanqu.press("escape")
        assert "遂昌县" in shanqu.text("#counties") and "zzz" not in shanqu.text("#overview-title")


async def test_a_word_that_no_sentence_holds_says_so(browser):
    async with browser((100, 24)) as shanqu:
        await shanqu.press("/", *"zzz", "enter", "w")
        assert "zzz" in shanqu.text("#kwic")


async def test_counties_are_found_by_pinyin_and_its_initials(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.press("o")
        for typed in ("xianju", "XJ"):
            await shanqu.press("slash", "ctrl+u")
            await shanqu.type(typed)
            assert "仙居县" in shanqu.lines("#counties")[0]
            await shanqu.press("enter")


async def test_a_picture_is_of_the_counties_that_are_shown(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.press("o", "slash")
        await shanqu.type("仙居")
        await shanqu.press("enter", "p")
        assert "仙居县" in shanqu.text("#pictures")
        assert "遂昌县" not in "".join(shanqu.lines("#pictures")[:8])


async def test_a_seventh_mark_is_refused_with_a_word(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.press("o", *"mmmmmm")
        assert not shanqu.widget("#bottom").message
        await shanqu.press("m")
        assert "六" in shanqu.widget("#bottom").message
        assert shanqu.text("#counties").count("●") == 6


async def test_a_profile_opens_at_what_the_counties_are_sorted_by(browser):
    async with browser((120, 30)) as shanqu:
        await shanqu.press("o", "enter")
        assert "产业" in shanqu.lines("#profile")[0]
        await shanqu.press("q", "s", "s", "s", "s")
        assert "企业▾" in shanqu.lines("#overview-head")[0]
        row = shanqu.widget("#counties").current
        await shanqu.press("enter")
        assert shanqu.lines("#profile")[0].split() == ["▌企业", str(row.companies)]


async def test_what_a_profile_does_not_have_is_not_looked_for(browser):
    async with browser((120, 30)) as shanqu:
        await shanqu.press("o", "s", "s", "s", "s", "s", "G")
        while not (row := shanqu.widget("#counties").current).articles or row.projects:
            await shanqu.press("k")
        await shanqu.press("enter")
        assert shanqu.lines("#profile")[0].startswith("▌"), "the top of it"
