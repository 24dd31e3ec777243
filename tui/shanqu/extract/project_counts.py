"""Projects whatever they are called: the items of a list that the number of projects behind it counts, and what each has a
sum of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.numbers import parse_number
from shanqu.extract.project_edges import (
    COUNTED,
    LOOSE,
    behind_place,
    class_of_many,
    generic,
    heads,
    made_up,
    span_of,
)
from shanqu.extract.project_lists import PHASE, own_start
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.span import Span
from shanqu.extract.undertakings import behind_led
from shanqu.extract.vocabulary import lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

_RUN_LONGEST = 120
_SHORTEST, _LONGEST = 2, 30
_JOINED = re.compile("[、和与及]|以及")
# What parts the items of a list, not inside brackets or quotation marks.
_ITEM = re.compile(r"(?:[(（][^()（）\n]*[)）]|“[^“”\n]*”|[^、\n])+")
# So many characters behind a place may be any word.
_WORD = 3
# With what places end that no list holds.
_AREAS = ("村", "镇", "乡", "街道", "县", "市", "区")
_JOINT = re.compile("[、,，和与及;；]")


def find_counted(text: str, investors: frozenset[int]) -> list[Span]:
    """The items of a list that as many projects are said to be (铜箔、铜杆2个重大项目) and what sums are spent on, one behind
    the other (投资3亿元的某某厂、投资2亿元的某某园). `investors` are the edges of firms' names."""
    runs = (*_among(text), *_counted(text), *_summed(text, _sum()), *_summed(text, _sum_behind()))
    items = [(behind_led(text, *item), item[1], "counted") for run in runs for item in run]
    items += [item for run in _others(text, investors) for item in run]
    spans = []
    for start, end, how in items:
        firm = start in investors and end in investors
        if not firm and (span := span_of(text, start, end, how)):
            spans.append(span)
    return spans


def _among(text: str) -> Iterator[list[tuple[int, int]]]:
    """What projects are said to be among others: 包括某某厂、某某园在内的8个项目."""
    for match in _inside().finditer(text):
        items = _items(text, *match.span("run"))
        if all(_names(text[slice(*item)]) for item in items):
            yield items


@once
def _inside() -> re.Pattern[str]:
    return re.compile(
        rf"包括(?P<run>[^,，。;；:：\n]{{4,80}}?)等?在内的[^,，。;；\n]{{0,14}}?{listed('projects', 'heads')}"
    )


def _counted(text: str) -> Iterator[list[tuple[int, int]]]:
    for tail in _tail().finditer(text):
        low = max(text.rfind(mark, 0, tail.start()) for mark in ",，。;；:：\n") + 1
        low = max(low, tail.start() - _RUN_LONGEST)
        leads = [lead.end() for lead in _leads().finditer(text, low, tail.start())]
        items = _items(text, max(leads, default=low), tail.start())
        if len(items) == parse_number(tail["number"]) and all(_names(text[slice(*item)]) for item in items):
            yield items


def _others(text: str, investors: frozenset[int]) -> Iterator[list[tuple[int, int, str]]]:
    """What is named of many projects, and how: 投资9亿元的某某新材、某某二期等21个产业项目. Where no sum leads up to them, they are
    to be called by names of their own, and those that may as well be firms are but "among" them."""
    for tail in _named_of_many().finditer(text):
        if heads().begins(text, tail.start("head")) == tail.start("head"):
            continue
        low = max(text.rfind(mark, 0, tail.start()) for mark in ",，。;；:：!！\n《") + 1
        low = max(low, tail.start() - _RUN_LONGEST)
        leads = [lead.end() for lead in _leads().finditer(text, low, tail.start())]
        start = max(leads, default=low)
        if text.endswith("开展", 0, start):
            continue
        items = [
            own_start(text, *item.span(), investors) for item in _ITEM.finditer(text, start, tail.start())
        ]
        paid = tail["head"] == "项目" and bool(leads) and text.endswith(("元", "元的"), 0, start)
        ends = [item.end() for item in _ITEM.finditer(text, start, tail.start())]
        named = [item for item in zip(items, ends, strict=True) if _names(text[slice(*item)])]
        own = [item for item in named if _own(text[slice(*item)])]
        built = [item for item in named if _built(text[slice(*item)])]
        # 总投资9亿元的某某钢构等项目 may be a firm.
        if paid and len(items) == 1 and not built:
            continue
        counted = bool(tail["number"] or tail["so_many"]) and len(named) == len(items) > 1
        if (own and (paid or len({*own, *built}) == len(named))) or (counted and (own or built)):
            told = [item for item in named if heads().ends(text, item[1]) == item[1]]
            sure = {item for item in told if paid or (counted and _worked(text[slice(*item)]))}
            yield [(*item, "counted" if item in sure else "among") for item in told]


