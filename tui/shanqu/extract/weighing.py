"""Rules and tagger in one: a rule's find needs the tagger's support as far as its way of finding is unsure, of two
that overlap the likelier stands, and the tagger adds the names that no rule has found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from shanqu.extract.denoting import by_brand, by_full_name
from shanqu.extract.edges import cut_off
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.listings import agreed, beside, between, people_beside
from shanqu.extract.ordinary import (
    Tagged,
    brand_of,
    gathered,
    limits,
    makes_goods,
    needed_of,
    ordinary,
    part_of_another,
)
from shanqu.extract.park_edges import behind_address, behind_zone
from shanqu.extract.parks import is_aim, park_span
from shanqu.extract.project_edges import BRAND, behind_places, heads, in_short, torn, with_phase
from shanqu.extract.segment import frequency
from shanqu.extract.span import Span
from shanqu.extract.tagger import Likely
from shanqu.extract.trade_edges import canonical_of
from shanqu.extract.trimming import trimmed
from shanqu.extract.undertakings import of_firms
from shanqu.extract.vocabulary import lexicon, modifiers, runs_of
from shanqu.gazetteer.terms import words

TAGGED = "tagger"
# Where a project is called in full, its firm and all.
_CEREMONY = re.compile("[一-龥]{0,4}仪式")
# Before an open bracket a name has at least so many characters.
_LEAST = 4
_BRACKETS = re.compile(r"[(（]([一-龥]{2,8})[)）]")
_PART = re.compile(
    "[(（](?!以下|下称|简称)(?:飞地|[一-龥]{2,6}(?:区块|片区|园区|科技城))[)）]|[A-Z]区(?![域块])"
)
# Longer names of trades are those of the national classification, which hold shorter ones.
_LONG = 8
# What support of the tagger a brand needs that stands for the firm.
_BRAND = 0.3
# From what likelihood on a project may begin at a character.
_BEGUN = 0.15
# A firm's works or office at a place.
_SEAT = re.compile("([一-龥]{2,3})(?:分公司|子公司|公司|工厂|分厂)(?![一-龥]?化)")
_TRADES = ("product", "industry")
# What a name may hold in it.
_WITHIN = ("place", *_TRADES)
_SAID_AGAIN = ("company", "person", "project")
# Ways of finding the items of lists, which vouch for one another.
_OF_LISTS = ("list", "series", "led")
# Ways of finding works by what is said of them.
_FRAMED = ("framed", "building")
_QUOTES = re.compile("[“”‘’《》]")
# Ways of finding whose edges are those of a list or of the text itself.
_EXACT = (
    "zones",
    "alias",
    "aliases",
    "title marks",
    "defined",
    "series",
    "firms",
    "called",
    "marks",
    "committee",
    "output",
    "listed",
    "part",
    "item",
    "in marks",
    "sited",
    "way",
    "counted",
    "shared head",
)


def weigh(text: str, ruled: Sequence[Span], chances: Likely) -> list[Span]:
    """The spans that stand, in no order. `ruled` is what the rules found, places too."""
    likely = sorted(_tagged(text, chances), key=lambda one: -one[1])
    seen = agreed(text, [one for one in likely if not ordinary(*one, text)])
    over = _Overlaps([one for one in seen if one[1] >= needed_of(one[0])])
    found = sorted(_one_of_an_end(seen), key=lambda one: -one[1])
    tagged = [one for one in found if one[1] >= needed_of(one[0])]
    places = {span.start: span.end for span in ruled if span.kind == "place"}
    tagged = [one for one in tagged if not _of_places(one[0], places) and not _aimed(one[0], text)]
    governed = {span.start for span in ruled if span.kind == "organization" and span.how == "committee"}
    kept = [
        span
        for span in ruled
        if span.kind == "place" or _governed(span, governed) or _stands(span, chances, over, text)
    ]
    trades = {at: one for one in kept if one.kind in _TRADES for at in range(one.start, one.end)}
    taken = {at for span in kept if span.kind not in _WITHIN for at in range(span.start, span.end)}
    added = _free((span for span, chance in tagged if _clear(span, chance, trades)), taken)
    taken.update(trades)
    weak = [span for span, chance in found if chance < needed_of(span)]
    standing = set(kept)
    weak += [span for span in ruled if span.how in _OF_LISTS and span not in standing]
    added += _free(beside(text, weak, [*kept, *added]), taken)
    loose = [span for span in kept if span.kind == "company" and f"company {span.how}" in limits("needed")]
    works = [span for span in (*kept, *added) if span.kind == "project"]
    added += _again(text, [*added, *loose, *in_short(text, works)], taken, trades)
    added += _free(_in_short(text, [*kept, *added], chances), taken)
    added += _free(between(text, [*kept, *added]), taken)
    added += _free(people_beside(text, [*kept, *added]), taken)
    firms = [span.end for span in (*kept, *added) if span.kind == "company"]
    added += _free(of_firms(text, firms), taken)
    shaky = set(loose)
    firm = [span for span in kept if span not in shaky]
    fulls = {span.canonical for span in firm if span.kind == "company"}
    named = firm + [by_full_name(span, fulls) for span in (*loose, *added)]
    return [_branch(span, text) for span in by_brand(named)]


def _governed(span: Span, starts: Set[int]) -> bool:
    """Whether a zone of the lists stands at the head of the name of those who govern it, as which alone the tagger sees it:
    某某经济开发区|管委会. `starts` are where such names begin."""
    return span.kind == "park" and span.how == "zones" and span.start in starts


def _free(spans: Iterable[Span], taken: set[int]) -> list[Span]:
    """Those of the spans, the first ones first, that share no character with what is taken; which they then take."""
    free = []
    for span in spans:
        if taken.isdisjoint(range(span.start, span.end)):
            free.append(span)
            taken.update(range(span.start, span.end))
    return free


def _clear(span: Span, chance: float, trades: Mapping[int, Span]) -> bool:
    """Whether the tagger's name shares no character with a rule's trade or goods, unless a project, or a firm that is called
    by them, holds them whole. `trades` has for each character the one that covers it."""
    inside = [trades[at] for at in range(span.start, span.end) if at in trades]
    holds = span.kind == "project" or (span.kind == "company" and makes_goods(span.canonical, chance))
    return not inside or (holds and all(span.start <= one.start and one.end <= span.end for one in inside))


def _of_places(span: Span, places: Mapping[int, int]) -> bool:
    """Whether a firm's name is but those of two places or more (贵州|普安). `places` has the ends of places by their starts."""
    at = places.get(span.start, span.start) if span.kind == "company" else span.start
    while at < span.end and at in places:
        at = places[at]
    return span.start < at == span.end != places.get(span.start)


