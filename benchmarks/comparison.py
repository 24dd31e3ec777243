"""How long each answer of comparison takes: `python benchmarks/comparison.py [ARTICLES] [FOLDER]`.

The library is made up: articles of about 2,000 characters on a county each, some counties far more often than
others, with the firms, projects, people and figures that such articles name, written without the rules of
extraction. A folder that holds such a library already is used again.
"""

from __future__ import annotations

import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from shanqu.gazetteer import counties
from shanqu.model import (
    Article,
    Block,
    EntityKind,
    Extraction,
    Fact,
    FactKind,
    Mention,
    Page,
    Published,
    Role,
    Scope,
    Status,
)
from shanqu.query import Library
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store

_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂"
_FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_TRADES = [
    "竹木",
    "茶叶",
    "中药材",
    "汽配",
    "医疗器械",
    "新材料",
    "水电",
    "光伏",
    "农机",
    "特种纸",
    "五金",
    "玩具",
    "轴承",
    "不锈钢",
    "电商",
    "旅游",
]
_MEASURES: tuple[tuple[str, FactKind, str, float, str, Scope], ...] = (
    ("总投资", "level", "元", 1e8, "亿元", "project"),
    ("规上工业产值", "level", "元", 1e8, "亿元", "area"),
    ("规上工业增加值增速", "growth", "%", 1, "%", "area"),
    ("税收", "level", "元", 1e8, "亿元", "zone"),
    ("招引项目数", "count", "个", 1, "个", "area"),
    ("企业数", "count", "家", 1, "家", "zone"),
    ("GDP", "level", "元", 1e8, "亿元", "area"),
    ("GDP增速", "growth", "%", 1, "%", "area"),
    ("就业人数", "count", "人", 1, "人", "company"),
    ("审批时限", "level", "天", 1, "天", "area"),
    ("占地面积", "level", "亩", 1, "亩", "project"),
    ("专利数", "count", "项", 1, "项", "company"),
)
_STATUSES: tuple[Status, ...] = (*("actual",) * 6, "planned", "forecast", "target")


# As many as indexing writes at a time.
_BATCH = 64

Name = tuple[EntityKind, str, str, str | None]


