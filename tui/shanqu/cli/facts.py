"""shanqu facts: the figures that articles state, or the events and pairings."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from shanqu.cli.findings import Found, configure_source, found
from shanqu.cli.output import complain, print_columns, print_json
from shanqu.cli.records import fact_record
from shanqu.cli.reporting import configure_format, put_out
from shanqu.i18n import _, translated
from shanqu.model import NO_FIGURES, Fact, falls_unsaid
from shanqu.query.correction_shapes import DEEDS
from shanqu.query.matrix_shapes import FALLEN, STATUSES


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    configure_source(parser)
    parser.add_argument(
        "--events", action="store_true", help=_("what happened and who is whose partner, in place of figures")
    )
    configure_format(parser)


def run(options: Namespace) -> int:
    """Print the facts with their sentences; 1 where a file failed or nothing is stated."""
    failed: list[str] = []
    told = (
        (one, [fact for fact in one.extraction.facts if (fact.kind in NO_FIGURES) is options.events])
        for one in found(options, failed.append)
    )
    stating = ((one, facts) for one, facts in told if facts)
    as_json = options.json or options.format == "json"
    if as_json and options.output is None:
        # As they come: of a whole library there are many.
        any_fact = _print_records(_records(stating))
    elif options.format == "text" and options.output is None:
        any_fact = _print_rows([_line(fact, fact in one.wrong) for one, facts in stating for fact in facts])
    else:
        any_fact = _put_out(options, list(stating))
    if not any_fact and not failed:
        complain(_("no events are told") if options.events else _("no figures are stated"))
    return 0 if any_fact and not failed else 1


def _records(stating: Iterable[tuple[Found, Sequence[Fact]]]) -> Iterator[dict[str, Any]]:
    for one, facts in stating:
        for fact in facts:
            yield fact_record(one.path, one.number, fact, fact in one.wrong)


def _print_records(records: Iterable[dict[str, Any]]) -> bool:
    printed = False
    for record in records:
        print_json(record)
        printed = True
    return printed


def _print_rows(rows: Sequence[tuple[str, ...]]) -> bool:
    if rows:
        print_columns(rows)
    return bool(rows)


def _put_out(options: Namespace, stating: Sequence[tuple[Found, Sequence[Fact]]]) -> bool:
    from shanqu.query import finding_reports

    title = _("Events and pairings") if options.events else _("Figures")
    parts = [
        finding_reports.Told(one.article, [(fact, fact in one.wrong) for fact in facts])
        for one, facts in stating
    ]
    if parts:
        put_out(options, finding_reports.of_facts(title, parts, translated), _records(stating))
    return bool(parts)


def _line(fact: Fact, wrong: bool) -> tuple[str, ...]:
    status = translated(STATUSES[fact.status])
    if fact.kind in NO_FIGURES:
        label = _("event: {name}") if fact.kind == "event" else _("pairing: {name}")
        what = label.format(name=fact.indicator)
        return fact.place or "–", what, fact.subject or "–", fact.period or "–", status, fact.sentence
    fallen = translated(FALLEN) if falls_unsaid(fact.value_text, fact.value) else None
    doubted = translated(DEEDS["wrong"]) if wrong else None
    said = " ".join(filter(None, (doubted, fallen, fact.hedge)))
    value = f"{fact.value_text} ({said})" if said else fact.value_text
    return fact.place or "–", fact.indicator, value, fact.period or "–", status, fact.sentence