def _aimed(span: Span, text: str) -> bool:
    """Whether the tagger's park is but what somebody wants to make of one."""
    return span.kind == "park" and is_aim(text, span)


class _Overlaps:
    """The tagger's names by the characters that they cover."""

    def __init__(self, tagged: Sequence[Tagged]) -> None:
        self._at: dict[int, Tagged] = {}
        for one in tagged:
            for at in range(one[0].start, one[0].end):
                self._at.setdefault(at, one)

    def of(self, span: Span) -> Tagged | None:
        """The likeliest that shares a character with `span`."""
        rivals = [self._at[at] for at in range(span.start, span.end) if at in self._at]
        return max(rivals, key=lambda one: one[1], default=None)


def _stands(span: Span, chances: Likely, over: _Overlaps, text: str) -> bool:
    """Whether a rule's find is believed."""
    if span.how == "suffix" and gathered(text, span):
        return False
    if span.how in _FRAMED and span.kind == "project" and part_of_another(span, text):
        return False
    support = _support(span, chances)
    rival = over.of(span)
    works = rival is not None and rival[0].kind == "project" and rival[0].end == span.end
    if works and span.kind == "park" and text.endswith(words("bodies", "park", "solid"), 0, span.end):
        # The tagger may take it for a project: where works are told of, parks are.
        support = max(support, _support(replace(span, kind="project"), chances))
    needed = limits("needed")
    if support < needed.get(f"{span.kind} {span.how}", needed[span.kind]) and not _spoken_of(
        span, rival, text
    ):
        return False
    if rival is None or span.how in _EXACT:
        return True
    other, chance = rival
    headed = heads().ends(text, span.end) < span.end
    if span.how == "among" and other.kind == "company" and other.end == span.end and not headed:
        return False
    if span.start <= other.start and other.end <= span.end and _holds(span, other, text):
        return True
    same = (other.kind, other.start, other.end) == (span.kind, span.start, span.end)
    return same or chance < limits("moves")[other.kind] or chance <= _whole(span, chances)


