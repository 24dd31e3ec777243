"""How quickly an import goes on, and how that is told."""

from __future__ import annotations

import pytest

from shanqu.i18n import set_language
from shanqu.indexing import Progress
from shanqu.indexing.reports import Pace
from shanqu.progress import progress_line


@pytest.fixture(autouse=True)
def english():
    set_language("en")
    yield
    set_language("zh")


def test_nothing_is_told_of_the_first_moment() -> None:
    now = [0.0]
    pace = Pace(1000, lambda: now[0])
    pace.step(10)
    assert pace.rate_and_left() == (None, None)


def test_the_time_left_goes_by_bytes_and_the_rate_by_files() -> None:
    now = [0.0]
    pace = Pace(1000, lambda: now[0])
    for _ in range(5):
        now[0] += 2.0
        pace.step(50)
    assert pace.rate_and_left() == (0.5, 30.0)


def test_files_passed_over_at_first_do_not_promise_that_all_goes_so_quickly() -> None:
    now = [0.0]
    pace = Pace(20_000, lambda: now[0])
    for _ in range(100):
        now[0] += 0.01
        pace.step(100)
    for _ in range(60):
        now[0] += 1.0
        pace.step(10)
    rate, left = pace.rate_and_left()
    assert rate == pytest.approx(1.0, rel=0.1)
    assert left == pytest.approx((20_000 - 10_600) / 10, rel=0.1)


@pytest.mark.parametrize(
    ("progress", "line"),
    [
        (Progress(0, 1234, "/a"), "reading 0/1,234"),
        (Progress(3, 1234, "/a", rate=3.25, left=65), "reading 3/1,234 · 3.2/s · 1:05 left"),
        (Progress(3, 1234, "/a", rate=1234.5, left=7265), "reading 3/1,234 · 1,234/s · 2:01:05 left"),
        (Progress(9, 9, "/a", rate=10.0, left=0.0), "reading 9/9 · 10/s"),
    ],
)
def test_the_line(progress: Progress, line: str) -> None:
    assert progress_line(progress) == line
