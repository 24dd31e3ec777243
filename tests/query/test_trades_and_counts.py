"""Counties by groups of trades; and what is counted of them is counted alike everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shanqu.gazetteer.trades import group_of, trade_groups
from shanqu.i18n import set_language, translated
from shanqu.query import Library, reports
from shanqu.query.matrix_shapes import Matrix
from shanqu.query.matrix_view import holds

YUNHE = ("place", "云和", "云和县", "331125")
QINGYUAN = ("place", "庆元", "庆元县", "331126")


@pytest.mark.parametrize(
    ("trade", "group"),
    [
        ("木制玩具产业", "消费品"),
        ("茶产业", "农业"),
        ("荒野茶产业", "农业"),
        ("胡柚精深加工", "农业"),
        ("锯床特色机械产业", "装备制造"),
        ("农业", "农业"),
        ("工业经济", "总体"),
        ("传统产业", "总体"),
        ("民宿产业", "文旅与服务"),
        ("某某未名产业", "其他"),
    ],
)
def test_a_trade_has_a_group_also_where_no_list_has_it(trade: str, group: str) -> None:
    assert group_of(trade) == group


def test_a_long_name_is_not_general_for_what_it_ends_with() -> None:
    assert group_of("制造业") == "总体"
    assert group_of("铅笔制造业") != "总体"


def _trade(name: str) -> tuple[str, str, str, None]:
    return ("industry", name, name, None)


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path) -> Iterator[Library]:
    put("云和的木制玩具产业和模具产业,工业经济向好。云和工业经济好。", "/1", YUNHE,
        *map(_trade, ("木制玩具产业", "模具产业", "工业经济")))  # fmt: skip
    put("云和工业经济又好。庆元的铅笔产业、荒野茶产业。", "/2", YUNHE, QINGYUAN,
        *map(_trade, ("工业经济", "铅笔产业", "荒野茶产业")))  # fmt: skip
    put(
        "云和有甲乙玩具厂。别处说起云和丙丁玩具厂。",
        "/3",
        YUNHE,
        ("company", "甲乙玩具厂", "甲乙玩具厂", None),
    )
    put("展会来了云和丙丁玩具厂,也来了外地的戊己笔厂。", "/4",
        ("company", "云和丙丁玩具厂", "云和丙丁玩具厂", None), ("company", "戊己笔厂", "戊己笔厂", None))  # fmt: skip
    put("展会来了庚辛笔厂。", "/5", ("company", "庚辛笔厂", "庚辛笔厂", "331125"))
    put(
        "园区里有壬癸玩具厂、庆元子丑笔厂。",
        "/6",
        *(("company", name, name, None) for name in ("壬癸玩具厂", "庆元子丑笔厂")),
    )
    with Library.open(library_dir) as opened:
        yield opened


def _rows(matrix: Matrix) -> dict[str, list[list[str]]]:
    return {
        str(row.label): [[figure.text for figure in cell.figures] for cell in row.cells]
        for row in matrix.rows
        if row.group == "产业门类"
    }


def test_counties_stand_side_by_side_by_groups_of_trades(library: Library) -> None:
    assert _rows(library.matrix(["331125", "331126"])) == {
        "装备制造": [["模具产业"], []],
        "消费品": [["木制玩具产业"], ["铅笔产业"]],
        "农业": [[], ["荒野茶产业"]],
        "总体": [["工业经济"], []],
    }


def test_a_cell_of_a_group_leads_to_the_sentences_of_its_own_trades_only(library: Library) -> None:
    cell = library.cell(["331125", "331126"], "产业门类/装备制造", 0)
    refs = library.cell_refs(["331125", "331126"], "产业门类/装备制造", 0)
    assert [one.text for one in library.passages(refs)] == ["云和的木制玩具产业和模具产业,工业经济向好。"]
    assert cell.n == 1


def test_what_is_said_of_any_county_comes_last_however_often(library: Library) -> None:
    (row,) = (row for row in library.matrix(["331125"]).rows if row.label == "产业名录")
    assert [figure.text for figure in row.cells[0].figures][-1] == "工业经济"
    entity = library.find_entity("云和")
    assert entity is not None
    (section,) = (one for one in library.profile(entity).sections if one.key == "industries")
    assert (section.items[-1].text, section.items[-1].n, section.total) == ("工业经济", 2, 3)


def test_overview_profile_and_comparison_count_companies_alike(library: Library) -> None:
    shown = {row.code: row.companies for row in library.overview()}
    for code, name in (("331125", "云和"), ("331126", "庆元")):
        entity = library.find_entity(name)
        assert entity is not None
        sections = {one.key: one for one in library.profile(entity).sections}
        listed = library.matrix([code])
        cells = [row.cells[0] for row in listed.rows if row.label == "企业名录"]
        assert shown[code] == sections["companies"].total == len(sections["companies"].items)
        assert shown[code] == sum(len(cell.figures) + cell.more for cell in cells)
    # Beside it in a sentence, with its name in front, and with its code.
    assert shown["331125"] == 3
    assert shown["331126"] == 1


def test_they_count_alike_after_corrections_too(library: Library) -> None:
    yunhe = library.find_entity("云和")
    for part, whole in (("云和丙丁玩具厂", "戊己笔厂"), ("甲乙玩具厂", "云和丙丁玩具厂")):
        first, second = library.find_entity(part, "company"), library.find_entity(whole, "company")
        assert yunhe is not None and first is not None and second is not None
        library.corrections.merge(library.name_of(first), library.name_of(second))
        shown = {row.code: row.companies for row in library.overview()}
        sections = {one.key: one.total for one in library.profile(yunhe).sections}
        assert shown["331125"] == sections["companies"]


def test_labels_are_told_in_the_language_of_the_reader_and_kept_as_they_are(library: Library) -> None:
    matrix = library.matrix(["331125"])
    row = next(row for row in matrix.rows if row.label == "产业名录")
    assert (row.key, translated(row.label)) == ("产业/产业名录", "产业名录")
    assert [translated(one) for one in trade_groups()] == [str(one) for one in trade_groups()]
    set_language("en")
    assert not any("\u4e00" <= char <= "\u9fff" for one in matrix.rows for char in translated(one.label))
    assert holds(row, "trades") and holds(row, "产业") and not holds(row, "taxes")
    set_language("zh")


def test_a_report_names_one_copy_of_a_text_as_its_source(put: Callable[..., int], library_dir: Path) -> None:
    text = "云和的木制玩具产业是当地的老行当,做了几十年,家家户户都会一点,如今卖到了许多国家。" * 3
    for path in ("/1", "/2", "/3"):
        put(text, path, YUNHE, _trade("木制玩具产业"))
    put("云和的木制玩具产业很兴旺。", "/4", YUNHE, _trade("木制玩具产业"))
    with Library.open(library_dir) as library:
        assert len(library.same_texts()) == 2
        report = reports.of_matrix(library, library.matrix(["331125"]), str)
    assert len(report.sources) == 2
    pieces = [piece for table in report.tables for row in table.rows for cell in row[1:] for piece in cell]
    assert {(piece.text, piece.sources) for piece in pieces} == {("木制玩具产业", (1, 2))}


@pytest.mark.parametrize(
    ("trade", "group"),
    [
        ("茯茶产业", "农业"),
        ("红芽芋种植产业", "农业"),
        ("绣衣产业", "消费品"),
        ("农药产业", "新能源与材料"),
        ("药用玻璃产业", "医药健康"),
        ("建筑玻璃产业", "新能源与材料"),
        ("船舶海工产业", "装备制造"),
        ("信息技术服务业", "数字经济"),
        ("货运产业", "文旅与服务"),
    ],
)
def test_the_longest_word_at_the_end_tells_the_group(trade: str, group: str) -> None:
    assert group_of(trade) == group
