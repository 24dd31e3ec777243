"""Word lists and tables of general knowledge: trades, goods, programmes, titles, units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from shanqu.gazetteer.tables import once, read_toml


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: the base unit it is stored in, the factor to get there, what it measures."""

    written: str
    base: str
    factor: float
    measure: str


@once
def _file(name: str) -> dict[str, Any]:
    return read_toml(f"{name}.toml")


@once
def words(file: str, *keys: str) -> tuple[str, ...]:
    """The word list under `keys` in the TOML file `file`; a string is a list of characters.

    Raises `KeyError` where there is none.
    """
    found: Any = _file(file)
    for key in keys:
        found = found[key]
    return tuple(dict.fromkeys(found))


@once
def table(file: str, *keys: str) -> dict[str, Any]:
    """The table under `keys` in the TOML file `file`: of words, of lists or of numbers. Raises `KeyError` where there is
    none."""
    found: Any = _file(file)
    for key in keys:
        found = found[key]
    return dict(found)


@once
def spellings(file: str, *keys: str) -> dict[str, str]:
    """A table of lists turned round: each written form to the name that it is listed under."""
    found: Any = _file(file)
    for key in keys:
        found = found[key]
    return {form: name for name, forms in found.items() for form in forms}


@once
def industries() -> dict[str, str]:
    """Written form to canonical name."""
    return {
        form: entry[0]
        for group in _file("industries")["industry"]
        for entry in group["entries"]
        for form in entry
    }


@once
def industry_groups() -> dict[str, str]:
    """Written form to the name of the group."""
    return {
        form: group["group"]
        for group in _file("industries")["industry"]
        for entry in group["entries"]
        for form in entry
    }


@once
def policies() -> dict[str, str]:
    """Written form of well-known programmes, concepts and honours to canonical name."""
    canonical = table("policies", "canonical")
    return {name: canonical.get(name, name) for name in words("policies", "names")}


@once
def aliases() -> dict[str, dict[str, str]]:
    """For each kind the other written forms of names, each with the canonical name."""
    return {kind: spellings("aliases", kind) for kind in _file("aliases")}


@once
def surnames() -> frozenset[str]:
    """Single and compound surnames."""
    return frozenset(words("people", "surnames", "single")) | frozenset(
        words("people", "surnames", "compound")
    )


@once
def titles() -> tuple[str, ...]:
    """Job titles and other words that stand beside a person's name, longest first."""
    return tuple(sorted(words("people", "titles"), key=len, reverse=True))


@once
def units() -> dict[str, Unit]:
    """Written unit to its meaning."""
    return {
        written: Unit(written, base, float(factor), measure)
        for measure, forms in _file("units")["units"].items()
        for written, (base, factor) in forms.items()
    }
