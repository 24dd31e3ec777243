"""Pictures as inline SVG: events along a line of time, and who is named together with whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shanqu.messages import Message
from shanqu.query.picture_shapes import EVENT_KINDS, Event, EventLine, Network, Pair
from shanqu.query.profile_shapes import STAGES
from shanqu.query.svg import INK, LINE, folded, svg, text, widest

Say = Callable[[str], str]
_GAP = 8
# In cells: longer texts go on in the next line.
_DATE, _EVENT, _NAME = 24, 80, 28
_DOT, _THICKEST = 5.0, 8


def events_svg(picture: EventLine, say: Say) -> str:
    """A line that time goes down, a dot for each event (a ring for what is planned), its date left and its words right

    of it. A year that begins is set off from the one before.
    """
    dates = [folded(one.date, _DATE) for one in picture.events]
    axis = widest(dates) + 3 * _GAP
    dots, words = [], []
    top, right, year = 0.0, 0.0, ""
    for one, date in zip(picture.events, dates, strict=True):
        top += _GAP if year not in ("", one.date[:4]) else 0
        lines = folded(_told(one, say), _EVENT)
        weight = "bold" if one.date[:4] != year else ""
        words += [
            text(date, axis - 2 * _GAP, top, "end", weight),
            text(lines, axis + 2 * _GAP, top),
        ]
        dots.append(_dot(axis, top + LINE / 2, hollow=one.planned))
        right = max(right, axis + 2 * _GAP + widest([lines]))
        top, year = top + LINE * max(len(date), len(lines)) + _GAP / 2, one.date[:4]
    line = f'<path d="M{axis:.1f} 0V{top:.1f}" stroke="{INK}" stroke-width="2" />'
    said = say(Message("{number} events; a ring is one that is planned", number=len(picture.events)))
    return svg(picture.title, said, right, top, [line, *dots, *words])


def _told(event: Event, say: Say) -> str:
    planned = f" ({say(STAGES['planned'])})" if event.planned else ""
    return f"{say(EVENT_KINDS[event.kind])}{planned}: {event.text}"


def _dot(x: float, y: float, *, hollow: bool = False) -> str:
    # A ring hides the line that runs through it, whatever the page's colour is.
    look = f'fill="Canvas" stroke="{INK}" stroke-width="2"' if hollow else f'fill="{INK}"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_DOT}" {look} />'


def network_svg(picture: Network, say: Say) -> str:
    """From left to right an entity, those that sentences name together with it, and what is near to those in turn.

    The more texts, the thicker the line; their number stands behind the name.
    """
    root = folded(picture.name, _NAME)
    near = [(pair, folded(_name(pair), _NAME)) for pair, _ in picture.near]
    far = [[folded(_name(one), _NAME) for one in further] for _, further in picture.near]
    # Where all are few no line is thick.
    greatest = max([_THICKEST, *(pair.texts for one, further in picture.near for pair in (one, *further))])
    middle = widest([root]) + 12 * _GAP
    outer = middle + widest(lines for _, lines in near) + 12 * _GAP
    links, words, top, starts = [], [], 0.0, []
    for (pair, lines), others, (_, further) in zip(near, far, picture.near, strict=True):
        high = max(_height(lines), sum(map(_height, others)))
        centre = top + high / 2
        starts.append((centre, pair.texts))
        words += [_dot(middle, centre), text(lines, middle + 2 * _GAP, centre - LINE * len(lines) / 2)]
        end = middle + 3 * _GAP + widest([lines])
        at = centre - sum(map(_height, others)) / 2
        for other, label in zip(further, others, strict=True):
            links.append(_link((end, centre), (outer, at + _height(label) / 2), other.texts / greatest))
            words += [
                _dot(outer, at + _height(label) / 2),
                text(label, outer + 2 * _GAP, at + _GAP / 2),
            ]
            at += _height(label)
        top += high + _GAP
    centre = top / 2
    begin = widest([root]) + _GAP
    links += (_link((begin, centre), (middle, y), texts / greatest) for y, texts in starts)
    words.append(text(root, 0, centre - LINE * len(root) / 2, weight="bold"))
    right = outer + 3 * _GAP + widest(label for labels in far for label in labels)
    height = max(top, LINE * len(root))
    return svg(picture.title, _described(picture, say), right, height, [*links, *words])


def _name(pair: Pair) -> str:
    return f"{pair.second_name} ×{pair.texts}"


def _height(lines: Sequence[str]) -> float:
    return LINE * len(lines) + _GAP


def _link(start: tuple[float, float], end: tuple[float, float], share: float) -> str:
    (x, y), (to_x, to_y) = start, end
    half = (x + to_x) / 2
    thick = max(1.0, _THICKEST * share)
    return (
        f'<path d="M{x:.1f} {y:.1f}C{half:.1f} {y:.1f} {half:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}" fill="none"'
        f' stroke="{INK}" stroke-opacity="0.5" stroke-width="{thick:.1f}" />'
    )


def _described(picture: Network, say: Say) -> str:
    names = "、".join(pair.second_name for pair, _ in picture.near)
    return say(Message("{name} is named together with {names}", name=picture.name, names=names))
