"""Which articles fulfil the conditions of a query."""

from __future__ import annotations

import re

from shanqu.gazetteer import resolve
from shanqu.model import Query, Term
from shanqu.store import Reader, findings
from shanqu.text.fold import fold

_LETTERS = re.compile(r"[a-z]{2,}")
_COUNTY_CODE = 6
_LEAST_PINYIN = 3
_METADATA = ("site", "column")


def matching(reader: Reader, query: Query) -> set[int] | None:
    """The articles that fulfil all terms; None where the query asks for nothing."""
    wanted: set[int] | None = None
    for term in sorted(query.terms, key=lambda term: term.negated):
        found = _articles(reader, term)
        if term.negated:
            wanted = (set(reader.ids()) if wanted is None else wanted) - found
        else:
            wanted = found if wanted is None else wanted & found
    return wanted


def _articles(reader: Reader, term: Term) -> set[int]:
    value = fold(term.value)
    if term.field is None:
        return reader.holding(value) | findings.naming(reader, latin_entities(reader, value))
    if term.field == "title":
        return reader.holding(value, title_only=True)
    if term.field in _METADATA:
        return reader.with_value(
            term.field, [name for name in reader.values(term.field) if value in fold(name)]
        )
    return findings.naming(reader, field_entities(reader, term.field, value))


def entities(reader: Reader, query: Query) -> set[int]:
    """The entities that the positive terms mean by pinyin, initials or field."""
    found: set[int] = set()
    for term in query.terms:
        if term.negated or term.field in ("title", *_METADATA):
            continue
        value = fold(term.value)
        if term.field is None:
            found |= latin_entities(reader, value)
        else:
            found |= field_entities(reader, term.field, value)
    return found


def latin_entities(reader: Reader, value: str) -> set[int]:
    """The entities that a bare Latin word may mean.

    Initials must be whole; for all but counties their first three letters do. The first three letters
    of the pinyin do for everything.
    """
    if not _LETTERS.fullmatch(value):
        return set()
    return {
        found.id
        for found in findings.spelled(reader, value)
        if value in (found.initials, found.pinyin)
        or (len(value) >= _LEAST_PINYIN and found.pinyin.startswith(value))
        or (len(value) >= _LEAST_PINYIN and (found.kind != "place" or len(found.code) != _COUNTY_CODE))
    }


def field_entities(reader: Reader, field: str, value: str) -> set[int]:
    """The entities of a kind that `value` names: in full or in part, or by pinyin or initials."""
    kind = "place" if field == "county" else field
    if kind == "place" and (place := resolve(value)):
        return findings.with_code(reader, place.code, kind)
    found = findings.called(reader, kind, value)
    if _LETTERS.fullmatch(value):
        found |= {latin.id for latin in findings.spelled(reader, value, kind)}
    if field == "county":
        found &= findings.counties(reader)
    return found
