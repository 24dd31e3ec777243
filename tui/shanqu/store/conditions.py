"""What articles can be asked for, as conditions that join to one statement of SQL.

Conditions on texts that stand side by side become one expression of the full-text index, which answers such
expressions much faster than SQL joins their answers.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from shanqu.store.codec import numbers
from shanqu.store.grams import near, phrase

Column = Literal["site", "column"]
Operator = Literal["<", "<=", "=", ">=", ">"]
_COLUMNS: dict[str, str] = {"site": "site", "column": "section"}


class Match(NamedTuple):
    """An expression of the full-text index. A `broad` one is dear; `char` is the one character that it asks for."""

    expression: str
    broad: bool = False
    char: str = ""


class Test(NamedTuple):
    """A condition in SQL on the row of `article`."""

    sql: str
    parameters: tuple[str | float, ...] = ()


class All(NamedTuple):
    """All of these hold; of none: always."""

    parts: tuple[Condition, ...] = ()


class Any(NamedTuple):
    """Some of these hold; of none: never."""

    parts: tuple[Condition, ...] = ()


class Not(NamedTuple):
    """This does not hold."""

    part: Condition


Condition = Match | Test | All | Any | Not

EVERYTHING = All()
NOTHING = Any()


# What can be asked.


def holding(folded: str, column: Literal["title", "body"] | None = None) -> Condition:
    """Title or text (or only that `column`) hold the folded literal, which must not be empty."""
    expression, broad = phrase(folded), len(folded) == 1
    if column:
        return Match(f"{column} : {expression}", broad)
    return Match(expression, broad, folded if broad else "")


def close_by(literals: Sequence[str], distance: int) -> Condition:
    """Folded literals, each of two characters or more, stand at most `distance` characters apart."""
    return Match(near(literals, distance))


def naming(entities: Iterable[int]) -> Condition:
    """The article names one of these entities."""
    return _in(
        "SELECT article FROM naming WHERE entity IN (SELECT value FROM json_each(?))", numbers(entities)
    )


def naming_kind(kind: str) -> Condition:
    """The article names some entity of the kind."""
    return _in("SELECT article FROM naming JOIN entity ON id = entity WHERE kind = ?", kind)


def stating_kind(kind: str) -> Condition:
    """The article states a fact of the kind."""
    return _in("SELECT article FROM fact WHERE kind = ?", kind)


def stating_amount(operator: Operator, yuan: float) -> Condition:
    """The article states an amount of money that compares so with `yuan`."""
    return _in(f"SELECT article FROM fact WHERE amount IS NOT NULL AND amount {operator} ?", yuan)


def with_value(column: Column, values: Collection[str]) -> Condition:
    """The article's site or column is one of these."""
    return Test(f"{_COLUMNS[column]} IN (SELECT value FROM json_each(?))", (json.dumps(list(values)),))


def without_value(column: Column) -> Condition:
    """The article tells no site or column."""
    return Test(f"{_COLUMNS[column]} IS NULL")


def published_from(iso: str) -> Condition:
    """Published on or after the day, month or year."""
    return Test("published >= ? AND published < ':'", (iso,))


def published_before(iso: str) -> Condition:
    """Published before the day, month or year; a date of unknown year is not before anything."""
    return Test("published < ? AND published >= '0'", (iso,))


UNDATED = Test("(published IS NULL OR published < '0')")
DUPLICATE = Test("reprints IN (SELECT reprints FROM article WHERE reprints <> id)")
GONE = Test("gone")


def among(ids: Iterable[int]) -> Condition:
    """The article is one of these."""
    return _in("SELECT value FROM json_each(?)", numbers(ids))


def _in(sql: str, parameter: str | float) -> Test:
    return Test(f"article.id IN ({sql})", (parameter,))


# Joining and writing down.


def fused(condition: Condition) -> Condition:
    """The same with neighbouring conditions on texts made one."""
    match condition:
        case All(parts):
            return _fused_all([fused(part) for part in parts])
        case Any(parts):
            return _fused_any([fused(part) for part in parts])
        case Not(part):
            inner = fused(part)
            return inner.part if isinstance(inner, Not) else Not(inner)
    return condition


def _fused_all(parts: list[Condition]) -> Condition:
    flat = list(chain.from_iterable(part.parts if isinstance(part, All) else (part,) for part in parts))
    held = [part for part in flat if isinstance(part, Match)]
    without = [part.part for part in flat if isinstance(part, Not) and isinstance(part.part, Match)]
    if not held or len(held) + len(without) < 2:
        return flat[0] if len(flat) == 1 else All(tuple(flat))
    expression = _joined(held, "AND")
    if without:
        expression = f"({expression}) NOT ({_joined(without, 'OR')})"
    joined = Match(expression, any(part.broad for part in (*held, *without)))
    rest = [
        part
        for part in flat
        if not isinstance(part, Match) and not (isinstance(part, Not) and isinstance(part.part, Match))
    ]
    return All((joined, *rest)) if rest else joined


def _fused_any(parts: list[Condition]) -> Condition:
    flat = list(chain.from_iterable(part.parts if isinstance(part, Any) else (part,) for part in parts))
    held = [part for part in flat if isinstance(part, Match)]
    if len(held) > 1:
        joined = Match(_joined(held, "OR"), any(part.broad for part in held))
        flat = [joined, *(part for part in flat if not isinstance(part, Match))]
    return flat[0] if len(flat) == 1 else Any(tuple(flat))


def _joined(parts: Iterable[Match], operator: str) -> str:
    return f" {operator} ".join(f"({part.expression})" for part in parts)


def where(condition: Condition) -> tuple[str, list[str | float]]:
    """The condition as SQL on `article`, with its parameters."""
    match condition:
        case Match(expression, _):
            return "article.id IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)", [expression]
        case Test(sql, parameters):
            return f"({sql})", list(parameters)
        case Not(part):
            sql, values = where(part)
            # What cannot be told of an article does not hold of it.
            return f"NOT coalesce({sql}, 0)", values
        case All(parts) | Any(parts):
            written = [where(part) for part in parts]
            word, empty = ("AND", "1") if isinstance(condition, All) else ("OR", "0")
            sql = f" {word} ".join(sql for sql, _ in written) or empty
            return f"({sql})", [value for _, values in written for value in values]
