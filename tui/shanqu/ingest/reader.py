"""One file to its pages."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import BinaryIO, Final, TextIO, cast

from shanqu.ingest.decode import Decoded, decode
from shanqu.ingest.errors import IngestError, OnError, unreadable
from shanqu.ingest.html import flatten
from shanqu.ingest.rows import BadRow, Row, csv_rows, is_json, json_records, json_rows
from shanqu.ingest.sniff import Kind, foreign_format, kind_of
from shanqu.ingest.warc import BrokenArchiveError, responses
from shanqu.messages import Message
from shanqu.model import Declared, Page
from shanqu.text.names import path_name

PAGE_LIMIT = 64 * 1024 * 1024
# Of larger files of rows only a row at a time is in memory.
STREAMED = 16 * 1024 * 1024
# A JSON document is read as a whole, JSON Lines are not.
DOCUMENT_LIMIT = 256 * 1024 * 1024
CONTAINER_LIMIT = 1024 * 1024 * 1024
_SILENT: Final = Declared()
# JSON may spell out halves of characters that no encoding knows.
_HALVES = re.compile("[\ud800-\udfff]")


def read(path: Path, on_error: OnError | None = None) -> Iterator[Page]:
    """The pages of one file: one for a plain file, one for each row or record of a container.

    Raises `IngestError` if the file gives no page at all: missing, unreadable, empty, binary, too
    large, damaged. A bad row does not lose the others: `on_error` is told of it, with the row's
    number after `#` in its path, and reading goes on. Row numbers count from 1.
    """
    source = _Source.of(path)
    readers = {
        Kind.WARC: _archive_pages,
        Kind.MHTML: _saved_page,
        Kind.JSON: _row_pages,
        Kind.JSON_LINES: _row_pages,
        Kind.CSV: _row_pages,
    }
    pages = readers.get(source.kind, _file_pages)(source, on_error)
    found = False
    for page in pages:
        found = True
        yield page
    if not found:
        raise IngestError(path_name(path), Message("No page could be read from it."))


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path
    kind: Kind
    size: int
    mtime: float

    @classmethod
    def of(cls, path: Path) -> _Source:
        name = path_name(path)
        try:
            status = path.stat()
            if path.is_dir():
                raise IngestError(name, Message("It is a folder, not a file."))
            if not path.is_file():
                raise IngestError(name, Message("It is not a regular file."))
            with path.open("rb") as stream:
                head = stream.read(4096)
        except FileNotFoundError:
            raise IngestError(name, Message("There is no such file.")) from None
        except OSError as error:
            raise unreadable(path, error) from error
        except ValueError as error:  # a NUL in the path
            raise IngestError(name, Message("There is no such file.")) from error
        if not head:
            raise IngestError(name, Message("The file is empty."))
        kind = kind_of(path, head)
        limit = PAGE_LIMIT if kind in (Kind.TEXT, Kind.HTML, Kind.MHTML) else CONTAINER_LIMIT
        if status.st_size > limit:
            text = Message("The file is larger than {limit} MB, too large for one page.", limit=limit >> 20)
            raise IngestError(name, text)
        foreign = None if kind is Kind.WARC else foreign_format(head)
        if foreign:
            raise IngestError(name, Message("It is {kind}, not a text.", kind=foreign))
        return cls(path, kind, status.st_size, status.st_mtime)

    def page(
        self,
        decoded: Decoded,
        data: bytes,
        kind: Kind,
        declared: Declared = _SILENT,
        **fields: str | None,
    ) -> Page | None:
        """The page that a decoded text makes, or None if there is nothing to see on it.

        `declared`: what is said of it beside the text; what its own head says comes first.
        """
        flat = flatten(decoded.text) if kind is Kind.HTML and decoded.text.strip() else None
        text = flat.text if flat else "" if kind is Kind.HTML else decoded.text
        if not text.strip():
            return None
        return Page(
            path=path_name(self.path),
            text=text,
            encoding=decoded.encoding,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            mtime=self.mtime,
            member=fields.get("member") or "",
            url=fields.get("url") or (flat.url if flat else None),
            title_hint=fields.get("title") or (flat.title if flat else None),
            hints=flat.hints if flat else (),
            warnings=(*decoded.warnings, *(flat.warnings if flat else ())),
            declared=_joined(flat.declared, declared) if flat else declared,
        )


def _joined(first: Declared, other: Declared) -> Declared:
    return Declared(*(one or two for one, two in zip(first, other, strict=True)))


def _bytes(path: Path, limit: int = -1) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(limit)
    except OSError as error:
        raise unreadable(path, error) from error


def _decoded(name: str, data: bytes, *, markup: bool) -> Decoded:
    decoded = decode(data, markup=markup)
    if decoded is None:
        raise IngestError(name, Message("It is binary data, not a text."))
    if not decoded.text.strip():
        raise IngestError(name, Message("There is nothing but white space in it."))
    return decoded


def _file_pages(source: _Source, on_error: OnError | None) -> Iterator[Page]:
    name = path_name(source.path)
    data = _bytes(source.path)
    decoded = _decoded(name, data, markup=source.kind is Kind.HTML)
    page = source.page(decoded, data, source.kind)
    if page is None:
        raise IngestError(name, Message("There is no visible text in it."))
    yield page


def _saved_page(source: _Source, on_error: OnError | None) -> Iterator[Page]:
    from shanqu.ingest.mhtml import saved

    name = path_name(source.path)
    data = _bytes(source.path)
    found = saved(data)
    if found is None:
        raise IngestError(name, Message("There is no HTML page in it."))
    decoded = decode(found.body, markup=True, charset=found.charset)
    page = source.page(decoded, data, Kind.HTML, url=found.url) if decoded else None
    if page is None:
        raise IngestError(name, Message("There is no visible text in it."))
    yield page


def _row_pages(source: _Source, on_error: OnError | None) -> Iterator[Page]:
    name = path_name(source.path)

    def bad(member: str, reason: str) -> None:
        if on_error is not None:
            on_error(IngestError(f"{name}#{member}" if member else name, reason))

    decoded, lines = _lines(source)
    with lines:
        for row in _rows(source, lines, bad):
            page = _row_page(source, decoded, row)
            if page is None:
                bad(row.member, Message("There is no visible text in this row."))
            else:
                yield page


def _rows(source: _Source, lines: TextIO, bad: BadRow) -> Iterator[Row]:
    """The rows of the file that `lines` is open on."""
    if source.kind is Kind.CSV:
        yield from csv_rows(_bounded(lines), bad)
        return
    if source.kind is Kind.JSON and not _has_a_record_on_each_line(lines):
        if source.size > DOCUMENT_LIMIT:
            text = Message(
                "The file is larger than {limit} MB, too large for one page.", limit=DOCUMENT_LIMIT >> 20
            )
            raise IngestError(path_name(source.path), text)
        try:
            yield from json_records(lines.read(), bad)
        except (ValueError, RecursionError):
            raise IngestError(path_name(source.path), Message("It is not valid JSON.")) from None
        return
    yield from json_rows(_bounded(lines), bad)


def _has_a_record_on_each_line(lines: TextIO) -> bool:
    """Whether a file of JSON is one of JSON Lines; leaves it at its beginning."""
    first, second = lines.readline(PAGE_LIMIT), lines.readline(PAGE_LIMIT)
    lines.seek(0)
    return bool(second.strip()) and all(
        line.strip().endswith("}") and is_json(line) for line in (first, second)
    )


def _lines(source: _Source) -> tuple[Decoded, TextIO]:
    """The decoded beginning of a file of rows, and its lines; a large file is not held in memory."""
    name = path_name(source.path)
    if source.size <= STREAMED:
        decoded = _decoded(name, _bytes(source.path), markup=False)
        return decoded, StringIO(decoded.text, newline="\n")
    # The encoding is told by the beginning, whose last character may be cut in two.
    decoded = _decoded(name, _bytes(source.path, STREAMED), markup=False)
    encoding = "utf-8-sig" if decoded.encoding == "utf-8" else decoded.encoding
    try:
        stream = source.path.open(encoding=encoding, errors="replace", newline="\n")
    except OSError as error:
        raise unreadable(source.path, error) from error
    return replace(decoded, warnings=()), stream


def _bounded(lines: TextIO) -> Iterator[str]:
    """The lines of a file; of one that is longer than any page its beginning, which the rows' reader refuses."""
    while line := lines.readline(PAGE_LIMIT):
        yield line
        while not line.endswith("\n") and (line := lines.readline(PAGE_LIMIT)):
            pass


