"""The screens that correct and the screens that set copies side by side are written into files, too."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from test_entities import choose
from test_exporting import export

FIRM = ("company", "甲乙纸业公司", "甲乙纸业公司", None)
SHORT = ("company", "甲乙厂", "甲乙纸业公司", None)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def firms(put: Callable[..., int], library_dir: Path) -> Path:
    put("甲乙纸业公司在遂昌。甲乙厂很大,甲乙厂很强。", "/1", FIRM, SHORT, title="一家纸厂")
    put("仙居的甲乙厂是一家门店。", "/2", SHORT, title="一家门店")
    return library_dir


@pytest.fixture
def copies(put: Callable[..., int], library_dir: Path) -> Path:
    text = "遂昌新建了一座竹制品园区。园区今年招引企业八家,明年还要再招引十家。园区里的道路已经修好。"
    put(f"{text}记者在现场看到了这些。", "/1", title="竹园")
    put(text, "/2", title="竹园")
    return library_dir


def records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


async def test_names_are_written_as_they_are_folded(browser, folder, firms):
    async with browser((100, 24), library=firms) as shanqu:
        await choose(shanqu, "甲乙纸业公司")
        await shanqu.press("P")
        await export(shanqu, "folded.jsonl")
        await shanqu.press("t")
        await export(shanqu, "unfolded.jsonl")
        await export(shanqu, "names.md")
    assert {one["form"]: one["mentions"] for one in records(folder / "folded.jsonl")} == {
        "甲乙厂": 3,
        "甲乙纸业公司": 1,
    }
    unfolded = records(folder / "unfolded.jsonl")
    assert [one.get("title") for one in unfolded] == [None, "一家纸厂", "一家门店", None]
    assert "| 甲乙厂 | 一家纸厂 |" in (folder / "names.md").read_text("utf-8")


async def test_corrections_are_written_the_latest_first(browser, folder, firms):
    async with browser((100, 24), library=firms) as shanqu:
        await choose(shanqu, "甲乙纸业公司")
        await shanqu.press("R")
        shanqu.widget("#answer").value = "丙丁纸业公司"
        await shanqu.press("enter", "C")
        await export(shanqu, "corrections.jsonl")
        await export(shanqu, "corrections.csv")
    (one,) = records(folder / "corrections.jsonl")
    assert (one["deed"], one["text"], one["name"]) == (
        "rename",
        "丙丁纸业公司",
        {"kind": "company", "canonical": "甲乙纸业公司", "code": ""},
    )
    with (folder / "corrections.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1][3:] == ["甲乙纸业公司", "丙丁纸业公司"]


async def test_the_figures_of_an_article_are_written_with_their_sentences(browser, folder):
    async with browser() as shanqu:
        await shanqu.press("F")
        shown = shanqu.widget("#facts").count()
        await export(shanqu, "figures.jsonl")
        await export(shanqu, "figures.html")
    found = records(folder / "figures.jsonl")
    assert len(found) == shown > 0
    page = (folder / "figures.html").read_text("utf-8")
    assert 'class="sources"' in page and all(str(one["value_text"]) in page for one in found)


async def test_what_a_copy_changed_is_written_with_its_marks(browser, folder, copies):
    async with browser((120, 40), library=copies) as shanqu:
        await shanqu.press("D")
        await export(shanqu, "changes.jsonl")
        await export(shanqu, "changes.md")
    text = (folder / "changes.jsonl").read_text("utf-8")
    assert "记者在现场看到了这些。" in text and ("[-" in text or "{+" in text)
    assert "遂昌新建了一座竹制品园区" in (folder / "changes.md").read_text("utf-8")


async def test_two_articles_side_by_side_are_written_as_two_texts(browser, folder):
    async with browser((120, 40)) as shanqu:
        await shanqu.press("S")
        await export(shanqu, "texts.html")
        await export(shanqu, "texts.jsonl")
    assert (folder / "texts.html").read_text("utf-8").count("<table>") == 2
    assert len({one["table"] for one in records(folder / "texts.jsonl")}) == 2
