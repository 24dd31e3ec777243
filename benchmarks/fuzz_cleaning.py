"""Change pages at random, in their bytes and in their structure, and check what holds for every page.

    PYTHONPATH=tui python benchmarks/fuzz_cleaning.py [SECONDS] [--seed N] [--pages DIR] [--keep DIR]

Checked for each changed page: reading and cleaning never raise (a source that is no text is refused in one
sentence), the blocks cover the page without gap or overlap, the edits name what stands in the page and
undoing them gives the page back, offsets of the cleaned text never run backwards, and no page takes long.
How often cleaning the cleaned text gives the same text again is told as a share: a page cut at random may end in
half a field, and a page that lost its headline begins with another line.

Prints a line for each failure (with the seed that makes it again; `--keep` writes the page) and a summary.
The exit status is 1 where anything failed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from shanqu.clean import clean
from shanqu.ingest import IngestError, read
from shanqu.model import Article, Page
from shanqu.text.aligned import align
from shanqu.text.paragraphs import cleaned_text, paragraphs

ROOT = Path(__file__).resolve().parent.parent
PIECES = (
    "蕞", "*", "头部", "zui", "發(fā)", "區(qū)(qū)", "\u200b", "\ufeff", "\u00ad", "\ufffd\ufffd", "\ue000", "?！拔覀兂嗨?",
    "鎴戜滑鐨勪紒", "ÎÒÃÇµÄ", "锟斤拷", ",,", ",。", "<strong id='x'>", "&nbsp;", "澳门2024免费资料大全", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028",
    "年月日", "来源:", "【编辑:王明】", "相关文章", "首页 > 新闻 > 正文", "上一篇:", "版权声明:", "分享到:", "(", "((((", "\x00", "\U0001f600\u200d\U0001f600",
    "</div>", "<div>" * 50, "<!--", "<script>", "<table><tr><td>", "http://[", "“", "「", "\ud800",
)  # fmt: skip
ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "latin-1")
# A page may take so many seconds, and so many more for each million of its characters.
PATIENCE, PER_MILLION = 2.0, 40.0

Change = Callable[[str, random.Random], str]


def corpus(folders: list[Path]) -> list[tuple[str, str]]:
    """Texts to start from, each with the suffix that its file had."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".txt", ".html", ".htm", ".page") and path.is_file():
                suffix = ".html" if path.suffix.startswith(".htm") else ".txt"
                found.append((path.read_bytes().decode("utf-8", errors="replace"), suffix))
    return found


def cut(text: str, dice: random.Random) -> str:
    low, high = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return text[:low] + text[high:]


def repeat(text: str, dice: random.Random) -> str:
    low = dice.randrange(len(text) + 1)
    high = min(len(text), low + dice.randrange(1, 400))
    return text[:high] + text[low:high] * dice.choice((1, 2, 50)) + text[high:]


def insert(text: str, dice: random.Random) -> str:
    for _ in range(dice.choice((1, 3, 20))):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(PIECES) + text[at:]
    return text


