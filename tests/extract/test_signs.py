"""What the tagger of names is told of the characters of a text."""

from __future__ import annotations

import numpy as np

from shanqu.extract.classes import classes_of
from shanqu.extract.runs import Runs, shared
from shanqu.extract.segment import words


def _codes(text: str) -> np.ndarray:
    return np.array(list(map(ord, text)), np.uint32)


def _runs(text: str) -> Runs:
    """The runs of a text whose words are told by their lengths alone."""
    pieces = words(text)
    lengths = np.array(list(map(len, pieces)))
    return Runs(pieces, lengths, lengths, lengths, len)


def test_surnames_are_of_one_class_and_particles_of_another() -> None:
    classes, groups = classes_of(_codes("陈周苏吧呢"))
    assert len(set(classes[:3].tolist())) == 1 and len(set(classes[3:].tolist())) == 1
    assert classes[0] != classes[3] and groups[0] != groups[3]


def test_characters_that_the_table_does_not_have_are_of_no_class() -> None:
    classes, groups = classes_of(_codes("A,\U0002b363"))
    assert classes.tolist() == groups.tolist() == [0, 0, 0]


def test_a_brand_is_known_again_where_another_firm_of_the_text_bears_it() -> None:
    text = "澜泽水泵有限公司开工,澜泽去年上市。"
    assert shared(text, [(0, 8)])[11:13].tolist() == [2, 1]
    assert not shared(text, [(0, 8)])[13:].any()


def test_what_stands_in_one_firm_alone_or_is_a_word_says_nothing() -> None:
    text = "澜泽水泵有限公司开工,水泵好卖。"
    assert not shared(text, [(0, 8)]).any()


def test_items_made_of_the_same_sorts_of_words_look_alike() -> None:
    runs = _runs("切片研磨、封装测试、澜泽水泵")
    made = runs.made.tolist()
    assert made[0] == made[5] != made[10]


def test_long_runs_are_told_by_no_sequence_of_words() -> None:
    runs = _runs("当地出台措施设立专项资金兑现奖补")
    assert not runs.made.any()
