"""Where the name of a project begins and ends, and what words only describe one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from shanqu.extract.edges import begins_with_place, run_before
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import is_verb, tag
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import NUMERALS, Lexicon, lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, policies, words

_PHASE_BEHIND = re.compile(
    r"[(（](?:[一二三四五0-9]期(?:工程|项目)?|[一-龥0-9A-Z]{2,12}?[一二三]期工程|[一-龥0-9A-Z]{1,10}?(?:段|片|片区|标段|标|区块|海塘))[)）]|第?[一二三四五六]期"
)
_WORK = re.compile("(?:建设|改造|扩建|提升)(?=项目|工程)")
# Behind which a class is spoken of, of how many, which was the first or what went before: 一批|技改项目, 首个|风电扩建项目,
# 某某厂、某某园等|现代产业项目.
_SUMMED = re.compile(r"(?:等|一批|[\d两三四五六七八九十数多首][个项批条]|第一个|唯一的?|唯一一个)\Z")
# Places that no list holds: 云峰镇|项目, 片区|项目.
_AREA = re.compile("[一-龥]{0,3}(?:镇|乡|村|街道|片区|区块)")
# A province or city that a county follows.
_WIDER = re.compile("[一-龥]{2,5}?[省市](?=[一-龥]{1,6}?[市县区])")
# With what a class of projects ends: 城市更新类|项目.
_CLASSES = ("类", "系列")
# With what a class ends: 中荷合作重点|工程, 城市更新类|项目.
_CLASSED = ("重点", "重大", "类", "型")
# So many characters make a name that make no word.
_COINED = 2
# Parts of the country, which firms call their seats by.
_REGIONS = (
    "华东",
    "华南",
    "华中",
    "华北",
    "西南",
    "西北",
    "东北",
    "长三角",
    "亚太",
    "浙南",
    "浙西南",
    "浙中",
)
# What stands before a brand, and how far back it may begin.
_LEADING = "的在与和及、有为是对"
_FORE = 6
_JOINED_FORE = 16
# What the dictionary calls names: of places, people, bodies, others.
_NAMES = ("ns", "nr", "nt", "nz", "nrt")
# Marks that belong together.
_PAIRS = (("“", "”"), ("(（", ")）"))
# Firms of no more characters are called by a bare brand.
BRAND = 3
# Behind a firm or a verb at least so many characters are left for the project.
LEAST = 2
# So long is what is no class where marks or the site show that one project is spoken of.
LEAST_TOLD = 5
# What begins words that tell how many there are, or which part.
COUNTED = re.compile(
    "[0-9一二三四五六七八九十两多几]+[个处条座项家批期大校村栋幢间]|首[台条批个]|[0-9一二三四]+号|全[县市区省]"
)
# How many projects are spoken of, of which those before are but kinds: 外资项目、总部项目三类|共52个|项目.
_SO_MANY = re.compile(r"[共计合]\d+[个项]")
# The size of a work, and the figure before it.
_SIZE = re.compile("[百千万亿]+(?!元)[一-龥]")
_FIGURE = re.compile(r"\d[\d.]{0,5}\Z")
# Particles and conjunctions that stand in no name.
LOOSE = re.compile("[的了在是将已被把为由从于对使让有等]|包括|以及")


@once
def heads() -> Lexicon:
    """The nouns of undertakings."""
    return Lexicon(
        words("projects", "heads"), (*words("projects", "not_heads"), *words("projects", "campaigns"))
    )


def with_phase(text: str, end: int) -> int:
    """The end of a project's name with the noun and the phase that stand behind (某某总部|项目, 某某产业园|(一期))."""
    return _phase_end(text, heads().begins(text, _behind_work(text, _phase_end(text, end))))


def _behind_work(text: str, end: int) -> int:
    """The end of the word of work that stands before the noun of a project: 某某中心|建设|项目."""
    work = _WORK.match(text, end)
    return work.end() if work else end


def _phase_end(text: str, end: int) -> int:
    behind = _PHASE_BEHIND.match(text, end)
    return behind.end() if behind else end


