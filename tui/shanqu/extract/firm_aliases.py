"""The short names of firms whose full names stand in the same text."""

from __future__ import annotations

import re

from shanqu.extract.edges import cut_off
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import frequency, tag
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import lexicon, listed, modifiers, occurrences
from shanqu.gazetteer import regions
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# The short name that the text defines behind a name: (以下简称某某).
DEFINED = re.compile(r"[(（](?:以)?下(?:简)?称[:：]?[“\"]?([一-龥A-Za-z0-9]{2,12})[”\"]?[)）]")

# A full name without its legal form is a short one if so many characters are left.
_STEM = 4
_WORD = 2
_BRACKETS = re.compile("[(（].*?[)）]")
# A word that the dictionary has seen so often is no brand that stands for the firm; a name if it has seen it so often.
_COMMON, _KNOWN = 10, 50


@once
def trade_word() -> re.Pattern[str]:
    """The trades that firms are called by, the longest at each place; of 自控股份 it is 股份."""
    return re.compile(listed("companies", "trades") + "(?<!控股(?=份))")


def aliases_of(text: str, full: list[Span]) -> list[Span]:
    """Later short mentions of companies whose full name stands in the same text."""
    spans: list[Span] = []
    # Each name once: a page may repeat one firm's sentence ten thousand times.
    for (name, how), defined in _named(text, full).items():
        forms = {*defined, *_without_form(name, how), *_by_first_word(name, how)}
        stem = _BRACKETS.sub("", name[: lexicon("companies", "forms").ends(name)])
        forms |= {stem} if len(stem) >= _STEM and stem != name and stem.isalnum() else set()
        brand = _brand(name)
        if brand:
            forms |= _by_brand(text, name, how, brand)
        for form in forms:
            spans.extend(
                Span("company", start, _traded(text, start, start + len(form), name), name, None, "alias")
                for start in occurrences(text, form)
                if form != brand or not frequency(form) or not cut_off(text, start, start + len(form))
            )
    return spans


def _named(text: str, full: list[Span]) -> dict[tuple[str, str], set[str]]:
    """Each full name, with how it was found, and the short names that the text defines behind it."""
    found: dict[tuple[str, str], set[str]] = {}
    for span in full:
        defined = found.setdefault((span.canonical, span.how), set())
        called = DEFINED.match(text, span.end)
        if called and called.group(1) not in words("companies", "called"):
            defined.add(called.group(1))
    return found


def _by_brand(text: str, name: str, how: str, brand: str) -> set[str]:
    """The short names that a brand makes: with a form or its trade, with the firm's place, by itself."""
    forms = _shortened(name, brand)
    forms |= {brand + tail for tail in ("股份", "集团", "公司", "科技", *_trade_after(name, brand))}
    if _stands_alone(text, brand):
        forms.add(brand)
    place = name.partition(brand)[0]
    located = place in place_scanner().entries and place[-1] not in "省市县区"
    if how == "legal form" and frequency(brand) < _COMMON and located:
        forms.add(place + brand)  # 江西某某, of an 江西某某电子有限公司
    return forms


def _without_form(full: str, how: str) -> set[str]:
    """A firm that its place and 公司 name, by the place and its own word: 安徽某某, of an 安徽某某公司."""
    name = full.removesuffix("公司")
    size = next(
        (size for size in range(min(8, len(name)), 1, -1) if name[:size] in place_scanner().entries), 0
    )
    own = name[size:]
    told = len(own) > 1 and frequency(own) < _COMMON and not trade_word().search(own)
    return {name} if how == "place" and told and name != full else set()


def _by_first_word(name: str, how: str) -> set[str]:
    """A firm that no known trade tells the brand of, by the first characters of its own name: 禾岱公司, of a 禾岱园艺有限公司."""
    if how != "legal form" or len(_brand(name) or "") in (2, 3):
        return set()
    own = _own_name(name[: lexicon("companies", "forms").ends(name)])
    heads = {own[:size] for size in (2, 3) if len(own) >= size + 2}
    heads = {head for head in heads if head not in place_scanner().entries and not trade_word().match(head)}
    return {head + form for head in heads for form in ("公司", "集团")}


def _shortened(name: str, brand: str) -> set[str]:
    """A firm by its brand and trade without its goods: 明泽机械公司, of a 明泽纸盘机械有限公司."""
    goods = brand[_WORD:]
    if len(goods) < _WORD or pieces(goods) != [goods]:
        return set()
    return {
        f"{brand[:_WORD]}{trade}{form}" for trade in _trade_after(name, brand) for form in ("公司", "集团")
    }


def _stands_alone(text: str, brand: str) -> bool:
    """Whether a brand by itself is the firm's short name: no ordinary word or trade, no town, and no zone's name too."""
    goods = lexicon("products", "names").ends(brand) < len(brand) or brand in name_scanner().entries
    if goods or modifiers("bodies", "park", "generic").covers(brand):
        return False
    often = _KNOWN if tag(brand).startswith(("nr", "nz")) else _COMMON
    ordinary = frequency(brand) >= often or trade_word().match(brand) or _is_place(text, brand)
    zones = (text[start:end] for start, end, entry in name_scanner().all(text) if entry.kind == "park")
    return not ordinary and not any(zone.startswith(brand) for zone in zones)


def _is_place(text: str, name: str) -> bool:
    """Whether a place is called so, by the lists or by the text itself (沐川, where it speaks of 沐川县)."""
    fulls = [name + level for level in "县市区镇乡村"]
    lists = (place_scanner().entries, regions.town_names())
    return any(form in known for known in lists for form in (name, *fulls)) or any(
        full in text for full in fulls
    )


def _traded(text: str, start: int, end: int, full: str) -> int:
    """The end of a short name with the trade that is said with it (某某|新材), or as much of the full name as is said
    (某某|纺织印染, of a 某某纺织印染科技有限公司)."""
    at = full.find(text[start:end])
    for piece in pieces(full[at + end - start :]) if at >= 0 else ():
        if len(piece) < 2 or not text.startswith(piece, end) or piece == "有限公司":
            break
        end += len(piece)
    return lexicon("companies", "brand_trades").begins(text, end)


def _brand(name: str) -> str | None:
    """The distinctive part of a full name: what stands between place and trade."""
    rest = _own_name(name)
    match = trade_word().search(rest, 2)
    brand = rest[: match.start()] if match else ""
    return brand if 2 <= len(brand) <= 4 else None


def _own_name(name: str) -> str:
    """A full name without the places that it begins with and without brackets."""
    rest = name
    for _ in range(3):
        for length in range(min(8, len(rest)), 1, -1):
            if rest[:length] in place_scanner().entries:
                rest = re.sub(r"^[省市县区]", "", rest[length:])
                break
    return _BRACKETS.sub("", rest)


def _trade_after(name: str, brand: str) -> list[str]:
    tail = name[name.index(brand) + len(brand) :] if brand in name else ""
    match = trade_word().match(tail)
    return [match.group()] if match else []
