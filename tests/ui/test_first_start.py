"""The first start makes the library beside the screens; the second finds it on disk."""

from pathlib import Path

from shanqu.paths import seeds_dir


async def until(shanqu, condition, seconds: float = 60.0) -> None:
    for _ in range(int(seconds / 0.2)):
        await shanqu.pilot.pause(0.2)
        if condition():
            return
    raise AssertionError("it did not come about in time")


async def test_the_first_frame_needs_no_library_and_the_articles_come_in(browser, tmp_path: Path):
    library = tmp_path / "library"
    async with browser(library=library, paths=(seeds_dir(),)) as shanqu:
        assert shanqu.widget("#list").count() == 0
        assert "正在读入" in shanqu.text("#reader")
        assert "读入" in shanqu.widget("#bottom").progress
        await until(shanqu, lambda: shanqu.widget("#bottom").progress == "")
        assert shanqu.widget("#list").count() == 5
        assert "遂昌县" in shanqu.text("#entities")
        assert shanqu.lines("#entities")[1].startswith("▌"), "the cursor waits at the top"
    async with browser(library=library) as again:
        assert again.widget("#list").count() == 5
        assert again.widget("#bottom").progress == ""


async def test_nobody_is_told_to_add_articles_while_they_come_in(browser, tmp_path: Path):
    async with browser(library=tmp_path / "library", paths=(seeds_dir(),)) as shanqu:
        await shanqu.press("slash", "escape")
        assert shanqu.widget("#list").count() or "正在读入" in shanqu.text("#reader")
        await until(shanqu, lambda: shanqu.widget("#list").count() > 0)


async def test_files_that_cannot_be_read_are_named_and_the_rest_comes_in(browser, tmp_path: Path):
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "empty.txt").touch()
    (pages / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (pages / "seed.txt").write_bytes(sorted(seeds_dir().glob("002*"))[0].read_bytes())
    async with browser(library=tmp_path / "library", paths=(pages,)) as shanqu:
        await until(shanqu, lambda: "未能读入" in shanqu.widget("#bottom").message)
        assert "2 个文件" in shanqu.widget("#bottom").message
        assert shanqu.widget("#list").count() == 1


async def test_no_key_does_harm_before_there_is_a_library(browser, tmp_path: Path):
    async with browser(library=tmp_path / "none") as shanqu:
        for key in ("o", "c", "i", "e", "w", "x", "C", "U"):
            await shanqu.press(key)
            assert shanqu.app.screen is shanqu.app.browse
            assert "还没有文章" in shanqu.widget("#bottom").message, key
            shanqu.widget("#bottom").hush()
        await shanqu.press(*"DSFtmdrPMRX*#aYvnfz@W", "escape", "tab", "tab", "enter", "X", "escape", "escape")
        assert shanqu.app.is_running


async def test_quitting_while_articles_come_in_stops_the_import(browser, tmp_path: Path):
    async with browser(library=tmp_path / "library", paths=(seeds_dir(),)) as shanqu:
        await until(shanqu, lambda: shanqu.app._import is not None)
        process = shanqu.app._import._process
        await shanqu.press("q")
    assert process.poll() is not None


async def test_reading_can_be_stopped_and_keeps_what_has_been_read(browser, tmp_path: Path):
    pages = tmp_path / "pages"
    pages.mkdir()
    text = sorted(seeds_dir().glob("*.txt"))[2].read_text(encoding="utf-8")
    for number in range(300):  # far more than can be read until the key is pressed
        (pages / f"{number:03}.txt").write_text(f"{text}\n{number}", encoding="utf-8")
    async with browser(library=tmp_path / "library", paths=(pages,)) as shanqu:
        await until(shanqu, lambda: shanqu.widget("#list").count() > 0)
        assert "300" in shanqu.widget("#bottom").progress
        await shanqu.pilot.press("ctrl+x")
        assert "停" in shanqu.widget("#bottom").message
        await until(shanqu, lambda: shanqu.widget("#bottom").progress == "")
        assert 0 < shanqu.widget("#list").count() < 300
        await shanqu.pilot.press("ctrl+x")
        assert "没有" in shanqu.widget("#bottom").message
