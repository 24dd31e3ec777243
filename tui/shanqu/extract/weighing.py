"""Rules and tagger in one: what a sure rule found stands, an unsure one needs the tagger's support, and the tagger adds
the names that no rule has found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import frequency
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.tagger import Likely
from shanqu.extract.vocabulary import any_of
from shanqu.gazetteer.terms import words
from shanqu.model import EntityKind

TAGGED = "tagger"
# From what likelihood on the tagger adds a name of a kind. Of other kinds it finds nothing that rules do not find better.
_ADDED: dict[EntityKind, float] = {"company": 0.75, "organization": 0.7, "person": 0.6, "project": 0.8}
# What likelihood a rule's find needs where its way of finding is not sure by itself.
_NEEDED: dict[tuple[str, str], float] = {
    ("company", "list"): 0.05,
    ("company", "short form"): 0.3,
    ("company", "role"): 0.3,
    ("person", "verb or title after"): 0.1,
    ("person", "told"): 0.1,
    ("person", "is"): 0.1,
    ("person", "list"): 0.1,
    ("project", "suffix"): 0.05,
    ("project", "building"): 0.05,
}
# A word that the dictionary has seen so often is no firm's name, unless the tagger is sure.
_COMMON = 50
_CERTAIN = 0.97
_POINTING = "他她它我你这那"
# From what likelihood on the tagger may move the left edge of a name that both end at the same place.
_MOVES = 0.8
_GOES_ON = 0.5


def weigh(text: str, ruled: Iterable[Span], chances: Likely) -> list[Span]:
    """The spans that stand, in no order. `ruled` is what the rules found, places too."""
    tagged = sorted(_tagged(text, chances), key=lambda found: -found[1])
    wider = [span for span, chance in tagged if chance >= _ADDED[span.kind]]
    kept = [
        _edged(span, tagged, text)
        for span in ruled
        if _stands(span, chances) and not any(_holds(other, span) for other in wider)
    ]
    taken = {at for span in kept if span.kind != "place" for at in range(span.start, span.end)}
    added: list[Span] = []
    for span, chance in tagged:
        if chance < _ADDED[span.kind] or _ordinary(span, chance, text):
            continue
        if taken.isdisjoint(range(span.start, span.end)):
            added.append(span)
            taken.update(range(span.start, span.end))
    loose = [span for span in kept if (span.kind, span.how) in _NEEDED and span.kind == "company"]
    added += _again(text, [*added, *loose], taken)
    firm = [span for span in kept if span not in loose]
    return firm + [_denoting(span, firm) for span in (*loose, *added)]


def _holds(outer: Span, inner: Span) -> bool:
    """Whether one name is but part of a longer one of its kind."""
    if outer.kind != inner.kind or outer.kind not in ("company", "organization"):
        return False
    return outer.start <= inner.start and inner.end <= outer.end and outer.length > inner.length


def _stands(span: Span, chances: Likely) -> bool:
    """Whether a rule's find is believed."""
    needed = _NEEDED.get((span.kind, span.how))
    if needed is None:
        return True
    likely = float(chances.begins[span.kind][span.start]) + float(
        chances.inside[span.kind][span.start + 1 : span.end].sum()
    )
    return likely / span.length >= needed


def _ordinary(span: Span, chance: float, text: str) -> bool:
    """Whether a firm's name would be nothing but ordinary words or a place."""
    if span.kind != "company":
        return False
    name = text[span.start : span.end]
    common = all((len(piece) > 1 and frequency(piece) >= _COMMON) or piece == "化" for piece in pieces(name))
    return (
        name in place_scanner().entries
        or (common and chance < _CERTAIN)
        or name.endswith(("率", "化"))
        or name[0] in _POINTING
    )


def _tagged(text: str, chances: Likely) -> Iterator[tuple[Span, float]]:
    """The tagger's names with how likely they are, from half of what is needed on."""
    for kind in _ADDED:
        begins = chances.begins[kind]
        inside = chances.inside[kind]
        for start in (begins >= _ADDED[kind] / 2).nonzero()[0].tolist():
            end = start + 1
            while end < len(text) and inside[end] >= _GOES_ON:
                end += 1
            if end - start > 1:
                chance = min(float(begins[start]), float(inside[start + 1 : end].min()))
                yield Span(kind, start, end, _plain(text[start:end]), None, TAGGED), chance


def _plain(name: str) -> str:
    return re.sub("[“”‘’《》]", "", name)


def _edged(span: Span, tagged: Sequence[tuple[Span, float]], text: str) -> Span:
    """The firm with the left edge that the tagger is sure of."""
    if span.kind != "company" or span.how != "legal form":
        return span
    for other, chance in tagged:
        if other.kind == span.kind and other.end == span.end and chance >= _MOVES:
            return replace(span, start=other.start, canonical=_plain(text[other.start : span.end]))
    return span


def _again(text: str, added: list[Span], taken: set[int]) -> list[Span]:
    """The other places where the text says a firm or person that was added."""
    names = {text[span.start : span.end]: span for span in added if span.kind in ("company", "person")}
    names = {name: span for name, span in names.items() if len(name) > 2 or frequency(name) < 20}
    found: list[Span] = []
    for match in re.finditer(any_of(names), text) if names else ():
        if taken.isdisjoint(range(*match.span())):
            found.append(replace(names[match.group()], start=match.start(), end=match.end()))
            taken.update(range(*match.span()))
    return found


def _denoting(span: Span, kept: Iterable[Span]) -> Span:
    """The firm by its full name, where the text gives one that holds the short one."""
    if span.kind != "company":
        return span
    bare = span.canonical
    for tail in sorted(words("companies", "tails"), key=len):
        bare = bare.removesuffix(tail) if len(bare) > len(tail) + 1 else bare
    full = {other.canonical for other in kept if other.kind == "company" and bare in other.canonical}
    return replace(span, canonical=full.pop()) if len(full) == 1 else span