def _spoken_of(span: Span, rival: Tagged | None, text: str) -> bool:
    """Whether a trade of the list is spoken of as such, though the tagger has never seen it: nothing goes on behind it
    that makes a ground or an event of it (袜业|博览会, 抽水蓄能|电站)."""
    behind = text.startswith(words("industries", "spoken"), span.end)
    plain = span.how == "industries" and text[span.start : span.end] not in words("industries", "general")
    return rival is None and plain and behind and not cut_off(text, span.start, span.end)


def _holds(span: Span, other: Span, text: str) -> bool:
    """Whether a find is whole though the tagger sees another name in it: a name of the lists, or a body as far as
    its noun, a project called by what it builds, by a bare brand, by nothing but its firm (某某光伏|项目) or in full, as at a ceremony."""
    if span.kind == "project" and _CEREMONY.match(text, span.end):
        return True
    if span.kind == other.kind == "organization" and span.start == other.start:
        return True
    if span.kind == "park" and other.kind == "organization" and span.start == other.start:
        return other.end < span.end and text.endswith(("科技园", "创业园"), 0, span.end)  # 某某学院|科技园
    if span.kind == "park" and other.kind == "project" and span.end == other.end:
        return text.endswith(words("bodies", "park", "solid"), 0, span.end)
    rest = _plain(text[other.end : span.end]).removesuffix("项目").removesuffix("工程")
    leads = other.start == span.start + text.startswith("“", span.start)
    if span.kind == "project" and other.kind == "company" and leads:
        brand = len(behind_places(other.canonical)) <= BRAND
        return brand or modifiers("projects", "generic").covers(rest)
    if span.how in ("work", "line") and other.kind == "project":
        return True
    built = span.kind == "project" and other.kind not in ("project", "company", "person")
    return built or span.how == "foreign name" or (span.how == "industries" and span.length > _LONG)


def _support(span: Span, chances: Likely) -> float:
    """How likely the characters of a span are a name of its kind, on the average."""
    inside = float(chances.inside[span.kind][span.start + 1 : span.end].sum())
    return (float(chances.begins[span.kind][span.start]) + inside) / span.length


def _whole(span: Span, chances: Likely) -> float:
    """How likely a name of the span's kind begins where it does and reaches just as far."""
    inside = chances.inside[span.kind]
    beyond = float(inside[span.end]) if span.end < len(inside) else 0.0
    reach = float(inside[span.start + 1 : span.end].min()) if span.length > 1 else 1.0
    return min(float(chances.begins[span.kind][span.start]), reach, 1.0 - beyond)


def _branch(span: Span, text: str) -> Span:
    """The firm or body with the place that tells it from its sisters: 某某新材（衢江）, 某某集团|衢江工厂; the park with its
    part in brackets: 某某开发区(某某区块)."""
    if span.kind == "park":
        part = _PART.match(text, span.end)
        return replace(span, end=part.end()) if part else span
    if span.kind not in ("company", "organization"):
        return span
    places = place_scanner().entries
    seat = _SEAT.match(text, span.end) if span.kind == "company" else None
    match = seat or _BRACKETS.match(text, span.end)
    if match is None or match[1] not in places:
        return span
    works = _SEAT.match(text, match.end()) if seat is None else None
    match = works if works and works[1] in places else match
    whole = _plain(text[span.start : match.end()])
    short = span.canonical == _plain(text[span.start : span.end])
    return replace(span, end=match.end(), canonical=whole if short else span.canonical)


def _tagged(text: str, chances: Likely) -> Iterator[Tagged]:
    """The tagger's names with how likely they are, from half of what is needed on."""
    for kind, begins in chances.begins.items():
        inside = chances.inside[kind]
        goes_on = limits("goes_on")[kind]
        lowest = _BEGUN if kind == "project" else min(limits("listed")[kind], limits("added")[kind])
        for start in (begins >= lowest).nonzero()[0].tolist():
            least = goes_on * float(begins[start])
            end = start + 1
            while end < len(text) and inside[end] >= least:
                end += 1
            if end - start < 2:
                continue
            chance = min(float(begins[start]), float(inside[start + 1 : end].min()))
            end = _with_noun(text, with_phase(text, end)) if kind == "project" else end
            start, end = _quoted_whole(text, start, end, kind == "policy")
            start, end = _bracketed_whole(text, start, end)
            if not torn(text[start:end]):
                for part, low, high in trimmed(kind, text, start, end):
                    span = Span(part, low, high, _plain(text[low:high]), None, TAGGED)
                    yield _named(span, text), chance


