"""How often things are named, by county and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from shanqu.gazetteer import place_by_code
from shanqu.messages import Message
from shanqu.query import columns
from shanqu.query.corrected import Corrected
from shanqu.query.picture_shapes import CountTable
from shanqu.store import Reader, finding
from shanqu.store.around import by_year
from shanqu.store.conditions import holding
from shanqu.store.counting import year_and_places, year_and_places_naming
from shanqu.text.fold import fold

UNKNOWN = Message("year unknown")
NO_COUNTY = Message("no county named")


def years(reader: Reader, keys: Sequence[str], corrected: Corrected) -> CountTable:
    """For each place how many independent texts of each year name it, the years without a gap."""
    found = [columns.column(reader, key, corrected) for key in dict.fromkeys(keys)]
    counts = [by_year(reader, columns.entities(reader, one, corrected)) for one in found]
    headings = _years({year for one in counts for year in one})
    return CountTable(
        rows=tuple(one.name for one in found),
        columns=tuple(year or UNKNOWN for year in headings),
        counts=tuple(tuple(one.get(year, 0) for year in headings) for one in counts),
        row_keys=tuple(one.key for one in found),
        column_keys=tuple(headings),
        what=Message("independent texts that name the place"),
    )


def frequency(reader: Reader, term: str) -> CountTable:
    """How often the term occurs in texts of each year, by the county that its article names most often."""
    folded = fold(term)
    ids = finding.every(reader, holding(folded)) if folded.strip() else ()
    what = Message("occurrences, by the county that the article names most often")
    return _by_county(year_and_places(reader, ids, folded) if ids else (), what)


def frequency_of(reader: Reader, entity: int, corrected: Corrected) -> CountTable:
    """How often texts of each year name the entity, by the county that its article names most often."""
    what = Message("mentions, by the county that the article names most often")
    return _by_county(year_and_places_naming(reader, corrected.all([entity])), what)


def _by_county(found: Iterable[tuple[str, str, int]], what: str) -> CountTable:
    """The sums of numbers by year and county."""
    counts: Counter[tuple[str, str]] = Counter()
    rows = Counter[str]()
    for year, code, often in found:
        counts[code, year] += often
        rows[code] += often
    codes = [code for code, number in rows.most_common() if number]
    headings = _years({year for (_, year), number in counts.items() if number})
    return CountTable(
        rows=tuple(place.name if (place := place_by_code(code)) else NO_COUNTY for code in codes),
        columns=tuple(year or UNKNOWN for year in headings),
        counts=tuple(tuple(counts[code, year] for year in headings) for code in codes),
        row_keys=tuple(codes),
        column_keys=tuple(headings),
        what=what,
    )


def _years(found: set[str]) -> list[str]:
    """All years from the first to the last, then the unknown one."""
    known = sorted(int(year) for year in found if year)
    whole = [str(year) for year in range(known[0], known[-1] + 1)] if known else []
    return [*whole, *([""] if "" in found else [])]
