"""What hatchling calls when it builds a wheel: compiles the rooms where most time is spent, if that is asked for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# 1: compile, and fail where that fails. Else the program runs from its sources: compiling takes minutes, which only pay
# for who adds some ten thousand pages.
CHOICE = "SHANQU_COMPILE"
# How far the C compiler optimises, 0 to 3, as for mypy and black themselves.
LEVEL = "MYPYC_OPT_LEVEL"
_EDITABLE = "editable"
_LAST_LINES = 12


class CompilingHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds compiled libraries, which its table in pyproject.toml names, to a wheel that is no editable one."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What compiling needs; nothing where the sources are not to be compiled."""
        return list(self.config["compile-with"]) if _is_wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile where the environment asks for it. Raises `RuntimeError` where that fails."""
        if version == _EDITABLE or not _is_wanted():
            return
        self._built = tempfile.mkdtemp(prefix="shanqu-compiled-")
        if failure := self._compile(Path(self._built)):
            raise RuntimeError(failure)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        for path in Path(self._built, "lib").rglob("*.*"):
            if path.is_file():
                build_data["force_include"][str(path)] = path.relative_to(self._built, "lib").as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled once the wheel holds it."""
        shutil.rmtree(getattr(self, "_built", ""), ignore_errors=True)

    def _compile(self, built: Path) -> str:
        """Compile into the folder `lib` of `built`; what went wrong, or nothing."""
        sources = Path(self.root, "tui")
        libraries = {
            name: [str(path.relative_to(sources)) for path in _modules(sources, patterns)]
            for name, patterns in self.config["libraries"].items()
        }
        level = os.environ.get(LEVEL, str(self.config["level"]))
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("libraries.py")), str(built), level],
            input=json.dumps(libraries),
            cwd=sources,
            text=True,
            encoding="utf-8",
            errors="replace",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return "" if done.returncode == 0 else "\n".join(done.stdout.splitlines()[-_LAST_LINES:])


def _modules(sources: Path, patterns: list[str]) -> list[Path]:
    """The modules that fit the patterns, which name a file or the files of a folder; packages stay as they are."""
    found = {path for pattern in patterns for path in sources.glob(pattern)}
    return sorted(path for path in found if path.name != "__init__.py")


def _is_wanted() -> bool:
    return os.environ.get(CHOICE) == "1"