def behind_firm(text: str, start: int, head: int, investors: frozenset[int]) -> int:
    """Where the project begins behind the full name of the firm that builds it; a bare brand is part of its name."""
    while led := re.match(
        r"[(（][^)）]{1,12}[)）]|[(（](?!.*[)）])|[因就为到暨即级]|浙江(?=..)", text[start:head]
    ):
        works = text.endswith(words("projects", "works"), start, head)
        if led.group() == "浙江" and (works or not begins_with_place(text, start + 2, head)):
            break
        start += led.end()
    # A brand is one though a place leads it (某某县|世邦).
    brand_at = head - len(behind_place(text[start:head]))
    ends = [at for at in investors if brand_at + BRAND < at <= head - LEAST] if start in investors else []
    end = min(ends, default=start)
    rest = text[end:head]
    # 某某鞋业|生产|项目 is called by its firm, unless that is named in full.
    alone = len(rest) <= LEAST or rest in industries() or rest in words("projects", "works")
    whole = alone and not text.endswith(("公司", "集团"), start, end)
    return start if whole or generic(behind_places(rest)) else end


def behind_wider(text: str, start: int, end: int) -> int:
    """Where a name begins behind the province and the city that its county lies in: 浙江省宁波市|宁海县某某水库."""
    while (wider := _WIDER.match(text, start, end)) and begins_with_place(text, wider.end(), end):
        start = wider.end()
    return start


def brand_before(text: str, start: int, end: int) -> int:
    """How many characters before a name that begins with a place make up the brand of its firm: 的|唯棠会|华东运营总部项目. They
    make no word, and a mark or a word that leads up to names stands before them."""
    if not (begins_with_place(text, start, end) or text.startswith(_REGIONS, start, end)):
        return 0
    low = run_before(text, start, _FORE)
    low = max(low, *(text.rfind(mark, low, start) + 1 for mark in _LEADING))
    fore = text[low:start]
    if len(fore) < _COINED or (low and text[low - 1].isalnum() and text[low - 1] not in _LEADING):
        return 0
    pieces = pieces_of(fore)
    if (
        not made_up(fore)
        or LOOSE.search(fore)
        or any(one in _no_brand() or one in place_scanner().entries for one in pieces)
    ):
        return 0
    return len(fore)


@once
def _no_brand() -> frozenset[str]:
    """Words that stand in no brand."""
    return frozenset((*words("edges", "words"), *words("edges", "nounish"), *words("projects", "governing")))


def joined_before(text: str, start: int, head: int) -> int:
    """Where a name begins of which `及` joins two parts, if a mark or 的 stands before: 的|棠溪生物酶及|化学药物产业化基地项目."""
    if not text.endswith("及", 0, start):
        return start
    low = run_before(text, start, _JOINED_FORE)
    low = max(low, text.rfind("的", low, start) + 1, text.rfind("在", low, start) + 1)
    fore = text[low : start - 1]
    bounded = low == 0 or not text[low - 1].isalnum() or text[low - 1] in _LEADING
    firm = fore.endswith(("公司", "集团"))
    if not bounded or firm or not made_up(fore) or LOOSE.search(fore) or generic(text[start:head]):
        return start
    return low


def behind_governing(text: str, start: int, head: int) -> int:
    """Where the project begins behind the last word that governs it (某某县签下|…项目) and behind another one's name that a
    conjunction joins to it."""
    start = max((match.end() for match in joined().finditer(text, start, head)), default=start)
    at = start
    for piece in pieces_of(text[start:head]):
        at += len(piece)
        if len(piece) > 1 and piece in words("projects", "governing") and at <= head - LEAST:
            start = at
    return start


def behind_put_up(text: str, start: int, head: int) -> int:
    """Where the project begins behind a place and what is done there: 柯棠区建设|某某应用项目."""
    placed = behind_places(text[start:head])
    done = next((verb for verb in words("projects", "put_up") if placed.startswith(verb)), "")
    told = done and len(placed) < head - start and len(placed) - len(done) > LEAST
    return head - len(placed) + len(done) if told else start


@once
def joined() -> re.Pattern[str]:
    """The end of another project's name that a conjunction joins to this one."""
    return re.compile(rf"(?:{listed('projects', 'heads')}|线|基地|中心|[一二三四]期)[和与及—]|暨")


def span_of(text: str, start: int, end: int, how: str) -> Span | None:
    """The project at `[start, end)`; None where it would tear quotation marks or brackets apart."""
    if torn(text[start:end]) or _SO_MANY.search(text, start, end):
        return None
    if _SIZE.match(text, start, end) and (figure := _FIGURE.search(text, max(0, start - 6), start)):
        start = figure.start()  # 5|万吨…项目
    name = re.sub(r"[(（]([一二三四五0-9]期)[)）]$", r"\1", text[start:end])
    return Span("project", start, end, name.replace("“", "").replace("”", ""), None, how)


