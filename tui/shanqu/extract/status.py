"""Whether a figure is a fact, a forecast, a plan or a target."""

from __future__ import annotations

import re

from shanqu.extract.clauses import clause_start
from shanqu.extract.vocabulary import Lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import Status

# A year against which something is only held (比2020年下降) is not told of.
_YEAR = re.compile(r"(?P<by>(?<!达)到)?(?<![比较])(?P<year>20\d\d)年")
_PART = re.compile("[;；。]")
_NUM = r"[一二三四五几\d]"


@once
def _words(name: str) -> Lexicon:
    """The words of a status, without the longer ones that mean something else."""
    return Lexicon(words("status", name), words("status", f"not_{name}"))


@once
def _by_then() -> re.Pattern[str]:
    """An aim by its date (到2025年…达到), or by the years that are left (未来三年)."""
    over, verbs = listed("status", "over"), listed("status", "target_verbs")
    far = listed(
        "status", "far_verbs"
    )  # behind the long name of a measure: 到2025年,高新技术产业增加值占规上工业增加值比重达到
    return re.compile(
        rf"到20\d\d年(?![^。]{{0,12}}{over})[^。]{{0,20}}?{verbs}|未来[一-龥]{{0,2}}年"
        rf"|到20\d\d年[底末]?[,，](?![^。]{{0,48}}{over})[^。;；]{{0,48}}?"
        rf"(?:{far}|比20\d\d年[一-龥]{{0,4}}(?:下降|降低|减少|压减)|\d[^,，。;；、\d]{{0,6}}(?:以上|以内)(?!的))"
    )


@once
def _ahead() -> re.Pattern[str]:
    """Words that set a whole sentence in the time to come."""
    must, ahead = listed("status", "must"), listed("status", "ahead")
    return re.compile(rf"{must}{{1,2}}全年|{ahead}(?<![后来])(?!任务)|{ahead}{_NUM}+年")


def status_of(
    text: str,
    at: int,
    clause: tuple[int, int],
    year: int | None = None,
    *,
    resolved: bool = False,
    indicator: str = "",
) -> tuple[Status, str | None]:
    """The status of the figure at `at` and the forecasting word that hedges it. `resolved`: the sentence before told what
    will be done.

    A target or plan must be spoken of in the figure's own clause or the one before it; a forecast, up to a semicolon or a
    clause that tells what is done already, and a year by which something is aimed at (one after `year`, that of the text, where it is
    known), govern the rest of their sentence.
    """
    near = _PART.split(text[clause_start(text, max(clause[0] - 1, 0)) : clause[1]])[-1]
    own = text[clause[0] : at]
    part = max(text.rfind(stop, 0, at) for stop in ";；") + 1
    forecast = next(reversed(list(_words("forecast").find(text, part, at))), None)
    if (
        forecast and forecast[0] < clause[0] and ("已" in own or "现有" in own)
    ):  # 预计总投资5亿元,现已投入2亿元
        forecast = None
    if _began().search(own):
        return "actual", None
    aim = _says("target", near) or _ahead().search(text[:at]) is not None
    if aim and _before().search(own):  # 今年目标是产值60亿元,去年产值51亿元
        aim = _says("target", text[slice(*clause)])
    said = aim or ("要" in own and _must().search(own)) or _by_then().search(near)
    aimed = bool(said) and not _reached().search(own)
    if (aimed or _aimed_by(text, at, clause[1], year)) and not (forecast and forecast[0] >= clause[0]):
        return "target", None
    if forecast:
        word = text[slice(*forecast)]
        return "forecast", word if word in words("status", "hedging") else None
    if "明年" in text and _next_year().search(text, part, at) and not _done().search(own):
        return "target" if indicator.endswith(words("status", "aimed_next")) else "planned", None
    if ("拟" in text or "将在" in text) and _intends().search(text, part, at):
        return ("actual", None) if _done().search(own) else ("planned", None)
    earlier = near.removesuffix(text[clause[0] : clause[1]]) if _goes_on().match(own) else ""
    if _says("planned", own) or _says("planned", _sums().sub("", earlier)) or resolves(text[:at], resolved):
        return ("actual", None) if _done().search(own) else ("planned", None)
    if _to_make().search(own) and _undertaken().match(text, at) and not _made().search(own):
        return "planned", None
    return "actual", None


