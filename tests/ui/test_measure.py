"""The length of a line is the one of the settings, wherever an article is read."""

from __future__ import annotations

from shanqu.settings import Settings
from shanqu.text.width import text_width
from shanqu.ui.app import ShanquApp


async def test_an_article_behind_a_sentence_has_it_too(seeds_library):
    app = ShanquApp(seeds_library, settings=Settings(measure=20))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("tab", "tab", "e", "enter"):
            await pilot.press(key)
            await pilot.pause(0.1)
        assert type(app.screen).__name__ == "ArticleScreen"
        reader = app.screen.query_one("#reader")
        lines = [reader.render_line(y).text.strip() for y in range(20)]
        assert 30 <= max(map(text_width, lines)) <= 40
