"""Names with a middle dot (约翰·史密斯), as foreigners bear them."""

from __future__ import annotations

import re

from shanqu.extract.segment import frequency, is_verb, words
from shanqu.extract.span import Span
from shanqu.gazetteer import terms
from shanqu.gazetteer.tables import once

_FOREIGN = re.compile(r"(?<![一-龥·])?[一-龥]{2,5}(?:[·•][一-龥]{1,6}){1,3}")


_SHORT = 2


def foreigners(text: str) -> list[Span]:
    """Names with a middle dot, without the title that runs into them."""
    spans = []
    for match in _FOREIGN.finditer(text):
        head = match.group().split("·")[0].split("•")[0]
        skip = max((at + len(lead) for lead in _leads() if (at := head.find(lead)) >= 0), default=0)
        if len(head) - skip < _SHORT:
            continue
        skip = skip or next((size for size in (2, 1) if _ends_title(text, match.start() + size)), 0)
        name = _foreign_name(match.group()[skip:])
        start = match.start() + skip
        if _foreign(name, text, match.start()):
            spans.append(
                Span("person", start, start + len(name), name.replace("•", "·"), None, "foreign name")
            )
    return spans


@once
def _leads() -> tuple[str, ...]:
    """What stands right before a name: titles, and what is done to the person."""
    return (*terms.titles(), *terms.words("people", "foreign", "leads"))


def _ends_title(text: str, end: int) -> bool:
    """Whether a title of more than two characters ends at `end`: 首席执行官|某某."""
    return any(len(title) > _SHORT and text.endswith(title, 0, end) for title in terms.titles())


def _foreign_name(text: str) -> str:
    """The name without the words that follow its last part."""
    at = max(text.rfind("·"), text.rfind("•")) + 1
    end = at
    for piece in words(text[at:]):
        if end - at >= 2 and (piece in terms.words("people", "foreign", "follow") or is_verb(piece)):
            break
        end += len(piece)
    return text[:end]


def _foreign(name: str, text: str, start: int) -> bool:
    parts = re.split("[·•]", name)
    before = text[max(0, start - 1) : start]
    # 12元/平方米·月 is a price.
    quoted = before in ("“", "《", "‘", "/", "／") or before.isdigit()
    return (
        not quoted
        and not any(_place_like(part) for part in parts)
        and not any(len(part) == 2 and frequency(part) > 3000 for part in parts)
        and all(len(part) <= 5 for part in parts)
    )


def _place_like(part: str) -> bool:
    """Whether a part looks like half a park's name (梦想之城·数字谷)."""
    ends = terms.words("people", "foreign", "not_ends")
    return part.removesuffix("中").endswith(ends) or any(
        word in part for word in terms.words("people", "foreign", "not_parts")
    )
