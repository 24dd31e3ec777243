"""Figures, events and pairings with their evidence: values, what they measure, whose and of when they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shanqu.extract.amounts import DIFFERENCE
from shanqu.extract.attribution import NOBODY, Owner, only_compared
from shanqu.extract.carry import Carry, around_of, leave
from shanqu.extract.choosing import Option
from shanqu.extract.clauses import overlaps, within
from shanqu.extract.dealing import bracketed, dealt_to, rates_dealt, years_dealt
from shanqu.extract.document import Document
from shanqu.extract.elsewhere import strangers_of
from shanqu.extract.events import find_events
from shanqu.extract.goals import find_goals
from shanqu.extract.measures import Name, hidden, last_measure
from shanqu.extract.milestones import dated
from shanqu.extract.naming import bracketed_name, name_all
from shanqu.extract.narrower import of_nobody
from shanqu.extract.pairings import find_pairings, whose_enclaves
from shanqu.extract.periods import Period
from shanqu.extract.place_options import Named
from shanqu.extract.places import speaks_of
from shanqu.extract.quantities import Quantity, find_quantities
from shanqu.extract.ranking import rank_name
from shanqu.extract.ranks import Position, dealt_positions, find_positions
from shanqu.extract.reports import names_report, part_year, title_year
from shanqu.extract.saying import Figure, Listener, Said, ask, said
from shanqu.extract.seats import seats_of
from shanqu.extract.settling import settle
from shanqu.extract.sole_owner import sole_owner
from shanqu.extract.span import Span
from shanqu.extract.status_options import tone_of
from shanqu.gazetteer import place_by_code
from shanqu.model import Fact, Scope

# Programmes that go by how many they are: 三个“一号工程”, “十项重大工程”, “四个一批”.
_PROGRAMMES = re.compile(
    "[二两三四五六七八九十](?:个|大|项)“[^”]{2,8}(?:工程|行动|计划|战略)”|(?<=“)[二两三四五六七八九十](?:个|大|项)[^”]{1,4}”"
)
# A city's own medium speaks of it so.
_OUR_CITY = re.compile("[我全]市(?!场)")
# Besides places, what figures are dealt out to, with how wide they are meant then.
_DEALT: dict[str, Scope] = {"industry": "industry", "company": "company", "project": "project"}
# A longer run without a stop is no sentence that could be quoted as evidence.
_LONGEST = 1500
# Before a period of which the text does not go on: where a change began, and what is only remarked on (含|2011年签约项目).
_ASIDE = re.compile(r"[从由]$|[(（](?:其中)?(?:不?含|不?包括|包含)[^()（）]{0,8}$")
# How many times as much somebody has as another, in the name of what a figure measures.
_MULTIPLE = "倍数(较"


def find_facts(
    doc: Document, spans: list[Span], year: int | None, listener: Listener | None = None
) -> list[Fact]:
    """The facts of the body. `year` is that of original publication where the page proves it, else None.

    `listener` is told of every choice that there was to make, for whoever learns the weights of the choices.
    """
    owner = sole_owner(spans, doc.text)
    carry = Carry(owner=owner if owner.place or any(span.code for span in spans) else _at_home(doc))
    asides = [(one.start, one.end) for one in doc.sentences if one.aside]
    around = around_of(
        [span for span in spans if not within(span.start, asides) and not only_compared(doc.text, span)]
    )
    around = around._replace(strangers=strangers_of(doc.text, spans), seats=seats_of(spans))
    report = title_year("".join(one.text for one in doc.sentences if one.paragraph < 0))
    tone = tone_of(doc.text)
    facts: list[Fact] = []
    starts = [span.start for span in spans]
    zoned = any(span.kind == "park" and span.end <= doc.body_start for span in spans)
    for sentence in doc.sentences:
        if sentence.end - sentence.start > _LONGEST:
            continue
        near = spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        inside = [span for span in near if span.end <= sentence.end]
        report = part_year(sentence.text, report)
        carry = carry.parted(sentence.text).entered(sentence.text)
        carry = carry.of_county() if report and not zoned else carry
        read = said(doc, sentence, inside, carry, around, (year, report), listener, tone)
        reader = _Reader(read)
        found = reader.facts() if sentence.paragraph >= 0 else []
        facts.extend(found)
        if sentence.aside:  # A picture interrupts the text, and may show something else.
            continue
        settled = max(reader.said.settled, key=lambda fact: fact.start, default=read.carry.settled)
        periods = [
            period
            for period in read.periods
            if period not in reader.dealt
            and not _ASIDE.search(read.text, 0, period.start)
            and not names_report(read.text, period)
        ]
        enclaves = {**read.carry.enclaves, **whose_enclaves(found)}
        owners = _of_enclaves(read.owners, enclaves if whose_enclaves(found) else {})
        carry = leave(
            read.carry, sentence, inside, owners, read.inside, periods, reader.levels, settled, enclaves
        )
    return facts


def _of_enclaves(owners: Sequence[Named], whose: Mapping[str, Owner]) -> list[Named]:
    """The places that a sentence speaks of; for one where an enclave lies, the one whose that is: a text goes on about the
    enclave."""
    return [(start, end, whose.get(owner.place or "", owner)) for start, end, owner in owners]


def _at_home(doc: Document) -> Owner:
    """The county or city that the page comes from, where the text speaks of it as 我县 and names no place."""
    place = place_by_code(doc.home) if doc.home else None
    if place is None:
        return NOBODY
    kind = place.name[-1]
    spoken_of = _OUR_CITY.search(doc.text) if kind == "市" else speaks_of(kind).search(doc.text)
    return Owner(place.name, place.code, "discourse") if spoken_of else NOBODY


def _said_of(fact: Fact, thing: Span) -> Fact:
    """The fact, of a trade, firm or project that it was dealt out to. What a zone's trades have stays the zone's."""
    scope = "zone" if fact.scope == "zone" and thing.kind == "industry" else _DEALT[thing.kind]
    return fact._replace(subject=thing.canonical, scope=scope)


class _Reader:
    """Reads the figures of one sentence."""

    def __init__(self, said: Said) -> None:
        self.said = said
        self.text = said.text
        self.spans = said.spans
        self.amounts: dict[str, tuple[int, Fact]] = {}
        self.measured: list[tuple[int, Name]] = []
        self.levels = said.carry.levels
        self.dealt: set[Period] = set()

    def facts(self) -> list[Fact]:
        """The facts of the sentence, in order of their values."""
        periods = [(period.start, period.end) for period in self.said.periods]
        quantities = [
            item
            for item in find_quantities(self.text)
            if not within(item.start, periods) and not self._named(item) and not of_nobody(self.text, item)
        ]
        found: list[Fact] = []
        settled: list[Fact] = []
        self.said = self.said._replace(settled=settled)
        rates = rates_dealt(self.text, quantities)
        owners = dealt_to(self.text, quantities, [(start, end) for start, end, _ in self.said.owners])
        things = self._things(quantities)
        dates = dealt_to(self.text, quantities, [(one.start, one.end) for one in self.said.periods])
        listed, head = bracketed(self.text, quantities, [(start, end) for start, end, _ in self.said.owners])
        given = {item.start: bracketed_name(item, head) for item in quantities if item.start in listed}
        owners |= listed
        self.dealt = {self.said.periods[number] for number in dates.values()}
        ranges = [(one.start, one.end, one.text) for one in self.said.periods]
        years = years_dealt(self.text, quantities, ranges)
        sure = {at: name for at, name in given.items() if name}
        named, self.levels = name_all(
            self._without_names(), quantities, self.said.carry.levels, rates, sure, self._decide
        )
        amounts: list[Fact] = []
        for quantity, name in named:
            at = quantity.start
            self.measured.append((at, name))
            owner = self.said.owners[owners[at]][2] if at in owners else None
            period = self.said.periods[dates[at]] if at in dates else self._year(years.get(at))
            fact = self._fact(quantity, name, owner, period)
            back = rates[at][0] if at in rates else 0
            fact = _of(fact, amounts[-back]) if 0 < back <= len(amounts) else fact
            fact = _said_of(fact, things[at]) if at in things else fact
            if name.kind in ("level", "count"):
                amounts.append(fact)
            settled.append(fact)
        found.extend(settled)
        found.extend(self._positions())
        events = find_events(self.said)
        found.extend(self._goals(found, events))
        found.extend([*events, *find_pairings(self.said)])
        return sorted(found, key=lambda fact: fact.start)

    def _things(self, quantities: Sequence[Quantity]) -> dict[int, Span]:
        """The trades, firms and projects that figures are dealt out to, by the figures' starts:

        纸业和茶业分别完成产值5亿元、3亿元."""
        offset = self.said.sentence.start
        found: dict[int, Span] = {}
        for kind in _DEALT:
            spans = [span for span in self.spans if span.kind == kind]
            dealt = dealt_to(self.text, quantities, [(one.start - offset, one.end - offset) for one in spans])
            found |= {at: spans[number] for at, number in dealt.items()}
        return found

    def _year(self, dealt: tuple[int, int] | None) -> Period | None:
        """The one year of a range that `dealt` names: which period of the sentence that is, and the year."""
        if dealt is None:
            return None
        number, year = dealt
        return replace(self.said.periods[number], text=f"{year}年", kind="year")

    def _decide(self, quantity: Quantity, options: Sequence[Option[Name | None]]) -> Name | None:
        return ask(self.said, "measure", quantity.start, quantity.end, options)

    def _without_names(self) -> str:
        """The sentence with the measures in the names of firms and offices (某某工业投资公司) made unreadable, character for
        character: they measure nothing."""
        text, offset = self.text, self.said.sentence.start
        for span in self.spans:
            if span.kind in ("company", "organization") and (
                name := text[span.start - offset : span.end - offset]
            ):
                text = text[: span.start - offset] + hidden(name) + text[span.start - offset + len(name) :]
        return text

    def _named(self, quantity: Quantity) -> bool:
        """Whether the number is part of a programme's, document's or firm's name."""
        start = self.said.sentence.start + quantity.start
        if _PROGRAMMES.match(self.text, quantity.start):
            return True
        return any(
            span.start <= start < span.end
            for span in self.spans
            if span.kind in ("policy", "company", "person")
        )

    def _listed(self, at: int) -> bool:
        """Whether a well-known programme's name (万亩千亿) holds the character at `at`."""
        start = self.said.sentence.start + at
        return any(span.how == "policies" and span.start <= start < span.end for span in self.spans)

    def _fact(self, quantity: Quantity, name: Name, owner: Owner | None, period: Period | None) -> Fact:
        value, low, high = quantity.value, quantity.low, quantity.high
        if name.falls:
            value, low, high = _minus(value), _minus(high), _minus(low)
        place = (quantity.start, quantity.end, name.indicator, name.kind, quantity.unit)
        figure = Figure(*place, value, low, high, quantity.hedge, name.subject)
        fact = settle(self.said, figure, owner, period)
        return fact if owner else self._with_level(quantity, name, self._going_on(quantity, name, fact))

    def _going_on(self, quantity: Quantity, name: Name, fact: Fact) -> Fact:
        """The fact; one whose measure an earlier sentence has named is of whom that told, unless somebody is named here:
        园区产值40亿元。|今年有望突破60亿元。"""
        before = self.said.settled[-1] if self.said.settled else self.said.carry.settled
        if before is None or name != self.said.carry.levels.get(quantity.sort):
            return fact
        named = any(start < quantity.start for start, _, _ in self.said.owners)
        if (
            named
            or last_measure(self.text[: quantity.start])
            or self.said.of_more(quantity.start)
            or before.indicator != name.indicator
        ):
            return fact
        return _of(fact, before) if before.scope in ("zone", "industry") else fact

    def _with_level(self, quantity: Quantity, name: Name, fact: Fact) -> Fact:
        """The fact; a rate behind the amount that grew (产值5亿元,增长8%), or its share, is of whom that is, unless another is named between, be it the
        nation."""
        if (DIFFERENCE in name.indicator or _MULTIPLE in name.indicator) and self.said.settled:
            rate = self.said.settled[-1]
            return _of(fact, rate) if name.indicator.startswith(rate.indicator) else fact
        level = self.amounts.get(name.indicator.removesuffix("增速").partition("占")[0])
        if name.kind == "level":
            self.amounts[name.indicator] = (quantity.end, fact)
        if name.kind not in ("growth", "share") or level is None:
            return fact
        end, amount = level
        offset = self.said.sentence.start
        firms = (span.start - offset for span in self.spans if span.kind == "company")
        owners = (start for start, _, _ in self.said.owners)
        named = any(end <= start < quantity.start for start in (*owners, *firms))
        named = named or (fact.scope == "industry" and amount.scope == "area")
        same = name.kind == "share" and amount.place == fact.place
        if named or same or self.said.of_more(quantity.start):
            return fact
        return _of(fact, amount)

    def _positions(self) -> list[Fact]:
        dealt: dict[int, tuple[Position, Owner | None, Name | None]] = {}
        for item, index, count in dealt_positions(self.text):
            before = [owner for _, end, owner in self.said.owners if end <= item.start]
            names = [name for at, name in self.measured if at < item.start]
            if len({owner.code for owner in before}) == len(before) == count:
                dealt[item.start] = (item, before[index], None)
            elif len(names) >= count:  # 产值、税收分别增长5%、6%,增速分别居全市第三、第二
                dealt[item.start] = (item, None, names[index - count])
        taken = [(item.start, item.end) for item, _, _ in dealt.values()]
        plain = [item for item in find_positions(self.text) if not overlaps(item.start, item.end, taken)]
        ranked = [(item, None, None) for item in plain] + list(dealt.values())
        return [self._ranking(item, owner, name) for item, owner, name in ranked]

    def _ranking(self, item: Position, owner: Owner | None, of: Name | None) -> Fact:
        last = of or next((name for at, name in reversed(self.measured) if at < item.start), None)
        indicator, subject = rank_name(self.text, item, owner or self.said.owner_of(item.start), last)
        return settle(
            self.said,
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

    def _goals(self, found: list[Fact], events: Sequence[Fact]) -> list[Fact]:
        goals = []
        for item in find_goals(self.text):
            if self._listed(item.start):
                continue
            figure = Figure(
                item.start, item.end, item.indicator, item.kind, item.unit, item.value, hedge=item.hedge
            )
            fact = settle(self.said, figure, self.said.owner_of(item.event) if item.event else None)
            if item.kind == "target":
                fact = fact._replace(status="target")
            elif item.kind == "milestone":
                fact = dated(self.said, item, fact, events)
            if not any(other.start < fact.end and fact.start < other.end for other in found):
                goals.append(fact)
        return goals


def _of(rate: Fact, amount: Fact) -> Fact:
    """The rate as one of whom the amount is."""
    return rate._replace(
        place=amount.place,
        code=amount.code,
        subject=amount.subject,
        scope=amount.scope,
        attribution=amount.attribution,
    )


def _minus(value: float | None) -> float | None:
    return None if value is None else -value
