"""Reading on a Dask cluster: a scheduler and two workers of this machine, one of them killed in mid-run."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import shanqu
from shanqu.indexing import ClusterError, Progress, add
from shanqu.indexing.executors import cluster
from shanqu.query import Library, parse

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None,
    reason="the extra “cluster” (distributed) is not installed",
)
_TEXT = "遂昌县发力生态工业\n\n浙江省遂昌县经济开发区去年引进企业二十多家,其中高新企业占比超过一半,工业投资增长很快。\n"
_PATIENCE = 120.0
_NUMBER = 120


class Cluster:
    """Processes of a scheduler and its workers on the loopback."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        self._file = f"--scheduler-file={file}"
        self._begin("scheduler", "--host=127.0.0.1", "--port=0", "--no-dashboard")
        self._wait_for(file.exists)
        self.workers = [self._worker() for _ in range(2)]
        self.address = str(json.loads(file.read_text())["address"])

    def _begin(self, name: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli.dask_" + name, self._file, *options]
        # The workers must find the package wherever they start.
        environment = os.environ | {"PYTHONPATH": str(Path(shanqu.__file__).parent.parent)}
        with (self._folder / "log").open("ab") as log:
            running = subprocess.Popen(command, stdout=log, stderr=log, cwd=self._folder, env=environment)
        self._running.append(running)
        return self._running[-1]

    def _worker(self) -> subprocess.Popen[bytes]:
        options = ("--host=127.0.0.1", "--no-nanny", "--nthreads=1", "--no-dashboard")
        return self._begin("worker", *options, f"--local-directory={self._folder}")

    def wait_for_workers(self) -> None:
        """Until both have told the scheduler that they are there."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(len(self.workers), timeout=_PATIENCE)

    @staticmethod
    def _wait_for(condition: object) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not condition():  # type: ignore[operator]
            assert time.monotonic() < deadline
            time.sleep(0.05)

    def end(self) -> None:
        for process in self._running:
            process.kill()
            process.wait()

    def end_scheduler(self) -> None:
        self._running[0].kill()
        self._running[0].wait()


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Cluster]:
    running = Cluster(tmp_path)
    try:
        running.wait_for_workers()
        yield running
    finally:
        running.end()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(_NUMBER):
        text = f"{_TEXT}第{number}篇的正文在此,说的是仙居县的医疗器械产业。\n"
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


def _paths(library_dir: Path) -> list[str]:
    with Library.open(library_dir) as library:
        assert library.check() == []
        return [row.path for row in library.rows(library.search(parse("遂昌")))]


def test_a_worker_that_is_killed_in_mid_run_loses_nothing_and_doubles_nothing(
    dask: Cluster, folder: Path, library_dir: Path
) -> None:
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        if progress.done == 24:
            os.kill(dask.workers[0].pid, signal.SIGKILL)
            killed.append(progress.done)

    report = add([folder], library_dir, kill, cluster(dask.address))
    assert killed == [24]
    assert (report.added, report.failed) == (_NUMBER, ())
    assert _paths(library_dir) == sorted(map(str, folder.iterdir()))


def test_a_cluster_that_is_lost_is_told_and_what_was_read_is_kept(
    dask: Cluster, folder: Path, library_dir: Path
) -> None:
    def lose(progress: Progress) -> None:
        if progress.done == 24:
            dask.end_scheduler()

    with pytest.raises(ClusterError, match="gone"):
        add([folder], library_dir, lose, cluster(dask.address))
    assert 24 <= len(_paths(library_dir)) < _NUMBER


def test_the_command_reads_on_a_cluster(dask: Cluster, folder: Path, library_dir: Path) -> None:
    for file in sorted(folder.iterdir())[8:]:
        file.unlink()
    command = [sys.executable, "-m", "shanqu", "--library", str(library_dir), "--lang", "en", "add"]
    done = subprocess.run(
        [*command, "--cluster", dask.address, str(folder)], capture_output=True, text=True, timeout=_PATIENCE
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "8 added, 0 updated, 0 unchanged, 0 failed\n",
        "",
    )


def test_an_address_where_nobody_answers_is_told_in_one_sentence(
    library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shanqu.indexing.executors._CONNECT_SECONDS", 0.5)
    with pytest.raises(ClusterError, match=r"no cluster answers at tcp://127\.0\.0\.1:9"):
        cluster("tcp://127.0.0.1:9")
