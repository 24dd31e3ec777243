"""What a position ranks and among whom."""

from __future__ import annotations

import re

from shanqu.extract.attribution import Owner
from shanqu.extract.clauses import clause_start, counted_in
from shanqu.extract.measures import Name, last_measure
from shanqu.extract.ranks import Position
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# Where the words of a position begin behind what is ranked.
_POSITION = re.compile("全[市省县区国](?!部)|[第前][\\d一二三四五六七八九十]|首位|榜首")


@once
def _wide() -> re.Pattern[str]:
    """The area of 在全省的综合排名."""
    areas, ranking = listed("ranks", "wide"), listed("ranks", "ranking")
    return re.compile(rf"({areas})(?:范围内)?的?(?:综合)?{ranking}")


@once
def _strongest() -> re.Pattern[str]:
    """A list of the strongest counties or firms ranks these, and not the measure spoken of before."""
    return re.compile(listed("ranks", "strongest"))


@once
def _only_when() -> re.Pattern[str]:
    """A clause that tells but of when a position is: it is that of what was ranked before."""
    verbs = listed("ranks", "verbs")
    return re.compile(
        rf"[,，;；]?(?:其中|而|但)?(?:[、和]?(?:(?:19|20)\d\d年|今年|去年|前年|上年|次年)"
        rf"(?:则|又|再|已|[上跃]?升[至到]|{verbs})*(?:第[\d一二三四五六七八九十]{{1,3}}[位名]?)?)+[,，;；]?"
    )


@once
def _counted() -> re.Pattern[str]:
    """What is ranked though it is no known measure, by its noun (研发机构总数, 招商考核), right before the words of position."""
    nouns, verbs = listed("ranks", "ranked_nouns"), listed("ranks", "verbs")
    when = r"(?:连续[一二三四五六七八九十两\d]+[年个][月]?)?"
    return re.compile(
        rf"(?:^|[,，;；。]|[县市区镇])(?P<what>(?:(?![县市区的在是])[一-龥A-Za-z&]){{0,10}}?{nouns}){when}(?:排名|{verbs}|跻身|获得?|继续|保持|稳|持续)*$"
    )


def rank_name(text: str, item: Position, owner: Owner, last: Name | None) -> tuple[str, str | None]:
    """The indicator of a position, and what is ranked where the words say so. `last` names the figure before it."""
    stem = item.what if item.what and item.kind == "rank" else "综合" if "综合排名" in text else ""
    if item.kind == "change":
        return f"{stem}排名变化" if stem else "排名变化", None
    wide = _wide().search(text[clause_start(text, item.start) : item.start])
    among = item.among or (wide[1] if wide else None)
    area = counted_in(among, owner.code) if among else ""
    return (f"{stem}排名({area})" if area else f"{stem}排名"), _ranked(text, item, owner, last)


def _ranked(text: str, item: Position, owner: Owner, last: Name | None) -> str | None:
    """What is ranked: the measure in the clause, or the last figure's if the clause names none."""
    low, end = clause_start(text, item.start), item.start
    while low > 0 and _only_when().fullmatch(text, low, end):
        low, end = clause_start(text, low - 1), low  # 增速居全市第二,2022年列|第三
    clause = text[low:end]
    measured = last_measure(clause)
    counted = None if measured else _counted().search(_POSITION.split(clause)[0])
    if counted:
        return f"{owner.zone or owner.place or ''}{counted['what']}"
    growth = "增速" if re.search(listed("ranks", "growth"), clause) else ""
    if not measured and _strongest().search(clause + text[item.start : item.end]):
        return None
    what = measured[0] + growth if measured else last.indicator if last and last.kind != "count" else None
    return f"{owner.zone or owner.place or ''}{what}" if what else None
