"""Figures marked as wrong, where their sentences are read."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def own(seeds_library: Path, tmp_path: Path) -> Path:
    """A library of one's own, to correct."""
    return Path(shutil.copytree(seeds_library, tmp_path / "library"))


async def to_cell(shanqu, place: str, other: str, label: str) -> None:
    await shanqu.press("c")
    for name in (place, other):
        await shanqu.type(name)
        await shanqu.press("enter")
    await shanqu.press("enter")
    await to_label(shanqu, label)


async def to_label(shanqu, label: str) -> None:
    await shanqu.press("g")
    for _ in range(100):
        if shanqu.widget("#matrix").row and shanqu.widget("#matrix").row.label == label:
            return
        await shanqu.press("j")
    pytest.fail(f"no row {label}")


async def test_a_figure_is_marked_as_wrong_where_its_sentence_stands_and_leaves_the_matrix(browser, own):
    async with browser((120, 60), library=own) as shanqu:
        await to_cell(shanqu, "sc", "xianju", "工业产值")
        before = [figure.text for figure in shanqu.widget("#matrix").cell.figures]
        await shanqu.press("enter", "X")
        assert "✗" in shanqu.text("#sentences")
        await shanqu.press("q")
        assert shanqu.widget("#matrix").row is None or before[0] not in [
            figure.text for figure in shanqu.widget("#matrix").cell.figures
        ]
        await shanqu.press("U")
        await to_label(shanqu, "工业产值")
        assert [figure.text for figure in shanqu.widget("#matrix").cell.figures] == before


async def test_the_same_key_takes_it_back(browser, own):
    async with browser((120, 60), library=own) as shanqu:
        await to_cell(shanqu, "sc", "xianju", "工业产值")
        await shanqu.press("enter", "X", "X")
        assert "✗" not in shanqu.text("#sentences")


async def test_a_sentence_that_only_names_something_has_no_figure_to_mark(browser, own):
    async with browser((120, 60), library=own) as shanqu:
        await to_cell(shanqu, "sc", "xianju", "平台名录")
        await shanqu.press("enter", "X")
        assert shanqu.widget("#bottom").message
        assert not (own / "corrections.jsonl").exists()


async def test_the_figures_of_an_article_can_be_marked_and_opened_from_its_reader(browser, own):
    async with browser((120, 60), library=own) as shanqu:
        await shanqu.press("F")
        figures = shanqu.widget("#facts")
        assert figures.count() > 5
        await shanqu.press("j", "X")
        assert figures.current.wrong
        assert "✗" in shanqu.text("#facts")
        assert "1" in shanqu.lines("#facts-title")[0]
        stated = figures.current.fact
        await shanqu.press("enter")
        reader = shanqu.widget("#reader")
        assert stated.value_text in reader.article.page.text[stated.start : stated.end]
        await shanqu.press("q", "U")
        assert not shanqu.widget("#facts").current.wrong


async def test_the_cell_shows_what_was_meant_and_its_sentence_what_the_page_prints(browser):
    async with browser((120, 60)) as shanqu:
        await to_cell(shanqu, "pingyang", "xianju", "排名")
        assert any("第一" in figure.text for figure in shanqu.widget("#matrix").cell.figures)
        await shanqu.press("enter")
        assert "头部 → 第一" in shanqu.text("#sentences")


async def test_all_corrections_are_listed_and_any_of_them_is_taken_back(browser, own):
    async with browser((120, 60), library=own) as shanqu:
        await shanqu.press("C")
        assert shanqu.app.screen.query("#list"), "nothing has been corrected yet"
        await shanqu.press("F", "X", "j", "X", "q", "C")
        listed = shanqu.widget("#corrections")
        assert listed.count() == 2
        older = listed._corrections[1]
        await shanqu.press("j", "X")
        assert older not in listed._corrections
        assert listed.count() == 1
        await shanqu.press("q", "F")
        assert [one.wrong for one in shanqu.widget("#facts")._facts[:2]] == [False, True]


async def test_a_screen_is_not_asked_for_again_when_nothing_was_corrected(browser, own, monkeypatch):
    async with browser((120, 60), library=own) as shanqu:
        await to_cell(shanqu, "sc", "xianju", "工业产值")
        screen, asked = shanqu.app.screen, []
        monkeypatch.setattr(screen, "corrected", lambda: asked.append(1))
        await shanqu.press("enter", "q")
        assert not asked
        await shanqu.press("enter", "X", "q")
        assert asked == [1]
