"""What a figure may measure where neither a measure nor a verb or noun by it says so: what the figure before it does, or
something that figures of its unit usually do, or nothing that anybody would look for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from shanqu.extract.asking import shape, stops_between
from shanqu.extract.choosing import Option
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.measures import Name, last_measure
from shanqu.extract.periods import find_periods
from shanqu.extract.quantities import Quantity
from shanqu.extract.segment import words as pieces
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import FactKind

_AHEAD, _BEHIND = 14, 6
_NEAREST = 5
# What is worth less is the price of a piece or somebody's pay.
_PRICE = 10_000
# A size behind 离 or 距 is that of a way.
_DISTANT = re.compile("[离距]")
# Signs of a rate.
_SIGNS = "+＋-－−"
# Such a rate tells how many were asked: 5‰人口变动抽样调查.
_SAMPLE = re.compile("的?(?:人口)?(?:变动)?抽样")
_KINDS: dict[str, FactKind] = {"count": "count", "people": "count"}
_MEASURES = ("money", "percent", "count", "people", "goods", "area")


def options_of(
    quantity: Quantity,
    text: str,
    clause: tuple[int, int],
    end: int,
    last: Name | None,
    levels: Mapping[str, Name],
    earlier: Mapping[str, Name],
) -> list[Option[Name | None]]:
    """None, what figures of the same measure are in the sentence (`levels`) and in `earlier` ones, and the usual names.

    `end` is where the figure before it in the sentence ends and `last` what that one measures.
    """
    if _is_none(quantity, text, clause):
        return [Option(None, [])]
    context = _context(quantity, text, clause, end, last)
    options: list[Option[Name | None]] = [Option(None, ["none"], [("none", context)])]
    falls = _falls().search(text, max(end, clause[0]), quantity.start) is not None
    alone = bare(text[max(end, clause[0]) : quantity.start]) == "0"
    grows = alone or _is_moved(quantity, text, clause, last, levels, earlier)
    seen: set[str] = set()
    named = last_measure(text[: quantity.start])
    for label, name in _names(quantity, last, levels, earlier, named[0] if named else None):
        if name.indicator not in seen:
            seen.add(name.indicator)
            kind = name.kind
            if kind == "growth" and (quantity.written == "分之" or not grows):
                continue  # 四分之一 is a part of something, and what nobody says to have moved has not.
            value = Name(name.indicator, kind, falls=falls and kind == "growth")
            said = f"{label} {name.indicator[-2:]} m={quantity.measure}"
            options.append(Option(value, [label, f"{label} {kind}", said], [(label, context)]))
    return options


def _is_moved(
    quantity: Quantity,
    text: str,
    clause: tuple[int, int],
    last: Name | None,
    levels: Mapping[str, Name],
    earlier: Mapping[str, Name],
) -> bool:
    """Whether anything tells that something rose or fell: a sign, a word of the sentence so far or a rate before."""
    rated = (last is not None and last.kind == "growth") or "growth" in levels or "growth" in earlier
    signed = any(sign in text[max(quantity.start - 1, 0) : quantity.start + 1] for sign in _SIGNS)
    return rated or signed or _moves().search(text, 0, clause[1]) is not None


def _is_none(quantity: Quantity, text: str, clause: tuple[int, int]) -> bool:
    """Whether such a figure is never asked for: the price of a piece, a way, by how much one rate differs from another."""
    priced = quantity.measure == "money" and max(quantity.value or 0, quantity.high or 0) < _PRICE
    sampled = _SAMPLE.match(text, quantity.end) is not None
    distant = _DISTANT.search(text, clause[0], quantity.start) is not None
    return priced or distant or sampled or quantity.unit == "个百分点" or quantity.measure not in _MEASURES


def _names(
    quantity: Quantity,
    last: Name | None,
    levels: Mapping[str, Name],
    earlier: Mapping[str, Name],
    named: str | None,
) -> Iterator[tuple[str, Name]]:
    """The names that may be chosen, each with how it comes to be there. `named` is the last measure that the sentence
    names before the figure, with a figure or without."""
    measure = quantity.measure
    if quantity.sort in levels and _counts(levels[quantity.sort], quantity.unit):
        yield "same", levels[quantity.sort]
    if named and measure != "percent":
        yield "named", Name(named, _KINDS.get(measure, "level"))
    if quantity.sort in earlier and _counts(earlier[quantity.sort], quantity.unit):
        yield "earlier", earlier[quantity.sort]
    if measure == "percent" and last and last.kind in ("level", "count"):
        yield "growth of it", Name(f"{last.indicator}增速", "growth")
        yield "share of it", Name(f"{last.indicator}占比", "share")
    for name in words("guesses", "usual", measure):
        yield name, Name(name, _kind_of(name, _KINDS.get(measure, "level")))


def _counts(name: Name, unit: str) -> bool:
    """Whether a number with that unit may be of the same things again: 60个产品, but 9家 no more of them."""
    return unit != "家" or not name.indicator.endswith(words("guesses", "not_counted", unit))


@once
def _moves() -> re.Pattern[str]:
    rising, falling = listed("figures", "rates", "grow"), listed("figures", "rates", "fall")
    return re.compile(f"{rising}|{falling}|[增减升降涨跌掉缩扩]|[多少快慢]了|同比|环比")


@once
def _falls() -> re.Pattern[str]:
    return re.compile(listed("figures", "rates", "fall"))


def _kind_of(name: str, kind: FactKind) -> FactKind:
    return "growth" if name.endswith("增速") else "share" if name.endswith("占比") else kind


def _context(
    quantity: Quantity, text: str, clause: tuple[int, int], end: int, last: Name | None
) -> list[str]:
    """What stands around the figure."""
    ahead = text[max(end, quantity.start - _AHEAD) : quantity.start]
    behind = text[quantity.end : min(quantity.end + _BEHIND, clause[1] + 1)]
    before = [shape(piece) for piece in pieces(ahead)][-_NEAREST:]
    after = [shape(piece) for piece in pieces(behind)][:2]
    left = bare(text[max(end, clause[0]) : quantity.start])
    return [
        f"m={quantity.measure}",
        f"unit={quantity.unit}",
        f"w1={before[-1] if before else '^'}",
        *(f"w={word}" for word in before),
        f"w12={''.join(before[-2:])}",
        f"a1={after[0] if after else '$'}",
        *(f"a={word}" for word in after),
        f"bare={left}",
        f"apart={stops_between(text, end, quantity.start) if end else 'first'}",
        f"apart={stops_between(text, end, quantity.start) if end else 'first'} bare={left}",
        f"last={last.kind if last else '-'}",
        f"hedge={bool(quantity.hedge)}",
    ]


def bare(text: str) -> str:
    """What is left of the words before the figure without places and times: how many characters."""
    taken = [False] * len(text)
    for start, end, _ in place_scanner().scan(text):
        taken[start:end] = [True] * (end - start)
    for period in find_periods(text):
        taken[period.start : period.end] = [True] * (period.end - period.start)
    left = sum(
        1 for char, hidden in zip(text, taken, strict=True) if not hidden and char not in ",，、;；和及与:： "
    )
    return "0" if not left else "1-2" if left <= 2 else "3-5" if left <= 5 else "6+"
