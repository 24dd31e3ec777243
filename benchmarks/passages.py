"""Scores extraction against the invented passages: `python benchmarks/passages.py tests/extract/passages/held.toml`.

In a file that says `complete = true` all mentions of all kinds are given, so what is found besides counts as wrong for every
kind; elsewhere only for the kinds in `ALWAYS_GIVEN`. There a passage may also have `names` (canonical names that differ from
what is printed), `optional` (what may be taken for a name or not; a longer reading of a wanted name counts as that name)
and `aside` (figures that may be taken for facts or not). A field of a fact may list readings of which each is right, names
of one measure are listed as `alike`, a count of firms or projects may tell their class in its subject, and an event stands
for a date.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extraction import KINDS, article_of, bare

from shanqu.extract import extract
from shanqu.model import NO_FIGURES, Fact, Mention

FIELDS = ("place", "indicator", "status", "hedge", "period", "scope", "period_norm", "subject")
ALWAYS_GIVEN = ("company", "person", "park", "organization", "place")


def score(path: Path, verbose: bool = False) -> dict[str, tuple[int, int, int]]:
    """For mentions of the annotated kinds and for fact fields: right, found, wanted."""
    totals: dict[str, list[int]] = {}

    def add(name: str, right: int, found: int, wanted: int) -> None:
        row = totals.setdefault(name, [0, 0, 0])
        for at, number in enumerate((right, found, wanted)):
            row[at] += number

    document = tomllib.loads(path.read_text(encoding="utf-8"))
    complete = document.get("complete", False)
    alike = {name: group for group in document.get("alike", ()) for name in group}
    for passage in document["passage"]:
        extraction = extract(article_of(passage["text"]))
        for kind in KINDS:
            wanted = {bare(name) for name in passage["mentions"].get(kind, ())}
            found = _found(passage, kind, wanted, extraction.mentions)
            judged = complete or kind in ALWAYS_GIVEN
            add(kind, len(wanted & found), len(found) if judged else len(wanted & found), len(wanted))
            if verbose and (wanted - found or (judged and found - wanted)):
                print(passage["id"], kind, "missed", sorted(wanted - found), "extra", sorted(found - wanted))
            if complete and kind != "industry":  # those are told by the list of industries
                _canonical(passage, kind, extraction.mentions, add, verbose)
        _facts(passage, extraction.facts, alike, add, verbose)
    return {name: (row[0], row[1], row[2]) for name, row in totals.items()}


def _found(passage: dict[str, Any], kind: str, wanted: set[str], mentions: Iterable[Mention]) -> set[str]:
    """The names found of a kind, without those that may be left out or taken; a longer reading stands for the wanted one."""
    optional = {bare(name) for name in passage.get("optional", ())}
    found = {bare(mention.text) for mention in mentions if mention.kind == kind}
    if kind == "place":  # places also stand inside the names of zones
        found = {
            name for name in found if name in wanted or not any(name in text for text in _names(passage))
        }
    longer = found & optional - wanted
    return found - longer | {name for name in wanted if any(name in text for text in longer)}


def _canonical(
    passage: dict[str, Any], kind: str, mentions: tuple[Mention, ...], add: Any, verbose: bool
) -> None:
    """Scores the canonical names of what was wanted and found, and for all kinds together."""
    names = passage.get("names", {})
    for text in passage["mentions"].get(kind, ()):
        found = {
            bare(mention.canonical)
            for mention in mentions
            if mention.kind == kind and bare(mention.text) == bare(text)
        }
        if found:
            right = found == {bare(names.get(text, text))}
            add(f"canonical {kind}", int(right), 1, 1)
            add("canonical", int(right), 1, 1)
            if verbose and not right:
                print(passage["id"], kind, text, "canonical", sorted(found), "not", names.get(text, text))


def _names(passage: dict[str, Any]) -> list[str]:
    return [bare(name) for names in passage["mentions"].values() for name in names]


def _facts(
    passage: dict[str, Any], facts: tuple[Any, ...], alike: dict[str, list[str]], add: Any, verbose: bool
) -> None:
    left = [fact for fact in facts if fact.kind not in ("milestone", *NO_FIGURES)]
    for row in passage["facts"]:
        text, value, units = row[0], row[1], _readings(row[2])
        hits = [fact for fact in left if text in fact.value_text or fact.value_text in text]
        hit = next(
            (fact for fact in hits if fact.value == value and fact.unit in units), next(iter(hits), None)
        )
        right = hit is not None and hit.value == value and hit.unit in units
        add("fact", int(right), int(hit is not None), 1)
        if hit is None:
            print(passage["id"], "missed", text, row[4]) if verbose else None
            continue
        left.remove(hit)
        if verbose and not right:
            print(passage["id"], text, "value", hit.value, hit.unit, "not", value, row[2])
        _fields(passage["id"], [*row[:4], _measures(row[4], hit, alike), *row[5:]], hit, add, verbose)
    left = _beside(passage, left)
    add("fact", 0, len(left), 0)
    for fact in left if verbose else ():
        print(passage["id"], "extra", fact.indicator, fact.value_text)
    _dates(passage, facts, alike, add, verbose)


def _readings(wanted: Any) -> list[Any]:
    """The readings of a field of which each is right."""
    return wanted if isinstance(wanted, list) else [wanted]


def _measures(wanted: Any, fact: Fact, alike: dict[str, list[str]]) -> list[str]:
    """The names of one measure; of 规上企业数 also 企业数 where the fact's subject is 规上企业."""
    names = _readings(wanted)
    for suffix in ("", "目标", "增速", "增速目标"):
        for name in [name.removesuffix(suffix) for name in names if name.endswith(suffix)]:
            names = [*names, *(other + suffix for other in alike.get(name, ()))]
    kinds = ("企业", "项目")
    if alike and fact.subject and fact.subject.endswith(kinds) and f"{fact.subject}数" in names:
        names = [*names, *(f"{kind}数" for kind in kinds)]
    return names


