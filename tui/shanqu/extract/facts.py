"""Figures with their evidence: values, what they measure, whose and of when they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from shanqu.extract.attribution import NOBODY, Owner, choose, in_park, owners_of, sole_owner
from shanqu.extract.clauses import clause_end, clause_start, counted_in, head_owner, within
from shanqu.extract.dating import anchored, period_of
from shanqu.extract.document import Document, Sentence
from shanqu.extract.goals import find_goals
from shanqu.extract.measures import Name, last_measure
from shanqu.extract.naming import aligned_names, name_quantity
from shanqu.extract.periods import Period, find_periods, normalise
from shanqu.extract.quantities import Quantity, find_quantities
from shanqu.extract.ranks import Position, find_positions
from shanqu.extract.scoping import of_trade, scope_of
from shanqu.extract.span import Span
from shanqu.extract.status import status_of
from shanqu.extract.subjects import Subject, subject_of
from shanqu.model import Fact, FactKind

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
        self.owners = owners_of(self.text, spans, sentence.start)
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
        found: list[Fact] = []
        aligned = aligned_names(self.text, quantities)
        before = 0
        for quantity in quantities:
            low = max(before, clause_start(self.text, quantity.start)) if quantity.measure != "time" else 0
            goes_on = (
                before and self.last and re.fullmatch(r"[、和及与,]", self.text[before : quantity.start])
            )
            name = (
                aligned.get(quantity.start)
                or (self.last if goes_on else None)
                or name_quantity(
                    quantity,
                    self.text[low : quantity.start],
                    self.text[quantity.end : clause_end(self.text, quantity.end)],
                    self.last.indicator if self.last else None,
                )
                or self._wider(quantity, before)
            )
            before = quantity.end
            if name is not None:
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
            and not (span.how == "quoted" and "审批" in span.canonical)
        )

    def _wider(self, quantity: Quantity, before: int) -> Name | None:
        """For an amount in an elliptic clause: the words of the sentence up to the last figure."""
        if quantity.measure not in ("money", "time", "people"):
            return None
        clause = clause_start(self.text, quantity.start)
        low = 0 if quantity.measure == "time" else max(before, clause_start(self.text, max(clause - 1, 0)))
        return name_quantity(
            quantity, self.text[low : quantity.start], self.text[quantity.end : quantity.end + 16], None
        )

    def _fact(self, quantity: Quantity, name: Name) -> Fact:
        return self._make(
            quantity.start,
            quantity.end,
            name.indicator,
            name.kind,
            quantity.value,
            quantity.low,
            quantity.high,
            quantity.unit,
            quantity.hedge,
            name.subject,
        )

    def _positions(self) -> list[Fact]:
        found = []
        for item in find_positions(self.text):
            indicator, subject = self._rank_name(item)
            found.append(
                self._make(
                    item.start,
                    item.end,
                    indicator,
                    item.kind,
                    item.value,
                    None,
                    item.high,
                    "位",
                    item.hedge,
                    subject,
                )
            )
        return found

    def _goals(self, found: list[Fact]) -> list[Fact]:
        goals = []
        for item in find_goals(self.text):
            fact = self._make(
                item.start,
                item.end,
                item.indicator,
                item.kind,
                item.value,
                None,
                None,
                item.unit,
                item.hedge,
                None,
            )
            if item.kind == "target":
                fact = replace(fact, status="target")
            else:
                text = self.text[item.start : item.end]
                fact = replace(fact, period=text, period_norm=normalise(text, self.year))
            if not any(other.start < fact.end and fact.start < other.end for other in found):
                goals.append(fact)
        return goals

    def _rank_name(self, item: Position) -> tuple[str, str | None]:
        stem = item.what if item.what and item.kind == "rank" else "综合" if "综合排名" in self.text else ""
        if item.kind == "change":
            return f"{stem}排名变化" if stem else "排名变化", None
        area = counted_in(item.among, self._owner_of(item.start).code) if item.among else ""
        return (f"{stem}排名({area})" if area else f"{stem}排名"), self._ranked(item)

    def _ranked(self, item: Position) -> str | None:
        """What is ranked: the measure in the clause, or the last figure's if the clause names none."""
        clause = self.text[clause_start(self.text, item.start) : item.start]
        measured = last_measure(clause)
        growth = "增速" if re.search(r"增速|增幅|增长", clause) else ""
        what = (
            measured[0] + growth
            if measured
            else self.last.indicator
            if self.last and self.last.kind != "count"
            else None
        )
        owner = self._owner_of(item.start)
        return f"{owner.zone or owner.place or ''}{what}" if what else None

    def _owner_of(self, at: int) -> Owner:
        clause = (clause_start(self.text, at), clause_end(self.text, at))
        return choose(self.owners, clause, at, self.text, self.carry.owner)

    def _make(
        self,
        start: int,
        end: int,
        indicator: str,
        kind: FactKind,
        value: float | None,
        low: float | None,
        high: float | None,
        unit: str,
        hedge: str | None,
        counted: str | None,
    ) -> Fact:
        clause = (clause_start(self.text, start), clause_end(self.text, end))
        owner = in_park(
            choose(self.owners, clause, start, self.text, self.carry.owner),
            self.spans,
            self.sentence.start,
            start,
            self.text,
            self.carry.park,
        )
        subject = subject_of(self.text, self.spans, self.sentence.start, start, clause, self.carry.subject)
        if indicator.endswith("项目数"):
            subject = None
        status, word = status_of(self.text, start, clause)
        carried = self.carry.period if self.carry.paragraph == self.sentence.paragraph else None
        period = period_of(self.periods, self.text, start, subject, kind, carried)
        page = self.doc.to_page(self.sentence.start + start, self.sentence.start + end)
        evidence = self.doc.to_page(self.sentence.start, self.sentence.end)
        scope = scope_of(
            self.text, clause, start, end, indicator, owner, subject if counted is None else None
        )
        if scope == "area" and of_trade(self.text, self.spans, self.sentence.start, start, indicator):
            scope = "industry"
        if status == "target" and kind in ("rank", "level", "count", "share"):
            kind = "target"
            indicator = indicator if indicator.endswith("目标") else f"{indicator}目标"
        return Fact(
            page[0],
            page[1],
            self.doc.page_text[page[0] : page[1]],
            indicator,
            kind,
            self.doc.page_text[evidence[0] : evidence[1]],
            evidence[0],
            evidence[1],
            value,
            low,
            high,
            unit,
            hedge or word,
            owner.place,
            owner.code,
            counted or (subject.name if subject else None) or owner.zone or owner.place,
            period.text if period else None,
            self._iso(period) if period else None,
            scope,
            status,
            owner.attribution,
        )

    def _iso(self, period: Period) -> str | None:
        """The period in ISO 8601, by the year that the text or the page proves."""
        known = [one for one in self.periods if one.end <= period.start]
        if self.carry.period and self.carry.paragraph == self.sentence.paragraph and not known:
            known = [self.carry.period] if period.text in ("当年", "同年", "次年") else []
        return normalise(anchored(period, known) or period.text, self.year)
