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
from shanqu.query import Library, export, listings, reports
from shanqu.query.matrix_shapes import Ref
from shanqu.query.picture_shapes import Bar, Bars, CountTable, Event, Network, Pair
from shanqu.query.report_shapes import Report
from shanqu.query.shapes import Evidence

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


LONG = "浙江某某山区特种新材料与高端装备制造产业一体化科技创新股份有限公司年产五万吨绿色低碳智能化示范项目"


def _event(date: str, text: str, *, planned: bool = False) -> Event:
    evidence = Evidence(1, "题", None, None, None, text, (), 0, len(text), 0)
    return Event(date, "signed", text, None, evidence, Ref(1, 0, len(text), 0, 1), planned)


def _pair(name: str, texts: int) -> Pair:
    return Pair(1, 2, "甲县", name, "place", "company", texts, texts)


def _pictures() -> Report:
    events = [
        _event("2019", LONG),
        _event("2020-01/2022-06", "第二件"),
        _event("2024", "第三件", planned=True),
    ]
    near = [(_pair(f"{LONG}{at}", 9 - at), [_pair(f"{at}{LONG}", 2), _pair("乙", 1)]) for at in range(4)]
    names = [f"{LONG[:12]}{at}" for at in range(9)]
    table = CountTable(tuple(names), tuple(names), tuple(tuple(range(9)) for _ in names), what="同句")
    bars = tuple(
        Bar(f"{LONG}{at}", float(at), None, None, f"{at}亿元 {LONG}", (), "value") for at in range(3)
    )
    return listings.joined(
        "图",
        [
            listings.of_bars(Bars("一行", "元", bars), str),
            listings.of_counts("产业", table, str),
            listings.of_counts("年份", table._replace(rows=table.rows[:2], counts=table.counts[:2]), str),
            listings.of_events("事件", events, str),
            listings.of_network(Network("关系", LONG, near), str),
        ],
    )


def test_events_are_drawn_as_dots_and_what_is_planned_as_rings() -> None:
    assert "<svg" not in export.as_html(listings.of_events("事件", [], str), str)
    text = export.as_html(_pictures(), str)
    drawn = next(one for one in re.findall("<svg.*?</svg>", text, re.DOTALL) if "<title>事件" in one)
    assert drawn.count("<circle") == 3 and drawn.count('fill="Canvas"') == 1
    assert "2020-01/2022-06" in drawn and "第三件" in drawn and "<desc>3 events" in drawn


def test_a_network_is_drawn_with_a_line_for_each_pair_the_thicker_the_more_texts() -> None:
    text = export.as_html(_pictures(), str)
    drawn = next(one for one in re.findall("<svg.*?</svg>", text, re.DOTALL) if "<title>关系" in one)
    assert drawn.count("<path") == 4 + 8
    widths = [float(one) for one in re.findall('stroke-width="([0-9.]+)"', drawn)]
    assert max(widths) > 2 * min(widths)
    assert "×9" in drawn and text.count("<table>") == 5


def test_what_pages_print_cannot_act_in_a_picture() -> None:
    report = listings.joined(
        "图",
        [
            listings.of_events(EVIL, [_event("2019", EVIL)], str),
            listings.of_network(Network(EVIL, EVIL, [(_pair(EVIL, 1), [])]), str),
        ],
    )
    page = _Tags()
    page.feed(export.as_html(report, str))
    assert "script" not in page.tags and {"svg", "title", "desc"} <= page.tags


# Counts the texts of all pictures that lie over another one of the same picture, or leave it.
_OVERLAPS = """
<script>
const lines = [];
document.querySelectorAll("svg").forEach((svg) => {
  const whole = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll("tspan")].map((one) => {
    const range = document.createRange(); range.selectNodeContents(one);
    return [one.textContent, range.getBoundingClientRect()];
  }).filter(([text]) => text.trim());
  boxes.forEach(([text, a], at) => {
    if (a.left < whole.left - 1 || a.right > whole.right + 1 || a.bottom > whole.bottom + 2) lines.push("out " + text);
    boxes.slice(at + 1).forEach(([other, b]) => {
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (x > 1 && y > 4) lines.push(text + " over " + other);
    });
  });
});
document.title = "looked at " + document.querySelectorAll("svg").length + "; " + lines.join("; ");
</script>
"""


@pytest.mark.skipif(_CHROMIUM is None, reason="no Chromium is installed")
def test_in_a_browser_no_text_of_a_picture_lies_over_another_one_or_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "pictures.html"
    drawn = "".join(re.findall("<svg.*?</svg>", export.as_html(_pictures(), str), re.DOTALL))
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{drawn}{_OVERLAPS}</body></html>'
    path.write_text(page, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    shown = subprocess.run(
        [str(_CHROMIUM), *options, "--window-size=2000,1400", "--dump-dom", path.as_uri()],
        capture_output=True, text=True, timeout=120,
    ).stdout  # fmt: skip
    assert "<title>looked at 5; </title>" in shown, re.findall("<title>.*?</title>", shown)[0]
