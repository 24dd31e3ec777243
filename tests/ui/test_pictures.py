"""Pictures: drawn when the screen comes to them, legible at any width."""

from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from shanqu.query.picture_shapes import CountTable
from shanqu.text.width import text_width
from shanqu.ui.pictures import of_amounts, of_counts
from shanqu.ui.screens.picture import PictureScreen
from shanqu.ui.shading import Shaded

YEARS = tuple(str(year) for year in range(2010, 2025))


def _drawn(table: CountTable, width: int) -> list[str]:
    console = Console(width=width, color_system=None)
    with console.capture() as captured:
        console.print(Shaded(table, "#808080"))
    return captured.get().splitlines()


def _table(rows: tuple[str, ...], columns: tuple[str, ...]) -> CountTable:
    counts = tuple(tuple(range(at, at + len(columns))) for at in range(len(rows)))
    return CountTable(rows, columns, counts, rows, columns, "texts")


def test_columns_without_room_stand_below_under_the_same_rows():
    lines = _drawn(_table(("遂昌县", "景宁畲族自治县"), YEARS), 40)
    assert max(map(text_width, lines)) <= 40
    assert [word for line in lines for word in line.split() if word in YEARS] == list(YEARS)
    assert sum("景宁畲族自治县" in line for line in lines) == 4


def test_the_greatest_count_is_the_darkest_and_none_is_a_dot():
    lines = _drawn(_table(("遂昌县",), ("2021", "2022", "2023")), 80)
    assert next(line for line in lines if "遂昌县" in line).split() == ["遂昌县", "·", "▒", "1", "█", "2"]


def test_a_table_of_nothing_is_drawn_as_nothing():
    assert not "".join(_drawn(_table((), ()), 80)).strip("─ \n")


async def test_a_picture_is_asked_for_when_the_screen_comes_to_it(browser):
    asked = []

    def ask() -> list[tuple[str, int]]:
        asked.append("below")
        return [("甲乙纸业", 3)]

    tall = _table(tuple(f"第{number}县" for number in range(60)), YEARS)
    async with browser((120, 30)) as shanqu:
        pictures = [of_counts("上", lambda: tall), of_amounts("下", ask)]
        await shanqu.app.push_screen(PictureScreen("图", pictures))
        await shanqu.settle()
        assert "第5县" in shanqu.text("#pictures")
        assert not asked
        assert "↓" in shanqu.text("#picture-title")
        await shanqu.press("space", "space", "j")
        assert "第59县" in shanqu.text("#pictures")
        await shanqu.press("G")
        assert "↓" not in shanqu.text("#picture-title")
        await shanqu.press("G")
        assert asked == ["below"]
        assert "甲乙纸业" in shanqu.text("#pictures")
        await shanqu.press("g")
        assert "第0县" in shanqu.text("#pictures")


async def test_what_is_near_to_a_neighbour_is_told_without_the_entity_above(
    browser, put: Callable[..., int], library_dir: Path
) -> None:
    place = ("place", "遂昌", "遂昌县", "331123")
    firm, trade = ("company", "甲乙纸业", "甲乙纸业", None), ("industry", "造纸业", "造纸业", None)
    put("遂昌有甲乙纸业。甲乙纸业属于造纸业。", "/1", place, firm, trade)
    async with browser((120, 40), library=library_dir) as shanqu:
        await shanqu.press("tab", "tab", "i", "p")
        tree = [line.strip(" │├└─1") for line in shanqu.text("#pictures").splitlines()]
        assert [name for name in tree if name][-3:] == ["遂昌县", "甲乙纸业", "造纸业"]


async def test_more_is_told_of_only_where_there_is_more(browser):
    small = _table(("遂昌县",), YEARS[:3])
    pictures = [of_counts("上", lambda: small), of_amounts("下", lambda: [("甲乙纸业", 3)])]
    async with browser((80, 24)) as shanqu:
        await shanqu.app.push_screen(PictureScreen("图", pictures))
        await shanqu.settle()
        assert "甲乙纸业" in shanqu.text("#pictures")
        assert "↓" not in shanqu.text("#picture-title")
        await shanqu.pilot.resize_terminal(80, 8)
        await shanqu.settle()
        assert "↓" in shanqu.text("#picture-title")
        await shanqu.press("G")
        assert "↓" not in shanqu.text("#picture-title")
