"""What the first screen does not show: it comes when it is wanted, and the cursor stays where it is."""

from pathlib import Path

import pytest

from shanqu.indexing import add
from shanqu.query.kwic import in_order

_SENTENCES = 700


@pytest.fixture(scope="module")
def talkative(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article that names a county in far more sentences than a screen shows."""
    folder = tmp_path_factory.mktemp("talkative")
    text = "\n".join(f"遂昌县的第{number}个村子发展竹产业。" for number in range(_SENTENCES))
    (folder / "long.txt").write_text(f"遂昌县的村子\n{text}", "utf-8")
    add([folder], folder / "library")
    return folder / "library"


async def test_contexts_of_a_word_are_counted_at_once_and_read_as_the_cursor_comes_near_them(
    browser, talkative
):
    async with browser((120, 30), library=talkative) as shanqu:
        await shanqu.press("/", *"竹产业", "enter", "w")
        shown = shanqu.widget("#kwic")
        assert f"{_SENTENCES} 处" in shanqu.text("#profile-title")
        before = shown.count()
        assert before < _SENTENCES
        for _ in range(before):
            await shanqu.press("j")
        assert shown.cursor == before


async def test_all_contexts_of_a_word_are_sorted(browser, talkative):
    async with browser((120, 30), library=talkative) as shanqu:
        await shanqu.press("/", *"竹产业", "enter", "w", "j", "s")
        shown = shanqu.widget("#kwic")
        while shown.count() < _SENTENCES or shown.cursor:
            await shanqu.settle()
        by_right = list(shown.lines)
        await shanqu.press("s")
        by_left = list(shown.lines)
        assert len(by_left) == _SENTENCES
        assert by_left == in_order(by_right, "left") != by_right
        await shanqu.press("s")
        assert [line.ref.start for line in shown.lines] == sorted(line.ref.start for line in by_left)


async def test_sentences_on_a_place_are_read_as_the_cursor_comes_near_them(browser, talkative):
    async with browser((120, 30), library=talkative) as shanqu:
        await shanqu.press("tab", "tab", "e")
        shown = shanqu.widget("#sentences")
        assert f"{_SENTENCES + 1} 句" in shanqu.text("#evidence-title")
        before = shown.count()
        assert before < _SENTENCES
        for _ in range(before):
            await shanqu.press("j")
        assert shown.cursor == before
        assert shown.current.text.endswith(f"第{before - 1}个村子发展竹产业。")


async def test_sentences_are_read_as_the_wheel_comes_near_them(browser, talkative):
    async with browser((120, 30), library=talkative) as shanqu:
        await shanqu.press("tab", "tab", "e")
        shown = shanqu.widget("#sentences")
        before = shown.count()
        shown.scroll_end(animate=False)
        await shanqu.settle()
        assert shown.count() > before


async def test_the_end_of_the_sentences_is_reached_over_all_of_them(browser, talkative):
    async with browser((120, 30), library=talkative) as shanqu:
        await shanqu.press("tab", "tab", "e", "G")
        shown = shanqu.widget("#sentences")
        while shown.cursor < _SENTENCES:
            await shanqu.settle()
        assert shown.current.text.endswith(f"第{_SENTENCES - 1}个村子发展竹产业。")
        await shanqu.press("g")
        assert shown.cursor == 0


async def test_no_screen_comes_with_styles_of_its_own_once_the_browser_has_settled(browser):
    async with browser((120, 30)) as shanqu:
        shanqu.app._load_screens()
        before = dict(shanqu.app.stylesheet.source)
        await shanqu.press("o")
        read = {path for path, _ in shanqu.app.stylesheet.source if path.endswith(".tcss")}
        assert read == {path for path, _ in before if path.endswith(".tcss")}
        assert any(path.endswith("overview.tcss") for path in read)
