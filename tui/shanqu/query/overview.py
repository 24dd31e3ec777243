"""All counties and prefectures at a glance."""

from __future__ import annotations

from shanqu.query import places
from shanqu.query.corrected import Corrected
from shanqu.query.profile_shapes import OverviewRow
from shanqu.store import Reader, findings


def overview(reader: Reader, corrected: Corrected) -> list[OverviewRow]:
    """The mountain counties first, then the most often named; those that no article names as well."""
    return [
        OverviewRow(
            one.code,
            one.name,
            one.prefecture,
            one.level,
            one.mountain,
            one.left,
            one.articles,
            one.articles,
            0,
            0,
            0,
            0,
            None,
            None,
            None,
            None,
        )
        for one in places.all_counties(findings.places(reader))
    ]
