"""Who may know whom, and what must not be loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_HEAVY = (
    "textual",
    "rich",
    "jieba",
    "lxml",
    "pypinyin",
    "shanqu.ui",
    "shanqu.clean",
    "shanqu.extract",
    "shanqu.ingest",
)
_ROOT = Path(__file__).parents[1]


def test_imports_run_along_the_arrow() -> None:
    importlinter = pytest.importorskip("importlinter.cli")
    assert importlinter.lint_imports(config_filename=str(_ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize(
    "script",
    [
        "import sys; from shanqu.cli.main import main; main(['--help'])",
        "import sys; from shanqu.cli.main import main; main(['list', '--help'])",
        "import sys; from pathlib import Path; from shanqu.query import Library, parse\n"
        "with Library.open(Path(sys.argv[1])) as library:\n"
        "    library.rows(library.search(parse('sc'))); library.facets(); library.counties()",
        "import sys; import shanqu.indexing",
    ],
)
def test_nothing_heavy_is_loaded_to_start_or_to_read(script: str, tmp_path: Path) -> None:
    from shanqu.store.writer import Store

    Store(tmp_path).close()
    script += f"\nprint(*[name for name in {_HEAVY!r} if name in sys.modules], file=sys.stderr)"
    result = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert result.stderr.split() == []
