"""The thing that a figure is said of, where that is a project or a firm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shanqu.extract.measures import trade_at_end
from shanqu.extract.span import Span, without_overlaps
from shanqu.extract.vocabulary import NUMERALS, Lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words
from shanqu.model import Scope


@once
def _continues() -> re.Pattern[str]:
    """By which a clause goes on about the project or firm last named."""
    goes_on, that, firm, behind = (
        listed("figures", "subjects", name) for name in ("continues", "that", "firm", "firm_behind")
    )
    return re.compile(
        rf"(?:^|(?<=[,，;；:：“]))(?:该|本|这个|这一|此|这家)?{goes_on}(?![\d数家一-九]|主体|们)|{that}|{firm}{behind}|(?<=[,，])他们"
    )


# By which a clause goes on about the firm, though a project of its was named last.
_THAT_FIRM = re.compile("(?:该|这家)(?:公司|企业)")

# What a sum before it is said of, though no rule knows it for a project: 总投资2亿元的某某技改|项目.
_DESCRIBED = re.compile(
    r"[约近超]?[\d.]+[万亿]*(?:美)?元的(?P<what>[^,，。;；、的\d]{4,30}?)(?P<noun>项目|工程)(?![一-龥])"
)


# A project that is only the place of a ceremony for many: 在某某项目现场举行,全市共有90个项目….
_VENUE = re.compile(r"(?:施工|建设)?(?:现场|工地).*(?:全[县市区省]|\d+个(?:重[大点])?项目)")


# Behind the last named of several projects of which a clause tells together: 某某项目|等10个项目总投资….
_AMONG_MANY = re.compile(
    r"等?(?:\d+|[二两三四五六七八九十]+)[个大项](?!子)[^,，。;；、\d]{0,12}?(?:项目|工程)(?!之一|[一-龥]?名单)"
    r"|等(?:[一多]批|多个)?[^,，。;；、\d]{0,12}?(?:项目|工程)|等(?=[,，])"
)
_FIGURE = re.compile(r"[约近超逾过]*[\d一二两三四五六七八九十百]")

# In front of a firm that has the figure; behind the first ones of a list, and one by whose words a sentence goes; and behind the last of those that have it together
# (某某、某某两家企业).
_HEADS = re.compile("(?:^|[,，。;“—的在、]|其中|企业|龙头|工厂)$")
_NOT_ALL = re.compile("等|、|(?:最新|发布的?|提供的?|公布的?)*(?:数据|统计|消息)")
_TOGETHER = re.compile(r"[这那]?(?!一家)[\d一二两三四五六七八九十]+家")
# A clause that turns from a firm to all of the county, unless it tells the firm's rank there.
_TO_THE_COUNTY = re.compile("(?<=[,，;；])全[县市区](?![第前首最排领率])")


# What has figures, or leads to what has.
_OWNERS = ("organization", "place", "park", "company", "project")
_BEFORE_BODIES = ",，。;；“”—\n"
_AFTER_NO_SUBJECT = "、和与及等的在内旁"
# But these are people of its own: 某某大学|在校学生.
_ITS_PEOPLE = ("在校", "在读", "在职", "在岗", "在册")


@once
def _class() -> Lexicon:
    """Words that only describe a class of projects."""
    return Lexicon([*words("projects", "generic"), *words("projects", "governing"), *NUMERALS])


def only_class(name: str) -> bool:
    """Whether what a project is called, without its last word, only tells of what class it is."""
    return _class().covers(name)


@dataclass(frozen=True, slots=True)
class Subject:
    """A project or firm, or an organisation (`body`), which has figures of its own as a firm has."""

    name: str
    scope: Scope
    body: bool = False


# The phase of a project that a clause begins with, up to the figure of it: 总投资10亿元,其中|一期|投资4亿元.
_OF_PHASE = re.compile(
    r"(?:^|[,，;；:：]|(?<!期)、|其中)(?:该|本)?(?:项目|工程)?(?P<phase>[一二三四]期)(?:项目|工程)?[^,，。;；、一二三四期]{0,10}\Z"
)
_PHASE_END = re.compile(r"(?:[(（]?[一二三四]期[)）]?(?:项目|工程)?){1,2}\Z")
# So far before its figure a phase stands.
_PHASE_FAR = 24


def subject_of(
    text: str,
    spans: list[Span],
    offset: int,
    at: int,
    clause: tuple[int, int] | None,
    carried: Subject | None = None,
) -> Subject | None:
    """The project or firm of the figure at `at`, as `_whole_of` finds it; of a phase of a project that phase."""
    subject = _whole_of(text, spans, offset, at, clause, carried)
    found = _OF_PHASE.search(text, max(0, at - _PHASE_FAR), at)
    if subject is None or found is None or subject.scope != "project" or not _FIGURE.match(text, at):
        return subject
    whole = _PHASE_END.sub("", subject.name)
    whole = whole if whole != subject.name else whole.removesuffix("项目")
    return replace(subject, name=f"{whole}{found['phase']}") if whole else subject


def _whole_of(
    text: str,
    spans: list[Span],
    offset: int,
    at: int,
    clause: tuple[int, int] | None,
    carried: Subject | None = None,
) -> Subject | None:
    """The project or firm of the figure at `at`.

    A project right after it (总投资10亿元的…项目) or before it in the sentence, or a firm at the head of a clause before it;
    with 该项目, 公司 and the like the one carried over.
    """
    things = [span for span in spans if span.kind in ("project", "company")]
    for span in spans:
        if span.kind == "project" and span.start - offset <= at < span.end - offset:
            return project_subject(span, things, carried)
    if clause:
        for span in things:
            start = span.start - offset
            if at <= start < clause[1] and span.kind == "project" and "的" in text[at:start]:
                return project_subject(span, things, carried)
        described = _DESCRIBED.match(text, at, clause[1])
        if described:
            named = None if only_class(described["what"]) else f"{described['what']}{described['noun']}"
            return Subject(named, "project") if named else None
    before = [span for span in things if span.end - offset <= at]
    if before:
        last = before[-1]
        projects = [
            span
            for span in before
            if span.kind == "project" and not _VENUE.match(text[span.end - offset : at])
        ]
        if not projects and any(span.kind == "project" for span in before):
            return None
        if projects and _FIGURE.match(text, at) and _AMONG_MANY.match(text, projects[-1].end - offset, at):
            return None
        if projects:
            return project_subject(projects[-1], things, carried)
        if _TO_THE_COUNTY.search(text, last.end - offset, at):
            return None
        if _HEADS.search(text, 0, last.start - offset) and not _NOT_ALL.match(text, last.end - offset):
            together = _TOGETHER.match(text, last.end - offset)
            return Subject(_listed(text, before, offset) if together else last.canonical, "company")
    if carried and clause and _continues().search(text[: clause[1]]):
        if carried.scope == "project" and _zone_heads(text, spans, offset, clause[1]):
            return None
        return replace(carried, scope="company") if _THAT_FIRM.search(text, 0, at) else carried
    return None


def _zone_heads(text: str, spans: Sequence[Span], offset: int, end: int) -> bool:
    """Whether a sentence is about the zone that it begins with, and speaks of no project up to `end`."""
    heads = any(span.kind == "park" and span.start == offset for span in spans)
    return heads and "项目" not in text[:end]


@once
def _bodies() -> tuple[str, ...]:
    return tuple(words("figures", "subjects", "bodies"))


@once
def _wider() -> re.Pattern[str]:
    return re.compile(listed("figures", "subjects", "wider"))


def body_of(text: str, spans: Sequence[Span], offset: int, at: int) -> Subject | None:
    """The institute, school, bank or the like that a sentence or part of one begins with, and that has the figure at `at`:

    as long as neither a place nor a park is named between them, nor a word that leads to somebody else's figures.
    """
    named = [
        span for span in without_overlaps(list(spans)) if span.end - offset <= at and span.kind in _OWNERS
    ]
    if not named or named[-1].kind != "organization" or not named[-1].canonical.endswith(_bodies()):
        return None
    start, end = named[-1].start - offset, named[-1].end - offset
    heads = start == 0 or text[start - 1] in _BEFORE_BODIES
    follows = text[end] in _AFTER_NO_SUBJECT and not text.startswith(_ITS_PEOPLE, end)
    if not heads or follows or _wider().search(text, end, at):
        return None
    return Subject(named[-1].canonical, "company", body=True)


def _listed(text: str, things: Sequence[Span], offset: int) -> str:
    """The last of the firms, with those that stand before it in the same list."""
    names = [things[-1].canonical]
    for one, following in zip(reversed(things[:-1]), reversed(things), strict=False):
        if one.kind != "company" or text[one.end - offset : following.start - offset] not in (
            "、",
            "和",
            "与",
        ):
            break
        names.append(one.canonical)
    return "、".join(reversed(names))


# A trade that a clause begins with, with what its figure measures.
_TRADE_HEAD = re.compile(
    r"(?:其中)?(?!占)(?P<trade>[一-龥、]{1,16}业)(?:总?产值|增加值|投资|收入|利润|销售|增长|下降|同比)"
)


def trade_of(spans: list[Span], offset: int, text: str, clause: int, at: int) -> str | None:
    """The trade that the figure at `at` is of: the one that its clause, which begins at `clause`, begins with, or else the last
    one before it, unless figures are dealt out to several."""
    trades = [span for span in spans if span.kind == "industry" and span.end - offset <= at]
    if trades and trades[-1].end - offset <= clause and (own := _TRADE_HEAD.match(text, clause, at)):
        known = trade_at_end(own["trade"])
        if known:
            return industries()[known]
    return trades[-1].canonical if trades and "分别" not in text[trades[-1].end - offset : at] else None


def trade_alone(spans: Sequence[Span], offset: int, text: str, clause: int) -> str | None:
    """The trade that a clause, which begins at `clause`, tells of alone: 其中|医疗器械产业实现产值….; None if it does not."""
    start = clause + len("其中") if text.startswith("其中", clause) else clause
    for span in spans:
        if span.kind == "industry" and span.start - offset == start:
            return span.canonical if _HAS.match(text, span.end - offset) else None
    return None


# What a trade does of which a figure tells.
_HAS = re.compile(
    "(?:规上|规模以上|年|总|共|累计|实现|完成|全年)*(?:产值|总产值|增加值|投资|收入|营收|销售|税收|利润|出口)"
)


def project_subject(span: Span, things: Sequence[Span], carried: Subject | None) -> Subject:
    """The project; a bare 一期项目 that is not yet tied to one is that of the firm or project named before it."""
    if span.how != "phase" or span.length < len(span.canonical):
        return Subject(span.canonical, "project")
    before = [thing for thing in things if thing.end <= span.start and thing.how != "phase"]
    whose = before[-1].canonical if before else carried.name if carried else ""
    return Subject(whose.removesuffix("项目") + span.canonical, "project")


# Behind a firm that does something together with others, or of which only a part is told.
_WITH = re.compile("[、和与及同等的/]|联合|携手|以及")


@once
def _aside() -> re.Pattern[str]:
    """Words before a firm by which a sentence names it only beside the one that it is about: 得益于|国家电网, 与|某某公司."""
    return re.compile(rf"{listed('figures', 'subjects', 'aside')}[^,，。;；“”]{{0,8}}$|[与同跟向给]$")


def sole_firm(text: str, spans: Sequence[Span], offset: int, before: str | None) -> str | None:
    """The firm that a sentence is about: the only one that it names for itself, or the one that it begins with; the one that was
    spoken of `before` where it names none. `offset` is its start in the coordinates of `spans`."""
    named = [span for span in without_overlaps(list(spans)) if span.kind == "company"]
    firms = {
        span.canonical for span in named if not before or not _aside().search(text, 0, span.start - offset)
    }
    if len(firms) < 2:
        return firms.pop() if firms else before
    heads = named[0].start == offset and not _WITH.match(text, named[0].end - offset)
    return named[0].canonical if heads else None
