"""What the tagger takes for a name and is none: words that many share, and ends that no name of the kind has."""

from __future__ import annotations

import re

from shanqu.extract.edges import cut_off
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.products import work_on_goods
from shanqu.extract.project_edges import class_of_many, counted_or_summed, is_programme
from shanqu.extract.segment import frequency, is_verb, tag
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.trade_edges import only_ranked
from shanqu.extract.vocabulary import lexicon, listed, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, surnames, table, titles, words

# A word that the dictionary has seen so often is no firm's name, unless the tagger is sure.
_COMMON = 50
_CERTAIN = 0.97
# So sure the tagger is to be of a firm that a place and ordinary words name.
_FIRM = 0.9
# Words that the dictionary has seen so often tell no firm of a place from others; so often, if a trade follows them.
_SEEN, _OFTEN = 20, 500
# So sure the tagger is to be of a firm whose brand is the name of somebody or something else, or a place.
_KNOWN = 0.8
# So sure the tagger is to be of a firm that is called by its goods.
_MAKER = 0.6
# So sure the tagger is to be of a person who is called like nobody.
_SURE = 0.75
# Behind a word these and one character are no person: 兴盛|于民.
_PREPOSITIONS = "于和向从"
_SHORT = 2
_HAN = re.compile("[一-龥]{2}")
# So sure the tagger is to be of a firm that is called like goods.
_FAIR = 0.85
# What words are by the dictionary that are no names.
_NO_NAMES = ("n", "v", "a", "b", "l", "d", "vn")
# What no firm's name begins with: pronouns, and prepositions before one.
_POINTING = "他她它我你这那对向与由被把据在最"
# Marks that stand in no name.
_TORN = re.compile("[—、,，。;；:：!！?？]")
# No name ends within a foreign word.
_LATIN = re.compile("[A-Za-z]{2}")
# A name begins neither with a place in another nor in the midst of a figure's unit: 2000万平|方米.
_NAMED = ("company", "park", "organization", "project")
_COUNTED = re.compile(r"\d\.?[十百千万亿]{0,2}[平立]?\Z")
# What is said of a ground for goods, which is no project then: 规模最大的|某某生产基地.
_BEST = re.compile(
    "(?:(?:首个|第一个|唯一)[^,，。;；、]{0,8}|最[大早强佳全]|第[一二三]|重要|主要|知名|世界级|一流|领先)的?\\Z"
)
_HONOURED = re.compile("之[都乡城]")
_BRACKETED = re.compile("[(（][^()（）]*[)）]")
# What stands in no name of a park: 某地|在|某某开发区规划用地, 某某镇|各|功能区.
_GOVERNED = re.compile("[的了在将已被使让着]|(?<=[镇乡县道])各")
# Goods of more characters than that end no firm's name.
_GOODS = 3


# Mountains and waters of a list: 某某峰、某某山|.
_FEATURE = re.compile(r"[一-龥]{1,4}[山峰岭尖岩溪江河湖岛潭瀑祖]")
# Who of several held an office, without a name: 五任|书记.
_SEVERAL = re.compile(r"[一两二三四五六七八九十百几多\d][任位名个届]\Z")
_OFFICE_LONGEST = 8


# What tells how many projects there are, and calls none.
# What stands alone in title marks is left to the rule for titles; a list of the strongest is named with its number.
_ENTITLED = re.compile("《[^《》]*》")
_STRONGEST = re.compile(r"\d+强|[百十]强")
_NUMBER = re.compile("[一两二三四五六七八九十几多0-9]+[家个项]")

Tagged = tuple[Span, float]


@once
def limits(name: str) -> dict[str, float]:
    """The likelihoods of a table of `weighing.toml`, by kind or by kind and way of finding."""
    return {key: float(value) for key, value in table("weighing", name).items()}


def needed_of(span: Span) -> float:
    """How likely the tagger's name is to be that it is taken for one: less for a firm that a made-up word and a trade name,
    and for a project with the noun of such."""
    made_up = span.kind == "company" and brand_of(span.canonical) != ""
    headed = span.kind == "project" and span.canonical.endswith(words("projects", "heads"))
    return limits("added")["made-up" if made_up else "headed" if headed else span.kind]


