"""What is asked of all articles at once and what is asked of one after the other are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shanqu.model import Fact
from shanqu.store import Reader, conditions, finding, lookup
from shanqu.store.conditions import All, Any, Condition, Not
from shanqu.store.latest import latest

FIRM = ("company", "甲乙纸业", "甲乙纸业有限公司", None)
TRADE = ("industry", "造纸业", "造纸业", None)
_TEXTS = ("遂昌造纸业。", "甲乙纸业在縣里。", "甲乙纸业做造纸业。", "哪里都有AB山。", "遂昌造纸业。")
_PAID = Fact(0, 2, "若干", "总投资", "level", "若干", 0, 2, 3e8, unit="元")


@pytest.fixture
def reader(put: Callable[..., int], library_dir: Path) -> Iterator[Reader]:
    for number, text in enumerate(_TEXTS):
        date = (None, "2021-07", "2023", "--09-28", "2021")[number]
        put(text, f"/{number}", FIRM, TRADE, facts=(_PAID,) * (number % 2), published=date)
    opened = Reader(library_dir)
    yield opened
    opened.close()


def _entities(reader: Reader, kind: str) -> list[int]:
    return [one.id for one in lookup.of_kind(reader, kind)]


_ASKED: dict[str, Callable[[Reader], Condition]] = {
    "a word": lambda _: conditions.holding("造纸业"),
    "a traditional character": lambda _: conditions.holding("县里"),
    "letters": lambda _: conditions.holding("ab"),
    "one character in a title": lambda _: conditions.holding("3", "title"),
    "words close by": lambda _: conditions.close_by(["甲乙", "造纸"], 3),
    "a firm": lambda reader: conditions.naming(_entities(reader, "company")),
    "many entities": lambda reader: conditions.naming([*_entities(reader, "company"), *range(1000, 1020)]),
    "a kind of entity": lambda _: conditions.naming_kind("industry"),
    "a kind of fact": lambda _: conditions.stating_kind("level"),
    "an amount": lambda _: conditions.stating_amount(">", 1e8),
    "no site": lambda _: Not(conditions.with_value("site", ["甲网"])),
    "a date": lambda _: conditions.published_within("2021", "2022"),
    "no date": lambda _: conditions.UNDATED,
    "reprints": lambda _: conditions.DUPLICATE,
    "what is gone": lambda _: Not(conditions.GONE),
    "some of them": lambda _: conditions.among([2, 3, 99]),
}


@pytest.mark.parametrize("asked", _ASKED)
def test_all_at_once_and_one_after_the_other_tell_the_same(reader: Reader, asked: str) -> None:
    condition = _ASKED[asked](reader)
    word = conditions.holding("纸")
    for one in (condition, Not(condition), All((word, condition)), Any((Not(word), condition))):
        found = latest(reader, one, 100, 1e9)
        assert found is not None and found.complete
        assert list(found.ids) == list(finding.every(reader, one)), one
        assert len(found.ids) == finding.number(reader, one), one


def test_what_is_rare_is_not_looked_for_one_after_the_other(reader: Reader) -> None:
    assert latest(reader, conditions.holding("造纸业"), 100, 10.0) is None
