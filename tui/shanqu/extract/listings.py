"""What a list tells of its items: names that stand side by side are of one kind, and vouch for one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.ordinary import Tagged, limits
from shanqu.extract.persons import is_name_shape
from shanqu.extract.segment import frequency, ordinary_words
from shanqu.extract.span import Span
from shanqu.gazetteer.terms import titles
from shanqu.model import EntityKind

# So many characters most people's names have.
_NAME = 3
# What joins the names of a list.
_JOINING = "、和及与"
# Lists of which may be mistaken for one another: firms are called like people.
_ALIKE: tuple[EntityKind, ...] = ("company", "person")
_ITEM = re.compile("[一-龥A-Za-z0-9]{2,8}")
_BEHIND = re.compile("、([一-龥]{3})(?=[、,，。;；等])")
_BEFORE = re.compile("(?<![一-龥])([一-龥]{3})、$")
# So many names vouch for one another if one of them is at least so likely, and an item of another kind may be so likely.
_ENOUGH, _LIKELY, _DOUBTFUL = 3, 0.5, 0.9


def beside(text: str, weak: Sequence[Span], sure: Sequence[Span]) -> Iterator[Span]:
    """Those of the less likely names that stand in a list beside a name of their kind."""
    starts = {(span.kind, span.start) for span in sure}
    ends = {(span.kind, span.end) for span in sure}
    left = sorted(weak, key=lambda span: span.start)
    for span in [*left, *reversed(left)]:
        behind = text[max(0, span.start - 1)] in _JOINING and (span.kind, span.start - 1) in ends
        before = text[span.end : span.end + 1] in tuple(_JOINING) and (span.kind, span.end + 1) in starts
        if behind or before:
            starts.add((span.kind, span.start))
            ends.add((span.kind, span.end))
            yield span


def agreed(text: str, found: Sequence[Tagged]) -> list[Tagged]:
    """The tagger's finds, likeliest first, those of a list of firms or of people as what most of the list is: 步阳、王力、群升
    are firms, though 王力 by itself is a person, and of three that are none too likely each is taken for one."""
    raised = {one: vouched for run in _runs(text, found) for one, vouched in _vouched(run)}
    raised |= dict(_people(text, found))
    return sorted((raised.get(one, one) for one in found), key=lambda one: -one[1])


def _people(text: str, found: Sequence[Tagged]) -> Iterator[tuple[Tagged, Tagged]]:
    """Firms of the tagger that are called like people, beside a person in a list or behind what somebody is: 总经理的|卜某某."""
    ends = {span.end for span, _ in found if span.kind == "person"}
    for one in found:
        span, chance = one
        if (
            span.kind == "company"
            and span.length == _NAME
            and chance < _DOUBTFUL
            and is_name_shape(span.canonical)
        ):
            behind = text.startswith("、", span.start - 1) and span.start - 1 in ends
            if behind or text.endswith(titles(), 0, span.start - text.endswith("的", 0, span.start)):
                yield one, (replace(span, kind="person"), chance)


def _runs(text: str, found: Sequence[Tagged]) -> Iterator[list[Tagged]]:
    """The lists of firms and people, item by item."""
    starts: dict[int, Tagged] = {}
    for one in found:
        if one[0].kind in _ALIKE:
            starts.setdefault(one[0].start, one)
    behind = {one[0].end + 1 for one in starts.values() if text.startswith("、", one[0].end)}
    for start in sorted(starts):
        run = [starts[start]]
        while start not in behind and text.startswith("、", run[-1][0].end):
            following = starts.get(run[-1][0].end + 1)
            if following is None:
                break
            run.append(following)
        if len(run) >= _ENOUGH:
            yield run


def _vouched(run: Sequence[Tagged]) -> Iterator[tuple[Tagged, Tagged]]:
    """The items of a list that are not sure by themselves, each with what the list makes of it."""
    sums = {kind: sum(chance for span, chance in run if span.kind == kind) for kind in _ALIKE}
    kind = "person" if _like_people(run) else max(sums, key=sums.__getitem__)
    ours = [chance for span, chance in run if span.kind == kind]
    if not _like_people(run) and (len(ours) < _ENOUGH or max(ours) < _LIKELY):
        return
    for one in run:
        span, chance = one
        if chance < (_DOUBTFUL if span.kind != kind else limits("added")[kind]):
            yield one, (replace(span, kind=kind), max(chance, limits("added")[kind]))


def _like_people(run: Sequence[Tagged]) -> bool:
    """Whether all items of a long list are called like people."""
    return len(run) > _ENOUGH and all(
        span.length <= _NAME
        and is_name_shape(span.canonical)
        and span.canonical not in name_scanner().entries
        for span, _ in run
    )


def people_beside(text: str, people: Iterable[Span]) -> Iterator[Span]:
    """The items of a list beside one of the people that are called like one: 于某、|吴爱民."""
    people = [span for span in people if span.kind == "person"]
    spots = [_BEHIND.match(text, span.end) for span in people]
    spots += [_BEFORE.search(text, max(0, span.start - _NAME - 2), span.start) for span in people]
    for spot in spots:
        name = spot[1] if spot else ""
        if spot and is_name_shape(name) and not frequency(name) and name not in place_scanner().entries:
            yield Span("person", spot.start(1), spot.end(1), name, None, "beside")


def between(text: str, firms: Iterable[Span]) -> Iterator[Span]:
    """The items of a list between two of the firms that are neither ordinary words nor known as something else."""
    firms = [span for span in firms if span.kind == "company"]
    ends = {span.end for span in firms if text.startswith("、", span.end)}
    starts = sorted(span.start for span in firms if text.endswith("、", 0, span.start))
    for start in starts:
        low = max((end for end in ends if end < start), default=start)
        name = text[low + 1 : start - 1]
        known = name_scanner().entries.get(name) or place_scanner().entries.get(name)
        if _ITEM.fullmatch(name) and known is None and not ordinary_words(name):
            yield Span("company", low + 1, start - 1, name, None, "between")
