"""How wide a figure may be meant, and what speaks for each width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, get_args

from shanqu.extract.asking import Asked, Latest, shape
from shanqu.extract.attribution import Owner
from shanqu.extract.choosing import RULED, Option
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.model import Scope

# What marks an item of a list.
_ITEM = re.compile(r"[(（]?[\d一二三四五六七八九十]{1,2}[.、)）．]|[●•·*◆■]|——?")
_SCOPES: tuple[Scope, ...] = get_args(Scope)
_KINDS = ("place", "company", "park", "project", "industry", "organization", "product", "person", "policy")


class Before(NamedTuple):
    """The kind of thing that the sentence before spoke of `last`, that of the `topic` of the paragraph, whether a
    project or a company is the `subject` that was carried over, the figure before (`latest`), the kind of thing that the
    text `opens` with, and whether it has named a `zone`."""

    last: str
    topic: str
    subject: str
    latest: Latest | None
    opens: str
    zone: bool


def options_of(
    asked: Asked, spans: Sequence[Span], offset: int, owner: Owner, before: Before, ruled: Scope
) -> list[Option[Scope]]:
    """Every width; `ruled` is the one that the rules would take. `offset` is the sentence's start in the
    coordinates of `spans`."""
    shared = _shared(asked, spans, offset, owner, before, ruled)
    options = []
    for scope in _SCOPES:
        signs: list[str] = [scope, RULED, f"{RULED} {scope}"] if scope == ruled else [scope]
        options.append(Option(scope, signs, [(scope, shared)]))
    return options


@once
def _cues() -> re.Pattern[str]:
    return re.compile(listed("figures", "scope", "cues"))


def _of_figure_before(asked: Asked, before: Before, ruled: Scope, last: str, own: str) -> list[str]:
    """How wide the figure before is meant: one goes on where the last stopped, unless something is named between."""
    latest = before.latest
    wide, apart = f"prev={latest.scope if latest else '-'}", latest.apart if latest else "0"
    return [
        wide,
        f"{wide} {apart}",
        f"{wide} {apart} kind={asked.kind}",
        f"{wide} rules={ruled}",
        f"{wide} last={last}",
        f"{wide} own={own}",
        f"{wide} of={asked.of}",
    ]


def _of_topic(asked: Asked, before: Before, whose: str, last: str) -> list[str]:
    """What the paragraph is about, with what the figure measures."""
    of = asked.of
    return [
        f"topic={before.topic}",
        f"topic={before.topic} last={last}",
        f"topic={before.topic} of={of}",
        f"topic={before.topic} whose={whose}",
        f"opens={before.opens}",
        f"opens={before.opens} topic={before.topic}",
        f"zone={before.zone} opens={before.opens} whose={whose}",
        f"zone={before.zone} of={of}",
        f"carried={before.subject}",
        f"carried={before.subject} topic={before.topic} last={last}",
        f"carried={before.subject} of={of}",
        f"of={asked.indicator} whose={whose}",
        f"of={asked.indicator} last={last}",
        f"of={asked.indicator} by={asked.subject_scope}",
    ]


def _by_words(asked: Asked, head: str, last: str) -> list[str]:
    """The word from which one may tell that stands nearest before the figure, the words right before it, and where its
    clause stands."""
    cues = _cues().findall(asked.text[: asked.start])
    cue = cues[-1] if cues else "-"
    return [
        f"cue={cue}",
        f"cue={cue} of={asked.of}",
        f"cue={cue} last={last}",
        f"word={shape(head[-2:])}",
        f"item={bool(_ITEM.match(asked.text))}",
        f"first={asked.clause[0] == 0} last={last}",
    ]


def _shared(
    asked: Asked, spans: Sequence[Span], offset: int, owner: Owner, before: Before, ruled: Scope
) -> list[str]:
    start, end = asked.start + offset, asked.end + offset
    low, high = asked.clause[0] + offset, asked.clause[1] + offset
    ahead = [span for span in spans if span.end <= start]
    own = [span for span in ahead if span.start >= low]
    behind = [span for span in spans if end <= span.start < high]
    last = ahead[-1].kind if ahead else "-"
    whose = (
        "nobody" if owner.place is None else "foreign" if owner.foreign else "zone" if owner.zone else "place"
    )
    named = own[-1].kind if own else "-"
    kinds = {span.kind for span in ahead}
    head = asked.text[asked.clause[0] : asked.start]
    return [
        f"rules={ruled}",
        f"rules={ruled} of={asked.of}",
        f"rules={ruled} whose={whose}",
        f"rules={ruled} last={last}",
        f"by={asked.subject_scope}",
        f"by={asked.subject_scope} of={asked.of}",
        f"of={asked.indicator}",
        f"of={asked.of}",
        f"of={asked.of} last={last}",
        f"unit={asked.unit}",
        f"kind={asked.kind}",
        f"status={asked.status}",
        f"whose={whose}",
        f"whose={whose} how={owner.attribution}",
        f"last={last}",
        f"last={last} before={before.last}",
        f"own={named}",
        f"behind={behind[0].kind if behind else '-'}",
        f"before={before.last}",
        f"before={before.last} none={not ahead}",
        *_of_figure_before(asked, before, ruled, last, named),
        *_of_topic(asked, before, whose, last),
        *_by_words(asked, head, last),
        *[f"has={kind}" for kind in _KINDS if kind in kinds],
        *[f"says={word}" for word in set(_cues().findall(head))],
        *[f"said={word}" for word in set(_cues().findall(asked.text[: asked.clause[0]]))],
        *[f"then={word}" for word in set(_cues().findall(asked.text[asked.end : asked.clause[1]]))],
    ]
