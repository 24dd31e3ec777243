"""Scores extraction against the invented passages: `python benchmarks/passages.py tests/extract/passages/held.toml`."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

from extraction import KINDS, article_of

from shanqu.extract import extract
from shanqu.model import NO_FIGURES

FIELDS = ("place", "indicator", "status", "hedge", "period", "scope", "period_norm")


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
    left = [fact for fact in facts if fact.kind not in ("milestone", *NO_FIGURES)]
    for row in passage["facts"]:
        text, value, unit = row[:3]
        hits = [fact for fact in left if text in fact.value_text or fact.value_text in text]
        hit = next(
            (fact for fact in hits if fact.value == value and fact.unit == unit), next(iter(hits), None)
        )
        add("fact", int(hit is not None and hit.value == value and hit.unit == unit), int(hit is not None), 1)
        if hit is None:
            print(passage["id"], "missed", text, row[4]) if verbose else None
            continue
        left.remove(hit)
        if verbose and (hit.value, hit.unit) != (value, unit):
            print(passage["id"], text, "value", hit.value, hit.unit, "not", value, unit)
        _fields(passage["id"], row, hit, add, verbose)
    add("fact", 0, len(left), 0)
    for fact in left if verbose else ():
        print(passage["id"], "extra", fact.indicator, fact.value_text)
    _dates(passage, facts, add, verbose)


def _fields(name: str, row: list[Any], hit: Any, add: Any, verbose: bool) -> None:
    """Scores the fields that the row gives; those after the status are optional."""
    for field, wanted in zip(FIELDS, row[3:], strict=False):
        found = getattr(hit, field) or ""
        given = hit.place is not None if field == "place" else True
        add(f"fact {field}", int(found == wanted), int(given), 1)
        if field == "place":
            add("wrong place", int(given and found != wanted), int(given), 1)
        if verbose and found != wanted:
            print(name, row[0], field, repr(found), "not", repr(wanted))


def _dates(passage: dict[str, Any], facts: tuple[Any, ...], add: Any, verbose: bool) -> None:
    left = [fact for fact in facts if fact.kind == "milestone"]
    for text, indicator, place, status, norm in passage.get("dates", ()):
        hit = next((fact for fact in left if text in fact.value_text or fact.value_text in text), None)
        found = hit and (hit.indicator, hit.place or "", hit.status, hit.period_norm or "")
        add("date", int(found == (indicator, place, status, norm)), int(hit is not None), 1)
        if hit is not None:
            left.remove(hit)
        if verbose and found != (indicator, place, status, norm):
            print(passage["id"], "date", text, found, "not", (indicator, place, status, norm))
    add("date", 0, len(left), 0)
    for fact in left if verbose else ():
        print(passage["id"], "extra date", fact.indicator, fact.value_text)


if __name__ == "__main__":
    for name, (right, found, wanted) in score(Path(sys.argv[1]), "-v" in sys.argv).items():
        print(f"{name:15} P {right}/{found}  R {right}/{wanted}")
