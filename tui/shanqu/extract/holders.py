"""Under whose name a figure stands that is a firm's, a zone's or a town's though its clause names none: a county's name there
would tell a reader that the figure is the whole county's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.asking import Asked
from shanqu.extract.attribution import Owner
from shanqu.extract.carry import Carry
from shanqu.extract.products import like_goods
from shanqu.extract.saying import Said
from shanqu.extract.span import Span, without_overlaps
from shanqu.extract.subjects import Subject, only_class
from shanqu.extract.towns import TOWNS, full_name, town_of_body
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import Fact, Scope

# Directly before a firm with which or for which another does something: 与某某公司合作.
_PARTNER = re.compile("[与和同跟向给为对及]$")
# What a sum is for, up to what happens to it: 总投资3亿元的|某某码头|将于年底开工.
_BUILT = re.compile(
    r"的(?P<what>(?!\d+[个项家])[^,，。;；、的是]{4,24}?)(?=将|已|于|正|[在如]期|全面|开工|动工|奠基|签约|落地|落户|建成|投产|竣工|投用|启动|[,，。;；])"
)
# So far before its quantity the word stands that tells what is done with goods.
_GOODS_LONGEST = 16
# So much stands between two figures of the same goods at most.
_BETWEEN_LONGEST = 24
# Before a zone that is only one of a list.
_LISTED = re.compile("[、和及](?:以及)?$")
# Behind a name that is only one of a list.
_NOT_ITS_OWN = re.compile("[、等]|(?:以及|之类)")


def holder_of(said: Said, asked: Asked, scope: Scope, owner: Owner) -> str | None:
    """The canonical name of the firm, project, zone, town or village that a figure of this `scope` is told of; None where the text
    does not name it."""
    if scope == "company":
        return _firm(said, asked.start)
    if scope == "project":
        return _project(said, asked)
    if scope == "zone":
        return _zone(said, asked.start, owner)
    if scope not in ("area", "industry"):
        return None
    town = _town(said, asked) if scope == "area" else None
    goods = (_goods(said, asked) or "").removeprefix(town or "")
    return f"{town or ''}{goods}" or None


def _firm(said: Said, at: int) -> str | None:
    """The firm last named in the sentence before `at`, or whoever runs one, or else the firm that the text is about, if the sentence
    goes on about it."""
    offset = said.sentence.start
    named = [span for span in _of("company", said.spans) if span.end - offset <= at]
    own = [
        span.canonical
        for span in named
        if not _PARTNER.search(said.text, 0, span.start - offset)
        and not _NOT_ITS_OWN.match(said.text, span.end - offset)
    ]
    if named:
        return own[-1] if own else None
    last = said.settled[-1] if said.settled else said.carry.settled
    goes_on = last is not None and last.scope == "company" and said.carry.paragraph == said.sentence.paragraph
    told = _of_firm().search(said.text, 0, at) or _firm_says().match(said.doc.text, said.sentence.start + at)
    if said.carry.firm and (goes_on or told):
        return said.carry.firm
    people = [span for span in _of("person", said.spans) if span.end - offset <= at]
    spoken = people and _speaks().match(said.text, people[-1].end - offset)
    return people[-1].canonical if people and not spoken else None


@once
def _speaks() -> re.Pattern[str]:
    """By which somebody only tells of a figure."""
    return re.compile(rf"[^,，。;；]{{0,6}}{listed('figures', 'holders', 'speaks')}|[:：、]")


@once
def _of_firm() -> re.Pattern[str]:
    """By which a sentence goes on about a firm that it does not name."""
    return re.compile(listed("figures", "holders", "firm"))


@once
def _firm_says() -> re.Pattern[str]:
    """Behind a figure: the end of the words in which somebody of the firm tells of it (…6亿元。”公司负责人说)."""
    return re.compile(
        rf"[^“”]{{0,80}}”[,，]?该?(?:公司|企业)[^,，。;；“”]{{2,16}}{listed('figures', 'holders', 'speaks')}"
    )


@once
def _told_by() -> re.Pattern[str]:
    """Behind a figure: the end of the words in which somebody of a firm tells of it, and the firm (…6亿元。”|某某有限公司|经理某某说)."""
    return re.compile(
        rf"[^“”]{{0,80}}”(?P<firm>[一-龥()（）]{{2,20}}?公司)[^,，。;；“”]{{2,16}}?{listed('figures', 'holders', 'speaks')}"
    )


def firm_of_speaker(said: Said, at: int) -> Subject | None:
    """The firm whose manager speaks of it as ours, where the text names it behind the quoted words; None where it does not."""
    quoted = said.text.rfind("“", 0, at)
    if quoted < 0 or not _of_us().search(said.text, quoted, at):
        return None
    found = _told_by().match(said.doc.text, said.sentence.start + at)
    return Subject(found["firm"], "company") if found else None


@once
def _of_us() -> re.Pattern[str]:
    return re.compile(listed("figures", "holders", "ours"))


def _project(said: Said, asked: Asked) -> str | None:
    """What is built for the sum right before its name, or else the project that the paragraph is about, or the firm that builds."""
    built = _BUILT.match(said.text, asked.end)
    what = _out_of_marks(built["what"]) if built else ""
    if what and not only_class(what.removesuffix("项目").removesuffix("工程")):
        return what
    if any(asked.clause[0] <= start < asked.start for start, _, _ in said.owners):
        return None
    carried = said.carry.subject
    if carried and carried.scope == "project" and said.carry.paragraph == said.sentence.paragraph:
        return carried.name
    return _firm(said, asked.start)


def _out_of_marks(what: str) -> str:
    """The words themselves; those between quotation marks where they begin with such: “某某谷”|在松阳县."""
    name, mark, rest = what.removeprefix("“").partition("”")
    noun = rest[:2] if rest.startswith(("项目", "工程")) else ""
    return name + noun if mark else what.strip("“”")


def _zone(said: Said, at: int, owner: Owner) -> str | None:
    """The zone as the sentence names it in full, or the one last named before `at`, or the one that the text is about."""
    offset = said.sentence.start
    named = [
        span
        for span in _of("park", said.spans)
        if span.end - offset == at
        or (
            span.end - offset < at
            and not _LISTED.search(said.text, 0, span.start - offset)
            and not _NOT_ITS_OWN.match(said.text, span.end - offset)
        )
    ]
    if owner.zone:
        whole = [span.canonical for span in named if owner.zone in span.canonical]
        return whole[-1] if whole else owner.zone
    clause = said.clause_of(at)[0]
    before = [start for start, _, _ in said.owners if clause <= start < at]
    if named:
        return None if clause in before and clause >= named[-1].end - offset else named[-1].canonical
    if before or owner.place is None:
        return None
    return said.carry.park if _of_zone().search(said.text, 0, at) else None


@once
def _of_zone() -> re.Pattern[str]:
    """By which a sentence goes on about a zone that it does not name."""
    return re.compile(listed("figures", "holders", "zone"))


def _goods(said: Said, asked: Asked) -> str | None:
    """What is grown, bred or made of which the figure tells how much there is: 种植|雪梨|1.5万亩、|杨梅|2万亩; or what the figure right
    before it is of: 香榧种植面积6万亩,年产量3000吨."""
    if asked.indicator not in words("figures", "holders", "of_goods"):
        return None
    last = said.settled[-1] if said.settled else None
    match = _grown().search(said.text, max(0, asked.start - _GOODS_LONGEST), asked.start)
    if match and match["listed"]:
        goes_on = last is not None and last.unit == asked.unit and last.subject not in (None, last.place)
        return match["what"] if goes_on else None
    if match and (
        asked.indicator in words("figures", "holders", "fields") or match["tiny"] or like_goods(match["what"])
    ):
        return match["what"]
    if last is None or last.scope not in ("area", "industry"):
        return None
    told = said.text.rfind(last.value_text, 0, asked.start)
    between = said.text[told + len(last.value_text) : asked.start] if told >= 0 else ""
    more = 0 < len(between) <= _BETWEEN_LONGEST and _more_of_it().fullmatch(between)
    return _of_goods(last) if more else None


def _of_goods(fact: Fact) -> str | None:
    """The goods that a fact is of, by its subject or by the name of its measure."""
    for measure in words("figures", "holders", "of_goods"):
        goods = fact.indicator.removesuffix(measure)
        goods = goods[2:] if goods.startswith(("全县", "全市", "全区", "全镇")) else goods
        if fact.indicator.endswith(measure) and like_goods(goods):
            return goods
    return fact.subject if fact.subject not in (None, fact.place) and like_goods(fact.subject or "") else None


@once
def _more_of_it() -> re.Pattern[str]:
    """What stands between two figures of the same goods."""
    names, more = (listed("figures", "holders", name) for name in ("of_goods", "more"))
    return re.compile(rf"(?:左右|以上)?[,，、]?(?:{more})*{names}(?:{more})*")


@once
def _grown() -> re.Pattern[str]:
    led, tiny, reach = (listed("figures", "holders", name) for name in ("grown", "tiny", "reach"))
    no = listed("figures", "holders", "no_goods")
    return re.compile(
        rf"(?:{led}|(?P<listed>[、,，]))(?P<what>(?!{led}|{no})(?:[一-龥]{{2,7}}?|(?P<tiny>{tiny})))(?:{reach})*$"
    )


def _town(said: Said, asked: Asked) -> str | None:
    """The town or village of which the figure's clause tells, the last place that it names; or that of the figure before, as long
    as nobody turns to the county."""
    clause = said.sentence.start + asked.clause[0]
    at = said.sentence.start + asked.start
    places = [span for span in said.spans if span.kind == "place" and span.start < at]
    here = [span for span in places if span.start >= clause and (span.code or span.how in TOWNS)]
    if here:
        return full_name(places) if here[-1].how in TOWNS else None
    if _whole().search(said.text, asked.clause[0], asked.start):
        return None
    last = full_name(places) or town_of_body(said.spans, at)
    if _of_town().search(said.text, asked.clause[0], asked.start):
        return last or said.carry.town
    before = said.settled[-1] if said.settled else None
    if before is not None:
        # The town of the sentence before, of which this one has told already: 全村养殖收入2亿元,人均收入|8万元.
        carried = said.carry.town if last is None and not places and not said.owners else None
        last = last or carried
        goes_on = (
            last
            and (before.subject or "").startswith(last)
            and not _parted(said, places[-1] if places else None, at)
        )
        return last if goes_on else None
    same = said.carry.paragraph == said.sentence.paragraph
    return said.carry.town if same and not said.owners and _was_of(said.carry) else None


def _parted(said: Said, town: Span | None, at: int) -> bool:
    """Whether a town was only a part of what a sentence tells of, or its words have gone on to something else before `at`."""
    if town is None:
        return False
    start, end = (edge - said.sentence.start for edge in (town.start, town.end))
    return said.text.endswith("其中", 0, start) or ";" in said.text[end:at] or "；" in said.text[end:at]


@once
def _whole() -> re.Pattern[str]:
    return re.compile(listed("figures", "holders", "whole"))


@once
def _of_town() -> re.Pattern[str]:
    """By which a clause goes on about a town or village that it does not name."""
    return re.compile(listed("figures", "holders", "town"))


def _was_of(carry: Carry) -> bool:
    last: Fact | None = carry.settled
    return last is not None and carry.town is not None and (last.subject or "").startswith(carry.town)


def _of(kind: str, spans: Sequence[Span]) -> list[Span]:
    return [span for span in without_overlaps(list(spans)) if span.kind == kind]
