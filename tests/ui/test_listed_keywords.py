"""The keywords in the list: shown when they are asked for, and only then."""

import pytest

from shanqu.text.width import text_width


async def test_a_key_shows_what_each_article_is_about_and_hides_it_again(browser):
    async with browser() as shanqu:
        before = shanqu.lines("#list")
        first, second, *_ = shanqu.app.session.library.rows(shanqu.widget("#list").ids)
        await shanqu.press("W")
        lines = shanqu.lines("#list")
        assert lines[:2] == before[:2]
        assert first.keywords[0] in lines[2] and first.keywords[1] in lines[2]
        assert lines[3:5] == before[2:4]
        assert second.keywords[0] in lines[5]
        await shanqu.press("W")
        assert shanqu.lines("#list") == before


@pytest.mark.parametrize("width", [40, 80, 120, 200])
async def test_only_whole_words_are_shown_and_the_lines_fill_the_pane(browser, width):
    async with browser((width, 24)) as shanqu:
        await shanqu.press("W")
        articles = shanqu.widget("#list")
        rows = shanqu.app.session.library.rows(articles.ids)
        lines = shanqu.lines("#list")
        assert {text_width(line) for line in lines} == {articles.size.width}
        for index, row in enumerate(rows):
            shown = lines[3 * index + 2].strip("▌ ").split(" ")
            assert shown[0] == row.keywords[0] and set(shown) <= set(row.keywords)
            assert shown == sorted(shown, key=row.keywords.index)


async def test_the_article_under_the_cursor_stays_there(browser):
    async with browser((80, 12)) as shanqu:
        await shanqu.press("G")
        articles = shanqu.widget("#list")
        for _press in range(2):
            await shanqu.press("W")
            here = [line for line in shanqu.lines("#list") if line.startswith("▌")]
            assert articles.cursor == 4
            assert len(here) == articles.row_height


async def test_they_stay_through_filters_and_other_screens(browser):
    async with browser() as shanqu:
        await shanqu.press("W", "o", "q", "slash")
        await shanqu.type("仙居")
        await shanqu.press("enter")
        (row,) = shanqu.app.session.library.rows(shanqu.widget("#list").ids[:1])
        assert row.keywords[0] in shanqu.lines("#list")[2]


async def test_a_list_with_keywords_is_not_what_the_next_start_shows(browser):
    async with browser() as shanqu:
        assert shanqu.app.browse.untouched
        await shanqu.press("W")
        assert not shanqu.app.browse.untouched


async def test_an_article_without_keywords_says_so(browser, monkeypatch):
    async with browser() as shanqu:
        library = shanqu.app.session.library
        articles = shanqu.widget("#list")
        articles.show(
            articles.ids,
            len(articles.ids),
            lambda ids: [row._replace(keywords=()) for row in library.rows(ids)],
            lambda id: [],
            lambda text: [],
            keep=None,
        )
        await shanqu.press("W")
        assert shanqu.lines("#list")[2].strip("▌ ") == "–"


async def test_what_the_filter_finds_is_marked_in_the_keywords(browser):
    async with browser() as shanqu:
        articles = shanqu.widget("#list")
        row = articles.row(0)
        await shanqu.press("W", "slash")
        await shanqu.type(row.keywords[0])
        await shanqu.press("enter")
        _bar, marked, *_rest = articles.render_line(3 * list(articles.ids).index(row.id) + 2)
        assert marked.text == row.keywords[0]
