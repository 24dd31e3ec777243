"""What comes after the first screen: it comes without a key, and the cursor stays where it is."""

from pathlib import Path

import pytest

from shanqu.indexing import add

_SENTENCES = 700


@pytest.fixture(scope="module")
def talkative(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article that names a county in far more sentences than a screen shows."""
    folder = tmp_path_factory.mktemp("talkative")
    text = "\n".join(f"遂昌县的第{number}个村子发展竹产业。" for number in range(_SENTENCES))
    (folder / "long.txt").write_text(f"遂昌县的村子\n{text}", "utf-8")
    add([folder], folder / "library")
    return folder / "library"


async def test_all_contexts_of_a_word_follow_the_first_ones(browser, talkative):
    async with browser((120, 30), library=talkative) as shanqu:
        await shanqu.press("/", *"竹产业", "enter", "w")
        shown = shanqu.widget("#kwic")
        while shown.count() < _SENTENCES:
            await shanqu.settle()
        assert f"{_SENTENCES} 处" in shanqu.text("#profile-title")
        await shanqu.press("s")
        assert shown.count() == _SENTENCES
        assert shown.cursor == 0


async def test_all_sentences_on_a_place_follow_the_first_ones(browser, talkative):
    async with browser((120, 30), library=talkative) as shanqu:
        await shanqu.press("tab", "tab", "e")
        shown = shanqu.widget("#sentences")
        await shanqu.press("j", "j")
        while shown.count() < _SENTENCES:
            await shanqu.settle()
        assert shown.cursor == 2
        await shanqu.press("G")
        assert shown.current.text.endswith(f"第{_SENTENCES - 1}个村子发展竹产业。")


async def test_no_screen_comes_with_styles_of_its_own_once_the_browser_has_settled(browser):
    async with browser((120, 30)) as shanqu:
        shanqu.app._load_screens()
        before = dict(shanqu.app.stylesheet.source)
        await shanqu.press("o")
        read = {path for path, _ in shanqu.app.stylesheet.source if path.endswith(".tcss")}
        assert read == {path for path, _ in before if path.endswith(".tcss")}
        assert any(path.endswith("overview.tcss") for path in read)
