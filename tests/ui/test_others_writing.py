"""A library that another program writes to while it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from shanqu.indexing import add
from shanqu.ui import app

_TEXT = "{place}生态工业大会召开\n2023-0{month}-04\n{place}的竹产业产值达到{month}亿元,全县新签约项目{month}个。\n"


def page(folder: Path, place: str, month: int) -> None:
    (folder / f"{place}.txt").write_text(_TEXT.format(place=place, month=month), "utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(app, "_WATCH_SECONDS", 0.05)
    (tmp_path / "pages").mkdir()
    page(tmp_path / "pages", "遂昌县", 4)
    page(tmp_path / "pages", "龙游县", 3)
    add([tmp_path / "pages"], tmp_path / "library")
    return tmp_path


async def test_what_it_brings_is_listed_and_the_cursor_stays_on_its_article(browser, folder):
    async with browser(library=folder / "library") as shanqu:
        await shanqu.press("j")
        articles = shanqu.widget("#list")
        before = articles.current
        assert articles.count() == 2
        page(folder / "pages", "景宁畲族自治县", 9)
        add([folder / "pages"], folder / "library")
        for _ in range(100):
            if articles.count() == 3:
                break
            await shanqu.pilot.pause(0.05)
        await shanqu.settle()
        assert articles.count() == 3 and articles.current == before
        assert "3 篇" in str(shanqu.widget("#summary").render())


async def test_while_nobody_writes_nothing_is_asked_for_again(browser, folder, monkeypatch):
    async with browser(library=folder / "library") as shanqu:
        await shanqu.pilot.pause(0.2)
        asked: list[int] = []
        monkeypatch.setattr(type(shanqu.app.browse), "reload", lambda self: asked.append(1))
        await shanqu.pilot.pause(0.3)
        assert not asked
