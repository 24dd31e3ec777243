"""The article of a page that shows none until a script runs: in the script's data, a text box, a template."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

# Elements that hold markup which is shown only where no script runs, or by one.
_HOLDERS = ("textarea", "noscript", "template")
_TEMPLATE = re.compile(r"text/(?:html|plain|template|x-[a-z-]+)", re.IGNORECASE)
# More of a page's scripts is not looked through, and no article is longer.
_SCRIPTS_MOST = 8_000_000
_LONGEST = 400_000
_ENDS = {
    quote: re.compile(rf"[^{quote}\\]{{0,{_LONGEST}}}+(?:\\.[^{quote}\\]*+)*+{quote}", re.DOTALL)
    for quote in "\"'`"
}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\n", "t": "\t", "b": "", "f": "\n"}
_HALVES = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"<[!/]?[a-zA-Z][^<>]{0,4000}>")
_BREAK = re.compile(r"</?(?:p|br|div|section|li|h[1-6]|tr)\b[^<>]{0,4000}>|\n", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")
_MAY_BE_HAN = re.compile(r"[\u3400-\u9fff]|\\u[4-9]")
_PAUSE = re.compile("[,，。;；!！?？、]")
_SENTENCE = 16
# How far from the text its other fields stand in a script.
_BEFORE, _AFTER = 3000, 1500
_TITLE_LEAST, _TITLE_MOST = 4, 80
_FIELD_MOST = 40
_CHINA = timedelta(hours=8)
# Of a moment in milliseconds.
_MILLI_LEAST = 10**12


class Held(NamedTuple):
    """An article that the page holds without showing it: its markup, the element that it is in unless that is a
    script, and the fields that stand beside it."""

    markup: str
    place: _Element | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None


class _Keys(NamedTuple):
    text: re.Pattern[str]
    title: re.Pattern[str]
    published: re.Pattern[str]
    source: re.Pattern[str]


@cache
def _keys() -> _Keys:
    data = tomllib.loads(files("shanqu.ingest").joinpath("markup.toml").read_text("utf-8"))["script"]
    after = r"[\"']?\s{0,3}[:=]\s{0,3}"
    # A call that decodes a text may stand before it.
    said = rf"{after}(?:[A-Za-z_.]{{1,24}}\(\s?)?(?P<quote>[\"'`])"
    texts = re.compile(rf"(?:{data['text']}){said}", re.IGNORECASE)
    first = r"(?<![A-Za-z])"
    return _Keys(
        texts,
        re.compile(rf"{first}(?:{data['title']}){said}", re.IGNORECASE),
        re.compile(
            rf"{first}(?:{data['published']}){after}(?:[\"'](?P<said>[^\"']{{8,30}})[\"']|(?P<moment>\d{{10}}(?:\d{{3}})?)\b)",
            re.IGNORECASE,
        ),
        re.compile(rf"{first}(?:{data['source']}){said}", re.IGNORECASE),
    )


def held(root: _Element, least: float) -> Held | None:
    """The article that the page holds unseen, if that is running text of more than `least` characters.

    Linear in the size of the page. Of several texts the longest counts; markup in elements goes before scripts.
    """
    place, found = max(_in_elements(root), key=lambda one: _prose(one[1]), default=(root, ""))
    if _prose(found) > least:
        return Held(_as_markup(found), place)
    best: tuple[float, Held | None] = (least, None)
    left = _SCRIPTS_MOST
    for script in root.iter("script"):
        text = (script.text or "")[:left]
        left -= len(text)
        for start, end, said in _texts(text):
            size = _prose(said)
            if size > best[0]:
                best = size, _with_fields(text, start, end, said)
    return best[1]


def _in_elements(root: _Element) -> Iterator[tuple[_Element, str]]:
    from lxml import etree

    for element in root.iter(*_HOLDERS, "iframe", "script"):
        if element.tag == "iframe":
            yield element, element.get("srcdoc") or ""
        elif element.tag != "script":
            inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
            yield element, (element.text or "") + inner
        elif _TEMPLATE.fullmatch(element.get("type") or ""):
            yield element, element.text or ""


def _texts(script: str) -> Iterator[tuple[int, int, str]]:
    """Where texts stand in a script that are named like one, and what they say."""
    at = 0
    while (found := _keys().text.search(script, at)) is not None:
        end = _ENDS[found["quote"]].match(script, found.end())
        at = found.end() if end is None else end.end()
        if end is not None and len(end.group()) > _SENTENCE and _MAY_BE_HAN.search(script, found.end(), at):
            yield found.start(), at, _said(end.group()[:-1])


def _said(literal: str) -> str:
    """What a text in a script says, with the markup in it written as such."""
    said = _HALVES.sub("\ufffd", _ESCAPE.sub(_character, literal)).strip().strip("\"'")
    for _ in range(2):
        if _TAG.search(said) is None and "&" in said:
            said = html.unescape(said)
    return said


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(escape[3], escape[3])


def _prose(markup: str) -> float:
    """How many characters of running text the markup has, if it is in Chinese."""
    lines = (_TAG.sub("", line).strip() for line in _BREAK.split(markup))
    return sum(
        len(line)
        for line in lines
        if len(line) >= _SENTENCE and _PAUSE.search(line) and 2 * len(_HAN.findall(line)) > len(line)
    )


def _as_markup(said: str) -> str:
    """A text as markup: without tags of its own its lines are paragraphs."""
    if _TAG.search(said) is not None:
        return said
    return "".join(f"<p>{html.escape(line)}</p>" for line in said.splitlines() if line.strip())


def _with_fields(script: str, start: int, end: int, said: str) -> Held:
    """The text of a script with the fields that stand nearest to it, those before it first."""
    keys = _keys()
    before = script[max(0, start - _BEFORE) : start]
    after = script[end : end + _AFTER]
    title = _nearest(keys.title, before, after)
    source = _nearest(keys.source, before, after)
    return Held(
        _as_markup(said),
        None,
        title if title and _TITLE_LEAST <= len(title) <= _TITLE_MOST and _HAN.search(title) else None,
        _published(before, after),
        source if source and len(source) <= _FIELD_MOST and _HAN.search(source) else None,
    )


def _nearest(key: re.Pattern[str], before: str, after: str) -> str | None:
    found = list(key.finditer(before))
    text, match = (before, found[-1]) if found else (after, key.search(after))
    end = _ENDS[match["quote"]].match(text, match.end()) if match is not None else None
    return _TAG.sub("", _said(end.group()[:-1])) or None if end is not None else None


def _published(before: str, after: str) -> str | None:
    """The date beside a text: as it is written, or the day in China of a moment since 1970."""
    found = list(_keys().published.finditer(before))
    match = found[-1] if found else _keys().published.search(after)
    if match is None or match["said"]:
        return match["said"] if match is not None else None
    moment = int(match["moment"])
    seconds = moment / 1000 if moment >= _MILLI_LEAST else moment
    return (datetime.fromtimestamp(seconds, UTC) + _CHINA).date().isoformat()
