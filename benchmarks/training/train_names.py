"""Trains the tagger of names on all passages: `python benchmarks/training/train_names.py` writes
`tui/shanqu/extract/names.npz`. With `--aside FILE` it leaves out the passages that are kept to measure it, and writes
the model to that file.

Needs python-crfsuite. The same passages, lists and rules give the same file.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from annotated import HERE, Passage, load
from slots import Filler, pools_of

sys.path.insert(0, str(HERE.parent))

from extraction import article_of

from shanqu.extract.document import build
from shanqu.extract.mentions import by_rules
from shanqu.extract.signs import Numbers, kinds_tagged, signs
from shanqu.extract.tagger import BITS, MODEL, Learned, save
from shanqu.extract.vocabulary import modifiers

# How often a passage is filled anew.
VARIANTS = 1
# How many of the rules' finds the tagger does without in passages that are filled anew: on texts unseen they fail more often.
UNRULED = 0.12
# Kinds whose optional names are taught too: whether they are wanted is a matter of the text's subject, not of its words.
OPEN = ("industry", "product", "policy")
ROUNDS = 40
# Files of passages that are kept aside, to measure names on what the tagger has not seen.
ASIDE = frozenset(
    [
        "a05",
        "a10",
        "b03",
        "b07",
        "c03",
        "c07",
        "d03",
        "d07",
        "d11",
        "d15",
        "e03",
        "e07",
        "e11",
        "f03",
        "f07",
        "f11",
        "f15",
        "g01",
    ]
)
C1, C2 = 0.15, 0.3
# Signs that stand at fewer characters teach nothing.
SEEN = 2
Sequenced = tuple[Numbers, list[str]]


def examples(passage: Passage, dice: random.Random | None = None) -> list[Sequenced]:
    """The sentences of a passage: signs and label of each character. With `dice` some finds of the rules are left out."""
    doc = build(article_of(passage.text))
    ruled = [span for span in by_rules(doc) if dice is None or dice.random() >= UNRULED]
    rows = signs(doc.text, ruled)
    labels = ["0"] * len(doc.text)
    kinds = kinds_tagged()
    common = modifiers("weighing", "generic")
    open_ones = (one for one in passage.optional if one[2] in OPEN)
    taught = [*passage.sure, *(one for one in open_ones if not common.covers(passage.text[slice(*one[:2])]))]
    for start, end, kind in taught:
        if kind in kinds:
            first = 1 + 2 * kinds.index(kind)
            labels[start:end] = [str(first), *[str(first + 1)] * (end - start - 1)]
    return [(rows[one.start : one.end], labels[one.start : one.end]) for one in doc.sentences]


def train(passages: Iterable[Passage], variants: int = VARIANTS, rounds: int = ROUNDS) -> Learned:
    """The model of the passages, each taken as it is and in `variants` other forms."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": rounds, "feature.minfreq": SEEN})
    sequences = list(_sequences(list(passages), variants))
    signs_seen, times = np.unique(np.concatenate([rows for rows, _ in sequences]), return_counts=True)
    common = set(signs_seen[times >= SEEN].tolist())
    for rows, labels in sequences:
        trainer.append([[str(sign) for sign in row if sign in common] for row in rows.tolist()], labels)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/names.crfsuite"
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    return table(info)


def _sequences(known: Sequence[Passage], variants: int) -> Iterator[Sequenced]:
    """The sentences of the passages and of their variants, and the sentences with slots filled four times."""
    pools = pools_of(known)
    for number, passage in enumerate(known):
        forms = [passage, *(Filler(1000 * number + seed, pools).varied(passage) for seed in range(variants))]
        for seed, form in enumerate(forms):
            yield from examples(form, random.Random(1000 * number + seed) if seed else None)
    for seed in range(4):
        yield from examples(Filler(seed).patterns())


def table(info: Any) -> Learned:
    """The weights as arrays."""
    labels = 1 + 2 * len(kinds_tagged())
    by_key: dict[int, dict[int, float]] = {}
    for (key, label), weight in info.state_features.items():
        by_key.setdefault(int(key), {})[int(label)] = weight
    ranked = sorted(by_key.items(), key=lambda item: max(map(abs, item[1].values())))
    # Of keys that share their low bits the weightiest.
    low = {key & (1 << BITS) - 1: key for key, _ in ranked}
    kept = [0, *sorted(low.values())]
    weights = np.zeros((len(kept), labels), np.float32)
    for row, key in enumerate(kept[1:], 1):
        for label, weight in by_key[key].items():
            weights[row, label] = weight
    moves = np.zeros((labels, labels), np.float32)
    for label in range(2, labels, 2):
        moves[:, label] = -20
        moves[label - 1, label] = moves[label, label] = 0
    for (before, after), weight in info.transitions.items():
        moves[int(before), int(after)] = weight
    keys = np.array(kept, np.uint32)
    return Learned(keys, weights, moves)


def main() -> None:
    """Trains on all passages, or without those that are kept aside."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument(
        "--aside", type=Path, metavar="FILE", help="leave the passages out that are kept to measure"
    )
    options = parser.parse_args()
    passages = load(HERE / "names" / "passages", ASIDE if options.aside else ())
    save(train(passages), options.aside or MODEL)


if __name__ == "__main__":
    main()
