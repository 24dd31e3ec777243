"""What a quantity measures: the indicator's name, from the words before and after it."""

from __future__ import annotations

import re
from collections.abc import Callable

from shanqu.extract import amounts, counting
from shanqu.extract.clauses import clause_end, clause_start, listed, verb_part
from shanqu.extract.measures import Name, all_measures
from shanqu.extract.quantities import Quantity

_RULES: dict[str, Callable[[Quantity, str, str, str | None], Name | None]] = {
    "money": amounts.name_money,
    "percent": amounts.name_percent,
    "times": amounts.name_times,
    "count": counting.name_count,
    "people": counting.name_people,
    "area": counting.name_area,
    "goods": counting.name_goods,
    "time": counting.name_time,
    "length": counting.name_length,
}


def name_quantity(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """The indicator of `quantity`, None where nothing says what it measures.

    `before` is the text from the end of the last figure or clause to the quantity, `after` the rest of its clause;
    `previous` names the last indicator of the same sentence, which an elliptic rate may continue.
    """
    return _RULES[quantity.measure](quantity, before, after, previous)


def aligned_names(text: str, quantities: list[Quantity]) -> dict[int, Name]:
    """Rates that 分别 deals out to measures named before: A和B年均分别增长a%和b%."""
    names: dict[int, Name] = {}
    for at in (match.end() for match in re.finditer("分别", text)):
        start = clause_start(text, at)
        end = clause_end(text, at)
        run = [item for item in quantities if at <= item.start < end]
        stems = all_measures(text[start:at]) or listed(text[start:at])
        if len(run) < 2 or len(stems) != len(run):
            continue
        for stem, item in zip(stems, run, strict=True):
            name = name_quantity(item, stem + text[at - 6 : run[0].start].split(stem)[-1], "", None)
            tail = name_quantity(item, stem + verb_part(text[start : run[0].start]), "", None)
            names[item.start] = tail or name or Name(stem, "level")
    return names
