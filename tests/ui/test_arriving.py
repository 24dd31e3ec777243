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
