"""shanqu concordance TERM: keyword in context."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator

from shanqu.cli.choices import open_library
from shanqu.cli.output import complain, print_json, print_text, terminal_width
from shanqu.cli.parsing import UsageError
from shanqu.cli.reporting import configure_format, put_out
from shanqu.i18n import _, translated
from shanqu.query import Evidence
from shanqu.text.gate import safe
from shanqu.text.names import legible
from shanqu.text.width import fit, text_width

_WIDTH = 100
_NARROWEST = 20

Hit = tuple[Evidence, tuple[int, int]]
# The sort is stable: equal contexts stay in the order of the articles.
_KEYS: dict[str, Callable[[Hit], str]] = {
    "article": lambda hit: "",
    "left": lambda hit: hit[0].text[: hit[1][0]].rstrip()[::-1],
    "right": lambda hit: hit[0].text[hit[1][1] :].lstrip(),
}


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument("term", type=legible, metavar="TERM", help=_("the word or phrase, taken literally"))
    parser.add_argument("--sort", choices=_KEYS, default="article", help=_("by what stands beside the term"))
    configure_format(parser)


def run(options: Namespace) -> int:
    """Print every place that holds the term, the term in one column; 1 where there is none."""
    if not options.term.strip():
        raise UsageError(_("the query is empty"))
    with open_library(options) as library:
        found = library.concordance(options.term)
        found.sort(key=lambda one: _KEYS[options.sort]((one, one.hits[0])))
        hits = sorted(((one, span) for one in found for span in one.hits), key=_KEYS[options.sort])
        if found and (options.output or options.format in ("md", "csv", "html")):
            from shanqu.query import listings

            lines = [listings.context(*hit) for hit in hits]
            report = listings.of_contexts(library, options.term, lines, translated)
            put_out(options, report, (one._asdict() for one in found))
            return 0
    if options.json or options.format == "json":
        for evidence in found:
            print_json(evidence._asdict())
    else:
        for line in _lines(hits):
            print_text(line)
    if not found:
        complain(_("no sentence holds {term}").format(term=options.term))
    return 0 if found else 1


def _lines(found: Iterable[Hit]) -> Iterator[str]:
    width = terminal_width() or _WIDTH
    for evidence, (start, end) in found:
        text = safe(evidence.text)
        side = max((width - text_width(text[start:end]) - 8) // 2, _NARROWEST)
        left = _ending(text[:start], side)
        yield f"{evidence.article:>5}  {fit(left, side, right=True)} {text[start:end]} {fit(text[end:], side)}".rstrip()


def _ending(text: str, width: int) -> str:
    """The end of `text` that fits into `width` cells."""
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += text_width(text[index])
        if used > width:
            return text[index + 1 :]
    return text
