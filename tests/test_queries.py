"""Queries kept under names, and the last ones."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from shanqu import queries


def test_a_query_is_kept_under_its_name_until_it_is_emptied(tmp_path: Path) -> None:
    path = tmp_path / "config" / "queries.toml"
    queries.keep(path, "我的县", '遂昌 OR "景宁"')
    queries.keep(path, "b", "x\\y")
    assert queries.named(path) == {"我的县": '遂昌 OR "景宁"', "b": "x\\y"}
    queries.keep(path, "b", "")
    assert queries.named(path) == {"我的县": '遂昌 OR "景宁"'}


def test_a_file_that_is_no_toml_means_no_names_and_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "queries.toml"
    path.write_text("a = [")
    assert queries.named(path) == {}
    queries.keep(path, "b", "x")
    assert queries.named(path) == {"b": "x"}
    assert (tmp_path / "queries.toml.bad").read_text() == "a = ["


@pytest.mark.parametrize(
    ("name", "good"), [("我的县", True), ("a-1", True), ("", False), ("a b", False), ("a:b", False)]
)
def test_a_name_is_one_word(name: str, good: bool) -> None:
    assert queries.is_name(name) is good


def test_the_last_queries_are_remembered_once_each_and_in_private(tmp_path: Path) -> None:
    path = tmp_path / "state" / "history"
    for query in ("a", "b  c", "a", " "):
        queries.remember(path, query)
    assert queries.last(path) == ["b c", "a"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
