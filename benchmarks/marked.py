"""Pages with gold beside them, and how well a text fits the gold.

A page is a file that `shanqu` reads, and beside it a file of the same name with `.page` added. In a `.page` file

    # title: the headline            lines at the top: what is known of the page; `A|B` where either is right
    # published: 2023-06-12          keys: title, published, source, site, column, reporters (with spaces between)
    T the headline                   then the page's lines that are no noise, in order:
    B a paragraph                    T title, B body, S subhead, C caption, N neither counts nor is noise
    S a subhead                      (a kicker, an abstract)
    ⟪...⟫                            what is glued to the end of a line and does not belong to it

A `.page` file without a page beside it is a plain text in itself: it lists all lines of the page, noise with the
mark `-`, blank lines as `_`.

Measured without white space. F1: of six-character pieces. Body: the share of the wanted characters that lie in
four-character pieces of the text. Noise: the share of the page's other characters that are not kept. Subheads:
those that are a line of their own. A key of the head counts only where the page shows it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SPACE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_MARKS = "TBSCN"
_COVER = 4


@dataclass(frozen=True)
class Marked:
    """A page's bytes and gold: `lines` are (mark, text); `head` what is known of it; `seen` its visible lines."""

    name: str
    data: bytes
    html: bool
    lines: tuple[tuple[str, str], ...]
    head: Mapping[str, str]
    seen: tuple[str, ...]

    def of(self, marks: str) -> list[str]:
        """The lines with one of the marks."""
        return [text for mark, text in self.lines if mark in marks]


@dataclass(frozen=True)
class Score:
    """Shares, 0 to 1; `subheads` is kept and wanted, `head` says of each key whether it is right."""

    f1: float
    body: float
    noise: float
    subheads: tuple[int, int]
    head: Mapping[str, bool]


def bare(text: str) -> str:
    """`text` without white space."""
    return _SPACE.sub("", text)


def load(folder: Path, *, flat: bool) -> Iterator[Marked]:
    """The marked pages of a folder and the folders in it. `flat`: HTML pages as plain text, one line a block."""
    for gold in sorted(folder.rglob("*.page")):
        head, lines, raw = _read_gold(gold)
        page = gold.with_suffix("")
        name = str(gold.relative_to(folder).with_suffix(""))
        if page.suffix in (".html", ".htm"):
            data = page.read_bytes()
            seen = visible(data)
            if flat:
                data = "\n".join(seen).encode()
            yield Marked(name, data, not flat, lines, head, tuple(seen))
        elif page.is_file():
            text = page.read_text("utf-8")
            yield Marked(name, page.read_bytes(), False, lines, head, tuple(text.splitlines()))
        else:
            yield Marked(name, "\n".join(raw).encode(), False, lines, head, tuple(raw))


def _read_gold(path: Path) -> tuple[dict[str, str], tuple[tuple[str, str], ...], list[str]]:
    head, lines, raw = marked_lines(path.read_text("utf-8"))
    wanted = ((mark, bare(own)) for mark, own in lines if mark in _MARKS and mark and bare(own))
    return head, tuple(wanted), raw


def marked_lines(text: str) -> tuple[dict[str, str], list[tuple[str, str]], list[str]]:
    """A marked page: what is said of it, each line with its mark, and the lines as the page has them.

    What stands in `⟪⟫` is glued to a line on the page, but no part of what the line is marked as.
    """
    head: dict[str, str] = {}
    lines: list[tuple[str, str]] = []
    raw: list[str] = []
    for line in text.splitlines():
        if line.startswith("# "):
            key, _, value = line[2:].partition(":")
            head[key] = value.strip()
            continue
        mark, _, marked = line.partition(" ")
        own, _, glued = marked.partition("⟪")
        raw.append(own + glued.removesuffix("⟫"))
        lines.append((mark, own))
    return head, lines, raw


def visible(data: bytes) -> list[str]:
    """The lines of an HTML page that a reader sees, by nothing but its block elements."""
    from lxml import etree

    from shanqu.ingest.decode import decode

    decoded = decode(data, markup=True)
    markup = decoded.text if decoded else data.decode("utf-8", errors="replace")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(markup.encode("utf-8", errors="replace"), parser)
    pieces: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")) if root is not None else ():
        inline = element.tag in (
            "a",
            "b",
            "i",
            "u",
            "em",
            "strong",
            "span",
            "font",
            "sup",
            "sub",
            "label",
            "small",
        )
        if not inline:
            pieces.append("\n")
        if element.tag in ("script", "style", "head", "noscript", "template"):
            unseen += 1 if event == "start" else -1
        text = element.text if event == "start" else element.tail
        if text and not unseen:
            pieces.append(re.sub(r"\s+", " ", text))
    return [line.strip() for line in "".join(pieces).split("\n") if line.strip()]


def score(marked: Marked, kept: Iterable[str], found: Mapping[str, str | None]) -> Score:
    """How well the lines `kept` and the metadata `found` fit the gold."""
    wanted = marked.of("BSC")
    seen = [text for text in map(bare, marked.seen) if text]
    page = "".join(seen)
    wanted = [text for text in wanted if text in page or _covered([text], seen) >= 0.8 * len(text)]
    neutral = [
        text for text in (*marked.of("TN"), bare(marked.head.get("title", ""))) if text and text not in wanted
    ]
    ours = [
        text for line in kept for part in line.splitlines() if (text := bare(part)) and text not in neutral
    ]
    known = [*wanted, *neutral]
    noise = sum(map(len, seen)) - _covered(seen, known)
    bad = sum(map(len, ours)) - _covered(ours, known)
    total = sum(map(len, wanted))
    subheads = [text for text in marked.of("S") if text in page]
    return Score(
        f1=_f1("".join(wanted), "".join(ours)),
        body=_covered(wanted, ours) / total if total else 1.0,
        noise=1 - min(1.0, bad / noise) if noise > 0 else 1.0,
        subheads=(sum(text in set(ours) for text in subheads), len(subheads)),
        head=dict(_right(marked, found, page)),
    )


def _right(marked: Marked, found: Mapping[str, str | None], page: str) -> Iterator[tuple[str, bool]]:
    for key, value in marked.head.items():
        if key not in found:
            continue
        either = [bare(one) for one in value.split("|")]
        got = bare(found[key] or "")
        if key == "published":
            yield key, got[:10] in either
        elif value and (marked.html or any(one in page for one in either)):
            yield key, got in either


def _covered(texts: Sequence[str], other: Sequence[str]) -> int:
    """How many characters of the texts lie in pieces that the others have too; short ones as whole lines."""
    joined = "\n".join(other)
    pieces = {joined[at : at + _COVER] for at in range(len(joined) - _COVER + 1)}
    whole = set(other)
    count = 0
    for text in texts:
        if len(text) < _COVER:
            count += len(text) * (text in whole)
            continue
        flags = bytearray(len(text))
        for at in range(len(text) - _COVER + 1):
            if text[at : at + _COVER] in pieces:
                flags[at : at + _COVER] = b"\1" * _COVER
        count += sum(flags)
    return count


def _f1(gold: str, got: str) -> float:
    if not got:
        return float(not gold)
    one, other = (Counter(text[at : at + 6] for at in range(max(1, len(text) - 5))) for text in (gold, got))
    return 2 * (one & other).total() / (one.total() + other.total())
