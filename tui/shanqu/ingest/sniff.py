"""What kind of file one has to do with: by its name, else by its first bytes."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

from shanqu.messages import Message


class Kind(Enum):
    """The readers there are."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "jsonl"
    CSV = "csv"
    WARC = "warc"
    MHTML = "mhtml"


_SUFFIXES = {
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".shtml": Kind.HTML,
    ".shtm": Kind.HTML,
    ".mhtml": Kind.MHTML,
    ".mht": Kind.MHTML,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".warc": Kind.WARC,
}
_HTML = re.compile(
    rb"^\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|div|p|table)\b", re.I | re.S
)
_MHTML = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.I)
_SIGNATURES = (
    (b"PK\x03\x04", Message("a ZIP archive or an office document")),
    (b"\x7fELF", Message("a program")),
    (b"MZ\x90", Message("a program")),
    (b"%PDF-", Message("a PDF document")),
    (b"\x89PNG", Message("an image")),
    (b"\xff\xd8\xff", Message("an image")),
    (b"GIF8", Message("an image")),
    (b"\x1f\x8b", Message("a compressed file")),
    (b"BZh", Message("a compressed file")),
    (b"\xfd7zXZ", Message("a compressed file")),
    (b"7z\xbc\xaf", Message("a compressed archive")),
    (b"Rar!", Message("a compressed archive")),
    (b"\xd0\xcf\x11\xe0", Message("an old office document")),
    (b"SQLite format 3\0", Message("a database")),
)


def suffix_of(path: Path) -> str:
    """The suffix in lower case, without the query that downloaders leave behind it: `.html` of `show.html?id=3`."""
    return path.suffix.lower().partition("?")[0]


def kind_of(path: Path, head: bytes) -> Kind:
    """The reader for a file. `head` is its first bytes; it decides where the name says nothing."""
    name = path.name.lower()
    if name.endswith(".warc.gz"):
        return Kind.WARC
    known = _SUFFIXES.get(suffix_of(path))
    if known is not None:
        return known
    if head.startswith(b"WARC/"):
        return Kind.WARC
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(plain):
        return Kind.HTML
    if _MHTML.match(plain):
        return Kind.MHTML
    if path.suffix == "" and re.match(rb'\s*\{\s*"', plain):
        return Kind.JSON_LINES
    return Kind.TEXT


def foreign_format(head: bytes) -> str | None:
    """What a file is whose first bytes give it away as no text, or None."""
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    return None