def brand_of(name: str) -> str:
    """The two or three characters that make no word before the trade that a name ends with (安胜|科技); "" without such."""
    name = name.removesuffix("公司").removesuffix("集团")
    brand = name[: lexicon("companies", "brand_trades").ends(name)]
    made_up = 2 <= len(brand) <= 3 and brand != name and all(len(piece) == 1 for piece in pieces(brand))
    return brand if made_up else ""


def ordinary(span: Span, chance: float, text: str) -> bool:
    """Whether the tagger's name, as likely as `chance`, would be nothing but a place or words that many have."""
    name = text[span.start : span.end]
    own = name[_place_before(name) :]
    if span.kind in _NAMED and (
        _half_bracketed(name)
        or _places_only(own)
        or _COUNTED.search(text[max(0, span.start - 6) : span.start])
        or gathered(text, span)
    ):
        return True
    if not own or modifiers("weighing", "generic").covers(own) or _TORN.search(name):
        return True
    if name.startswith(words("weighing", "leads")) or _LATIN.search(text[span.end - 1 : span.end + 1]):
        return True
    if span.kind in _NAMED and any(verb in name for verb in words("weighing", "aiming")):
        return True
    if span.kind == "person":
        return _nobody(span, chance, text)
    if span.kind in ("organization", "park"):
        if span.kind == "organization" and _within_word(span, text):
            return True
        notion = span.kind == "park" and text.startswith(words("bodies", "park", "notions"), span.end)
        # 入|选省某某园区
        torn = span.kind == "park" and own == name and chance < _SURE and cut_off(text, span.start, span.end)
        return notion or torn or _no_body(span, chance, name, own)
    if span.kind == "project":
        told = counted_or_summed(text, span.start) or _famed(span, text) or part_of_another(span, text)
        told = told or (chance < _SURE and cut_off(text, span.start, span.end))
        return told or _no_project(name, own)
    if span.kind == "industry":
        return lexicon("products", "names").ends(name) < len(name) or only_ranked(name)
    if span.kind == "policy":
        return bool(
            _ENTITLED.fullmatch(text, span.start - 1, span.end + 1) or _STRONGEST.match(text, span.end)
        )
    if span.kind == "product":
        return name.endswith(words("products", "not_ends"))
    notion = text.startswith(words("weighing", "notions"), span.end) or _feature_of_list(text, span)
    return span.kind == "company" and (notion or _no_firm(chance, name, own) or _told(chance, name, own))


def _feature_of_list(text: str, span: Span) -> bool:
    """Whether a firm's name would be one of the mountains and waters of a list."""
    if not _FEATURE.fullmatch(text, span.start, span.end):
        return False
    before = text[max(0, span.start - 6) : span.start]
    listed = before.endswith("、") and before.rstrip("、").endswith(tuple("山峰岭尖岩溪江河湖岛潭瀑祖"))
    return listed or (text.startswith("、", span.end) and _FEATURE.match(text, span.end + 1) is not None)


def _of_several(text: str, start: int) -> bool:
    """Whether the title right before `start` is counted: several held that office."""
    title = next((one for one in titles() if text.endswith(one, 0, start)), "")
    return (
        bool(title)
        and _SEVERAL.search(text[max(0, start - len(title) - _OFFICE_LONGEST) : start - len(title)])
        is not None
    )


def _nobody(span: Span, chance: float, text: str) -> bool:
    """Whether a person's name would be that of a place or a word, or nobody's."""
    name = text[span.start : span.end]
    called = text.endswith(titles(), 0, span.start) or text.startswith(titles(), span.end)
    entries = place_scanner().entries
    short = any(name + level in entries for level in "县市区")
    placed = (name in entries or short) and not (chance >= _CERTAIN and called)
    land = name.endswith(("镇", "乡", "村", "县", "局")) or text.startswith(
        words("people", "lands"), span.end
    )
    shaped = name[:1] in surnames() or name[:2] in surnames() or "·" in name
    led = name[0] in _PREPOSITIONS and _HAN.fullmatch(text, max(0, span.start - 2), span.start)
    if not called and ((chance < _SURE and not shaped) or (led and span.length == _SHORT)):
        return True
    return (
        placed
        or land
        or _of_several(text, span.start)
        or is_verb(name)
        or (frequency(name) >= _COMMON and chance < _CERTAIN)
    )


