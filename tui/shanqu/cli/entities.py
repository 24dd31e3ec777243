"""shanqu entities: what articles name."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter, defaultdict

from shanqu.cli.findings import configure_source, found
from shanqu.cli.output import complain, print_columns, print_json
from shanqu.cli.parsing import add_json
from shanqu.cli.records import entity_record
from shanqu.i18n import _
from shanqu.model import ENTITY_KINDS, Mention

_Key = tuple[str, str, str | None]


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    configure_source(parser)
    add_json(parser)
    parser.add_argument("--kind", choices=ENTITY_KINDS, metavar="KIND", help=", ".join(ENTITY_KINDS))


def run(options: Namespace) -> int:
    """Print every mention (--json), or each entity with its counts; 1 where a file failed or nothing is named."""
    failed: list[str] = []
    mentions: Counter[_Key] = Counter()
    articles: defaultdict[_Key, set[str]] = defaultdict(set)
    for one in found(options, failed.append):
        for mention in one.extraction.mentions:
            if options.kind not in (None, mention.kind):
                continue
            key = _key(mention)
            mentions[key] += 1
            articles[key].add(one.path)
            if options.json:
                print_json(entity_record(one.path, one.number, mention))
    if not mentions and not failed:
        complain(_("nothing is named"))
    if mentions and not options.json:
        ranked = sorted(mentions, key=lambda key: (ENTITY_KINDS.index(key[0]), -mentions[key], key[1]))
        print_columns(
            [(key[0], str(mentions[key]), str(len(articles[key])), key[2] or "–", key[1]) for key in ranked],
            right=(1, 2),
        )
    return 1 if failed or not mentions else 0


def _key(mention: Mention) -> _Key:
    return mention.kind, mention.canonical, mention.code
