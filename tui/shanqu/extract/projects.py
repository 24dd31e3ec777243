"""Projects: what is built, named by its place or investor and by the noun for such undertakings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from shanqu.extract.edges import begins_with_place, left_edge
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.project_anchors import anchor_of
from shanqu.extract.project_counts import find_counted
from shanqu.extract.project_edges import (
    COUNTED,
    LEAST,
    LEAST_TOLD,
    behind_firm,
    behind_governing,
    behind_place,
    behind_put_up,
    behind_wider,
    brand_before,
    class_of_many,
    counted_or_summed,
    generic,
    heads,
    is_programme,
    joined_before,
    made_up,
    only_placed,
    span_of,
    with_phase,
)
from shanqu.extract.project_lines import find_set_apart
from shanqu.extract.project_lists import find_items, find_listed, find_outputs
from shanqu.extract.segment import frequency, is_verb, tag
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.span import Span
from shanqu.extract.undertakings import find_undertakings
from shanqu.extract.vocabulary import Lexicon, lexicon, listed
from shanqu.extract.ways import find_ways
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

_PHASE = re.compile(r"第?[一二三四五六]期$")
_LONGEST = 40
# What a phase that stands alone is told behind, and how far back the project or the firm is looked for.
_BARE = (*",，。;；:：“\n其该", "公司", "企业", "项目")
_NEAR = 300
# What the dictionary calls brands, unless it has seen them so often.
_BRANDS, _OFTEN = ("nz", "nr", "nrt"), 1000
# With what no name ends before its noun: 招商引资和|项目建设, 坚持以|项目.
_OPEN = tuple("以和与及、该本此各")
_QUOTED = re.compile("“[^“”]*”")
_SEVERAL = re.compile("[两三四五六七八九十几多0-9]个.{0,3}$|^[两二三四五六七八九十][校村县市区地家]")
# What is done in several parts of a country: 四大都市区枢纽建设|工程.
_PARTS = re.compile("[两三四五六七八九十]大(?![道桥])")
# What a name stands behind: 还有|某某项目, 在|某某项目现场.
_LEADING = "有为是如即在于把将对"
# What there is but one of in a place: 总部经济|大楼|项目.
_ONE_HOUSE = ("大楼", "大厦")
_AT = ("在", "来到", "走进")
_SITE = re.compile("(?:建设|施工)?(?:现场|工地)")
_LIES = re.compile("(?:位于|坐落于?|坐落在)[^,，。;；的了]{2,18}的\\Z")
# What ends a list of projects: 某某厂|等大项目.
_LISTED = re.compile("等[一-龥]{0,2}$")
# What is said of a project beside others: 比|某某项目多.
_COMPARING = ("比", "较")


def find_projects(text: str, firms: Iterable[Span] = ()) -> list[Span]:
    """The projects that `text` names. `firms` are the companies found in it: one that stands before or in front names its project."""
    known = list(firms)
    investors = frozenset(at for span in known for at in (span.start, span.end))
    # Of finds of the same stretch the first stands: those whose bounds the text draws are the surest.
    drawn = find_outputs(text) + find_listed(text, investors) + find_counted(text, investors)
    found = [_undertaking(text, start, end, investors) for start, end in heads().find(text)]
    found += [_work(text, start, end, investors) for start, end in _works().find(text)]
    found += [_building(text, start, end, investors) for start, end in _buildings().find(text)]
    named = [*drawn, *(span for span in found if span is not None), *find_undertakings(text, known)]
    named += find_items(text, investors) + find_set_apart(text, investors) + find_ways(text)
    works = [span for span in named if not is_programme(span.canonical)]
    return [tied for span in works if (tied := _tied(text, span, works, known)) is not None]


def _tied(text: str, span: Span, named: Iterable[Span], firms: Iterable[Span]) -> Span | None:
    """A phase that stands alone (一期项目), as that of the project last named, else of the firm that speaks of it; None where
    the sentence itself has just named the project, or nothing has."""
    if span.how != "phase":
        return span
    before = [one for one in named if one.how != "phase" and one.end <= span.start]
    said = max(text.rfind(mark, 0, span.start) for mark in "。！!？?\n")
    if any(one.start > said for one in before):
        return None
    own = max(before, key=lambda one: one.end, default=None)
    firm = max((one for one in firms if one.end <= span.start), key=lambda one: one.end, default=None)
    whole = own or firm
    if whole is None or span.start - whole.end > _NEAR:
        return None
    return replace(span, canonical=whole.canonical.removesuffix("项目") + span.canonical)


@once
def _works() -> Lexicon:
    numbered = [f"{number}号{work}" for work in words("projects", "numbered") for number in range(1, 13)]
    return Lexicon(
        [*words("projects", "works"), *numbered],
        [f"{work}项目" for work in (*words("projects", "works"), *numbered)],
    )


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
    phase = _PHASE.search(text, max(0, head - 3), head)
    anchor = anchor_of(text, head, investors)
    start = behind_governing(text, _left_edge(text, head), head) if anchor is None else anchor
    core = text[start:head]
    if phase and generic(text[start : phase.start()]):
        alone = phase.start() == 0 or text.endswith(_BARE, 0, phase.start())
        return span_of(text, phase.start(), end, "phase") if alone else None
    end = with_phase(text, end)
    start = behind_wider(text, behind_firm(text, start, head, investors), head)
    start = behind_put_up(text, start, head)
    start = joined_before(text, start - brand_before(text, start, head), head)
    start = text.find(")", start, head) + 1 if text[start] == "(" else start
    core = text[start:head]
    rest = behind_place(core)
    if (
        not core
        or len(core) > _LONGEST
        or class_of_many(text[start : phase.start()] if phase else core)
        or core in words("projects", "campaigns")
        or core in words("projects", "works")
    ):
        return None
    grounds = core.endswith(words("projects", "grounds"))
    if _many().match(text, end) and (grounds or class_of_many(_QUOTED.sub("", core))):
        return None
    # “某某”重点|项目 are those of a programme.
    quoted = re.match("“[^“”]+”(?=.)", core)
    if quoted and generic(core[quoted.end() :]):
        return None
    if (
        core.endswith(_OPEN)
        or _LISTED.search(core)
        or _told_of_another(core)
        or counted_or_summed(text, start)
    ):
        return None
    if only_placed(core):
        return None
    if (
        _SEVERAL.search(core)
        or _PARTS.search(core)
        or pieces_of(core)[0] in _COMPARING
        or (core[0] == "“" and text.startswith("工程", head))
    ):
        return None
    named = (
        anchor is not None
        or begins_with_place(text, start, head)
        or start in investors
        or _sum_before().search(text, max(0, start - 24), start)
        or _proper(rest)
        or (phase and _bounded(text, start) and _brand(text[start : phase.start()]))
        or (len(core) >= 4 and _listing().search(text, max(0, start - 70), start))
    )
    if text.endswith("“", 0, start) and text.startswith("”", end) and len(core) >= LEAST_TOLD:
        return span_of(text, start, end, "in marks")
    named = named or (len(core) >= LEAST_TOLD and _sited(text, start, end))
    if anchor is not None and text.endswith("的", 0, start):
        return span_of(text, start, end, "sited")
    one = made_up(core) or (len(core) >= LEAST_TOLD and _of_one().match(text, end) is not None)
    told_of = not named and _bounded(text, start) and one and not _many().match(text, end)
    return span_of(text, start, end, "subject" if told_of else "suffix") if named or told_of else None


def _left_edge(text: str, head: int) -> int:
    """Where the name begins that ends at `head`, perhaps with the word for what is done to a building: 某某中学|迁建|工程."""
    work = lexicon("projects", "done").ends(text, head)
    start = left_edge(text, work) if work < head else work
    return start if start < work else left_edge(text, head)


def _sited(text: str, start: int, end: int) -> bool:
    """Whether the words around tell where it lies: 位于某地的|某某项目, 在|某某项目|施工现场."""
    lies = _LIES.search(text, max(0, start - 24), start) and not COUNTED.match(text, start)
    return bool(lies) or (text.endswith(_AT, 0, start) and _SITE.match(text, end) is not None)


def _bounded(text: str, start: int) -> bool:
    """Whether a mark, the beginning of a line or what leads up to a name stands before."""
    return start == 0 or not text[start - 1].isalnum() or text[start - 1] in _LEADING


@once
def _of_one() -> re.Pattern[str]:
    """What is told of one project, not of a class: its site, where it lies, on what ground, for what sum, its ceremony."""
    return re.compile(listed("projects", "of_one"))


@once
def _many() -> re.Pattern[str]:
    """What tells that many are spoken of: “开门红”项目|集中开工, 入驻项目|16个."""
    return re.compile(rf"{listed('projects', 'many')}|\d+[个项]")


def _told_of_another(core: str) -> bool:
    """Whether what stands before the noun is the name of another project and a verb (某某项目|实现百亿级…)."""
    ends = [end for _, end in heads().find(core)]
    return bool(ends) and any(
        is_verb(piece) and piece not in words("edges", "name_verbs") for piece in pieces_of(core[ends[-1] :])
    )


def _building(text: str, head: int, end: int, investors: frozenset[int]) -> Span | None:
    """The building whose kind stands at `[head, end)`, where the words behind it tell that it is built just now."""
    if not text.startswith(words("projects", "started"), end) or heads().begins(text, end) > end:
        return None
    anchor = anchor_of(text, head, investors)
    start = left_edge(text, head) if anchor is None else anchor
    core = text[start:head]
    return None if len(core) < 2 or generic(behind_place(core)) else span_of(text, start, end, "building")


def _work(text: str, head: int, end: int, investors: frozenset[int]) -> Span | None:
    """The work whose kind stands at `[head, end)`, if a place, a firm or a list of such buildings names it, or the words before
    tell where it lies."""
    start = behind_wider(text, left_edge(text, head), head)
    core = text[start:head]
    if not core or len(core) > _LONGEST or generic(behind_place(core) or "的"):
        placed = core and begins_with_place(text, start, head) and not _of_many(core, text[head:end])
        return span_of(text, start, end, "work") if placed else None
    in_list = "、" in (text[start - 1 : start], text[end : end + 1])
    venue = text[head:end] in words("projects", "venues")
    lies = len(core) > 1 and _LIES.search(text, max(0, start - 24), start) and not COUNTED.match(text, start)
    if begins_with_place(text, start, head) or (venue and in_list) or lies or start in investors:
        return span_of(text, start, with_phase(text, end), "work")
    return None


def _brand(own: str) -> bool:
    """Whether what stands before a phase is the short name of a firm: 福能|二期项目."""
    if not LEAST <= len(own) <= LEAST_TOLD:
        return False
    return made_up(own) or (tag(own) in _BRANDS and frequency(own) < _OFTEN)


def _of_many(core: str, work: str) -> bool:
    """Whether a county's full name stands before a work of which it has several: 某某县|水库."""
    return core[-1] in "县市区" and core in place_scanner().entries and work in words("projects", "several")


def _proper(core: str) -> bool:
    """Whether a name without place or investor is one: a quoted or foreign word, an output, a thing built."""
    if re.search(r"年产|[A-Za-z“]", core):
        return True
    built = min(
        lexicon(*kind).ends(core) for kind in (("projects", "objects"), ("bodies", "park", "endings"))
    )
    if core.endswith(_ONE_HOUSE) and len(core) >= LEAST_TOLD:
        return True
    return built < len(core) and len(core) >= 6 and not generic(core[:built])
