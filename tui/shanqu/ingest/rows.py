"""Containers of many pages whose rows are records: JSON Lines and CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from shanqu.messages import Message

_TEXT = ("text", "content", "body", "article", "raw_text", "raw_content", "正文", "内容", "文本")
_HTML = ("html", "raw_html", "content_html", "网页")
_TITLE = ("title", "headline", "标题")
_URL = ("url", "link", "source_url", "uri", "链接", "网址")
# A field of the csv module may be as long as the largest page that we read.
_FIELD_LIMIT = 64 * 1024 * 1024

BadRow = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its number from 1 as `member`, and its text or, where `markup` is true, its HTML."""

    member: str
    text: str
    markup: bool
    title: str | None
    url: str | None


def json_rows(lines: Iterable[str], bad: BadRow) -> Iterator[Row]:
    """The rows of JSON Lines, a text opened without translated line ends; `bad(member, reason)` is told of each that cannot be used."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line.removeprefix("\ufeff"))
        except (ValueError, RecursionError):
            bad(str(number), Message("This line is not valid JSON."))
            continue
        if isinstance(record, str):
            record = {"text": record}
        if not isinstance(record, dict):
            bad(str(number), Message("This line holds no JSON object."))
            continue
        yield from _row(str(number), {str(key).strip().lower(): value for key, value in record.items()}, bad)


def csv_rows(lines: Iterable[str], bad: BadRow) -> Iterator[Row]:
    """The rows of a CSV file whose first line names the columns; text and bad rows as in `json_rows`."""
    csv.field_size_limit(_FIELD_LIMIT)
    left = iter(lines)
    head = next(left, "").removeprefix("\ufeff")
    reader = csv.reader(chain([head], left), delimiter=max(",\t;", key=head.count))
    columns = [name.strip().lower() for name in next(reader, [])]
    if not any(name in columns for name in (*_TEXT, *_HTML)):
        bad("", Message("No column is named {names} or {last}.", names=", ".join(_TEXT[:3]), last=_HTML[0]))
        return
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            bad(str(number), Message("This row is not valid CSV."))
            continue
        if cells:
            yield from _row(str(number), dict(zip(columns, cells, strict=False)), bad)


def _row(member: str, record: dict[str, object], bad: BadRow) -> Iterator[Row]:
    title, url = _pick(record, _TITLE), _pick(record, _URL)
    for names, markup in ((_TEXT, False), (_HTML, True)):
        content = _pick(record, names)
        if content is not None:
            yield Row(member, content, markup, title, url)
            return
    bad(member, Message("This row has no text."))


def _pick(record: dict[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return value
    return None
