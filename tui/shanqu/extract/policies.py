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
_SAID = re.compile(r"[。!?！？,，;；]$|^第[一二]工程|(?:开园|开幕|开业|揭牌|签约|开工|奠基)$")
# What no document's name has: it is one of many then, or nothing but an office's verb.
_MANY = re.compile("[了着]|一系列|相关|有关|配套|多项|一批|各项")
# What joins two titles is no longer; and what tells that many or none of a name are meant.
_SHORT = 2
_SOME = re.compile("的|重要|主要|最大|[一二两三多几0-9][个家座]")
# A number of those who have an honour; so far before it a verb may give it, and so long are names of classes of grounds.
_COUNT_BEHIND = re.compile(r"(?:已?[有达]|累计|共有?|增至|近|超)?\d+[家个]?")
_REACHES = ("全国", "全省", "浙江", "中国", "世界")
_GIVEN_BEFORE, _CLASS_LONGEST = 70, 9
_TITLE_MARKS = re.compile(r"《[^《》\n]{2,60}》")


def find_policies(text: str) -> list[Span]:
    """What governments call their plans and honours, besides those of the list."""
    return _titles(text) + _quoted(text) + _plans(text) + _drawn_up(text) + _honours(text)


@once
def _document() -> re.Pattern[str]:
    """The title of what an office draws up, and of no book, film or contract."""
    nouns = listed("policies", "titles", "nouns")
    behind = r"(?:\d+条)?(?:[(（][^()（）]*[)）])?"
    return re.compile(
        rf"(?!.*{listed('policies', 'titles', 'not_ends')}$)(?:关于|.*{nouns}{behind}$|.*[\d一二三四五六七八九十]+条”?$)",
        re.DOTALL,
    )


def _titles(text: str) -> list[Span]:
    papers = words("policies", "papers", "endings")
    return [
        Span("policy", match.start(), match.end(), match.group()[1:-1], None, "title marks")
        for match in _TITLE_MARKS.finditer(text)
        if match.group()[1:-1] not in words("policies", "quoted", "documents")
        and not match.group()[1:-1].endswith(papers)
        and not _LOCAL_PAPER.fullmatch(match.group())
        and _document().match(match.group()[1:-1])
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
    places, people = (words("policies", "quoted", name) for name in ("not_endings", "people"))
    return [
        Span("policy", match.start(1), match.end(1), match.group(1), None, "quoted")
        for pattern in _quoted_patterns()
        for match in pattern.finditer(text)
        if match.group(1) not in industries()
        and not match.group(1).endswith(places)
        and match.group(1) not in people
        and not _SAID.search(match.group(1))
    ]


@once
def _plan_patterns() -> tuple[re.Pattern[str], ...]:
    aims, nouns = listed("policies", "plans", "aims"), listed("policies", "plans", "nouns")
    reaches = listed("policies", "plans", "reaches")
    return (
        re.compile(
            rf"(?<![一-龥”])(?:{listed('policies', 'plans', 'led')})?(?P<plan>[一-龥]{{2,8}}?{aims}{listed('policies', 'plans', 'years')}?{nouns})(?![者书]|机械|车辆|船)"
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


@once
def _drawn_up_patterns() -> tuple[re.Pattern[str], ...]:
    """Documents without title marks behind the verb of those who draw them up (印发某某县茶产业发展规划), plans by their
    years (茶叶产业三年行动计划), programmes by their numbers (1010工程, 4+1+X) and sets of measures (人才新政20条)."""
    led, nouns = listed("policies", "plans", "led"), listed("policies", "plans", "numbered")
    drawn, aims = listed("policies", "plans", "drawn"), listed("policies", "plans", "aims")
    documents = listed("policies", "plans", "whole_documents")
    plain = listed("policies", "plans", "plain")
    years = (
        rf"(?:{listed('policies', 'plans', 'years')})(?:{aims})?(?:专项)?(?:行动计划|行动方案|行动|计划|规划)"
    )
    return (
        re.compile(
            rf"{drawn}{{1,3}}(?:完成)?了?(?P<plan>(?!{plain}|{drawn})(?:(?!{plain})[一-龥“”]){{4,26}}?{documents})(?![一-龥]|[(（])"
        ),
        re.compile(rf"(?:{led}|谋划实施|持续推进)了?(?P<plan>(?!{plain})[一-龥]{{2,14}}?{years})"),
        re.compile(rf"(?<![\d.一-龥])(?P<plan>(?!19|20)\d{{3,6}}[XN]?{nouns})"),
        re.compile(
            rf"(?:{led}|构建|打造|围绕|聚焦|按照)(?P<plan>(?!(?:19|20)\d\d)(?:\d{{3,6}}[XN]?|\d{{1,2}}(?:\+[\dXN]{{1,2}})+){nouns})"
        ),
        re.compile(r"(?<![\d+A-Z])(?P<plan>\d{1,2}(?:\+[\dXN]{1,2})+)(?=”?[一-龥]{0,6}(?:体系|集群|格局))"),
        re.compile(
            rf"(?:{drawn}|[“、,，])(?P<plan>(?!{plain})[一-龥]{{2,8}}{listed('policies', 'plans', 'sets')}\d{{1,3}}条)"
        ),
        re.compile(
            rf"(?:{drawn}|兑现)了?(?P<plan>(?!{plain})(?:[一-龥]{{2,3}}[县市区](?:(?!{drawn}|的)[一-龥]){{0,26}}?|[一-龥]{{2,8}})[一二三四五六七八九十]{{1,3}}条)(?=[,，。;；、]|等)"
        ),
        re.compile(rf"{led}(?P<plan>(?!{plain})[一-龥]{{2,8}}?战略)(?![一-龥])"),
        re.compile(r"“(?P<plan>[一-龥]{2,10}(?:\d{1,3}|[一二三四五六七八九十]{1,3})条)”"),
    )


def _drawn_up(text: str) -> list[Span]:
    return [
        Span("policy", *match.span("plan"), match["plan"], None, "drawn up")
        for pattern in _drawn_up_patterns()
        for match in pattern.finditer(text)
        if match["plan"].count("“") == match["plan"].count("”") and not _MANY.search(match["plan"])
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
        and not _only_a_class(text, match)
        and not _of_many(text, match)
    ]


@once
def _given() -> re.Pattern[str]:
    return re.compile(rf"{listed('policies', 'honours', 'given')}[^。;；\n]{{0,60}}$")


def _of_many(text: str, match: re.Match[str]) -> bool:
    """Whether an honour is but a class of grounds (省级高新区2个, 国家高新区排名), which nobody is said to have become."""
    name = match.group()
    long = len(name) > _CLASS_LONGEST and not (name.endswith("产业集群") and name.startswith(_REACHES))
    if long or not name.endswith(words("policies", "honours", "grounds")):
        return False
    before = text[max(0, match.start() - _GIVEN_BEFORE) : match.start()]
    return _COUNT_BEHIND.match(text, match.end()) is not None or not _given().search(before)


def _only_a_class(text: str, match: re.Match[str]) -> bool:
    """Whether a list of the strongest firms only tells of what kind some are (两家世界500强企业): it honours who enters it."""
    entered = text.endswith(words("policies", "honours", "entered"), 0, match.start())
    return "500强" in match.group() and not entered


@once
def _award_pattern() -> re.Pattern[str]:
    """A title, or several in a list, behind the verb that gives them: 先后被授予甲基地、乙之乡."""
    title = rf"(?![的了在])[一-龥0-9]{{2,24}}?{listed('policies', 'honours', 'titles')}"
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
