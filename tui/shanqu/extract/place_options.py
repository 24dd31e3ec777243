"""The places whose a figure may be, and what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from shanqu.extract.asking import Asked, stops_between
from shanqu.extract.attribution import NOBODY, Owner, of_province, opens_clause
from shanqu.extract.choosing import RULED, Option
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer import place_by_code
from shanqu.gazetteer.tables import once

# A mean of a city's counties, of which at least so many are named.
_MEAN = re.compile(r"\s*(?:而|同期)?全市(?:平均|合计|总计)(?:为|是|增长|增速|达)*")
_SEVERAL = 3
# So much of what a text says of places is of the county that it is about.
_MOSTLY = 0.4

Named = tuple[int, int, Owner]
Inside = tuple[int, int, Owner, str]


class Spoken(NamedTuple):
    """An owner that an earlier sentence spoke of: how many sentences back, and whether in the same paragraph. `inside`
    is the kind of the name that bears the place's, where the place was not named for itself."""

    owner: Owner
    back: int
    same: bool
    inside: str = ""


def inside_names(text: str, spans: Sequence[Span], offset: int) -> list[Inside]:
    """The counties and prefectures whose names stand at the head of offices' and firms' names, with the kind of these."""
    found: list[Inside] = []
    for span in spans:
        if span.kind in ("organization", "company", "project"):
            start, end = span.start - offset, span.end - offset
            entry = place_scanner().begins(text[start:end])
            place = place_by_code(entry.code) if entry and entry.code else None
            if place:
                found.append((start, end, Owner(place.name, place.code, "discourse"), span.kind))
    return found


class Around(NamedTuple):
    """What the text says of places besides the sentence: those `spoken` of before it, the last first, the one that was
    `carried` over, how often each code is named, the `chief` code of the whole text, the kind of thing that it `opens`
    with, which firms it tells to be from beyond the province, `strangers` to it, and where firms have their `seats`."""

    spoken: Sequence[Spoken]
    carried: Owner
    shares: Mapping[str, float]
    chief: str
    opens: str
    strangers: Set[str] = frozenset()
    seats: Mapping[str, Owner] = MappingProxyType({})


def options_of(
    asked: Asked, owners: Sequence[Named], inside: Sequence[Inside], around: Around, ruled: Owner
) -> list[Option[Owner]]:
    """Nobody, those of the sentence, those `inside` names of the sentence, those spoken of before, the prefecture of which
    the sentence speaks as 全市; `ruled` is the one that the rules would take."""
    shared = _shared(asked, owners)
    route = _route(owners, around, ruled)
    options = [_option(NOBODY, "nobody", shared, route if ruled.place is None else "", around)]
    seen: set[tuple[str | None, str | None]] = {_key(NOBODY)}
    for start, end, owner in sorted(owners, key=lambda item: abs(item[0] - asked.start)):
        if _key(owner) not in seen:
            seen.add(_key(owner))
            by_rules = _key(owner) == _key(ruled)
            where = _where(asked, owners, start, end)
            option = _option(owner, where, shared, route if by_rules else "", around)
            signs = [*option.signs, *_own(asked, start, end)]
            options.append(Option(ruled if by_rules else owner, signs, option.crossed))
    named = [Spoken(owner, 0, end <= asked.start, kind) for _, end, owner, kind in inside]
    chief = place_by_code(around.chief)
    told = chief and _county().search(asked.text, 0, asked.clause[1])
    whole = [Spoken(Owner(chief.name, chief.code, "discourse"), 4, False, "chief")] if chief and told else []
    others = [*around.spoken, Spoken(ruled, 4, False), *named, *_whole(asked, around, ruled), *whole]
    for one in sorted(others, key=lambda one: one.inside != ""):
        if _key(one.owner) not in seen:
            seen.add(_key(one.owner))
            by_rules = _key(one.owner) == _key(ruled)
            where = f"back{one.back}{'' if one.same else 'p'}{one.inside}"
            option = _option(one.owner, where, shared, route if by_rules else "", around)
            owner = ruled if by_rules else carried(one.owner)
            options.append(Option(owner, option.signs, option.crossed))
    return options