def _beside(passage: dict[str, Any], left: list[Fact]) -> list[Fact]:
    """Of the facts that nobody wanted those that are wrong: not those which may be taken for facts or not."""
    aside = passage.get("aside", ())
    return [
        fact for fact in left if not any(text in fact.value_text or fact.value_text in text for text in aside)
    ]


def _fields(name: str, row: list[Any], hit: Any, add: Any, verbose: bool) -> None:
    """Scores the fields that the row gives; those after the status are optional."""
    for field, wanted in zip(FIELDS, row[3:], strict=False):
        found = getattr(hit, field) or ""
        right = found in _readings(wanted)
        given = right or field != "place" or hit.place is not None
        add(f"fact {field}", int(right), int(given), 1)
        if field == "place":
            add("wrong place", int(given and not right), int(given), 1)
        if verbose and not right:
            print(name, row[0], field, repr(found), "not", repr(wanted))


def _dates(
    passage: dict[str, Any], facts: tuple[Any, ...], alike: dict[str, list[str]], add: Any, verbose: bool
) -> None:
    left = [fact for fact in facts if fact.kind == "milestone"]
    for text, indicator, place, status, norm in passage.get("dates", ()):
        hit = next((fact for fact in left if text in fact.value_text or fact.value_text in text), None)
        happened = next((fact for fact in facts if fact.kind == "event" and fact.period == text), None)
        if hit is None and alike and happened is not None:
            found: Any = (
                f"{happened.indicator}时间",
                happened.place or "",
                happened.status,
                happened.period_norm or "",
            )
        else:
            found = hit and (hit.indicator, hit.place or "", hit.status, hit.period_norm or "")
        right = (
            found is not None
            and found[0] in alike.get(indicator, [indicator])
            and found[1:] == (place, status, norm)
        )
        add("date", int(right), int(found is not None), 1)
        if hit is not None:
            left.remove(hit)
        if verbose and not right:
            print(passage["id"], "date", text, found, "not", (indicator, place, status, norm))
    left = _beside(passage, left)
    add("date", 0, len(left), 0)
    for fact in left if verbose else ():
        print(passage["id"], "extra date", fact.indicator, fact.value_text)


if __name__ == "__main__":
    for name, (right, found, wanted) in score(Path(sys.argv[1]), "-v" in sys.argv).items():
        print(f"{name:15} P {right}/{found}  R {right}/{wanted}")
