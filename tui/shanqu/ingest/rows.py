"""Containers of many pages whose rows are records: JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Final

from shanqu.messages import Message
from shanqu.model import Declared

# A field of the csv module may be as long as the largest page that we read.
_FIELD_LIMIT = 64 * 1024 * 1024
# What is left out where names of columns are compared.
_UNSAID: Final = re.compile(r"[(（][^()（）]*[)）]|[\s_-]+")
# How a whole page of HTML begins, and the blocks that a part of one is made of.
_PAGE: Final = re.compile(
    r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_BLOCK: Final = re.compile(
    r"</?(?:p|br|div|section|article|table|t[dr]|[uo]l|li|h[1-6])\b[^<>]{0,500}>", re.IGNORECASE
)
_BLOCKS_LEAST: Final = 2
# So much of a value is looked at for those.
_LOOKED_AT: Final = 100_000
# Seconds since 1970, or thousandths of them: as many figures as either has in the years of the web.
_COUNT: Final = re.compile(r"[89]\d{8}(?:\d{3})?(?:\.\d+)?|1\d{9}(?:\d{3})?(?:\.\d+)?")
_SECONDS_MOST: Final = 10**11
_CHINA: Final = timezone(timedelta(hours=8))
# So deep in a JSON document articles are looked for.
_DEEPEST: Final = 4
_HAN: Final = re.compile("[一-鿿]")
_SAID_LONGEST: Final = 200

_SILENT: Final = Declared()

BadRow = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its number from 1 as `member`, its text or, where `markup` is true, its HTML, and what its other
    columns say of the article."""

    member: str
    text: str
    markup: bool
    title: str | None
    url: str | None
    declared: Declared = _SILENT


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
        yield from _record(str(number), record, bad)


def json_records(text: str, bad: BadRow) -> Iterator[Row]:
    """The rows of a JSON document: one article, a list of them, or an object that holds such a list at some depth.

    Raises `ValueError` or `RecursionError` where it is no JSON.
    """
    data = json.loads(text.removeprefix("\ufeff"))
    for number, record in enumerate(_records(data), 1):
        yield from _record(str(number), record, bad)


def is_json(text: str) -> bool:
    """Whether a text is a JSON value."""
    try:
        json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True


def _records(data: object) -> list[object]:
    """The list of articles in a JSON document; the widest levels are looked at first."""
    level: list[object] = [data]
    for _ in range(_DEEPEST):
        for value in level:
            if isinstance(value, list) and any(isinstance(one, dict) and _is_article(one) for one in value):
                return value
            if isinstance(value, dict) and _is_article(value):
                return [value]
        level = [inner for value in level if isinstance(value, dict) for inner in value.values()]
    return []


def _is_article(record: dict[str, object]) -> bool:
    names = _names()
    named = {_name(str(key)): value for key, value in record.items()}
    return _pick(named, (*names["text"], *names["markup"])) is not None


def _record(member: str, record: object, bad: BadRow) -> Iterator[Row]:
    if isinstance(record, str):
        record = {"text": record}
    if not isinstance(record, dict):
        bad(member, Message("This line holds no JSON object."))
        return
    yield from _row(member, {_name(str(key)): value for key, value in record.items()}, bad)


def csv_rows(lines: Iterable[str], bad: BadRow) -> Iterator[Row]:
    """The rows of a CSV file whose first line names the columns; text and bad rows as in `json_rows`."""
    csv.field_size_limit(_FIELD_LIMIT)
    left = iter(lines)
    head = next(left, "").removeprefix("\ufeff")
    reader = csv.reader(chain([head], left), delimiter=max(",\t;", key=head.count))
    columns = [_name(name) for name in next(reader, [])]
    names = _names()
    if not any(name in columns for name in (*names["text"], *names["markup"])):
        known = names["text"][0], names["text"][1], "正文"
        bad("", Message("No column is named {names} or {last}.", names=", ".join(known), last="html"))
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
    names = _names()
    for kind in ("text", "markup"):
        content = _pick(record, names[kind])
        if content is not None:
            said = Declared(
                site=_said(record, names["site"]),
                column=_said(record, names["column"]),
                published=_moment(record, names["published"]),
                source=_said(record, names["source"]),
                author=_said(record, names["author"]),
            )
            markup = kind == "markup" or is_markup(content)
            yield Row(
                member, content, markup, _pick(record, names["title"]), _pick(record, names["url"]), said
            )
            return
    bad(member, Message("This row has no text."))


def is_markup(value: str) -> bool:
    """Whether a column holds HTML, a page or the blocks of one, rather than a text in whose lines scraps of it were left."""
    if _PAGE.match(value):
        return True
    start = value[:_LOOKED_AT]
    blocks = sum(1 for _ in _BLOCK.finditer(start))
    return blocks >= _BLOCKS_LEAST and blocks > sum(
        1 for line in start.split("\n") if line.strip() and "<" not in line
    )


@cache
def _names() -> dict[str, tuple[str, ...]]:
    data = tomllib.loads(files("shanqu.ingest").joinpath("columns.toml").read_text("utf-8"))
    return {kind: tuple(names) for kind, names in data.items()}


def _name(said: str) -> str:
    """A column's name as the data file has it."""
    return _UNSAID.sub("", said).lower()


def _pick(record: dict[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            # A list of paragraphs.
            value = "\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _said(record: dict[str, object], names: tuple[str, ...]) -> str | None:
    """The first of these columns that says something in Chinese, on one line; a list with spaces between its parts."""
    for name in names:
        value = record.get(name)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            value = " ".join(value)
        if isinstance(value, str) and len(value) <= _SAID_LONGEST and _HAN.search(value):
            return " ".join(value.split())
    return None


def _moment(record: dict[str, object], names: tuple[str, ...]) -> str | None:
    """When the article was published: as the first filled column writes it, of a count of seconds the day in China."""
    for name in names:
        value = record.get(name)
        if (
            isinstance(value, str)
            and 0 < len(value.strip()) <= _SAID_LONGEST
            and not _COUNT.fullmatch(value.strip())
        ):
            return value.strip()
        if isinstance(value, (str, int, float)) and _COUNT.fullmatch(str(value).strip()):
            seconds = float(value)
            seconds = seconds / 1000 if seconds >= _SECONDS_MOST else seconds
            return datetime.fromtimestamp(seconds, _CHINA).date().isoformat()
    return None