def in_short(text: str, named: Iterable[Span]) -> Iterator[Span]:
    """Parts of projects' names that stand for the whole further on: without the noun behind what is built, and without the
    place before it (云溪县青禾水厂项目: 云溪县青禾水厂, 青禾水厂)."""
    for span in named:
        own = text[span.start : span.end]
        inner = own.find("项目", 0, -LEAST)
        if inner > 0 and len(behind_places(own[:inner])) >= LEAST and not generic(behind_places(own[:inner])):
            end = span.start + inner + len("项目")
            for start in {span.start, end - len(behind_places(text[span.start : end]))}:
                yield Span("project", start, end, text[span.start : end], None, span.how)
        bare = own[: heads().ends(own)] or own
        core = bare[: lexicon("projects", "built").ends(bare)]
        if core == bare or len(behind_places(core)) < LEAST or generic(behind_places(core)):
            continue
        end = span.start + len(bare)
        for start in {span.start, end - len(behind_places(bare))}:
            bare_work = text[start:end] in words("projects", "works")
            if (start, end) != (span.start, span.end) and not bare_work:
                yield Span("project", start, end, span.canonical, None, span.how)


def torn(name: str) -> bool:
    """Whether a name holds but one of two quotation marks or brackets that belong together."""
    return any(sum(map(name.count, one)) != sum(map(name.count, other)) for one, other in _PAIRS)


def generic(core: str) -> bool:
    """Whether the words only describe a class of projects (“大好高”项目)."""
    return _modifiers().covers(re.sub("[“”‘’]", "", core))


def class_of_many(core: str) -> bool:
    """Whether the words only tell of which place, time, programme, zone and class projects are, and how many (浙江2024年首批647个
    制造业重大|项目)."""
    rest = _circumstance().sub("", core)
    while (behind := behind_place(rest)) != rest:
        rest = _zone().sub("", _circumstance().sub("", behind))
    return generic(rest) or rest.endswith(_CLASSES)


@once
def _circumstance() -> re.Pattern[str]:
    return re.compile(
        r"\d{4}年度?|第?[一二三四1-4]季度|[上下]半年|[\d一—-]+月|第?[首一二三四五六]批|第?[\d一两二三四五六七八九十]+[个项批]|各地|暨"
    )


@once
def _zone() -> re.Pattern[str]:
    return re.compile(rf"^[一-龥A-Za-z·()（）-]{{0,24}}?{listed('projects', 'grounds')}(?=.)")


def made_up(core: str) -> bool:
    """Whether words begin with characters that make no word together (三澳|核电), or with a name that the dictionary knows."""
    first, *rest = pieces_of(core)
    # 智能化 tells of what kind it is.
    acts = any(
        is_verb(piece) and piece not in words("edges", "name_verbs") and piece[-1] != "化" for piece in rest
    )
    if acts or core.endswith(_CLASSED):
        return False
    if len(first) > 1:
        return tag(first) in _NAMES and len(core) >= len(first) + 2
    singles = itertools.takewhile(lambda piece: len(piece) == 1 and "一" <= piece <= "龥", (first, *rest))
    coined = list(singles)
    while coined and generic(coined[-1]):
        coined.pop()
    own = [piece for piece in coined if not generic(piece)]
    return len(own) >= _COINED and (own == coined or len(coined) > _COINED)


def counted_or_summed(text: str, start: int) -> bool:
    """Whether words before `start` tell that a class of projects follows."""
    return _SUMMED.search(text, max(0, start - 4), start) is not None


def is_programme(name: str) -> bool:
    """Whether a 工程 is no works but what is done for a trade, firms or skill (某某行业改造提升工程)."""
    return _programme().fullmatch(name) is not None


@once
def _programme() -> re.Pattern[str]:
    """A programme for what `programmes` of the plans names, ending with an aim."""
    aims, fields = listed("policies", "plans", "aims"), listed("policies", "plans", "fields")
    return re.compile(rf"[一-龥]{{0,10}}{fields}[一-龥]{{0,6}}?{aims}工程")


@once
def _modifiers() -> Lexicon:
    return Lexicon([*words("projects", "generic"), *words("projects", "governing"), *NUMERALS, *policies()])


def behind_place(core: str) -> str:
    """The words behind the place that leads them."""
    for length in range(min(9, len(core)), 1, -1):
        if core[:length] in place_scanner().entries:
            return core[length:]
    return core


def behind_places(core: str) -> str:
    """The words behind all the places that lead them (某某县某某镇|…)."""
    while (rest := behind_place(core)) != core:
        core = rest
    return core


def only_placed(core: str) -> bool:
    """Whether the words only tell where projects are."""
    rest = behind_places(core)
    return not rest or _AREA.fullmatch(rest) is not None
