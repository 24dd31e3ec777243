"""Programmes, plans and honours: in title marks, quoted, by their nouns."""

from __future__ import annotations

import re

from shanqu.extract.edges import begins_with_place
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import any_of, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

# The papers of towns and counties are called so: 《今日某某》.
_LOCAL_PAPER = re.compile("《今日[一-龥]{2,4}》")
# What no programme's name begins with that is quoted for its rank (“第一工程”的力度), or ends with.
_SAID = re.compile(r"[。!?！？,，;；]$|^第[一二]工程")
# What joins two titles is no longer; and what tells that many or none of a name are meant.
_SHORT = 2
_SOME = re.compile("的|重要|主要|最大|[一二两三多几0-9][个家座]")
_TITLE_MARKS = re.compile(r"《[^《》\n]{2,60}》")


def find_policies(text: str) -> list[Span]:
    """What governments call their plans and honours, besides those of the list."""
    return _titles(text) + _quoted(text) + _plans(text) + _honours(text)


def _titles(text: str) -> list[Span]:
    papers = words("policies", "papers", "endings")
    return [
        Span("policy", match.start(), match.end(), match.group()[1:-1], None, "title marks")
        for match in _TITLE_MARKS.finditer(text)
        if match.group()[1:-1] not in words("policies", "quoted", "documents")
        and not match.group()[1:-1].endswith(papers)
        and not _LOCAL_PAPER.fullmatch(match.group())
    ]


@once
def _quoted_patterns() -> tuple[re.Pattern[str], ...]:
    heads, between = listed("policies", "quoted", "heads"), listed("policies", "quoted", "between")
    endings = listed("policies", "quoted", "endings")
    documents = listed("policies", "quoted", "documents")
    apart, far_heads = listed("policies", "quoted", "apart"), listed("policies", "quoted", "far_heads")
    return (
        re.compile(rf"[“‘\"]([^“”‘’\"\n]{{2,20}})[”’\"](?={between}{{0,3}}{heads})"),
        re.compile(rf"[“‘]([^“”‘’,，\n]{{3,14}})[”’](?=(?:(?!{apart})[一-龥]){{1,7}}?{far_heads})"),
        re.compile(rf"[“‘]([^“”‘’\n]{{1,14}}{endings})[”’]"),
        re.compile(rf"“([^“”\n]{{8,44}}{documents})”"),
        re.compile(r"“([一-龥]{2,10}(?:\d{1,3}|[一二三四五六七八九十]{1,3})条)”"),
        re.compile(rf"(?:{listed('policies', 'quoted', 'before')})了?[“‘]([^“”‘’\n]{{3,16}})[”’]"),
    )


def _quoted(text: str) -> list[Span]:
    """Phrases in quotation marks that the noun behind them, or their own last noun, makes names of programmes."""
    places = words("policies", "quoted", "not_endings")
    return [
        Span("policy", match.start(1), match.end(1), match.group(1), None, "quoted")
        for pattern in _quoted_patterns()
        for match in pattern.finditer(text)
        if match.group(1) not in industries()
        and not match.group(1).endswith(places)
        and not _SAID.search(match.group(1))
    ]


@once
def _plan_patterns() -> tuple[re.Pattern[str], ...]:
    aims, nouns = listed("policies", "plans", "aims"), listed("policies", "plans", "nouns")
    reaches = listed("policies", "plans", "reaches")
    return (
        re.compile(
            rf"(?<![一-龥”])(?:{listed('policies', 'plans', 'led')})?(?P<plan>[一-龥]{{2,8}}?{aims}{listed('policies', 'plans', 'years')}?{nouns})(?![者书])"
        ),
        re.compile(
            rf"{listed('policies', 'plans', 'led')}(?P<plan>[一-龥]{{0,10}}?{listed('policies', 'plans', 'fields')}[一-龥]{{0,6}}?{aims}工程)"
        ),
        re.compile(rf"(?P<plan>{reaches}[一-龥]{{3,10}}?{listed('policies', 'plans', 'documents')})"),
        re.compile(
            rf"(?P<plan>(?:{reaches}|(?<=[“,，、])(?![在于对以]))[一-龥]{{2,10}}?{listed('policies', 'plans', 'campaigns')})"
        ),
    )


def _plans(text: str) -> list[Span]:
    return [
        Span("policy", *match.span("plan"), match["plan"], None, "plan")
        for pattern in _plan_patterns()
        for match in pattern.finditer(text)
        if not _built(match["plan"]) and "了" not in match["plan"]
    ]


def _built(plan: str) -> bool:
    """Whether what is called 工程 is built at some place or of some thing (水库提升工程), and no programme."""
    thing = begins_with_place(plan, 0, len(plan)) or re.search(listed("policies", "plans", "things"), plan)
    return plan.endswith("工程") and bool(thing)


@once
def _honour_patterns() -> tuple[re.Pattern[str], ...]:
    levels, nouns = listed("policies", "honours", "levels"), listed("policies", "honours", "nouns")
    lists = any_of(words("policies", "honours", "lists"))
    tails = listed("policies", "honours", "list_tails")
    breaks = listed("policies", "honours", "breaks")
    return (
        re.compile(rf"{levels}(?:(?!{breaks})[“一-龥”0-9]){{0,16}}?{nouns}"),
        re.compile(rf"{lists}[一-龥]{{0,10}}?(?:\d+强|[百十]强){tails}?"),
        re.compile(r"(?:ISO|IATF)\d{4,5}[一-龥]{0,6}?认证"),
    )


@once
def _class_pattern() -> re.Pattern[str]:
    """A class of firms with its reach: 国家级专精特新“小巨人”企业, 省级隐形冠军."""
    levels, tails = listed("policies", "honours", "levels"), listed("policies", "honours", "class_tails")
    leads = listed("policies", "honours", "class_leads")
    one = rf"“?{listed('policies', 'honours', 'classes')}”?"
    return re.compile(rf"(?:{levels}{leads}?(?:{one}){{1,2}}|(?:{one}){{2}}|{leads}{one}){tails}?")


def _honours(text: str) -> list[Span]:
    classes = (
        [_class_pattern()] if any(one in text for one in words("policies", "honours", "classes")) else []
    )
    return _awarded(text) + [
        Span("policy", match.start(), match.end(), match.group(), None, "honour")
        for pattern in (*classes, *_honour_patterns())
        for match in pattern.finditer(text)
        if match.group().count("“") == match.group().count("”")
    ]


@once
def _award_pattern() -> re.Pattern[str]:
    """A title, or several in a list, behind the verb that gives them: 先后被授予甲基地、乙之乡."""
    title = rf"(?![的了在])[一-龥0-9]{{3,24}}?{listed('policies', 'honours', 'titles')}"
    return re.compile(
        rf"{listed('policies', 'honours', 'awarded')}(?P<run>{title}(?:(?:、|和|以及){title})*)(?=[,，。;；、]|等|称号|$)"
    )


def _awarded(text: str) -> list[Span]:
    spans = []
    for match in _award_pattern().finditer(text):
        at = match.start("run")
        for item in re.split("(、|和|以及)", match["run"]):
            if len(item) > _SHORT and not _SOME.search(item):
                spans.append(Span("policy", at, at + len(item), item, None, "honour"))
            at += len(item)
    return spans
