"""The annotated passages of the training."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_WIDE = str.maketrans({",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "?": "？", "!": "！"})
Named = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with what it names: spans and kinds, sure or optional (neither wanted nor wrong)."""

    name: str
    text: str
    sure: tuple[Named, ...]
    optional: tuple[Named, ...] = ()


def load(folder: Path, without: Collection[str] = ()) -> list[Passage]:
    """The passages of all files of a folder but those called `without`, in order; passages whose names are not annotated
    are left out."""
    files = [file for file in sorted(folder.glob("*.toml")) if file.stem not in without]
    rows = (row for file in files for row in tomllib.loads(file.read_text(encoding="utf-8"))["passage"])
    return [_read(row) for row in rows if "mentions" in row]


def _read(row: dict[str, Any]) -> Passage:
    wide = row.get("wide", False)
    text = row["text"].translate(_WIDE) if wide else row["text"]
    groups = []
    for key in ("mentions", "optional"):
        spots = [
            spot
            for kind, forms in row.get(key, {}).items()
            for form in forms
            for spot in _spots(text, form.translate(_WIDE) if wide else form, kind)
        ]
        groups.append(spots)
    sure = outermost(groups[0])
    taken = {at for start, end, _ in sure for at in range(start, end)}
    free = [spot for spot in groups[1] if taken.isdisjoint(range(spot[0], spot[1]))]
    return Passage(row["id"], text, tuple(sure), tuple(outermost(free)))


def _spots(text: str, form: str, kind: str) -> list[Named]:
    """Where a form stands; `form@2` is its second place alone."""
    surface, _, number = form.partition("@")
    found = [match.start() for match in re.finditer(f"(?={re.escape(surface)})", text)]
    chosen = found[int(number) - 1 : int(number)] if number else found
    quotes = len(surface) - len(surface.lstrip("“《")), len(surface.rstrip("”》"))
    return [(at + quotes[0], at + quotes[1], kind) for at in chosen]


def outermost(spots: Iterable[Named]) -> list[Named]:
    """The spans that lie in no other, in order."""
    kept: list[Named] = []
    for spot in sorted(set(spots), key=lambda spot: (spot[0] - spot[1], spot)):
        if all(spot[1] <= start or end <= spot[0] for start, end, _ in kept):
            kept.append(spot)
    return sorted(kept)
