"""Figures with their evidence: values, what they measure, whose and of when they are."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from shanqu.extract.attribution import NOBODY, Owner, choose, in_park, owners_of, sole_owner
from shanqu.extract.clauses import clause_end, clause_start, head_owner, overlaps, within
from shanqu.extract.dating import anchored, period_of
from shanqu.extract.document import Document, Sentence
from shanqu.extract.goals import find_goals
from shanqu.extract.measures import Name
from shanqu.extract.naming import name_all
from shanqu.extract.periods import Period, find_periods, normalise
from shanqu.extract.quantities import Quantity, find_quantities
from shanqu.extract.ranking import rank_name
from shanqu.extract.ranks import Position, dealt_positions, find_positions
from shanqu.extract.scoping import of_trade, scope_of
from shanqu.extract.span import Span
from shanqu.extract.status import status_of
from shanqu.extract.subjects import Subject, subject_of
from shanqu.model import Fact, FactKind, Scope

# A longer run without a stop is no sentence that could be quoted as evidence.
_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Carry:
    """What one sentence leaves to the next: its owner, period, the subject last spoken of."""

    owner: Owner = NOBODY
    period: Period | None = None
    paragraph: int = -1
    subject: Subject | None = None
    park: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence before anybody asks whose it is; `counted` is the class of things that it counts."""

    start: int
    end: int
    indicator: str
    kind: FactKind
    unit: str
    value: float | None
    low: float | None = None
    high: float | None = None
    hedge: str | None = None
    counted: str | None = None


def find_facts(doc: Document, spans: list[Span], year: int | None) -> list[Fact]:
    """The facts of the body. `year` is that of original publication where the page proves it, else None."""
    carry = Carry(owner=sole_owner(spans))
    facts: list[Fact] = []
    starts = [span.start for span in spans]
    for sentence in doc.sentences:
        if sentence.end - sentence.start > _LONGEST:
            continue
        near = spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        inside = [span for span in near if span.end <= sentence.end]
        reader = _Reader(doc, sentence, inside, carry, year)
        if sentence.paragraph >= 0:
            facts.extend(reader.facts())
        carry = reader.leave()
    return facts