def _worked(item: str) -> bool:
    """Whether an item is called by what is done to a thing, as no firm is: 某某宾馆|重建."""
    return lexicon("projects", "done").ends(item) < len(item)


def _built(item: str) -> bool:
    bare = PHASE.sub("", item)
    return any(lexicon("projects", kind).ends(bare) < len(bare) for kind in ("built", "estates"))


@once
def _named_of_many() -> re.Pattern[str]:
    count = r"(?:[一多]批|多个|(?P<number>(?:\d+|[一二三四五六七八九十]+)余?[个项大]))?"
    return re.compile(
        rf"等{count}(?![^,，。;；、\n]{{0,14}}?[的之](?!项目))[^,，。;；、\n]{{0,14}}?(?P<head>{listed('projects', 'heads')})(?P<so_many>\d+[个项])?(?!于一体|为一体)"
    )


def _own(item: str) -> bool:
    """Whether an item is called by a name of its own: a coined word, a place and more, what is quoted."""
    if item.endswith(_AREAS):
        return False
    rest = behind_place(item)
    if rest != item:
        traded = rest in industries() or rest + "产业" in industries()
        return len(rest) >= _SHORTEST and not traded and (len(rest) > _WORD or not generic(rest))
    return item.startswith("“") or made_up(item)


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    items = []
    for joint in _JOINED.finditer(text, start, end):
        items.append((start, joint.start()))
        start = joint.end()
    return [*items, (start, end)]


@once
def _leads() -> re.Pattern[str]:
    """What the first item of a list stands behind; what ends an item leads up to none (某某新城住宅|建设|、…)."""
    return re.compile(rf"元的?|的|{listed('projects', 'list_leads')}(?!、|\Z)")


@once
def _tail() -> re.Pattern[str]:
    classes = "|".join(map(re.escape, sorted(words("projects", "generic"), key=len, reverse=True)))
    return re.compile(
        rf"(?<=[^\d.等])(?P<number>[2-9]|1\d|[两二三四五六七八九十])[个大](?:{classes}){{0,3}}{listed('projects', 'heads')}"
    )


def _summed(text: str, pattern: re.Pattern[str]) -> Iterator[Sequence[tuple[int, int]]]:
    """The names of two and more finds of the pattern that follow each other in a list, if all of them may be names."""
    run: list[tuple[int, int]] = []
    end = 0
    for part in pattern.finditer(text):
        if not (run and _JOINT.fullmatch(text, end, part.start())):
            yield run if len(run) > 1 and all(_names(text[slice(*item)]) for item in run) else []
            run = []
        run.append(part.span("name"))
        end = part.end()
    yield run if len(run) > 1 and all(_names(text[slice(*item)]) for item in run) else []


@once
def _sum() -> re.Pattern[str]:
    """So much money, and what it is spent on: up to the next sum or the end of the list."""
    much = rf"(?:计划|预计|概算)?{listed('projects', 'invested')}[约超近达为]{{0,2}}\d[\d.]*[万亿]元?"
    return re.compile(
        rf"{much}的(?P<name>[^,，。;；:：、\n的了]{{{_SHORTEST},{_LONGEST}}}?)(?=[、,，和与及]{much}|等(?![^、,，。;；\n]{{0,8}}[、])|[。;；\n])"
    )


@once
def _sum_behind() -> re.Pattern[str]:
    """An item of a list and the sum that is spent on it: 、某某公路总投资3亿元."""
    name = r"(?:[(（][^()（）\n]{1,16}[)）]|[^,，。;；:：、\n的了()（）\d]|\d(?!亿))"
    return re.compile(
        rf"(?:(?<=[、,，;；:：])|^)(?P<name>{name}{{3,{_LONGEST}}}?)(?:计划|概算)?{listed('projects', 'invested')}[约超近达为]{{0,2}}\d[\d.]*[万亿]元",
        re.MULTILINE,
    )


def _names(item: str) -> bool:
    """Whether an item may name a project: neither a place, a trade or a class, nor what is done."""
    if not _SHORTEST <= len(item) <= _LONGEST or item in place_scanner().entries or class_of_many(item):
        return False
    if item in industries() or item + "产业" in industries() or LOOSE.search(item) or COUNTED.match(item):
        return False
    parts = pieces_of(item)
    governed = any(len(part) > 1 and part in words("projects", "governing") for part in parts)
    led = parts[0] in words("edges", "single") or parts[0] in words("edges", "words")
    return not (governed or led or (is_verb(parts[0]) and parts[0] not in words("edges", "name_verbs")))
