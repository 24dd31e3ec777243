"""Made-up articles in any number: words by Zipf's law, places, companies, sites and years as unevenly as in life.

What extraction would find is made up with the text, so that a large corpus does not take hours of it.
"""

from __future__ import annotations

import hashlib
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import accumulate, count
from typing import Generic, TypeVar

from shanqu.gazetteer import counties
from shanqu.model import Article, Block, EntityKind, Extraction, Fact, Mention, Page, Published, Role
from shanqu.store.preparing import Analysed

CHARACTERS = 2000
_WORDS = 40_000
_COMMON = "的一是在有和国产业发展企业县市工项目建设投资新年经济生态山区技术园人中大为上高全推进万亿"
_SYLLABLES = "远安博明华康泰新元正宏盛丰达森源瑞恒信诚凯龙海天宇方圆中金银铜铁"
_STOPS = (",", ",", ",", "。", "。", "、", ";", "!")
_INDUSTRIES = (
    "竹木制品",
    "特种纸",
    "医疗器械",
    "精密制造",
    "新材料",
    "生物医药",
    "农产品加工",
    "水产",
    "旅游",
    "光伏",
)

T = TypeVar("T")


class Zipf(Generic[T]):
    """Draws from `items`, the k-th with a weight of 1 / (k + offset)."""

    def __init__(self, items: Sequence[T], offset: float = 2.7) -> None:
        self._items = items
        self._sums = list(accumulate(1 / (rank + offset) for rank in range(len(items))))

    def draw(self, random: random.Random) -> T:
        return self._items[bisect(self._sums, random.random() * self._sums[-1])]


def _level_one(draw: random.Random) -> list[str]:
    """The 3,755 common characters of GB 2312, in an order of their own."""
    pairs = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    found = [text for pair in pairs if (text := pair.decode("gb2312", "ignore"))]
    draw.shuffle(found)
    return found


class Corpus:
    """The same articles for the same seed, one after the other."""

    def __init__(self, seed: int = 1, characters: int = CHARACTERS) -> None:
        self._random = random.Random(seed)
        self._characters = characters
        draw = random.Random(7)
        letters = Zipf([*_COMMON, *_level_one(draw)], 20.0)
        lengths = (1, 2, 2, 2, 2, 2, 3, 3, 4)
        words = dict.fromkeys(
            "".join(letters.draw(draw) for _ in range(draw.choice(lengths))) for _ in range(_WORDS)
        )
        self._words = Zipf([*words, "GDP", "5G", "AI", "LED"])
        self._places = Zipf(counties())
        names = ("".join(draw.choices(_SYLLABLES, k=3)) for _ in range(20_000))
        self._companies = Zipf([f"{name}有限公司" for name in dict.fromkeys(names)], 10.0)
        self._sites = Zipf([f"{''.join(draw.choices(_SYLLABLES, k=2))}网{n}" for n in range(300)])
        self._copied: tuple[str, tuple[int, ...]] | None = None

    def articles(self) -> Iterator[Analysed]:
        """Articles without end; one in twenty is a copy of one before it."""
        yield from map(self._article, count())

    def _article(self, index: int) -> Analysed:
        draw = self._random
        named = self._named()
        title = self._sentence(named[:1], 6)
        if self._copied and draw.random() < 0.05:
            text, sketch = self._copied
        else:
            text = self._text(named)
            sketch = tuple(draw.getrandbits(32) & ~7 for _ in range(len(text) // 8))
            self._copied = (text, sketch)
        digest = hashlib.sha256(f"{index} {text[:40]}".encode()).hexdigest()
        page = Page(
            f"/corpus/{index // 1000:04}/{index:07}.txt", text, "utf-8", digest, len(text) * 3, float(index)
        )
        article = Article(
            page,
            (Block(0, len(text), Role.BODY, "made up"),),
            title=title,
            site=self._sites.draw(draw),
            published=self._published(),
        )
        mentions = tuple(_mentions(text, named))
        places = [one.canonical for one in mentions if one.kind == "place"]
        return Analysed(article, Extraction(mentions, _facts(text)), sketch, list(dict.fromkeys(places)))

    def _named(self) -> list[tuple[EntityKind, str, str | None]]:
        draw = self._random
        places = [self._places.draw(draw) for _ in range(draw.randint(1, 4))]
        named: list[tuple[EntityKind, str, str | None]] = [("place", one.name, one.code) for one in places]
        named += [("company", self._companies.draw(draw), None) for _ in range(draw.randint(2, 6))]
        named += [("park", f"{places[0].short}经济开发区", places[0].code)]
        named += [("industry", draw.choice(_INDUSTRIES), None) for _ in range(2)]
        return list(dict.fromkeys(named))

    def _text(self, named: Sequence[tuple[EntityKind, str, str | None]]) -> str:
        pieces, length = [], 0
        while length < self._characters:
            sentence = self._sentence(named, self._random.randint(5, 16))
            end = "\n" if self._random.random() < 0.08 else self._random.choice(_STOPS)
            pieces += [sentence, end]
            length += len(sentence) + 1
        return "".join(pieces)

    def _sentence(self, named: Sequence[tuple[EntityKind, str, str | None]], words: int) -> str:
        draw = self._random
        found = [self._words.draw(draw) for _ in range(words)]
        if draw.random() < 0.25:
            found[draw.randrange(words)] = draw.choice(named)[1]
        if draw.random() < 0.06:
            found.append(f"投资{draw.randint(1, 99)}亿元")
        return "".join(found)

    def _published(self) -> Published | None:
        draw = self._random
        if draw.random() < 0.05:
            return None
        year = 2024 - min(14, int(draw.expovariate(0.35)))
        iso = f"{year}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        return Published(iso, iso, "original", "made up")


def _mentions(text: str, named: Sequence[tuple[EntityKind, str, str | None]]) -> Iterator[Mention]:
    for kind, name, code in named:
        at = text.find(name)
        while at >= 0:
            yield Mention(kind, at, at + len(name), name, name, code, "made up")
            at = text.find(name, at + len(name))


def _facts(text: str) -> tuple[Fact, ...]:
    found: list[Fact] = []
    at = text.find("投资")
    while at >= 0 and len(found) < 4:
        end = text.find("亿元", at, at + 8)
        if end > 0 and text[at + 2 : end].isdecimal():
            value = text[at + 2 : end + 2]
            fact = Fact(
                at + 2,
                end + 2,
                value,
                "总投资",
                "level",
                text[at : end + 2],
                at,
                end + 2,
                int(value[:-2]) * 1e8,
                unit="元",
            )
            found.append(fact)
        at = text.find("投资", at + 2)
    return tuple(found)
