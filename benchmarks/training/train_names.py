"""Trains the tagger of names: `python benchmarks/training/train_names.py` writes `tui/shanqu/extract/names.npz`.

Needs python-crfsuite. The same passages, lists and rules give the same file.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from annotated import HERE, Passage, load
from slots import Filler, pools_of

sys.path.insert(0, str(HERE.parent))

from extraction import article_of

from shanqu.extract.document import build
from shanqu.extract.mentions import by_rules
from shanqu.extract.signs import kinds_tagged, signs
from shanqu.extract.tagger import BITS, MODEL, Model, buckets_of, save
from shanqu.extract.vocabulary import modifiers

# How often a passage is filled anew, if it is in the prose of offices and newspapers; others are taken as they are.
VARIANTS = 1
PLAIN = re.compile(r"[c-f]\d\d-")
# How many of the rules' finds the tagger does without in passages that are filled anew: on texts unseen they fail more often.
UNRULED = 0.12
# Kinds whose optional names are taught too: whether they are wanted is a matter of the text's subject, not of its words.
OPEN = ("industry", "product", "policy")
ROUNDS = 45
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
    ]
)
C1, C2 = 0.15, 0.3
Sequenced = tuple[list[list[str]], list[str]]


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
    return [
        ([list(map(str, row)) for row in rows[one.start : one.end].tolist()], labels[one.start : one.end])
        for one in doc.sentences
    ]


def train(passages: Iterable[Passage], variants: int = VARIANTS, rounds: int = ROUNDS) -> Model:
    """The model of the passages, each taken as it is and in `variants` other forms."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": rounds, "feature.minfreq": 2})
    known = list(passages)
    pools = pools_of(known)
    for number, passage in enumerate(known):
        seeds = range(variants if PLAIN.match(passage.name) else 0)
        forms = [passage, *(Filler(1000 * number + seed, pools).varied(passage) for seed in seeds)]
        for seed, form in enumerate(forms):
            for rows, labels in examples(form, random.Random(1000 * number + seed) if seed else None):
                trainer.append(rows, labels)
    for seed in range(4):
        for rows, labels in examples(Filler(seed).patterns()):
            trainer.append(rows, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/names.crfsuite"
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    return table(info)


def table(info: Any) -> Model:
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
    return Model(keys, weights, moves, buckets_of(keys))


def main(arguments: Sequence[str]) -> None:
    """Trains on the passages that are not kept aside."""
    passages = load(HERE / "names" / "passages", ASIDE)
    model = train(passages)
    save(model, Path(arguments[0]) if arguments else MODEL)


if __name__ == "__main__":
    main(sys.argv[1:])
