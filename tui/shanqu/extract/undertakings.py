"""Undertakings: what the words around tell to be put up, for which sum and how far it has come."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from shanqu.extract.project_edges import (
    BRAND,
    COUNTED,
    LEAST,
    LOOSE,
    behind_governing,
    class_of_many,
    only_placed,
    span_of,
)
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import Lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# Fewer characters before the noun tell of a class (制剂|项目).
_CORE = 3
# The phase of a park or of its part in brackets is no other project: 某某产业园(某某园区)|二期.
_PART_OF_PARK = re.compile("[园区城][(（][一-龥]{2,6}(?:园区|片区|区块)[)）][一二三四]期$")


def find_undertakings(text: str, firms: Iterable[Span]) -> list[Span]:
    """The undertakings of `text`, in which `firms` are named."""
    named = list(firms)
    spans = of_firms(text, [firm.end for firm in named])
    spans += _in_marks(text)
    ends = sorted(firm.end for firm in named if firm.length > BRAND)
    for pattern in _frames():
        for match in pattern.finditer(text):
            group = "work" if "work" in pattern.groupindex and match["work"] else "name"
            start, end = match.span(group)
            before = bisect_left(ends, end)
            start = max(start, ends[before - 1]) if before else start
            start = max((form for _, form in _forms().find(text, start, end)), default=start)
            start = behind_led(text, behind_governing(text, behind_led(text, start, end), end - LEAST), end)
            if _PART_OF_PARK.search(text, start, end):
                continue
            if not _plain(text[start:end]) and (span := span_of(text, start, end, "framed")):
                spans.append(span)
    return spans


def of_firms(text: str, ends: Iterable[int]) -> list[Span]:
    """What stands behind the name of a firm that ends at one of `ends` and ends as works do: 某某有限公司(的)|…生产线, 某某有限公司投资|…项目."""
    spans = []
    for at in ends:
        match = _behind_firm().match(text, at)
        if match and not _plain(match["name"]) and (span := span_of(text, *match.span("name"), "framed")):
            spans.append(span)
    return spans


def _in_marks(text: str) -> list[Span]:
    """What a sum is put into and marks set apart, where it is told how far it has come: 总投资5亿元的|“云上茶谷”|开工."""
    spans = []
    for match in _marked().finditer(text):
        name = match["name"]
        if (
            not class_of_many(name)
            and not LOOSE.search(name)
            and not name.endswith(words("projects", "campaigned"))
        ):
            span = span_of(text, match.start("whole"), match.end("whole"), "in marks")
            spans += [span] if span else []
    return spans


@once
def _marked() -> re.Pattern[str]:
    money = rf"{listed('projects', 'invested')}[^,，。;；、“”]{{0,14}}元(?:的|建设的|打造的|兴建的)?"
    phase = r"(?:[一二三四]期|[(（][一二三四]期[)）])?"
    told = rf"在|已|将|正|于|预计|顺利|全面|[,，]?(?:预计|计划)?(?:{listed('projects', 'told')})|[,，]将"
    return re.compile(rf"{money}(?P<whole>“(?P<name>[^“”\n,，。;；、]{{4,16}})”{phase})(?={told})")


@once
def _behind_firm() -> re.Pattern[str]:
    """What a firm's name may be followed by: its works, up to the end of an item of a list or of the clause."""
    works = listed("projects", "works_only")
    phase = r"(?:[一二三四]期|[(（][一二三四]期[)）])?"
    name = rf"(?P<name>(?!{listed('projects', 'not_begin')})[一-龥A-Za-z0-9“”·α-ω.%]{{2,28}}?(?:{works}|[二三四]期){phase})"
    return re.compile(
        rf"[:：]?(?:(?:投资|投资建设|建设)?的|投资(?:建设|新建)?)?{name}(?=[,，。;；、\n(（]|等|和|与|及|{listed('projects', 'told')})"
    )


@once
def _forms() -> Lexicon:
    """The legal forms that the names of firms end with."""
    return Lexicon(words("companies", "forms"), words("companies", "not_forms"))


@once
def _frames() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is put up for a sum or by a verb (投资3亿元建设|…车间), and that of which sum, land or stage is told (…车间|开工)."""
    name = r"(?P<name>[一-龥A-Za-z0-9“”()（）·—α-ω.%]{2,32}?"
    phase = r"(?:[一二三四]期|[(（][一二三四]期[)）])?)"
    sites, works = listed("projects", "sites"), listed("projects", "works_only")
    told = listed("projects", "told")
    ends = rf"(?=[,，。;；、\n]|等|和|与|及|以及|的|{told}|已|正|将|于|在)"
    acts = listed("projects", "undertaken")
    money = rf"{listed('projects', 'invested')}[^,，。;；、]{{0,14}}元(?:的|{acts}|建)?"
    return (
        re.compile(
            rf"(?:{money}{name}(?:{sites}|[二三四]期){phase}|{acts}了?{name.replace('name', 'work')}(?:{works}|[二三四]期){phase}){ends}"
        ),
        re.compile(
            rf"(?:^|(?<=[,，。;；、:：\n》】]))(?:\d+[.．、]?)?{name}(?:{sites}|[二三四]期){phase}(?={told}|\d+号|于\d{{4}}年)"
        ),
    )


def behind_led(text: str, start: int, end: int) -> int:
    """Where the name begins behind words that lead up to it."""
    while start < end and (led := _led().match(text, start, end)):
        start = led.end()
    return start


@once
def _led() -> re.Pattern[str]:
    return re.compile(
        rf"的|{listed('projects', 'led')}|[今去明前当]年|\d{{4}}年|[上本]月[初中底]?|[—-]+|[(（][^)）]{{1,12}}[)）]|[)）]"
    )


def _plain(name: str) -> bool:
    """Whether what is undertaken is told of in general words, counted, or but a part (首台机组); or the words are more than a
    name."""
    core = re.sub(rf"(?:{listed('projects', 'sites')})*(?:[(（]?[一二三四]期[)）]?)?$", "", name)
    if (
        len(core) < _CORE
        or name.removesuffix("项目") in words("projects", "works")
        or LOOSE.search(core)
        or class_of_many(core)
        or class_of_many(name.removesuffix("项目"))
        or only_placed(core)
        or COUNTED.match(name)
    ):
        return True
    if any(event in core for event in words("projects", "events")):
        return True
    if (
        name.startswith("配套")
        or core.endswith(words("projects", "grounds"))
        or ("“" in name and name.endswith("工程"))
    ):
        return True
    parts = pieces_of(core)
    governed = any(len(piece) > 1 and piece in words("projects", "governing") for piece in parts)
    return governed or (is_verb(parts[0]) and parts[0] not in words("edges", "name_verbs"))
