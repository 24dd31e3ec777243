"""Lists of general knowledge: industries, products, policies, titles, well-known names, units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from shanqu.gazetteer.tables import read_toml


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: the base unit it is stored in, the factor to get there, what it measures."""

    written: str
    base: str
    factor: float
    measure: str


@cache
def _terms() -> dict[str, Any]:
    return read_toml("terms.toml")


@cache
def industries() -> dict[str, str]:
    """Written form to canonical name."""
    return {
        form: entry[0]
        for group in read_toml("industries.toml")["industry"]
        for entry in group["entries"]
        for form in entry
    }


@cache
def policies() -> dict[str, str]:
    """Written form of well-known programmes, concepts and honours to canonical name."""
    canonical: dict[str, str] = _terms()["policies"]["canonical"]
    return {name: canonical.get(name, name) for name in _terms()["policies"]["names"]}


def products() -> tuple[str, ...]:
    """Kinds of goods."""
    return tuple(_terms()["products"]["names"])


def companies() -> tuple[str, ...]:
    """Well-known firms that texts name without a suffix."""
    return tuple(_terms()["companies"]["known"])


def organizations() -> tuple[str, ...]:
    """Well-known bodies."""
    return tuple(_terms()["organizations"]["known"])


def titles() -> tuple[str, ...]:
    """Job titles and other words that stand beside a person's name, longest first."""
    return tuple(sorted(_terms()["titles"]["names"], key=len, reverse=True))


def speech_verbs() -> tuple[str, ...]:
    """Words that may follow a person's name."""
    return tuple(_terms()["speech"]["verbs"])


def surnames() -> frozenset[str]:
    """Single and compound surnames."""
    data = _terms()["persons"]
    return frozenset(data["surnames"]) | frozenset(data["compound"])


def not_names() -> frozenset[str]:
    """Words that begin with a surname's character but are no names."""
    return frozenset(_terms()["persons"]["not_names"])


@cache
def units() -> dict[str, Unit]:
    """Written unit to its meaning."""
    return {
        written: Unit(written, base, float(factor), measure)
        for measure, table in read_toml("units.toml").items()
        for written, (base, factor) in table.items()
    }


def edge_words(name: str) -> frozenset[str]:
    """One of the word lists that tell where a name begins: `single`, `words`, `nounish`, `name_verbs`, `industry_leads`."""
    return frozenset(_terms()["edges"][name])
