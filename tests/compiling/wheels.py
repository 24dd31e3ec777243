"""Wheels, built as an installer builds them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

_BUILD = "import sys; from hatchling import build; print(getattr(build, sys.argv[1])(sys.argv[2]))"

needs_compiler = pytest.mark.skipif(
    shutil.which((sysconfig.get_config_var("CC") or "cc").split()[0]) is None, reason="no C compiler"
)


def wheel_of(root: Path, folder: Path, how: str = "build_wheel", **env: str) -> Path:
    """The wheel of the project in `root`, built in `folder`; raises `CalledProcessError` where that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("SHANQU_")}
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, how, str(folder)],
        cwd=root,
        env={**inherited, **env},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return folder / done.stdout.splitlines()[-1]