@once
def _began() -> re.Pattern[str]:
    """Words right before the figure from which a change sets out: 占比由|15%提到30%."""
    return re.compile("(?<!自)[由从](?:目前|现在|如今|去年|上年|前年|20\\d\\d年)?的?$")


@once
def _must() -> re.Pattern[str]:
    """What must be, in a figure's own clause: 产值要到50亿元."""
    return re.compile(
        "(?<![主重需只首纲摘概不])(?<![每一][天年月次日])要(?![求素闻点道么件领害是了地跑花付用走])"
    )


@once
def _next_year() -> re.Pattern[str]:
    """Words that set what follows in the next year (not: 订单排到明年)."""
    return re.compile("(?<!到)(?<!到了)明年(?![前以]|[^,，。;；]{0,3}[前底])")


@once
def _intends() -> re.Pattern[str]:
    """The verb by which the rest of a sentence tells of a plan: 拟投资建设…,总投资4亿元."""
    return re.compile(
        "(?<![模虚比草])拟(?![定合态上分])|将(?:在[一-龥]{2,4})(?:投资|投入|新建|兴建|划出)(?!了)"
    )


@once
def _before() -> re.Pattern[str]:
    """Words for a time that is over, unless something is only held against it."""
    return re.compile("(?<![比较])(?:去年|上年|前年|目前|现有|此前|[一二三四五两]年前)")


def resolves(text: str, before: bool) -> bool:
    """Whether a sentence that begins with `text` tells in its first clause what will be done (某县将实施新一轮行动,…), or goes on
    with it where the one `before` did."""
    goes_on = before and text.startswith(words("status", "resolved_more"))
    return goes_on or _resolve().match(text) is not None


@once
def _resolve() -> re.Pattern[str]:
    # 将创建工作与招商结合: 将 is 把 there.
    return re.compile(
        rf"(?:[^,，。;；]{{0,12}}[,，]){{0,2}}[^,，。;；]{{0,16}}?将{listed('status', 'resolved')}"
        r"(?!的|[工任][作务]|[^,，。;；]{0,10}(?:作为|结合|纳入|列[入为]|视[为作]|当[成作]))|(?=.*将安排)"
    )


@once
def _reached() -> re.Pattern[str]:
    """Words by which a clause tells that an aim was reached: 已全部实现100%的目标."""
    return re.compile("已(?:经|全部|全面|提前)*(?:实现|完成|达到|达成)")


@once
def _done() -> re.Pattern[str]:
    return re.compile("已|目前|去年|现有")


@once
def _sums() -> re.Pattern[str]:
    """What is planned of a thing, without the thing itself being so: 计划总投资."""
    return re.compile(listed("status", "sums"))


@once
def _goes_on() -> re.Pattern[str]:
    """The beginning of a clause that tells of parts, or of more that is planned."""
    return re.compile(f"其中|{listed('status', 'goes_on')}(?!了)")


@once
def _to_make() -> re.Pattern[str]:
    """Words right before what a project is to make: 年产."""
    return re.compile(f"{listed('status', 'to_make')}$")


@once
def _undertaken() -> re.Pattern[str]:
    """A figure and the project behind it that is called by it: 4万吨特种纸项目."""
    return re.compile(rf"[\d.,一-龥]{{1,8}}?[^,，。;；、]{{0,30}}?{listed('status', 'undertaken')}")


@once
def _made() -> re.Pattern[str]:
    """Words by which a clause tells that the thing is there."""
    return re.compile(listed("status", "made"))


def _says(name: str, text: str) -> bool:
    return next(_words(name).find(text), None) is not None


def _aimed_by(text: str, at: int, end: int, year: int | None) -> bool:
    """Whether the sentence up to `end` has set a year by which the figure at `at` is aimed at."""
    by = _year_before(text[:at])
    return by > year if by and year else by > 0 and _by_then().search(text[:end]) is not None


def _year_before(text: str) -> int:
    """The year that something is to be reached by (到2030年), 0 if none is said or another follows it."""
    years = list(_YEAR.finditer(text)) if "到" in text else ()
    return int(years[-1]["year"]) if years and years[-1]["by"] else 0
