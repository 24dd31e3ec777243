"""Pairings: which county is the partner of which county, university or firm, and where it has an enclave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from shanqu.extract.attribution import Owner
from shanqu.extract.clauses import clause_end, clause_start
from shanqu.extract.event_dates import Dated, find_dates
from shanqu.extract.parties import Party, find_parties, pairing_words, pattern
from shanqu.extract.saying import Figure, Said
from shanqu.extract.settling import settle
from shanqu.extract.vocabulary import any_of
from shanqu.gazetteer import place_by_code, resolve
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import Fact

# So far behind the names (or before them) a word of pairing may stand.
_BEHIND, _BEFORE, _CLOSE = 28, 20, 10
# Links that may as well only list.
_WEAK = ("、", "和", "及")


class _Pair(NamedTuple):
    """Two partners and the words of the sentence that say so."""

    one: Party
    other: Party
    kind: str
    start: int
    end: int


def find_pairings(said: Said) -> list[Fact]:
    """The pairings of a sentence, each pair once for each kind."""
    said_words = list(pairing_words().find(said.text))
    if not said_words:
        return []
    parties = find_parties(said)
    dates = find_dates(said.text, said.year)
    found: dict[tuple[str, frozenset[str]], Fact] = {}
    pairs = [*_seats(said, parties), *_linked(said.text, parties), *_led(said, parties)]
    for pair in pairs:
        one, other = (pair.one, pair.other) if _first(pair) else (pair.other, pair.one)
        if one.place and one.code and _apart(one, other):
            names = frozenset((one.name, other.name))
            if not any(names == known for _, known in found):
                found[pair.kind, names] = _fact(said, pair, one, other, dates)
    return sorted(found.values(), key=lambda fact: fact.start)


def _first(pair: _Pair) -> bool:
    return bool(pair.one.place and pair.one.code)


def _apart(one: Party, other: Party) -> bool:
    """Whether neither is the other or a part of it."""
    if one.name == other.name:
        return False
    if not (one.code and other.code):
        return True
    return not one.code.startswith(other.code) and not other.code.startswith(one.code)


def _kind(text: str, low: int, high: int) -> tuple[str, int, int] | None:
    """The most telling kind of pairing between `low` and `high`, with the span of its word."""
    found = [(text[start:end], start, end) for start, end in pairing_words().find(text, max(low, 0), high)]
    order = words("events", "pairing", "kinds")
    return min(found, key=lambda one: order.index(one[0])) if found else None


def _linked(text: str, parties: Sequence[Party]) -> Iterator[_Pair]:
    """Partners that 与, a dash or a word of pairing joins."""
    for run in _runs(text, parties):
        low, high = run[0].start, run[-1].end
        stop = _stop(text, high, parties)
        firm = any(_link(text, one, then) not in _WEAK for one, then in pairwise(run))
        said = (
            _kind(text, low, min(stop, clause_end(text, high)))
            or _kind(text, high, min(stop, high + _BEHIND if firm else high))
            or _kind(text, max(low - _BEFORE, clause_start(text, low)), low)
        )
        if said is None or _denied(text, said[1]):
            continue
        if said[0] in words("events", "pairing", "verbs") and not 0 <= said[1] - high <= _CLOSE:
            continue
        zone = _zone(text, high, stop)
        for one, other in _joined(text, run):
            dashed = pattern("[“”]?<dashes>[“”]?").fullmatch(text, one.end, other.start)
            span = (one.start, zone) if zone and dashed else said[1:]
            yield _Pair(one, other, said[0], *span)


def _zone(text: str, at: int, stop: int) -> int | None:
    """Where the name of a zone ends that begins with the partners' names."""
    match = pattern(r"[^,，。;；、与和在]{0,8}?(?:<kinds>)[^,，。;；、与和在的]{0,10}?<zones>").match(
        text, at, stop
    )
    return match.end() if match else None


def _stop(text: str, at: int, parties: Sequence[Party]) -> int:
    """Where what is said of names that end at `at` ends: at the end of the part of the sentence, or with a clause that
    names others."""
    marks = [text.find(mark, at) for mark in ";；。"]
    others = [clause_start(text, one.start) for one in parties if clause_start(text, one.start) > at]
    return min([mark for mark in [*marks, *others] if mark >= 0], default=len(text))


def _denied(text: str, at: int) -> bool:
    return pattern("<negated>[一-龥]?$").search(text[max(0, at - 5) : at]) is not None


def _runs(text: str, parties: Sequence[Party]) -> Iterator[list[Party]]:
    """Names that nothing but links and commas of lists part; those with a link among them."""
    run: list[Party] = list(parties[:1])
    for one, then in pairwise(parties):
        if _link(text, one, then):
            run.append(then)
            continue
        if len(run) > 1:
            yield run
        run = [then]
    if len(run) > 1:
        yield run


@once
def _links() -> re.Pattern[str]:
    quoted = "[“”]?"
    joins = any_of([*words("events", "pairing", "with"), *words("events", "pairing", "dashes")])
    return re.compile(
        rf"(?:[(（][^()（）]{{1,8}}[)）])?{quoted}(?:、|(?:两地|,|，)?(?P<each>分别|各自|先后)?(?P<by>{joins}))+{quoted}"
    )


def _link(text: str, one: Party, then: Party) -> str:
    match = _links().fullmatch(text, one.end, then.start)
    return "" if match is None else (match["each"] or "") + (match["by"] or "、")


