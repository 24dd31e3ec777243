"""One file to its pages."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from shanqu.ingest.decode import Decoded, decode
from shanqu.ingest.errors import IngestError, OnError, unreadable
from shanqu.ingest.html import flatten
from shanqu.ingest.rows import Row, csv_rows, json_rows
from shanqu.ingest.sniff import Kind, foreign_format, kind_of
from shanqu.ingest.warc import BrokenArchiveError, responses
from shanqu.messages import Message
from shanqu.model import Declared, Page
from shanqu.text.names import path_name

PAGE_LIMIT = 64 * 1024 * 1024
CONTAINER_LIMIT = 1024 * 1024 * 1024
# JSON may spell out halves of characters that no encoding knows.
_HALVES = re.compile("[\ud800-\udfff]")


def read(path: Path, on_error: OnError | None = None) -> Iterator[Page]:
    """The pages of one file: one for a plain file, one for each row or record of a container.

    Raises `IngestError` if the file gives no page at all: missing, unreadable, empty, binary, too
    large, damaged. A bad row does not lose the others: `on_error` is told of it, with the row's
    number after `#` in its path, and reading goes on. Row numbers count from 1.
    """
    source = _Source.of(path)
    pages = _archive_pages(source, on_error) if source.kind is Kind.WARC else _file_pages(source, on_error)
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
        limit = PAGE_LIMIT if kind in (Kind.TEXT, Kind.HTML) else CONTAINER_LIMIT
        if status.st_size > limit:
            text = Message("The file is larger than {limit} MB, too large for one page.", limit=limit >> 20)
            raise IngestError(name, text)
        foreign = None if kind is Kind.WARC else foreign_format(head)
        if foreign:
            raise IngestError(name, Message("It is {kind}, not a text.", kind=foreign))
        return cls(path, kind, status.st_size, status.st_mtime)

    def page(self, decoded: Decoded, data: bytes, kind: Kind, **fields: str | None) -> Page | None:
        """The page that a decoded text makes, or None if there is nothing to see on it."""
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
            declared=flat.declared if flat else Declared(),
        )


def _file_pages(source: _Source, on_error: OnError | None) -> Iterator[Page]:
    name = path_name(source.path)
    try:
        data = source.path.read_bytes()
    except OSError as error:
        raise unreadable(source.path, error) from error
    decoded = decode(data, markup=source.kind is Kind.HTML)
    if decoded is None:
        raise IngestError(name, Message("It is binary data, not a text."))
    if not decoded.text.strip():
        raise IngestError(name, Message("There is nothing but white space in it."))
    if source.kind in (Kind.JSON_LINES, Kind.CSV):
        yield from _row_pages(source, decoded, on_error)
        return
    page = source.page(decoded, data, source.kind)
    if page is None:
        raise IngestError(name, Message("There is no visible text in it."))
    yield page


def _row_pages(source: _Source, decoded: Decoded, on_error: OnError | None) -> Iterator[Page]:
    name = path_name(source.path)

    def bad(member: str, reason: str) -> None:
        if on_error is not None:
            on_error(IngestError(f"{name}#{member}" if member else name, reason))

    reader = json_rows if source.kind is Kind.JSON_LINES else csv_rows
    for row in reader(decoded.text, bad):
        page = _row_page(source, decoded, row)
        if page is None:
            bad(row.member, Message("There is no visible text in this row."))
        else:
            yield page


def _row_page(source: _Source, decoded: Decoded, row: Row) -> Page | None:
    text, halves = _HALVES.subn("\ufffd", row.text)
    content = Decoded(text, decoded.encoding, (*decoded.warnings, *(["bad-bytes"] if halves else [])))
    data = row.text.encode("utf-8", errors="surrogatepass")
    kind = Kind.HTML if row.markup else Kind.TEXT
    title, url = (value and _HALVES.sub("\ufffd", value) for value in (row.title, row.url))
    return source.page(content, data, kind, member=row.member, title=title, url=url)


def _archive_pages(source: _Source, on_error: OnError | None) -> Iterator[Page]:
    name = path_name(source.path)
    with source.path.open("rb") as plain:
        packed = plain.read(2) == b"\x1f\x8b"
        plain.seek(0)
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=plain)) if packed else plain
        try:
            for response in responses(stream):
                markup = response.media_type != "text/plain"
                decoded = decode(response.body, markup=markup)
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
