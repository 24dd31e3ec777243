"""What a comparison answers with: places side by side, every value with what keeps it apart from others."""

from __future__ import annotations

from typing import Literal, NamedTuple

from shanqu.messages import Message
from shanqu.model import FactKind, Scope, Status

State = Literal["value", "conflict", "incomparable", "unvalued", "absent"]
"""What a cell has to say: values; values that contradict each other; values of another kind than the row's
only; a mention without a value; nothing."""

Aspect = Literal["sign", "scope", "status", "growth", "period", "unit", "hedge", "part", "conflict"]
"""In what two values of one row can be unlike."""

Growth = Literal["yearly", "mean", "total"]
"""A rate over a year before, the mean rate of several years, or the rate over the whole of them."""

ColumnKind = Literal["county", "prefecture", "park", "place"]


class Ref(NamedTuple):
    """Where a statement stands: spans of the page of its sentence and of the words in it.

    `Library.passages` makes evidence of it; the reader opens at `start`.
    """

    article: int
    sentence: int
    sentence_end: int
    start: int
    end: int


class Column(NamedTuple):
    """A place as a column. `key` is what `Library.matrix` takes: an administrative code, or `park:NAME`.

    `articles` name it, `texts` are those after collapsing reprints. `left` as in `shapes.County`.
    """

    key: str
    name: str
    kind: ColumnKind
    code: str | None
    prefecture: str
    mountain: bool
    left: str | None
    articles: int
    texts: int


class Mark(NamedTuple):
    """A word that must stand beside a value, for it differs in `aspect` from what a reader would assume

    or from its neighbours in the row. `text` is a Message or what the page prints.
    """

    aspect: Aspect
    text: str


class Figure(NamedTuple):
    """One value of a cell. Equal statements of several texts are one figure.

    `text` is printed in every sentence that `refs` lead to; there is one for each text, the latest first;
    `n` counts independent texts. `year` is the last year of `period_norm`. `whole` is the text of the
    figure that this one is a part of, `conflict` the number of the contradiction it takes part in (0: none).
    `about` is subject and indicator as far as they say more than the headings of the column and the row.
    A name (of a company, an industry) is a figure without `kind`.
    """

    text: str
    indicator: str
    subject: str | None = None
    about: str = ""
    kind: FactKind | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    hedge: str | None = None
    period: str | None = None
    period_norm: str | None = None
    year: int | None = None
    scope: Scope = "area"
    status: Status = "actual"
    growth: Growth | None = None
    n: int = 1
    refs: tuple[Ref, ...] = ()
    marks: tuple[Mark, ...] = ()
    whole: str | None = None
    conflict: int = 0

    @property
    def note(self) -> tuple[str, ...]:
        """What to print dim beside the value: what it is about, then the marks (some are Messages)."""
        return (*((self.about,) if self.about else ()), *(mark.text for mark in self.marks))


class MatrixCell(NamedTuple):
    """What is said of one place in one row. `figures` has the leading one first; `n` counts independent texts.

    `named` leads to sentences that mention the matter without a value. `more` counts figures left out.
    """

    state: State = "absent"
    figures: tuple[Figure, ...] = ()
    n: int = 0
    named: tuple[Ref, ...] = ()
    more: int = 0

    @property
    def lead(self) -> Figure | None:
        """The figure to show where there is room for one; None where none is comparable."""
        return self.figures[0] if self.figures and self.state != "incomparable" else None


class MatrixRow(NamedTuple):
    """A row: a cell for each column. `unequal` lists in what the leading figures of its cells differ."""

    key: str
    group: str
    label: str
    cells: tuple[MatrixCell, ...]
    unit: str | None = None
    unequal: tuple[Aspect, ...] = ()


class Matrix(NamedTuple):
    """Places side by side, rows in the order of their groups."""

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]


STATES: dict[State, str] = {
    "value": "",
    "conflict": Message("sources differ"),
    "incomparable": Message("value not comparable"),
    "unvalued": Message("mentioned without a value"),
    "absent": Message("not mentioned"),
}
SCOPES: dict[Scope, str] = {
    "area": Message("whole area"),
    "zone": Message("zone"),
    "project": Message("project"),
    "company": Message("company"),
    "province": Message("whole province"),
    "foreign": Message("abroad"),
    "industry": Message("industry as such"),
}
STATUSES: dict[Status, str] = {
    "actual": Message("actual"),
    "forecast": Message("forecast"),
    "planned": Message("planned"),
    "target": Message("target"),
}
GROWTHS: dict[Growth, str] = {
    "yearly": Message("on the year"),
    "mean": Message("mean per year"),
    "total": Message("over the period"),
}
ASPECTS: dict[Aspect, str] = {
    "sign": Message("sign"),
    "scope": Message("scope"),
    "status": Message("status"),
    "growth": Message("kind of rate"),
    "period": Message("period"),
    "unit": Message("unit"),
    "hedge": Message("vagueness"),
    "part": Message("part and whole"),
    "conflict": Message("contradiction"),
}
UNDATED = Message("year unknown")
FALLEN = Message("fall")
