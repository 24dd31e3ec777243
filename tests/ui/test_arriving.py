"""A screen that comes or goes is sent as a whole: nothing is painted while it is put together."""

from __future__ import annotations

from pathlib import Path

import pytest

from shanqu.ui.app import ShanquApp


async def test_nothing_is_painted_while_a_screen_comes_or_the_one_below_comes_back(
    browser, monkeypatch: pytest.MonkeyPatch
):
    async with browser() as shanqu:
        held: list[str] = []
        delay = ShanquApp.delay_update

        def delayed(app: ShanquApp, seconds: float = 0.05) -> None:
            held.append(type(app.screen).__name__)
            delay(app, seconds)

        monkeypatch.setattr(ShanquApp, "delay_update", delayed)
        await shanqu.press("o")
        assert held == ["OverviewScreen"]
        await shanqu.press("q")
        assert held == ["OverviewScreen", "BrowseScreen"]
        # It is painted again all the same.
        await shanqu.press("j")
        assert shanqu.widget("#list").cursor == 1


async def test_a_question_covers_the_bottom_line_alone_and_moves_nothing(browser):
    async with browser((80, 24)) as shanqu:
        places = {name: shanqu.widget(name).region for name in ("#list", "#reader", "#bottom")}
        await shanqu.press("a", *"笔" * 60)
        assert {name: shanqu.widget(name).region for name in places} == places
        line = shanqu.widget("#answer")
        # Over two panes a character of two cells would not be seen at their border.
        assert line.region.right <= 79 and line.region.y == places["#bottom"].y
        assert shanqu.text("#answer").rstrip().endswith("笔")
        await shanqu.press("escape")
        assert shanqu.app.screen.focused is shanqu.widget("#list")


async def test_a_folder_without_articles_is_said_to_hold_none_and_what_to_do(browser, tmp_path: Path):
    (tmp_path / "nothing").mkdir()
    async with browser(library=tmp_path / "library", paths=(tmp_path / "nothing",)) as shanqu:
        for _ in range(100):
            if "shanqu add" in shanqu.text("#reader"):
                break
            await shanqu.pilot.pause(0.1)
        assert "还没有文章" in shanqu.text("#reader")
        assert "读入中" not in shanqu.text("#bottom")


async def test_a_terminal_made_narrower_leaves_room_for_the_filter(browser):
    async with browser((120, 30)) as shanqu:
        assert "县" in str(shanqu.widget("#summary").render())
        await shanqu.pilot.resize_terminal(70, 24)
        await shanqu.settle()
        assert "县" not in str(shanqu.widget("#summary").render())
        assert shanqu.widget("#filter").size.width > 20
