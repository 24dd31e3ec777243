"""Choosing what is listed: facets in and out, order, mistakes in the filter, kept queries, marks."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from made_up import article_of, reading_of
from shanqu import paths
from shanqu.model import Extraction, Published
from shanqu.query import Library, LibraryError, Wanted, parse
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store
from shanqu.ui.seeker import FIRST, Answer, Complete, Counted, News, Question, Rest, Seeker, answers


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))


async def _to(shanqu, name: str) -> None:
    pane = shanqu.widget("#entities")
    pane.focus()
    pane.cursor = next(
        index
        for index, line in enumerate(pane.draw(at, 0, 30, False).text for at in range(pane.count()))
        if name in line
    )
    await shanqu.press("h", "l")


async def test_sites_and_years_are_counted_and_filter(browser):
    async with browser((120, 200)) as shanqu:
        text = shanqu.text("#entities")
        assert "网站" in text and "年份" in text and "无日期" in text
        await _to(shanqu, "2024")
        await shanqu.press("enter")
        assert 0 < shanqu.widget("#list").count() < 5
        await shanqu.press("escape")
        assert shanqu.widget("#list").count() == 5


async def test_what_is_shut_out_leaves_the_list_and_comes_back(browser):
    async with browser() as shanqu:
        await _to(shanqu, "遂昌县")
        await shanqu.press("d")
        assert shanqu.widget("#list").count() == 3
        assert "− 遂昌县" in str(shanqu.widget("#chosen").render())
        assert "− 遂昌县" in shanqu.text("#entities")
        await _to(shanqu, "遂昌县")
        await shanqu.press("d")
        assert shanqu.widget("#list").count() == 5


async def test_the_best_answers_first_or_the_latest(browser):
    async with browser() as shanqu:
        await shanqu.press("slash", *"产业", "enter")
        latest = list(shanqu.widget("#list").ids)
        await shanqu.press("r")
        assert sorted(shanqu.widget("#list").ids) == sorted(latest) != list(shanqu.widget("#list").ids)
        assert "最相关在前" in str(shanqu.widget("#chosen").render())
        await shanqu.press("r")
        assert list(shanqu.widget("#list").ids) == latest


async def test_a_mistake_in_the_filter_is_told_in_place_and_the_list_stays(browser):
    async with browser() as shanqu:
        await shanqu.press("slash", *"遂昌", "space", *"year:a")
        assert shanqu.widget("#list").count() == 2
        assert "第 9 个字" in str(shanqu.widget("#chosen").render())
        assert shanqu.widget("#filter").has_class("-wrong")
        await shanqu.press("backspace")
        assert not shanqu.widget("#filter").has_class("-wrong")


async def test_a_filter_is_kept_under_a_name_and_the_last_ones_come_back(browser):
    async with browser() as shanqu:
        await shanqu.press("slash", *"遂昌", "enter", "at", *"mine", "enter")
        assert paths.queries_file().read_text("utf-8") == '"mine" = "遂昌"\n'
        await shanqu.press("escape", "slash", *"@mine")
        assert shanqu.widget("#list").count() == 2
        await shanqu.press("escape", "slash", "up")
        assert (shanqu.widget("#filter").value, shanqu.widget("#list").count()) == ("遂昌", 2)
        await shanqu.press("down")
        assert shanqu.widget("#filter").value == ""


async def test_stars_tags_and_notes_are_put_on_and_shown(browser):
    async with browser() as shanqu:
        await shanqu.press("asterisk", "number_sign", *"招商", "enter", "a", *"再读", "enter")
        assert shanqu.lines("#list")[0].startswith("▌★ ✎ ")
        await shanqu.press("slash", *"is:starred", "space", *"tag:招商", "space", *"note:再读")
        assert shanqu.widget("#list").count() == 1
        await shanqu.press("escape", "asterisk")
        assert shanqu.lines("#list")[0].startswith("▌✎ ")


async def test_an_article_behind_a_sentence_is_marked_where_it_is_read(browser):
    async with browser() as shanqu:
        await shanqu.press("tab", "tab", "e", "enter", "asterisk", "a", *"再读", "enter")
        assert "再读" in shanqu.widget("#bottom").message
        await shanqu.press("q", "q", "slash", *"is:starred", "space", *"note:再读")
        assert shanqu.lines("#list")[0].startswith("▌★ ✎ ")


@pytest.fixture
def many(library_dir: Path) -> Path:
    with Store(library_dir) as store, store.transaction():
        for number in range(FIRST + 40):
            article = article_of(f"遂昌县第{number}篇", f"/{number}")
            date = f"2021-{1 + number % 12:02}-{1 + number % 28:02}"
            article = article._replace(published=Published(date, date, "original", "test"))
            store.write(Analysed(article, Extraction()), rules=1, reading=reading_of)
    return library_dir


def test_the_first_articles_are_told_before_the_rest_and_old_questions_are_dropped(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shanqu.ui.seeker._AT_ONCE", 10)
    monkeypatch.setattr("shanqu.store.finding._FEW", 10)
    for each in ("_READ", "_SOUGHT"):
        monkeypatch.setattr(f"shanqu.store.latest.{each}", 0.0)
    told: list[tuple[int, News | LibraryError]] = []
    done = threading.Event()

    def deliver(number: int, answer: News | LibraryError) -> None:
        told.append((number, answer))
        if isinstance(answer, Rest):
            done.set()

    seeker = Seeker(many, deliver)
    for text in ("第1篇", "第2篇", "遂昌"):
        last = seeker.ask(Question(Wanted(parse(text)), False))
    while not (done.wait(10) and told[-1][0] == last):
        done.clear()
    seeker.stop()
    answers = [answer for number, answer in told if number == last]
    assert [type(one) for one in answers] == [Answer, Counted, Complete, Rest]
    answer, counted, complete, _ = answers
    assert isinstance(answer, Answer) and isinstance(counted, Counted) and isinstance(complete, Complete)
    assert (answer.total, counted.total) == (None, FIRST + 40)
    assert (len(answer.ids), len(complete.ids)) == (FIRST, FIRST + 40)
    assert list(complete.ids[:FIRST]) == list(answer.ids)


def test_what_very_many_name_is_told_before_how_often_they_do(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "counts_long", lambda self, ids: len(ids) > 100)
    with Library.open(many) as library:
        for text, times in (("遂昌", 2), ("第11篇", 1)):
            told = list(answers(library, Question(Wanted(parse(text)), False)))
            rest = [one for one in told if isinstance(one, Rest)]
            assert len(rest) == times
            assert rest[0].buckets == rest[-1].buckets
            assert [one.kind for one in rest[0].leading] == [one.kind for one in rest[-1].leading]


def test_a_library_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    told: list[object] = []
    done = threading.Event()
    seeker = Seeker(tmp_path, lambda number, answer: (told.append(answer), done.set()))
    seeker.ask(Question(Wanted(), True))
    assert done.wait(10)
    seeker.stop()
    assert isinstance(told[0], LibraryError)


async def test_the_number_of_a_common_word_follows_its_first_hits(browser, many, monkeypatch):
    monkeypatch.setattr("shanqu.store.finding._FEW", 10)
    async with browser(library=many) as shanqu:
        await shanqu.press("slash", *"遂昌")
        await shanqu.settle()
        number = FIRST + 40
        assert f"{number}/{number}" in str(shanqu.widget("#chosen").render())
        assert shanqu.widget("#list").count() == len(shanqu.widget("#list").ids) == number


async def test_a_list_whose_end_is_still_on_its_way_can_be_walked_through(browser, many, monkeypatch):
    monkeypatch.setattr("shanqu.ui.seeker._AT_ONCE", 10)
    monkeypatch.setattr("shanqu.ui.seeker._SMALL", 10)
    async with browser(library=many) as shanqu:
        pane = shanqu.widget("#list")
        assert pane.count() == len(pane.ids) == FIRST + 40
        rows = shanqu.app.session.library.rows
        pane.show(pane.ids[:5], FIRST + 40, rows, lambda id: [], lambda text: [], keep=None)
        await shanqu.press("G")
        assert pane.current is None
        pane.complete(list(range(1, FIRST + 41)))
        await shanqu.settle()
        assert pane.current == FIRST + 40
