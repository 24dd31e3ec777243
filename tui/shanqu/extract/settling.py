"""Makes facts of figures: whose each is, of when, how wide it is meant and whether it has come about."""

from __future__ import annotations

import re

from shanqu.extract import scope_options, status_options
from shanqu.extract.asking import Asked, ending, nature
from shanqu.extract.attribution import NOBODY, Owner, county_named
from shanqu.extract.clauses import clause_end, clause_start
from shanqu.extract.elsewhere import of_stranger, too_large
from shanqu.extract.holders import firm_of_speaker, holder_of
from shanqu.extract.narrower import narrower
from shanqu.extract.owning import by_the_way, owner_of, owner_of_project, unnamed
from shanqu.extract.periods import Period
from shanqu.extract.saying import Figure, Said, ask, figure_before, latest
from shanqu.extract.scoping import (
    of_area,
    of_trade,
    of_trade_alone,
    of_trade_itself,
    of_whole,
    said_outright,
    scope_of,
)
from shanqu.extract.seats import seated
from shanqu.extract.status import status_of
from shanqu.extract.subjects import Subject, body_of, subject_of, trade_alone, trade_of
from shanqu.extract.timing import iso_of, time_of
from shanqu.extract.trade_counts import counts_in_trade, goes_on_of_trade, told_of_trade
from shanqu.extract.vocabulary import listed
from shanqu.extract.widths import reconsidered, told_width
from shanqu.gazetteer.tables import once
from shanqu.model import NO_FIGURES, Fact, Scope, Status

# A year whose figure follows, with which another one is compared.
_COMPARED_WITH = re.compile(r"[比较](?P<when>(?P<year>20\d\d)年)[底末]?的$")
# What a firm has, and is not.
_ITS_OWN = re.compile("(?:专利|著作权|商标|员工|职工|工人|标准|产品|设备|生产线|门店|订单)$")
# Words before a number that tell more than what it counts: 2021年全县累计推广新技术, 在全国开出门店.
_NO_CLASS = re.compile(
    "[12]\\d{3}年|累计|共计|全[县市区]|^[在从向对把将被由]|[在到赴][一-龥]{1,6}(?:[开创兴]办|开[设出了]|经营|[建设]立|办起)"
)
# No zone is wider than this, in square metres.
_WIDEST = 3e8


def settle(said: Said, figure: Figure, owner: Owner | None = None, period: Period | None = None) -> Fact:
    """The fact of a figure; `owner` and `period` where the words deal it out to them, else as the clause speaks."""
    dealt, base = owner, _base(said, figure)
    asked, word = _asked(said, figure, past=base is not None)
    owner = owner or owner_of_project(said, asked) or owner_of(said, asked)
    owner = unnamed(owner) if owner.beyond else owner
    period = period or base or time_of(said, asked, figure.kind)
    scope, thing = _reach(said, asked, figure, owner)
    large = too_large(owner, scope, asked, figure.value) or of_stranger(owner, asked, said.around.strangers)
    owner = NOBODY if large or _of_nobody_still(said, asked, owner, scope) else owner
    owner = seated(thing, said.around.seats, owner) if scope == "company" and thing else owner
    start, end = said.to_page(figure.start, figure.end)
    low, high = said.to_page(0, len(said.text))
    page = said.doc.page_text
    return Fact(
        start=start,
        end=end,
        value_text=page[start:end],
        indicator=_made(said, asked, scope),
        kind=asked.kind,
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
        subject=_subject(said, asked, figure, (scope, thing), owner, dealt),
        period=period.printed if period else None,
        period_norm=iso_of(said, period) if period else None,
        scope=scope,
        status=asked.status,
        attribution=owner.attribution,
    )


@once
def _could() -> re.Pattern[str]:
    """By what a yearly output is only one that is possible."""
    return re.compile(listed("figures", "scope", "could"))


def _made(said: Said, asked: Asked, scope: Scope) -> str:
    """The indicator; what a county or a trade makes in a year (全县年产茶叶3000吨) is its output, and no capacity."""
    head = said.text[asked.clause[0] : asked.start]
    output = asked.indicator == "产能" and scope in ("area", "industry") and asked.status == "actual"
    return (
        "年产量"
        if output and "年产" in head and not _could().search(said.text, 0, asked.start)
        else asked.indicator
    )


def _base(said: Said, figure: Figure) -> Period | None:
    """The year of a figure with which another one is compared: 到2026年达到100亿元,比2022年的|42亿元翻一番."""
    match = _COMPARED_WITH.search(said.text, 0, figure.start)
    if match is None or int(match["year"]) > (said.now or int(match["year"])):
        return None
    return Period(match.start("when"), match.end("when"), match["when"], "year", False)


