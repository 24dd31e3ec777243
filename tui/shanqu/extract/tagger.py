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
_LOW = np.uint32((1 << BITS) - 1)
# After so many steps numbers are brought back to a size that can be computed with.
_SCALED = 8
# The weights of so many characters at a time are added up: those of more would not stay near to the processor.
_BLOCK = 256
Weights: TypeAlias = npt.NDArray[np.float32]
Chances: TypeAlias = npt.NDArray[np.float64]


class Learned(NamedTuple):
    """Weights of signs (`keys`, one row of `weights` each) and of label after label. Row 0 is that of unknown signs.

    Labels are: none, then beginning and inside of each kind of `kinds_tagged`.
    """

    keys: Numbers
    weights: Weights
    transitions: Weights


class Model(NamedTuple):
    """The same in the form in which it is asked. `rows` has for the low bits of a sign the number of its row below the
    sign's other bits. The rows of `steps` tell how much more each label weighs than none, in steps of `scale`: small
    whole numbers, which are added up without loss; signs that weigh the same share a row, so that all are near at hand."""

    rows: Numbers
    steps: npt.NDArray[np.int16]
    scale: float
    transitions: Weights


class Likely(NamedTuple):
    """How likely a name of a kind begins (`begins`) or goes on (`inside`) at each character of a text."""

    begins: dict[EntityKind, Weights]
    inside: dict[EntityKind, Weights]


@cache
def _model() -> Model:
    return load(MODEL)


def load(path: Path) -> Model:
    """The model of a file that `save` wrote."""
    with np.load(path, allow_pickle=False) as data:
        gaps = np.ascontiguousarray(data["gaps"].T).view("<u4").ravel()
        keys = np.cumsum(gaps, dtype=np.uint32)
        transitions, labels, steps = data["transitions"], data["labels"], data["steps"]
        counts = data["counts"].astype(np.intp)
        scale = float(data["scale"])
    weights = np.zeros((len(keys), len(transitions)), np.int16)
    weights[np.arange(len(keys)).repeat(counts), labels] = steps
    # Few rows differ from all others. The unknown sign's, in which nothing is told apart, comes first.
    told = np.concatenate([[np.uint64(0)], _spread(labels, steps).cumsum()])
    ends = counts.cumsum()
    _, first, row = np.unique(told[ends] - told[ends - counts], return_index=True, return_inverse=True)
    rows = np.zeros(1 << BITS, np.uint32)
    rows[keys[1:] & _LOW] = keys[1:] & ~_LOW | row[1:].astype(np.uint32)
    different = weights[first]
    return Model(rows, different[:, 1:] - different[:, :1], scale, transitions)


def _spread(labels: npt.NDArray[np.uint8], steps: npt.NDArray[np.int8]) -> npt.NDArray[np.uint64]:
    """For each weight a number so far from that of others that the sums of some tell which these are."""
    mixed = labels.astype(np.uint64) << np.uint64(8) | steps.view(np.uint8)
    for factor in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB):
        mixed *= np.uint64(factor)
        mixed ^= mixed >> np.uint64(31)
    return mixed


def save(learned: Learned, path: Path) -> None:
    """Writes what was learned, its weights in steps of 1/127 of the greatest: of each row those that are not 0, and how
    far its key is from the one before, as the bytes of that number."""
    scale = np.abs(learned.weights).max() / 127
    steps = np.round(learned.weights / scale).astype(np.int8)
    used = steps.any(axis=1)
    used[0] = True
    steps = steps[used]
    gaps = np.diff(learned.keys[used], prepend=np.uint32(0)).astype("<u4")
    rows, labels = steps.nonzero()
    np.savez_compressed(
        path,
        gaps=np.ascontiguousarray(gaps.view(np.uint8).reshape(-1, 4).T),
        counts=np.bincount(rows, minlength=len(steps)).astype(np.uint8),
        labels=labels.astype(np.uint8),
        steps=steps[rows, labels],
        transitions=learned.transitions.astype(np.float32),
        scale=np.float32(scale),
    )


