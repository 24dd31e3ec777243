"""The tagger's names without what it takes in at their edges: prepositions, adverbs, whoever heads a body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shanqu.extract.firm_edges import behind_among, behind_seat
from shanqu.extract.persons import is_name_shape, name_at, others_follow
from shanqu.extract.segment import tag
from shanqu.extract.undertakings import behind_led
from shanqu.extract.vocabulary import lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import surnames, titles, words
from shanqu.model import EntityKind

# Persons of Chinese names are called by no more characters.
_LONGEST_PERSON = 4
# Characters that end no person's name: 刘某|对, 刘某|摄.
_GOVERNING = "对把被摄"
# Whose county a firm is of: 我县|某某果蔬.
_OURS = frozenset(f"{whose}{kind}" for whose in "我该全本" for kind in "省市县区镇乡村")
# A name keeps at least so many characters.
_LEAST = 3


def trimmed(kind: EntityKind, text: str, start: int, end: int) -> Iterator[tuple[EntityKind, int, int]]:
    """What names the stretch from `start` to `end`, a name of `kind` by the tagger, holds: mostly itself."""
    if kind == "company":
        start, end = _firm(text, start, end)
        body = text.endswith(words("weighing", "body_ends"), start, end)
        yield "organization" if body else kind, start, end
    elif kind == "person" and (last := _person_end(text, start, end)) != end:
        yield kind, start, last
    elif kind == "person" and end - start > _LONGEST_PERSON and "·" not in text[start:end]:
        name = name_at(text, start, titled=True)
        if name:
            yield kind, start, start + len(name)
    elif kind == "organization" and (head := _headed(text, start, end)) < end:
        yield kind, start, head
        yield "person", head, end
    elif kind == "organization" and (between := _between().search(text, start, end)):
        yield kind, start, between.start()
        if end - between.end() >= _LEAST:
            yield kind, between.end(), end
    elif kind == "project" and end - (begin := behind_led(text, start, end)) >= _LEAST:
        yield kind, begin, end
    else:
        yield kind, start, end


def _person_end(text: str, start: int, end: int) -> int:
    """Where a person's name ends before a title whose first character the tagger takes along (蓝某某|特邀委员), or behind
    the character that makes a word with the next (方信平|等一同) or a name of the dictionary."""
    if end - start == _LONGEST_PERSON and text[start : start + 2] not in surnames():
        return end - text.startswith(titles(), end - 1)
    if text[end - 1] in _GOVERNING and end - start >= _LEAST:
        return end - 1
    if end - start < _LEAST and tag(text[start : end + 1]) == "nr":
        return end + 1
    cut = others_follow(text, end + 1)
    return end + 1 if cut and end - start < _LEAST and is_name_shape(text[start : end + 1]) else end


def _firm(text: str, start: int, end: int) -> tuple[int, int]:
    """A firm's name without the preposition before it and the adverb or the kind of group behind it."""
    start += text[start - 1 : start + 1] in _OURS
    led = lexicon("weighing", "led_by").begins(text, start)
    start = led if end - led >= _LEAST else start
    start = behind_seat(text, behind_among(text, start), end)
    cut = lexicon("weighing", "behind_firms").ends(text, end)
    return start, cut if cut - start >= _LEAST - 1 else end


@once
def _between() -> re.Pattern[str]:
    """What stands between two bodies, the first of which is no school (与大学共建的研究院 is one name)."""
    return re.compile(rf"(?:(?<=[会局厅委办部府心联])|(?<=科协)){listed('weighing', 'between_bodies')}")


def _headed(text: str, start: int, end: int) -> int:
    """Where in a body's name its head is named, whose title follows (县政协提案委|王某某|主任); `end` if nowhere."""
    if text.startswith(titles(), end):
        endings = [lexicon("bodies", "organization", "endings"), lexicon("bodies", "organization", "offices")]
        for head in range(end - 3, end - 1):
            if is_name_shape(text[head:end]) and any(one.ends(text, head) < head for one in endings):
                return head
    return end
