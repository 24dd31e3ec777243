"""Names of measures that were made of the words before a figure, without the words that are no part of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.measures import Name, known_names
from shanqu.extract.periods import find_periods
from shanqu.extract.segment import words as pieces
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# The end of a name that tells what is done with what it names: 研发机构|数, 用电量|增速, 产值|占全县比重.
_TAIL = re.compile("(?:数|(?:年均)?增速|占比|占[^占]*比重|变化)$")
_SPELLINGS = (
    (re.compile("^[、,，;；:：”’》）)]+"), ""),
    (re.compile("^[^“‘]*[”’](?=[一-龥]{2})(?!(?:占比|比重|增速)$)"), ""),
    (re.compile("^(?:如今|现在|眼下|目前|当前|这几年|近几年|近年来|这些年|早些年)+(?=[一-龥]{2})"), ""),
    (re.compile("^[一-龥]{0,6}每年(?=[毛净纯]?收入$)"), "年"),
    (re.compile("^年(?=全[省市县区国])"), ""),
    (re.compile("^全[市县区](?=研发投入强度|城镇化率|森林覆盖率|亩均税收)"), ""),
    (re.compile("占规模以上工业(?=[一-龥]{2,5}比重)"), "占规上工业"),
    (re.compile("占(?:地区|国内)?生产总值(?=比重)"), "占GDP"),
    (re.compile("占[一-龥]{2,4}(?=全[省市县区]比重)"), "占"),
)
# A rate that a page names by itself, with the time before it as if it were a part of the name: 去年|完工率, 2023年|入园率.
_TIMED_RATE = re.compile(
    r"(?:去年|今年|上年|当年|全年|年(?![均度化利租息收产增内]))(?P<rate>[一-龥]{2,10}率)"
)
# So many characters are a name; one, behind what only counts, is none.
_LEAST = 2
# Where a county has several of them: 芳村两镇.
_SEVERAL = re.compile("^[两三四五六七八九]?[县市区镇乡村地园片]$")
# Words before somebody who is told of by a single character: 该|行, 我|市.
_POINTING = ("该", "本", "我", "各")
# In these 在 is a part of a word.
_BEING = re.compile("[建库手营岗职谈编校册研产售地]")


def cleaned(name: Name | None) -> Name | None:
    """The name without the words up to the last one that no name has in it (今年谈崩|项目数, 我们有|华侨人数); None where nothing is
    left that could be measured: 该县|增速, 某某两镇|数. Known measures stay as they are."""
    if name is None or name.indicator in known_names():
        return name
    name = replace(name, indicator=_spelled(name.indicator))
    if not name.indicator:
        return None
    tail = _TAIL.search(name.indicator)
    stem = name.indicator[: tail.start()] if tail else name.indicator
    if tail is None or not stem or stem in known_names() or stem.endswith(")"):
        return name
    if name.kind == "share" and _is_place(stem):  # 莲都|占比
        return name
    own = _own(stem if name.kind == "count" else _ended(stem))
    hollow = (own != stem and len(own) < _LEAST) or _is_place(own)
    if hollow and name.kind == "growth":
        return replace(name, indicator=tail.group())
    if hollow:
        return None
    return name if own == stem else replace(name, indicator=own + tail.group())


def _spelled(indicator: str) -> str:
    """A name as all pages shall spell it: without the marks and the time before it, the whole of an area without its name
    (占某地全县比重), GDP by its short name."""
    for form, spelled in _SPELLINGS:
        indicator = form.sub(spelled, indicator)
    timed = _TIMED_RATE.fullmatch(indicator)
    return timed["rate"] if timed else indicator


def _ended(stem: str) -> str:
    """`stem` without the adverbs at its end: 毛利率|已经."""
    found = pieces(stem)
    while found and found[-1] in _apart():
        found.pop()
    return "".join(found)


def _own(stem: str) -> str:
    """What is left of `stem` behind the time it begins with and the last word that is no part of a name."""
    first = next(iter(find_periods(stem)), None)
    start = first.end if first and first.start == 0 else 0
    found = pieces(stem[start:])
    if found and found[-1] in words("guesses", "apart_end"):
        return ""
    last = max((at for at in range(len(found)) if _is_apart(found, at)), default=-1)
    if last >= 0 and found[last] in _POINTING and len("".join(found[last + 1 : last + 2])) == 1:
        last += 1
    low = start + sum(map(len, found[: last + 1]))
    # 莲|都 is no 都.
    inside = any(begin < low <= end for begin, end, _ in place_scanner().scan(stem))
    return stem[start:] if inside else stem[low:]


def _is_apart(found: Sequence[str], at: int) -> bool:
    after = found[at + 1] if at + 1 < len(found) else ""
    return found[at] in _apart() and not (found[at] == "在" and _BEING.match(after))


@once
def _apart() -> frozenset[str]:
    return frozenset(words("guesses", "apart"))


def _is_place(text: str) -> bool:
    """Whether a text names places and nothing else."""
    end = 0
    for start, stop, _ in place_scanner().scan(text):
        if start == end or (start == end + 1 and text[end] in "、和与及"):
            end = stop
    return end > 0 and (end == len(text) or _SEVERAL.match(text[end:]) is not None)