def likely(
    text: str, sentences: Sequence[tuple[int, int]], spans: Iterable[Span], model: Model | None = None
) -> Likely:
    """What the tagger thinks of `text`. `spans` is what the rules found in it."""
    model = model or _model()
    weighed = scores(signs(text, spans), model)
    chances = np.exp(weighed - weighed.max(axis=1, keepdims=True))
    pieces = [piece for start, end in sentences for piece in _cut(text, start, end)]
    found = np.ascontiguousarray(_passed(chances, pieces, model).T, np.float32)
    kinds = kinds_tagged()
    return Likely(
        {kind: found[1 + 2 * at] for at, kind in enumerate(kinds)},
        {kind: found[2 + 2 * at] for at, kind in enumerate(kinds)},
    )


def scores(signs_of: Numbers, model: Model) -> Chances:
    """How much each label weighs at each character, a row of `signs_of`, by its signs alone; 0 for none."""
    columns = signs_of.T
    total = np.zeros((len(signs_of), len(model.transitions)))
    for start in range(0, len(total), _BLOCK):
        block = columns[:, start : start + _BLOCK]
        rows = model.rows.take(block & _LOW, mode="clip")
        rows ^= block & ~_LOW
        rows *= rows <= _LOW
        summed = model.steps.take(rows, axis=0, mode="clip").sum(axis=0, dtype=np.int16)
        np.multiply(summed, model.scale, out=total[start : start + _BLOCK, 1:])
    return total


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


def _passed(chances: Chances, pieces: list[tuple[int, int]], model: Model) -> Chances:
    """How likely each label is at each character (forward-backward); 0 outside of the pieces. `chances` is the same by
    the signs of each character alone."""
    moves = np.exp(model.transitions.astype(np.float64))
    # One row more, for what is beyond the end of a piece that is shorter than others.
    local = np.concatenate([chances, np.ones((1, len(moves)))])
    forward, backward = np.zeros_like(local), np.zeros_like(local)
    for group in _batches(pieces):
        there = _places(group, len(chances))
        arrived = _arrived(local.take(there, axis=0), moves)
        forward[there[..., 0]], backward[there[..., 1]] = arrived[..., 0, :], arrived[..., 1, :]
    local *= forward
    local *= backward
    total = local.sum(axis=1, keepdims=True)
    np.divide(local, total, out=local, where=total > 0)
    return local[:-1]


def _places(group: list[tuple[int, int]], beyond: int) -> npt.NDArray[np.intp]:
    """By step, piece of the group and direction which character is read: from left to right, from right to left."""
    spans = np.array(group)
    starts, ends = spans[:, 0], spans[:, 1]
    steps = np.arange((ends - starts).max())[:, None]
    there = np.stack([starts + steps, ends - 1 - steps], axis=-1)
    return np.where((steps < ends - starts)[..., None], there, beyond)


def _arrived(local: Chances, moves: Chances) -> Chances:
    """How likely each label is at each step by all steps before: of all pieces in both directions at once, as one product
    with the moves of both, for on tables so small each call costs more than what it reckons. Scaled every few steps."""
    steps, pieces, ways, labels = local.shape
    both = np.zeros((ways * labels, ways * labels))
    both[:labels, :labels], both[labels:, labels:] = moves, moves.T
    arrived = np.ones_like(local)
    rows, own = (array.reshape(steps, pieces, ways * labels) for array in (arrived, local))
    state = np.empty_like(local[0])
    flat = state.reshape(rows[0].shape)
    for at in range(1, steps):
        np.multiply(rows[at - 1], own[at - 1], out=flat)
        if at % _SCALED == 0:
            state /= state.sum(axis=-1, keepdims=True)
        flat.dot(both, rows[at])
    return arrived
