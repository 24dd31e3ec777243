"""shanqu facts: the figures that articles state, or the events and pairings."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from shanqu.cli.findings import configure_source, found
from shanqu.cli.output import complain, print_columns, print_json
from shanqu.cli.records import fact_record
from shanqu.i18n import _, translated
from shanqu.model import NO_FIGURES, Fact, falls_unsaid
from shanqu.query.matrix_shapes import FALLEN


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    configure_source(parser)
    parser.add_argument(
        "--events", action="store_true", help=_("what happened and who is whose partner, in place of figures")
    )


def run(options: Namespace) -> int:
    """Print the facts with their sentences; 1 where a file failed or nothing is stated."""
    failed: list[str] = []
    rows = []
    any_fact = False
    for path, number, extraction in found(options, failed.append):
        for fact in extraction.facts:
            if (fact.kind in NO_FIGURES) is not options.events:
                continue
            any_fact = True
            if options.json:
                print_json(fact_record(path, number, fact))
            else:
                rows.append(_line(fact))
    if rows:
        print_columns(rows)
    if not any_fact and not failed:
        complain(_("no events are told") if options.events else _("no figures are stated"))
    return 0 if any_fact and not failed else 1


def _line(fact: Fact) -> tuple[str, ...]:
    if fact.kind in NO_FIGURES:
        label = _("event: {name}") if fact.kind == "event" else _("pairing: {name}")
        what = label.format(name=fact.indicator)
        return fact.place or "–", what, fact.subject or "–", fact.period or "–", fact.status, fact.sentence
    fallen = translated(FALLEN) if falls_unsaid(fact.value_text, fact.value) else None
    said = " ".join(filter(None, (fallen, fact.hedge)))
    value = f"{fact.value_text} ({said})" if said else fact.value_text
    return fact.place or "–", fact.indicator, value, fact.period or "–", fact.status, fact.sentence
