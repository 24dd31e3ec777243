"""Projects: what is built, named by its place or investor and by the noun for such undertakings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shanqu.extract.edges import begins_with_place, left_edge, run_before
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import NUMERALS, Lexicon, lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import policies, words

_PHASE_BEHIND = re.compile(r"[(（][一二三四五0-9]期[)）]|[一二三四]期")
_PHASE = re.compile(r"[一二三四]期$")
_LONGEST = 40
# Firms of no more characters are called by a bare brand; behind a firm at least so many are left for the project.
_BRAND, _LEAST = 3, 2
# Particles and conjunctions that stand in no name.
_COUNTED = re.compile(
    "[0-9一二三四五六七八九十两多几]+[个条座项家批期]|首[台条批个]|[0-9一二三四]+号|全[县市区省]"
)
_SEVERAL = re.compile("[两三四五六七八九十几多0-9]个.{0,3}$")
# Fewer characters before the noun tell of a class (制剂|项目).
_CORE = 3
_LOOSE = re.compile("[的了在是将已被把为由从于对使让有等]|包括|以及")


def find_projects(text: str, firms: Iterable[Span] = ()) -> list[Span]:
    """The projects that `text` names. `firms` are the companies found in it: one that stands before or in front names its project."""
    investors = frozenset(at for span in firms for at in (span.start, span.end))
    found = [_undertaking(text, start, end, investors) for start, end in _heads().find(text)]
    found += [_work(text, start, end) for start, end in _works().find(text)]
    found += [_building(text, start, end, investors) for start, end in _buildings().find(text)]
    return [span for span in found if span is not None] + _framed(text, investors)


@once
def _heads() -> Lexicon:
    return Lexicon(
        words("projects", "heads"), (*words("projects", "not_heads"), *words("projects", "campaigns"))
    )


@once
def _works() -> Lexicon:
    return Lexicon(words("projects", "works"), [f"{work}项目" for work in words("projects", "works")])


@once
def _buildings() -> Lexicon:
    return Lexicon(words("projects", "buildings"))


@once
def _listing() -> re.Pattern[str]:
    return re.compile(rf"{listed('projects', 'lists')}[^。;；\n]{{0,60}}$")


@once
def _sum_before() -> re.Pattern[str]:
    return re.compile(rf"{listed('projects', 'invested')}[^,，。;；]{{0,14}}元的?$")


def _undertaking(text: str, head: int, end: int, investors: frozenset[int]) -> Span | None:
    """The project that the noun at `[head, end)` belongs to, None where it names none."""
    phase = _PHASE.search(text, max(0, head - 2), head)
    anchor = _anchor(text, head, investors)
    start = left_edge(text, head) if anchor is None else anchor
    core = text[start:head]
    if phase and _generic(core[:-2]):
        counted = text[phase.start() - 1 : phase.start()] in ("个", "、")
        return None if counted else _span(text, phase.start(), end, "phase")
    end = with_phase(text, end)
    start = _behind_firm(text, start, head, investors)
    core = text[start:head]
    rest = _behind_place(core)
    if _many().match(text, end) and _generic(_many_before().sub("", rest)):
        return None
    if not core or len(core) > _LONGEST or _generic(rest) or core in words("projects", "campaigns"):
        return None
    if _SEVERAL.search(core) or (core[0] == "“" and text.startswith("工程", head)):
        return None
    named = (
        anchor is not None
        or begins_with_place(text, start, head)
        or start in investors
        or _sum_before().search(text, max(0, start - 24), start)
        or _proper(rest)
        or (len(core) >= 4 and _listing().search(text, max(0, start - 70), start))
    )
    return _span(text, start, end, "suffix") if named else None


def with_phase(text: str, end: int) -> int:
    """The end of a project's name with the noun and the phase that stand behind (某某总部|项目, 某某产业园|(一期))."""
    while end < (behind := max(_phase_end(text, end), _heads().begins(text, end))):
        end = behind
    return end


def _phase_end(text: str, end: int) -> int:
    behind = _PHASE_BEHIND.match(text, end)
    return behind.end() if behind else end


def _behind_firm(text: str, start: int, head: int, investors: frozenset[int]) -> int:
    """Where the project begins behind the full name of the firm that builds it; a bare brand is part of its name."""
    while led := re.match(r"[(（][^)）]{1,12}[)）]|[(（](?!.*[)）])|[因就为到]|浙江(?=..)", text[start:head]):
        if led.group() == "浙江" and not begins_with_place(text, start + 2, head):
            break
        start += led.end()
    ends = [at for at in investors if start + _BRAND < at <= head - _LEAST] if start in investors else []
    end = min(ends, default=start)
    return start if _generic(text[end:head]) else end


@once
def _many() -> re.Pattern[str]:
    """What tells that many are spoken of: 重大项目|集中开工, 入驻项目|16个."""
    return re.compile(rf"{listed('projects', 'many')}|\d+[个项]")


@once
def _many_before() -> re.Pattern[str]:
    """Words in front of a class of projects that tell when or of which programme they are."""
    return re.compile(
        r"“[^“”]*”|\d{4}年度?|第?[一二三四1-4]季度|[上下]半年|[\d一—-]+月|第[一二三四五]批|各地|暨"
    )


