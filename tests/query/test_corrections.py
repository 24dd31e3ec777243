"""What the user corrects: applied in every answer, kept over new readings, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shanqu.model import Fact, Query
from shanqu.query import Library
from shanqu.query.corrections import Corrections, CorrectionsError

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
FULL = ("company", "甲乙纸业公司", "甲乙纸业公司", None)
SHORT = ("company", "甲乙集团", "甲乙集团", None)
_TEXT = "遂昌的甲乙纸业公司税收1亿元。甲乙集团在遂昌。"


def _write(put: Callable[..., int]) -> None:
    at = _TEXT.index("1亿元")
    fact = Fact(
        at, at + 4, "1亿元", "税收", "level", _TEXT[:17], 0, 17, 1e8, unit="元", place="遂昌县", code="331123"
    )  # fmt: skip
    put(_TEXT, "/1", SUICHANG, FULL, SHORT, facts=(fact,))
    put("甲乙集团很大。", "/2", SHORT)


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path) -> Iterator[Library]:
    _write(put)
    with Library.open(library_dir) as opened:
        yield opened


def _companies(library: Library) -> list[tuple[str, int]]:
    return [(row.canonical, row.articles) for row in library.facets() if row.kind == "company"]


def _merge(library: Library) -> int:
    first, second = library.find_entity("甲乙集团"), library.find_entity("甲乙纸业公司")
    assert first is not None and second is not None
    return library.corrections.merge(library.name_of(first), library.name_of(second)).number


def _row(library: Library, label: str) -> list[str]:
    rows = [row for row in library.matrix(["331123"]).rows if row.label == label]
    return [figure.text for row in rows for figure in row.cells[0].figures]


def test_merged_entities_are_one_in_every_answer(library: Library) -> None:
    _merge(library)
    assert _companies(library) == [("甲乙纸业公司", 2)]
    entity = library.find_entity("甲乙集团")
    assert entity == library.find_entity("甲乙纸业公司") and entity is not None
    assert len(library.evidence(entity)) == 3
    assert len(library.search(Query(), [entity])) == 2
    assert _row(library, "企业名录") == ["甲乙纸业公司"]


def test_undoing_splits_them_again(library: Library) -> None:
    library.corrections.undo(_merge(library))
    assert _companies(library) == [("甲乙集团", 2), ("甲乙纸业公司", 1)]
    with pytest.raises(KeyError):
        library.corrections.undo(1)


def test_a_renamed_entity_has_its_new_name(library: Library) -> None:
    entity = library.find_entity("甲乙纸业公司")
    assert entity is not None
    library.corrections.rename(library.name_of(entity), "甲乙  股份")
    assert library.entity(entity).canonical == "甲乙 股份"
    assert library.profile(entity).entity.canonical == "甲乙 股份"
    assert "甲乙 股份" in _row(library, "企业名录")


def test_a_hidden_entity_is_not_shown(library: Library) -> None:
    entity = library.find_entity("甲乙集团")
    assert entity is not None
    library.corrections.hide(library.name_of(entity))
    assert _companies(library) == [("甲乙纸业公司", 1)]
    assert library.find_entity("甲乙集团") is None


def _named_in(library: Library, article: int) -> list[tuple[str, str]]:
    mentions = library.article(article).extraction.mentions
    return [(one.text, one.canonical) for one in mentions if one.kind == "company"]


def test_an_article_has_its_names_as_they_are_corrected(library: Library) -> None:
    as_extracted = _named_in(library, 1)
    entity = library.find_entity("甲乙纸业公司")
    assert entity is not None
    renaming = library.corrections.rename(library.name_of(entity), "甲乙股份").number
    merging = _merge(library)
    assert _named_in(library, 1) == [("甲乙纸业公司", "甲乙股份"), ("甲乙集团", "甲乙股份")]
    library.corrections.hide(library.name_of(entity))
    assert _named_in(library, 1) == _named_in(library, 2) == []
    for number in (merging + 1, merging, renaming):
        library.corrections.undo(number)
    assert _named_in(library, 1) == as_extracted


def test_a_wrong_figure_is_not_shown(library: Library) -> None:
    (row,) = [row for row in library.matrix(["331123"]).rows if row.label == "税收"]
    ref = row.cells[0].figures[0].refs[0]
    library.corrections.wrong(library.fact_at(ref.article, ref.start).statement)
    assert _row(library, "税收") == []


def test_a_wrong_figure_is_wrong_in_its_reprints_too_and_can_be_right_again(
    library: Library, put: Callable[..., int]
) -> None:
    at = _TEXT.index("1亿元")
    fact = Fact(at, at + 4, "1亿元", "税收", "level", _TEXT[:17], 0, 17, 1e8, unit="元", code="331123")
    copy = put(_TEXT, "/copy", SUICHANG, facts=(fact,))
    assert library.copies(copy) != [copy]
    said = library.fact_at(copy, at).statement
    library.corrections.wrong(said)
    assert _row(library, "税收") == []
    first = library.facts_of(next(one for one in library.copies(copy) if one != copy))
    assert [one.wrong for one in first] == [True]
    library.corrections.right(first[0].statement)
    assert _row(library, "税收") == ["1亿元"]
    with pytest.raises(KeyError):
        library.corrections.right(said)


def _glance(library: Library) -> tuple[str, int, int, str | None]:
    (row,) = [row for row in library.overview() if row.code == "331123"]
    return row.name, row.companies, row.investments, row.largest


def test_the_overview_follows_all_corrections(library: Library, put: Callable[..., int]) -> None:
    text = "遂昌的甲乙纸业公司总投资16亿元。"
    at = text.index("16亿元")
    fact = Fact(
        at, at + 4, "16亿元", "总投资", "level", text, 0, len(text), 16e8, unit="元", code="331123"
    )  # fmt: skip
    number = put(text, "/3", SUICHANG, FULL, facts=(fact,))
    assert _glance(library) == ("遂昌县", 2, 1, "16亿元")
    _merge(library)
    assert _glance(library) == ("遂昌县", 1, 1, "16亿元")
    place = library.find_entity("遂昌县")
    assert place is not None
    library.corrections.rename(library.name_of(place), "遂昌")
    library.corrections.wrong(library.fact_at(number, at).statement)
    assert _glance(library) == ("遂昌", 1, 0, None)
    firm = library.find_entity("甲乙纸业公司")
    assert firm is not None
    library.corrections.hide(library.name_of(firm))
    assert _glance(library) == ("遂昌", 0, 0, None)


def test_the_overview_counts_with_a_county_the_articles_on_a_place_that_is_merged_into_it(
    library: Library, put: Callable[..., int]
) -> None:
    old, other = ("place", "老城", "老城", None), ("company", "丙丁公司", "丙丁公司", None)
    put("老城的丙丁公司和甲乙集团。", "/3", old, other, SHORT, published="2024-05-01")
    _merge(library)
    assert _glance(library)[1] == 1
    part, whole = library.find_entity("老城"), library.find_entity("遂昌县")
    assert part is not None and whole is not None
    library.corrections.merge(library.name_of(part), library.name_of(whole))
    (row,) = [row for row in library.overview() if row.code == "331123"]
    assert (row.articles, row.latest) == (2, 2024)


def test_the_overview_counts_with_a_county_the_figures_of_a_county_that_is_merged_into_it(
    library: Library, put: Callable[..., int]
) -> None:
    other, code = ("place", "松阳县", "松阳县", "331124"), "331124"
    for path, text, year in (("/3", "松阳县计划总投资16亿元。", 2031), ("/4", "松阳县总投资9亿元。", 2030)):
        name, value = text[3:-1].split("总投资")
        at = text.index(value)
        fact = Fact(
            at, at + len(value), value, f"{name}总投资", "level", text, 0, len(text), float(value[:-2]) * 1e8,
            unit="元", code=code, place="松阳县", period=f"{year}年", period_norm=str(year),
        )  # fmt: skip
        put(text, path, other, facts=(fact,))
    part, whole = library.find_entity("松阳县"), library.find_entity("遂昌县")
    assert part is not None and whole is not None

    def shown() -> dict[str, tuple[int, str | None, int | None]]:
        rows = {row.code: row for row in library.overview()}
        return {
            one: (rows[one].investments, rows[one].largest, rows[one].latest) for one in (SUICHANG[3], code)
        }

    before = shown()
    assert before[code] == (2, "16亿元", 2031)
    deed = library.corrections.merge(library.name_of(part), library.name_of(whole))
    assert shown() == {SUICHANG[3]: (2, "16亿元", 2031), code: (0, None, None)}
    library.corrections.undo(deed.number)
    assert shown() == before


def test_a_hidden_county_is_a_gap_in_the_overview(library: Library) -> None:
    place = library.find_entity("遂昌县")
    assert place is not None
    library.corrections.hide(library.name_of(place))
    assert _glance(library)[1:] == (0, 0, None)
    (row,) = [row for row in library.overview() if row.code == "331123"]
    assert (row.articles, row.mentions) == (0, 0)


def test_corrections_outlive_a_new_reading_of_the_articles(library: Library, put: Callable[..., int]) -> None:
    _merge(library)
    _write(put)
    assert _companies(library) == [("甲乙纸业公司", 2)]


def test_an_export_is_read_in_once(library: Library, tmp_path: Path) -> None:
    _merge(library)
    other = Corrections(tmp_path)
    text = library.corrections.export()
    assert (other.read_in(text), other.read_in(text)) == (1, 0)
    assert [one.deed for one in other.in_force()] == ["merge"]


def test_the_file_is_only_added_to_even_after_a_torn_line(tmp_path: Path) -> None:
    corrections = Corrections(tmp_path)
    from shanqu.query.correction_shapes import Name

    corrections.hide(Name("company", "甲"))
    corrections.path.write_bytes(corrections.path.read_bytes().rstrip(b"\n"))
    corrections.hide(Name("company", "乙"))
    assert [one.name.canonical for one in corrections.in_force() if one.name] == ["甲", "乙"]


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"deed": "burn", "number": 1}', '{"deed": "merge", "number": 1}']
)
def test_what_is_no_correction_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    corrections = Corrections(tmp_path)
    corrections.path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(CorrectionsError, match="line 1"):
        corrections.in_force()


def test_circles_and_unlike_kinds_cannot_be_merged(tmp_path: Path) -> None:
    from shanqu.query.correction_shapes import Name

    corrections = Corrections(tmp_path)
    one, other = Name("company", "甲"), Name("company", "乙")
    corrections.merge(one, other)
    for pair in ((other, one), (one, one), (one, Name("person", "乙"))):
        with pytest.raises(CorrectionsError):
            corrections.merge(*pair)
