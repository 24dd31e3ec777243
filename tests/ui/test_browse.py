"""The browse screen: list, preview, panes by width."""

import pytest

from shanqu.text.width import text_width


async def test_all_articles_are_listed_and_the_first_one_is_shown(browser):
    async with browser() as shanqu:
        titles = shanqu.text("#list")
        for title in (
            "借力发展 借梯登高",
            "产业集群新解法",
            "浙江县域经济观察",
            "聚焦浙江山区26县",
            "丽水经开区打造",
        ):
            assert title in titles
        first = shanqu.lines("#list")[0].strip("▌… \n")
        assert first in shanqu.text("#reader")


async def test_moving_in_the_list_shows_the_article_in_the_reader(browser):
    async with browser() as shanqu:
        before = shanqu.text("#reader")
        await shanqu.press("j")
        selected = next(line for line in shanqu.lines("#list") if line.startswith("▌"))
        assert selected.strip("▌… \n") in shanqu.text("#reader")
        assert shanqu.text("#reader") != before


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (200, {"list", "reader", "entities"}),
        (120, {"list", "reader", "entities"}),
        (80, {"list", "reader"}),
        (40, {"list"}),
    ],
)
async def test_panes_give_way_as_the_terminal_narrows(browser, width, shown):
    async with browser((width, 24)) as shanqu:
        panes = {name for name in ("list", "reader", "entities") if shanqu.widget(f"#{name}-pane").display}
        assert panes == shown


async def test_at_40_columns_tab_leads_through_all_panes(browser):
    async with browser((40, 24)) as shanqu:
        for name in ("reader", "entities", "list"):
            await shanqu.press("tab")
            assert shanqu.widget(f"#{name}").has_focus
            assert shanqu.widget(f"#{name}-pane").display
            assert shanqu.widget(f"#{name}").size.width >= 38


@pytest.mark.parametrize("size", [(40, 24), (80, 24), (120, 40), (200, 50)])
async def test_every_line_fills_its_pane_exactly(browser, size):
    async with browser(size) as shanqu:
        await shanqu.press("tab", "tab")
        for name in ("list", "reader", "entities"):
            widget = shanqu.widget(f"#{name}")
            if shanqu.widget(f"#{name}-pane").display:
                assert {text_width(line) for line in shanqu.lines(f"#{name}")} == {widget.size.width}


async def test_the_top_line_counts_articles_and_counties(browser):
    async with browser() as shanqu:
        assert str(shanqu.widget("#summary").render()).startswith("山区 · 5 篇")


async def test_enter_leads_into_the_reader_and_q_back_to_the_list_then_out(browser):
    async with browser() as shanqu:
        await shanqu.press("enter")
        assert shanqu.widget("#reader").has_focus
        await shanqu.press("q")
        assert shanqu.widget("#list").has_focus
        assert shanqu.app.is_running
        await shanqu.press("q")
        assert shanqu.app._exit


async def test_a_click_chooses_an_article(browser):
    async with browser() as shanqu:
        await shanqu.pilot.click("#list", offset=(5, 4))
        await shanqu.settle()
        assert shanqu.widget("#list").cursor == 2
        assert shanqu.lines("#list")[4].strip("▌… \n") in shanqu.text("#reader")


async def test_the_reader_can_have_the_whole_screen(browser):
    async with browser() as shanqu:
        await shanqu.press("z")
        assert not shanqu.widget("#list-pane").display
        assert shanqu.widget("#reader").size.width >= 110
        await shanqu.press("q")
        assert shanqu.widget("#list-pane").display
