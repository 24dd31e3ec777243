"""Numbers as Chinese texts write them: 1,350 | 58.8万 | 二十 | 三千五百 | 700多万."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10_000, "亿": 100_000_000}
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[一二三四五六七八九十百千零两〇]+(?:点[一二三四五六七八九零]+)?)"
SCALE = r"[十百千万亿]*"
_DIGIT = re.compile(r"[\d一二三四五六七八九两]|^十")
_NOUGHT = re.compile("[0.零〇]+[十百千万亿]*")
# Two digits side by side where one is meant: 两三千, 一百五六十, 三五万. A row of more is a number read out: 二〇二五.
_SPOKEN = re.compile(
    r"(?P<head>(?:.*[十百千万零])?)(?P<low>[一二两三四五六七八])(?P<high>[两二三四五六七八九])(?P<tail>[十百千万亿]*)"
)
# What the digits stand for that end a number without their size: 一百五六 are 150 to 160.
_SMALLER = {"百": "十", "千": "百", "万": "千"}
_PARTS = re.compile(r"([\d.,]+|[一二三四五六七八九零两〇])|([十百千万亿])")


@lru_cache(maxsize=1024)
def parse_number(text: str) -> float | None:
    """The value of a number without hedges; None where `text` holds no digit at all (千亿 is a size, not a number)."""
    text = text.replace(",", "")
    if not _DIGIT.search(text):
        return None
    if "点" in text:
        whole, _, rest = text.partition("点")
        decimals = rest.rstrip("十百千万亿")
        figures = "".join(str(_DIGITS[char]) for char in decimals)
        size = _chinese(rest[len(decimals) :]) if len(rest) > len(decimals) else 1.0
        return times(float(f"{int(_chinese(whole))}.{figures}"), size)
    return _chinese(text)


def spoken_range(text: str) -> tuple[float, float] | None:
    """The ends of a range that is told by two digits side by side (二三十: 20 and 30), None for every other number."""
    match = _SPOKEN.fullmatch(text)
    low, high = (_DIGITS[match["low"]], _DIGITS[match["high"]]) if match else (0, 0)
    if match is None or (high - low != 1 and (low, high) != (3, 5)):
        return None
    tail = match["tail"] or _SMALLER.get(match["head"][-1:], "")
    return _chinese(f"{match['head']}{match['low']}{tail}"), _chinese(f"{match['head']}{match['high']}{tail}")


def times(value: float, factor: float) -> float:
    """The product as the decimals that one writes make it: 4.1 times a million is 4100000, not 4099999.9999999995."""
    return float(Decimal(repr(value)) * Decimal(repr(factor)))


def _chinese(text: str) -> float:
    total = section = Decimal(0)
    current: Decimal | None = None
    if _NOUGHT.fullmatch(text):
        return 0.0
    for digits, scale in _PARTS.findall(text):
        if digits:
            current = (
                Decimal(digits) if digits[0].isdigit() else (current or Decimal(0)) * 10 + _DIGITS[digits]
            )
        elif scale in _SMALL:
            section += (Decimal(1) if current is None else current) * _SMALL[scale]
            current = None
        else:
            section += current or 0
            if scale == "亿":  # 2万亿: of the 20,000 before it so many
                total = (total + section or Decimal(1)) * _BIG[scale]
            else:
                total += (section or Decimal(1)) * _BIG[scale]
            section, current = Decimal(0), None
    return float(total + section + (current or 0))


def next_unit(value: float, text: str) -> float:
    """The upper end of 多 and 余: one step of the last place that `text` writes (80多 → 90, 700多万 → 800万)."""
    digits = re.match(r"[\d.,]+", text)
    if digits:
        written = digits.group().replace(",", "")
        if "." in written:
            return value
        number = int(written)
        if number == 0:
            return value
        step = int("1" + "0" * (len(written) - len(written.rstrip("0"))))
        return round(value / number * (number + step), 6)
    for char, size in (("亿", 1e8), ("万", 1e4), ("千", 1e3), ("百", 1e2), ("十", 10.0)):
        if text.endswith(char):
            return value + size
    return value + 1