class Writing:
    """One article in the making."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.text = ""
        self.mentions: list[Mention] = []
        self.facts: list[Fact] = []

    def say(self, *parts: str | Fact | Name) -> None:
        """A sentence of words, names (kind, text, canonical, code) and figures."""
        facts: list[Fact] = []
        start = len(self.text)
        for part in parts:
            at = len(self.text)
            if isinstance(part, Fact):
                self.text += part.value_text
                facts.append(part._replace(start=at, end=len(self.text)))
            elif isinstance(part, tuple):
                kind, text, canonical, code = part
                self.text += text
                self.mentions.append(Mention(kind, at, len(self.text), text, canonical, code))
            else:
                self.text += part
        whole = self.text[start:]
        self.facts += [
            fact._replace(sentence=whole, sentence_start=start, sentence_end=len(self.text)) for fact in facts
        ]


def article_on(draw: random.Random, number: int) -> Analysed:
    """One article on a county drawn so that a few are frequent."""
    places = counties()
    # Some are in the news far more often than others: the first of them is named by every eighth article or so.
    (place,) = draw.choices(places, [1 / rank**0.8 for rank in range(1, len(places) + 1)])
    writing = Writing(draw)
    year = draw.randint(2016, 2025)
    for _ in range(30):
        _sentence(writing, place.short, place.name, place.code, year)
        if draw.random() < 0.15:
            writing.text += "\n"
    page = Page(
        f"/made/{number}.txt", writing.text, "utf-8", hashlib.sha256(writing.text.encode()).hexdigest()
    )
    blocks = (Block(0, len(writing.text), Role.BODY, "made"),)
    day = f"{year}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    article = Article(
        page,
        blocks,
        title=f"{place.short}第{number}篇",
        site="山区网",
        published=Published(day, day, "original", "made"),
    )
    sketch = [
        int.from_bytes(hashlib.blake2b(f"{number}/{n}".encode(), digest_size=8).digest()) for n in range(16)
    ]
    if draw.random() < 0.1:  # a reprint of one of a few
        sketch = [n + 7 * draw.randint(1, 20) for n in range(1, 17)]
        sketch = [sketch[0] + n for n in range(16)]
    return Analysed(article, Extraction(tuple(writing.mentions), tuple(writing.facts)), sketch, (place.name,))


def _sentence(writing: Writing, short: str, name: str, code: str, year: int) -> None:
    draw = writing.draw
    trade = draw.choice(_TRADES)
    firm = f"{short}{trade}{draw.choice(_GIVEN[:6])}{draw.choice(_GIVEN[6:12])}公司"
    person = draw.choice(_FAMILY) + draw.choice(_GIVEN[:6]) + draw.choice(_GIVEN[12:16])
    place: Name = ("place", short, name, code)
    choice = draw.random()
    if choice < 0.55:
        measure, kind, unit, base, printed, scope = draw.choice(_MEASURES)
        number = draw.randint(1, 900)
        fact = Fact(
            0, 0, f"{number}{printed}", measure, kind, "", 0, 0, number * base, unit=unit, place=name,
            code=code, subject=name if scope == "area" else firm, period=f"{year}年",
            period_norm=str(year - draw.randint(0, 3)), scope=scope, status=draw.choice(_STATUSES),
            attribution="explicit",
        )  # fmt: skip
        writing.say(f"{year}年,", place, "的", ("company", firm, firm, None), f"{measure}达到", fact, "。")
    elif choice < 0.7:
        park = f"{short}{draw.choice(_TRADES)}产业园"
        writing.say(
            place,
            "建设",
            ("park", park, park, code),
            ",发展",
            ("industry", trade, f"{trade}产业", None),
            "。",
        )
    elif choice < 0.8:
        writing.say(
            place,
            "县长",
            ("person", person, person, None),
            "说,开工",
            ("project", f"{firm}项目", f"{firm}项目", None),
            "。",
        )
    elif choice < 0.85:
        other = draw.choice(counties())
        writing.say(
            place,
            "与",
            ("place", other.short, other.name, other.code),
            "开展",
            ("policy", "山海协作", "山海协作工程", None),
            "。",
        )
    else:
        writing.say("这里山清水秀,空气清新,干部群众一起想办法,把绿水青山变成金山银山,日子一天比一天好。")


def build(directory: Path, articles: int) -> None:
    """Write the library."""
    draw = random.Random(26)
    with Store(directory) as store:
        for first in range(0, articles, _BATCH):
            with store.transaction():
                for number in range(first, min(first + _BATCH, articles)):
                    store.write(article_on(draw, number), rules=1, reading=lambda mention: ("x", "x"))


def median(directory: Path, ask: Callable[[Library], object], rounds: int = 7) -> float:
    """Milliseconds of processor time of the median answer: those of the clock tell what else the machine does.

    Each time the library is opened anew, so that nothing is kept from one question to the next.
    """
    times = []
    for _ in range(rounds):
        with Library.open(directory) as library:
            start = time.process_time()
            ask(library)
            times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


def questions(library: Library) -> dict[str, Callable[[Library], object]]:
    """What is asked, of the counties that are named most often."""
    often = [one.key for one in sorted(library.columns(), key=lambda one: -one.articles)]
    place = library.find_entity(next(one.name for one in library.columns() if one.key == often[0])) or 0
    (firm,) = library.neighbours(place, ["company"], 1)
    row = library.matrix(often[:2]).rows[-1].key
    return {
        "matrix of 2": lambda held: held.matrix(often[:2]),
        "matrix of 6": lambda held: held.matrix(often[:6]),
        "one cell": lambda held: held.cell(often[:2], row, 0),
        "profile of a county": lambda held: held.profile(place),
        "profile of a company": lambda held: held.profile(firm.second),
        "overview": lambda held: held.overview(),
        "mentions by year": lambda held: held.years(often[:6]),
        "timeline": lambda held: held.events(place),
        "county x industry": lambda held: held.county_industries(),
        "pairs": lambda held: held.pairs(),
        "neighbours": lambda held: held.neighbours(place),
        "concordance, frequent": lambda held: held.kwic("产业园", limit=200),
        "concordance of an entity": lambda held: held.kwic_of(place, limit=200),
        "collocates": lambda held: held.collocates("产业园"),
        "frequency": lambda held: held.frequency("产业园"),
    }


@contextmanager
def library_named() -> Iterator[Path]:
    """The library that the arguments name (number of articles, folder), built where there is none."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as temporary:
        directory = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary)
        if not Library.exists(directory):
            build(directory, articles)
        yield directory


def main() -> None:
    """Print a line a question."""
    with library_named() as directory:
        with Library.open(directory) as library:
            print(f"{library.summary().articles} articles, milliseconds of processor time")
            asked = questions(library)
        for name, ask in asked.items():
            print(f"{name:28} {median(directory, ask):8.1f}", flush=True)


if __name__ == "__main__":
    main()
