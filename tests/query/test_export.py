"""Reports as files: nothing that a page prints can act in them, and a browser shows them whole."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from shanqu.model import Fact
from shanqu.query import Library, export, reports
from shanqu.query.report_shapes import Report

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
XIANJU = ("place", "仙居", "仙居县", "331024")
EVIL = "=HYPERLINK|<script>document.title='x'</script>"
FIRM = ("company", EVIL, EVIL, None)
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def _fact(text: str, printed: str, place: str, code: str) -> Fact:
    at = text.index(printed)
    return Fact(
        at, at + len(printed), printed, "税收", "level", text, 0, len(text), float(printed[0]) * 1e8,
        unit="元", place=place, code=code, period="2020年", period_norm="2020",
    )  # fmt: skip


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path) -> Iterator[Library]:
    one, other = f"遂昌有{EVIL},税收1亿元。", "仙居税收3亿元。"
    put(one, "/1.txt", SUICHANG, FIRM, title="<b>题|</b>", facts=(_fact(one, "1亿元", "遂昌县", "331123"),))
    fact = _fact(other, "3亿元", "仙居县", "331024")
    put(other, "/2.txt", XIANJU, title="仙居的税收", facts=(fact,), published="2021-03-04", site="仙居网")
    with Library.open(library_dir) as opened:
        yield opened


@pytest.fixture
def report(library: Library) -> Report:
    return reports.of_matrix(library, library.matrix(["331123", "331024"]), str)


def test_every_value_points_to_its_source(report: Report) -> None:
    numbers = {
        number
        for table in report.tables
        for row in table.rows
        for cell in row
        for piece in cell
        for number in piece.sources
    }
    assert numbers == {source.number for source in report.sources}
    assert {source.path for source in report.sources} == {"/1.txt", "/2.txt"}


def test_markdown_escapes_what_would_act(report: Report) -> None:
    text = export.as_markdown(report, str)
    assert "<script>" not in text and r"\<script\>" in text
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if line.startswith("|")}
    assert widths == {4}


def test_no_csv_cell_is_a_formula(report: Report) -> None:
    cells = [cell for row in csv.reader(io.StringIO(export.as_csv(report, str))) for cell in row]
    assert any(EVIL in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        self.links.add(found.get("href") or "")
        self.ids.add("#" + (found.get("id") or ""))


def test_html_holds_everything_itself_and_no_script(report: Report) -> None:
    page = _Tags()
    page.feed(export.as_html(report, str))
    assert "svg" in page.tags and not page.tags & {"script", "img", "link", "iframe"}
    assert page.links - {""} and page.links - {""} <= page.ids


@pytest.mark.skipif(_CHROMIUM is None, reason="no Chromium is installed")
def test_a_browser_shows_the_report_and_runs_nothing(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(export.as_html(report, str), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    shown = subprocess.run(
        [str(_CHROMIUM), *options, "--dump-dom", path.as_uri()], capture_output=True, text=True, timeout=120
    ).stdout
    assert "<title>遂昌县、仙居县</title>" in shown
    assert "1亿元" in shown and "<script>" not in shown
    # The row as bars, one for each place, and the texts by year.
    pictures = re.findall("<svg.*?</svg>", shown, re.DOTALL)
    assert len(pictures) == 2 and pictures[0].count("<rect") == 2
    source = re.search('<li id="s2">(.*?)</li>', shown, re.DOTALL)
    assert source is not None and 'href="#s2"' in shown
    assert re.sub("<.*?>", " ", source[1]).split(" · ") == [
        "仙居税收3亿元。  仙居的税收",
        "仙居网",
        "2021-03-04",
        "/2.txt ",
    ]
    picture = tmp_path / "report.png"
    subprocess.run(
        [str(_CHROMIUM), *options, f"--screenshot={picture}", "--window-size=1000,1400", path.as_uri()],
        capture_output=True,
        timeout=120,
    )
    assert picture.stat().st_size > 5000


def test_a_profile_and_the_overview_are_reports_too(library: Library) -> None:
    place = library.find_entity("遂昌")
    assert place is not None
    told = reports.of_profile(library, library.profile(place), str)
    assert told.sources and "<svg" in export.as_html(told, str)
    rows = reports.of_overview(library, library.overview(), str).tables[0].rows
    assert len(rows) == 101
