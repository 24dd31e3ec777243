"""Roads, tunnels, lines, dams and the like, which are projects where the words around tell that they are built: 某某岭隧道|顺利贯通,
某某至某某高速公路|开工, 某某公路改造|完成投资."""

from __future__ import annotations

import re
from dataclasses import replace

from shanqu.extract.edges import left_edge, run_before
from shanqu.extract.project_edges import COUNTED, LOOSE, behind_places, span_of
from shanqu.extract.segment import frequency, is_verb
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import Lexicon, lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# Grounds of harbours, of which but a phase is a project; and how motorways are called in full.
_GROUNDS = ("港", "港区", "作业区")
_MOTORWAY = "高速公路"
_DIRECTIONS = "东南西北"
# A verb before a name is looked for in so many characters.
_LED = 8
# A way's own name has so many characters.
_OWN = range(2, 15)
# A word that the dictionary has seen so often is no way's own.
_RARE = 1000
# Where a way leads to from the place before: 西安|至延安.
_TO = re.compile("(?:至|到)[一-龥]{2,6}\\Z")
# By which number a road is called: 322国道, G235, S218省道.
_NUMBER = re.compile(r"[GSX]?\d{1,4}(?:国道|省道|县道|线)?\Z")
_ROAD = re.compile(r"\d{1,4}(?:国道|省道|县道|线|\Z)")


def find_ways(text: str) -> list[Span]:
    """The ways and waterworks of `text` that are told to be built; a motorway's short name stands for the full one."""
    spans = []
    for head, noun in _nouns().find(text):
        tail = _tail().match(text, noun)
        end = tail.end() if tail else noun
        start = _start(text, head)
        if not _named(text[start:head], text[head:noun]) or COUNTED.match(text, start):
            continue
        behind = _told_behind().match(text, end)
        if not behind and not (_told_before().search(text, max(0, start - _LED), start) and _ends(text, end)):
            continue
        if text[head:noun] in _GROUNDS and not text.endswith("期", noun, end):
            continue
        if span := span_of(text, start, end, "way"):
            spans.append(span)
    full = {
        span.canonical.partition(_MOTORWAY)[0] + _MOTORWAY[:2]
        for span in spans
        if _MOTORWAY in span.canonical
    }
    return [
        replace(span, canonical=span.canonical + _MOTORWAY[2:]) if span.canonical in full else span
        for span in spans
    ]


@once
def _nouns() -> Lexicon:
    return Lexicon(words("projects", "ways"), words("projects", "not_ways"))


@once
def _tail() -> re.Pattern[str]:
    """What may follow the noun: the stretch, what is done to it, the noun of a work, its phase."""
    done, heads = listed("projects", "done"), listed("projects", "heads")
    stretch = r"(?:[一-龥]{2,5}(?:至|到)[一-龥]{2,5}段|[一-龥]{2,4}段(?![一-龥]?路))?"
    phase = r"(?:[一二三四]期|[(（][一二三四]期[)）])?"
    how = listed("projects", "way_how")
    return re.compile(rf"{stretch}(?:{phase}{how}?{done})?{stretch}(?:{heads}(?!部|师|队|量|款|处))?{phase}")


@once
def _told_behind() -> re.Pattern[str]:
    """What is told of a way that is built, perhaps behind adverbs: 于年底|全线|贯通."""
    adverbs = listed("projects", "way_adverbs")
    length = r"(?:线路)?(?:全长|总长)约?[\d.]+(?:公里|千米|米|km)[^。！\n]{0,40}(?:总投资|概算|估算|开工|通车|工期)"
    return re.compile(rf"(?:{adverbs})*(?:{listed('projects', 'way_told')}|{length})")


@once
def _told_before() -> re.Pattern[str]:
    return re.compile(rf"{_leading().pattern}\Z")


@once
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('projects', 'undertaken')}|{listed('projects', 'way_led')})了?")


def _ends(text: str, end: int) -> bool:
    """Whether the name is all that a verb has for its object."""
    return (
        end == len(text)
        or not text[end].isalnum()
        or text.startswith(("等", "和", "与", "及", "的", "建设", "项目", "工程", "开工"), end)
    )


def _start(text: str, head: int) -> int:
    """Where the name begins that the noun at `head` ends: at the number, at where the way starts from, at its own word."""
    low = run_before(text, head, 16)
    pair = _TO.search(text, low, head)
    if pair and low < pair.start():
        *_, before, last = "", *pieces_of(text[low : pair.start()])
        return pair.start() - len(last) - (len(before) if len(last) == len(before) == 1 else 0)
    number = _NUMBER.search(text, low, head)
    if number:
        return number.start()
    start = left_edge(text, head)
    led = _leading().match(text, start, head - 1)
    return led.end() if led else start


def _named(own: str, noun: str) -> bool:
    """Whether the words before the noun are a name: of a place, of two ends, of characters that make no word."""
    if len(own) not in _OWN or LOOSE.search(own):
        return False
    rest = behind_places(own)
    if own[0].isdigit() and "千伏" not in own and not _ROAD.match(own):
        return False
    if _NUMBER.fullmatch(own):
        return True
    plain = lexicon("projects", "way_generic")
    if not rest or plain.covers(rest):
        return len(rest) < len(own) and noun not in words("projects", "way_class")
    pieces = pieces_of(rest)
    if any(len(piece) > 1 and is_verb(piece) for piece in pieces):
        return False
    if len(rest) < len(own) and rest in _DIRECTIONS and noun not in words("projects", "way_class"):
        return True
    rare = any(len(piece) > 1 and frequency(piece) < _RARE and not plain.covers(piece) for piece in pieces)
    single = sum(len(piece) == 1 for piece in pieces) > 1
    return rare or single or "至" in own
