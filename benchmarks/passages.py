"""Scores extraction against the invented passages: `python benchmarks/passages.py tests/extract/passages/held.toml`."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

from extraction import KINDS, article_of

from shanqu.extract import extract


def score(path: Path, verbose: bool = False) -> dict[str, tuple[int, int, int]]:
    """For mentions of the annotated kinds and for fact fields: right, found, wanted."""
    totals: dict[str, list[int]] = {}

    def add(name: str, right: int, found: int, wanted: int) -> None:
        row = totals.setdefault(name, [0, 0, 0])
        for at, number in enumerate((right, found, wanted)):
            row[at] += number

    for passage in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]:
        extraction = extract(article_of(passage["text"]))
        for kind in KINDS:
            wanted = set(passage["mentions"].get(kind, ()))
            found = {mention.text for mention in extraction.mentions if mention.kind == kind}
            if kind == "place":  # places also stand inside the names of zones
                found = {
                    name
                    for name in found
                    if name in wanted or not any(name in text for text in _names(passage))
                }
            judged = kind in ("company", "person", "park", "organization", "place")
            add(kind, len(wanted & found), len(found) if judged else len(wanted & found), len(wanted))
            if verbose and (wanted - found or (judged and found - wanted)):
                print(passage["id"], kind, "missed", sorted(wanted - found), "extra", sorted(found - wanted))
        _facts(passage, extraction.facts, add, verbose)
    return {name: (row[0], row[1], row[2]) for name, row in totals.items()}


def _names(passage: dict[str, Any]) -> list[str]:
    return [name for names in passage["mentions"].values() for name in names]


def _facts(passage: dict[str, Any], facts: tuple[Any, ...], add: Any, verbose: bool) -> None:
    left = [fact for fact in facts if fact.kind != "milestone"]
    for text, value, unit, place, indicator, status in passage["facts"]:
        hit = next((fact for fact in left if text in fact.value_text or fact.value_text in text), None)
        add("fact", int(hit is not None and hit.value == value and hit.unit == unit), int(hit is not None), 1)
        if hit is None:
            print(passage["id"], "missed", text, indicator) if verbose else None
            continue
        left.remove(hit)
        add("fact place", int((hit.place or "") == place), int(hit.place is not None), 1)
        add("fact indicator", int(hit.indicator == indicator), 1, 1)
        add("fact status", int(hit.status == status), 1, 1)
        if verbose and (hit.place or "", hit.indicator, hit.status, hit.value, hit.unit) != (
            place,
            indicator,
            status,
            value,
            unit,
        ):
            print(passage["id"], text, "->", hit.place, hit.indicator, hit.status, hit.value, hit.unit)
    add("fact", 0, len(left), 0)
    for fact in left if verbose else ():
        print(passage["id"], "extra", fact.indicator, fact.value_text)


if __name__ == "__main__":
    for name, (right, found, wanted) in score(Path(sys.argv[1]), "-v" in sys.argv).items():
        print(f"{name:15} P {right}/{found}  R {right}/{wanted}")
