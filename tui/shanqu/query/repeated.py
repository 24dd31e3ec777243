"""Sentences that the copies of a text repeat, each of them once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from shanqu.query.matrix_shapes import Ref
from shanqu.query.passages import Passages
from shanqu.store import Reader, lookup
from shanqu.store.heads import heads
from shanqu.text.fold import fold

Place = tuple[int, int, int]
"""Where a sentence is opened: its article, its start in the page, and the place in it."""


class Once(NamedTuple):
    """Sentences without those that a better copy of the same text has; `copies` has these by the place of that one."""

    sentences: Passages
    copies: Mapping[Place, Passages]


def once(reader: Reader, found: Passages) -> Once:
    """Each sentence as the best copy that holds it has it, in its place; what a copy says in other words stays."""
    refs: dict[int, list[Ref]] = {}
    for ref in found.refs:
        refs.setdefault(ref.article, []).append(ref)
    left_out: set[Ref] = set()
    copies: dict[Place, Passages] = {}
    for group in lookup.copies_among(reader, refs):
        held = [id for id in group if id in refs]
        if len(held) > 1:
            for first, *others in alike(reader, [ref for id in held for ref in refs[id]]):
                if others:
                    copies[first.article, first.sentence, first.start] = found.among(others)
                    left_out.update(others)
    return Once(found.among(ref for ref in found.refs if ref not in left_out), copies)


def alike(reader: Reader, refs: list[Ref]) -> list[list[Ref]]:
    """Those that lead to the same words in the same sentence of several articles together, in the order given."""
    pages = {id: head.page for id, head in heads(reader, {ref.article for ref in refs}).items()}
    alike: dict[tuple[str, int, int], list[Ref]] = {}
    # A page may say the same twice: the second time goes with the second time in a copy.
    times: Counter[tuple[int, str, int]] = Counter()
    for ref in refs:
        if ref.article in pages:
            page = pages[ref.article]
            words = _squeezed(page[ref.sentence : ref.sentence_end])
            at = len(_squeezed(page[ref.sentence : ref.start]))
            times[ref.article, words, at] += 1
            alike.setdefault((words, at, times[ref.article, words, at]), []).append(ref)
    return list(alike.values())


def _squeezed(text: str) -> str:
    """What copies have in common of a text: without spaces, half width, simplified, swaps of reposters undone."""
    return "".join(fold(text).split())
