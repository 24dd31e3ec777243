"""Word lists of the user's own, beside the packaged ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shanqu.gazetteer.tables import use_folder
from shanqu.gazetteer.terms import industries, words


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
