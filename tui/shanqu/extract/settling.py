"""Makes facts of figures: whose each is, of when, how wide it is meant and whether it has come about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from shanqu.extract import period_options, place_options, scope_options
from shanqu.extract.asking import Asked, ending, nature, parted
from shanqu.extract.attribution import (
    NOBODY,
    Owner,
    choose,
    county_named,
    opens_clause,
    owners_of,
    supposed,
    told,
)
from shanqu.extract.carry import Carry, first_thing
from shanqu.extract.choosing import Option, Question, T, best
from shanqu.extract.clauses import clause_end, clause_start
from shanqu.extract.dating import anchored, apart, period_of
from shanqu.extract.document import Document, Sentence
from shanqu.extract.periods import Period, find_periods, normalise
from shanqu.extract.place_options import Around, Inside, Named, inside_names
from shanqu.extract.reports import Report
from shanqu.extract.scoping import in_park, of_area, of_trade, scope_of
from shanqu.extract.span import Span
from shanqu.extract.status import status_of
from shanqu.extract.subjects import Subject, subject_of, trade_of
from shanqu.gazetteer.terms import words
from shanqu.model import NO_FIGURES, Fact, FactKind, Scope

# No zone is wider than this, in square metres.
_WIDEST = 3e8
# A word that tells of a sum, but not since when.
_SUMMED = "累计"
# Told of a question, of the figure's span in the page, and of the options; may answer with one of them.
Listener = Callable[[Question, tuple[int, int], Sequence[Option[Any]]], Option[Any] | None]


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


class Said(NamedTuple):
    """A sentence with what it names, what it takes over from those before it, and the facts that are `settled` already,
    in order."""

    doc: Document
    sentence: Sentence
    spans: list[Span]
    carry: Carry
    around: Around
    owners: list[Named]
    inside: list[Inside]
    periods: list[Period]
    year: int | None
    report: Report | None
    listener: Listener | None
    settled: Sequence[Fact] = ()

    @property
    def now(self) -> int | None:
        """The year that 今年 is, as far as the page or the part of the report proves it."""
        outlook = self.report is not None and self.report.outlook
        return int(self.report.period.text[:4]) if self.report and outlook else self.year

    def ahead(self, at: int) -> bool:
        """Whether a report tells of what is to be done, and no earlier year is spoken of before `at`."""
        if self.report is None or not self.report.outlook:
            return False
        year = self.report.period.text[:4]
        dated = [normalise(period.text, self.now) for period in self.periods if period.end <= at]
        return not any(one and one[:4] < year for one in dated)

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text

    @property
    def topic(self) -> str:
        """The kind of thing that the paragraph, or else the sentence, names first."""
        return self.carry.topic if self.carry.topic != "-" else first_thing(self.spans)

    def owner_of(self, at: int) -> Owner:
        """Whose a figure at `at` is by the rules."""
        return choose(self.owners, self.clause_of(at), at, self.text, self.carry.owner)

    def of_more(self, at: int) -> bool:
        """Whether the words of its clause tell that a figure at `at` is of more than a county."""
        return told(self.owners, self.clause_of(at), at, self.text) is NOBODY

    def clause_of(self, at: int) -> tuple[int, int]:
        """The clause that holds `at`."""
        return clause_start(self.text, at), clause_end(self.text, at)

    def to_page(self, start: int, end: int) -> tuple[int, int]:
        """The page span of a span of the sentence."""
        return self.doc.to_page(self.sentence.start + start, self.sentence.start + end)


def said(
    doc: Document,
    sentence: Sentence,
    spans: list[Span],
    carry: Carry,
    around: Around,
    dated: tuple[int | None, Report | None],
    listener: Listener | None,
) -> Said:
    """A sentence as it is read after those that left `carry`. `dated`: the year of publication and that of the report."""
    carry = carry.at(sentence.paragraph)
    owners = owners_of(sentence.text, spans, sentence.start, carry.owner.code)
    around = around._replace(spoken=carry.spoken, carried=carry.owner)
    inside = inside_names(sentence.text, spans, sentence.start)
    periods = find_periods(sentence.text)
    return Said(doc, sentence, spans, carry, around, owners, inside, periods, *dated, listener)


def settle(said: Said, figure: Figure, owner: Owner | None = None, period: Period | None = None) -> Fact:
    """The fact of a figure; `owner` and `period` where the words deal it out to them, else as the clause speaks."""
    clause = (clause_start(said.text, figure.start), clause_end(said.text, figure.end))
    subject = subject_of(said.text, said.spans, said.sentence.start, figure.start, clause, said.carry.subject)
    if figure.indicator.endswith("项目数"):
        subject = None
    resolved = said.carry.resolved and said.carry.paragraph == said.sentence.paragraph
    status, word = status_of(said.text, figure.start, clause, said.year, resolved=resolved)
    status = "target" if status == "actual" and said.ahead(figure.start) else status
    indicator, kind = figure.indicator, figure.kind
    if status == "target" and kind in ("rank", "level", "count", "share", "growth", "change"):
        indicator, kind = (indicator if indicator.endswith("目标") else f"{indicator}目标"), "target"
    measured = (ending(indicator), nature(indicator, kind))
    asked = Asked(
        said.text, figure.start, figure.end, clause, indicator, kind, figure.unit, subject, status, *measured
    )
    owner = owner or _owner(said, asked)
    owner = NOBODY if owner.beyond else owner
    period = period or _period(said, asked, figure.kind)
    counted = figure.counted
    scope = _scope(said, asked, owner, None if counted else subject)
    scope = "area" if scope == "zone" and _wide(figure) else scope
    trade = (
        trade_of(said.spans, said.sentence.start, said.text, clause[0], figure.start) if scope == "industry" else None
    )
    start, end = said.to_page(figure.start, figure.end)
    low, high = said.to_page(0, len(said.text))
    page = said.doc.page_text
    return Fact(
        start=start,
        end=end,
        value_text=page[start:end],
        indicator=indicator,
        kind=kind,
        sentence=page[low:high],
        sentence_start=low,
        sentence_end=high,
        value=figure.value,
        value_low=figure.low,
        value_high=figure.high,
        unit=figure.unit,
        hedge=figure.hedge or word,
        place=owner.place,
        code=owner.code,
        subject=counted or (subject.name if subject else trade) or owner.zone or owner.place,
        period=period.text if period else None,
        period_norm=_iso(said, period) if period else None,
        scope=scope,
        status=status,
        attribution=owner.attribution,
    )


def _wide(figure: Figure) -> bool:
    """Whether a size is more than any zone's."""
    return figure.unit == "平方米" and (figure.value or 0) >= _WIDEST