def _anchor(text: str, head: int, investors: frozenset[int]) -> int | None:
    """Where a name begins whatever words it is made of: at its output (年产…), at its investor or the place that leads
    it, if nothing between there and the noun governs that (遂昌县实施…项目)."""
    low = max((match.end() for match in _joined().finditer(text, run_before(text, head), head)), default=0)
    low = max(low, run_before(text, head))
    output = text.rfind("年产", low, head)
    if output >= 0:
        return None if _LOOSE.search(text, output, head) else output
    at = low
    for piece in pieces_of(text[low:head]):
        placed = piece in place_scanner().entries
        begin = at + len(piece) if placed else at
        if (placed or at in investors) and not _governed(text[begin:head]):
            return at
        at += len(piece)
    return None


@once
def _joined() -> re.Pattern[str]:
    """The end of another project's name that a conjunction joins to this one."""
    return re.compile(rf"(?:{listed('projects', 'heads')}|线|基地|中心|[一二三四]期)[和与及]")


def _governed(rest: str) -> bool:
    """Whether the words in front of the noun are more than a name: they hold a particle or begin with a verb."""
    pieces = pieces_of(rest)
    if not rest or _LOOSE.search(rest) or pieces[0] in words("projects", "opening"):
        return True
    verb = is_verb(pieces[0]) and pieces[0] not in words("edges", "name_verbs")
    return verb or any(piece in words("projects", "governing") for piece in pieces)


def _building(text: str, head: int, end: int, investors: frozenset[int]) -> Span | None:
    """The building whose kind stands at `[head, end)`, where the words behind it tell that it is built just now."""
    if not text.startswith(words("projects", "started"), end) or _heads().begins(text, end) > end:
        return None
    anchor = _anchor(text, head, investors)
    start = left_edge(text, head) if anchor is None else anchor
    core = text[start:head]
    return None if len(core) < 2 or _generic(_behind_place(core)) else _span(text, start, end, "building")


def _work(text: str, head: int, end: int) -> Span | None:
    """The work whose kind stands at `[head, end)`, if a place or a list of such buildings names it."""
    start = left_edge(text, head)
    core = text[start:head]
    if not core or len(core) > _LONGEST or _generic(_behind_place(core) or "的"):
        return _span(text, start, end, "work") if core and begins_with_place(text, start, head) else None
    in_list = "、" in (text[start - 1 : start], text[end : end + 1])
    venue = text[head:end] in words("projects", "venues")
    if begins_with_place(text, start, head) or (venue and in_list):
        return _span(text, start, with_phase(text, end), "work")
    return None


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
            rf"(?:^|(?<=[,，。;；、:：\n》】]))(?:\d+[.．、]?)?{name}(?:{sites}|[二三四]期){phase}(?={told}|\d+号)"
        ),
    )


def _framed(text: str, investors: frozenset[int]) -> list[Span]:
    """The undertakings that the words around tell of."""
    spans = []
    for pattern in _frames():
        for match in pattern.finditer(text):
            group = "work" if "work" in pattern.groupindex and match["work"] else "name"
            start, end = match.span(group)
            start = max((at for at in investors if start < at < end), default=start)
            while start < end and (led := _led().match(text, start, end)):
                start = led.end()
            if not _plain(text[start:end]) and (span := _span(text, start, end, "framed")):
                spans.append(span)
    return spans


@once
def _led() -> re.Pattern[str]:
    return re.compile(
        rf"的|{listed('projects', 'led')}|[今去明前当]年|\d{{4}}年|[—-]+|[(（][^)）]{{1,12}}[)）]|[)）]"
    )


def _plain(name: str) -> bool:
    """Whether what is undertaken is told of in general words, counted, or but a part (首台机组); or the words are more than a
    name."""
    core = re.sub(rf"(?:{listed('projects', 'sites')})*(?:[(（]?[一二三四]期[)）]?)?$", "", name)
    if len(core) < _CORE or _LOOSE.search(core) or _generic(_behind_place(core)) or _COUNTED.match(name):
        return True
    if core.endswith(words("projects", "grounds")) or ("“" in name and name.endswith("工程")):
        return True
    parts = pieces_of(core)
    return any(is_verb(piece) and piece not in words("edges", "name_verbs") for piece in parts)


def _span(text: str, start: int, end: int, how: str) -> Span | None:
    """The project at `[start, end)`; None where it would tear quotation marks apart."""
    if text.count("“", start, end) != text.count("”", start, end):
        return None
    name = re.sub(r"[(（]([一二三四五0-9]期)[)）]$", r"\1", text[start:end])
    return Span("project", start, end, name.replace("“", "").replace("”", ""), None, how)


def _generic(core: str) -> bool:
    """Whether the words only describe a class of projects (“大好高”项目)."""
    return _modifiers().covers(re.sub("[“”‘’]", "", core))


@once
def _modifiers() -> Lexicon:
    return Lexicon([*words("projects", "generic"), *words("projects", "governing"), *NUMERALS, *policies()])


def _behind_place(core: str) -> str:
    """The words behind the place that leads them."""
    for length in range(min(9, len(core)), 1, -1):
        if core[:length] in place_scanner().entries:
            return core[length:]
    return core


def _proper(core: str) -> bool:
    """Whether a name without place or investor is one: a quoted or foreign word, an output, a thing built."""
    if re.search(r"年产|[A-Za-z“]", core):
        return True
    built = lexicon("projects", "objects").ends(core)
    return built < len(core) and len(core) >= 6 and not _generic(core[:built])
