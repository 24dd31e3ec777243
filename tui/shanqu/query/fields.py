"""The fields of the search language, and which values they take."""

from __future__ import annotations

import re
from typing import get_args

from shanqu.messages import Message
from shanqu.model import ENTITY_KINDS, FactKind
from shanqu.query.values import Date, amount, day_range

FIELDS: dict[str, tuple[str, ...]] = {
    "county": ("county", "县", "县市区"),
    "place": ("place", "地", "地名"),
    "company": ("company", "企业", "公司"),
    "park": ("park", "园区"),
    "organization": ("org", "organization", "机构"),
    "person": ("person", "人", "人物"),
    "project": ("project", "项目"),
    "industry": ("industry", "产业"),
    "product": ("product", "产品"),
    "policy": ("policy", "政策"),
    "title": ("title", "标题"),
    "body": ("body", "正文"),
    "site": ("site", "网站", "站点"),
    "column": ("column", "栏目"),
    "kind": ("kind", "类别", "种类"),
    "before": ("before", "早于", "之前"),
    "after": ("after", "晚于", "之后"),
    "year": ("year", "年", "年份"),
    "amount": ("amount", "金额"),
    "tag": ("tag", "标签"),
    "note": ("note", "笔记", "备注"),
    "is": ("is", "是"),
    "has": ("has", "有"),
}
STATES: dict[str, tuple[str, ...]] = {
    "starred": ("starred", "star", "星标"),
    "duplicate": ("duplicate", "duplicates", "转载", "重复"),
    "undated": ("undated", "无日期", "未定年"),
    "gone": ("gone", "已删"),
}
UNDATED = "undated"
HOLDINGS: dict[str, tuple[str, ...]] = {
    "note": ("note", "笔记", "备注"),
    "tag": ("tag", "标签"),
    "amount": ("amount", "金额"),
}
# Of entities that are named, and of figures that are stated.
KINDS: dict[str, tuple[str, ...]] = {
    **{kind: FIELDS[kind] for kind in ENTITY_KINDS},
    **{kind: (kind,) for kind in get_args(FactKind)},
}
COMPARED = ("amount",)
_BY_NAME = {name: field for field, names in FIELDS.items() for name in names}
_FIELD = re.compile(r"([^\s:：<>＜＞=＝≤≥\"“”＂「『-]+)(?:([<>＜＞][=＝]?|[=＝≤≥])|[:：])")
_SIGNS = str.maketrans({"＜": "<", "＞": ">", "＝": "=", "≤": "<=", "≥": ">="})


class QuerySyntaxError(ValueError):
    """A query that cannot be meant.

    `[start, end)` counts characters of the query; `field` is the word at fault, `message` a `Message`.
    """

    def __init__(self, message: str, start: int, end: int, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end
        self.field = field

    @property
    def position(self) -> int:
        """The first character that is at fault."""
        return self.start


def field_at(text: str, at: int) -> tuple[str | None, str, int]:
    """The field that is named at `at`, how it compares, and where its value begins.

    A word before a colon that is no field is text, unless it is Latin: then it is a slip, QuerySyntaxError.
    """
    match = _FIELD.match(text, at)
    if match is None:
        return None, "", at
    name, compare = match[1].lower(), (match[2] or "").translate(_SIGNS)
    field = _BY_NAME.get(name)
    if compare:
        return (field, compare, match.end()) if field in COMPARED else (None, "", at)
    if field:
        return field, "", match.end()
    if name.isascii() and name.isalpha() and not text.startswith("//", match.end()):
        message = Message(
            "unknown field {field}: known are {known}; put it in quotes to search for the text",
            field=f'"{name}"',
            known=", ".join(FIELDS),
        )
        raise QuerySyntaxError(message, match.start(), match.end(), name)
    return None, "", at


def checked(field: str, value: str, span: tuple[int, int]) -> tuple[str, bool]:
    """The value as the field knows it, and whether it says something yet. Raises QuerySyntaxError."""
    if field in ("before", "after", "year"):
        if field == "year" and value.lower() in STATES["undated"]:
            return UNDATED, True
        date = day_range(value)
        if date is Date.WRONG:
            raise QuerySyntaxError(Message("not a date: {value}", value=value), *span, value)
        return value, date is not Date.UNFINISHED
    if field == "amount":
        if amount(value) is None:
            raise QuerySyntaxError(Message("not an amount of money: {value}", value=value), *span, value)
        return value, True
    choices = {"is": STATES, "has": HOLDINGS, "kind": KINDS}.get(field)
    if choices is None:
        return value, True
    return _choice(choices, value, span)


def _choice(choices: dict[str, tuple[str, ...]], value: str, span: tuple[int, int]) -> tuple[str, bool]:
    lower = value.lower()
    for name, words in choices.items():
        if lower in words:
            return name, True
    if any(word.startswith(lower) for words in choices.values() for word in words):
        return value, False
    known = ", ".join(choices)
    raise QuerySyntaxError(
        Message("unknown word {value}: known are {known}", value=value, known=known), *span, value
    )
