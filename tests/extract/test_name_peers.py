"""The comparison with other taggers: one measure for all, and a word for those that are not installed."""

from __future__ import annotations

from pathlib import Path

import name_peers
import pytest
from name_peers import Document, Score, documents, scores

TEXT = "遂昌县的潘小竹说,遂昌竹海炭业有限公司搬进了遂昌经济开发区,对面是竹炭驿站。"
NAMES = {
    ("place", "遂昌县"),
    ("person", "潘小竹"),
    ("company", "遂昌竹海炭业有限公司"),
    ("park", "遂昌经济开发区"),
}
DOCUMENT = Document(TEXT, NAMES, frozenset({"竹炭驿站"}))
PASSAGE = f"""
[[passage]]
id = "竹炭"
text = "{TEXT}"
mentions = {{ place = ["遂昌县"], person = ["潘小竹"], company = ["遂昌竹海炭业有限公司"], park = ["遂昌经济开发区"] }}
optional = {{ place = ["竹炭驿站"] }}
"""


def test_firms_and_parks_are_bodies() -> None:
    found = {("body", "遂昌竹海炭业有限公司"), ("body", "遂昌经济开发区")}
    assert scores([found], [DOCUMENT])["body"] == Score(gold=2, found=2, hits=2)


def test_a_park_that_is_called_a_place_is_found() -> None:
    got = scores([{("place", "遂昌经济开发区")}], [DOCUMENT])
    assert got["body"] == Score(2, 1, 1)
    assert got["place"] == Score(1, 0, 0)


def test_a_place_inside_another_name_and_an_optional_name_are_neither_right_nor_wrong() -> None:
    found = {("place", "遂昌"), ("place", "竹炭驿站"), ("place", "遂昌县")}
    assert scores([found], [DOCUMENT])["all"] == Score(4, 1, 1)


def test_a_piece_of_a_name_is_wrong() -> None:
    assert scores([{("body", "竹海炭业"), ("person", "潘小")}], [DOCUMENT])["all"] == Score(4, 2, 0)


def test_a_folder_of_passages_is_read_with_its_names(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(PASSAGE, encoding="utf-8")
    assert documents(tmp_path) == [DOCUMENT]


def test_a_passage_whose_names_are_not_annotated_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(PASSAGE, encoding="utf-8")
    (tmp_path / "two.toml").write_text('[[passage]]\nid = "会"\ntext = "潘小竹来了。"\n', encoding="utf-8")
    assert documents(tmp_path) == [DOCUMENT]


def test_a_folder_of_gold_is_read_with_its_names() -> None:
    found = documents(Path(__file__).parents[1] / "gold")
    assert all(
        name.strip("…") in one.text.replace("“", "").replace("”", "")
        for one in found
        for _, name in one.names
    )
    assert {kind for one in found for kind, _ in one.wanted} == {"person", "place", "body"}


def test_a_tool_that_is_not_installed_is_named_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.toml").write_text(PASSAGE, encoding="utf-8")
    monkeypatch.setattr(
        name_peers, "PEERS", {"Nobody": ("no_such_tagger", lambda module: lambda text: set())}
    )
    name_peers.print_table(tmp_path)
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("shanqu") for line in lines) == 1
    assert sum(line.startswith("Nobody        not installed") for line in lines) == 1
