"""What is on the screen, written into a file."""

import csv
import errno
import io
import json
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def export(shanqu, name: str) -> None:
    await shanqu.press("x")
    shanqu.widget("#answer").value = name
    await shanqu.press("enter")
    await shanqu.settle()


async def test_a_page_with_a_fitting_name_is_offered_and_where_it_went_is_told(browser, folder):
    async with browser() as shanqu:
        await shanqu.compare("sc", "xianju")
        await shanqu.press("x")
        assert Path(shanqu.widget("#answer").value).name == "遂昌县-仙居县.html"
        await shanqu.press("enter")
        assert "遂昌县-仙居县.html" in shanqu.widget("#bottom").message
        assert (folder / "遂昌县-仙居县.html").read_text("utf-8").startswith("<!DOCTYPE html>")


async def test_up_offers_the_other_formats(browser):
    async with browser() as shanqu:
        await shanqu.compare("sc", "xianju")
        await shanqu.press("x")
        offered = []
        for _ in range(3):
            await shanqu.press("up")
            offered.append(Path(shanqu.widget("#answer").value).suffix)
        assert offered == [".md", ".csv", ".jsonl"]


async def test_the_matrix_is_written_filtered_folded_and_in_the_order_of_its_columns(browser, folder):
    async with browser((120, 60)) as shanqu:
        await shanqu.compare("sc", "xianju")
        await shanqu.press("greater_than_sign", "t")
        await export(shanqu, "all.md")
        await shanqu.press("t", "slash")
        await shanqu.type("产值")
        await shanqu.press("enter")
        await export(shanqu, "some.md")
    whole, some = ((folder / name).read_text("utf-8") for name in ("all.md", "some.md"))
    assert whole.index("仙居县") < whole.index("遂昌县")
    assert "折叠了" in whole
    assert "16亿元" in some
    assert "企业数" in whole and "企业数" not in some


async def test_nothing_is_ever_written_over(browser, folder):
    (folder / "mine.md").write_text("my own", "utf-8")
    async with browser() as shanqu:
        await shanqu.compare("sc", "xianju")
        await export(shanqu, "mine.md")
        assert "mine.md" in shanqu.widget("#bottom").message
        assert Path(shanqu.widget("#answer").value).name == "mine-2.md"
        await shanqu.press("enter")
    assert (folder / "mine.md").read_text("utf-8") == "my own"
    assert "遂昌县" in (folder / "mine-2.md").read_text("utf-8")


async def test_an_unknown_ending_is_asked_for_again(browser, folder):
    async with browser() as shanqu:
        await shanqu.compare("sc", "xianju")
        await export(shanqu, "table.docx")
        assert ".html" in shanqu.widget("#bottom").message
        assert shanqu.app.screen.query("#answer")
    assert not list(folder.iterdir())


async def test_a_folder_that_is_not_there_is_told(browser):
    async with browser() as shanqu:
        await shanqu.compare("sc", "xianju")
        await export(shanqu, "nowhere/table.md")
        assert "nowhere/table.md" in shanqu.widget("#bottom").message
        assert shanqu.app.screen.query("#matrix")


async def test_the_list_is_written_as_it_is_filtered(browser, folder):
    async with browser() as shanqu:
        await shanqu.press("slash")
        await shanqu.type("上虞")
        await shanqu.press("enter")
        titles = [shanqu.widget("#list").row(n).title for n in range(shanqu.widget("#list").count())]
        await export(shanqu, "list.jsonl")
    written = [json.loads(line) for line in (folder / "list.jsonl").read_text("utf-8").splitlines()]
    assert [one["title"] for one in written] == titles


async def test_the_overview_is_written_sorted_and_without_what_is_hidden(browser, folder):
    async with browser() as shanqu:
        await shanqu.press("o", "u", "s", "s", "s")
        await export(shanqu, "counties.csv")
    with (folder / "counties.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert "上虞区" in rows[1][1]
    assert not any("淳安县" in cell for row in rows for cell in row)


async def test_a_profile_is_written_without_its_folded_parts(browser, folder):
    async with browser() as shanqu:
        await shanqu.press("o", "enter")
        await export(shanqu, "whole.jsonl")
        await shanqu.press("t")
        await export(shanqu, "folded.jsonl")
    whole, folded = (
        [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]
        for name in ("whole.jsonl", "folded.jsonl")
    )
    gone = {one["section"] for one in whole} - {one["section"] for one in folded}
    assert len(gone) == 1


async def test_sentences_and_contexts_are_written_with_their_sources(browser, folder):
    async with browser() as shanqu:
        await shanqu.press("tab", "tab", "e")
        await export(shanqu, "sentences.html")
        await shanqu.press("q", "w", "s")
        await export(shanqu, "contexts.md")
    sentences = (folder / "sentences.html").read_text("utf-8")
    assert 'class="sources"' in sentences and ".txt" in sentences
    contexts = (folder / "contexts.md").read_text("utf-8")
    assert "| 标题 |" in contexts or "上虞" in contexts


@pytest.mark.parametrize("keys", [("o", "p"), ("o", "enter", "p")])
async def test_pictures_are_written_as_pictures_and_as_their_numbers(browser, folder, keys):
    async with browser() as shanqu:
        await shanqu.press(*keys)
        await export(shanqu, "picture.html")
        await export(shanqu, "picture.csv")
    assert "<svg" in (folder / "picture.html").read_text("utf-8")
    assert any(char.isdigit() for char in (folder / "picture.csv").read_text("utf-8-sig"))


async def test_of_a_report_for_which_there_is_no_room_nothing_stays(browser, folder, monkeypatch):
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    def opened(path: Path, *given: object, **named: object) -> Full:
        path.touch()
        return Full()

    async with browser() as shanqu:
        await shanqu.compare("sc", "xianju")
        monkeypatch.setattr(Path, "open", opened)
        await export(shanqu, "half.md")
        assert "half.md" in shanqu.widget("#bottom").message
        assert not (folder / "half.md").exists()
