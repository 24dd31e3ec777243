"""Places side by side: which value leads, what keeps values apart, what empty cells say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from made_up import article_of, reading_of
from shanqu.model import Edit, Extraction, Fact, Mention
from shanqu.query import Library
from shanqu.query.matrix_shapes import Figure, Matrix, MatrixCell, MatrixRow
from shanqu.query.matrix_view import holds
from shanqu.query.periods import told
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
XIANJU = ("place", "仙居", "仙居县", "331024")
_CODES = {"遂昌县": "331123", "仙居县": "331024"}
Build = Callable[..., Matrix]


def fact(text: str, printed: str, place: str = "遂昌县", **more: object) -> Fact:
    """A fact whose sentence is the whole text."""
    fields: dict[str, object] = {"indicator": "税收", "kind": "level", "unit": "元", "place": place}
    fields |= {"code": _CODES[place], "sentence": text, "sentence_start": 0, "sentence_end": len(text)}
    at = text.index(printed)
    return Fact(at, at + len(printed), printed, **{**fields, **more})  # type: ignore[arg-type]


@pytest.fixture
def put_facts(put: Callable[..., int]) -> Callable[..., None]:
    def write(text: str, path: str, *facts: Fact, published: str | None = None) -> None:
        put(text, path, SUICHANG, XIANJU, title="题", facts=facts, published=published)

    return write


@pytest.fixture
def matrix(library_dir: Path, put_facts: object) -> Iterator[Callable[[], Matrix]]:
    def ask() -> Matrix:
        with Library.open(library_dir) as library:
            return library.matrix(["331123", "331024"])

    yield ask


def row(found: Matrix, label: str) -> MatrixRow:
    (one,) = [one for one in found.rows if one.label == label]
    return one


def cells(found: Matrix, label: str) -> tuple[MatrixCell, ...]:
    return row(found, label).cells


def words(figure: Figure) -> list[str]:
    return [mark.text for mark in figure.marks]


def test_what_has_come_true_for_the_whole_place_leads_then_the_latest(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    text = "遂昌税收1亿元,后2亿元,园区9亿元,将达8亿元。"
    put_facts(
        text,
        "/1",
        fact(text, "1亿元", value=1e8, period="2019年", period_norm="2019"),
        fact(text, "2亿元", value=2e8, period="2021年", period_norm="2021"),
        fact(text, "9亿元", value=9e8, period="2023年", period_norm="2023", scope="zone"),
        fact(text, "8亿元", value=8e8, period="2024年", period_norm="2024", status="target"),
    )
    (cell, _) = cells(matrix(), "税收")
    assert [figure.text for figure in cell.figures] == ["2亿元", "1亿元", "9亿元", "8亿元"]
    assert cell.lead is not None and cell.lead.year == 2021


def test_unlike_values_never_stand_side_by_side_unmarked(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    one = "遂昌税收1亿元。"
    other = "仙居园区税收预计2亿元。"
    put_facts(one, "/1", fact(one, "1亿元", value=1e8, period="2019年", period_norm="2019"))
    put_facts(other, "/2", fact(other, "2亿元", "仙居县", value=2e8, scope="zone", status="forecast"))
    found = row(matrix(), "税收")
    assert found.unequal == ("scope", "status", "period")
    assert [words(cell.figures[0]) for cell in found.cells] == [
        ["2019年", "whole area", "actual"],
        ["year unknown", "zone", "forecast"],
    ]


def test_a_mean_rate_is_told_from_the_rate_of_a_year(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    rate = {"kind": "growth", "unit": "%", "value": 5.0, "period": "2021年", "period_norm": "2021"}
    one, other = "遂昌增加值年均增长5%。", "仙居增加值增长6%。"
    put_facts(one, "/1", fact(one, "5%", indicator="规上工业增加值年均增速", **rate))
    put_facts(other, "/2", fact(other, "6%", "仙居县", indicator="规上工业增加值增速", **rate))
    found = row(matrix(), "增加值增速")
    assert found.unequal == ("growth",)
    assert [words(cell.figures[0])[-1] for cell in found.cells] == ["mean per year", "on the year"]


def test_a_fall_is_told_from_a_rise(put_facts: Callable[..., None], matrix: Callable[[], Matrix]) -> None:
    one, other = "遂昌增加值下降3.2%。", "仙居增加值-1.5%。"
    rate = {"indicator": "规上工业增加值增速", "kind": "growth", "unit": "%"}
    put_facts(one, "/1", fact(one, "3.2%", value=-3.2, **rate))
    put_facts(other, "/2", fact(other, "-1.5%", "仙居县", value=-1.5, **rate))
    shown = [words(cell.figures[0]) for cell in cells(matrix(), "增加值增速")]
    assert [("fall" in marks) for marks in shown] == [True, False]


def test_a_trade_is_not_named_twice(put_facts: Callable[..., None], matrix: Callable[[], Matrix]) -> None:
    text = "遂昌金融业增加值7亿元。"
    put_facts(
        text,
        "/1",
        fact(text, "7亿元", value=7e8, indicator="金融业增加值", subject="金融业", scope="industry"),
    )
    (cell, _) = cells(matrix(), "各产业增加值")
    assert cell.figures[0].about == "金融业增加值"


def test_a_part_names_its_whole_and_does_not_lead(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    text = "遂昌引进项目87个,其中百亿元以上项目2个。"
    count = {
        "indicator": "引进项目数",
        "kind": "count",
        "unit": "个",
        "period": "2020年",
        "period_norm": "2020",
    }
    put_facts(text, "/1", fact(text, "2个", value=2.0, **count), fact(text, "87个", value=87.0, **count))
    (cell, _) = cells(matrix(), "项目数")
    assert [(one.text, one.whole) for one in cell.figures] == [("87个", None), ("2个", "87个")]
    assert "part of 87个" in words(cell.figures[1])


@pytest.mark.parametrize(
    ("text", "whole", "part", "within"),
    [
        ("遂昌投资9亿元,其中工业投资5亿元;设备投资3亿元。", "总投资", "设备投资", "9亿元"),
        ("遂昌总产值9亿元,其中工业产值5亿元;财政收入3亿元。", "工业总产值", "财政收入", None),
        ("遂昌投资9亿元,其中工业投资5亿元,全县民间投资3亿元。", "总投资", "民间投资", None),
        ("遂昌投资9亿元,其中工业投资5亿元,民间投资3亿元。", "总投资", "民间投资", "9亿元"),
        ("遂昌财政收入9亿元,其中居民人均收入3亿元。", "财政收入", "农民人均收入", None),
    ],
)
def test_a_part_ends_with_its_list_or_the_whole_county_and_an_average_is_none(
    text: str,
    whole: str,
    part: str,
    within: str | None,
    put_facts: Callable[..., None],
    matrix: Callable[[], Matrix],
) -> None:
    put_facts(
        text,
        "/1",
        fact(text, "9亿元", value=9e8, indicator=whole),
        fact(text, "3亿元", value=3e8, indicator=part),
    )
    figures = [figure for row in matrix().rows for figure in row.cells[0].figures]
    assert [one.whole for one in figures if one.text == "3亿元"] == [within]


def test_reprints_count_as_one_text_and_are_all_named(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    text = "遂昌去年的税收是1亿元,比前年多得多,大家都很高兴。"
    for path in ("/1", "/2"):
        put_facts(text, path, fact(text, "1亿元", value=1e8))
    (cell, _) = cells(matrix(), "税收")
    assert (cell.n, len(cell.figures), cell.figures[0].n, len(cell.figures[0].refs)) == (1, 1, 1, 2)


def test_what_a_reprint_says_without_a_date_is_the_dated_figure(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    text = "遂昌去年的税收是1亿元,比前年多得多,大家都很高兴。"
    dated = fact(text, "1亿元", value=1e8, period="去年", period_norm="2020")
    put_facts(text, "/1", dated, published="2021-03-01")
    put_facts(text, "/2", dated._replace(period_norm=None))
    other = "另一篇说,遂昌去年的税收是1亿元。"
    put_facts(other, "/3", fact(other, "1亿元", value=1e8, period="去年"))
    (cell, _) = cells(matrix(), "税收")
    assert [(one.period_norm, len(one.refs)) for one in cell.figures] == [("2020", 2), (None, 1)]


def test_independent_texts_that_differ_are_a_conflict_with_both_sources(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    year = {"period": "2020年", "period_norm": "2020"}
    for path, value in (("/1", 1.0), ("/2", 3.0)):
        text = f"遂昌税收{value:.0f}亿元。"
        put_facts(text, path, fact(text, f"{value:.0f}亿元", value=value * 1e8, **year))
    (cell, _) = cells(matrix(), "税收")
    assert cell.state == "conflict"
    assert {(one.text, one.conflict, len(one.refs)) for one in cell.figures} == {
        ("1亿元", 1, 1),
        ("3亿元", 1, 1),
    }


def test_a_vague_figure_does_not_contradict_what_it_allows(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    year = {"period": "2020年", "period_norm": "2020"}
    one, other = "遂昌税收3亿多元。", "遂昌税收3.2亿元。"
    put_facts(one, "/1", fact(one, "3亿多元", value=3e8, value_low=3e8, value_high=4e8, hedge="多", **year))
    put_facts(other, "/2", fact(other, "3.2亿元", value=3.2e8, **year))
    assert cells(matrix(), "税收")[0].state == "value"


def test_an_empty_cell_tells_why(put_facts: Callable[..., None], matrix: Callable[[], Matrix]) -> None:
    one, other = "遂昌税收1亿元。", "仙居的税收很好。"
    put_facts(one, "/1", fact(one, "1亿元", value=1e8), fact(one, "1亿元", indicator="利润", value=1e8))
    put_facts(other, "/2", fact(other, "很好", "仙居县", indicator="产值", unit="个", value=1.0))
    found = matrix()
    assert cells(found, "税收")[1].state == "unvalued"
    assert cells(found, "利润与利税")[1].state == "absent"
    assert cells(found, "工业产值")[1].state == "incomparable" and cells(found, "工业产值")[1].lead is None


def test_a_mention_without_a_value_leads_to_its_sentence(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix], library_dir: Path
) -> None:
    one, other = "遂昌税收1亿元。", "仙居的税收很好。"
    put_facts(one, "/1", fact(one, "1亿元", value=1e8))
    put_facts(other, "/2")
    with Library.open(library_dir) as library:
        (shown,) = library.passages(cells(matrix(), "税收")[1].named)
    assert [shown.text[start:end] for start, end in shown.hits] == ["税收"] and shown.text == other


def test_an_indicator_without_a_row_gets_one_in_the_last_group(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    text = "遂昌有奇数7座。"
    put_facts(text, "/1", fact(text, "7座", indicator="奇数", value=7.0, unit="座"))
    found = matrix().rows[-1]
    assert (found.group, found.label, found.cells[0].figures[0].text) == ("其他数字", "奇数", "7座")


def test_articles_unfit_for_quotation_give_no_figures(
    put: Callable[..., int], matrix: Callable[[], Matrix], library_dir: Path
) -> None:
    from made_up import article_of
    from shanqu.model import Extraction
    from shanqu.store.preparing import Analysed
    from shanqu.store.writer import Store

    text = "遂昌税收1亿元。"
    article = article_of(text, "/1")._replace(warnings=("scrambled",))
    with Store(library_dir) as store, store.transaction():
        facts = (fact(text, "1亿元", value=1e8),)
        store.write(Analysed(article, Extraction((), facts)), rules=1, reading=lambda _: ("", ""))
    assert all(one.label != "税收" for one in matrix().rows)


def test_unknown_columns_are_key_errors(library_dir: Path, put_facts: Callable[..., None]) -> None:
    with Library.open(library_dir) as library, pytest.raises(KeyError):
        library.matrix(["park:没有"])


def test_a_value_is_shown_as_its_sentence_is_where_one_edit_changes_more_than_the_value(
    store: Store, library_dir: Path
) -> None:
    text = "遂昌投資約61億元。"
    stated, place = (
        fact(text, "約61億元", indicator="总投资"),
        Mention("place", 0, 2, "遂昌", "遂昌县", "331123"),
    )
    edits = tuple(
        Edit(text.index(before), text.index(before) + len(before), before, after, "traditional")
        for before, after in (("資約", "资约"), ("億", "亿"))
    )
    article = article_of(text, "/1")._replace(edits=edits)
    with store.transaction():
        store.write(Analysed(article, Extraction((place,), (stated,))), rules=1, reading=reading_of)
    with Library.open(library_dir) as library:
        (figure,) = cells(library.matrix(["331123"]), "总投资")[0].figures
        assert figure.text == "约61亿元"
        assert [one.text for one in library.passages(figure.refs)] == ["遂昌投资约61亿元。"]
        assert [one.largest for one in library.overview() if one.code == "331123"] == ["约61亿元"]


def test_a_whole_is_shown_as_its_sentence_is(store: Store, library_dir: Path) -> None:
    text = "遂昌税收約61億元,其中工业税收20亿元。"
    facts = (fact(text, "約61億元", value=6.1e9), fact(text, "20亿元", value=2e9))
    start = text.index("約61億")
    edits = (
        Edit(start, start + 1, "約", "约", "traditional"),
        Edit(start + 3, start + 4, "億", "亿", "traditional"),
    )
    with store.transaction():
        article = article_of(text, "/1")._replace(edits=edits)
        store.write(Analysed(article, Extraction((), facts)), rules=1, reading=reading_of)
    with Library.open(library_dir) as library:
        found = cells(library.matrix(["331123"]), "税收")[0].figures
    assert [(one.text, one.whole) for one in found] == [("约61亿元", None), ("20亿元", "约61亿元")]


def test_of_names_in_as_many_texts_those_that_bear_the_places_name_come_first(
    put: Callable[..., int], library_dir: Path
) -> None:
    firms = ("甲乙云", "遂昌丙丁纸业")
    text = "遂昌引进甲乙云,遂昌丙丁纸业也投产了。"
    put(text, "/1", SUICHANG, *(("company", name, name, None) for name in firms))
    with Library.open(library_dir) as library:
        (cell,) = cells(library.matrix(["331123"]), "企业名录")
    assert [figure.text for figure in cell.figures] == ["遂昌丙丁纸业", "甲乙云"]


def test_a_place_beside_which_only_what_is_of_another_one_is_named_has_nothing(
    put: Callable[..., int], library_dir: Path
) -> None:
    zone = ("park", "遂昌甲乙产业园", "遂昌甲乙产业园", "331123")
    text = "遂昌与仙居共建遂昌甲乙产业园。"
    put(text, "/1", SUICHANG, XIANJU, zone)
    with Library.open(library_dir) as library:
        first, second = cells(library.matrix(["331123", "331024"]), "平台名录")
    assert ([figure.text for figure in first.figures], first.more) == (["遂昌甲乙产业园"], 0)
    assert (second.state, second.figures, second.n, second.more) == ("absent", (), 0, 0)


def test_a_period_without_its_year_is_shown_with_it(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    one, other = "遂昌去年税收1亿元。", "仙居2021年税收2亿元,后税收3亿元。"
    put_facts(one, "/1", fact(one, "1亿元", value=1e8, period="去年", period_norm="2022"))
    put_facts(
        other,
        "/2",
        fact(other, "2亿元", "仙居县", value=2e8, period="2021年", period_norm="2021"),
        fact(other, "3亿元", "仙居县", value=3e8),
    )
    first, second = cells(matrix(), "税收")
    assert words(first.figures[0]) == ["去年(2022)"]
    # A figure that stands behind the leading one is told from it as well.
    assert [words(figure) for figure in second.figures] == [["2021年"], ["year unknown"]]


@pytest.mark.parametrize(
    ("period", "norm", "shown"),
    [
        ("2023年", "2023", "2023年"),
        ("一季度", "2024-01/2024-03", "一季度(2024)"),
        ("“十四五”期间", "2021/2025", "“十四五”期间(2021–2025)"),
        ("上任以来", "2019/", "上任以来(2019–)"),
        (None, "2018/2020", "2018–2020"),
        ("去年", None, "去年"),
        (None, None, ""),
    ],
)
def test_periods_are_told_with_their_years(period: str | None, norm: str | None, shown: str) -> None:
    assert told(period, norm) == shown


def test_rows_are_found_however_the_words_are_written(
    put_facts: Callable[..., None], matrix: Callable[[], Matrix]
) -> None:
    text = "遂昌税收1亿元。"
    put_facts(text, "/1", fact(text, "1亿元", value=1e8))
    assert [holds(row(matrix(), "税收"), words) for words in ("稅收", "税收 1亿元", "ＧＤＰ")] == [
        True,
        True,
        False,
    ]
