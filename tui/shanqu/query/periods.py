"""Periods of figures: which year they end in, how long they are, and the kind of rate that they make."""

from __future__ import annotations

import re

from shanqu.model import Fact
from shanqu.query.matrix_shapes import Growth

_YEAR = re.compile(r"\d{4}")
_SEVERAL = ("以来", "累计", "三年", "五年", "两年", "四年", "十年", "期间", "过去")
_MEAN = ("年均", "平均增", "年平均")


def last_year(period_norm: str | None) -> int | None:
    """The last year that a normalised period names: `2018/2020` is 2020, `2019/` is 2019."""
    years = _YEAR.findall(period_norm or "")
    return int(years[-1]) if years else None


def spelled(period_norm: str | None) -> str:
    """The years that a normalised period names: `2023`, `2018–2020`, `2019–`; empty where it names none."""
    years: list[str] = _YEAR.findall(period_norm or "")
    if not years:
        return ""
    open_ended = "–" if (period_norm or "").endswith("/") else ""
    first, last = str(years[0]), str(years[-1])
    return first + (open_ended if first == last else f"–{last}")


def told(period: str | None, period_norm: str | None) -> str:
    """A period as the page prints it, with the year that it is of where the page does not print that: `去年(2022)`."""
    years = spelled(period_norm)
    if not period or not years or _YEAR.search(period):
        return period or years
    return f"{period}({years})"


def growth_of(fact: Fact) -> Growth | None:
    """What sort of rate a fact is; None where it is none."""
    if fact.kind != "growth":
        return None
    if any(word in fact.indicator for word in _MEAN):
        return "mean"
    first, _, last = (fact.period_norm or "").partition("/")
    if last and first[:4] != last[:4]:
        return "total"
    open_ended = fact.period_norm is not None and fact.period_norm.endswith("/")
    said = fact.period or ""
    return "total" if open_ended or any(word in said for word in _SEVERAL) else "yearly"
