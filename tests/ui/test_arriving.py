"""A screen that comes or goes is sent as a whole: nothing is painted while it is put together."""

from __future__ import annotations

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


async def test_a_question_covers_a_line_and_moves_nothing(browser):
    async with browser((80, 24)) as shanqu:
        places = {name: shanqu.widget(name).region for name in ("#list", "#reader", "#bottom")}
        await shanqu.press("a", *"笔" * 60)
        assert {name: shanqu.widget(name).region for name in places} == places
        line = shanqu.widget("#answer")
        assert line.region.right <= 79 and line.region.y == 22
        assert shanqu.text("#answer").rstrip().endswith("笔")
        await shanqu.press("escape")
        assert shanqu.app.screen.focused is shanqu.widget("#list")
