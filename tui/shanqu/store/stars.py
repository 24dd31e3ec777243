"""Which of some texts are one text: groups around a longest copy, never chains.

Of three texts that a single linkage would join, two long ones and a brief that both hold, two are independent. So a
text is compared with the centres of groups alone, the longest texts first:

- it is the same text as a centre if most of what either of them has is in both;
- else it is a part of the text of which some copy holds most of it; of one that is a part of another one itself only
  if that holds nearly all of it;
- else it is a text of its own, and a centre.

What comes out follows from the texts, not from the order in which they are given. Texts with the figures of others
are made from one template: they are neither copies nor parts, however many words they share.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from math import sqrt
from typing import NamedTuple

from shanqu.text.sketches import MODULUS, containment, is_whole, sampled

# The least share of the shorter text that is in the longer one, and of both in one another.
CONTAINMENT = 0.6
_RESEMBLANCE = 0.6
# A text that another holds so much of goes with it wherever that belongs.
_WHOLLY = 0.8
# The share that a handful of hashes have in common says little.
FEWEST_HASHES = 8
# Of a sample so much more, over the root of its size, must be shared: the standard error of the share.
_MARGIN = 0.5
# Of few figures one may be in both by chance, so none must be.
_FEW_FIGURES, _FEWEST_FIGURES = 6, 3
_SAME_FIGURES = 1 / 3
# Of the copies of a text so many are compared with others, the longest ones: one that nobody changed is among them.
_COMPARED = 4
_MOST_KNOWN = 400


class Sketched:
    """A text by its hashes and by those of its figures (see `text.sketches`); `digest` tells it from all others."""

    def __init__(self, digest: int, hashes: frozenset[int], figures: frozenset[int]) -> None:
        self.digest, self.hashes, self.figures = digest, hashes, figures

    @cached_property
    def whole(self) -> bool:
        """Whether all hashes of the text are there rather than a sample."""
        return is_whole(self.hashes)

    @cached_property
    def sampled(self) -> int:
        """How many hashes are left where it is compared with a sample."""
        return len(sampled(self.hashes))

    @property
    def rank(self) -> tuple[int, int]:
        """The longest texts come first."""
        return -len(self.hashes) * (1 if self.whole else MODULUS), self.digest


class Shared(NamedTuple):
    """What two texts have in common: the share of the shorter one, and of both together."""

    containment: float
    resemblance: float

    @property
    def same(self) -> bool:
        """Whether both are the same text."""
        return self.resemblance >= _RESEMBLANCE

    @property
    def order(self) -> tuple[float, float]:
        """A text is a part of the one that holds most of it; of those that hold as much, of the one most like it."""
        return round(self.containment, 1), self.resemblance


def shared(one: Sketched, other: Sketched, number: int | None = None) -> Shared | None:
    """What two texts share, None where neither is a copy or part of the other; `number` hashes are in both."""
    if number is None:
        number = len(one.hashes & other.hashes)
    alike = one.whole == other.whole
    sizes = (len(one.hashes), len(other.hashes)) if alike else (one.sampled, other.sampled)
    smaller = min(sizes)
    if smaller < FEWEST_HASHES:
        return None
    share = number / smaller
    least = CONTAINMENT + (0 if one.whole and other.whole else _MARGIN / sqrt(smaller))
    if share < least or _other_figures(one.figures, other.figures):
        return None
    return Shared(share, number / (sum(sizes) - number))


def _other_figures(one: frozenset[int], other: frozenset[int]) -> bool:
    number = min(len(one), len(other))
    if number < _FEW_FIGURES:
        return number >= _FEWEST_FIGURES and one.isdisjoint(other)
    return containment(one, other) < _SAME_FIGURES


def groups(texts: Iterable[Sketched]) -> list[list[Sketched]] | None:
    """The texts, which have different digests, in groups that are one text each, the longest of a group first.

    None where so many are different, and share words nonetheless, that it would take seconds: pages of one template.
    """
    stars = _Stars()
    for text in sorted(texts, key=lambda text: text.rank):
        stars.put(text)
        if len(stars.known) > _MOST_KNOWN:
            return None
    return list(stars.groups.values())


class _Stars:
    """The groups as they grow, by their centres.

    `known` are the texts that others are compared with, and of which one they are copies: the longest, by its number.
    """

    def __init__(self) -> None:
        self.known: list[tuple[Sketched, int]] = []
        self._having: defaultdict[int, list[int]] = defaultdict(list)
        self._copies: Counter[int] = Counter()
        # The centre of the group that the copies of a text are in, by numbers as well.
        self._centre: dict[int, int] = {}
        self.groups: dict[int, list[Sketched]] = {}

    def put(self, text: Sketched) -> None:
        """Take in a text that is not longer than those before it."""
        found = self._alike(text)
        same = [one for one in found if found[one].same and self.known[one][1] == one]
        parts = [one for one in found if found[one].containment >= _WHOLLY or self._is_centre(one)]
        nearest = max(same or parts, key=lambda one: (found[one].order, -one), default=None)
        copy_of = len(self.known)
        if same and nearest is not None:
            copy_of = nearest
        else:
            self._centre[copy_of] = copy_of if nearest is None else self._centre[self.known[nearest][1]]
        self.groups.setdefault(self._centre[copy_of], []).append(text)
        if self._copies[copy_of] < _COMPARED:
            self._copies[copy_of] += 1
            for value in text.hashes:
                self._having[value].append(len(self.known))
            self.known.append((text, copy_of))

    def _is_centre(self, number: int) -> bool:
        copy_of = self.known[number][1]
        return self._centre[copy_of] == copy_of

    def _alike(self, text: Sketched) -> dict[int, Shared]:
        numbers: Counter[int] = Counter()
        for value in text.hashes:
            if value in self._having:
                numbers.update(self._having[value])
        found: dict[int, Shared] = {}
        for one, number in numbers.items():
            other = self.known[one][0]
            if number >= CONTAINMENT * min(text.sampled, other.sampled) and (
                alike := shared(text, other, number)
            ):
                found[one] = alike
        return found
