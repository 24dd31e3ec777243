"""Which articles fulfil the conditions of a query."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.gazetteer import resolve
from shanqu.model import ENTITY_KINDS, Either, Near, Query, Term
from shanqu.query.user_marks import UserMarks
from shanqu.query.values import Date, amount, day_range
from shanqu.store import Reader, conditions, findings
from shanqu.store.conditions import NOTHING, All, Any, Condition, Not
from shanqu.text.fold import fold

_LETTERS = re.compile(r"[a-z]{2,}")
_COUNTY_CODE = 6
_LEAST_PINYIN = 3


class Matcher:
    """Turns queries into conditions on one library and the user's own marks."""

    def __init__(self, reader: Reader, marked: UserMarks) -> None:
        self._reader = reader
        self._marked = marked

    def condition(self, query: Query) -> Condition:
        """What an article must fulfil for the query."""
        return All(tuple(self._condition(term) for term in query.terms))

    def _condition(self, term: Term | Near | Either) -> Condition:
        match term:
            case Near():
                found = self._near(term)
            case Either():
                found = Any(tuple(self.condition(choice) for choice in term.choices))
            case Term():
                found = self._term(term)
        return Not(found) if term.negated else found

    def _near(self, near: Near) -> Condition:
        words = [fold(word) for word in near.words]
        if all(len(word) > 1 for word in words):
            return conditions.close_by(words, near.distance)
        # The index counts in pairs of characters: with a single one it can only tell the candidates.
        both = All(tuple(conditions.holding(word) for word in words))
        return conditions.among(
            text.id
            for text in self._reader.texts_where(both)
            if any(are_near(fold(one), words, near.distance) for one in (text.title, text.body))
        )

    def _term(self, term: Term) -> Condition:
        value = fold(term.value)
        match term.field:
            case None:
                return self._free(value)
            case "title":
                return conditions.holding(value, "title")
            case "body":
                return conditions.holding(value, "body")
            case "site" | "column" as column:
                if term.compare:
                    return conditions.with_value(column, [term.value])
                names = [name for name in self._reader.values(column) if value in fold(name)]
                return conditions.with_value(column, names)
            case "before" | "after" | "year":
                return _dated(term)
            case "amount":
                return _amount(term)
            case "kind":
                return _kind(value)
            case "is" | "has" | "tag" | "note":
                return self._of_the_user(term, value)
            case field:
                return conditions.naming(field_entities(self._reader, field, value))

    def _free(self, value: str) -> Condition:
        literal = conditions.holding(value)
        meant = latin_entities(self._reader, value)
        return Any((literal, conditions.naming(meant))) if meant else literal

    def _of_the_user(self, term: Term, value: str) -> Condition:
        match term.field, term.value:
            case "is", "duplicate":
                return conditions.DUPLICATE
            case "is", "undated":
                return conditions.UNDATED
            case "is", "gone":
                return conditions.GONE
            case "has", "amount":
                return conditions.stating_amount(">=", 0)
            case "is", "starred":
                return conditions.among(self._marked.starred())
            case "has", what:
                return conditions.among(self._marked.noted() if what == "note" else self._marked.tagged())
            case "tag", _:
                return conditions.among(self._marked.tagged(value))
        return conditions.among(self._marked.noted(value))


def are_near(folded: str, words: Sequence[str], distance: int) -> bool:
    """Whether both words stand in the text with at most so many characters between them."""
    left, right = ([at for at in range(len(folded)) if folded.startswith(word, at)] for word in words)
    return any(
        (second - first - len(words[0]) if first <= second else first - second - len(words[1])) <= distance
        for first in left
        for second in right
    )


def _dated(term: Term) -> Condition:
    days = day_range(term.value)
    if isinstance(days, Date):
        return NOTHING
    first, following = days
    if term.field == "before":
        return conditions.published_before(first)
    if term.field == "after":
        return conditions.published_from(first)
    return conditions.published_within(first, following)


def _amount(term: Term) -> Condition:
    yuan = amount(term.value)
    for operator in ("<", "<=", "=", ">=", ">"):
        if yuan is not None and term.compare == operator:
            return conditions.stating_amount(operator, yuan)
    return NOTHING


def _kind(kind: str) -> Condition:
    return conditions.naming_kind(kind) if kind in ENTITY_KINDS else conditions.stating_kind(kind)


def entities(reader: Reader, query: Query) -> set[int]:
    """The entities that the positive terms mean by pinyin, initials or field."""
    found: set[int] = set()
    for term in positive(query):
        value = fold(term.value)
        if term.field is None:
            found |= latin_entities(reader, value)
        elif term.field in ENTITY_KINDS or term.field == "county":
            found |= field_entities(reader, term.field, value)
    return found


def positive(query: Query) -> list[Term]:
    """The plain terms that are not negated, also those of choices."""
    found: list[Term] = []
    for term in query.terms:
        if isinstance(term, Term) and not term.negated:
            found.append(term)
        elif isinstance(term, Either) and not term.negated:
            found += [one for choice in term.choices for one in positive(choice)]
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