def _within_word(span: Span, text: str) -> bool:
    """Whether the end of a body's name is but a part of a longer word that means something else: 棠州分会|场."""
    behind = text[span.end : span.end + 4]
    longer = (word for word in words("bodies", "organization", "not_endings") if len(word) > 2)
    return any(
        text.endswith(word[:cut], span.start, span.end) and behind.startswith(word[cut:])
        for word in longer
        for cut in range(2, len(word))
    )


def _no_body(span: Span, chance: float, name: str, own: str) -> bool:
    core = lexicon("bodies", span.kind, "endings").ends(own)
    described = own == name and modifiers("bodies", "park", "generic").covers(own[:core])
    if span.kind == "park" and name.endswith(words("weighing", "not_parks")):
        return True
    if span.kind == "park" and described and name not in words("bodies", "park", "enough"):
        return True
    first = pieces(own)[0]
    led = first in words("edges", "words") and first not in words("edges", "nounish")
    if span.kind == "park" and (led or _GOVERNED.search(name)):
        return True
    unlisted = core == len(own) and chance < limits("unlisted")[span.kind]
    return unlisted or name in place_scanner().entries


def _half_bracketed(name: str) -> bool:
    """Whether a name is but what stands in brackets (某某开发区|(筹)), or holds one bracket without the other."""
    opens, closes = (sum(map(name.count, marks)) for marks in ("(（", ")）"))
    return opens != closes or _BRACKETED.fullmatch(name) is not None


def _places_only(name: str) -> bool:
    """Whether a name, its place left out, is but places or brackets with one: 浙江|丽水松阳, 衢州|(上海)."""
    rest = name.strip("()（）")
    while rest and (size := _place_before(rest)):
        rest = rest[size:].strip("()（）")
    return bool(name) and not rest


@once
def _gathering() -> re.Pattern[str]:
    return re.compile(
        "(?:(?:^|(?<=[^一-龥])|(?<=[是将以为造成]))集|包含|融)[^,，。;；\n]{4,80}[于为]一[体身]"
    )


def gathered(text: str, span: Span) -> bool:
    """Whether the name is but one of the uses that a thing unites: 集研发中心、总部大楼于一体."""
    low = max(0, span.start - 80)
    near = text[low : span.end + 80]
    return ("于一" in near or "为一" in near) and any(
        low + match.start() <= span.start and span.end <= low + match.end()
        for match in _gathering().finditer(near)
    )


def part_of_another(span: Span, text: str) -> bool:
    """Whether what is built is but what another project consists of (主要建设|研发中心、检测中心), or the rank to be
    reached (打造|中国某某基地): it does not call itself a project."""
    if text.endswith(words("projects", "heads"), span.start, span.end):
        return False
    low = max(text.rfind(mark, 0, span.start) for mark in "。;；\n") + 1
    before = text[max(low, span.start - 60) : span.start]
    aimed = before.endswith(words("projects", "aimed")) and text.startswith(
        words("projects", "grand"), span.start
    )
    return aimed or _contents().search(before) is not None


@once
def _contents() -> re.Pattern[str]:
    return re.compile(rf"{listed('projects', 'contents')}[^,，。;；]*$|[于为]一体的$")


def _no_project(name: str, own: str) -> bool:
    if _HAN.search(name) is None:
        return True
    if own == name and not name.endswith(("项目", "工程", "期")) and _only_described(name):
        return True
    core = own.removesuffix("项目").removesuffix("工程")
    core = core[: lexicon("projects", "built").ends(core)] or core
    output = own.startswith("年产") and not name.endswith(words("projects", "outputs"))
    first, *rest = pieces(own)
    # 新|引进某某项目, but 新|校区工程.
    governed = first in words("projects", "governing") and (first != "新" or not rest or is_verb(rest[0]))
    governed = governed or name.endswith(words("projects", "not_heads"))
    area = (
        name.removesuffix("项目") in words("projects", "works")
        or name.endswith(words("projects", "areas"))
        or _NUMBER.match(name) is not None
        or name[0] in "(（"
    )
    plain = class_of_many(core) or class_of_many(own.removesuffix("项目").removesuffix("工程"))
    return output or governed or area or is_programme(name) or plain


