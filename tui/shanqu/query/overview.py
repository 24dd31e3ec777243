"""All counties and prefectures at a glance, so that gaps in the collection are seen."""

from __future__ import annotations

from shanqu.gazetteer import place_by_code
from shanqu.gazetteer.indicators import row_of
from shanqu.query import places
from shanqu.query.corrected import Corrected
from shanqu.query.edited import Edited
from shanqu.query.figures import ref_of
from shanqu.query.placed import unfit
from shanqu.query.profile_shapes import OverviewRow
from shanqu.query.shapes import County
from shanqu.store import Reader, glance, lookup
from shanqu.store.glance import Counts, Standing
from shanqu.store.leading import Said, attributed, said

_INVESTMENT = "总投资"
_NONE = Counts(0, 0, 0, None)


def overview(reader: Reader, corrected: Corrected) -> list[OverviewRow]:
    """The mountain counties first, then the most often named; those that no article names as well."""
    standing = Standing(corrected.into, corrected.hidden)
    counts = glance.counts(reader, standing)
    found = places.all_counties({code: one.articles for code, one in counts.items()})
    merged = _merged(reader, corrected)
    gone = {one.code for parts in merged.values() for one in lookup.by_id(reader, parts).values() if one.code}
    moved = {code: attributed(reader, parts) for code, parts in merged.items()}
    told = glance.indicators(reader, {*counts, *gone})
    names = [name for name in told if row_of(name).label == _INVESTMENT]
    stated = glance.investments(reader, list(counts), names, unfit(reader), corrected.wrong, moved)
    shorts = {code: place.short for code in counts if (place := place_by_code(code)) is not None}
    beside = glance.around_counts(reader, ("company", "project"), standing, shorts)
    # A county that is merged into another one has no figures of its own.
    own = [one.code for one in found if one.code in counts or one.code not in gone]
    years = glance.latest_figures(reader, own, corrected.wrong, moved)
    renamed = _renamed(reader, corrected)
    largest = said(reader, [one.row for one in stated.values()])
    edited = Edited(reader, {one.article for one in largest.values()})
    shown = {row: edited.shown(one.fact.value_text, ref_of(one)) for row, one in largest.items()}
    return [
        _row(
            one._replace(name=renamed.get(one.code, one.name)),
            counts.get(one.code, _NONE),
            (beside.get((one.code, "company"), 0), beside.get((one.code, "project"), 0)),
            (stated[one.code].statements, largest[stated[one.code].row]) if one.code in stated else (0, None),
            shown[stated[one.code].row] if one.code in stated else None,
            years.get(one.code),
        )
        for one in found
    ]


def _merged(reader: Reader, corrected: Corrected) -> dict[str, set[int]]:
    """By the codes of places what the user has merged into them and has another code, or none."""
    places = lookup.by_id(reader, {*corrected.into, *corrected.into.values()})
    found: dict[str, set[int]] = {}
    for part, whole in corrected.into.items():
        code = places[whole].code if whole in places and places[whole].kind == "place" else None
        if code and part in places and places[part].code != code:
            found.setdefault(code, set()).add(part)
    return found


def _renamed(reader: Reader, corrected: Corrected) -> dict[str, str]:
    """The names that the user gave to places, by their codes."""
    if not corrected.names:
        return {}
    places = lookup.by_id(reader, corrected.names).values()
    return {one.code: corrected.names[one.id] for one in places if one.kind == "place" and one.code}


def _row(
    one: County,
    count: Counts,
    beside: tuple[int, int],
    stated: tuple[int, Said | None],
    shown: str | None,
    figure: int | None,
) -> OverviewRow:
    number, largest = stated
    years = [year for year in (count.latest, figure) if year is not None]
    return OverviewRow(
        code=one.code,
        name=one.name,
        prefecture=one.prefecture,
        level=one.level,
        mountain=one.mountain,
        left=one.left,
        articles=count.articles,
        texts=count.texts,
        mentions=count.mentions,
        companies=beside[0],
        projects=beside[1],
        investments=number,
        largest=shown,
        largest_value=largest and largest.fact.value,
        largest_ref=largest and ref_of(largest),
        latest=max(years, default=None),
    )
