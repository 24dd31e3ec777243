"""The search language: what is typed into the filter, as a `Query`.

    遂昌 工业            both words (AND adds nothing)    "生态 工业"      the phrase, with spaces and punctuation
    遂昌 OR 景宁         one of them (also: |)            -招商           without
    遂昌 NEAR/20 工业    at most 20 characters apart      (遂昌 OR 景宁) -招商
    county:遂昌 县:遂昌  what was extracted               title:工业       in the title; body: in the text
    before:2021-06 after:2020 year:2021-2023             published; `after` and `year` take in what they name
    amount>10亿 金额<=5000万                              states such an amount of money
    is:starred is:duplicate is:undated is:gone           has:note has:tag tag:… note:…
    @name                                                a query kept under a name

OR joins its two neighbours, before the space between conditions does. Signs may be half or full width.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from shanqu.messages import Message
from shanqu.model import Either, Near, Query, Term
from shanqu.query.fields import COMPARED, FIELDS, UNDATED, checked, field_at
from shanqu.query.fields import QuerySyntaxError as QuerySyntaxError

Condition = Term | Near | Either
Operand = tuple[Condition | None, int, int]

_CLOSING = {'"': '"“”＂', "“": '”"', "”": '”"', "＂": '＂"', "「": "」", "『": "』"}
_MINUS = "-－−"
_OPEN, _CLOSE = "(（", ")）"
_OR = ("OR", "|", "｜", "||")
_AND = ("AND", "ＡＮＤ", "&&")
_NEAR = ("NEAR", "ＮＥＡＲ")
_ALTERNATIVE = -1
_DISTANCE = 10
_FARTHEST = 1000
_DEEPEST = 20
# Of the names of kept queries no more are told.
_NAMED = 5

__all__ = ["FIELDS", "QuerySyntaxError", "parse"]


def parse(text: str, named: Mapping[str, str] | None = None) -> Query:
    """The conditions that `text` states; `named` are the queries that `@name` stands for.

    What is still being typed is read kindly: an open quote or bracket runs to the end, a lone `-`, an operator
    without a second word and a field without a value say nothing. Raises QuerySyntaxError for what cannot be
    meant: a Latin word before a colon that is no field (in quotes it is literal text), a date that is none, a name
    under which no query is kept (in quotes, or where no names are given at all, it is literal text), ...
    """
    return _Parser(text, named, 0).query()


class _Parser:
    def __init__(self, text: str, named: Mapping[str, str] | None, depth: int) -> None:
        self._text = text
        self._named = named
        self._depth = depth
        self._at = 0

    def query(self, *, inside: bool = False) -> Query:
        """The conditions up to the end, or (`inside` brackets) to the one that closes them."""
        found: list[Condition] = []
        while (joined := self._joined(inside)) is not None:
            found += joined
        return Query(tuple(found))

    def _joined(self, inside: bool) -> list[Condition] | None:
        """The next condition with all that operators join to it; None at the end."""
        while self._operator(inside):
            pass
        if self._over(inside):
            return None
        choices: list[list[Condition]] = []
        operands = [self._operand(inside)]
        distances: list[int] = []
        while operator := self._operator(inside):
            while self._operator(inside):
                pass
            if self._over(inside):
                break
            if operator == _ALTERNATIVE:
                choices.append(_close_together(operands, distances))
                operands, distances = [], []
            else:
                distances.append(operator - 1)
            operands.append(self._operand(inside))
        choices.append(_close_together(operands, distances))
        said = [choice for choice in choices if choice]
        if len(said) < 2:
            return said[0] if said else []
        return [Either(tuple(Query(tuple(choice)) for choice in said))]

    def _operand(self, inside: bool) -> Operand:
        start = self._at
        return self._condition(inside), start, self._at

    def _over(self, inside: bool) -> bool:
        """Whether nothing follows; steps over spaces, and over AND, for all conditions are to be fulfilled anyway."""
        text = self._text
        while self._at < len(text):
            if text[self._at].isspace():
                self._at += 1
            elif (
                text.startswith(_AND, self._at)
                and text[self._at : (end := self._word_end(self._at, inside))] in _AND
            ):
                self._at = end
            else:
                return inside and text[self._at] in _CLOSE
        return True

    def _operator(self, inside: bool) -> int:
        """Steps over OR (then `_ALTERNATIVE`) or NEAR (then its distance + 1); 0 where neither stands here."""
        if self._over(inside):
            return 0
        end = self._word_end(self._at, inside)
        word = self._text[self._at : end]
        if word in _OR:
            self._at = end
            return _ALTERNATIVE
        name, slash, number = word.replace("／", "/").partition("/")
        if name not in _NEAR or (slash and number and not number.isdecimal()):
            return 0
        self._at = end
        return min(int(number) if number else _DISTANCE, _FARTHEST) + 1

    def _condition(self, inside: bool) -> Condition | None:
        """The condition that begins here; None where it says nothing."""
        text = self._text
        negated = text[self._at] in _MINUS
        self._at += negated
        if self._at >= len(text):
            return None
        if text[self._at] in _OPEN:
            return self._group(negated)
        if text[self._at] == "@" and self._named is not None:
            return self._kept(self._named, inside, negated)
        return self._term(inside, negated)

    def _group(self, negated: bool) -> Condition | None:
        if self._depth >= _DEEPEST:
            raise QuerySyntaxError(Message("too many brackets in each other"), self._at, self._at + 1)
        self._at += 1
        self._depth += 1
        query = self.query(inside=True)
        self._depth -= 1
        self._at += 1
        return _grouped(query, negated)

    def _kept(self, known: Mapping[str, str], inside: bool, negated: bool) -> Condition | None:
        """What the query says that is kept under the name that begins here."""
        start, end = self._at, self._word_end(self._at, inside)
        name = self._text[start + 1 : end]
        if name not in known:
            raise QuerySyntaxError(_unknown(name, known), start, end, name)
        self._at = end
        if self._depth >= _DEEPEST:
            raise QuerySyntaxError(Message("@{name} stands for itself", name=name), start, end, name)
        try:
            query = _Parser(known[name], known, self._depth + 1).query()
        except QuerySyntaxError as error:
            text = Message("@{name}: {message}", name=name, message=error.message)
            raise QuerySyntaxError(text, start, end, name) from error
        return _grouped(query, negated)

    def _term(self, inside: bool, negated: bool) -> Term | None:
        start = self._at
        field, compare, self._at = field_at(self._text, start)
        begin = self._at
        value = self._value(inside).strip()
        if not value:
            return None
        if field is None:
            return Term(value, None, negated)
        value, says = checked(field, value, (begin, self._at))
        if not says:
            return None
        if field == "year" and value == UNDATED:
            return Term(UNDATED, "is", negated)
        return Term(value, field, negated, compare or ("=" if field in COMPARED else ""))

    def _value(self, inside: bool) -> str:
        text, at = self._text, self._at
        if at < len(text) and text[at] in _CLOSING:
            closing = _CLOSING[text[at]]
            end = at + 1
            while end < len(text) and text[end] not in closing:
                end += 1
            self._at = min(end + 1, len(text))
            return text[at + 1 : end]
        self._at = self._word_end(at, inside)
        return text[at : self._at]

    def _word_end(self, at: int, inside: bool) -> int:
        """Where the word at `at` ends; in brackets, before the one that closes them."""
        open_ones = 0
        while at < len(self._text) and not self._text[at].isspace():
            char = self._text[at]
            if char in _CLOSE:
                if inside and not open_ones:
                    break
                open_ones -= 1
            open_ones += char in _OPEN
            at += 1
        return at


def _unknown(name: str, known: Mapping[str, str]) -> Message:
    """That no query is kept under the name, and under which names some are: those first that begin like it."""
    if not known:
        return Message("no query is kept under a name; @ in quotes is literal text")
    near = sorted(known, key=lambda one: not one.startswith(name))[:_NAMED]
    names = " ".join(f"@{one}" for one in near)
    return Message("no query is kept as @{name}; there are {names}", name=name, names=names)


def _close_together(operands: list[Operand], distances: list[int]) -> list[Condition]:
    """The operands of one choice: as they are, or in pairs where NEAR joins them."""
    if not distances:
        return [condition for condition, _, _ in operands if condition]
    pairs: list[Condition] = []
    for ((left, start, _), (right, _, end)), distance in zip(pairwise(operands), distances, strict=True):
        for side in (left, right):
            if side and (not isinstance(side, Term) or side.field or side.negated):
                raise QuerySyntaxError(Message("NEAR joins plain words and phrases only"), start, end, "NEAR")
        if isinstance(left, Term) and isinstance(right, Term):
            pairs.append(Near((left.value, right.value), distance))
    return pairs


def _grouped(query: Query, negated: bool) -> Condition | None:
    if not query.terms:
        return None
    if len(query.terms) == 1:
        term = query.terms[0]
        return term._replace(negated=term.negated != negated)
    return Either((query,), negated)
