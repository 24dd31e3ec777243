"""shanqu completion: a script that completes commands, options, files and counties, in a real shell."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# What bash does when somebody presses the tabulator after the words.
_TAB = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
_shtab_shanqu shanqu "${COMP_WORDS[$COMP_CWORD]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("completion") / "shanqu.bash"
    command = [sys.executable, "-m", "shanqu", "completion", "bash"]
    path.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
    return path


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["comp"], {"compare", "completion"}),
        (["compare", "suic"], {"suichang"}),
        (["compare", "遂昌", "仙"], {"仙居"}),
        (["compare", "--format", "h"], {"html"}),
        (["clean", "--ex"], {"--explain"}),
        (["config", "th"], {"theme"}),
        (["corrections", "sp"], {"split"}),
        (["corrections", "list", "--format", "c"], {"csv"}),
        (["facts", "--format", "m"], {"md"}),
        (["copies", "--ch"], {"--changed"}),
    ],
)
def test_bash_completes(script: Path, words: list[str], expected: set[str]) -> None:
    command = ["bash", "-c", _TAB, "bash", str(script), "shanqu", *words]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert set(result.stdout.split()) == expected


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_files(script: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").touch()
    command = ["bash", "-c", _TAB, "bash", str(script), "shanqu", "add", "pa"]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=tmp_path)
    assert result.stdout.split() == ["page.txt"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_have_every_command(shell: str) -> None:
    from shanqu.cli.parsing import COMMANDS

    command = [sys.executable, "-m", "shanqu", "completion", shell]
    script = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    assert all(name in script for name in COMMANDS)
    if interpreter := shutil.which(shell):
        subprocess.run([interpreter, "-n"], input=script, check=True, encoding="utf-8")