class _Reader:
    """Reads the figures of one sentence."""

    def __init__(
        self, doc: Document, sentence: Sentence, spans: list[Span], carry: Carry, year: int | None
    ) -> None:
        self.doc = doc
        self.sentence = sentence
        self.text = sentence.text
        self.spans = spans
        self.carry = carry
        self.year = year
        self.owners = owners_of(self.text, spans, sentence.start, carry.owner.code)
        self.periods = find_periods(self.text)
        self.last: Name | None = None

    def facts(self) -> list[Fact]:
        """The facts of the sentence, in order of their values."""
        periods = [(period.start, period.end) for period in self.periods]
        quantities = [
            item
            for item in find_quantities(self.text)
            if not within(item.start, periods) and not self._named(item)
        ]
        found = []
        for quantity, name in name_all(self.text, quantities):
            self.last = name
            found.append(self._fact(quantity, name))
        found.extend(self._positions())
        found.extend(self._goals(found))
        return sorted(found, key=lambda fact: fact.start)

    def leave(self) -> Carry:
        """What the next sentence may inherit."""
        owner = head_owner(self.owners)
        period = next((period for period in reversed(self.periods) if period.lasting), None)
        same = self.carry.paragraph == self.sentence.paragraph
        subject = subject_of(self.text, self.spans, self.sentence.start, len(self.text), None)
        return Carry(
            replace(owner, attribution="discourse")
            if owner and not owner.foreign
            else (owner or self.carry.owner),
            period or (self.carry.period if same else None),
            self.sentence.paragraph,
            subject or (self.carry.subject if same else None),
            next((span.canonical for span in reversed(self.spans) if span.kind == "park"), self.carry.park),
        )

    def _named(self, quantity: Quantity) -> bool:
        """Whether the number is part of a programme's, document's or firm's name."""
        start = self.sentence.start + quantity.start
        return any(
            span.start <= start < span.end
            for span in self.spans
            if span.kind in ("policy", "company", "person")
        )

    def _listed(self, at: int) -> bool:
        """Whether a well-known programme's name (万亩千亿) holds the character at `at`."""
        start = self.sentence.start + at
        return any(span.how == "policies" and span.start <= start < span.end for span in self.spans)

    def _fact(self, quantity: Quantity, name: Name) -> Fact:
        value, low, high = quantity.value, quantity.low, quantity.high
        if name.falls:
            value, low, high = _minus(value), _minus(high), _minus(low)
        place = (quantity.start, quantity.end, name.indicator, name.kind, quantity.unit)
        return self._make(Figure(*place, value, low, high, quantity.hedge, name.subject))

    def _positions(self) -> list[Fact]:
        dealt = {}
        for item, index, count in dealt_positions(self.text):
            before = [owner for _, end, owner in self.owners if end <= item.start]
            if len({owner.code for owner in before}) == len(before) == count:
                dealt[item.start] = (item, before[index])
        taken = [(item.start, item.end) for item, _ in dealt.values()]
        plain = [item for item in find_positions(self.text) if not overlaps(item.start, item.end, taken)]
        ranked = [(item, None) for item in plain] + list(dealt.values())
        return [self._ranking(item, owner) for item, owner in ranked]

    def _ranking(self, item: Position, owner: Owner | None) -> Fact:
        indicator, subject = rank_name(self.text, item, owner or self._owner_of(item.start), self.last)
        return self._make(
            Figure(
                item.start,
                item.end,
                indicator,
                item.kind,
                "位",
                item.value,
                None,
                item.high,
                item.hedge,
                owner.place if owner else subject,
            ),
            owner,
        )

    def _goals(self, found: list[Fact]) -> list[Fact]:
        goals = []
        for item in find_goals(self.text):
            if self._listed(item.start):
                continue
            figure = Figure(
                item.start, item.end, item.indicator, item.kind, item.unit, item.value, hedge=item.hedge
            )
            fact = self._make(figure, self._owner_of(item.event) if item.event else None)
            if item.kind == "target":
                fact = fact._replace(status="target")
            elif item.kind == "milestone":
                text = self.text[item.start : item.end]
                fact = fact._replace(period=text, period_norm=normalise(text, self.year))
            if not any(other.start < fact.end and fact.start < other.end for other in found):
                goals.append(fact)
        return goals

    def _owner_of(self, at: int) -> Owner:
        clause = (clause_start(self.text, at), clause_end(self.text, at))
        return choose(self.owners, clause, at, self.text, self.carry.owner)

    def _make(self, figure: Figure, owner: Owner | None = None) -> Fact:
        """The fact of a figure; `owner` where the words deal it out, else whom the clause speaks of."""
        start, end = figure.start, figure.end
        clause = (clause_start(self.text, start), clause_end(self.text, end))
        owner = owner or in_park(
            self._owner_of(start), self.spans, self.sentence.start, start, self.text, self.carry.park
        )
        subject = subject_of(self.text, self.spans, self.sentence.start, start, clause, self.carry.subject)
        if figure.indicator.endswith("项目数"):
            subject = None
        status, word = status_of(self.text, start, clause)
        indicator, kind = figure.indicator, figure.kind
        if status == "target" and kind in ("rank", "level", "count", "share", "growth", "change"):
            indicator, kind = (indicator if indicator.endswith("目标") else f"{indicator}目标"), "target"
        carried = self.carry.period if self.carry.paragraph == self.sentence.paragraph else None
        period = period_of(self.periods, self.text, start, subject, figure.kind, carried, indicator)
        counted = figure.counted
        scope = self._scope(figure, clause, owner, None if counted else subject)
        return self._evidence(figure)._replace(
            indicator=indicator,
            kind=kind,
            hedge=figure.hedge or word,
            place=owner.place,
            code=owner.code,
            subject=counted or (subject.name if subject else None) or owner.zone or owner.place,
            period=period.text if period else None,
            period_norm=self._iso(period) if period else None,
            scope=scope,
            status=status,
            attribution=owner.attribution,
        )

    def _scope(self, figure: Figure, clause: tuple[int, int], owner: Owner, subject: Subject | None) -> Scope:
        scope = scope_of(self.text, clause, figure.start, figure.end, figure.indicator, owner, subject)
        if scope == "area" and of_trade(
            self.text, self.spans, self.sentence.start, figure.start, figure.indicator
        ):
            return "industry"
        return scope

    def _evidence(self, figure: Figure) -> Fact:
        """A fact that says no more than where the figure stands and what it is worth."""
        start, end = self.doc.to_page(self.sentence.start + figure.start, self.sentence.start + figure.end)
        low, high = self.doc.to_page(self.sentence.start, self.sentence.end)
        text = self.doc.page_text
        return Fact(
            start,
            end,
            text[start:end],
            figure.indicator,
            figure.kind,
            text[low:high],
            low,
            high,
            figure.value,
            figure.low,
            figure.high,
            figure.unit,
        )

    def _iso(self, period: Period) -> str | None:
        """The period in ISO 8601, by the year that the text or the page proves."""
        known = [one for one in self.periods if one.end <= period.start]
        if self.carry.period and self.carry.paragraph == self.sentence.paragraph and not known:
            known = [self.carry.period] if period.text in ("当年", "同年", "次年") else []
        return normalise(anchored(period, known) or period.text, self.year)


def _minus(value: float | None) -> float | None:
    return None if value is None else -value
