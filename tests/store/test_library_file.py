"""The library's file: private, versioned, and never harmed by what it is not."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from made_up import article_of, holding, reading_of
from shanqu.model import Extraction
from shanqu.store import (
    LibraryBusyError,
    LibraryError,
    LibraryMissingError,
    Reader,
    connect,
    database_path,
    schema,
)
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Source, Store


def test_the_folder_and_the_file_are_private(store: Store, library_dir: Path) -> None:
    assert stat.S_IMODE(library_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE(database_path(library_dir).stat().st_mode) == 0o600


def test_the_file_tells_its_format_and_keeps_a_write_ahead_log(store: Store, library_dir: Path) -> None:
    with sqlite3.connect(database_path(library_dir)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_opening_again_changes_nothing(put: Callable[..., int], library_dir: Path) -> None:
    id = put("遂昌", "/a")
    Store(library_dir).close()
    reader = Reader(library_dir)
    assert reader.ids() == (id,)
    reader.close()


@pytest.mark.parametrize("opened", [Store, Reader])
def test_a_newer_file_is_refused_and_left_alone(opened: type, tmp_path: Path) -> None:
    path = database_path(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.execute("CREATE TABLE future (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="newer version of shanqu"):
        opened(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("opened", [Store, Reader])
def test_a_file_that_is_no_database_is_refused_and_left_alone(opened: type, tmp_path: Path) -> None:
    path = database_path(tmp_path)
    path.write_bytes("这不是数据库。".encode() * 400)
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="not a readable library"):
        opened(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("opened", [Store, Reader])
def test_another_programs_database_is_refused_and_left_alone(opened: type, tmp_path: Path) -> None:
    path = database_path(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="other program"):
        opened(tmp_path)
    assert path.read_bytes() == before


def test_a_missing_library_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissingError):
        Reader(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_an_empty_file_is_as_good_as_none(tmp_path: Path) -> None:
    database_path(tmp_path).touch()
    with pytest.raises(LibraryMissingError):
        Reader(tmp_path)


def test_damage_inside_is_told(put: Callable[..., int], library_dir: Path, store: Store) -> None:
    for number in range(40):
        put("遂昌县的生态工业。" * 200, f"/{number}")
    store.close()
    path = database_path(library_dir)
    content = bytearray(path.read_bytes())
    content[8192 : len(content) - 4096] = b"\xff" * (len(content) - 12288)
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="not a readable library"):
        holding(Reader(library_dir), "遂昌")


def test_a_second_writer_that_waits_in_vain_says_so(
    store: Store, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.01)
    with (
        Store(library_dir) as second,
        store.transaction(),
        pytest.raises(LibraryBusyError, match="another process"),
        second.transaction(),
    ):
        raise AssertionError("the transaction must not begin")


def test_readers_see_whole_transactions_only(store: Store, library_dir: Path) -> None:
    reader = Reader(library_dir)
    with store.transaction():
        store.write(Analysed(article_of("遂昌"), Extraction()), rules=1, reading=reading_of)
        assert reader.ids() == ()
    assert len(reader.ids()) == 1
    reader.close()


def test_an_error_inside_a_transaction_undoes_it(store: Store, library_dir: Path) -> None:
    with pytest.raises(RuntimeError), store.transaction():
        store.write(Analysed(article_of("遂昌"), Extraction()), rules=1, reading=reading_of)
        raise RuntimeError
    reader = Reader(library_dir)
    assert reader.ids() == () and holding(reader, "遂昌") == set()
    reader.close()


def test_where_nobody_can_write_the_library_can_still_be_read(
    put: Callable[..., int], store: Store, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = put("遂昌", "/a")
    store.close()
    connects = sqlite3.connect

    def on_read_only_disk(target: str, **options: object) -> sqlite3.Connection:
        if "immutable" not in target:
            raise sqlite3.OperationalError("unable to open database file")
        return connects(target, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(connect.sqlite3, "connect", on_read_only_disk)
    monkeypatch.setattr(connect.os, "access", lambda path, mode: mode == connect.os.R_OK)
    reader = Reader(library_dir)
    assert reader.ids() == (id,)
    reader.close()


def test_a_name_that_is_no_text_is_kept_as_it_is(store: Store, library_dir: Path) -> None:
    path = "/a/\udcff遂昌.txt"
    with store.transaction():
        id = store.write(Analysed(article_of("遂昌县", path), Extraction()), rules=1, reading=reading_of)
        store.finish_source(path, Source(1, 2.0, 3))
    assert store.known(path)[""].id == id
    assert store.source(path) == (1, 2.0, 3, "")
    reader = Reader(library_dir)
    assert [(row.path, row.title) for row in reader.rows([id])] == [(path, "\ufffd遂昌.txt")]
    assert reader.source(id).article.page.path == path
    reader.close()


@pytest.mark.parametrize("opened", [Store, Reader])
def test_a_file_where_the_folder_should_be_and_the_reverse_are_named(opened: type, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="this is a file"):
        opened(tmp_path / "file")
    database_path(tmp_path).mkdir()
    with pytest.raises(LibraryError, match="a folder stands where"):
        opened(tmp_path)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_FULL, "no space left"),
        (sqlite3.SQLITE_IOERR | 3 << 8, "disk reports an error"),
        (sqlite3.SQLITE_READONLY, "cannot be written"),
        (sqlite3.SQLITE_BUSY, "another process"),
        (sqlite3.SQLITE_CORRUPT, "not a readable library"),
    ],
)
def test_the_code_of_an_error_tells_its_kind_whatever_its_words(code: int, said: str, tmp_path: Path) -> None:
    error = sqlite3.OperationalError("fulltext is locked readonly")
    error.sqlite_errorcode = code
    with pytest.raises(LibraryError, match=said), connect.clear_errors(tmp_path):
        raise error
