"""The search language: what is typed into the filter, as a `Query`.

Words separated by spaces must all occur; `"…"` keeps spaces and punctuation together; `-` before a
condition turns it round; `field:value` asks for what was extracted or for the metadata. Colons, quotes,
hyphens and spaces may be half or full width.
"""

from __future__ import annotations

import re

from shanqu.model import Query, Term

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
    "site": ("site", "网站"),
    "column": ("column", "栏目"),
}
_BY_NAME = {name: field for field, names in FIELDS.items() for name in names}
_CLOSING = {'"': '"“”＂', "“": '”"', "”": '”"', "＂": '＂"', "「": "」", "『": "』"}
_MINUS = "-－−"
_FIELD = re.compile(r"([^\s:：\"“”＂「『-]+)[:：]")


class QuerySyntaxError(ValueError):
    """A query that cannot be meant: `field` is no field. `position` counts characters of the query."""

    def __init__(self, message: str, position: int, field: str) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.field = field


def parse(text: str) -> Query:
    """The conditions that `text` states.

    What is still being typed is read kindly: an open quote runs to the end, a lone `-` and a field
    without a value say nothing. Raises QuerySyntaxError for a Latin word before a colon that is no field
    (in quotes it is literal text).
    """
    terms = []
    at = 0
    while (at := _skip_space(text, at)) < len(text):
        term, at = _term(text, at)
        if term.value:
            terms.append(term)
    return Query(tuple(terms))


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _term(text: str, at: int) -> tuple[Term, int]:
    negated = text[at] in _MINUS
    if negated:
        at += 1
    field = None
    if match := _FIELD.match(text, at):
        field = _field(match, text)
        if field:
            at = match.end()
    value, at = _value(text, at)
    return Term(value.strip(), field, negated), at


def _field(match: re.Match[str], text: str) -> str | None:
    name = match.group(1).lower()
    field = _BY_NAME.get(name)
    if field is None and name.isascii() and name.isalpha() and not text.startswith("//", match.end()):
        message = (
            f'unknown field "{name}": known are {", ".join(FIELDS)}; put it in quotes to search for the text'
        )
        raise QuerySyntaxError(message, match.start(), name)
    return field


def _value(text: str, at: int) -> tuple[str, int]:
    if at < len(text) and text[at] in _CLOSING:
        closing = _CLOSING[text[at]]
        end = at + 1
        while end < len(text) and text[end] not in closing:
            end += 1
        return text[at + 1 : end], end + 1
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[at:end], end
