"""Rules and tagger in one: a rule's find needs the tagger's support as far as its way of finding is unsure, of two
that overlap the likelier stands, and the tagger adds the names that no rule has found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from shanqu.extract.bodies import park_span
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import frequency
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.tagger import Likely
from shanqu.extract.vocabulary import lexicon, modifiers, runs_of
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import table, words

TAGGED = "tagger"
# A word that the dictionary has seen so often is no firm's name, unless the tagger is sure.
_COMMON = 50
_CERTAIN = 0.97
_POINTING = "他她它我你这那"
# Ways of finding whose edges are those of a list or of the text itself.
# Marks that stand in no name.
_TORN = re.compile("[—、,，。;；:：!！?？]")
_BRACKETS = re.compile(r"[(（]([一-龥]{2,8})[)）]")
_EXACT = ("zones", "alias", "aliases", "title marks", "defined")
Tagged = tuple[Span, float]


@once
def _limits(name: str) -> dict[str, float]:
    return {key: float(value) for key, value in table("weighing", name).items()}


def weigh(text: str, ruled: Iterable[Span], chances: Likely) -> list[Span]:
    """The spans that stand, in no order. `ruled` is what the rules found, places too."""
    found = sorted(_tagged(text, chances), key=lambda one: -one[1])
    tagged = [one for one in found if one[1] >= _limits("added")[one[0].kind] and not _ordinary(*one, text)]
    over = _Overlaps(tagged)
    kept = [span for span in ruled if span.kind == "place" or _stands(span, chances, over)]
    taken = {at for span in kept if span.kind != "place" for at in range(span.start, span.end)}
    added: list[Span] = []
    for span, _ in tagged:
        if taken.isdisjoint(range(span.start, span.end)):
            added.append(span)
            taken.update(range(span.start, span.end))
    loose = [span for span in kept if span.kind == "company" and f"company {span.how}" in _limits("needed")]
    added += _again(text, [*added, *loose], taken)
    firm = [span for span in kept if span not in loose]
    named = firm + [_denoting(span, firm) for span in (*loose, *added)]
    return [_branch(span, text) for span in named]


class _Overlaps:
    """The tagger's names by the characters that they cover."""

    def __init__(self, tagged: Sequence[Tagged]) -> None:
        self._at: dict[int, Tagged] = {}
        for one in tagged:
            for at in range(one[0].start, one[0].end):
                self._at.setdefault(at, one)

    def of(self, span: Span) -> Tagged | None:
        """The likeliest that shares a character with `span`."""
        rivals = [self._at[at] for at in range(span.start, span.end) if at in self._at]
        return max(rivals, key=lambda one: one[1], default=None)


def _stands(span: Span, chances: Likely, over: _Overlaps) -> bool:
    """Whether a rule's find is believed."""
    support = _support(span, chances)
    needed = _limits("needed")
    if support < needed.get(f"{span.kind} {span.how}", needed[span.kind]):
        return False
    rival = over.of(span)
    if rival is None or span.how in _EXACT:
        return True
    other, chance = rival
    same = (other.kind, other.start, other.end) == (span.kind, span.start, span.end)
    return same or chance < _limits("moves")[other.kind] or chance <= _whole(span, chances)


def _support(span: Span, chances: Likely) -> float:
    """How likely the characters of a span are a name of its kind, on the average."""
    inside = float(chances.inside[span.kind][span.start + 1 : span.end].sum())
    return (float(chances.begins[span.kind][span.start]) + inside) / span.length


def _whole(span: Span, chances: Likely) -> float:
    """How likely a name of the span's kind begins where it does and reaches just as far."""
    inside = chances.inside[span.kind]
    beyond = float(inside[span.end]) if span.end < len(inside) else 0.0
    reach = float(inside[span.start + 1 : span.end].min()) if span.length > 1 else 1.0
    return min(float(chances.begins[span.kind][span.start]), reach, 1.0 - beyond)


def _ordinary(span: Span, chance: float, text: str) -> bool:
    """Whether a name would be nothing but a place or words that many have: a firm's those of a trade or goods."""
    name = text[span.start : span.end]
    own = name[_place_before(name) :]
    if not own or modifiers("weighing", "generic").covers(own) or _TORN.search(name):
        return True
    if name.startswith(words("weighing", "leads")):
        return True
    if span.kind == "person":
        return frequency(name) >= _COMMON and chance < _CERTAIN
    if span.kind in ("organization", "park"):
        return chance < _CERTAIN and lexicon("bodies", span.kind, "endings").ends(name) == len(name)
    if span.kind == "project":
        core = own.removesuffix("项目").removesuffix("工程")
        classed = modifiers("projects", "generic").covers(core) or own.startswith(
            words("projects", "governing")
        )
        return classed or name.endswith(words("projects", "not_heads"))
    if span.kind != "company":
        return False
    entry = name_scanner().entries.get(own)
    traded = entry is not None and entry.kind in ("industry", "product")
    common = all((len(piece) > 1 and frequency(piece) >= _COMMON) or piece == "化" for piece in pieces(name))
    return (
        (common and chance < _CERTAIN)
        or traded
        or name.endswith(words("weighing", "not_firms"))
        or name[0] in _POINTING
    )


def _place_before(name: str) -> int:
    """Where the place ends that leads a name; 0 if none does."""
    entries = place_scanner().entries
    return next((length for length in range(min(9, len(name)), 1, -1) if name[:length] in entries), 0)


def _branch(span: Span, text: str) -> Span:
    """The firm with the place in brackets that tells it from its sisters: 某某新材（衢江）."""
    match = _BRACKETS.match(text, span.end) if span.kind == "company" else None
    if match is None or match[1] not in place_scanner().entries:
        return span
    whole = _plain(text[span.start : match.end()])
    short = span.canonical == _plain(text[span.start : span.end])
    return replace(span, end=match.end(), canonical=whole if short else span.canonical)


def _tagged(text: str, chances: Likely) -> Iterator[Tagged]:
    """The tagger's names with how likely they are, from half of what is needed on."""
    for kind, begins in chances.begins.items():
        inside = chances.inside[kind]
        goes_on = _limits("goes_on")[kind]
        for start in (begins >= _limits("added")[kind]).nonzero()[0].tolist():
            least = goes_on * float(begins[start])
            end = start + 1
            while end < len(text) and inside[end] >= least:
                end += 1
            if end - start > 1 and text.count("“", start, end) == text.count("”", start, end):
                chance = min(float(begins[start]), float(inside[start + 1 : end].min()))
                yield _named(Span(kind, start, end, _plain(text[start:end]), None, TAGGED)), chance


def _named(span: Span) -> Span:
    """The span by the name and code that the lists have for it."""
    if span.kind == "park":
        return replace(park_span(span.start, span.end, span.canonical), how=TAGGED)
    entry = name_scanner().entries.get(span.canonical)
    known = entry is not None and entry.kind == span.kind
    return replace(span, canonical=entry.canonical) if entry and known else span


def _plain(name: str) -> str:
    return re.sub("[“”‘’《》]", "", name)


def _again(text: str, added: list[Span], taken: set[int]) -> list[Span]:
    """The other places where the text says a firm or person that was added."""
    names = {text[span.start : span.end]: span for span in added if span.kind in ("company", "person")}
    names = {name: span for name, span in names.items() if len(name) > 2 or frequency(name) < 20}
    found: list[Span] = []
    for start, end in runs_of(text, names):
        if taken.isdisjoint(range(start, end)):
            found.append(replace(names[text[start:end]], start=start, end=end))
            taken.update(range(start, end))
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
