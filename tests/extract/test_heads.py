"""The nouns that end names: which comes next in the run of a character, and how far it is."""

from __future__ import annotations

from shanqu.extract.heads import Heads

# 在遂昌县工业园,开发区
NOUNS = [(4, 7, 3), (8, 11, 4)]


def test_each_character_knows_the_noun_ahead_and_how_far_it_is() -> None:
    ahead = Heads(11, NOUNS, [7]).after.tolist()
    kinds = [number // 7 for number in ahead]
    assert kinds == [3, 3, 3, 3, 3, 3, 3, 0, 4, 4, 4]
    steps = [number % 7 for number in ahead[:7]]
    assert steps == sorted(steps, reverse=True) and steps[4:] == [1, 1, 1]


def test_no_noun_is_seen_beyond_a_mark() -> None:
    heads = Heads(11, NOUNS, [7])
    assert heads.after[7] == 0
    assert heads.before[:4].tolist() == [0, 0, 0, 0]
    assert heads.before[7] == 0 and heads.before[8] != heads.before[4]


def test_a_text_without_nouns_says_nothing() -> None:
    heads = Heads(3, [], [])
    assert heads.after.tolist() == heads.before.tolist() == [0, 0, 0]
