"""An import that breaks off is remembered until it has been finished."""

import os
from pathlib import Path

import pytest

from shanqu.indexing import add, unfinished
from shanqu.indexing.resume import noted
from shanqu.paths import seeds_dir
from shanqu.store import LibraryError


def test_a_finished_import_leaves_nothing_to_do(tmp_path: Path) -> None:
    add([next(iter(sorted(seeds_dir().iterdir())))], tmp_path)
    assert unfinished(tmp_path) == []


def test_an_import_that_broke_off_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyboardInterrupt), noted(tmp_path, [Path("/pages/a"), Path("/pages/b")]):
        raise KeyboardInterrupt
    assert unfinished(tmp_path) == [], "as long as the process lives, it may still be at it"
    monkeypatch.setattr(os, "kill", _no_such_process)
    assert unfinished(tmp_path) == [Path("/pages/a"), Path("/pages/b")]
    with noted(tmp_path, [Path("/pages/b"), Path("/pages/c")]):
        pass
    assert unfinished(tmp_path) == []


def test_a_broken_note_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "unfinished.json").write_text("[", encoding="utf-8")
    assert unfinished(tmp_path) == []


def _no_such_process(process: int, signal: int) -> None:
    raise ProcessLookupError


def test_a_note_that_cannot_be_written_is_an_error_of_the_library(tmp_path: Path) -> None:
    (tmp_path / "unfinished.part").mkdir()
    with pytest.raises(LibraryError, match=str(tmp_path)), noted(tmp_path, []):
        pass
