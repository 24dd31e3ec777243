"""The filter: as one types, words and names, Chinese and pinyin."""

import pytest


async def listed(shanqu, query: str) -> int:
    await shanqu.press("slash")
    shanqu.widget("#filter").value = ""
    await shanqu.type(query)
    return shanqu.widget("#list").count()


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("遂昌", 2),
        ("遂昌 结对", 1),
        ("遂昌 -结对", 1),
        ('"生态工业"', 2),
        ("suichang", 2),
        ("sc", 2),
        ("县:遂昌", 2),
        ("county:suichang", 2),
        ("县:景宁县", 1),
        ("企业:网易", 1),
        ("标题:上虞", 1),
        ("不会有的词", 0),
    ],
)
async def test_a_query_lists_the_articles_that_fulfil_it(browser, query, articles):
    async with browser() as shanqu:
        assert await listed(shanqu, query) == articles


async def test_the_list_follows_every_key(browser):
    async with browser() as shanqu:
        await shanqu.press("slash")
        counts = []
        for char in "遂昌模式":
            await shanqu.press(char)
            counts.append(shanqu.widget("#list").count())
        assert counts == [2, 2, 1, 1]


async def test_a_key_in_the_filter_lays_nothing_out_anew(browser, monkeypatch):
    async with browser() as shanqu:
        await shanqu.press("slash")
        laid_out = []
        lay_out = type(shanqu.app.screen)._refresh_layout
        monkeypatch.setattr(
            type(shanqu.app.screen),
            "_refresh_layout",
            lambda screen, *given, **named: laid_out.append(screen) or lay_out(screen, *given, **named),
        )
        await shanqu.type("遂昌 产业")
        assert shanqu.widget("#list").count() > 0
        assert laid_out == []


async def test_of_a_long_filter_the_end_is_seen(browser):
    async with browser() as shanqu:
        await shanqu.press("slash")
        line = shanqu.widget("#filter")
        await shanqu.type("遂" * 60 + "昌")
        assert line.scroll_offset.x == line.virtual_size.width - line.size.width > 0
        shown = line.render_line(0).text
        assert "昌" in shown
        await shanqu.press("home")
        assert line.scroll_offset.x == 0


@pytest.mark.parametrize("half", ['"', '"生态', "县:", "-", "县", ":", "((", "[/]", 'county:"'])
async def test_a_query_half_typed_does_no_harm(browser, half):
    async with browser() as shanqu:
        assert await listed(shanqu, half) in range(6)
        assert shanqu.app.is_running


async def test_hits_are_marked_in_the_reader_and_pinyin_marks_the_name(browser):
    async with browser() as shanqu:
        await listed(shanqu, "suichang")
        await shanqu.press("enter", "J")
        assert shanqu.widget("#reader").position[1] > 10


async def test_filter_and_entity_hold_together(browser):
    async with browser() as shanqu:
        assert await listed(shanqu, "产业") > 2
        await shanqu.press("enter", "tab", "tab", "g")
        pane = shanqu.widget("#entities")
        while pane.current.canonical != "遂昌县":
            await shanqu.press("j")
        await shanqu.press("enter")
        assert shanqu.widget("#list").count() == 2
        assert str(shanqu.widget("#chosen").render()) == "● 遂昌县  2/5"


async def test_escape_in_the_filter_clears_it(browser):
    async with browser() as shanqu:
        await listed(shanqu, "遂昌")
        await shanqu.press("escape")
        assert shanqu.widget("#list").count() == 5
        assert shanqu.widget("#list").has_focus


async def test_an_empty_result_says_so(browser):
    async with browser() as shanqu:
        await listed(shanqu, "不会有的词")
        assert "没有符合的文章" in shanqu.text("#reader")


async def test_a_name_under_which_no_query_is_kept_is_told_where_it_is_typed(browser):
    async with browser() as shanqu:
        await shanqu.press("slash", *"遂昌", "enter", "at", *"mine", "enter", "escape")
        await shanqu.press("slash", *"@min")
        assert shanqu.widget("#filter").has_class("-wrong")
        assert "@mine" in shanqu.widget("#bottom").message
        assert shanqu.widget("#list").count() == 5
        await shanqu.press("e")
        assert not shanqu.widget("#filter").has_class("-wrong")
        assert shanqu.widget("#list").count() == 2


async def test_the_first_answer_is_read_when_the_query_has_changed(browser):
    async with browser() as shanqu:
        await shanqu.press("G", "slash", *"遂昌")
        articles = shanqu.widget("#list")
        assert (articles.cursor, articles.count()) == (0, 2)
        await shanqu.press("enter", "j")
        second = articles.current
        for _ in range(2):
            await shanqu.press("r")
            assert articles.current == second


async def test_whoever_chooses_an_entity_of_the_article_that_he_reads_goes_on_reading_it(browser):
    async with browser() as shanqu:
        await shanqu.press("slash", *"suichang", "enter", "j", "tab", "tab")
        articles, entities = shanqu.widget("#list"), shanqu.widget("#entities")
        before = articles.current
        assert entities.current.canonical == "遂昌县"
        await shanqu.press("enter")
        assert (articles.count(), articles.current) == (2, before)


async def test_whoever_clears_the_filter_stays_on_the_article_found(browser):
    async with browser() as shanqu:
        await shanqu.press("slash", *"遂昌", "enter", "j")
        articles = shanqu.widget("#list")
        found = articles.current
        await shanqu.press("escape")
        assert (articles.count(), articles.current) == (5, found)


async def test_whoever_leaves_the_filter_without_an_answer_is_where_he_was(browser):
    async with browser() as shanqu:
        await shanqu.press("j", "j", "j")
        articles = shanqu.widget("#list")
        before = articles.current
        await shanqu.press("slash", *"遂昌")
        assert articles.cursor == 0
        await shanqu.press("escape")
        assert (articles.count(), articles.current) == (5, before)


async def test_the_cursor_stays_on_its_article_when_the_library_is_asked_again(browser):
    async with browser() as shanqu:
        await shanqu.press("slash", *"产业", "enter", "j", "j")
        articles = shanqu.widget("#list")
        before = articles.current
        shanqu.app.browse.reload()
        await shanqu.settle()
        assert articles.current == before
