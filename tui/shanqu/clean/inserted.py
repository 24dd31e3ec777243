"""What does not belong between the words of an article: spam, widgets, markup that was printed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from shanqu.clean.data import load, once
from shanqu.clean.glance import Glance
from shanqu.model import Edit

_ENTITY: Final = re.compile(
    r"&(?:nbsp|ensp|emsp|[lr][sd]quo|quot|amp|[mn]dash|middot|hellip|lt|gt|#[0-9]{2,5}|#x[0-9a-fA-F]{2,5});"
)


@dataclass(frozen=True, slots=True)
class Inserted:
    """One entry of `inserted.toml`: see there."""

    reason: str
    spam: bool
    needs: tuple[str, ...]
    pattern: re.Pattern[str]


@once
def _forms() -> tuple[Inserted, ...]:
    data = load("inserted.toml")

    def expand(pattern: str) -> str:
        for name, value in data.get("macros", {}).items():
            pattern = pattern.replace(f"%{name}%", value)
        return pattern

    return tuple(
        Inserted(
            entry["reason"],
            entry["spam"],
            tuple(entry["needs"]),
            re.compile(expand(entry["pattern"]), re.IGNORECASE),
        )
        for entry in data["inserted"]
    )


def forms(plain: str) -> tuple[Inserted, ...]:
    """The entries that can fit in parts of the text, which is in simplified characters, with those of the words that
    they need which it holds."""
    places = _glance().within(plain)
    lowered = plain.lower() if places else ""
    return tuple(
        Inserted(form.reason, form.spam, needs, form.pattern)
        for place, form in enumerate(_forms())
        if places >> place & 1 and (needs := tuple([word for word in form.needs if word in lowered]))
    )


@once
def _glance() -> Glance:
    return Glance([form.needs for form in _forms()])


def inserted_edits(
    text: str, plain: str, start: int, end: int, possible: Sequence[Inserted]
) -> Iterator[Edit]:
    """The edits that take out of the page span what does not belong there.

    `plain` is the span in simplified characters, of the same length; `possible` are `forms` of a text
    that holds it.
    """
    lowered = plain.lower() if possible else plain
    for form in possible:
        # Not `any`: to make a generator for each form and span takes longer than to look for its words.
        for word in form.needs:
            if word in lowered:
                break
        else:
            continue
        for match in form.pattern.finditer(plain):
            low, high = (start + at for at in match.span("x"))
            yield Edit(low, high, text[low:high], "", form.reason)
    for entity in _ENTITY.finditer(plain) if "&" in plain else ():
        low, high = start + entity.start(), start + entity.end()
        shown = html.unescape(entity[0]).replace("\xa0", " ")
        if shown.isprintable():
            yield Edit(low, high, text[low:high], shown, "markup")


def is_spam(edit: Edit) -> bool:
    """Whether the edit takes spam out of a sentence."""
    return edit.reason.startswith("spam:")