def _whole(asked: Asked, around: Around, ruled: Owner) -> list[Spoken]:
    """The prefecture, where the sentence speaks of a whole city (全市) and the text is about a county of it that is no city
    itself."""
    city = (ruled.place or "").endswith("市")
    said = None if city else _city().search(asked.text, 0, asked.clause[1])
    place = place_by_code((ruled.code or around.chief)[:4]) if said else None
    if said and place and len(ruled.code or around.chief) > 4:
        own = said.end() > asked.clause[0]
        return [Spoken(Owner(place.name, place.code, "alias"), 0, own, "city")]
    return []


def city_meant(asked: Asked, carried: Owner, named: Sequence[Named | Inside]) -> Owner | None:
    """The city, where the clause begins with 全市: the one last `named` before it in the sentence, for itself or in the name
    of an office, else the prefecture of the county or district named there or that the text has been about. None where the
    words do not say so."""
    head = asked.text[asked.clause[0] : asked.start]
    before = max(
        (one for one in named if one[1] <= asked.clause[0]),
        key=lambda one: (_spoken_for(asked.text, one), one[0]),
        default=None,
    )
    if (
        before
        and (before[2].place or "").endswith("市")
        and not before[2].foreign
        and _city_heads().match(head)
    ):
        return replace(before[2], attribution="alias", zone=None)
    average = _mean_of_city(asked, named)
    if average:
        return average
    within = before[2] if before and before[2].code else carried
    district = (within.place or "").endswith(("县", "区")) and len(within.code or "") == 6
    place = place_by_code((within.code or "")[:4]) if district and _city_heads().match(head) else None
    return Owner(place.name, place.code, "alias") if place else None


def _spoken_for(text: str, named: Named | Inside) -> bool:
    """Whether a clause speaks for a city (某市全市, or its name at the head), and not of one that it deals with."""
    start, end, owner = named[:3]
    city = (owner.place or "").endswith("市") and not owner.foreign
    return city and (text.startswith("全市", end) or opens_clause(text, start))


def _mean_of_city(asked: Asked, named: Sequence[Named | Inside]) -> Owner | None:
    """The prefecture, of whose counties a sentence has given several before it gives the mean of all (全市平均6.9%)."""
    codes = {one[2].code or "" for one in named if one[0] < asked.start}
    cities = {code[:4] for code in codes}
    if (
        len(codes) < _SEVERAL
        or len(cities) != 1
        or not _MEAN.fullmatch(asked.text, asked.clause[0], asked.start)
    ):
        return None
    place = place_by_code(cities.pop())
    return Owner(place.name, place.code, "alias") if place else None


def county_meant(asked: Asked, around: Around) -> Owner | None:
    """The county last spoken of, where the clause says 全县 of a county, 全区 of a district or 全市 of a city that is
    none, and the text has less to do with the prefecture; the one that the text is about, where the last is of another kind
    (同期甲市增长7%。全县增长8%). None where the words do not say so."""
    carried = around.carried
    code = carried.code or ""
    of_city = len(code) == 6 and around.shares.get(code[:4], 0) > around.shares.get(code, 0)
    if len(code) not in (4, 6) or carried.foreign or of_city:
        return None
    head = asked.text[asked.clause[0] : asked.start]
    kind = (carried.place or "?")[-1]
    if _whole_of(kind).search(head):
        return Owner(carried.place, carried.code, "alias")
    chief = place_by_code(around.chief)
    other = (
        chief and chief.name[-1] in "县区" and chief.name[-1] != kind and around.shares[chief.code] >= _MOSTLY
    )
    if chief and other and _whole_of(chief.name[-1]).search(head):
        return Owner(chief.name, chief.code, "alias")
    return None


