"""The settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from shanqu.settings import Settings, load


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_no_file_means_the_defaults(file: Path) -> None:
    assert load(file) == (Settings(), ())


def test_what_is_set_is_used(file: Path) -> None:
    file.write_text('lang = "en"\ntheme = "light"\nmeasure = 30\nmouse = false\n')
    assert load(file) == (Settings("en", "light", 30, False), ())


@pytest.mark.parametrize(
    "line", ['lang = "fr"', 'theme = "pink"', "measure = 3", "measure = true", 'mouse = "no"', "unknown = 1"]
)
def test_what_is_wrong_is_named_and_passed_over(file: Path, line: str) -> None:
    file.write_text(line)
    settings, (warning,) = load(file)
    assert settings == Settings()
    assert line.split()[0] in warning and str(file) in warning


@pytest.mark.parametrize("content", [b"= broken", b"lang = \xff"])
def test_a_file_that_cannot_be_read_leaves_the_defaults(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    settings, (warning,) = load(file)
    assert settings == Settings() and "\n" not in warning