def _asked(said: Said, figure: Figure, *, past: bool) -> tuple[Asked, str | None]:
    """What is known of a figure before anybody asks whose it is; and the word of its status, where it hedges.

    `past`: it is of a year that has gone, whatever the sentence aims at.
    """
    clause = (clause_start(said.text, figure.start), clause_end(said.text, figure.end))
    subject = subject_of(
        said.text, said.spans, said.sentence.start, figure.start, clause, said.carry.subject
    ) or body_of(said.text, said.spans, said.sentence.start, figure.start)
    subject = subject or firm_of_speaker(said, figure.start)
    if subject and not subject.body and figure.indicator.endswith("项目数"):
        subject = None
    # What a county's books know is of no project that a clause before has told of: 某某工程结顶,社会消费品零售总额86亿元.
    if subject and subject.scope == "project" and of_area(figure.indicator):
        subject = subject if figure.indicator.endswith("面积") else None
    resolved = said.carry.resolved and said.carry.paragraph == said.sentence.paragraph
    ruled, word = status_of(
        said.text, figure.start, clause, said.year, resolved=resolved, indicator=figure.indicator
    )
    ruled = "target" if ruled == "actual" and said.ahead(figure.start) else ruled
    # 预计 and the like leave no doubt, and dates have rules of their own.
    dated = figure.kind == "milestone" or figure.kind in NO_FIGURES
    status = ruled if word or dated else _status(said, figure, clause, ruled)
    status = "actual" if past else status
    indicator, kind = figure.indicator, figure.kind
    if status == "target" and kind in ("rank", "level", "count", "share", "growth", "change"):
        indicator, kind = (indicator if indicator.endswith("目标") else f"{indicator}目标"), "target"
    measured = (ending(indicator), nature(indicator, kind))
    asked = Asked(
        said.text, figure.start, figure.end, clause, indicator, kind, figure.unit, subject, status, *measured
    )
    return asked, word


def _status(said: Said, figure: Figure, clause: tuple[int, int], ruled: Status) -> Status:
    last, between = figure_before(said, figure.start) or (None, "")
    told = status_options.Told(
        said.text,
        figure.start,
        figure.end,
        clause,
        figure.indicator,
        figure.kind,
        figure.unit,
        ruled,
        said.now,
        said.carry.text,
        said.carry.paragraph == said.sentence.paragraph,
        last,
        between,
        said.tone,
    )
    if not status_options.in_doubt(told):
        return ruled
    return ask(said, "status", figure.start, figure.end, status_options.options_of(told))


def _reach(said: Said, asked: Asked, figure: Figure, owner: Owner) -> tuple[Scope, str | None]:
    """How wide a figure is meant, and the project, firm, goods or trade that it is said of."""
    subject, clause = asked.subject, asked.clause[0]
    counted = figure.counted and not (subject and subject.body)
    scope = _scope(said, asked, owner, None if counted else subject)
    scope = "area" if scope == "zone" and _wide(figure) else scope
    scope = "area" if scope == "industry" and _of_trade_at_large(said, figure.start) else scope
    if scope in ("area", "industry") and subject is None and not figure.counted:
        from_on = (clause, _trade_end(said, figure.start) if scope == "industry" else 0)
        subject = narrower(said.text, from_on, figure.start, asked.indicator, said.settled)
        scope = subject.scope if subject else scope
    if subject is not None:
        return scope, subject.name
    if scope != "industry":
        return scope, trade_alone(
            said.spans, said.sentence.start, said.text, clause
        ) if scope == "zone" else None
    return scope, trade_of(said.spans, said.sentence.start, said.text, clause, figure.start)


def _of_trade_at_large(said: Said, at: int) -> bool:
    """Whether the last trade before `at` is only trade with other countries, which is the whole county's."""
    offset = said.sentence.start
    names = [span.canonical for span in said.spans if span.kind == "industry" and span.end - offset <= at]
    return bool(names) and names[-1] == "外贸"


def _trade_end(said: Said, at: int) -> int:
    """Where the last trade named before `at` ends."""
    offset = said.sentence.start
    ends = (span.end - offset for span in said.spans if span.kind == "industry" and span.end - offset <= at)
    return max(ends, default=0)


def _subject(
    said: Said,
    asked: Asked,
    figure: Figure,
    reach: tuple[Scope, str | None],
    owner: Owner,
    dealt: Owner | None,
) -> str | None:
    """What a figure is told of: the thing that its clause names or counts, whoever else holds it unless it was `dealt` out to a place,
    or else the zone or place. Where a firm counts its patents, they are the firm's."""
    scope, thing = reach
    counted = None if figure.counted and _NO_CLASS.search(figure.counted) else figure.counted
    if counted and not (scope == "company" and _ITS_OWN.search(counted)):
        return counted
    holder = None if dealt else holder_of(said, asked, scope, owner)
    return thing or holder or counted or owner.zone or owner.place


