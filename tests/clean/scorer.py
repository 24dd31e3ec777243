"""Reads marked pages and measures how well cleaning does on them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from marked import marked_lines

from shanqu.clean import clean
from shanqu.ingest import read
from shanqu.model import KEPT_ROLES, Article, Page
from shanqu.text.paragraphs import paragraphs

MARKS = {"T": "title", "B": "body", "S": "subhead", "C": "caption"}


@dataclass(frozen=True)
class Marked:
    """A page and, line by line, what each line is: a role of `MARKS` or `""` for what is dropped."""

    page: Page
    lines: tuple[tuple[str, str], ...]
    expected: dict[str, str]

    def of(self, *roles: str) -> list[str]:
        return [text for role, text in self.lines if role in roles and text]


@dataclass(frozen=True)
class Score:
    """Shares of characters: body and subheads kept, the rest dropped; F1 of six-character pieces."""

    f1: float
    body: float
    subheads: float
    noise: float
    roles: float


def load(path: Path) -> Marked:
    """A marked page; where an HTML page of the same name stands beside it, the page is that."""
    expected, marked, raw = marked_lines(path.read_text("utf-8"))
    lines = [(MARKS.get(mark, ""), own.strip()) for mark, own in marked]
    markup = path.with_suffix("")
    if markup.suffix == ".html":
        page = next(read(markup))
        wanted = {text for _, text in lines}
        flat = (text.strip() for text in page.text.splitlines())
        lines.extend(("", text) for text in flat if text not in wanted)
    else:
        page = Page(path=path.name, text="\n".join(raw), encoding="utf-8", sha256="")
    return Marked(page, tuple(lines), expected)


def score(marked: Marked, article: Article | None = None) -> Score:
    """How well the article fits what the page is marked with."""
    article = article or clean(marked.page)
    kept = [line for paragraph in paragraphs(article, original=True) for line in paragraph.text.splitlines()]
    have = Counter(line.strip() for line in kept)
    gold = marked.of("body", "subhead", "caption")
    subheads = marked.of("subhead")
    noise = [text for role, text in marked.lines if role == "" and text]
    roles = {
        line.strip(): block.role.value
        for block in article.blocks
        if block.role in KEPT_ROLES
        for line in article.page.text[block.start : block.end].splitlines()
    }
    return Score(
        f1=_f1("\n".join(gold), "\n".join(line.strip() for line in kept)),
        body=_share(gold, have),
        subheads=_share(subheads, have),
        noise=1 - _share([text for text in noise if text not in gold], have) if noise else 1.0,
        roles=sum(roles.get(t) == r for r, t in marked.lines if r in ("subhead", "caption"))
        / max(1, len(marked.of("subhead", "caption"))),
    )


def _share(wanted: list[str], have: Counter[str]) -> float:
    total = sum(map(len, wanted))
    return sum(len(text) for text in wanted if have[text]) / total if total else 1.0


def _f1(gold: str, got: str) -> float:
    one, other = (Counter(text[i : i + 6] for i in range(max(1, len(text) - 5))) for text in (gold, got))
    common = (one & other).total()
    return 2 * common / (one.total() + other.total())
