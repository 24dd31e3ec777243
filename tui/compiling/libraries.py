"""Compiles modules to libraries with mypyc: run by `hook.py` in a process of its own, in the folder of the sources.

Arguments: the folder to build in and how far to optimise. Standard input: a JSON object, for each library its modules.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from mypyc.build import mypycify
from setuptools import setup

# Neither the user's settings nor packages that happen to be installed change what is made of the sources.
_MYPY = ["--config-file=", "--no-site-packages", "--ignore-missing-imports", "--no-warn-unused-ignores"]
_QUIET = ["-w", "-Wno-error"]


def main() -> None:
    """Compile. Leaves with an error where mypy or the C compiler finds one."""
    folder, level = Path(sys.argv[1]), sys.argv[2]
    libraries: dict[str, list[str]] = json.load(sys.stdin)
    modules = [path for paths in libraries.values() for path in paths]
    extensions = mypycify(
        [*_MYPY, f"--cache-dir={os.devnull}", *modules],
        separate=[(paths, name) for name, paths in libraries.items()],
        opt_level=level,
        debug_level="0",
        target_dir=str(folder / "c"),
    )
    if os.name != "nt":
        # A warning of a compiler that nobody has tried yet is no reason to do without.
        for extension in extensions:
            extension.extra_compile_args += _QUIET
    setup(
        name="shanqu",
        packages=[],
        py_modules=[],
        ext_modules=extensions,
        script_args=[
            "build_ext",
            f"--build-lib={folder / 'lib'}",
            f"--build-temp={folder / 'temp'}",
            f"--parallel={os.cpu_count() or 1}",
        ],
    )


if __name__ == "__main__":
    main()
