"""Every page's text under every other page's head and above its tail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scorer import Marked, Score, load, score

from shanqu.model import Page

PAGES = [
    load(path)
    for path in sorted((Path(__file__).parent / "pages").glob("*.page"))
    if not path.stem.endswith(".html")
]
KEPT = ("body", "subhead", "caption")
Lines = tuple[tuple[str, str], ...]


def parts(page: Marked) -> tuple[Lines, Lines, Lines]:
    """Head, text and tail of a page."""
    kept = [index for index, (role, _) in enumerate(page.lines) if role in KEPT]
    low, high = kept[0], kept[-1] + 1
    return page.lines[:low], page.lines[low:high], page.lines[high:]


def crossed() -> Iterator[Score]:
    for text in PAGES:
        for frame in PAGES:
            old, new = frame.expected.get("title"), text.expected.get("title")
            if text is frame or not old or not new:
                continue
            head, _, tail = parts(frame)
            around = [tuple((role, line.replace(old, new)) for role, line in part) for part in (head, tail)]
            lines = (*around[0], *parts(text)[1], *around[1])
            page = Page(path="p", text="\n".join(line for _, line in lines), encoding="utf-8", sha256="")
            yield score(Marked(page, lines, {}))


def test_a_text_is_found_in_the_frame_of_any_other_page() -> None:
    scores = list(crossed())
    assert len(scores) > 600
    assert sum(one.f1 for one in scores) / len(scores) >= 0.99
    assert sum(one.body for one in scores) / len(scores) >= 0.995
    assert sum(one.noise for one in scores) / len(scores) >= 0.99
    assert sum(one.body < 0.95 for one in scores) <= 0.01 * len(scores)
