"""Goods: with the words of make before those of the list, behind words of making, before figures of output and market, and
of a brand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shanqu.extract.goods_lists import find_goods_of_lists
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.numbers import NUMBER, SCALE
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import any_of, lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import units, words

# What the names of goods are made of, and how long they are.
_NAME = "[一-龥A-Za-z0-9α-ωⅠ-Ⅹ·-]"
_SHORTEST, _LONGEST = 2, 14
# A list of goods that is read, and what it stands behind.
_RUN_LONGEST = 60
_BOUNDS = ",，。;；:：\n“”()（）—"
# What only points at goods: 其|毛坯.
_POINTING = "其该这那此各每"
# What somebody is able to make stands before this: 2万吨铜杆|的生产能力.
_CAPACITY = re.compile("的(?:生产|加工|制造)?(?:能力|规模)")
_JOINED = re.compile("([、和及与])")


def find_products(text: str) -> list[Span]:
    """The goods that no list knows."""
    told = [*_made(text), *_measured(text), *_quoted(text), *_counted(text)]
    taken = {at for span in told for at in range(span.start, span.end)}
    beside = (span for span in find_goods_of_lists(text) if taken.isdisjoint(range(span.start, span.end)))
    return [*told, *beside]


def make_before(text: str, start: int) -> int:
    """Where the words of make (智能, 高端) begin that stand before the goods at `start`."""
    makes = lexicon("products", "makes")
    while (before := makes.ends(text, start)) < start:
        start = before
    return start


@once
def _measures() -> str:
    """A pattern for a number with the unit that goods are counted or measured in."""
    measured = any_of(unit.written for unit in units().values() if unit.measure in ("goods", "count", "area"))
    return rf"{NUMBER}{SCALE}[多余]?{measured}(?:\([套件台]\))?"


@once
def _much() -> re.Pattern[str]:
    return re.compile(_measures())


@once
def _made_pattern() -> re.Pattern[str]:
    """年产5万吨…, and what follows 生产 and the like up to the end of the clause."""
    surely, maybe = listed("products", "producers"), listed("products", "makers")
    run = rf"{_NAME}+(?:[、和及与]{_NAME}+)*"
    return re.compile(
        rf"(?:(?P<sure>{surely})[:：]?|{maybe})(?!{listed('products', 'not_goods_begin')})(?P<much>{_measures()})?[“]?(?P<run>{run})"
        rf"|(?P<told>{maybe}的)(?P<named>{run})(?=等[一-龥\d]{{0,4}}产品)"
        rf"|{listed('products', 'engaged')}(?P<work>{_NAME}{{2,{_LONGEST}}}?(?:[、和及与]{_NAME}{{2,{_LONGEST}}}?)*)(?=的?{listed('products', 'work_on')})"
    )


@once
def _told() -> re.Pattern[str]:
    """What tells of the output of goods or of their share in the market: (某某)产量3万吨, (某某)占国内市场的六成."""
    return re.compile(rf"的?{listed('products', 'figures')}|占{listed('products', 'shares')}")


@once
def _quoted_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"“[^“”\n]{{2,8}}”(?:(?![也由就都还又了在被把将来让使从为与和])[一-龥]){{0,7}}?{listed('products', 'quoted_ends')}(?=[,，。、;；]|是|已|获|的)"
        rf"|{listed('products', 'called')}“(?P<called>[^“”\n]{{2,{_LONGEST}}})”"
    )


@once
def _name_end() -> re.Pattern[str]:
    """What the name of goods stops at: a number with its unit, and words of what is done with them."""
    return re.compile(
        rf"[近约超达逾]?(?:{_measures()}|\d[\d.]*[余多]?[万亿])|[上数近][十百千万亿]|(?<![-\d])\d+$|{listed('products', 'stops')}"
    )


@once
def _said_before() -> re.Pattern[str]:
    """What ends before goods of whose output is told: 企业主营的|某某占国内市场六成."""
    return re.compile(rf"的|{listed('products', 'producers')}")


@once
def _led() -> re.Pattern[str]:
    return re.compile(rf"{listed('products', 'leads')}|(?:\d{{4}}|去|今|前|当|明|后)年|年")


def _made(text: str) -> list[Span]:
    spans = []
    for match in _made_pattern().finditer(text):
        group = next(name for name in ("run", "named", "work") if match[name])
        # Verbs do not end a name that the words around say to be of goods: 生产的各类转移纸等产品.
        sure, run, at = match["sure"] is not None, match[group], match.start(group)
        for start, end in _items(run):
            capacity = _CAPACITY.search(run, start, end)
            end = capacity.start() if capacity else end
            much = _much().match(run, start, end)
            start = much.end() if much else start
            start += _lead(run[start:end])
            said = group == "named" and like_goods(run[start:end])
            end = end if said else start + _goods_end(run[start:end], sure)
            if end > start:
                spans.append(Span("product", at + start, at + end, run[start:end], None, "made"))
            if end == start or (not said and _name_end().search(run, start, end + 1)):
                break
    return spans


def _items(run: str) -> Iterator[tuple[int, int]]:
    """The items of a list."""
    at = 0
    for item in _JOINED.split(run):
        if not _JOINED.fullmatch(item):
            yield at, at + len(item)
        at += len(item)


def _goods_end(item: str, sure: bool) -> int:
    """How much of a list's item is the name of goods; 0 where it is none. `sure`: the words around leave no other reading."""
    stop = _name_end().search(item)
    name = item[: stop.start()] if stop else item
    if not _SHORTEST <= len(name) <= _LONGEST or name in words("products", "not_goods"):
        return 0
    if name[0] in _POINTING:
        return 0
    parts = pieces_of(name)
    acts = any(is_verb(part) and part not in words("edges", "name_verbs") for part in parts)
    if name in place_scanner().entries or (acts and len(parts) > 1):
        return 0
    return len(name) if sure or (like_goods(name) and len(name) > _SHORTEST) else 0


