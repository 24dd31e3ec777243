"""Web archives (WARC): the pages among their records."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from shanqu.messages import Message

_HEADER_LIMIT = 64 * 1024
PAGE_LIMIT = 64 * 1024 * 1024


class BrokenArchiveError(Exception):
    """The archive ends in the middle of a record or is no archive. `message` is one sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Response:
    """A web page that the archive holds: number of its record, address, body bytes, media type, charset."""

    member: str
    url: str | None
    body: bytes
    media_type: str
    charset: str | None = None


def responses(stream: BinaryIO) -> Iterator[Response]:
    """The HTTP answers with text in them, in the archive's order. Raises `BrokenArchiveError`."""
    number = 0
    try:
        while (version := _first_line(stream)) is not None:
            if not version.startswith(b"WARC/"):
                raise BrokenArchiveError(Message("This is not a web archive, or a record in it is damaged."))
            number += 1
            headers = _headers(stream)
            length = _length(headers)
            if headers.get("warc-type") != "response" or length > PAGE_LIMIT:
                _skip(stream, length)
                continue
            content = stream.read(length)
            if len(content) < length:
                raise BrokenArchiveError(Message("The web archive ends in the middle of a record."))
            response = _response(str(number), headers.get("warc-target-uri"), content)
            if response is not None:
                yield response
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BrokenArchiveError(Message("The compressed web archive is damaged.")) from error


def _first_line(stream: BinaryIO) -> bytes | None:
    while line := stream.readline(_HEADER_LIMIT):
        if line.strip():
            return line
    return None


def _headers(stream: BinaryIO) -> dict[str, str]:
    found: dict[str, str] = {}
    while (line := stream.readline(_HEADER_LIMIT)).strip():
        name, _, value = line.decode("utf-8", errors="replace").partition(":")
        found[name.strip().lower()] = value.strip().strip("<>")
    return found


def _length(headers: dict[str, str]) -> int:
    length = headers.get("content-length", "")
    if not length.isascii() or not length.isdigit():
        raise BrokenArchiveError(Message("A record of the web archive does not say how long it is."))
    return int(length)


def _skip(stream: BinaryIO, length: int) -> None:
    while length > 0 and (piece := stream.read(min(length, 1 << 20))):
        length -= len(piece)


def _response(member: str, url: str | None, content: bytes) -> Response | None:
    head, _, body = content.partition(b"\r\n\r\n")
    fields = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(":") for line in head.decode("latin-1").split("\r\n")[1:])
    }
    media_type, _, parameters = fields.get("content-type", "").lower().partition(";")
    media_type = media_type.strip()
    if media_type and not media_type.startswith("text/") and media_type != "application/xhtml+xml":
        return None
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _unchunk(body)
    if fields.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate"):
        body = _inflate(body)
    charset = parameters.partition("charset=")[2].split(";")[0] or None
    return Response(member, url, body, media_type, charset) if body.strip() else None


def _unchunk(body: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at)) >= 0:
        try:
            size = int(body[at:end].split(b";")[0], 16)
        except ValueError:
            # Many archivers store the body already joined and keep the header.
            return body if not pieces else b"".join(pieces)
        if size <= 0:
            break
        pieces.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(pieces) or body


def _inflate(body: bytes) -> bytes:
    """The unpacked body, at most `PAGE_LIMIT` bytes of it; the body itself if it is not packed."""
    try:
        return zlib.decompressobj(47).decompress(body, PAGE_LIMIT)
    except zlib.error:
        return body