def shuffle_lines(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    dice.shuffle(lines)
    return "".join(lines)


def join_lines(text: str, dice: random.Random) -> str:
    return text.replace("\n", dice.choice(("", " ", "\u3000", "|")), dice.choice((3, 30, -1)))


def wrap(text: str, dice: random.Random) -> str:
    width = dice.randrange(1, 60)
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def widen(text: str, dice: random.Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and dice.random() < 0.5 else c for c in text)


def noise(text: str, dice: random.Random) -> str:
    chars = list(text)
    for _ in range(len(chars) // 50 + 1):
        chars[dice.randrange(len(chars))] = chr(
            dice.choice((dice.randrange(0x250), dice.randrange(0x3000, 0xD7FF)))
        )
    return "".join(chars)


CHANGES: tuple[Change, ...] = (cut, repeat, insert, insert, shuffle_lines, join_lines, wrap, widen, noise)


def changed(text: str, dice: random.Random) -> bytes:
    """The bytes of a page made of `text`."""
    for _ in range(dice.randrange(1, 5)):
        if text and len(text) < 400_000:
            text = dice.choice(CHANGES)(text, dice)
    data = text.encode(dice.choice(ENCODINGS) if dice.random() < 0.4 else "utf-8", errors="ignore")
    spoiled = bytearray(data)
    if spoiled and dice.random() < 0.4:
        for _ in range(dice.choice((1, 10, len(spoiled) // 100 + 1))):
            spoiled[dice.randrange(len(spoiled))] = dice.randrange(256)
    if dice.random() < 0.1:
        del spoiled[dice.randrange(len(spoiled) + 1) :]
    return bytes(spoiled)


def broken(article: Article) -> Iterator[str]:
    """What does not hold for the article, in words."""
    text = article.page.text
    blocks, edits = article.blocks, article.edits
    if "".join(text[block.start : block.end] for block in blocks) != text:
        yield "the blocks do not cover the page"
    if any(one.end != other.start for one, other in pairwise(blocks)):
        yield "blocks leave a gap or overlap"
    if any(text[edit.start : edit.end] != edit.before for edit in edits):
        yield "an edit does not name what stands there"
    if any(one.end > other.start for one, other in pairwise(edits)):
        yield "edits overlap"
    if any(edit.before == edit.after for edit in edits):
        yield "an edit changes nothing"
    aligned = align(text, 0, len(text), edits)
    shown = {*zip(aligned.starts, aligned.ends, strict=True), *((edit.start, edit.end) for edit in edits)}
    undone, at = [], 0
    for low, high in sorted(shown, key=lambda span: (span[0], -span[1])):
        if low >= at:
            undone.append(text[low:high])
            at = high
    if "".join(undone) != text:
        yield "undoing the edits does not give the page back"
    for paragraph in paragraphs(article):
        starts = paragraph.aligned.starts
        if any(one > other for one, other in pairwise(starts)):
            yield "offsets of the cleaned text run backwards"
            break


def same_again(article: Article) -> bool:
    """Whether cleaning the cleaned text, below its headline, keeps all of it."""
    once = f"{article.title or ''}\n{cleaned_text(article)}".strip()
    again = clean(Page(path="again", text=once, encoding="utf-8", sha256=""))
    return f"{again.title or ''}\n{cleaned_text(again)}".split() == once.split()


class Fuzzer:
    """Makes pages until the time is over, and counts."""

    def __init__(self, texts: list[tuple[str, str]], keep: Path | None) -> None:
        self.texts, self.keep = texts, keep
        self.counts: Counter[str] = Counter()
        self.slowest = (0.0, 0, 0)

    def run(self, seed: int, file: Path) -> None:
        """One page; `seed` alone decides which."""
        dice = random.Random(seed)
        text, suffix = dice.choice(self.texts)
        path = file.with_suffix(dice.choice((suffix, suffix, ".txt", ".html")))
        path.write_bytes(changed(text, dice))
        try:
            for page in read(path):
                self.check(seed, page)
        except IngestError:
            self.counts["refused"] += 1
        except Exception:
            self.fail(seed, path, traceback.format_exc(limit=-2).replace("\n", " | "))

    def check(self, seed: int, page: Page) -> None:
        began = time.process_time()
        article = clean(page)
        took = time.process_time() - began
        self.counts["pages"] += 1
        self.counts["characters"] += len(page.text)
        self.slowest = max(self.slowest, (took, len(page.text), seed))
        if took > PATIENCE + PER_MILLION * len(page.text) / 1e6:
            self.fail(seed, Path(page.path), f"took {took:.1f} s for {len(page.text)} characters")
        for what in broken(article):
            self.fail(seed, Path(page.path), what)
        if cleaned_text(article):
            self.counts["cleaned again"] += 1
            self.counts["same again"] += same_again(article)

    def fail(self, seed: int, path: Path, what: str) -> None:
        self.counts["failures"] += 1
        print(f"seed {seed} {path.suffix}: {what}", flush=True)
        if self.keep:
            self.keep.mkdir(parents=True, exist_ok=True)
            (self.keep / f"{seed}{path.suffix}").write_bytes(path.read_bytes())

    def summary(self, seconds: float) -> str:
        counts = self.counts
        again = counts["same again"] / max(1, counts["cleaned again"])
        took, chars, seed = self.slowest
        return (
            f"{counts['pages']} pages, {counts['characters']:,} characters in {seconds:.0f} s; {counts['refused']} refused;"
            f" {counts['failures']} failures; the same text when cleaned again: {again:.1%};"
            f" slowest {took:.2f} s for {chars:,} characters (seed {seed})"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("seconds", nargs="?", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1, help="the first seed; each page takes the next")
    parser.add_argument("--pages", type=Path, action="append", help="folders of pages to start from")
    parser.add_argument("--keep", type=Path, help="folder for pages that fail")
    options = parser.parse_args()
    texts = corpus(options.pages or [ROOT / "tests" / "clean", ROOT / "seeds"])
    fuzzer = Fuzzer(texts, options.keep)
    began = time.monotonic()
    seed = options.seed
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() - began < options.seconds:
            fuzzer.run(seed, Path(folder) / "page.txt")
            seed += 1
    print(fuzzer.summary(time.monotonic() - began))
    return 1 if fuzzer.counts["failures"] else 0


if __name__ == "__main__":
    sys.exit(main())
