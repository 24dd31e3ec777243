"""120 queries of every kind at a time, as they are typed, find exactly what reading every article would find."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_up import article_of, hashes_of, reading_of
from shanqu.model import Extraction, Fact, Mention, Published
from shanqu.query import Library, Wanted, parse
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store

QUERIES = 120
# Written in the ways that pages write them; what is equal once folded stands in one row.
_WRITTEN = (
    ("最大", "蕞大"),
    ("县域经济", "縣域經濟"),
    ("产业", "產業"),
    ("gdp", "GDP", "ＧＤＰ", "Gdp"),
    ("5g网", "5G网", "５Ｇ網"),
    ("生态工业",),
    ("遂",),
    ("开发区3.5平方公里", "開發區３．５平方公里"),
    ("a-b", "A－B"),
)
_FOLDED = str.maketrans("蕞縣域經濟產業網開發區５Ｇ３．－ＡＢＤＰ。、", "最县域经济产业网开发区5g3.-abdp.,")
_COMPANIES = ("远安有限公司", "宏盛有限公司", "远安科技有限公司")
_SITES = ("丽水网", "浙江在线", None)
_DATES = (None, "2020", "2021-06", "2021-06-03", "2023-11-15", "--09-28")


class Made(NamedTuple):
    """A made-up article, with what its user has put on it."""

    title: str
    body: str
    published: str | None
    site: str | None
    company: str | None
    yuan: int | None
    starred: bool
    tag: str
    note: str


class Asked(NamedTuple):
    """A query, and whether an article fulfils it."""

    text: str
    holds: Callable[[Made], bool]


_piece = st.sampled_from([*(form for forms in _WRITTEN for form in forms), "。", "、", "的", "山区"])
_text = st.lists(_piece, max_size=7).map("".join)
_made = st.builds(
    Made,
    # An article without a title is called by its file.
    _text.filter(bool),
    _text,
    st.sampled_from(_DATES),
    st.sampled_from(_SITES),
    st.sampled_from([None, *_COMPANIES]),
    st.sampled_from([None, 5_000_0000, 10_0000_0000, 12_0000_0000]),
    st.booleans(),
    st.sampled_from(["", "重点", "待查"]),
    st.sampled_from(["", "要核实产业数字"]),
)


def _fold(text: str) -> str:
    """Folding once more, of just the characters of these texts."""
    return text.translate(_FOLDED).lower().translate(_FOLDED)


def _in(word: str, *texts: str) -> bool:
    return any(_fold(word) in _fold(text) for text in texts)


@st.composite
def _words(draw: st.DrawFn) -> str:
    """A literal of one character or more out of what texts may hold, also across the joints of their pieces."""
    text = draw(_text.filter(lambda text: len(text) > 1))
    start = draw(st.integers(0, len(text) - 1))
    return text[start : start + draw(st.sampled_from([1, 2, 2, 3, 4, 7]))]


def _literal(word: str, field: str) -> Asked:
    kept: dict[str, Callable[[Made], tuple[str, ...]]] = {
        "": lambda made: (made.title, made.body),
        "title:": lambda made: (made.title,),
        "正文:": lambda made: (made.body,),
    }
    return Asked(f'{field}"{word}"', lambda made: _in(word, *kept[field](made)))


def _year(made: Made) -> str:
    return "" if made.published is None or made.published.startswith("-") else made.published


_PLAIN = st.one_of(
    st.builds(_literal, _words(), st.sampled_from(["", "", "", "", "title:", "正文:"])),
    st.sampled_from(
        [
            Asked("is:undated", lambda made: not _year(made)),
            Asked("year:2021", lambda made: _year(made).startswith("2021")),
            Asked("年:2020-2021", lambda made: _year(made)[:4] in ("2020", "2021")),
            Asked("before:2021-06", lambda made: "" < _year(made) < "2021-06"),
            Asked("after:2021-06-03", lambda made: _year(made) >= "2021-06-03"),
            Asked("site:丽水", lambda made: made.site == "丽水网"),
            Asked("company:远安", lambda made: "远安" in (made.company or "")),
            Asked("企业:科技有限", lambda made: "科技" in (made.company or "")),
            Asked("kind:company", lambda made: made.company is not None),
            Asked("amount>10亿", lambda made: (made.yuan or 0) > 1e9),
            Asked("amount≥10亿", lambda made: (made.yuan or 0) >= 1e9),
            Asked("金额<6000万元", lambda made: made.yuan == 5e7),
            Asked("has:amount", lambda made: made.yuan is not None),
            Asked("is:starred", lambda made: made.starred),
            Asked("has:note", lambda made: bool(made.note)),
            Asked("has:tag", lambda made: bool(made.tag)),
            Asked("tag:重点", lambda made: made.tag == "重点"),
            Asked("note:核实產業", lambda made: bool(made.note)),
        ]
    ),
)


def _both(one: Asked, other: Asked) -> Asked:
    return Asked(f"{one.text} {other.text}", lambda made: one.holds(made) and other.holds(made))


def _either(one: Asked, other: Asked) -> Asked:
    return Asked(f"({one.text} OR {other.text})", lambda made: one.holds(made) or other.holds(made))


def _without(one: Asked, other: Asked) -> Asked:
    return Asked(f"{one.text} -({other.text})", lambda made: one.holds(made) and not other.holds(made))


def _near(one: str, other: str, distance: int) -> Asked:
    def holds(made: Made) -> bool:
        return any(
            _close(_fold(text), _fold(one), _fold(other), distance) for text in (made.title, made.body)
        )

    return Asked(f'"{one}" NEAR/{distance} "{other}"', holds)


def _close(text: str, one: str, other: str, distance: int) -> bool:
    ones, others = ([at for at in range(len(text)) if text.startswith(word, at)] for word in (one, other))
    between = (
        second - first - len(one) if first <= second else first - second - len(other)
        for first in ones
        for second in others
    )
    return any(gap <= distance for gap in between)


_ASKED = st.one_of(
    _PLAIN,
    _PLAIN,
    _PLAIN,
    st.builds(_both, _PLAIN, _PLAIN),
    st.builds(_either, _PLAIN, _PLAIN),
    st.builds(_without, _PLAIN, _PLAIN),
    st.builds(_without, _PLAIN, st.builds(_either, _PLAIN, _PLAIN)),
    st.builds(_near, _words(), _words(), st.integers(0, 8)),
)


def _library(folder: Path, made: list[Made]) -> dict[int, Made]:
    held = {}
    with Store(folder) as store, store.transaction():
        for number, one in enumerate(made):
            article = article_of(one.body, f"/{number}", one.title or None)._replace(site=one.site)
            if one.published:
                article = article._replace(
                    published=Published(one.published, one.published, "original", "test")
                )
            mentions = () if one.company is None else (_mention(one.company),)
            facts = () if one.yuan is None else (_fact(one.yuan),)
            analysed = Analysed(article, Extraction(mentions, facts), hashes_of(one.body))
            held[store.write(analysed, rules=1, reading=reading_of)] = one
    return held


def _mention(name: str) -> Mention:
    return Mention("company", 0, 0, name, name, None)


def _fact(yuan: int) -> Fact:
    return Fact(0, 0, "", "总投资", "level", "", 0, 0, float(yuan), unit="元")


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(
    st.lists(_made, min_size=6, max_size=10),
    st.lists(_ASKED, min_size=QUERIES, max_size=QUERIES),
)
def test_every_kind_of_query_finds_what_brute_force_finds(made: list[Made], asked: list[Asked]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        held = _library(Path(folder) / "library", made)
        with Library.open(Path(folder) / "library", Path(folder) / "notes.sqlite") as library:
            for id, one in held.items():
                library.set_mark(id, starred=one.starred, tags=[one.tag], note=one.note)
            for one in asked:
                query = parse(one.text)
                wanted = {id for id, article in held.items() if one.holds(article)}
                assert set(library.every(Wanted(query))) == wanted, one.text
                assert library.first(Wanted(query), 2).total == len(wanted), one.text