def ask(said: Said, question: Question, start: int, end: int, options: Sequence[Option[T]]) -> T:
    """The answer to a question about the figure at `[start, end)` of the sentence."""
    told = said.listener(question, said.to_page(start, end), options) if said.listener else None
    return told.value if told else best(question, options)


def _owner(said: Said, asked: Asked) -> Owner:
    chosen = told(said.owners, asked.clause, asked.start, said.text)
    if chosen is None and (_beyond(said, asked.start) or _of_province(said, asked)):
        return NOBODY
    if chosen is None and not any(asked.clause[0] <= start < asked.start for start, _, _ in said.owners):
        chosen = place_options.city_meant(asked, said.carry.owner)
        whole = chosen or place_options.county_meant(asked, said.around)
        if whole:
            return whole
    chosen = chosen or place_options.opener(asked, said.owners)
    if chosen is None:
        clause = said.clause_of(asked.start)
        ruled = supposed(said.owners, clause, asked.start, said.text, said.carry.owner)
        options = place_options.options_of(asked, said.owners, said.inside, said.around, ruled)
        chosen = ask(said, "place", asked.start, asked.end, options)
    return in_park(chosen, said.spans, said.sentence.start, asked.start, said.text, said.carry.park)


def _of_province(said: Said, asked: Asked) -> bool:
    """Whether the clause begins with the province and names no place between it and the figure."""
    offset = said.sentence.start
    heads = [
        span
        for span in said.spans
        if span.kind == "place" and span.code == "33" and asked.clause[0] <= span.start - offset < asked.start
    ]
    if not heads or not opens_clause(said.text, heads[-1].start - offset):
        return False
    taken = [span for span in said.spans if span.start <= heads[-1].start and span.end > heads[-1].end]
    named = any(heads[-1].start - offset < start < asked.start for start, _, _ in said.owners)
    return not taken and not named and not county_named(said.text, heads[-1].end - offset, asked.start)


def _beyond(said: Said, at: int) -> bool:
    """Whether the place last spoken of before a figure lies beyond the province."""
    named = [owner.beyond for start, _, owner in said.owners if start < at]
    return named[-1] if named else said.carry.beyond


