"""The wheel of the whole program, compiled: it answers as the sources do, character for character."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from importlib.machinery import EXTENSION_SUFFIXES
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

from answers import answers
from marked import load
from wheels import needs_compiler, wheel_of

ROOT = Path(__file__).parents[2]


def _pages(folder: Path) -> list[Path]:
    """The samples and the pages of the tests of cleaning, as files."""
    files = sorted(ROOT.glob("seeds/*.txt"))
    for marked in chain.from_iterable(
        load(ROOT / "tests" / "clean" / name, flat=False) for name in ("pages", "unseen", "blind")
    ):
        files.append(folder / f"{marked.name}{'.html' if marked.html else '.txt'}")
        files[-1].write_bytes(marked.data)
    return files


@needs_compiler
def test_compiled_modules_answer_as_their_sources_do(tmp_path: Path) -> None:
    wheel = wheel_of(ROOT, tmp_path, SHANQU_COMPILE="1", MYPYC_OPT_LEVEL="0")
    assert not wheel.name.endswith("-none-any.whl")
    installed = tmp_path / "installed"
    with ZipFile(wheel) as packed:
        packed.extractall(installed)
    pages = _pages(tmp_path)
    said = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("answers.py")), *map(str, pages)],
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    found = json.loads(said.stdout)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    libraries = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["libraries"]
    for module in map(Path, found["modules"]):
        assert module.is_relative_to(installed)
        compiled = module.name.endswith(tuple(EXTENSION_SUFFIXES))
        assert compiled == (f"shanqu.{module.parent.name}" in libraries)
        # Tracebacks show the sources.
        assert module.with_name(f"{module.name.split('.')[0]}.py").is_file()
    assert len(pages) > 50
    assert found["answers"] == answers(pages)
