"""What is exported: tables of cells that point to their sources, pictures, and the sources."""

from __future__ import annotations

from typing import NamedTuple

from shanqu.query.picture_shapes import Bars, CountTable, EventLine, Network


class Piece(NamedTuple):
    """One line of a cell: a value, how to read it, and the numbers of its sources."""

    text: str
    note: str = ""
    sources: tuple[int, ...] = ()


class Table(NamedTuple):
    """A table. Every cell is some lines; the first column holds headings."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


class SourceLine(NamedTuple):
    """One sentence that something rests on, with its article."""

    number: int
    title: str
    site: str
    date: str
    path: str
    sentence: str


class Report(NamedTuple):
    """Tables with pictures and the sentences that they rest on."""

    title: str
    tables: tuple[Table, ...]
    bars: tuple[Bars, ...] = ()
    counts: tuple[CountTable, ...] = ()
    events: tuple[EventLine, ...] = ()
    networks: tuple[Network, ...] = ()
    sources: tuple[SourceLine, ...] = ()
