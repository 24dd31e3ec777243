"""What people would rather look at than read: bars, tables shaded by number, trees. Rich draws them.

Every picture is legible without colour, for the number stands beside what is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rich.bar import Bar as RichBar
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from shanqu.i18n import _, translated
from shanqu.query import listings
from shanqu.query.matrix_shapes import STATES
from shanqu.query.picture_shapes import EVENT_KINDS, Bar, Bars, CountTable, Event, Network, Pair
from shanqu.query.profile_shapes import STAGES
from shanqu.query.report_shapes import Report
from shanqu.text.gate import safe
from shanqu.ui.shading import Shaded

_LONGEST_EVENT = 120


class Palette:
    """The colours to draw with, as names or hex values."""

    def __init__(self, accent: str, dim: str) -> None:
        self.accent, self.dim = accent, dim


class Picture(NamedTuple):
    """Something to look at, and the same in tables for other programs. What it shows is asked for when it is drawn."""

    title: str
    draw: Callable[[Palette], RenderableType]
    report: Callable[[], Report]


def of_bars(title: str, ask: Callable[[], Bars]) -> Picture:
    """A row of a matrix, a bar for each place."""
    asked = cache(ask)
    return Picture(
        title,
        lambda palette: _bars(asked(), palette),
        lambda: listings.of_bars(asked()._replace(title=title), translated),
    )


def of_amounts(title: str, ask: Callable[[], Iterable[tuple[str, int]]]) -> Picture:
    """A bar for each label with its count."""

    def bars() -> Bars:
        found = (Bar(label, float(count), None, None, str(count), (), "value") for label, count in ask())
        return Bars(title, None, tuple(found))

    return of_bars(title, bars)


def of_counts(title: str, ask: Callable[[], CountTable]) -> Picture:
    """Counts by row and column."""
    asked = cache(ask)
    return Picture(
        title,
        lambda palette: Shaded(asked(), palette.dim),
        lambda: listings.of_counts(title, asked(), translated),
    )


def of_events(title: str, events: Sequence[Event]) -> Picture:
    """Events in order of time."""
    return Picture(
        title,
        lambda palette: _events(events, palette),
        lambda: listings.of_events(title, events, translated),
    )


def of_pairs(title: str, ask: Callable[[], Sequence[Pair]]) -> Picture:
    """Entities that sentences name together, in how many texts and sentences."""
    asked = cache(ask)
    return Picture(
        title,
        lambda palette: _pairs(asked(), palette),
        lambda: listings.of_pairs(title, asked(), translated),
    )


def of_network(title: str, ask: Callable[[], Network]) -> Picture:
    """An entity, those that sentences name together with it, and what is near to those in turn."""
    asked = cache(ask)
    return Picture(
        title,
        lambda palette: _network(asked(), palette),
        lambda: listings.of_network(asked()._replace(title=title), translated),
    )


def _bars(bars: Bars, palette: Palette) -> RenderableType:
    """A bar for each place; where nothing can be drawn it says why."""
    greatest = max((abs(bar.value or bar.high or 0) for bar in bars.bars), default=0) or 1
    table = _grid(palette)
    for bar in bars.bars:
        value = bar.value if bar.value is not None else bar.high
        said = Text(safe(bar.text))
        for mark in bar.marks:
            said.append(f" {safe(translated(mark.text))}", style=palette.dim)
        if value is None:
            said = Text(translated(STATES[bar.state]) or "–", style=palette.dim)
        table.add_row(safe(bar.label), _drawn(abs(value or 0), greatest, palette), said)
    return table


def _events(events: Sequence[Event], palette: Palette) -> RenderableType:
    """Events in order of time."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(style=palette.accent, no_wrap=True)
    table.add_column()
    for event in events:
        kind = translated(EVENT_KINDS[event.kind])
        if event.planned:
            kind = f"{kind} ({translated(STAGES['planned'])})"
        text = safe(event.text)
        table.add_row(
            safe(event.date), kind, text[:_LONGEST_EVENT] + ("…" if len(text) > _LONGEST_EVENT else "")
        )
    return table


def _network(network: Network, palette: Palette) -> RenderableType:
    """An entity, those that sentences name together with it, and what is near to those in turn."""
    if not network.near:
        return Text(_("There is nothing to draw here"))
    tree = Tree(Text(safe(network.name), style="bold"), guide_style=palette.dim)
    for pair, further in network.near:
        branch = tree.add(_node(pair, palette))
        for other in further:
            branch.add(_node(other, palette))
    return tree


def titled(pictures: Sequence[Picture], palette: Palette) -> RenderableType:
    """Pictures under their headings, one below the other."""
    shown: list[RenderableType] = []
    for one in pictures:
        heading = Text(safe(one.title), style=f"bold {palette.accent}")
        shown += [heading, Text(), one.draw(palette), Text()]
    return Group(*shown) if shown else Text(_("There is nothing to draw here"))


def _grid(palette: Palette) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(no_wrap=True, max_width=24)
    table.add_column(ratio=1)
    table.add_column(max_width=40)
    return table


def _drawn(value: float, greatest: float, palette: Palette) -> RichBar:
    return RichBar(greatest, 0, value, color=palette.accent)


def _pairs(pairs: Sequence[Pair], palette: Palette) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for pair in pairs:
        said = _("{texts} texts, {sentences} sentences").format(texts=pair.texts, sentences=pair.together)
        table.add_row(safe(pair.first_name), safe(pair.second_name), Text(said, style=palette.dim))
    return table


def _node(pair: Pair, palette: Palette) -> Text:
    text = Text(safe(pair.second_name))
    return text.append(f"  {'─' * min(pair.texts, 8)} {pair.texts}", style=palette.dim)
