"""Scores extraction against a folder of gold.

    PYTHONPATH=tui python benchmarks/extraction.py [DIR ...] [--peers] [-v]

The folder (default: tests/gold) holds `clean/NAME.txt` (cleaned text, one block a line), `entities.jsonl` and
`facts.jsonl`. Mentions are compared as distinct (document, kind, surface), facts by the place where their value stands.
Before the scores stand loading (an invented article, with all that is read for it; then the memory in use) and speed:
articles of 2,000 characters per second of processor time, when each article is read for the first time (what only
some articles need is loaded then) and when all are read again.
With `--peers` names alone are scored, beside those that general taggers find (`pip install -e '.[peers]'`; those not
installed are left out); then a folder may also hold passages with their names, as `benchmarks/training/names/passages`.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from shanqu.extract import extract
from shanqu.model import NO_FIGURES, Article, Block, Extraction, Page, Role

KINDS = ("place", "company", "park", "organization", "person", "project", "industry", "product", "policy")
FIELDS = ("value", "unit", "place", "indicator", "scope", "status", "kind", "attribution", "hedge", "period")

# Characters of an article of usual length.
_TYPICAL = 2000
_SAMPLE = """云溪县开发区签约12个项目
本报讯(记者 林一舟)3月5日,总投资10.5亿元的遂昌县澜泽水泵有限公司年产10万台水泵项目在云溪经济开发区开工。
2023年,全县实现地区生产总值156.3亿元,同比增长6.2%,增速居全市第二;规上工业增加值占比达到38%。
该公司董事长陈远帆说,厂房占地120亩,达产后年产值可超20亿元,带动就业500余人,计划明年6月投产。
遂昌与上虞结对共建“飞地”,依托浙江大学先进材料研究院发展高端装备、生物医药等产业,力争到2025年培育规上企业40家。
"""


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
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "clean").glob("*.txt"))}
    found, first = _timed(texts)
    _, again = _timed(texts)
    chars = sum(map(len, texts.values()))
    rates = [f"{chars / _TYPICAL / took:.1f}" for took in (first, again)]
    print(f"{len(texts)} articles, {chars} characters: {rates[0]} articles/s at first, {rates[1]} again")
    for kind, (hits, got, wanted, missed, extra) in score_mentions(
        found, read_jsonl(folder / "entities.jsonl")
    ).items():
        print(
            f"{kind:14} P {hits}/{got} {hits / max(got, 1):.2f}  R {hits}/{wanted} {hits / max(wanted, 1):.2f}"
        )
        if verbose:
            print("   missed", missed, "\n   extra ", extra)
    _facts(found, texts, read_jsonl(folder / "facts.jsonl"), verbose)


def print_loading() -> None:
    """Prints how long loading takes, by the processor's time, and the most memory that it has needed."""
    began = time.process_time()
    extract(article_of(_SAMPLE))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"loading {time.process_time() - began:.2f} s, {memory} MB")


def _timed(texts: dict[str, str]) -> tuple[dict[str, Extraction], float]:
    """What is found in the texts, and the processor's time for that."""
    articles = {name: article_of(text) for name, text in texts.items()}
    began = time.process_time()
    found = {name: extract(article) for name, article in articles.items()}
    return found, time.process_time() - began


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
    if not options.peers:
        print_loading()
    for folder in options.folders:
        if options.peers:
            from name_peers import print_table

            print_table(folder)
        else:
            print_scores(folder, options.verbose)


if __name__ == "__main__":
    main()
