"""Entities by a part of their names."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shanqu.query import Library


def firm(text: str, name: str) -> tuple[str, str, str, None]:
    return ("company", text, name, None)


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path):
    put("云锦纸业股份公司与云锦签约,青山云锦店", "/1", firm("云锦纸业股份公司", "云锦纸业股份公司"),
        firm("云锦", "云锦"), firm("青山云锦店", "青山云锦店"))  # fmt: skip
    put("青山云锦店与锦纸(旧名)", "/2", firm("青山云锦店", "青山云锦店"), firm("锦纸", "云锦纸业股份公司"))
    put("云锦工业园", "/3", ("park", "云锦工业园", "云锦工业园", None))
    with Library.open(library_dir) as opened:
        yield opened


def names(library: Library, text: str, most: int = 10) -> list[str]:
    return [one.canonical for one in library.suggestions("company", text, most)]


def test_the_exact_name_comes_first_then_the_most_named_before_all_those_that_begin_so(library):
    assert names(library, "云锦") == ["云锦", "云锦纸业股份公司", "青山云锦店"]
    assert names(library, "云锦", most=1) == ["云锦"]


def test_other_names_of_it_are_known_and_nothing_finds_nothing(library):
    assert names(library, "锦纸") == ["云锦纸业股份公司"]
    assert names(library, " ") == names(library, "无此") == []


def test_the_corrected_are_suggested_as_they_are_called_now(library):
    ids = {one.canonical: library.find_entity(one.canonical, "company") for one in library.facets()}
    corrections = library.corrections
    corrections.rename(library.name_of(ids["云锦纸业股份公司"]), "云锦股份")
    corrections.hide(library.name_of(ids["云锦"]))
    assert names(library, "云锦") == ["云锦股份", "青山云锦店"]
    assert names(library, "云锦股份") == ["云锦股份"]
