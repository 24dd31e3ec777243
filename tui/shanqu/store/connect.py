"""Opening the library's file, for writing or for reading."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from shanqu.messages import Message, system_reason
from shanqu.store import schema
from shanqu.store.errors import (
    LibraryBusyError,
    LibraryError,
    LibraryInterruptedError,
    LibraryMissingError,
    LibraryOutdatedError,
)

FILE_NAME = "library.sqlite"
# A writer looks up marks and names all over the file: SQLite's own 2 MB of pages would be read again and again, and
# those that one batch of a long import changes would be written twice. In KB.
_CACHE = 64_000
# Pages of the write-ahead log. The write that finds it so long takes it over into the library; of SQLite's own 1,000
# pages that takes longer than all else that adding one article does.
_LOG = 400
# In a long import the same pages change again and again: they are taken over once for several batches.
_LONG_LOG = 20_000
BUSY_SECONDS = 30.0


def database_path(directory: Path) -> Path:
    """The library's file in its folder."""
    return directory / FILE_NAME


@contextmanager
def clear_errors(directory: Path) -> Iterator[None]:
    """Turn what SQLite and the file system report into one clear sentence.

    Raises LibraryBusyError where another writer holds the lock, LibraryError for all else.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(directory, error) from error
    except OSError as error:
        raise LibraryError(
            Message(
                "cannot use the library folder {directory}: {reason}",
                directory=directory,
                reason=system_reason(error),
            )
        ) from error


def _explained(directory: Path, error: sqlite3.Error) -> LibraryError:
    path = database_path(directory)
    # The lower byte is the kind of error, whatever its detail. Python's own errors have none.
    kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if kind in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusyError(
            Message("{path}: another process is writing to the library; try again when it is done", path=path)
        )
    if kind == sqlite3.SQLITE_INTERRUPT:
        return broken_off(directory)
    if kind in _KINDS:
        return LibraryError(Message("{path}: {what}", path=path, what=_KINDS[kind]))
    return LibraryError(
        Message(
            "{path}: this is not a readable library ({error}); move the file away and import the articles again",
            path=path,
            error=error,
        )
    )


def broken_off(directory: Path) -> LibraryInterruptedError:
    """That an answer is no longer wanted."""
    return LibraryInterruptedError(Message("{path}: broken off", path=database_path(directory)))


_KINDS = {
    sqlite3.SQLITE_FULL: Message("no space left on the disk; free some and try again"),
    sqlite3.SQLITE_IOERR: Message("the disk reports an error; is it full, or gone?"),
    sqlite3.SQLITE_READONLY: Message("the library cannot be written; check the permissions of its folder"),
    sqlite3.SQLITE_CANTOPEN: Message("the library cannot be opened; check the permissions of its folder"),
    sqlite3.SQLITE_PERM: Message("the library cannot be opened; check the permissions of its folder"),
}


def _check_version(connection: sqlite3.Connection, path: Path) -> int:
    found = schema.version(connection)
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if found > schema.VERSION:
        raise LibraryError(
            Message(
                "{path}: the library was made by a newer version of shanqu (format {found}, known {known});"
                " update shanqu",
                path=path,
                found=found,
                known=schema.VERSION,
            )
        )
    if found == 0 and tables:
        raise LibraryError(
            Message(
                "{path}: this is some other program's database, not a library; choose another folder",
                path=path,
            )
        )
    return found


def _check_folder(directory: Path) -> None:
    if directory.exists() and not directory.is_dir():
        raise LibraryError(
            Message("{path}: this is a file; a library needs a folder of its own", path=directory)
        )
    if database_path(directory).is_dir():
        raise LibraryError(
            Message(
                "{path}: a folder stands where the library's file should be", path=database_path(directory)
            )
        )


def open_for_writing(directory: Path) -> sqlite3.Connection:
    """A connection in autocommit mode to the library in `directory`, made or migrated as needed.

    A file that is broken, foreign or newer is left untouched: LibraryError.
    """
    path = database_path(directory)
    with clear_errors(directory):
        _check_folder(directory)
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(directory, os.W_OK):
            raise LibraryError(Message("{path}: {what}", path=path, what=_KINDS[sqlite3.SQLITE_READONLY]))
        _make_private(path)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            if _check_version(connection, path) < schema.VERSION:
                connection.execute("PRAGMA journal_mode = WAL")
                schema.migrate(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            take_over_after(connection, many=False)
        except BaseException:
            connection.close()
            raise
    return connection


def take_over_after(connection: sqlite3.Connection, *, many: bool) -> None:
    """Before a commit: how much the write-ahead log may hold, as is best after one article or after many."""
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LONG_LOG if many else _LOG}")


def _make_private(path: Path) -> None:
    # SQLite gives its -wal and -shm files the mode of the file itself.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def open_for_reading(directory: Path) -> sqlite3.Connection:
    """A read-only connection, for the thread that opens it; works while another process writes.

    Raises LibraryMissingError where there is no library and LibraryError where it cannot be read.
    """
    path = database_path(directory)
    with clear_errors(directory):
        _check_folder(directory)
        if not path.exists():
            raise LibraryMissingError(Message("there is no library in {directory}", directory=directory))
        connection = _connect_read_only(path)
        try:
            found = _check_version(connection, path)
            if found == 0:
                raise LibraryMissingError(
                    Message("the library in {directory} is still empty", directory=directory)
                )
            if found < schema.VERSION:
                raise LibraryOutdatedError(
                    Message(
                        "{path}: the library has an older format; import something to bring it up to date",
                        path=path,
                    )
                )
        except BaseException:
            connection.close()
            raise
    return connection


def _connect_read_only(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        return _usable(uri)
    except sqlite3.OperationalError:
        if os.access(path.parent, os.W_OK) or not os.access(path, os.R_OK):
            raise
        # A write-ahead log needs its index file beside it. Where nobody can write, nobody does.
        return _usable(f"{uri}&immutable=1")


def _usable(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