def _with_noun(text: str, end: int) -> int:
    """The end with the noun behind brackets: 某某道路(一期工程)|项目."""
    return heads().begins(text, end) if text.endswith(tuple(")）"), 0, end) else end


def _one_of_an_end(found: Sequence[Tagged]) -> list[Tagged]:
    """The finds, of projects that end at one place but the likeliest, or the one behind a firm, as likely as all of them:
    where a name begins may be in doubt, though there is one."""
    firms = {span.end for span, chance in found if span.kind == "company" and chance >= needed_of(span)}
    ending: dict[int, list[Tagged]] = {}
    for one in found:
        if one[0].kind == "project":
            ending.setdefault(one[0].end, []).append(one)
    kept = [one for one in found if one[0].kind != "project"]
    for group in ending.values():
        span, _ = max(group, key=lambda one: (one[0].start in firms, one[1]))
        kept.append((span, min(1.0, sum(chance for _, chance in group))))
    return kept


def _quoted_whole(text: str, start: int, end: int, programme: bool) -> tuple[int, int]:
    """The span with the quotation mark at its edge whose partner lies inside (“某某”某某项目); of a programme what stands
    between the marks (“某某”|三年行动)."""
    opens, closes = text.count("“", start, end), text.count("”", start, end)
    if closes == opens + 1 and text[start - 1 : start] == "“":
        return (start, text.find("”", start)) if programme else (start - 1, end)
    if opens == closes + 1 and text[end : end + 1] == "”":
        return start, end + 1
    return start, end


def _bracketed_whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the bracket behind it whose partner lies inside (某某公路|(一期)), else up to the one that is left open."""
    open_ones = sum(text.count(mark, start, end) for mark in "(（")
    closed = sum(text.count(mark, start, end) for mark in ")）")
    if open_ones != closed + 1:
        return start, end
    if text[end : end + 1] in tuple(")）"):
        return start, end + 1
    bracket = max(text.rfind(mark, start, end) for mark in "(（")
    return (start, bracket) if bracket - start >= _LEAST else (start, end)


def _named(span: Span, text: str) -> Span:
    """The span by the name and code that the lists have for it."""
    if span.kind == "park":
        noun = min(lexicon("bodies", "park", "endings").ends(text, span.end), span.end - 2)
        start = behind_address(text, behind_zone(text, span.start, noun), noun)
        return replace(park_span(start, span.end, _plain(text[start : span.end])), how=TAGGED)
    if span.kind == "industry":
        return replace(span, canonical=canonical_of(span.canonical))
    entry = name_scanner().entries.get(span.canonical)
    known = entry is not None and entry.kind == span.kind
    return replace(span, canonical=entry.canonical) if entry and known else span


def _plain(name: str) -> str:
    return _QUOTES.sub("", name)


def _again(text: str, added: list[Span], taken: set[int], trades: Mapping[int, Span]) -> list[Span]:
    """The other places where the text says a firm, person or project that was added; a project may hold `trades`."""
    names = {text[span.start : span.end]: span for span in reversed(added) if span.kind in _SAID_AGAIN}
    names = {name: span for name, span in names.items() if len(name) > 2 or frequency(name) < 20}
    found: list[Span] = []
    for start, end in runs_of(text, names):
        span = replace(names[text[start:end]], start=start, end=end)
        covered = {at for at in range(start, end) if at in taken}
        held = span.kind == "project" and all(at in trades for at in covered) and _clear(span, 1.0, trades)
        if held or not covered:
            found.append(span)
            taken.update(range(start, end))
    return found


def _in_short(text: str, named: Iterable[Span], chances: Likely) -> Iterator[Span]:
    """Where a firm is called by its brand alone, as far as the tagger thinks so, too: 三熙, of a 三熙控股."""
    firms = (span for span in named if span.kind == "company")
    brands = {brand: span for span in firms if (brand := brand_of(text[span.start : span.end]))}
    for start, end in runs_of(text, brands):
        short = replace(brands[text[start:end]], start=start, end=end, how=TAGGED)
        if _support(short, chances) >= _BRAND:
            yield short
