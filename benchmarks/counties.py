"""Made-up articles on counties: firms, projects, people and figures with what extraction would find in them.

Some counties are named far more often than others, and one article in ten is a reprint of another.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

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
from shanqu.store.preparing import Analysed

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


_REPRINTED = 0.1
# Reprints come soon after.
_SOON = 64

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
            "说,",
            ("project", f"{firm}项目", f"{firm}项目", None),
            *_told_of(draw, f"{firm}项目", name, code, year),
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
            *_paired(draw, name, code, other.name),
            "。",
        )
    else:
        writing.say("这里山清水秀,空气清新,干部群众一起想办法,把绿水青山变成金山银山,日子一天比一天好。")


def _paired(draw: random.Random, name: str, code: str, other: str) -> Iterator[str | Fact]:
    """Of some pairs of counties since when they are one."""
    if draw.random() < 0.3:
        yield ",两地"
        yield Fact(0, 0, "结对", "结对", "pairing", "", 0, 0, place=name, code=code, subject=other)


def _told_of(draw: random.Random, project: str, name: str, code: str, year: int) -> Iterator[str | Fact]:
    """How far a project has come, of most since when, and of some what is invested."""
    event = draw.choice(("签约", "开工", "投产", "竣工"))
    month = draw.randint(-3, 12)
    date, iso = (f"{year}年{month}月", f"{year}-{month:02}") if month > 0 else (None, None)
    yield date or ""
    yield Fact(
        0, 0, event, event, "event", "", 0, 0, place=name, code=code, subject=project, period=date,
        period_norm=iso,
    )  # fmt: skip
    if draw.random() < 0.5:
        number = draw.randint(1, 90)
        yield ",总投资"
        yield Fact(
            0, 0, f"{number}亿元", "总投资", "level", "", 0, 0, number * 1e8, unit="元", place=name, code=code,
            subject=project, scope="project",
        )  # fmt: skip


def reprint_of(draw: random.Random, made: Analysed, number: int) -> Analysed:
    """The same article on another site, which has left out its end and says so."""
    text = made.article.page.text
    cut = text.rindex("。", 0, draw.randint(len(text) // 2, len(text))) + 1
    told = f"{text[:cut]}本文有删节。"
    digest = hashlib.sha256(f"{number}{told}".encode()).hexdigest()
    article = made.article._replace(
        page=Page(f"/made/{number}.txt", told, "utf-8", digest),
        blocks=(Block(0, len(told), Role.BODY, "made"),),
        site=f"转载网{draw.randint(1, 40)}",
    )
    found = Extraction(
        tuple(one for one in made.extraction.mentions if one.end <= cut),
        tuple(one for one in made.extraction.facts if one.sentence_end <= cut),
    )
    return made._replace(article=article, extraction=found)


def corpus(articles: int) -> Iterator[Analysed]:
    """So many articles; one in ten is a reprint of one of the last before it."""
    draw = random.Random(26)
    last: list[Analysed] = []
    for number in range(articles):
        if last and draw.random() < _REPRINTED:
            yield reprint_of(draw, draw.choice(last), number)
        else:
            last = [*last[-_SOON:], article_on(draw, number)]
            yield last[-1]
