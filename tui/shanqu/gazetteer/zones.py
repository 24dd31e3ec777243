"""Development zones of Zhejiang and the county or prefecture that each belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from shanqu.gazetteer.tables import once, read_csv


@dataclass(frozen=True, slots=True)
class Zone:
    """A development zone. `code` is that of the county or prefecture whose zone it is, None where it spans several."""

    name: str
    short: tuple[str, ...]
    code: str | None
    kind: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every written form."""
        return (self.name, *self.short)


@once
def zones() -> tuple[Zone, ...]:
    """The zones in the table, the user's after the packaged ones."""
    return tuple(
        Zone(row["name"], tuple(filter(None, row["short"].split("|"))), row["code"] or None, row["kind"])
        for row in read_csv("zones.csv")
    )


@once
def _by_name() -> dict[str, Zone]:
    return {name: zone for zone in zones() for name in zone.names}


def zone_by_name(name: str) -> Zone | None:
    """The zone with that full or short name."""
    return _by_name().get(name)
