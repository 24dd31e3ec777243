"""Lines in which a page talks to those who read it, or of itself, told by their words (`talk.toml`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from shanqu.clean.data import forget, labels, load, once
from shanqu.clean.signs import Signs, pairs
from shanqu.clean.verdict import Verdict
from shanqu.model import Role

# To look up a role in its class, or in a set, takes long.
_BODY, _SUBHEAD = Role.BODY, Role.SUBHEAD
_NONE: Final[frozenset[str]] = frozenset()
_TALK: Final = Verdict(Role.NAVIGATION, "talk-to-readers", 0.7)
# No longer line is looked at; a row of a table has so many bars.
_LONGEST: Final = 240
_CELLS: Final = 3
# The classes of the length, and how many words of a kind are counted.
_LENGTHS: Final = (12, 20, 36, 60, 100)
_COUNTED: Final = 4
_CLOSERS: Final = "”’」』》）)】]\"' "
_STOPS: Final = ("。", "!", "?", "…")
# So long a sentence at least stands before what is glued to it, which has so many characters at least.
_SENTENCE, _GLUED = 6, 2
_HOST: Final = re.compile(r"https?:|www\.|\.(?:com|cn|net|org)\b", re.IGNORECASE)
# Of an article that speaks of such things itself no more than this goes.
_MOST: Final = 0.5
# How a firm begins to praise itself, and the share of the pairs of characters of its praise that stand in the other
# text as well, which is so long at least, where that is about something else.
_PRAISE: Final = re.compile("一家|我司|本公司|竭诚|专业从事")
_RELATED: Final = 0.06
_TEXT_LEAST: Final = 120
_PRAISE_LEAST, _PRAISE_LONGEST = 36, 600
_PRAISED: Final = Verdict(Role.ADVERT, "praise-of-another", 0.7)


@dataclass(frozen=True, slots=True)
class Talk:
    """`talk.toml`: see there. `kinds` gives the kind of each word, `usual` finds the characters of the gate."""

    kinds: Mapping[str, str]
    pattern: re.Pattern[str]
    usual: re.Pattern[str]
    least: int
    share: float
    inside: float
    behind: float
    weights: Mapping[str, float]


@once
def talk() -> Talk:
    """The words and what they are worth."""
    data = load("talk.toml")
    kinds = {word: kind for kind, words in data["words"].items() for word in words}
    longest_first = sorted(kinds, key=lambda word: (-len(word), word))
    gate, thresholds = data["gate"], data["thresholds"]
    return Talk(
        kinds,
        re.compile("|".join(map(re.escape, longest_first))),
        re.compile(f"[{re.escape(gate['characters'])}]"),
        gate["least"],
        gate["share"],
        thresholds["inside"],
        thresholds["behind"],
        data["weights"],
    )


def words_of(norm: str) -> frozenset[str]:
    """The words of `talk.toml` that the line holds. Linear in its length."""
    return frozenset(talk().pattern.findall(norm))


def features(norm: str, words: Iterable[str]) -> list[str]:
    """The names of what speaks for and against the line's being talk, with `words` of those that it holds."""
    length = len(norm)
    kinds = talk().kinds
    counts = Counter([kinds[word] for word in words])
    sentences = norm.count("。")
    flags = {
        "stop": _is_stopped(norm),
        "call": "!" in norm or "?" in norm,
        "sentences": sentences > 1,
        "paragraph": sentences >= _COUNTED,
        "quoted": "“" in norm,
        "host": _HOST.search(norm) is not None,
    }
    return [
        "bias",
        f"length{sum([length >= one for one in _LENGTHS])}",
        *[name for name, flag in flags.items() if flag],
        *[f"{kind}{step}" for kind, count in counts.items() for step in range(1, min(count, _COUNTED) + 1)],
    ]


def is_candidate(words: Iterable[str]) -> bool:
    """Whether a line with these words may be talk at all."""
    counts = Counter([talk().kinds[word] for word in words])
    return counts["plain"] > 0 or counts["likely"] > 1


def score(norm: str, words: Iterable[str]) -> float:
    """How much more speaks for than against the line's being talk, by `words` of those that it holds."""
    weights = talk().weights
    return sum([weights.get(name, 0.0) for name in features(norm, words)])


@lru_cache(maxsize=8192)
def _words(norm: str, han: int) -> frozenset[str]:
    """The words of a line with `han` Chinese characters that may be talk; none of others."""
    rules = talk()
    count = len(rules.usual.findall(norm))
    if count < rules.least or count < rules.share * han or norm.count("|") >= _CELLS:
        return _NONE
    if norm.find("。", _SENTENCE, -_GLUED) >= 0 and not _is_stopped(norm):
        # A sentence with something glued to its end.
        return _NONE
    words = words_of(norm)
    return words if is_candidate(words) and score(norm, words) > rules.behind else _NONE


@lru_cache(maxsize=2048)
def _praises(norm: str) -> bool:
    """Whether a firm may praise itself in the line."""
    return _PRAISE.search(norm) is not None and labels().lexicons["praise"].fits(norm)


forget(_praises.cache_clear)


def _is_stopped(norm: str) -> bool:
    return norm.rstrip(_CLOSERS).endswith(_STOPS)


forget(_words.cache_clear)


def drop_praise(signs: Sequence[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """Corrects `verdicts` in place: what a firm says of itself in a text about something else goes.

    Those who copy articles to draw readers put it between two paragraphs. Linear in the length of the lines.
    """
    for index in range(start, end):
        if verdicts[index].role is not _BODY or not _PRAISE_LEAST <= signs[index].length <= _PRAISE_LONGEST:
            continue
        norm = signs[index].line.norm
        if not _praises(norm):
            continue
        others = _text(signs, verdicts, [i for i in range(start, end) if i != index])
        own = pairs(norm)
        if len(others) >= _TEXT_LEAST and sum([pair in others for pair in own]) < _RELATED * len(own):
            verdicts[index] = _PRAISED


def drop_talk(signs: Sequence[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """Corrects `verdicts` in place: lines of talk among the lines `[start, end)` go.

    A word that the article itself uses elsewhere says nothing. Linear in the length of the lines.
    """
    found: dict[int, frozenset[str]] = {}
    for index in range(start, end):
        sign, role = signs[index], verdicts[index].role
        if sign.length <= _LONGEST and (role is _BODY or role is _SUBHEAD):
            words = _words(sign.line.norm, sign.han)
            if words:
                found[index] = words
    if not found:
        return
    others = _text(signs, verdicts, [i for i in range(start, end) if i not in found])
    last = max([i for i in range(start, end) if signs[i].strong and i not in found], default=start)
    rules = talk()
    going = []
    for index, words in found.items():
        own = [word for word in words if rules.kinds[word] == "told" or word not in others]
        least = rules.behind if index > last else rules.inside
        if is_candidate(own) and score(signs[index].line.norm, own) > least:
            going.append(index)
    if sum([signs[index].length for index in going]) <= _MOST * len(others):
        for index in going:
            verdicts[index] = _TALK


def _text(signs: Sequence[Signs], verdicts: Sequence[Verdict], indices: Iterable[int]) -> str:
    """What is kept of these lines."""
    return "\n".join(
        [signs[i].line.norm for i in indices if verdicts[i].role is _BODY or verdicts[i].role is _SUBHEAD]
    )
