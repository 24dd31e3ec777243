"""shanqu config: settings are shown, changed and taken back, and nothing else in the file is touched."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanqu.cli import choices
from shanqu.cli.main import main
from shanqu.settings import SettingsError, changed


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    choices.loaded_settings.cache_clear()
    yield tmp_path / "shanqu" / "config.toml"  # type: ignore[misc]
    choices.loaded_settings.cache_clear()


def _said(capfd: pytest.CaptureFixture[str]) -> str:
    choices.loaded_settings.cache_clear()
    return capfd.readouterr().out


def test_a_setting_is_set_shown_and_taken_back(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "measure", "30"]) == 0
    assert tomllib.loads(file.read_text()) == {"measure": 30}
    _said(capfd)
    assert main(["config", "measure"]) == 0
    assert _said(capfd) == "30\n"
    assert main(["config", "measure", "--unset"]) == 0
    assert tomllib.loads(file.read_text()) == {}


def test_all_settings_are_listed_with_their_file(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "config"]) == 0
    lines = _said(capfd).splitlines()
    assert [line.split()[0] for line in lines] == ["lang", "theme", "measure", "mouse", "file"]
    assert str(file) in lines[-1] and not file.exists()


@pytest.mark.parametrize(
    "arguments", [["measure", "900"], ["theme", "pink"], ["mouse", "1"], ["--unset"], ["nosuch", "1"]]
)
def test_what_cannot_be_set_changes_nothing(file: Path, arguments: list[str]) -> None:
    assert main(["config", *arguments]) == 2
    assert not file.exists()


def test_comments_and_other_settings_stay(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('# mine\nlang = "zh"  # at work\nmeasure = 30\n', encoding="utf-8")
    assert main(["config", "measure", "44"]) == 0
    assert file.read_text(encoding="utf-8") == '# mine\nlang = "zh"  # at work\nmeasure = 44\n'


@pytest.mark.parametrize("content", ["lang = [broken", 'note = """\nmeasure = 30\n"""\n'])
def test_a_file_that_is_not_understood_is_left_alone(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content)
    assert main(["config", "measure", "44"]) == 1
    assert file.read_text() == content


@given(
    st.lists(
        st.sampled_from(["# a note", "", 'lang = "en"', "mouse = false", "[more]", "measure = 20"]),
        max_size=6,
    ),
    st.sampled_from([("measure", 31), ("lang", "zh"), ("mouse", True), ("theme", None), ("measure", None)]),
)
def test_a_change_changes_one_setting_or_refuses(
    lines: list[str], change: tuple[str, str | int | None]
) -> None:
    text = "\n".join(lines)
    key, value = change
    try:
        after = changed(text, key, value)
    except SettingsError:
        return
    expected = {name: found for name, found in tomllib.loads(text).items() if name != key}
    assert tomllib.loads(after) == expected | ({} if value is None else {key: value})
