"""Names of people and of those who publish, as bylines print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from shanqu.clean.data import forget, labels, once, sites
from shanqu.gazetteer.places import resolve
from shanqu.gazetteer.terms import surnames
from shanqu.text.simplified import simplified

_SPLIT: Final = re.compile(r"[\s、,，;；/|]+")
_HAN_NAME: Final = re.compile(r"[\u3400-\u9fff]{2,4}(?:[·•][\u3400-\u9fff]{1,8}){0,3}")
# What lines of nothing but names are written in, and what no such line has: a longer name without a dot.
_OF_NAMES: Final = re.compile(r"[\u3400-\u9fff·•\s]+")
_TOO_LONG: Final = re.compile(r"(?<![\u3400-\u9fff·•])[\u3400-\u9fff]{5,}(?![\u3400-\u9fff·•])")
_ROLE_WORD: Final = re.compile(
    r"(?:本报|本网|本台|全媒体|见习|特约|融媒体?|首席)?(?:记\s?者|采访人员|通\s?讯\s?员|摄影(?![队家部社协])|报\s?道|编\s?辑|文/图|图/文|文图|图文|(?<![\u3400-\u9fff])[摄文图](?![\u3400-\u9fff])|(?<=\s)摄$)[:/|丨]?"
)
_NOT_NAMES: Final = frozenset(
    {
        "报道",
        "摄影",
        "整理",
        "整合",
        "编译",
        "综合",
        "编辑",
        "记者",
        "通讯员",
        "实习生",
        "實習生",
        "网络",
        "佚名",
        "管理员",
        "小编",
        "本站",
        "本报",
        "本网",
        "未知",
        "匿名",
        "来源",
        "作者",
        "分享",
        "打印",
        "评论",
        "收藏",
        "关闭",
        "字号",
        "浏览",
        "楼主",
        "楼市",
        "楼盘",
        "共享联盟",
        "客户端",
        "报道组",
        "锁定",
        "讨论",
        "收起",
        "展开",
    }
)
# What the names of media and of their offices end in.
_OF_MEDIA: Final = ("站", "报", "网", "社", "社发")
# What their columns are called by, unless a surname stands before it.
_COLUMNS: Final = ("要闻", "新闻", "资讯", "快讯", "在线", "频道", "头条")
# The number that a medium gives to those who work for it: 王晓_NB1234.
_STAFF: Final = re.compile(r"(?<=[\u3400-\u9fff])[_\-]?[a-zA-Z]{1,3}\d{2,6}$")
_DOT: Final = re.compile("[·•]")
# What parts names in a list.
_BETWEEN: Final = re.compile("[、，,]")
_INLINE: Final = re.compile(
    r"(?:记者|采访人员)\s?[:：]?\s?(?P<names>(?:[\u3400-\u9fff·]{1,6}[\s、,，]{0,2}){1,6}?)\s?(?:[)）】\]]|(?:通讯员|报道|文/图|摄影|实习生|\s摄|\s文))"
)
# What follows the names of those who wrote a text and took its pictures, where both open its first paragraph.
_WROTE_AND_PICTURED: Final = re.compile(
    r"(?:本报|本网|全媒体|融媒体?)?记者\s(?P<names>(?:[\u3400-\u9fff]{2,4}[\s、]{1,2}){1,4}?)(?:文\s?/\s?[摄图]|图\s?/\s?文|摄影报道)\s"
)
# Who reports, said before all else: `记者陈梅生报道 今年以来……`.
_REPORTS: Final = re.compile(
    r"(?:本报|本网|本台)?(?:见习|全媒体|融媒体?)?记者\s?(?P<names>[\u3400-\u9fff]{2,4}(?:[\s、,][\u3400-\u9fff]{2,4}){0,3})\s?报道[\s:]"
)
_NAMED_ALONE: Final = re.compile(r"\s?[(](?P<names>[\u3400-\u9fff\s、,]{2,24})[)]")
_CORRESPONDENT: Final = re.compile(
    r"通讯员\s?[:：]?\s?(?P<names>(?:[\u3400-\u9fff·]{1,6}[\s、,，]{0,2}){1,6})"
)
_GLUED: Final = 4
_SIGNED_REACH: Final = 60
_SIGNED: Final = re.compile(r"(?:^|[。!?”》…\s])[(](?:本报|本网|本台)?(?P<names>[^()。:]{2,48})[)]$")
_WROTE_TEXT: Final = re.compile(r"[/\s]文(?![\u3400-\u9fff])")
_WROTE_FIRST: Final = re.compile(r"(?:文\s?[/、]?\s?图|图\s?[/、]?\s?文|文|文字)[:/\s]")
_PICTURED: Final = re.compile(r"[摄图]")
_CORRESPONDENT_FROM: Final = re.compile(r"通\s?讯\s?员|实习生|[/\s]文")
_DATELINE: Final = re.compile(
    r"^[\s【\[(（]{0,3}(?P<line>(?P<agency>[\u3400-\u9fff]{2,10}?(?:社|网|报|台|新闻|在线|客户端))\s?(?P<place>(?!网|社)[\u3400-\u9fff]{1,8}?)?(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)[电讯])"
)


def people(text: str) -> tuple[str, ...]:
    """The personal names in a list such as `邵燕飞 林波` or `张 蓓、王 伟`, in order."""
    parts = (
        _STAFF.sub("", part.strip("()（）[]【】"), 1)
        for part in _SPLIT.split(_ROLE_WORD.sub(" ", text.strip()))
    )
    words = [word for word in parts if word]
    return tuple(dict.fromkeys(name for name in _joined(words) if _is_name(name)))


def _joined(words: list[str]) -> Iterator[str]:
    """Two-character names are stretched with a space: single characters in a row are one name."""
    at = 0
    while at < len(words):
        if len(words[at]) == 1 and at + 1 < len(words) and len(words[at + 1]) == 1:
            yield words[at] + words[at + 1]
            at += 2
        else:
            yield words[at]
            at += 1


@once
def _labels() -> frozenset[str]:
    return frozenset[str]().union(*labels().fields.values())


def _is_name(word: str) -> bool:
    if word.startswith(("关于", "本报", "本网", "本站", "本台", "综合", "查看", "返回")):
        return False
    if (
        word in _NOT_NAMES
        or word in _labels()
        or word in labels().not_people
        or _HAN_NAME.fullmatch(word) is None
        or word.endswith(_OF_MEDIA)
        or (word.endswith(_COLUMNS) and simplified(word[0]) not in labels().surnames)
    ):
        return False
    # 共享联盟·龙泉 is the office of a medium in a county.
    return not any(resolve(part) for part in _DOT.split(word)[1:])


@lru_cache(maxsize=4096)
def bare_names(line: str) -> tuple[str, ...]:
    """The names on a line that holds nothing else; empty where a word on it is no name."""
    line = line.strip("■□●◆▲ ")
    if _OF_NAMES.fullmatch(line) is None or _TOO_LONG.search(line) is not None:
        return ()
    words = line.split()
    found = people(line)
    known = labels().surnames
    return (
        found
        if found
        and sum(map(len, found)) == sum(map(len, words))
        and all(
            simplified(name[0]) in known and _is_built_so(name) and resolve(name) is None for name in found
        )
        else ()
    )


def is_name_or_word(norm: str) -> bool:
    """Whether a line holds nothing but names, or a word of menus and buttons that begins like one."""
    return bool(bare_names(norm)) or norm in labels().not_people


def _is_built_so(name: str) -> bool:
    """Whether four characters are a surname of two and a name of two, or two names that were glued: hardly any other
    name has so many."""
    if len(name) != _GLUED:
        return True
    known = surnames()
    return simplified(name[:2]) in known or simplified(name[2]) in known


def of_medium(line: str) -> tuple[str, ...]:
    """The names on a line of nothing but names and their medium: `王晓/山里日报`."""
    before, _, medium = line.rpartition("/")
    return bare_names(before) if before and looks_like_site(medium.strip()) else ()


def reporters_inline(norm: str, text: str) -> tuple[str, ...]:
    """Reporters named in brackets at the beginning of the text, or after its dateline, or first of all with what they
    did: `norm` and `text` of a line."""
    opened = _WROTE_AND_PICTURED.match(norm)
    if opened is not None:
        return people(text[slice(*opened.span("names"))])
    reports = _REPORTS.match(norm)
    if reports is not None:
        return bare_names(_BETWEEN.sub(" ", text[slice(*reports.span("names"))]))
    found = _INLINE.search(norm[:120])
    if found is None:
        return _behind_dateline(norm, text)
    before = norm[: found.start() + 1]
    if not re.search(r"[(【\[]", before) and not before[:-1].rstrip().endswith(("电", "讯")):
        return ()
    return people(text[slice(*found.span("names"))])


def _behind_dateline(norm: str, text: str) -> tuple[str, ...]:
    """The names alone in brackets right behind the dateline."""
    opened = _DATELINE.match(norm)
    found = _NAMED_ALONE.match(norm, opened.end()) if opened is not None else None
    return bare_names(_BETWEEN.sub(" ", text[slice(*found.span("names"))])) if found is not None else ()


def signed(norm: str, text: str) -> tuple[str, ...]:
    """Who signs a paragraph in brackets at its end: `norm` and `text` of a line. Who took its pictures does not."""
    found = _SIGNED.search(norm, max(0, len(norm) - _SIGNED_REACH))
    if found is None:
        return ()
    low, high = found.span("names")
    wrote = _WROTE_TEXT.search(norm, low, high)
    named = _CORRESPONDENT_FROM.search(norm, low, high)
    if wrote is not None:
        high = wrote.start()
    elif _WROTE_FIRST.match(norm, low, high):
        return people(text[low:high])
    elif _PICTURED.search(norm, low, high):
        return ()
    by = norm.find("记者", low, high)
    if by >= 0:
        return people(text[by + 2 : named.start() if named and named.start() > by else high])
    return people(text[low:high]) if wrote else bare_names(text[low:high]) or correspondents(text[low:high])


def correspondents(text: str) -> tuple[str, ...]:
    """The 通讯员 of a byline."""
    found = _CORRESPONDENT.search(text)
    return people(found.group("names")) if found else ()


def dateline(norm: str, text: str | None = None) -> tuple[str, str] | None:
    """The dateline with which a line opens (`新华社北京2月29日电`) and the agency in it: in `text`, where that is given."""
    found = _DATELINE.match(norm)
    text = norm if text is None else text
    return (text[slice(*found.span("line"))], text[slice(*found.span("agency"))]) if found else None


def is_agency(name: str) -> bool:
    return name in sites().agencies or simplified(name) in sites().agencies


def looks_like_site(name: str) -> bool:
    """Whether the words end like the name of one who publishes."""
    return 2 < len(name) <= 20 and name.endswith(sites().suffixes) and ":" not in name


def first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


forget(bare_names.cache_clear)
