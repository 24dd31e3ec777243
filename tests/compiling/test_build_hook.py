"""When a wheel is compiled: where it is asked for, and never halfway."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from wheels import needs_compiler, wheel_of

from compiling.hook import CompilingHook

COMPILING = Path(__file__).parents[2] / "tui" / "compiling"
PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "tiny"
version = "1"
requires-python = ">=3.11"
[tool.hatch.build.targets.wheel]
packages = ["tui/tiny"]
[tool.hatch.build.targets.wheel.hooks.custom]
path = "tui/compiling/hook.py"
compile-with = ["mypy"]
level = 0
[tool.hatch.build.targets.wheel.hooks.custom.libraries]
"tiny.room" = ["tiny/room/*.py"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that the hook compiles, as small as can be."""
    root = tmp_path / "project"
    room = root / "tui" / "tiny" / "room"
    room.mkdir(parents=True)
    shutil.copytree(COMPILING, root / "tui" / "compiling")
    (root / "pyproject.toml").write_text(PROJECT, "utf-8")
    for package in (room, room.parent):
        (package / "__init__.py").touch()
    (room / "sums.py").write_text("def total(of: list[int]) -> int:\n    return sum(of)\n", "utf-8")
    return root


@needs_compiler
def test_a_wheel_is_compiled_where_that_is_asked_for(project: Path, tmp_path: Path) -> None:
    wheel = wheel_of(project, tmp_path, SHANQU_COMPILE="1")
    assert not wheel.name.endswith("-none-any.whl")
    with ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    shown = subprocess.run(
        [sys.executable, "-c", "from tiny.room import sums; print(sums.__file__, sums.total([1, 2]))"],
        cwd=tmp_path / "installed",
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert not shown[0].endswith(".py")
    assert shown[1] == "3"
    assert (tmp_path / "installed" / "tiny" / "room" / "sums.py").is_file()


@needs_compiler
def test_who_asks_for_a_compiled_wheel_is_told_why_there_is_none(project: Path, tmp_path: Path) -> None:
    (project / "tui" / "tiny" / "room" / "sums.py").write_text("total: int = 'none'\n", "utf-8")
    with pytest.raises(subprocess.CalledProcessError) as failed:
        wheel_of(project, tmp_path, SHANQU_COMPILE="1")
    assert "Incompatible types in assignment" in failed.value.stderr


@pytest.mark.parametrize("env", [{}, {"SHANQU_COMPILE": "0"}])
def test_nothing_is_compiled_where_none_asks_for_it(
    project: Path, tmp_path: Path, env: dict[str, str]
) -> None:
    # What compiling would need is not asked for either, so that it is not downloaded.
    code = "from hatchling.build import get_requires_for_build_wheel as ask; print(ask())"
    wheel = wheel_of(project, tmp_path, **env)
    assert wheel.name.endswith("-py3-none-any.whl")
    asked = subprocess.run(
        [sys.executable, "-c", code], cwd=project, env=env, check=True, capture_output=True, text=True
    )
    assert asked.stdout.split() == ["[]"]


def test_an_editable_installation_runs_from_the_sources(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHANQU_COMPILE", "1")
    build_data: dict[str, object] = {}
    hook = CompilingHook(str(project), {"libraries": {}}, None, None, "", "wheel")  # type: ignore[arg-type]
    hook.initialize("editable", build_data)
    assert build_data == {}
