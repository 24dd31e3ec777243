"""Scores events and pairings against invented passages: `python benchmarks/events.py tests/extract/passages/events_held.toml`."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

from extraction import article_of

from shanqu.extract import extract
from shanqu.model import Fact, Published

FIELDS = ("event", "subject", "place", "date", "status")


def score(path: Path, verbose: bool = False) -> dict[str, tuple[int, int, int]]:
    """Right, found, wanted: events by their words (then each field of those), pairings by both partners."""
    totals: dict[str, list[int]] = {}

    def add(name: str, right: int, found: int, wanted: int) -> None:
        row = totals.setdefault(name, [0, 0, 0])
        row[:] = [before + more for before, more in zip(row, (right, found, wanted), strict=True)]

    for passage in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]:
        day = passage.get("published")
        article = article_of(passage["text"])
        if day:
            article = article._replace(published=Published(day, day, "original", "given"))
        facts = extract(article).facts
        _events(passage, [fact for fact in facts if fact.kind == "event"], add, verbose)
        _pairings(passage, [fact for fact in facts if fact.kind == "pairing"], add, verbose)
    return {name: (row[0], row[1], row[2]) for name, row in totals.items()}


def _events(passage: dict[str, Any], left: list[Fact], add: Any, verbose: bool) -> None:
    for word, *wanted in passage.get("events", ()):
        same = [fact for fact in left if fact.indicator == wanted[0]]
        hits = [fact for fact in same if word in fact.value_text or fact.value_text in word]
        hit = next((fact for fact in hits if fact.subject == wanted[1]), next(iter(hits), None))
        add("event", int(hit is not None), int(hit is not None), 1)
        if hit is None:
            print(passage["id"], "missed", word, wanted) if verbose else None
            continue
        left.remove(hit)
        found = [hit.indicator, hit.subject or "", hit.place or "", hit.period_norm or "", hit.status]
        for name, one, other in zip(FIELDS, found, wanted, strict=True):
            add(f"event {name}", int(one == other), 1, 1)
        if verbose and found != wanted:
            print(passage["id"], word, found, "not", wanted)
    add("event", 0, len(left), 0)
    for fact in left if verbose else ():
        print(passage["id"], "extra", fact.indicator, fact.value_text, fact.subject, fact.period)


def _pairings(passage: dict[str, Any], left: list[Fact], add: Any, verbose: bool) -> None:
    for one, other, *wanted in passage.get("pairings", ()):
        hit = next((fact for fact in left if {fact.place, fact.subject} == {one, other}), None)
        add("pairing", int(hit is not None), int(hit is not None), 1)
        if hit is None:
            print(passage["id"], "missed", one, other) if verbose else None
            continue
        left.remove(hit)
        found = [hit.indicator, hit.status]
        for name, got, want in zip(("kind", "status"), found, wanted, strict=True):
            add(f"pairing {name}", int(got == want), 1, 1)
        if verbose and found != wanted:
            print(passage["id"], one, other, found, "not", wanted)
    add("pairing", 0, len(left), 0)
    for fact in left if verbose else ():
        print(passage["id"], "extra", fact.indicator, fact.place, fact.subject)


if __name__ == "__main__":
    for name, (right, found, wanted) in score(Path(sys.argv[1]), "-v" in sys.argv).items():
        print(f"{name:15} P {right}/{found}  R {right}/{wanted}")