def _period(said: Said, asked: Asked, kind: FactKind) -> Period | None:
    if kind in NO_FIGURES:  # Their dates stand by their own words.
        return None
    carried = said.carry.period if said.carry.paragraph == said.sentence.paragraph else None
    periods = [one for one in said.periods if not apart(one, said.text, asked.start)]
    ruled = period_of(periods, said.text, asked.start, asked.subject, kind, carried, asked.indicator)
    options = period_options.options_of(asked, periods, _earlier(said), ruled, said.topic)
    chosen = ask(said, "period", asked.start, asked.end, options)
    if chosen is not None and chosen.text == _SUMMED:
        chosen = _time_of_sum(said, periods, asked.start) or chosen
    spoken = chosen is not None and (chosen in periods or chosen is carried)
    if said.report is None or kind == "milestone" or (spoken and not _vague(said, asked, chosen)):
        return chosen
    return said.report.period


def _time_of_sum(said: Said, periods: Sequence[Period], at: int) -> Period | None:
    """The time in which a sum came together: the one last named before it in its sentence, else in its paragraph."""
    named = [one for one in periods if one.end <= at and one.lasting]
    same = [one.period for one in said.carry.earlier if one.same and one.period.lasting]
    return named[-1] if named else same[0] if same else None


def _vague(said: Said, asked: Asked, period: Period | None) -> bool:
    """Whether a report only remarks on some years (三年来首次) in another clause than the figure's."""
    return (
        period is not None
        and period.kind == "recent"
        and not (period in said.periods and asked.clause[0] <= period.start < asked.clause[1])
    )


def _earlier(said: Said) -> Sequence[period_options.Earlier]:
    """The periods of the sentences before, and the first of the text; of other paragraphs none but this where the sentence
    turns to a place that they did not speak of."""
    spoken = {one.owner.code for one in said.carry.spoken}
    turned = said.owners and not any(owner.code in spoken for _, _, owner in said.owners)
    if not turned:
        return said.carry.earlier
    same, opening = [one for one in said.carry.earlier if one.same], said.carry.opening
    return [*same, period_options.Earlier(opening, period_options.OPENING, False)] if opening else same


def _scope(said: Said, asked: Asked, owner: Owner, subject: Subject | None) -> Scope:
    offset = said.sentence.start
    ruled = scope_of(said.text, asked.clause, asked.start, asked.end, asked.indicator, owner, subject)
    if ruled == "area" and of_trade(said.text, said.spans, offset, asked.start, asked.indicator):
        ruled = "industry"
    if ruled in ("province", "foreign"):
        return ruled
    if subject is None and (
        (ruled != "zone" and of_area(asked.indicator)) or (ruled == "area" and said.report)
    ):
        return "area"
    if asked.text[asked.clause[0] : asked.start] == _named_alone(said, asked):
        return ruled
    asked = asked if asked.subject is subject else asked._replace(subject=subject)
    before = _before(said, asked.start)
    options = scope_options.options_of(asked, said.spans, offset, owner, before, ruled)
    return ask(said, "scope", asked.start, asked.end, options)


def _named_alone(said: Said, asked: Asked) -> str | None:
    """The place's name that a clause begins with: where nothing else stands before its figure, it is that place's
    (某某县15家,某某经济开发区7家,某某县6家)."""
    low = asked.clause[0]
    return next((said.text[start:end] for start, end, _ in said.owners if start == low), None)


def _before(said: Said, at: int) -> scope_options.Before:
    subject = said.carry.subject.scope if said.carry.subject else "-"
    start, _ = said.to_page(at, at)
    fact = max(
        (fact for fact in said.settled if fact.start < start),
        key=lambda fact: fact.start,
        default=said.carry.settled,
    )
    text = said.doc.page_text[fact.end : start] if fact else ""
    scope = fact.scope if fact and fact.scope else "-"
    opens, zone = said.around.opens, said.carry.park is not None
    return scope_options.Before(said.carry.last, said.topic, subject, scope, parted(text), opens, zone)


def _iso(said: Said, period: Period) -> str | None:
    """The period in ISO 8601, by the year that the text or the page proves."""
    here = period in said.periods
    if said.report and period.text in words("figures", "periods", "this_year"):
        return normalise(said.report.period.text)
    if not here and period.kind != "whole":
        return normalise(period.text, said.now)
    known = [one for one in said.periods if here and one.end <= period.start]
    if not known and said.report and not said.report.outlook and here:
        known = [said.report.period] if anchored(period, [said.report.period]) else []
    carried = said.carry.period if said.carry.paragraph == said.sentence.paragraph else None
    if not known and period.text in ("当年", "同年", "是年", "次年"):
        known = [carried] if carried else []
    if not known and period.kind == "whole":
        spoken = [one.period for one in reversed(said.carry.earlier)]
        known = [one for one in (*spoken, carried, said.report.period if said.report else None) if one]
    return normalise(anchored(period, known) or period.text, said.now)
