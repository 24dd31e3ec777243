"""The copies of an article, and what one of them changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_up import article_of
from shanqu.indexing import add
from shanqu.query import Library, parse
from shanqu.query.reprints import changes

FIRST = "遂昌县建成全国最大的云数据中心。\n三年来引进企业22家,总投资近400亿元。\n县里说,下一步还要扩建。"
OTHER = "转载自某网。\n遂昌县建成全国蕞大的云数据中心。\n县里说,下一步还要扩建。"


def test_what_differs_is_told_in_the_pages_own_characters() -> None:
    found = changes(article_of(FIRST), article_of(OTHER))
    assert [FIRST[start:end] for start, end in found.removed if "22家" not in FIRST[start:end]] == ["最"]
    assert any("总投资近400亿元" in FIRST[start:end] for start, end in found.removed)
    assert {"转载自某网。\n", "蕞"} <= {OTHER[start:end] for start, end in found.added}


def test_every_place_of_one_copy_has_its_place_in_the_other() -> None:
    found = changes(article_of(FIRST), article_of(OTHER))
    for words in ("云数据中心", "下一步", "县里说"):
        assert found.there(FIRST.index(words)) == OTHER.index(words)
        assert found.back(OTHER.index(words)) == FIRST.index(words)
    left_out = found.there(FIRST.index("22家"))
    assert OTHER.index("遂昌县") <= left_out <= OTHER.index("县里说")


def test_paragraphs_lead_to_where_they_begin_in_the_other_copy() -> None:
    found = changes(article_of(FIRST), article_of(OTHER))
    for paragraph, start in zip(found.paragraphs, found.starts, strict=True):
        said = "".join(piece.text for piece in paragraph if piece.kind != "removed").strip()
        assert OTHER[start:].startswith(said)


def test_two_equal_copies_have_no_change() -> None:
    found = changes(article_of(FIRST), article_of(FIRST, "/b.txt"))
    assert not found.removed and not found.added


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    text = "".join(
        f"第{n}段:遂昌县的第{n}个项目开工,总投资{n}.5亿元,是当地最大的一项,带动就业{n}0人。\n"
        for n in range(1, 30)
    )
    (folder / "a-repost.txt").write_text("遂昌加快发展\n" + text.replace("最", "蕞"), "utf-8")
    (folder / "b-whole.txt").write_text("遂昌加快发展\n" + text, "utf-8")
    (folder / "c-cut.txt").write_text("遂昌加快发展\n" + text[: len(text) * 2 // 3], "utf-8")
    (folder / "d-other.txt").write_text("仙居办厂\n" + text[::-1], "utf-8")
    add([folder], folder / "library")
    return folder / "library"


def test_the_copies_have_the_best_first(library: Path) -> None:
    with Library.open(library) as opened:
        names = {row.id: Path(row.path).name for row in opened.rows(opened.search(parse("")))}
        by_name = {name: id for id, name in names.items()}
        found = [names[id] for id in opened.copies(by_name["c-cut.txt"])]
        assert found == ["b-whole.txt", "a-repost.txt", "c-cut.txt"]
        assert opened.copies(by_name["d-other.txt"]) == [by_name["d-other.txt"]]
        assert opened.copies(999) == []
