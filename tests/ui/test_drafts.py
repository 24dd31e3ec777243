"""A note that has been begun: what is kept of it, and how long."""

from __future__ import annotations

from pathlib import Path

from shanqu import paths
from shanqu.drafts import Draft


def kept() -> list[str]:
    folder = paths.drafts_dir()
    return [path.read_text("utf-8") for path in folder.iterdir()] if folder.exists() else []


async def test_what_is_typed_is_kept_until_the_note_is_sent(browser):
    async with browser() as shanqu:
        await shanqu.press("a", *"再读")
        assert kept() == ["再读"]
        await shanqu.press("enter")
        assert kept() == []
        await shanqu.press("a")
        assert shanqu.widget("#answer").value == "再读"
        assert not shanqu.widget("#bottom").message.startswith("没写完")


async def test_what_is_left_with_escape_is_given_up(browser):
    async with browser() as shanqu:
        await shanqu.press("a", *"再读", "escape")
        assert kept() == []


async def test_what_was_broken_off_stands_in_the_line_of_its_own_article_alone(browser):
    async with browser() as shanqu:
        await shanqu.press("a", *"再")
    async with browser() as shanqu:
        await shanqu.press("j", "a")
        assert shanqu.widget("#answer").value == ""
        await shanqu.press("escape", "k", "a")
        assert shanqu.widget("#answer").value == "再"
        assert "没写完" in str(shanqu.widget("#question-aside").render())


async def test_what_cannot_be_kept_can_be_typed_all_the_same(browser, monkeypatch, tmp_path: Path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    async with browser() as shanqu:
        await shanqu.press("a", *"再读", "enter")
        assert "再读" in shanqu.widget("#bottom").message


def test_a_draft_is_for_one_page_and_readable_by_its_owner_alone(tmp_path: Path):
    draft = Draft(tmp_path / "drafts", "hash", "/a\udcff.txt")
    draft.keep("甲")
    assert draft.text() == "甲" and not Draft(tmp_path / "drafts", "hash", "/b.txt").text()
    assert [path.stat().st_mode & 0o777 for path in (tmp_path / "drafts").iterdir()] == [0o600]
    draft.keep("")
    assert not draft.text() and not list((tmp_path / "drafts").iterdir())
