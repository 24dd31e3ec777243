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

Column = Literal["title", "body"]
Field = Literal["site", "column"]
Operator = Literal["<", "<=", "=", ">=", ">"]
# So many entities are looked up one by one in an article.
_FEW_ENTITIES = 8
_FIELDS: dict[str, str] = {"site": "site", "column": "section"}


class Match(NamedTuple):
    """An expression of the full-text index. A `broad` one is dear; `literal` is what it asks for, folded, if that is

    one literal alone, and `column` where it is to stand."""

    expression: str
    broad: bool = False
    literal: str = ""
    column: Column | None = None

    @property
    def char(self) -> str:
        """The one character that it asks for in title and text."""
        return self.literal if self.broad and self.column is None else ""


class Test(NamedTuple):
    """A condition in SQL: `select` tells all articles that fulfil it, `each` of a row of `article` whether it does.

    Both have the same parameters.
    """

    select: str
    each: str
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


def holding(folded: str, column: Column | None = None) -> Condition:
    """Title or text (or only that `column`) hold the folded literal, which must not be empty."""
    expression = phrase(folded)
    return Match(f"{column} : {expression}" if column else expression, len(folded) == 1, folded, column)


def close_by(literals: Sequence[str], distance: int) -> Condition:
    """Folded literals, each of two characters or more, stand at most `distance` characters apart."""
    return Match(near(literals, distance))


def naming(entities: Iterable[int]) -> Condition:
    """The article names one of these entities."""
    ids = list(entities)
    # Many are not looked up one by one in each article.
    index = "INDEXED BY naming_article" if len(ids) > _FEW_ENTITIES else ""
    among = "entity IN (SELECT value FROM json_each(?))"
    return Test(
        f"SELECT article FROM naming WHERE {among}",
        f"EXISTS (SELECT 1 FROM naming {index} WHERE article = article.id AND {among})",
        (numbers(ids),),
    )


def naming_kind(kind: str) -> Condition:
    """The article names some entity of the kind."""
    return _told_by("naming JOIN entity ON entity.id = entity", "kind = ?", kind)


def stating_kind(kind: str) -> Condition:
    """The article states a fact of the kind."""
    return _told_by("fact", "kind = ?", kind)


def stating_amount(operator: Operator, yuan: float) -> Condition:
    """The article states an amount of money that compares so with `yuan`."""
    return _told_by("fact", f"amount IS NOT NULL AND amount {operator} ?", yuan)


def with_value(field: Field, values: Collection[str]) -> Condition:
    """The article's site or column is one of these."""
    wanted = json.dumps(list(values))
    return _of_its_own(f"{_FIELDS[field]} IN (SELECT value FROM json_each(?))", wanted)


def published_from(iso: str) -> Condition:
    """Published on or after the day, month or year."""
    return _of_its_own("published >= ? AND published < ':'", iso)


def published_before(iso: str) -> Condition:
    """Published before the day, month or year; a date of unknown year is not before anything."""
    return _of_its_own("published < ? AND published >= '0'", iso)


def published_within(first: str, following: str) -> Condition:
    """Published on or after the first, and before the following day, month or year."""
    return _of_its_own("published >= ? AND published < ?", first, following)


def among(ids: Iterable[int]) -> Condition:
    """The article is one of these."""
    return _of_its_own("id IN (SELECT value FROM json_each(?))", numbers(ids))


def _of_its_own(sql: str, *parameters: str | float) -> Test:
    """What the row of an article tells."""
    return Test(f"SELECT id FROM article WHERE {sql}", sql, parameters)


def _told_by(table: str, sql: str, parameter: str | float) -> Test:
    """What another table tells of an article."""
    return Test(
        f"SELECT article FROM {table} WHERE {sql}",
        f"EXISTS (SELECT 1 FROM {table} WHERE article = article.id AND {sql})",
        (parameter,),
    )


UNDATED = _of_its_own("(published IS NULL OR published < '0')")
DUPLICATE = _of_its_own("reprints IN (SELECT reprints FROM article WHERE reprints <> id)")
GONE = _of_its_own("gone")


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
        case Match(expression):
            return "article.id IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)", [expression]
        case Test(select, _, parameters):
            return f"article.id IN ({select})", list(parameters)
        case Not(part):
            sql, values = where(part)
            # What cannot be told of an article does not hold of it.
            return f"NOT coalesce({sql}, 0)", values
        case All(parts) | Any(parts):
            written = [where(part) for part in parts]
            word, empty = ("AND", "1") if isinstance(condition, All) else ("OR", "0")
            sql = f" {word} ".join(sql for sql, _ in written) or empty
            return f"({sql})", [value for _, values in written for value in values]
