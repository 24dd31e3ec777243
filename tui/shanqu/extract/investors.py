"""Projects that the short name of their firm leads: 禾源药业|创新药产业化基地项目."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# With what the full names of firms end, which stand beside their projects.
_FULL = ("公司", "集团", "厂", "店", "合作社", "银行", "分行", "中心", "院", "所")
_BRACKETED = re.compile("[(（][^()（）]{1,12}[)）]$")
# A phase alone is told of the firm: 禾源药业|二期项目.
_PHASE = re.compile("第?[一二三四五六]期")


def with_investors(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans; a project right behind the short name of a firm begins with it, and the firm stays besides. One that is called
    by its output (年产…) stands by itself, as does one behind a firm's full name."""
    known = list(spans)
    firms = {
        span.end: span
        for span in known
        if span.kind == "company" and not _in_full(text[span.start : span.end])
    }
    renamed: dict[str, str] = {}
    led = []
    for span in known:
        firm = firms.get(span.start) if span.kind == "project" else None
        if firm is None or _by_itself(text, span):
            led.append(span)
            continue
        name = text[firm.start : span.start] + span.canonical
        renamed[span.canonical] = name
        led.append(replace(span, start=firm.start, canonical=name))
    named = [
        replace(span, canonical=renamed[span.canonical])
        if span.kind == "project" and span.canonical in renamed
        else span
        for span in led
    ]
    return sorted(named, key=lambda span: (span.start, -span.end, span.kind))


def _in_full(firm: str) -> bool:
    """Whether a firm is called by its legal form, or behind the full name of its county (某某县|禾源药业)."""
    county = place_scanner().begins(firm)
    return _BRACKETED.sub("", firm).endswith(_FULL) or (county is not None and county.full)


def _by_itself(text: str, span: Span) -> bool:
    """Whether a project is called by what it puts out, by a figure or by its phase alone."""
    start = _output().match(text, span.start)
    return start is not None or _PHASE.match(text, span.start) is not None


@once
def _output() -> re.Pattern[str]:
    return re.compile(rf"(?:新增|扩建)?(?:[年日月]{listed('projects', 'worked')}|[约超]?\d)")
