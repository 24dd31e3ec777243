"""Where firms' names begin that their place leads, and firms that nothing but their place tells."""

from __future__ import annotations

import re

from shanqu.extract.edges import left_edge, run_before
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import lexicon, listed, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import titles, words

# What joins a place to something else than the name behind it.
_GOVERNING = frozenset("方的了在是将已被把为由从于对使让有等与和及暨到至向")
# What counts firms, and firms by their legal form, which are names of their own.
_COUNTED = re.compile("[首一两三四五六七八九十数多几0-9]家|有限公司|相关|有关|所属")
_LONGEST = 18
_LONGEST_GROUP = 6
_BRACKETED = re.compile("[(（][^()（）]*[)）]")
# So many characters a firm's name has before its form at least.
_LEAST = 2
_TIME = re.compile("[本上新]世纪(?:[初末]|中叶)?|[一二三四五六七八九十]十年代(?:[初末]|中期)?")
_LEADING = "对据被给"
# What a firm is in an undertaking, before the place that leads its name: 监理方|杭州某某有限公司.
_PARTY = re.compile(
    "(?:监理|施工|总包|承建|承包|代建|设计|建设|运营|出资|供应|业主|受让|转让|竞得)?方|(?:中标|竞得|承建|受让)?人|中标单位"
)
# Whose a firm is, or where it stands in a list, before its name: 央企|某某集团, 第二名|某某公司.
_RANKED = re.compile("(?:[省市县区]属)?(?:国企|央企|民企|侨企)(?!改)|第[一二三四五]名[:：]?")
_QUOTES = frozenset("“”")
# Places outside Zhejiang that lead firms' names, by what they are.
_NAMING = ("province", "city")


def behind_country(text: str, start: int, head: int) -> int:
    """The start behind the country that a firm is from: 德国|某某集团."""
    entry = place_scanner().begins(text[start:head])
    return (
        start + _place_length(text, start, head)
        if entry is not None and entry.how == "country" and entry.canonical != "中国"
        else start
    )


def behind_lead(text: str, start: int, head: int) -> int:
    """The start behind what leads up to a firm: who deals with it (衢江区与|某某公司), what it is there (监理方|), a time (本世纪初|),
    对 and the like."""
    party = _PARTY.match(text, start, head)
    placed = party and (_place_length(text, party.end(), head) or text.startswith("中", party.end()))
    start = party.end() if party and placed else start
    ranked = _RANKED.match(text, start, head - _LEAST)
    start = ranked.end() if ranked else start
    dealt = start + _place_length(text, start, head)
    start = dealt + 1 if text.startswith("与", dealt) else _behind_body(text, start, head)
    start = behind_seat(text, start, head)
    time = _TIME.match(text, start, head)
    start = time.end() if time else start
    return start + 1 if text[start] in _LEADING and not text.startswith("对外", start) else start


def _behind_body(text: str, start: int, head: int) -> int:
    """The start behind a zone or a government that deals with the firm: 某某港区与|某某有限公司."""
    at = text.find("与", start, head)
    bodies = (lexicon("bodies", kind, "endings") for kind in ("park", "organization"))
    dealt = at > start and head - at > _LEAST and any(one.ends(text, at) < at for one in bodies)
    return at + 1 if dealt else start


def over_verb(text: str, start: int, head: int) -> int:
    """The start of a firm's name at the word that a verb is, too, where but trades would be left of the name and nothing
    stands before the word: 、大成|面粉(亚洲)有限公司."""
    before = start - _LEAST
    own = _BRACKETED.sub("", text[start:head])
    led = own and modifiers("companies", "trades").covers(own) and run_before(text, start) == before
    word = text[before:start]
    return before if led and pieces(word) == [word] and word not in words("edges", "words") else start


def behind_seat(text: str, start: int, head: int) -> int:
    """The start behind the zone in which a firm is, where a preposition leads the zone: 在某某工业园区|某某有限公司."""
    if not text.endswith(("在", "从", "于", "走进", "来到"), 0, start):
        return start
    scanned = name_scanner().scan(text[start:head])
    size = next((end for at, end, entry in scanned if at == 0 and entry.kind == "park"), 0)
    return start + size if head - start - size > 1 else start


def at_group(text: str, start: int, head: int) -> int:
    """The start of a firm's name at the well-known group whose firm it is at the place that follows: 浙能|台州第二发电."""
    if not _place_length(text, start, head):
        return start
    entries = name_scanner().entries
    before = (text[max(0, start - size) : start] for size in range(_LONGEST_GROUP, 1, -1))
    group = next((form for form in before if form in entries and entries[form].kind == "company"), "")
    return start - len(group)


