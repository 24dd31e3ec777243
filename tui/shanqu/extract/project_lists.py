"""Projects whose bounds the text itself draws: from the output that names one to its noun, and as the items of a list."""

from __future__ import annotations

import re

from shanqu.extract.edges import begins_with_place
from shanqu.extract.project_edges import (
    COUNTED,
    LEAST,
    LOOSE,
    behind_firm,
    behind_place,
    generic,
    heads,
    joined,
    made_up,
    span_of,
    with_phase,
)
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.span import Span
from shanqu.extract.undertakings import behind_led
from shanqu.extract.vocabulary import any_of, lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import units, words

# What parts the items of a list, not inside brackets or quotation marks.
_ITEM = re.compile(r"(?:[(（][^()（）\n]*[)）]|“[^“”\n]*”|[^、,，。;；\n])+")
_RUN_LONGEST = 600
PHASE = re.compile("[(（](?:[一二三四五]期|筹)[)）]$")
# Where the item of a list lies: 某某市场项目|(龙泉市).
_PLACE = re.compile(r"[(（][一-龥]{1,6}[市县区镇乡][)）]\Z")
# What counts the projects of which those before are some: 年产5万套阀门|等一批…项目.
_SEVERAL = re.compile(r"等(?:[一多]批|多个|(?:\d+|[一二两三四五六七八九十]+)[个项])")
# Another item of the list behind the goods that one project puts out: 年产5万套阀门|、棠枫机械制造|等项目.
_NEXT = re.compile("、[一-龥]{5}")
# Fewer characters before the noun tell of a class.
_SHORTEST = 4


def find_outputs(text: str) -> list[Span]:
    """The projects called by what they put out or work up in a year, several goods too: 年产5万套阀门、3万台水表|项目."""
    spans = []
    for match in _output().finditer(text):
        end = heads().begins(text, match.start("noun"))
        if end == match.start("noun"):
            continue
        # 年产…生产线等|工业项目 is one of a class, 年产…等|生产线项目 a name.
        several = match["kinds"] and (generic(match["kinds"][1:]) or _SEVERAL.match(match["kinds"]))
        end = match.start("kinds") if several else with_phase(text, end)
        other = _NEXT.search(text, match.start(), end) if match["kinds"] else None
        end = other.start() if other else end
        if span := span_of(text, match.start(), end, "output"):
            spans.append(span)
    return spans


@once
def _output() -> re.Pattern[str]:
    goods = any_of(unit.written for unit in units().values() if unit.measure in ("goods", "count", "area"))
    number = r"[约超]?\d[\d.]*[十百千万亿]*"
    yearly = rf"[年日月]{listed('projects', 'worked')}[约超]?(?:\d|[一二两三四五六七八九十]{{1,3}}[十百千]?[万亿])|{number}(?:{goods}|k?t)/[年a]"
    # Each character can be taken in one way only: a page may hold any run of them.
    part = r"(?:[(（][^()（）\n]*[)）]|(?![和及与]年?产?\d|等[一多]批|等多个)[^、,，。;；:：\n“”()（）的了是将可])"
    line = r"(?:(?:智能|数字|自动)化)?(?:生产线|产线)"
    item = rf"、(?!该|本|总)(?:(?!用|{line})[一-龥]){{1,6}}(?:用(?:(?!用|{line})[一-龥]){{1,12}})?(?:{line})?"
    more = rf"(?:[、,，和及与](?=年?产?\d){part}{{2,40}}?|{item})*?"
    kinds = r"(?P<kinds>等[^、,，。;；:：\n“”()（）的了是将可]{0,20}?|)"
    return re.compile(rf"(?:{yearly}){part}{{2,48}}?{more}{kinds}(?P<noun>{listed('projects', 'heads')})")


def find_listed(text: str, investors: frozenset[int]) -> list[Span]:
    """The items of a list that is said to be of projects: 开工的有某某机场、某某智造中心等12个重点项目."""
    spans = []
    items = [(*item, "listed") for tail in _tail().finditer(text) for item in _items(text, tail.start())]
    # Behind 项目18个,包括 firms may stand in front of their projects.
    items += [
        (*item.span(), "among" if lead["so_many"] else "listed")
        for lead in _lead().finditer(text)
        if not lead["run"].startswith(("建设", "新建"))
        for item in _ITEM.finditer(text, *lead.span("run"))
    ]
    parts = ((*part, how) for begin, until, how in items for part in _parts(text, begin, until))
    for start, end, how in parts:
        begin = own_start(text, start, end, investors)
        place = _PLACE.search(text, begin, end)
        end = place.start() if place else _explained(text, begin, end)
        item = text[begin:end]
        named = _puts_out(item) if _put_out().match(item) else _names_work(item)
        if named and (span := span_of(text, begin, end, how)):
            spans.append(span)
    return spans


