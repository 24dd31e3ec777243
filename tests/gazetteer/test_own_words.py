"""Word lists of the user's own, beside the packaged ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shanqu.gazetteer.regions import town_names
from shanqu.gazetteer.tables import use_folder
from shanqu.gazetteer.terms import industries, words
from shanqu.gazetteer.zones import zone_by_name


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder for files of the user's, forgotten afterwards."""
    yield tmp_path
    use_folder(None)


def test_a_file_of_the_users_adds_to_the_list_of_that_name(folder: Path) -> None:
    packaged = words("projects", "works")
    (folder / "projects.toml").write_text('works = ["观景台"]\n', encoding="utf-8")
    use_folder(folder)
    assert words("projects", "works") == ("观景台", *packaged)


def test_a_trade_of_the_users_is_known(folder: Path) -> None:
    (folder / "industries.toml").write_text(
        '[[industry]]\ngroup = "own"\nentries = [["榨面产业", "榨面"]]\n', encoding="utf-8"
    )
    use_folder(folder)
    assert industries()["榨面"] == "榨面产业"
    use_folder(None)
    assert "榨面" not in industries()


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("projects", "no such list")


def test_a_broken_file_is_named_and_left_out(folder: Path) -> None:
    packaged = words("projects", "works")
    (folder / "projects.toml").write_text("works = [", encoding="utf-8")
    (folder / "industries.toml").write_text(
        '[[industry]]\ngroup = "own"\nentries = [["榨面产业", "榨面"]]\n', encoding="utf-8"
    )
    (reason,) = use_folder(folder)
    assert reason.startswith("projects.toml: ")
    assert words("projects", "works") == packaged and industries()["榨面"] == "榨面产业"


def test_a_list_of_another_form_is_named(folder: Path) -> None:
    (folder / "projects.toml").write_text('works = "水库"\n', encoding="utf-8")
    assert use_folder(folder) == ("projects.toml: works must be a list",)


def test_zones_and_townships_of_the_users_are_known(folder: Path) -> None:
    (folder / "zones.csv").write_text("name,short,code\n遂昌云溪产业园,云溪园,331123\n", encoding="utf-8-sig")
    (folder / "townships.csv").write_text("code,name,parent_code\n,云溪镇,331123\n", encoding="utf-8")
    assert use_folder(folder) == ()
    zone = zone_by_name("云溪园")
    assert zone is not None and (zone.name, zone.code) == ("遂昌云溪产业园", "331123")
    assert "云溪镇" in town_names()
    use_folder(None)
    assert zone_by_name("云溪园") is None and "云溪镇" not in town_names()


@pytest.mark.parametrize(
    ("name", "rows", "reason"),
    [
        ("zones.csv", "name,county\n云溪园,331123\n", "line 2: the columns are name, short, code, kind"),
        ("zones.csv", "name,code\n,331123\n", "line 2 has no name"),
        ("counties.csv", "code,name\n331199,云溪县\n", "only townships.csv and zones.csv can be added to"),
    ],
)
def test_a_table_that_cannot_be_used_is_named(folder: Path, name: str, rows: str, reason: str) -> None:
    (folder / name).write_text(rows, encoding="utf-8")
    assert use_folder(folder) == (f"{name}: {reason}",)
    assert zone_by_name("云溪园") is None