def _wide(figure: Figure) -> bool:
    """Whether a size is more than any zone's."""
    return figure.unit == "平方米" and (figure.value or 0) >= _WIDEST


def _of_nobody_still(said: Said, asked: Asked, owner: Owner, scope: Scope) -> bool:
    """Whether a figure goes on with the firm of the figure before it, where that is of nobody, or tells how a figure grew that was
    told by the way."""
    if not said.settled or owner.attribution != "discourse" or said.settled[-1].place is not None:
        return False
    last = said.settled[-1]
    at = last.start - said.to_page(0, 1)[0]
    if any(at < start < asked.start for start, _, _ in said.owners) or county_named(
        said.text, max(at, 0), asked.start
    ):
        return False
    grown = asked.kind in ("growth", "share") and by_the_way(said, asked, max(at, 0))
    return grown or last.scope == scope == "company"


def _scope(said: Said, asked: Asked, owner: Owner, subject: Subject | None) -> Scope:
    offset = said.sentence.start
    ruled = scope_of(said.text, asked.clause, asked.start, asked.end, asked.indicator, owner, subject)
    if subject is None and ruled == "area" and of_trade_itself(said.text, asked.start):
        return "industry"
    if ruled == "area" and of_trade(said.text, said.spans, offset, asked.start, asked.indicator):
        ruled = "industry"
    carried = ruled == "zone" and owner.attribution == "discourse" and _of_no_zone(said, asked)
    if carried and of_trade(said.text, said.spans, offset, asked.start, asked.indicator):
        ruled = "industry"
    if owner.place is None and ruled == "area" and _part_of_province(said):
        ruled = "province"
    if ruled in ("province", "foreign") or (subject and subject.body):
        return ruled
    if subject is None and (
        (ruled != "zone" and of_area(asked.indicator)) or (ruled == "area" and said.report)
    ):
        return "area"
    if asked.text[asked.clause[0] : asked.start] == _named_alone(said, asked):
        return ruled
    asked = asked if asked.subject is subject else asked._replace(subject=subject)
    before = _before(said, asked.start)
    if ruled == "industry" and subject is None and of_trade_alone(said.text, said.spans, offset, asked.start):
        return "industry"
    outright = said_outright(said.text, asked.clause, asked.start, asked.end, asked.indicator)
    if outright and subject is None:
        return outright
    if subject is None and ruled == "area" and _goes_on_of_trade(said, asked):
        return "industry"
    sure = told_width(asked, said.spans, offset, subject is not None, ruled)
    if sure:
        return sure
    options = scope_options.options_of(asked, said.spans, offset, owner, before, ruled)
    chosen = ask(said, "scope", asked.start, asked.end, options)
    chosen = reconsidered(chosen, asked, said.spans, offset, owner, said.owners)
    if chosen == "zone" and of_whole(said.text, asked.clause[0], asked.start):
        return "area"
    return "industry" if chosen == "area" and subject is None and _of_trade(said, asked) else chosen


def _goes_on_of_trade(said: Said, asked: Asked) -> bool:
    """Whether a figure is of the trade of the figure before, or of the one that its clause has just named."""
    named = told_of_trade(asked, said.spans, said.sentence.start)
    return named or goes_on_of_trade(asked, said.settled)


def _of_trade(said: Said, asked: Asked) -> bool:
    """Whether a count that would be the county's is of one trade there."""
    counts = asked.kind in ("count", "target") and asked.indicator.removesuffix("目标").endswith("数")
    return counts and counts_in_trade(asked, said.spans, said.sentence.start, said.settled)


def _of_no_zone(said: Said, asked: Asked) -> bool:
    """Whether a paragraph is not about a zone, or the clause turns to the whole county."""
    return said.topic != "park" or county_named(said.text, asked.clause[0], asked.start)


def _part_of_province(said: Said) -> bool:
    """Whether a sentence goes on with the parts of what the last figure before it counted in the province."""
    before = said.settled[-1] if said.settled else said.carry.settled
    return said.text.startswith("其中") and before is not None and before.scope == "province"


def _named_alone(said: Said, asked: Asked) -> str | None:
    """The place's name that a clause begins with: where nothing else stands before its figure, it is that place's
    (某某县15家,某某经济开发区7家,某某县6家)."""
    low = asked.clause[0]
    return next((said.text[start:end] for start, end, _ in said.owners if start == low), None)


def _before(said: Said, at: int) -> scope_options.Before:
    subject = said.carry.subject.scope if said.carry.subject else "-"
    opens, zone = said.around.opens, said.carry.park is not None
    return scope_options.Before(said.carry.last, said.topic, subject, latest(said, at), opens, zone)
