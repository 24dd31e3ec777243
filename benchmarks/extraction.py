"""Scores extraction against a folder of gold.

    PYTHONPATH=tui python benchmarks/extraction.py [DIR ...] [--peers] [-v]

The folder (default: tests/gold) holds `clean/NAME.txt` (cleaned text, one block a line), `entities.jsonl` and
`facts.jsonl`. Mentions are compared as distinct (document, kind, surface), facts by the place where their value stands.
With `--peers` names alone are scored, beside those that general taggers find (`pip install -e '.[peers]'`; those not
installed are left out); then a folder may also hold passages with their names, as `benchmarks/training/names/passages`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from shanqu.extract import extract
from shanqu.model import NO_FIGURES, Article, Block, Extraction, Page, Role

KINDS = ("place", "company", "park", "organization", "person", "project", "industry", "product", "policy")
FIELDS = ("value", "unit", "place", "indicator", "scope", "status", "kind", "attribution", "hedge", "period")


def article_of(text: str, name: str = "gold") -> Article:
    """An article whose every line is a body block."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block(at, at + len(line), Role.BODY, "gold"))
        at += len(line)
    return Article(Page(name, text, "utf-8", ""), tuple(blocks))


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score_mentions(
    found: dict[str, Extraction], gold: list[dict[str, Any]]
) -> dict[str, tuple[int, int, int, list[str], list[str]]]:
    """For each kind: hits, found, wanted, what was missed, what was found besides."""
    wanted: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in gold:
        wanted[row["type"].replace("honour/", "")].add((row["doc"], bare(row["mention"])))
    got: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for doc, extraction in found.items():
        for mention in extraction.mentions:
            got[mention.kind].add((doc, bare(mention.text)))
    return {
        kind: (
            len(got[kind] & wanted[kind]),
            len(got[kind]),
            len(wanted[kind]),
            sorted(f"{doc}:{name}" for doc, name in wanted[kind] - got[kind]),
            sorted(f"{doc}:{name}" for doc, name in got[kind] - wanted[kind]),
        )
        for kind in KINDS
    }


def bare(name: str) -> str:
    """A name without quotation marks."""
    return name.strip("《》“”").replace("“", "").replace("”", "")


def pair_facts(
    found: Extraction, text: str, gold: list[dict[str, Any]]
) -> tuple[list[tuple[dict[str, Any], Any]], list[dict[str, Any]], list[Any]]:
    """Gold facts with the found fact whose value span overlaps in the same line; the missed; the extra."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    left = [fact for fact in found.facts if fact.kind not in NO_FIGURES]
    pairs, missed = [], []
    for row in gold:
        lines = text.splitlines()
        line = lines[row["line"] - 1]
        sentence = line.find(row["sentence"][:20])
        hit = None
        for fact in sorted(left, key=lambda fact: fact.value != row["value"]):
            at = fact.start - starts[row["line"] - 1]
            if not 0 <= at < len(line) or not sentence - 1 <= at < max(sentence, 0) + len(row["sentence"]):
                continue
            if row["value_text"] in fact.value_text or fact.value_text in row["value_text"]:
                if not _same_place(row, fact, text):
                    continue
                hit = fact
                break
        if hit is None:
            missed.append(row)
        else:
            left.remove(hit)
            pairs.append((row, hit))
    return pairs, missed, left


def _same_place(row: dict[str, Any], fact: Any, text: str) -> bool:
    return row.get("at") is None or row["at"] <= fact.start < row["at"] + len(row["value_text"])


def print_scores(folder: Path, verbose: bool) -> None:
    """Prints the scores of all kinds and of the facts; `verbose`: with what was missed, extra or wrong."""
    found, texts = {}, {}
    extract(article_of("总投资1亿元的遂昌县某某科技有限公司年产10万台水泵项目开工。"))
    began = time.perf_counter()
    for path in sorted((folder / "clean").glob("*.txt")):
        texts[path.stem] = path.read_text(encoding="utf-8")
        found[path.stem] = extract(article_of(texts[path.stem]))
    took = time.perf_counter() - began
    chars = sum(map(len, texts.values()))
    print(f"{len(texts)} articles, {chars} characters, {took:.3f} s, {chars / took:,.0f} characters/s")
    for kind, (hits, got, wanted, missed, extra) in score_mentions(
        found, read_jsonl(folder / "entities.jsonl")
    ).items():
        print(
            f"{kind:14} P {hits}/{got} {hits / max(got, 1):.2f}  R {hits}/{wanted} {hits / max(wanted, 1):.2f}"
        )
        if verbose:
            print("   missed", missed, "\n   extra ", extra)
    _facts(found, texts, read_jsonl(folder / "facts.jsonl"), verbose)


def _facts(
    found: dict[str, Extraction], texts: dict[str, str], gold: list[dict[str, Any]], verbose: bool
) -> None:
    pairs, missed, extra = [], [], []
    for doc, text in texts.items():
        one = pair_facts(found[doc], text, [row for row in gold if row["doc"] == doc])
        pairs += one[0]
        missed += one[1]
        extra += one[2]
    core = [row for row in gold if row["core"]]
    core_hit = [pair for pair in pairs if pair[0]["core"]]
    print(
        f"facts          P {len(pairs)}/{len(pairs) + len(extra)}  R {len(pairs)}/{len(gold)}  core R {len(core_hit)}/{len(core)}"
    )
    for name in FIELDS:
        right = [row.get(name) == getattr(fact, name) for row, fact in core_hit]
        print(f"   {name:12} {sum(right)}/{len(right)}")
    wrong_place = [(row, fact) for row, fact in pairs if fact.place not in (None, row["place"])]
    placed = [pair for pair in pairs if pair[1].place is not None]
    print(f"   place right of those found {len(placed) - len(wrong_place)}/{len(placed)}")
    if verbose:
        for row in missed:
            print("   missed", row["id"], "core" if row["core"] else "", row["indicator"], row["value_text"])
        for fact in extra:
            print("   extra ", fact.indicator, fact.value_text, fact.sentence[:50])
        for row, fact in pairs:
            off = [
                f"{n}: {getattr(fact, n)!r}≠{row.get(n)!r}"
                for n in (*FIELDS, "subject", "period_norm")
                if row.get(n) != getattr(fact, n)
            ]
            if off:
                print("   ", row["id"], row["value_text"], "; ".join(off))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="*", default=[Path("tests/gold")], metavar="DIR")
    parser.add_argument("--peers", action="store_true", help="names alone, beside those of other programs")
    parser.add_argument("-v", "--verbose", action="store_true", help="show what was missed, extra or wrong")
    options = parser.parse_args()
    for folder in options.folders:
        if options.peers:
            from name_peers import print_table

            print_table(folder)
        else:
            print_scores(folder, options.verbose)


if __name__ == "__main__":
    main()
