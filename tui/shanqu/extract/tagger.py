"""Names that no suffix gives away, by a conditional random field over characters.

The model is a table of weights, learned by `benchmarks/training/train_names.py` from passages written for it. What
it is asked for is not the best path but how likely each character belongs to a name of each kind, so that rules
and tagger can be weighed against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from shanqu.extract.signs import Numbers, kinds_tagged, signs
from shanqu.extract.span import Span
from shanqu.model import EntityKind

MODEL = Path(__file__).with_name("names.npz")
# Longer sentences are read in pieces: they would make the batch large.
_LONGEST = 160
# So many bits of a sign find its row. Of signs that share them one is known: with fewer many would be lost.
BITS = 20
# After so many steps numbers are brought back to a size that can be computed with.
_SCALED = 8
Weights: TypeAlias = npt.NDArray[np.float32]
Chances: TypeAlias = npt.NDArray[np.float64]


class Model(NamedTuple):
    """Weights of signs (`keys`, one row of `weights` each) and of label after label. Row 0 is that of unknown signs.

    Labels are: none, then beginning and inside of each kind of `kinds_tagged`.
    """

    keys: Numbers
    weights: Weights
    transitions: Weights
    buckets: npt.NDArray[np.int32]


class Likely(NamedTuple):
    """How likely a name of a kind begins (`begins`) or goes on (`inside`) at each character of a text."""

    begins: dict[EntityKind, Weights]
    inside: dict[EntityKind, Weights]


def buckets_of(keys: Numbers) -> npt.NDArray[np.int32]:
    """For each value of the low bits of a sign the row of the first key that has them."""
    table = np.zeros(1 << BITS, np.int32)
    table[keys[1:] & ((1 << BITS) - 1)] = np.arange(1, len(keys), dtype=np.int32)
    return table


@cache
def _model() -> Model:
    return load(MODEL)


def load(path: Path) -> Model:
    """The model of a file that `save` wrote."""
    with np.load(path, allow_pickle=False) as data:
        gaps = np.ascontiguousarray(data["gaps"].T).view("<u4").ravel()
        keys = np.cumsum(gaps, dtype=np.uint32)
        weights = np.zeros((len(keys), len(data["transitions"])), np.float32)
        rows = np.repeat(np.arange(len(keys)), data["counts"])
        weights[rows, data["labels"]] = data["steps"] * data["scale"]
        return Model(keys, weights, data["transitions"], buckets_of(keys))


def save(model: Model, path: Path) -> None:
    """Writes the model, its weights in steps of 1/127 of the greatest: of each row those that are not 0, and how far its
    key is from the one before, as the bytes of that number."""
    scale = np.abs(model.weights).max() / 127
    steps = np.round(model.weights / scale).astype(np.int8)
    used = steps.any(axis=1)
    used[0] = True
    steps = steps[used]
    gaps = np.diff(model.keys[used], prepend=np.uint32(0)).astype("<u4")
    rows, labels = steps.nonzero()
    np.savez_compressed(
        path,
        gaps=np.ascontiguousarray(gaps.view(np.uint8).reshape(-1, 4).T),
        counts=np.bincount(rows, minlength=len(steps)).astype(np.uint8),
        labels=labels.astype(np.uint8),
        steps=steps[rows, labels],
        transitions=model.transitions.astype(np.float32),
        scale=np.float32(scale),
    )


def likely(
    text: str, sentences: Sequence[tuple[int, int]], spans: Iterable[Span], model: Model | None = None
) -> Likely:
    """What the tagger thinks of `text`. `spans` is what the rules found in it."""
    model = model or _model()
    scores = _scores(signs(text, spans), model).astype(np.float64)
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    pieces = [piece for start, end in sentences for piece in _cut(text, start, end)]
    found = np.zeros(scores.shape, np.float32)
    for group in _batches(pieces):
        for (start, end), passed in zip(group, _forward_backward(chances, group, model), strict=True):
            found[start:end] = passed[: end - start]
    kinds = kinds_tagged()
    return Likely(
        {kind: found[:, 1 + 2 * at] for at, kind in enumerate(kinds)},
        {kind: found[:, 2 + 2 * at] for at, kind in enumerate(kinds)},
    )


def _scores(rows: Numbers, model: Model) -> Weights:
    """The sum of the weights of each character's signs."""
    columns = rows.T
    at = model.buckets.take(columns & np.uint32((1 << BITS) - 1), mode="clip")
    at *= model.keys.take(at, mode="clip") == columns
    scores = np.zeros((len(rows), model.weights.shape[1]), np.float32)
    weighed = np.empty_like(scores)
    for known in at:
        scores += model.weights.take(known, axis=0, out=weighed, mode="clip")
    return scores


def _cut(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The sentence, or its clauses where it is long."""
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + 1, start + _LONGEST) for mark in ",，;；、")
        cut = cut + 1 if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def _batches(pieces: list[tuple[int, int]]) -> Iterable[list[tuple[int, int]]]:
    """The pieces by length, so that little is computed for nothing; and no batch grows without bounds."""
    ordered = sorted(pieces, key=lambda piece: piece[1] - piece[0])
    for at in range(0, len(ordered), 64):
        yield ordered[at : at + 64]


def _forward_backward(chances: Chances, group: list[tuple[int, int]], model: Model) -> Chances:
    """For each piece, character and label how likely it is (forward-backward, scaled every few steps). `chances` is the
    same by the signs of each character alone. `group` goes by length."""
    lengths = np.array([end - start for start, end in group])
    steps, labels = int(lengths.max()), chances.shape[1]
    local = np.ones((steps, len(group), labels))
    for index, (start, end) in enumerate(group):
        local[: end - start, index] = chances[start:end]
    moves = np.exp(model.transitions.astype(np.float64))
    back = moves.T.copy()
    forward = np.empty_like(local)
    state = forward[0] = local[0] / local[0].sum(axis=1, keepdims=True)
    for at in range(1, steps):
        state = np.multiply(state @ moves, local[at], out=forward[at])
        if at % _SCALED == 0:
            state /= state.sum(axis=1, keepdims=True)
    ending = np.ones((len(group), labels))
    ended = lengths.searchsorted(np.arange(1, steps + 1), "right").tolist()
    for at in range(steps - 2, -1, -1):
        ending = (local[at + 1] * ending) @ back
        if at % _SCALED == 0:
            ending /= ending.sum(axis=1, keepdims=True)
        ending[: ended[at]] = 1.0
        forward[at] *= ending
    forward /= forward.sum(axis=2, keepdims=True)
    return forward.transpose(1, 0, 2)
