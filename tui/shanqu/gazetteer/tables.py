"""How the gazetteer reads its own data files, and the user's files of the same names."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

# Not through importlib.resources, which takes longer to load than the tables to read.
_DATA = Path(__file__).with_name("data")
# The tables that a user's file may add rows to; the divisions themselves are what columns and codes rest on.
OWN_TABLES = ("townships.csv", "zones.csv")
_P = ParamSpec("_P")
_Read = TypeVar("_Read")
_clears: list[Callable[[], None]] = []
_folders: list[Path] = []
_skipped: set[str] = set()


def once(read: Callable[_P, _Read]) -> Callable[_P, _Read]:
    """`read`, called once for its arguments and again only after `use_folder`."""
    cached = lru_cache(maxsize=None)(read)
    _clears.append(cached.cache_clear)
    return cast(Callable[_P, _Read], cached)


def use_folder(extra: Path | None) -> tuple[str, ...]:
    """From now on the TOML and CSV files in the folder `extra` count too, None: the packaged ones alone.

    A file has the name and the form of a packaged one and may hold a part of it: some lists, some columns. One that cannot be used is left
    out; the answer has a line for each of these, with its name and the reason.
    """
    _folders[:] = []
    _skipped.clear()
    reasons = []
    for file in own_files(extra) if extra else ():
        reason = _trouble(file) if (_DATA / file.name).is_file() else None
        if reason:
            _skipped.add(file.name)
            reasons.append(f"{file.name}: {reason}")
    _folders[:] = [] if extra is None else [extra]
    for clear in _clears:
        clear()
    return tuple(reasons)


def own_files(folder: Path) -> list[Path]:
    """The files of the user's in a folder, in the order of their names."""
    return sorted(file for file in folder.glob("*.*") if file.suffix in (".toml", ".csv"))


def _trouble(file: Path) -> str | None:
    """Why a file of the user's cannot be used; None where it can."""
    return _table_trouble(file) if file.suffix == ".csv" else _toml_trouble(file)


def _table_trouble(file: Path) -> str | None:
    if file.name not in OWN_TABLES:
        return f"only {' and '.join(OWN_TABLES)} can be added to"
    try:
        rows = _rows(file)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        return str(error)
    columns = _rows(_DATA / file.name)[0].keys()
    for number, row in enumerate(rows, 2):
        if None in row or not row.keys() <= columns:
            return f"line {number}: the columns are {', '.join(columns)}"
        if not row.get("name"):
            return f"line {number} has no name"
    return None


def _toml_trouble(file: Path) -> str | None:
    import tomllib

    try:
        own = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return str(error)
    return _misfit(own, read_toml(file.name), "")


def _misfit(own: Any, packaged: Any, name: str) -> str | None:
    """The first value that has another form than the packaged one of that name."""
    if isinstance(own, dict) and isinstance(packaged, dict):
        found = (
            _misfit(value, packaged[key], f"{name}{key}") for key, value in own.items() if key in packaged
        )
        return next(filter(None, found), None)
    if isinstance(packaged, list) and packaged and isinstance(own, list):
        odd = next((item for item in own if type(item) is not type(packaged[0])), None)
        return None if odd is None else f"{name} holds {odd!r}"
    if isinstance(own, type(packaged)):
        return None
    wanted = "a table" if isinstance(packaged, dict) else "a list" if isinstance(packaged, list) else "a text"
    return f"{name} must be {wanted}"


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of the packaged CSV file `name`, one dictionary a row, and after them the user's (`OWN_TABLES` alone)."""
    rows = _rows(_DATA / name)
    if name in OWN_TABLES and name not in _skipped:
        blank = dict.fromkeys(rows[0], "")
        own = [folder / name for folder in _folders if (folder / name).is_file()]
        rows += [blank | row for file in own for row in _rows(file)]
    return rows


def _rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))


def read_toml(name: str) -> dict[str, Any]:
    """The packaged TOML file `name`, joined with the user's. Raises `OSError`, `TOMLDecodeError`."""
    # Here, because those who want places only need no TOML, and the first frame waits for them.
    import tomllib

    data = tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
    for folder in _folders:
        own = folder / name
        if own.is_file() and name not in _skipped:
            data = joined(tomllib.loads(own.read_text(encoding="utf-8-sig")), data)
    return data


def joined(own: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    """Both tables in one: lists and strings of characters are added up, what the user lists comes first."""
    result = dict(base)
    for key, value in own.items():
        before = base.get(key)
        if isinstance(value, dict) and isinstance(before, dict):
            result[key] = joined(value, before)
        elif isinstance(value, list) and isinstance(before, list):
            result[key] = [*value, *before]
        elif isinstance(value, str) and isinstance(before, str):
            result[key] = value + before
        else:
            result[key] = value
    return result
