"""Lines of fields: a label with its value, or apart from it, and how they run on."""

from __future__ import annotations

import re
from typing import Final

from shanqu.clean.fields import fields, is_label, is_meta
from shanqu.clean.gates import FIELDS, META
from shanqu.clean.names import looks_like_site, people
from shanqu.clean.signs import Signs, rule_in
from shanqu.model import Role

# So many lines may stand between two of fields.
_CHAIN: Final = 6
DATE_ALONE: Final = re.compile(r"(?:19|20)\d{2}年?(?:\d{1,2}月)?|\d{1,2}月(?:\d{1,2}日)?")
# Values are short; numbers of files, without a Chinese character, can be longer.
_VALUE_LONGEST: Final = 20
_NUMBER_LONGEST: Final = 40
# What stands behind a button (分享到:) is a few words more of it, or something else.
_BUTTON_LONGEST: Final = 6
_FIELD_ROLES: Final = frozenset({Role.BYLINE, Role.EDITOR, Role.TAGS})


def is_field_line(sign: Signs) -> bool:
    """Whether the line belongs under a headline rather than to the text."""
    if sign.fielded is None:
        sign.fielded = _is_field_line(sign)
    return sign.fielded


def _is_field_line(sign: Signs) -> bool:
    rule = sign.rule or rule_in(sign, "head")
    if rule is not None and rule.role in _FIELD_ROLES:
        return not rule.weak
    may = sign.may & META != 0
    return may and is_meta(sign.line.norm) and (rule is None or len(fields(sign.line.norm)) >= 2)


def is_value(label: Signs, value: Signs) -> bool:
    """A label whose value stands on the next line; names after who wrote, a number after a count."""
    if label.may & FIELDS == 0 or value.stop or value.rule is not None:
        return False
    if value.length > (_VALUE_LONGEST if value.han else _NUMBER_LONGEST):
        return False
    found = fields(label.line.norm)
    if not found or found[-1].value or is_meta(value.line.norm) > (found[-1].kind == "date"):
        return False
    norm = value.line.norm
    if found[-1].kind == "button" and value.length > _BUTTON_LONGEST:
        return False
    if found[-1].kind == "views":
        return not norm.strip("0123456789+-.,万次 ")
    return found[-1].kind not in ("author", "editor") or bool(people(norm)) or looks_like_site(norm)


def chain(signs: list[Signs], first: int) -> frozenset[int]:
    """The fields run on over several lines, with buttons and single words among them."""
    meta = {first}
    last = first
    index = first + 1
    while index < len(signs) and index - last <= _CHAIN and not signs[index].prose:
        sign = signs[index]
        if index - last > 2 and sign.rule is None and DATE_ALONE.fullmatch(sign.line.norm):
            # A year alone below lines of verse is one of them.
            break
        if (
            is_field_line(sign)
            or is_value(signs[index - 1], sign)
            or (index - 1 == last and is_label(sign.line.norm))
        ):
            meta.add(index)
            last = index
        elif sign.rule is None and sign.length > 12:
            break
        index += 1
    return frozenset(meta)
