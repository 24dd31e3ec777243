"""What a pattern needs is told from the pattern, so that a rule is tried on few lines and misses none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shanqu.clean.lines import narrow
from shanqu.clean.literals import Characters, edges, needed
from shanqu.clean.rules import Rule, find, find_in, rules

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("责任编辑:.{1,20}", {"责任编辑:"}),
        ("(?:标签|热词)[:].*", {"标签", "热词"}),
        ("(?:网站)?首页", {"首页"}),
        ("(?:更多)?", set()),
        ("分享(?:到|至)?", {"分享"}),
        ("[上下]一[篇页]", {"一"}),
        (r"TAGS?\s?:", {"tag"}),
        (r"(?=.{0,60}电话)[^。]{1,60}", {"电话"}),
        ("(?!电话)广告", {"广告"}),
        (r"(?<=记者)摄\.", {"摄."}),
        ("[一-鿿]{2,4}", set()),
        ("[^。]{2,4}", set()),
        ("(?P<a>图)(?P=a)", set()),
        ("编{2}辑", {"编"}),
    ],
)
def test_the_words_of_which_a_text_must_hold_one(pattern: str, words: set[str]) -> None:
    assert needed(pattern) == words


PIECES = st.sampled_from(
    ["来源", "图", "编辑", "[上下]", r"\d", r"\s", "[一-鿿]", "[^。]", "tel", ".", r"\."]
)
PATTERNS = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "{1,3}?"])).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        ),
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(PATTERNS, st.data())
def test_every_text_that_a_pattern_fits_holds_one_of_its_words(pattern: str, data: st.DataObject) -> None:
    words = needed(pattern)
    text = re.sub(r"\s", " ", data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True)))
    assert not words or any(word in text for word in words)


@pytest.mark.parametrize(
    ("pattern", "first", "last"),
    [
        ("责?编[:：]", {"责", "编"}, {":", "："}),
        ("(?:网站|返回)?首页", {"网", "返", "首"}, {"页"}),
        (r"(?=.{0,9}电话)[\d-]+|热线", {r"\d", "-", "热"}, {r"\d", "-", "线"}),
        (r"[^。]{2}[a-z]*(?<!中)", {"[^。]"}, {"[^。]", "[a-z]"}),
        ("(?P<a>图)(?P=a)", {r"[^\n]"}, {r"[^\n]"}),
    ],
)
def test_the_characters_that_a_text_begins_and_ends_with(
    pattern: str, first: set[str], last: set[str]
) -> None:
    assert edges(pattern) == (first, last)


def is_one_of(char: str, chars: Characters) -> bool:
    return any(char == one if len(one) == 1 else re.fullmatch(one, char) for one in chars)


@settings(deadline=None)
@given(PATTERNS, st.data())
def test_every_text_that_a_pattern_fits_begins_and_ends_with_its_characters(
    pattern: str, data: st.DataObject
) -> None:
    first, last = edges(pattern)
    text = data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True))
    assert not text or (is_one_of(text[0], first) and is_one_of(text[-1], last))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(rules()), st.data())
def test_no_line_is_kept_from_a_rule_that_fits_it(rule: Rule, data: st.DataObject) -> None:
    pattern = re.compile(rule.pattern, re.IGNORECASE)
    drawn = narrow(" ".join(data.draw(st.from_regex(pattern, fullmatch=True)).split()))
    # What rules need is told for figures of ASCII, which pages write.
    line = re.sub(r"\d", lambda digit: str(int(digit[0])), drawn)
    found = find(line, rule.where)
    if 0 < len(line) <= rule.max and pattern.fullmatch(line):
        assert found is not None
        assert rules().index(found) <= rules().index(rule)


def test_the_rule_found_for_a_line_is_the_first_that_fits_it() -> None:
    compiled = [(rule, re.compile(rule.pattern, re.IGNORECASE)) for rule in rules()]
    raw = [line for page in (ROOT / "seeds").glob("*.txt") for line in page.read_text("utf-8").splitlines()]
    for page in (ROOT / "tests" / "clean").glob("*/*.page"):
        # Before each line stands the mark of what it is.
        raw += [line[2:] for line in page.read_text("utf-8").splitlines()]
    lines = {narrow(" ".join(line.split())) for line in raw}
    for line in lines - {""}:
        for where in ("any", "head", "tail"):
            fits = (
                rule
                for rule, pattern in compiled
                if rule.where in ("any", where) and len(line) <= rule.max and pattern.fullmatch(line)
            )
            assert find(line, where) == next(fits, None)


def test_lines_that_are_asked_together_get_the_rules_that_each_gets_alone() -> None:
    lines = [
        "来源：山里网",
        "返回首页",
        "",
        "竹林里的新机器",
        "微信",
        "信微",
        "责任编辑:王晓" + "山" * 90,
        "TEL 电话",
    ]
    norms = list(map(narrow, lines))
    assert [found.rule for found in find_in(norms)] == [find(norm, "any") for norm in norms]
    assert find_in([]) == []