def _explained(text: str, start: int, end: int) -> int:
    """The end of an item without what explains it in brackets: 某某物流产业园|(农产品交易市场)."""
    bracket = re.compile(r"[(（][^()（）\n]{2,30}[)）]\Z").search(text, start, end)
    grounds = bracket and lexicon("projects", "estates").ends(text, bracket.start()) < bracket.start()
    return bracket.start() if bracket and grounds and not PHASE.search(bracket.group()) else end


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The one or two projects of an item: 某某电站项目和|某某农场项目, 遂昌某某水库和|松阳某某灌区."""
    parted = next(joined().finditer(text, start, end), None)
    if parted and text.endswith(("项目", "工程"), start, parted.end() - 1):
        return [(start, parted.end() - 1), (parted.end(), end)]
    both = text.find("和", start, end)
    if both > start and begins_with_place(text, start, both) and begins_with_place(text, both + 1, end):
        built = [text[start:both], text[both + 1 : end]]
        if all(lexicon("projects", "built").ends(part) < len(part) for part in built):
            return [(start, both), (both + 1, end)]
    return [(start, end)]


def find_items(text: str, investors: frozenset[int]) -> list[Span]:
    """The items behind the first of a list of names that end with the noun of projects: 某某厂技改项目、|某某小镇旅游项目|、…"""
    spans = []
    for match in _item().finditer(text):
        start, end = match.span("name")
        begin = own_start(text, start, end, investors)
        if _names_work(text[begin:end]) and (span := span_of(text, begin, end, "item")):
            spans.append(span)
    return spans


def own_start(text: str, start: int, end: int, investors: frozenset[int]) -> int:
    """Where an item's project begins behind words that lead up to it and its firm; at its output, if it has one."""
    begin = behind_firm(text, behind_led(text, start, end), end - LEAST, investors)
    output = _put_out().search(text, begin, end)
    firm = (
        output is not None
        and text[output.start() - 1] not in "-—"
        and behind_place(text[begin : output.start()])
    )
    return output.start() if output and firm else begin


def _puts_out(item: str) -> bool:
    """Whether an item is called by nothing but what it puts out in a year."""
    inner = [end for _, end in heads().find(item) if end < len(item)]
    return bool(_put_out().match(item)) and not inner and not LOOSE.search(item)


@once
def _item() -> re.Pattern[str]:
    noun, phase = listed("projects", "heads"), r"(?:[一二三四]期|[(（][一二三四]期[)）])?"
    part = r"(?:[(（][^()（）\n]{1,20}[)）]|“[^“”\n]{1,20}”|[^、,，。;；:：\n“”()（）])"
    ends = r"(?=[、,，。;；\n]|等|[和与及](?!其)|以及|\Z)"
    return re.compile(rf"(?<=、)(?<=[目程期)）]、)(?P<name>{part}{{4,40}}?{noun}{phase}){ends}")


@once
def _put_out() -> re.Pattern[str]:
    """What an item puts out in a year or day, with whose works it is before: 某某科技|年产5万吨…."""
    return re.compile(rf"[年日月]{listed('projects', 'worked')}(?:[约超]?|[一-龥]{{2,8}})\d")


@once
def _lead() -> re.Pattern[str]:
    """A list behind the word that leads up to it: 主要项目有|某某工程、某某大桥."""
    ends = r"(?=等?[。;；\n]|等[,，\d]|等[一二三四五六七八九十]+[个项]|\Z)"
    return re.compile(
        rf"(?:{listed('projects', 'lists')}|(?P<so_many>(?:项目|工程)\d+[个项][,，](?:包括|包含|分别[是为]|有|为)))[:：]?"
        rf"(?P<run>(?=[^。;；\n]{{0,{_RUN_LONGEST}}}?、)[^。;；\n]{{4,{_RUN_LONGEST}}}?){ends}"
    )


@once
def _tail() -> re.Pattern[str]:
    count = r"(?:(?:\d+|[一二三四五六七八九十]+|多)[个项大])"
    return re.compile(rf"等{count}?[^,，。;；、\n]{{0,14}}?{listed('projects', 'heads')}")


def _items(text: str, end: int) -> list[tuple[int, int]]:
    """The items of the list that ends at `end`, from the last word on that leads up to one; without such a word those that
    tell what is put out in a year."""
    low = max(0, end - _RUN_LONGEST)
    low = max(low, *(text.rfind(mark, low, end) + 1 for mark in "。;；:：\n"))
    items: list[tuple[int, int]] = []
    for item in reversed([found.span() for found in _ITEM.finditer(text, low, end)]):
        leads = [lead.end() for lead in _leads().finditer(text, *item)]
        items.append((leads[-1], item[1]) if leads else item)
        if leads:
            return items
    return [item for item in items if _put_out().search(text, *item)]


@once
def _leads() -> re.Pattern[str]:
    """What the first item of a list stands behind, and no item ends with."""
    return re.compile(rf"{listed('projects', 'list_leads')}(?!、|\Z)")


def _names_work(item: str) -> bool:
    """Whether an item is called by a thing that is built: neither a class, nor a field, nor what is done."""
    bare = PHASE.sub("", item)
    core = bare[: min(lexicon("projects", kind).ends(bare) for kind in ("built", "estates"))]
    if (
        core == bare
        or len(core) < (LEAST if made_up(bare) else _SHORTEST)
        or LOOSE.search(item)
        or generic(behind_place(core))
        or COUNTED.match(item)
    ):
        return False
    parts = pieces_of(core)
    if any(len(part) > 1 and part in words("projects", "governing") for part in parts):
        return False
    return not (is_verb(parts[0]) and parts[0] not in words("edges", "name_verbs"))