def _joined(text: str, run: Sequence[Party]) -> Iterator[tuple[Party, Party]]:
    """The pairs of a run: A与B、C与D; A、B与C; A、B分别与C、D."""
    links = [_link(text, one, then) for one, then in pairwise(run)]
    firm = [number for number, link in enumerate(links) if link not in _WEAK]
    if not firm:
        firm = [number for number, link in enumerate(links) if link != "、"] if len(run) == 2 else []
    if len(firm) == 1:
        left, right = run[: firm[0] + 1], run[firm[0] + 1 :]
        if len(left) == len(right) and len(left) > 1:
            yield from zip(left, right, strict=True)
        else:
            yield from ((one, other) for one in left for other in right)
    else:
        yield from ((run[number], run[number + 1]) for number in firm)


def _led(said: Said, parties: Sequence[Party]) -> Iterator[_Pair]:
    """Partners to which 与, or a word of pairing, leads from the county that is spoken of: 与上虞区结对, 结对县上虞区."""
    text = said.text
    taken = {party for run in _runs(text, parties) for party in run}
    for party in parties:
        if party in taken:
            continue
        clause = (clause_start(text, party.start), clause_end(text, party.end))
        owner = _spoken_of(said, party, parties)
        if owner is None:
            continue
        if re.search("[与和同跟]$", text[clause[0] : party.start]):
            kind = _kind(text, party.end, min(clause[1], party.end + _CLOSE + 6))
            if kind and not _denied(text, kind[1]) and not _denied(text, party.start - 1):
                yield _Pair(owner, party, *kind)
            continue
        kind = _kind(text, clause[0], party.start)
        leads = kind and kind[0] in words("events", "pairing", "leading")
        if not kind or not leads or _denied(text, kind[1]):
            continue
        if pattern("<leads>{0,4}").fullmatch(text, kind[2], party.start):
            yield _Pair(owner, party, *kind)


def _spoken_of(said: Said, party: Party, parties: Sequence[Party], nearest: bool = False) -> Party | None:
    """The first (or the nearest) place before the partner in the sentence, else the one of which the text spoke."""
    before = [one for one in parties if one.end <= party.start and one.place and one.code]
    if before:
        return before[-1 if nearest else 0]
    return _of(said.carry.owner, party.start)


def _of(owner: Owner, at: int) -> Party | None:
    return Party(at, at, owner.place, owner.code, True) if owner.place and owner.code else None


def _seats(said: Said, parties: Sequence[Party]) -> Iterator[_Pair]:
    """Enclaves: 甲县在乙市设立的飞地, 位于乙市的甲县飞地, 甲县的飞地位于乙市."""
    text, (enclave, *_) = said.text, words("events", "pairing", "kinds")
    for party in parties:
        low = party.start
        if not party.place or not pattern("<seat>[了“]?(?:[一-龥]{2,4}[省市])?$").search(text[:low]):
            continue
        stop = min(
            (at for at in (text.find(mark, party.end) for mark in ";；。") if at >= 0), default=len(text)
        )
        at = text.find(enclave, party.end, min(stop, party.end + _BEHIND))
        at = at if at >= 0 else text.rfind(enclave, max(0, low - _BEFORE), low)
        if at < 0 or _denied(text, low - 1):
            continue
        behind = [
            one for one in parties if party.end <= one.start and one.end <= at <= one.end + 6 and one.place
        ]
        owner = behind[-1] if behind else _spoken_of(said, party, parties, nearest=True)
        if owner is not None:
            yield _Pair(owner, party, enclave, at, at + len(enclave))


def whose_enclaves(facts: Iterable[Fact]) -> dict[str, Owner]:
    """Whose the enclaves are of which the pairings among the facts tell, by the places where they lie.

    A mountain county has enclaves with the richer ones and is no host to theirs, in whatever order a name has the two.
    """
    enclave = words("events", "pairing", "kinds")[0]
    found = {}
    for fact in facts:
        if fact.kind == "pairing" and fact.indicator == enclave and fact.subject:
            host, owner = resolve(fact.subject), place_by_code(fact.code or "")
            if not (host and host.mountain and not (owner and owner.mountain)):
                found[fact.subject] = Owner(fact.place, fact.code, "explicit")
    return found


def _fact(said: Said, pair: _Pair, one: Party, other: Party, dates: Sequence[Dated]) -> Fact:
    owner = Owner(one.name, one.code, "explicit" if one.end > one.start else "discourse")
    start, end = pair.start, pair.end
    offset = said.sentence.start
    for span in said.spans:  # the zone's whole name
        if span.kind == "park" and span.start - offset < end and start < span.end - offset:
            start, end = min(start, span.start - offset), max(end, span.end - offset)
    fact = settle(said._replace(listener=None), Figure(start, end, pair.kind, "pairing", "", None), owner)
    before = [date for date in dates if date.end <= max(start, other.start)]
    clause = clause_start(
        said.text, min(one.start, other.start, start) if one.end > one.start else other.start
    )
    planned = pattern("<planned>").search(said.text, clause, max(end, other.start))
    return fact._replace(
        unit=None,
        hedge=None,
        subject=other.name,
        period=before[-1].text if before else None,
        period_norm=before[-1].iso if before else None,
        status="planned" if planned else "actual",
        scope="area",
    )