def at_zone(text: str, start: int, head: int) -> int:
    """The start of a firm's name at its zone, for firms that are called by that and by what they are for: 某某开发区|投资发展
    有限公司. It is `start` where no zone stands there."""
    aims = lexicon("companies", "trades")
    end = head
    while (before := aims.ends(text, end)) < end or text.endswith("发展", 0, end):
        end = min(before, end - 2)
    for behind in (start, end):
        noun = lexicon("bodies", "park", "endings").ends(text, behind)
        first = left_edge(text, noun) if noun < behind else noun
        if not modifiers("bodies", "park", "generic").covers(text[first:noun]):
            return first
    return start


def behind_among(text: str, start: int) -> int:
    """The start behind 中, where it tells that the firm is one of those spoken of: 入园企业中|某某科技."""
    among = text.startswith("中", start) and text.endswith(("企业", "公司", "厂商"), 0, start)
    return start + 1 if among and not text.startswith(words("companies", "begun_zhong"), start) else start


def _governed(parts: list[str]) -> bool:
    """Whether more than a firm's name stands between its place and its form: a particle, a verb, what firms are to others."""
    stops = words("edges", "words")
    for index, part in enumerate(parts):
        if (
            part in _GOVERNING
            or (is_verb(part) and part in stops)
            or part.startswith(words("edges", "roles_before"))
        ):
            return True
        if part in titles():
            return True
        if part in ("企业", "公司") and parts[index + 1 : index + 2] not in (
            ["孵化器"],
            ["管理"],
            ["服务"],
            ["咨询"],
        ):
            return True
    return False


@once
def _plain_form() -> re.Pattern[str]:
    return re.compile(rf"(?:公司|(?<!工)厂)(?!{listed('companies', 'not_after_form')})")


def by_place(text: str) -> list[Span]:
    """Firms without a legal form that their place leads: 遂昌县某某投资公司, 遂昌某某模具厂."""
    spans = []
    for match in _plain_form().finditer(text):
        head = match.start()
        start = from_place(text, head, head)
        start = behind_seat(text, start, head)
        entry = place_scanner().begins(text[start:head])
        core = text[start:head].removeprefix(text[start : start + _place_length(text, start, head)])
        described = (
            bool(_COUNTED.search(core))
            or core in words("companies", "kinds")
            or core.endswith(
                ("上市", "控股", "分", "子", "母", "龙头", "骨干", "企业", "家", "个", "该", "建", "办", "设")
            )
        )
        if (
            entry is None
            or described
            or not _QUOTES.isdisjoint(core)
            or len(core) < 2
            or len(core) > 14
            or modifiers("companies", "generic").covers(core)
        ):
            continue
        start -= 2 * text.startswith("国营", max(0, start - 2))
        if text.startswith(("(", "（"), start - 1) or text.endswith("集团", 0, start):
            # 天某(福建)食品公司, 某某集团|永春制药公司
            brand = start - (1 if text[start - 1] in "(（" else 2)
            first = left_edge(text, brand)
            start = first if first < brand else start
        spans.append(Span("company", start, match.end(), text[start : match.end()], None, "place"))
    return spans


@once
def _public_form() -> re.Pattern[str]:
    """A county's own investors by their short names: 缙云|城投."""
    return re.compile(rf"{listed('companies', 'public')}(?:集团|公司)?(?!债|平台|类|企业)")


def public_firms(text: str) -> list[Span]:
    """The firms that counties invest by, called by the place and what they are for: 某某|城投, 某某县|国投集团."""
    spans = []
    for match in _public_form().finditer(text):
        sizes = (size for size in range(8, 1, -1) if match.start() >= size)
        size = next((size for size in sizes if _is_county(text[match.start() - size : match.start()])), 0)
        if size:
            start = match.start() - size
            spans.append(Span("company", start, match.end(), text[start : match.end()], None, "place"))
    return spans


def _is_county(name: str) -> bool:
    entry = place_scanner().entries.get(name)
    return entry is not None and entry.code is not None


def _place_length(text: str, start: int, end: int) -> int:
    """How many characters the place takes that begins at `start`; 0 where none does."""
    entries = place_scanner().entries
    return next(
        (size for size in range(min(9, end - start), 1, -1) if text[start : start + size] in entries), 0
    )


def from_place(text: str, start: int, head: int) -> int:
    """The start of a firm's name at the place that leads it, where no more than words of a name stand between: verbs that
    trades are called by (上海某某流体控制有限公司) end no such name."""
    at = run_before(text, head)
    while at < start:
        entry = place_scanner().begins(text[at:start])
        if entry is None or (entry.code is None and entry.how not in _NAMING):
            at += 1
            continue
        behind = at + _place_length(text, at, start)
        province = text.startswith("浙江", behind) and behind < start
        if not province and head - at <= _LONGEST and not _governed(pieces(text[behind:head])):
            return at
        at = behind
    behind = start + _place_length(text, start, head)
    return behind if behind > start and text.startswith("浙江", behind) else start
