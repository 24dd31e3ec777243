"""Stars, tags and notes: the user's own, whatever becomes of the library."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from shanqu.query import Library, LibraryError, parse
from shanqu.store.writer import Store


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notes.sqlite"


def test_marks_are_found_by_query_and_shown_in_the_list(
    put: Callable[..., int], library_dir: Path, notes: Path
) -> None:
    one, other, third = put("甲", "/1"), put("乙", "/2"), put("丙", "/3")
    with Library.open(library_dir, notes) as library:
        library.set_mark(one, starred=True)
        library.set_mark(other, tags=["招商", " 招商 ", ""], note="值得 再读")
        assert library.search(parse("is:starred")) == (one,)
        assert library.search(parse("has:note")) == library.search(parse("note:再读")) == (other,)
        assert library.search(parse("has:tag -tag:别的")) == library.search(parse("tag:招商")) == (other,)
        assert [(row.starred, row.noted) for row in library.rows([one, other, third])] == [
            (True, False), (False, True), (False, False),
        ]  # fmt: skip
        assert library.mark(other).tags == ("招商",)
        assert {id for id, _ in library.marks()} == {one, other}


def test_what_is_taken_back_is_forgotten(put: Callable[..., int], library_dir: Path, notes: Path) -> None:
    id = put("甲", "/1")
    with Library.open(library_dir, notes) as library:
        library.set_mark(id, starred=True, note="x")
        library.set_mark(id, note="")
        assert library.mark(id).starred
        assert library.set_mark(id, starred=False).empty
        assert library.marks() == []


def test_marks_stay_when_the_library_is_made_anew_the_file_moved_or_changed(
    put: Callable[..., int], store: Store, library_dir: Path, notes: Path, tmp_path: Path
) -> None:
    with Library.open(library_dir, notes) as library:
        library.set_mark(put("甲的正文", "/1"), note="甲")
        library.set_mark(put("乙的正文", "/2"), note="乙")
    store.close()
    shutil.rmtree(library_dir)
    with Store(library_dir) as anew:
        from made_up import article_of, reading_of
        from shanqu.model import Extraction
        from shanqu.store.preparing import Analysed

        with anew.transaction():
            for path, text in (("/elsewhere/1", "甲的正文"), ("/2", "乙的正文改了"), ("/3", "丙的正文")):
                anew.write(Analysed(article_of(text, path), Extraction()), rules=1, reading=reading_of)
    with Library.open(library_dir, notes) as library:
        rows = {row.path: row.id for row in library.rows(library.search(parse("")))}
        assert library.mark(rows["/elsewhere/1"]).note == "甲"
        assert library.mark(rows["/2"]).note == "乙"
        assert library.mark(rows["/3"]).empty


def test_the_same_page_twice_keeps_its_marks_apart(
    put: Callable[..., int], library_dir: Path, notes: Path
) -> None:
    one, copy = put("同一正文", "/1"), put("同一正文", "/2")
    with Library.open(library_dir, notes) as library:
        library.set_mark(one, starred=True)
        assert library.search(parse("is:starred")) == (one,)
        library.set_mark(copy, note="另一份")
        assert (library.mark(one).note, library.mark(copy).starred) == ("", False)


def test_the_file_is_private_and_reading_does_not_make_it(
    put: Callable[..., int], library_dir: Path, notes: Path
) -> None:
    id = put("甲", "/1")
    with Library.open(library_dir, notes) as library:
        assert library.marks() == [] and not notes.exists()
        library.set_mark(id, starred=True)
    assert stat.S_IMODE(notes.stat().st_mode) == 0o600


def test_a_newer_or_broken_file_of_notes_is_left_alone_and_told(
    put: Callable[..., int], library_dir: Path, notes: Path
) -> None:
    id = put("甲", "/1")
    notes.parent.mkdir()
    connection = sqlite3.connect(notes)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with Library.open(library_dir, notes) as library, pytest.raises(LibraryError, match="newer version"):
        library.set_mark(id, starred=True)
    notes.write_bytes(b"no database" * 400)
    with (
        Library.open(library_dir, notes) as library,
        pytest.raises(LibraryError, match="notes cannot be used"),
    ):
        library.marks()
