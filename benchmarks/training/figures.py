"""The figures of annotated passages: where each stands, whose it is, of when and how wide."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_WIDE = str.maketrans({",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "?": "？", "!": "！"})
# In the annotation `A|B` is either of both, `*` anything, and nothing is nothing.
_ANY = "*"
_BARE = re.compile(r"^项目|^全部|[\s“”\"期间内]|截至|截止|以来$|^到|^在|^自|^至|的$|^从|份")


# What one name of a measure has and another of the same lacks.
_ADDED = re.compile(
    r"\(.*?\)|（.*?）|目标|工业|规上|累计|新增|年(?=[^产])|总(?=.)|额$|数$|企业(?=.)|实际|全社会"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `[start, end)` of a text, with what is right of measure, place, period, scope and status. `sure` tells that it must
    be found."""

    start: int
    end: int
    measure: str
    place: str
    period: str
    scope: str
    status: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its figures."""

    name: str
    text: str
    figures: tuple[Figure, ...]


def allows(annotated: str, answer: str | None) -> bool:
    """Whether an answer is among those that are right."""
    return any(one == (answer or "") for one in annotated.split("|"))


def allows_period(annotated: str, answer: str | None) -> bool:
    """The same for periods, of which 截至 and the like are no part; 2023年度 is 2023年."""
    return any(_plain(one) == _plain(answer or "") for one in annotated.split("|"))


def allows_measure(annotated: str, answer: str | None) -> bool:
    """The same for what is measured, by the name or by one that says more or less of the same."""
    got = _core(answer or "")
    return any(
        _core(one) == got or (got and (got in _core(one) or _core(one) in got))
        for one in annotated.split("|")
    )


def _core(measure: str) -> str:
    return _ADDED.sub("", measure) or measure


def judged(annotated: str) -> bool:
    """Whether the annotation says anything."""
    return _ANY not in annotated.split("|")


def _plain(period: str) -> str:
    return (
        _BARE.sub("", period)
        .replace("年度", "年")
        .replace("—", "-")
        .replace("－", "-")
        .replace("至", "-")
        .replace("~", "-")
    )


def load(folder: Path) -> list[Passage]:
    """The passages of all TOML files of a folder whose figures are annotated, in order."""
    return [
        _read(row)
        for file in sorted(folder.glob("*.toml"))
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]
        if isinstance(row.get("facts"), list)
    ]


def _read(row: dict[str, Any]) -> Passage:
    text = row["text"].translate(_WIDE) if row.get("wide") else row["text"]
    figures = []
    for fact in row["facts"]:
        cells = [cell for cell in fact if not isinstance(cell, dict)] + [""] * 10
        form = cells[0].translate(_WIDE) if row.get("wide") else cells[0]
        at = _place(text, form)
        if at is not None:
            end = at + len(form.partition("@")[0])
            sure = not any(isinstance(cell, dict) and cell.get("optional") for cell in fact)
            figures.append(Figure(at, end, cells[4], cells[3], cells[7], cells[8], cells[5], sure))
    return Passage(row["id"], text, tuple(figures))


def _place(text: str, form: str) -> int | None:
    """Where a value stands; `form@2` is its second place. None if the text has it oftener than the annotation says."""
    surface, _, number = form.partition("@")
    found = [match.start() for match in re.finditer(f"(?={re.escape(surface)})", text)]
    found = (
        found
        if number
        else [at for at in found if not (text[at - 1 : at].isdigit() or text[at - 1 : at] == ".")]
    )
    at = int(number) - 1 if number else 0
    return found[at] if at < len(found) and (number or len(found) == 1) else None


def load_gold(gold: Path) -> Iterator[Passage]:
    """The cleaned seeds and the figures of their gold (`facts.jsonl`)."""
    rows = [json.loads(line) for line in (gold / "facts.jsonl").read_text(encoding="utf-8").splitlines()]
    for file in sorted((gold / "clean").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        starts = [0]
        for line in text.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        figures = []
        for row in rows:
            if row["doc"] == file.stem:
                line, after = starts[row["line"] - 1], starts[row["line"]]
                at = text.find(row["value_text"], max(line, text.find(row["sentence"][:20], line)), after)
                if at >= 0:
                    end = at + len(row["value_text"])
                    figures.append(
                        Figure(
                            at,
                            end,
                            row["indicator"],
                            row["place"] or "",
                            row["period"] or "",
                            row["scope"],
                            row["status"],
                        )
                    )
        yield Passage(file.stem, text, tuple(figures))
