"""The wheel of the whole program, compiled: it answers as the sources do, character for character."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from zipfile import ZipFile

from answers import answers
from wheels import needs_compiler, wheel_of

ROOT = Path(__file__).parents[2]
PAGES = [
    *sorted(ROOT.glob("seeds/*.txt")),
    *sorted(ROOT.glob("tests/clean/*/*.html")),
    *sorted(ROOT.glob("tests/clean/*/*.txt")),
]


@needs_compiler
def test_compiled_modules_answer_as_their_sources_do(tmp_path: Path) -> None:
    wheel = wheel_of(ROOT, tmp_path / "wheel", SHANQU_COMPILE="1", MYPYC_OPT_LEVEL="0")
    assert not wheel.name.endswith("-none-any.whl")
    installed = tmp_path / "installed"
    with ZipFile(wheel) as packed:
        packed.extractall(installed)
    said = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("answers.py")), *map(str, PAGES)],
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    found = json.loads(said.stdout)
    libraries = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"][
        "targets"
    ]["wheel"]["hooks"]["custom"]["libraries"]
    for module in found["modules"]:
        assert Path(module).is_relative_to(installed)
        room = Path(module).parent.name
        assert module.endswith(tuple(EXTENSION_SUFFIXES)) == (f"shanqu.{room}" in libraries)
        # Tracebacks show the sources.
        assert Path(module).with_name(f"{Path(module).name.split('.')[0]}.py").is_file()
    assert found["answers"] == answers(PAGES)
