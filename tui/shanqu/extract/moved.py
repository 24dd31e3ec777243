"""Rates and amounts of which the words before tell that something rose or fell: the rate of what the clause before speaks
of, and the amount to which a rate has led."""

from __future__ import annotations

import re

from shanqu.extract.clauses import clause_start
from shanqu.extract.measures import Name, last_measure
from shanqu.extract.quantities import Quantity
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# By what a rate goes on to the amount that was reached: 下降5.85%|至41亿元, 增长8%,|达35亿元.
_REACHED = re.compile("[,，]?(?:[至到达]|达到|[升降增减]至)[了约]?")
_OF_RATES = re.compile("(?:年均)?增速$")
_OF_CHANGES = re.compile("变化$")
_MEASURES = ("money", "people", "goods", "area")
# A clause of nothing but the rate of what the clause before speaks of: ,|同比下降.
_ONLY_MOVES = re.compile("[,，]?(?:并|且|也|均)?(?:同比|环比|[比较](?:上年|去年|前一年)(?:同期)?)?")
# So many characters may stand between a measure and the word that it moved, and behind that: 营收|首次|下滑|明显.
_BETWEEN, _BEHIND = 6, 4


@once
def grows() -> re.Pattern[str]:
    """Words that something rose; those that it fell are the group `falls`."""
    rising, falling = (listed("figures", "rates", name) for name in ("grow", "fall"))
    return re.compile(f"{rising}|(?P<falls>{falling})")


def rate_of_told(text: str, at: int) -> Name | None:
    """The rate at `at` of the measure that the clause before tells to have moved: 营收首次下滑,同比下降|5.85%."""
    low = clause_start(text, at)
    found = grows().search(text, low, at)
    if (
        not low
        or found is None
        or found.end() < at - 1
        or not _ONLY_MOVES.fullmatch(text, low, found.start())
    ):
        return None
    topic = text[clause_start(text, low - 1) : low - 1]
    measure = last_measure(topic)
    if measure is None or any(char.isdigit() for char in topic[measure[1] :]):
        return None
    moved = grows().search(topic, measure[1])
    told = moved and moved.start() - measure[1] <= _BETWEEN and len(topic) - moved.end() <= _BEHIND
    return Name(f"{measure[0]}增速", "growth", None, bool(found["falls"])) if told else None


def reached(quantity: Quantity, before: str, previous: str | None) -> Name | None:
    """What an amount measures to which the rate before it led; `before` is the text between, `previous` names the rate."""
    if not previous or not _REACHED.fullmatch(before):
        return None
    if quantity.measure in _MEASURES and _OF_RATES.search(previous):
        name = _OF_RATES.sub("", previous)
        return Name(name, "level") if name else None
    if quantity.unit == "%" and _OF_CHANGES.search(previous):
        return Name(_OF_CHANGES.sub("", previous), "share")
    return None
