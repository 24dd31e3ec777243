"""What is made from the data of others says so, and the wheel carries their licences."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_every_table_made_from_the_data_of_others_is_in_the_notice() -> None:
    notice = (ROOT / "docs" / "licenses" / "NOTICE.txt").read_text("utf-8")
    made = [
        path.relative_to(ROOT / "tui").as_posix()
        for path in (ROOT / "tui").rglob("*.tsv")
        if "docs/make_character_" in path.read_text("utf-8")[:400]
    ]
    assert len(made) == 3
    assert all(f"\n{name}\n" in notice for name in made)


def test_the_wheel_carries_the_notice_and_the_licences_that_it_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    carried = {path for pattern in project["license-files"] for path in ROOT.glob(pattern)}
    assert {path.name for path in carried} >= {"LICENSE", "NOTICE.txt", "Apache-2.0.txt", "pypinyin-MIT.txt"}
