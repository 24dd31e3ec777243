"""What figures measure: the known indicators as texts write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from shanqu.gazetteer.indicators import measures
from shanqu.model import FactKind

# What may stand between a measure and its figure.
GAP = r"(?:预计|累计|均|共计|合计|已经|已|将|可|仅|就|也|能|实现|完成|超额|总额|总计|总量|高|约|近|共|了|达到|达|到|为|是|有|超过|超|突破|额|分别|同比|同期|全年|预期|目标|提升|大约|在|[:：“])*"


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator with its kind; `subject` is a class of things that the figure counts (亿元以上产业项目)."""

    indicator: str
    kind: FactKind
    subject: str | None = None


@cache
def measure_pattern() -> re.Pattern[str]:
    """Matches every known measure; 年产值 does not begin inside 今年产值."""
    forms = "|".join(sorted(map(re.escape, measures()), key=len, reverse=True))
    return re.compile(rf"(?!(?<=[今去明前当上本半两近每多\d一二三四五])年)(?:{forms})")


def last_measure(text: str) -> tuple[str, int] | None:
    """The last known measure in `text` with the offset of its end."""
    found = None
    for match in measure_pattern().finditer(text):
        found = (measures()[match.group()], match.end())
    return found


def all_measures(text: str) -> list[str]:
    """Every known measure in `text`, in order."""
    return [measures()[match.group()] for match in measure_pattern().finditer(text)]
