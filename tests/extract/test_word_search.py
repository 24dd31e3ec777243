"""Searching for a text's own names, and ahead of patterns that begin in many ways."""

from __future__ import annotations

import re

from shanqu.extract.choosing import Option, best, weights
from shanqu.extract.vocabulary import begins_like, runs_of


def test_of_names_that_begin_alike_the_longest_is_found() -> None:
    text = "云杉泵业与云杉同名,云杉泵业在前"
    assert [text[start:end] for start, end in runs_of(text, ["云杉", "云杉泵业"])] == [
        "云杉泵业",
        "云杉",
        "云杉泵业",
    ]


def test_names_that_overlap_are_found_from_the_left() -> None:
    assert runs_of("林林林", ["林林"]) == [(0, 2)]


def test_no_name_is_found_where_there_is_none_to_look_for() -> None:
    assert runs_of("云杉泵业", []) == []


def test_looking_ahead_leaves_what_a_pattern_finds_as_it_is() -> None:
    words = ["近", "超过", "]", "^"]
    plain = "(?:近|超过|\\]|\\^)?\\d+"
    text = "近30家,超过40家,]5^6和70"
    ahead = re.compile(begins_like(words, r"\d") + plain)
    assert ahead.findall(text) == re.findall(plain, text)


def test_a_sign_weighs_only_with_the_word_that_it_is_crossed_with() -> None:
    name = max(
        (sign for sign in weights()["scope"] if "|" in sign), key=lambda sign: weights()["scope"][sign]
    )
    word, _, sign = name.partition("|")
    options = [Option("other", [], [("no such word", [sign])]), Option("it", [], [(word, [sign])])]
    assert best("scope", options) == "it"


def test_the_signs_of_an_option_are_listed_with_the_words_they_are_crossed_with() -> None:
    option = Option("area", ["area"], [("area", ["kind=level", "unit=元"])])
    assert option.every_sign() == ("area", "area|kind=level", "area|unit=元")
