"""In an enumeration each name is with its own county, and with no other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from shanqu.store import database_path

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
XIANJU = ("place", "仙居", "仙居县", "331024")
LISHUI = ("place", "丽水", "丽水市", "3311")
FIRM = ("company", "甲乙纸业", "甲乙纸业", None)
OTHER = ("company", "丙丁化工", "丙丁化工", None)
THIRD = ("company", "戊己阀门", "戊己阀门", None)
NAMES = (SUICHANG, XIANJU, LISHUI, FIRM, OTHER, THIRD)

Companies = Callable[[str], set[tuple[str, str]]]


@pytest.fixture
def companies(put: Callable[..., int], library_dir: Path) -> Companies:
    """Which firms are with which places in an article of this text."""

    def read(text: str) -> set[tuple[str, str]]:
        put(text, "/1", *(name for name in NAMES if name[1] in text))
        with closing(sqlite3.connect(database_path(library_dir))) as connection:
            rows = connection.execute(
                "SELECT here.canonical, there.canonical FROM met JOIN entity here ON here.id = met.entity"
                " JOIN entity there ON there.id = other WHERE here.kind = 'place' AND met.kind = 'company'"
            ).fetchall()
        return {(place[:2], firm[:2]) for place, firm in rows}

    return read


@pytest.mark.parametrize(
    "text",
    [
        "遂昌的甲乙纸业、仙居的丙丁化工都已投产。",
        "项目有甲乙纸业纸板项目(遂昌)、丙丁化工颜料项目(仙居)。",
        "项目有甲乙纸业(遂昌)和丙丁化工(仙居)。",
        "甲乙纸业在遂昌投产,丙丁化工在仙居投产。",
    ],
)
def test_what_an_enumeration_gives_to_one_county_is_not_with_another(companies: Companies, text: str) -> None:
    assert companies(text) == {("遂昌", "甲乙"), ("仙居", "丙丁")}


def test_goods_of_a_firm_in_an_enumeration_are_with_its_county(
    put: Callable[..., int], library_dir: Path
) -> None:
    text = "项目有甲乙纸业年产5万吨纸板项目(遂昌)、丙丁化工颜料项目(仙居)。"
    put(text, "/1", SUICHANG, XIANJU, FIRM, OTHER, ("product", "纸板", "纸板", None))
    assert _places_of(library_dir, "纸板") == {"遂昌县"}
    text = "遂昌、仙居的纸板都很有名,甲乙纸业也在遂昌。"
    put(text, "/1", SUICHANG, XIANJU, FIRM, ("product", "纸板", "纸板", None))
    assert _places_of(library_dir, "纸板") == {"遂昌县", "仙居县"}


def _places_of(library_dir: Path, name: str) -> set[str]:
    with closing(sqlite3.connect(database_path(library_dir))) as connection:
        rows = connection.execute(
            "SELECT here.canonical FROM met JOIN entity here ON here.id = met.entity"
            " JOIN entity there ON there.id = other WHERE here.kind = 'place' AND there.canonical = ?",
            (name,),
        ).fetchall()
    return {place for (place,) in rows}


def test_what_follows_a_county_with_enumeration_commas_is_all_its(companies: Companies) -> None:
    text = "遂昌的甲乙纸业、戊己阀门,仙居的丙丁化工都已投产。"
    assert companies(text) == {("遂昌", "甲乙"), ("遂昌", "戊己"), ("仙居", "丙丁")}


@pytest.mark.parametrize(
    "text", ["甲乙纸业落户遂昌、仙居。", "遂昌、仙居的甲乙纸业投产。", "甲乙纸业在遂昌投产,又在仙居建厂。"]
)
def test_one_name_may_be_with_several_counties(companies: Companies, text: str) -> None:
    assert companies(text) == {("遂昌", "甲乙"), ("仙居", "甲乙")}


def test_a_prefecture_is_with_what_its_counties_have(companies: Companies) -> None:
    text = "丽水有好企业:遂昌的甲乙纸业、仙居的丙丁化工。"
    assert {("丽水", "甲乙"), ("丽水", "丙丁")} <= companies(text)


def test_a_name_without_a_county_of_its_own_is_with_all_of_the_sentence(companies: Companies) -> None:
    text = "戊己阀门说,遂昌的甲乙纸业、仙居的丙丁化工都好。"
    assert {("遂昌", "戊己"), ("仙居", "戊己")} <= companies(text)


def test_commas_within_numbers_and_names_part_nothing(companies: Companies) -> None:
    assert companies("甲乙纸业年产10,000吨的遂昌厂,丙丁化工在仙居。") == {("遂昌", "甲乙"), ("仙居", "丙丁")}
