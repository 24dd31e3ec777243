"""How the gazetteer reads its own data files."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

# Not through importlib.resources, which takes longer to load than the tables to read.
_DATA = Path(__file__).with_name("data")


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of the packaged CSV file `name`, one dictionary a row."""
    text = (_DATA / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def read_toml(name: str) -> dict[str, Any]:
    """The packaged TOML file `name`."""
    # Here, because those who want places only need no TOML, and the first frame waits for them.
    import tomllib

    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
