"""How well cleaning does on pages with gold beside them, and how well others do.

    PYTHONPATH=tui python benchmarks/cleaning.py DIR [--errors] [--only shanqu]

DIR holds pages in the form that `benchmarks/marked.py` describes; `tests/clean/pages`, `unseen` and `blind` are such
folders. Three tables: HTML pages, the same flattened to plain text, and pages that are plain text. The peers
(`pip install -e '.[bench]'`) get the decoded page; those that are not installed are left out. Of plain text the
only peers are line filters. Pages a second are of processor time, reading and decoding included for all; in the
last column, of pages with 3,000 visible characters, so that folders of different pages can be compared. Aim: 300 of
those where cleaning is compiled.
"""

from __future__ import annotations

import argparse
import importlib
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from marked import Marked, Score, load, score

from shanqu.clean import clean
from shanqu.ingest import IngestError, read
from shanqu.ingest.decode import decode
from shanqu.paths import compiled_rooms
from shanqu.text.paragraphs import original_title, paragraphs


class Result(NamedTuple):
    """What an extractor keeps of a page, and what it says of it: of a key it does not know, nothing."""

    lines: Sequence[str]
    head: dict[str, str | None]


Extractor = Callable[[Marked], Result]
# Pages that each extractor sees before the clock runs, so that what it loads once is not counted.
_WARMING = 20
# Characters of a page of usual length.
_TYPICAL = 3000
# So many of those a second are aimed at where cleaning is compiled.
_AIM = 300


def shanqu(marked: Marked) -> Result:
    """This program, with the page's own characters."""
    suffix = ".html" if marked.html else ".txt"
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(marked.data)
        file.flush()
        try:
            article = clean(next(read(Path(file.name))))
        except IngestError:
            return Result((), {"title": None, "published": None})
    head = {
        "title": original_title(article),
        "published": article.published and article.published.iso,
        "source": article.source,
        "site": article.site,
        "column": article.column,
        "reporters": " ".join(article.reporters),
    }
    return Result([one.text for one in paragraphs(article, original=True)], head)


def _text(marked: Marked) -> str:
    decoded = decode(marked.data, markup=marked.html)
    return decoded.text if decoded else ""


def trafilatura(module: Any) -> Extractor:
    def extract(marked: Marked) -> Result:
        found = module.bare_extraction(_text(marked), include_comments=False, with_metadata=True)
        if found is None:
            return Result((), {"title": None, "published": None})
        return Result((found.text or "").splitlines(), {"title": found.title, "published": found.date})

    return extract


def readability(module: Any) -> Extractor:
    def extract(marked: Marked) -> Result:
        from marked import visible

        document = module.Document(_text(marked))
        return Result(visible(document.summary().encode()), {"title": document.short_title()})

    return extract


def resiliparse(module: Any) -> Extractor:
    def extract(marked: Marked) -> Result:
        return Result(
            module.extract_plain_text(_text(marked), main_content=True, alt_texts=False).splitlines(), {}
        )

    return extract


def justext(module: Any) -> Extractor:
    def extract(marked: Marked) -> Result:
        # It ships no stop words for Chinese: the mode without, with lengths for Chinese.
        found = module.justext(
            _text(marked), frozenset(), stopwords_low=0, stopwords_high=0, length_low=20, length_high=60
        )
        return Result([one.text for one in found if not one.is_boilerplate], {})

    return extract


def line_filter(marked: Marked) -> Result:
    """Lines of twenty characters and more with a stop: the best rule of one line."""
    lines = _text(marked).splitlines()
    return Result([line for line in lines if len(line.strip()) >= 20 and re.search("[。.!?！？]", line)], {})


def all_lines(marked: Marked) -> Result:
    """What there is."""
    return Result(_text(marked).splitlines(), {})


PEERS: dict[str, tuple[str, Callable[[Any], Extractor]]] = {
    "trafilatura": ("trafilatura", trafilatura),
    "readability-lxml": ("readability", readability),
    "resiliparse": ("resiliparse.extract.html2text", resiliparse),
    "jusText": ("justext", justext),
}


def extractors(html: bool) -> Iterator[tuple[str, Extractor]]:
    """This program first, then those of the others that are installed."""
    yield "shanqu", shanqu
    if not html:
        yield "stop and 20 characters", line_filter
        yield "all lines", all_lines
        return
    for name, (module, make) in PEERS.items():
        try:
            yield name, make(importlib.import_module(module))
        except ImportError:
            print(f"{name:24s} not installed")


def measured(extract: Extractor, pages: Sequence[Marked]) -> tuple[list[Score], float]:
    """The scores, and the seconds that all pages took."""
    for marked in pages[:_WARMING]:
        with suppress(Exception):
            extract(marked)
    results, took = [], 0.0
    for marked in pages:
        began = time.process_time()
        try:
            result = extract(marked)
        except Exception as error:
            # A peer may fail on a page; that is a page without a text.
            print(f"  {marked.name}: {type(error).__name__}: {error}")
            result = Result((), {})
        took += time.process_time() - began
        results.append(score(marked, *result))
    return results, took


def row(name: str, scores: Sequence[Score], took: float, characters: int) -> str:
    """One line of the table."""
    kept, wanted = (sum(one.subheads[at] for one in scores) for at in (0, 1))
    cells = [
        f"{mean(one.f1 for one in scores):6.3f}",
        f"{mean(one.body for one in scores):6.3f}",
        f"{mean(one.noise for one in scores):6.3f}",
        f"{kept:4d}/{wanted:<4d}",
    ]
    for key in ("title", "published", "source", "reporters"):
        right = [one.head[key] for one in scores if key in one.head]
        cells.append(f"{sum(right):3d}/{len(right):<3d}" if right else "   –   ")
    speeds = f" {len(scores) / took:8.1f} {characters / took / _TYPICAL:8.0f}"
    return f"{name:24s}" + " ".join(cells) + speeds


def table(title: str, pages: Sequence[Marked], options: argparse.Namespace) -> None:
    """All extractors on these pages."""
    print(f"\n{title}: {len(pages)} pages")
    print(f"{'':24s}    F1   body  noise subheads   title   dates source reporters pages/s  of 3,000")
    for name, extract in extractors(pages[0].html):
        if options.only and name != options.only:
            continue
        scores, took = measured(extract, pages)
        print(row(name, scores, took, sum(len("\n".join(marked.seen)) for marked in pages)))
        if options.errors and name == "shanqu":
            for marked, one in zip(pages, scores, strict=True):
                wrong = [key for key, right in one.head.items() if not right]
                if one.f1 < 0.98 or wrong:
                    print(
                        f"    {marked.name}: F1 {one.f1:.3f} body {one.body:.3f} noise {one.noise:.3f}",
                        *wrong,
                    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="pages with gold beside them")
    parser.add_argument("--errors", action="store_true", help="name the pages on which this program errs")
    parser.add_argument("--only", help="one extractor")
    options = parser.parse_args()
    whole, flat = list(load(options.folder, flat=False)), list(load(options.folder, flat=True))
    html = [marked.html for marked in whole]
    parts = {
        "HTML": [marked for marked in whole if marked.html],
        "HTML flattened to text": [marked for marked, was in zip(flat, html, strict=True) if was],
        "Plain text": [marked for marked in whole if not marked.html],
    }
    compiled = "compiled" if "clean" in compiled_rooms() else "not compiled"
    print(f"shanqu's cleaning is {compiled}; aim: {_AIM} pages of 3,000 characters a second where it is")
    for title, pages in parts.items():
        if pages:
            table(title, pages, options)


if __name__ == "__main__":
    main()