def opener(asked: Asked, owners: Sequence[Named]) -> Owner | None:
    """The county or prefecture whose full name begins a clause, where no other place and no word for a county stands
    between it and the figure: of whom the text told before makes no difference. None where the words do not say so."""
    before = [item for item in owners if item[0] < asked.start]
    if len(before) != 1 or len(before[0][2].code or "") not in (4, 6) or before[0][2].zone:
        return None
    start, end, owner = before[0]
    opens = owner.place == asked.text[start:end] and opens_clause(asked.text, start)
    if not opens or _from_there().match(asked.text, end) or _county().search(asked.text, end, asked.start):
        return None
    return owner


@once
def _from_there() -> re.Pattern[str]:
    return re.compile(listed("figures", "owners", "from_there"))


@once
def _whole_of(kind: str) -> re.Pattern[str]:
    """Words for the whole of a county, city or district; `kind` is the last character of its name."""
    return re.compile(f"(?:[全我]{kind})(?!{listed('figures', 'owners', 'not_province')})")


@once
def _city_heads() -> re.Pattern[str]:
    now = listed("figures", "owners", "now")
    return re.compile(
        rf"\s*[·•]?[而但]?(?:20\d\d年|{now}|同期|此次|本次|这次|当[天日]|同日|至此)?{listed('figures', 'owners', 'city')}(?!{listed('figures', 'owners', 'not_province')})"
    )


@once
def _county() -> re.Pattern[str]:
    return re.compile(listed("figures", "owners", "county"))


@once
def _city() -> re.Pattern[str]:
    return re.compile(listed("figures", "owners", "city"))


def carried(owner: Owner) -> Owner:
    """The owner as one that an earlier sentence spoke of."""
    if owner.attribution == "discourse":
        return owner
    return replace(owner, attribution="discourse")


def _key(owner: Owner) -> tuple[str | None, str | None]:
    return owner.place, owner.code


def _route(owners: Sequence[Named], around: Around, ruled: Owner) -> str:
    """By which way the rules came to their choice."""
    if ruled.place is None:
        return "nobody"
    return f"{ruled.attribution}{'' if owners else ' alone'}{' same' if _key(around.carried) == _key(ruled) else ''}"


def _shared(asked: Asked, owners: Sequence[Named]) -> list[str]:
    return [
        f"kind={asked.kind}",
        f"of={asked.of}",
        f"by={asked.subject_scope}",
        f"named={min(len(owners), 3)}",
        f"province={of_province(asked.text[: asked.clause[1]])}",
        f"status={asked.status}",
    ]


def _option(owner: Owner, where: str, shared: Sequence[str], route: str, around: Around) -> Option[Owner]:
    """An owner with how it stands to the figure; `route` is the way of the rules where they take it."""
    level = "foreign" if owner.foreign else f"{len(owner.code or '')}{'z' if owner.zone else ''}"
    share = around.shares.get(owner.code or "", 0.0)
    chief = "" if owner.place is None else "chief" if owner.code == around.chief else "other"
    within = bool(owner.code and around.chief.startswith(owner.code) and owner.code != around.chief)
    signs = [
        where,
        level,
        f"{where} {level}",
        f"{chief} share={int(share * 4)}",
        f"{chief} {level} within={within}",
        f"{where} {chief}",
    ]
    if route:
        signs += [RULED, f"{RULED} {route}", f"{RULED} {where}"]
    return Option(owner, signs, [(where, shared), (f"{chief} {level}", shared)])


def _where(asked: Asked, owners: Sequence[Named], start: int, end: int) -> str:
    if end <= asked.start:
        nearer = sum(1 for other in owners if end <= other[0] < asked.start)
        first = "^" if start == min(owner[0] for owner in owners) else ""
        return f"before{stops_between(asked.text, end, asked.start)}.{min(nearer, 2)}{first}"
    return f"behind{stops_between(asked.text, asked.end, start)}"


def _own(asked: Asked, start: int, end: int) -> list[str]:
    side = "before" if end <= asked.start else "behind"
    lead = asked.text[max(0, start - 1) : start] or "^"
    then = asked.text[end : end + 1]
    return [
        f"{side} lead={lead}",
        f"{side} then={then}",
        f"{side} lead={asked.text[max(0, start - 2) : start]}",
    ]