def like_goods(name: str) -> bool:
    """Whether a name ends as goods do, perhaps with the sign of a type behind (维生素E), or is that of a nuclide (碳-14)."""
    plain = re.sub(r"[A-Z0-9]{1,3}$", "", name)
    goods = (lexicon("products", "ends"), lexicon("products", "names"))
    return bool(re.fullmatch(r"[一-龥]-\d+", name)) or any(one.ends(plain) < len(plain) for one in goods)


def _measured(text: str) -> list[Span]:
    """The goods, or the last ones of a list, of whose output the words behind tell."""
    spans = []
    for match in _told().finditer(text):
        for start, end in _listed(text, match.start()):
            spans.append(Span("product", start, end, text[start:end], None, "measured"))
    return spans


@once
def _counted_pattern() -> re.Pattern[str]:
    """Goods by the piece: 一款|手作杯, 首批12台|成型压机."""
    number, pieces = (
        r"(?:\d[\d,.]*|[一二两三四五六七八九十几数百千万]+)[余多]?[百千万亿]*[余多]?",
        listed("products", "pieces"),
    )
    return re.compile(
        rf"{number}(?P<piece>{pieces})(?P=piece)?(?:的|各类|各种|各式|全新|新款|新型|国产|进口)?(?P<name>(?!\d){_NAME}{{2,{_LONGEST}}})"
    )


def _counted(text: str) -> list[Span]:
    spans = []
    for match in _counted_pattern().finditer(text):
        name, at = match["name"], match.start("name")
        ends = [end for end in range(len(name), _SHORTEST, -1) if like_goods(name[:end])]
        whole = next((end for end in ends if _by_itself(name, end)), 0)
        vague = name[:whole].endswith(words("products", "no_pieces_end"))
        if vague or name.startswith(words("products", "no_pieces_begin")):
            continue
        if whole and _goods_end(name[:whole], True) == whole:
            spans.append(Span("product", at, at + whole, name[:whole], None, "counted"))
    return spans


def _by_itself(name: str, end: int) -> bool:
    """Whether goods' name ends at `end`: with a word of the text, none of which governs it."""
    parts, at = pieces_of(name), 0
    for part in parts:
        at += len(part)
        if at >= end:
            return at == end
        if part in "的了在和与及将已被" or part in words("edges", "words"):
            return False
    return False


def goods_before(text: str, end: int) -> str:
    """The goods, or a list of them, that the words of a clause up to `end` end with; "" if they end with none."""
    found = _listed(text, end)
    return text[found[0][0] : end] if found and found[-1][1] == end else ""


def _listed(text: str, end: int) -> list[tuple[int, int]]:
    """The goods of the list of a clause that stands before `end`."""
    low = max(text.rfind(mark, 0, end) for mark in _BOUNDS) + 1
    low = max(low, end - _RUN_LONGEST)
    spans = []
    for first, last in _items(text[low:end]):
        start = low + first + _lead(text[low + first : low + last])
        name = text[start : low + last]
        if like_goods(name) and _goods_end(name, True) == len(name):
            spans.append((start, low + last))
    return spans


def _lead(name: str) -> int:
    """Where the goods begin behind words of reach and time and the place whose they are."""
    at = max((match.end() for match in _said_before().finditer(name)), default=0)
    while True:
        behind = at + len(match.group()) if (match := _led().match(name[at:])) else at
        if place_scanner().begins(name[at:]):
            behind = at + max(n for n in range(2, 9) if name[at : at + n] in place_scanner().entries)
        if behind == at:
            return at
        at = behind


def work_on_goods(name: str) -> bool:
    """Whether a name is that of goods and of work on them, which makes a trade: 晶圆|制造."""
    behind = lexicon("products", "names").begins(name)
    return behind > 0 and name[behind:] in words("products", "work")


def _quoted(text: str) -> list[Span]:
    found = ((match, "called" if match["called"] else 0) for match in _quoted_pattern().finditer(text))
    return [
        Span("product", *match.span(group), re.sub("[“”]", "", match[group]), None, "quoted")
        for match, group in found
        if not group or like_goods(match[group])
    ]