def _row_page(source: _Source, decoded: Decoded, row: Row) -> Page | None:
    text, halves = _HALVES.subn("\ufffd", row.text)
    bad = ("bad-bytes",) if halves or "\ufffd" in text else ()
    content = Decoded(text, decoded.encoding, tuple(dict.fromkeys((*decoded.warnings, *bad))))
    data = row.text.encode("utf-8", errors="surrogatepass")
    kind = Kind.HTML if row.markup else Kind.TEXT
    title, url, *said = (
        value and _HALVES.sub("\ufffd", value) for value in (row.title, row.url, *row.declared)
    )
    return source.page(content, data, kind, Declared(*said), member=row.member, title=title, url=url)


def _archive_pages(source: _Source, on_error: OnError | None) -> Iterator[Page]:
    name = path_name(source.path)
    with source.path.open("rb") as plain:
        packed = plain.read(2) == b"\x1f\x8b"
        plain.seek(0)
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=plain)) if packed else plain
        try:
            for response in responses(stream):
                markup = response.media_type != "text/plain"
                decoded = decode(response.body, markup=markup, charset=response.charset)
                kind = Kind.HTML if markup else Kind.TEXT
                page = decoded and source.page(
                    decoded, response.body, kind, member=response.member, url=response.url
                )
                if page:
                    yield page
                elif on_error is not None:
                    on_error(
                        IngestError(
                            f"{name}#{response.member}", Message("There is no visible text in this record.")
                        )
                    )
        except BrokenArchiveError as error:
            raise IngestError(name, error.message) from error
