"""A sentence as it is read, with what it takes over from those before it, and the questions that its figures pose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from shanqu.extract.asking import Latest, ending, nature, parted
from shanqu.extract.attribution import NOBODY, Owner, choose, owners_of, told
from shanqu.extract.carry import Carry, first_thing
from shanqu.extract.choosing import Option, Question, T, best, likeliest
from shanqu.extract.clauses import clause_end, clause_start
from shanqu.extract.document import Document, Sentence
from shanqu.extract.periods import Period, find_periods, normalise
from shanqu.extract.place_options import Around, Inside, Named, inside_names
from shanqu.extract.reports import Report
from shanqu.extract.span import Span
from shanqu.extract.status_options import Tone
from shanqu.model import Fact, FactKind

# Of answers that are less likely more than half are wrong (left out of learning, `benchmarks/training/train_choices.py --folds`).
_LEAST = 0.6
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
    tone: Tone
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
    tone: Tone,
) -> Said:
    """A sentence as it is read after those that left `carry`. `dated`: the year of publication and that of the report."""
    carry = carry.at(sentence.paragraph)
    owners = owners_of(sentence.text, spans, sentence.start, carry.owner.code)
    around = around._replace(spoken=carry.spoken, carried=carry.owner)
    inside = inside_names(sentence.text, spans, sentence.start)
    periods = find_periods(sentence.text)
    return Said(doc, sentence, spans, carry, around, owners, inside, periods, *dated, listener, tone)


def ask(said: Said, question: Question, start: int, end: int, options: Sequence[Option[T]]) -> T:
    """The answer to a question about the figure at `[start, end)` of the sentence."""
    told = said.listener(question, said.to_page(start, end), options) if said.listener else None
    return told.value if told else best(question, options)


def ask_for_sure(
    said: Said, question: Question, figure: tuple[int, int], options: Sequence[Option[T]], otherwise: T
) -> T:
    """The same; `otherwise` where no answer is likely enough."""
    told = said.listener(question, said.to_page(*figure), options) if said.listener else None
    answer: T = told.value if told else likeliest(question, options, _LEAST, otherwise)
    return answer


def figure_before(said: Said, at: int) -> tuple[Fact, str] | None:
    """The figure before the one at `at`, in its sentence or in an earlier one, and the words between them."""
    start, _ = said.to_page(at, at)
    fact = max(
        (fact for fact in said.settled if fact.start < start),
        key=lambda fact: fact.start,
        default=said.carry.settled,
    )
    return (fact, said.doc.page_text[fact.end : start]) if fact else None


def latest(said: Said, at: int) -> Latest | None:
    """What is known of the figure before the one at `at`."""
    before = figure_before(said, at)
    if before is None:
        return None
    fact, between = before
    apart = parted(between)
    measured = ending(fact.indicator), nature(fact.indicator, fact.kind)
    return Latest(apart, *measured, fact.code, fact.period, fact.scope or "-")
