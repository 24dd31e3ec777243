"""What words tell how far a project has come: in the clause of its name, in those behind it, in sentences that go on about

it, and over a list that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import NamedTuple, cast

from shanqu.gazetteer.events import around_stages, stages
from shanqu.query.profile_shapes import Stage
from shanqu.text.sentences import sentence_spans

_BREAKS = re.compile("[,，。;；:：!！?？]")
# What has not come about yet when these are planned is itself no more than a plan.
_BEGINNINGS = ("signed", "started")
# Of what is told to be finished or at work when but a part of it is.
WHOLE = ("finished", "producing")
# So far behind a name sentences are read that go on about it, and so many of them.
REACH = 400
_MOST = 4
# Verbs whose object a project is that is to be built: 拟在某地兴建|某某大楼.
_BUILDS = re.compile("(?:兴建|新建|建设|打造|投建|建造)\\Z")
# Lines of a list are no longer; so many of them are looked over for the heading above.
_LINE = 90
_LINES = 40
# What tells that a clause is of what has come about.
_IS_DONE = re.compile("已|目前|正在|了$")


class Place(NamedTuple):
    """Where a project is named: the page, the span of the sentence and that of the name."""

    page: str
    sentence: int
    sentence_end: int
    start: int
    end: int


def beside_name(place: Place) -> Iterator[Stage]:
    """The stages whose words stand in the clause around the name: those within the name are a part of it."""
    page = place.page
    before = page[place.sentence : place.start]
    # What leads to a list is said of all that it lists: 签约的项目有:.
    leading = re.split("[:：]", before)[:-1]
    parts = [_BREAKS.split(part)[-1] for part in (*leading, before)]
    for part in parts:
        yield from _told(part, leads=True)
    if _BUILDS.search(parts[-1]) and _coming(parts[-1], len(parts[-1])):
        yield "planned"
    behind = _BREAKS.split(page[place.end : place.sentence_end], maxsplit=1)[0]
    # 推动|某某项目|竣工
    yield from _told(behind, striven=_coming(parts[-1], len(parts[-1])))
    yield from _over_list(before)
    sentence = page[place.sentence : place.sentence_end]
    if page.startswith(around_stages("sites"), place.end) and not _begun().search(sentence):
        yield "building"


def behind_name(place: Place) -> Iterator[Stage]:
    """The stages of the later clauses of the sentence that have no subject of their own: 某某项目总投资3亿元,目前已开工."""
    first, *clauses = _BREAKS.split(place.page[place.end : place.sentence_end])
    yield from _owned(clauses, _coming(first, len(first)))


def going_on(place: Place, named: Collection[int]) -> Iterator[Stage]:
    """The stages told by the sentences behind that go on about the project (该项目…, 目前,项目已…), up to one that names another
    project; `named` is where the page names projects.
    """
    page, end = place.page, place.sentence_end
    low = end
    for start, stop in sentence_spans(page[end : end + REACH]):
        first, last = end + start, end + stop
        if any(first <= at < last for at in named) or low - end > REACH or last >= end + REACH:
            return
        text = page[first:last]
        subject = _subject().match(text)
        # A new paragraph goes on about it only where it says so.
        if "\n" in page[low:first] and not (subject and subject["this"]):
            return
        if subject:
            yield from _owned(_BREAKS.split(text[subject.end() :]))
        low = last
        if page.count("。", end, last) > _MOST:
            return


def under_heading(place: Place) -> Iterator[Stage]:
    """The stage that the heading of a list tells of the line that holds the name: 在建项目(3个)."""
    page = place.page
    at = page.rfind("\n", 0, place.start) + 1
    end = page.find("\n", place.end)
    if len(page[at : end if end >= 0 else len(page)]) > _LINE:
        return
    for _ in range(_LINES):
        above = page.rfind("\n", 0, max(at - 1, 0)) + 1
        line = page[above : max(at - 1, 0)].strip()
        heading = _heading().fullmatch(line)
        if heading:
            yield from _stage_of(heading["stage"])
            return
        if at == 0 or len(line) > _LINE or line.endswith(tuple("。!！?？")):
            return
        at = above


def _told(part: str, leads: bool = False, striven: bool = False) -> Iterator[Stage]:
    """The stages that the words of a clause tell; `leads`: it stands in front of the name, `striven`: what is before the name
    tells that they are to come."""
    for match in _words().finditer(part):
        stage, word = cast(Stage, match.lastgroup), match.group()
        # Behind the name 在建的|某某大桥 is another thing.
        if leads and word in around_stages("trailing"):
            continue
        if not leads and (word in around_stages("leading") or part.startswith("的", match.end())):
            continue
        if striven or _coming(part, match.start()):
            if stage in _BEGINNINGS:
                yield "planned"
        elif stage in WHOLE and _parts().search(part, 0, match.start()):
            yield "building"
        elif word != "建成" or leads or _done().match(part, match.end()):
            yield stage


def _owned(clauses: Iterable[str], ahead: bool = False) -> Iterator[Stage]:
    """The stages of those clauses in which nothing but words of time, way and degree stands before them. What is to come
    (`ahead`) goes on until a clause says that something is done: 计划8月开工,明年9月完工."""
    for clause in clauses:
        ahead = (ahead and not _IS_DONE.search(clause)) or _coming(clause, len(clause))
        match = _words().search(clause)
        if (
            match
            and match.group() not in around_stages("leading")
            and _light().fullmatch(clause, 0, match.start())
            and _closed().match(clause, match.end())
        ):
            yield from _told(clause, striven=ahead)


def _over_list(before: str) -> Iterator[Stage]:
    """The stage of the projects that a list before the name is told to be of: 此次开工的8个项目总投资3亿元,包括某某厂、."""
    segment = re.split("[;；。]", before)[-1]
    for match in _lists().finditer(segment):
        if not _coming(segment, match.start()):
            yield from _stage_of(match["stage"])


def _stage_of(word: str) -> Iterator[Stage]:
    found = _words().match(word)
    if found:
        yield cast(Stage, found.lastgroup)


def of_part(page: str, start: int, at: int) -> bool:
    """Whether the clause of a page that reaches from `start` or behind it to `at` speaks of a part of a project: 3号楼已|投产."""
    return _parts().search(_BREAKS.split(page[start:at])[-1]) is not None


def _coming(text: str, end: int) -> bool:
    """Whether words before `end` tell that what follows is to come."""
    return _future().search(_no_future().sub("", text[:end])) is not None


@cache
def _future() -> re.Pattern[str]:
    return re.compile("|".join(around_stages("coming")))


@cache
def _no_future() -> re.Pattern[str]:
    return re.compile("|".join(around_stages("not_coming")))


@cache
def _any() -> str:
    return "|".join(word for words in stages().values() for word in sorted(words, key=len, reverse=True))


@cache
def _words() -> re.Pattern[str]:
    """The words of all stages, but for such that only tell a time, a class or a condition."""
    groups = "|".join(
        f"(?P<{stage}>{'|'.join(sorted(words, key=len, reverse=True))})" for stage, words in stages().items()
    )
    return re.compile(
        f"(?:{groups})(?!(?:{_any()}|[并、和且或]|全面)*(?:{'|'.join(around_stages('behind'))}))"
    )


@cache
def _parts() -> re.Pattern[str]:
    """A part of the project as the subject of what follows: 主体工程已|完工."""
    return re.compile(
        f"(?:{'|'.join(around_stages('parts'))})(?:[已全正基本面均都陆续]|目前|顺利|工程|建设)*$|部分[一-龥]{{0,4}}$"
    )


@cache
def _closed() -> re.Pattern[str]:
    """What follows a word of stage in a clause that tells of the project, not of what it does (加快建设|开发区)."""
    return re.compile(
        rf"$|[并、中和的于至到在了，”’（(]|(?:{_any()})|阶段|建设|施工|发电|生产|仪式|兴建|完毕|完成|以来"
    )


@cache
def _begun() -> re.Pattern[str]:
    return re.compile("|".join(around_stages("begun")))


@cache
def _done() -> re.Pattern[str]:
    """What follows 建成 where the whole is built, and not so much of it."""
    return re.compile("$|[并于的通运投开启交验]|使用|试")


@cache
def _time() -> str:
    return r"\d{4}年|\d{1,2}月(?:\d{1,2}日|份|底|初|中旬|上旬|下旬)?|[今去前]年|年[初底末内]|\d{1,2}日"


@cache
def _light() -> re.Pattern[str]:
    light = "|".join(sorted(around_stages("light"), key=len, reverse=True))
    return re.compile(rf"(?:{_time()}|\d{{1,2}}[号幢栋]楼?|{light})*")


@cache
def _subject() -> re.Pattern[str]:
    """The beginning of a sentence that goes on about a project."""
    same = "|".join(around_stages("same"))
    lead = rf"(?:(?:{_time()}|据悉|据了解|据介绍|目前|眼下|当前|如今|截至目前|现在|近日|日前|其中)[,，]?)*"
    # 项目|负责人 and the like are others.
    others = "负责|经理|业主|部|数|招引|库|方|组|团队|推进会|现场"
    return re.compile(rf"[“]?{lead}(?:(?P<this>[该本此])(?:{same})|项目|工程)(?!{others})")


@cache
def _heading() -> re.Pattern[str]:
    number = r"(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]*)?"
    return re.compile(
        rf"[【#★●■◆▲—-]*{number}(?:\d{{4}}年)?(?:新|续|已|拟|集中|今年|计划)?(?P<stage>{_any()})(?:投产|投用)?(?:的|类)?[一-龥]{{0,6}}?项目"
        rf"(?:清单|名单|一览表?|情况)?(?:[(（][^()（）]{{1,12}}[)）])?\d*个?[:：】]?"
    )


@cache
def _lists() -> re.Pattern[str]:
    """What leads up to a list of projects of a stage."""
    many = r"(?:活动|仪式)?(?:的)?(?:\d+个)?[一-龥]{0,8}?项目"
    return re.compile(
        rf"(?P<stage>{_any()}){many}(?:中|里)?[^:：。;；]{{0,40}}?(?:包括|有|为|分别(?:是|为)?|涵盖了?)[^。;；]*$"
    )
