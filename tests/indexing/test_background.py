"""Importing in a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from shanqu.indexing import Background
from shanqu.paths import seeds_dir
from shanqu.query import Library, parse

_PATIENCE = 120.0


def _gone(pid: int) -> bool:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_tells_each_file_and_the_result(library_dir: Path) -> None:
    running = Background([seeds_dir(), Path("/nowhere")], library_dir)
    news = list(running)
    assert [one.done for one in news] == list(range(1, 7))
    assert [one.path for one in news if one.error] == ["/nowhere"]
    assert running.report is not None and running.report.added == 5
    assert not running.running and running.failure is None
    with Library.open(library_dir) as library:
        assert len(library.search(parse(""))) == 5


def test_polling_never_waits_and_tells_all_in_the_end(library_dir: Path) -> None:
    running = Background([seeds_dir()], library_dir)
    news = running.poll()
    deadline = time.monotonic() + _PATIENCE
    while running.running and time.monotonic() < deadline:
        time.sleep(0.02)
        news += running.poll()
    assert len(news) == 5 and running.report is not None


def test_a_broken_library_is_told_as_one_sentence(library_dir: Path) -> None:
    library_dir.mkdir()
    (library_dir / "library.sqlite").write_bytes(b"no database at all " * 300)
    running = Background([seeds_dir()], library_dir)
    assert list(running) == []
    assert running.failure is not None and "not a readable library" in running.failure


def test_two_imports_at_once_wait_for_each_other(library_dir: Path) -> None:
    both = [Background([seeds_dir()], library_dir) for _ in range(2)]
    for running in both:
        assert len(list(running)) == 5
        assert running.failure is None and running.report is not None and running.report.failed == ()
    with Library.open(library_dir) as library:
        assert library.summary().articles == 5
        assert library.check() == []


def test_cancelling_ends_the_process_and_leaves_a_sound_library(library_dir: Path) -> None:
    running = Background([seeds_dir()], library_dir)
    next(iter(running))
    running.cancel()
    list(running)
    assert not running.running
    with Library.open(library_dir) as library:
        assert library.check() == []
    assert list(Background([seeds_dir()], library_dir))[-1].done == 5


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks the process up in /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_the_import_ends_with_the_process_that_started_it(
    how: signal.Signals, tmp_path: Path, library_dir: Path
) -> None:
    text = sorted(seeds_dir().glob("*.txt"))[2].read_text(encoding="utf-8")
    for number in range(500):  # far more than can be read while the parent ends
        (tmp_path / f"{number}.txt").write_text(f"{text}\n{number}", encoding="utf-8")
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom shanqu.indexing import Background\n"
        "running = Background([Path(sys.argv[1])], Path(sys.argv[2]))\n"
        "next(iter(running))\nprint(running.process_id, flush=True)\ntime.sleep(60)"
    )
    command = [sys.executable, "-c", script, str(tmp_path), str(library_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.send_signal(how)
        parent.wait(_PATIENCE)
    assert _gone(worker)
    with Library.open(library_dir) as library:
        assert 0 < library.summary().articles < 500
        assert library.check() == []


def test_the_worker_ends_when_nobody_listens(library_dir: Path) -> None:
    command = [sys.executable, "-m", "shanqu.indexing.worker", str(library_dir), str(seeds_dir())]
    worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert worker.stdout is not None and worker.stderr is not None
    worker.stdout.close()
    assert worker.wait(_PATIENCE) == 1
    assert b"Traceback" not in worker.stderr.read()
    worker.stderr.close()