def _only_described(name: str) -> bool:
    """Whether nothing but an ordinary word or a trade tells which of its kind a thing is: 景区|改造, 康养|基地."""
    core = name
    while (shorter := core[: lexicon("projects", "built").ends(core)]) != core:
        core = shorter
    trade = core in industries() or core + "产业" in industries()
    plain = frequency(core) > 0 or not core or trade
    return core != name and plain


def _famed(span: Span, text: str) -> bool:
    """Whether a place is only said to be the best ground for goods, or known for them: 规模最大的|某某生产基地."""
    low = max(text.rfind(mark, 0, span.start) for mark in "。;；\n") + 1
    honoured = text.endswith("基地", 0, span.end) and _HONOURED.search(text, low, span.start)
    return bool(_BEST.search(text, max(low, span.start - 8), span.start) or honoured)


def _no_firm(chance: float, name: str, own: str) -> bool:
    """Whether a firm's name would be that of a trade or of goods, or hold what firms are to others."""
    goods = len(name) - lexicon("products", "names").ends(name)
    common = all(_is_common(piece, chance) for piece in pieces(name))
    common = common and not name.endswith(words("companies", "strong_trades"))
    noun = len(name) > _GOODS and tag(name) in _NO_NAMES
    if chance < _CERTAIN and ((goods > _GOODS and not makes_goods(name, chance)) or common or noun):
        return True
    if is_verb(own) or work_on_goods(own) or (own.startswith("有") and chance < _CERTAIN):
        return True
    if chance < _FAIR and goods and not lexicon("companies", "trades").ends(name) < len(name):
        return True
    entry = name_scanner().entries.get(own)
    traded = entry is not None and entry.kind in ("industry", "product", "policy")
    related = any(role in name[:-4] for role in words("edges", "roles_before"))
    traded_end = 0 < lexicon("companies", "brand_trades").ends(own) < len(own)  # 京澜|农化
    ended = name.endswith(words("weighing", "not_firms")) and not traded_end
    return traded or related or ended or name[0] in _POINTING


def _is_common(piece: str, chance: float) -> bool:
    """Whether a word is one that many share: the dictionary has seen it often, and not as the name of somebody or something."""
    named = chance >= _KNOWN and tag(piece).startswith(("nr", "nz"))
    return piece == "化" or (len(piece) > 1 and frequency(piece) >= _COMMON and not named)


def makes_goods(name: str, chance: float) -> bool:
    """Whether a firm is called by a made-up word and by its goods or trade: 东某|电动工具."""
    brand = name[: lexicon("products", "names").ends(name)]
    if brand == name:
        brand = name[: lexicon("companies", "brand_trades").ends(name)]
    made_up = _SHORT <= len(brand) < len(name) and len(brand) <= _GOODS and frequency(brand) < _SEEN
    plain = modifiers("companies", "trades").covers(brand) or modifiers("weighing", "generic").covers(brand)
    placed = 0 < _place_before(brand) == len(brand) and chance >= _KNOWN
    told = _place_before(brand) or is_verb(brand) or brand in name_scanner().entries
    if placed:
        return True  # 福建|水泥
    return made_up and chance >= _MAKER and not (plain or told)


def _told(chance: float, name: str, own: str) -> bool:
    """Whether a firm's name would be but what is said of a place (某某县|重大能源) or done (专注于|环保包装)."""
    parts = pieces(own)
    if len(own) == 1 or _BRACKETED.fullmatch(own):
        return True
    if chance >= _CERTAIN or lexicon("companies", "forms").ends(name) < len(name):
        return False
    stops = words("edges", "words")
    done = parts[0] in stops and (is_verb(parts[0]) or (len(parts) > 1 and parts[1] in stops))
    core = own[: min(lexicon("companies", kind).ends(own) for kind in ("brand_trades", "trades"))]
    seen = _SEEN if core == own else _OFTEN
    plain = core != "" and all(len(part) > 1 and frequency(part) >= seen for part in pieces(core))
    county = place_scanner().begins(name)
    placed = county is not None and county.code is not None and not _place_before(own)
    return done or (plain and placed and chance < _FIRM and not name.endswith("厂"))


def _place_before(name: str) -> int:
    """Where the place ends that leads a name; 0 if none does."""
    entries = place_scanner().entries
    return next((length for length in range(min(9, len(name)), 1, -1) if name[:length] in entries), 0)
