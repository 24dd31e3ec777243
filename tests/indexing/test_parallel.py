"""Importing with several processes: as alone, whatever ends a process in mid-run."""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from shanqu.indexing import Progress, add, planning, unfinished
from shanqu.indexing.executors import Crew, alone, processes
from shanqu.indexing.working import begin_process
from shanqu.model import Article, Extraction
from shanqu.query import Library, parse
from shanqu.store import LibraryError

_TEXT = "遂昌县发力生态工业\n\n浙江省遂昌县经济开发区去年引进企业二十多家,其中高新企业占比超过一半,工业投资增长很快。\n"
# More than is read before a signal can arrive.
_MANY = 1200
_PATIENCE = 120.0
_DEADLY = "毒药"


def _quick(parent: Connection) -> None:
    """A process whose extraction finds nothing at once, and that some texts end."""
    begin_process(parent)
    import shanqu.extract

    def found(article: Article) -> Extraction:
        if _DEADLY in article.page.text:
            os._exit(9)
        time.sleep(0.01)
        return Extraction((), ())

    shanqu.extract.extract = found


def _crew(workers: int = 2) -> Crew:
    def begin(held: Connection) -> Executor:
        return ProcessPoolExecutor(workers, forking, initializer=_quick, initargs=(listened,))

    crew = processes(workers)
    forking = multiprocessing.get_context("forkserver")
    listened, held = forking.Pipe(duplex=False)
    return crew._replace(begin=lambda: begin(held))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return _filled(tmp_path / "pages", 60)


def _filled(folder: Path, number: int) -> Path:
    folder.mkdir()
    for index in range(number):
        text = f"{_TEXT}第{index}篇的正文在此,说的是仙居县的医疗器械产业。\n"
        (folder / f"{index:04}.txt").write_text(text, encoding="utf-8")
    return folder


def _told(library_dir: Path) -> list[tuple[object, ...]]:
    with Library.open(library_dir) as library:
        assert library.check() == []
        ids = library.search(parse(""))
        articles = [library.article(id) for id in ids]
        return [(one.id, one.article.page.path, one.article.page.member, one.extraction) for one in articles]


def test_several_processes_make_the_same_library_as_one(tmp_path: Path) -> None:
    folder = _filled(tmp_path / "pages", 20)
    assert add([folder], tmp_path / "one", crew=alone()) == add([folder], tmp_path / "two", crew=processes(2))
    assert _told(tmp_path / "one") == _told(tmp_path / "two")
    assert multiprocessing.active_children() == []


def test_a_process_that_is_killed_in_mid_run_loses_nothing_and_doubles_nothing(
    folder: Path, library_dir: Path
) -> None:
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        if progress.done in (10, 30) and progress.done not in killed:
            killed.append(progress.done)
            child = multiprocessing.active_children()[0]
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)

    report = add([folder], library_dir, kill, _crew())
    assert killed == [10, 30]
    assert (report.added, report.failed) == (60, ())
    assert [row[1] for row in _told(library_dir)] == sorted(map(str, folder.iterdir()))


def test_a_file_that_ends_whoever_reads_it_is_named_and_the_others_are_read(
    folder: Path, library_dir: Path
) -> None:
    (folder / "0007.txt").write_text(_TEXT + _DEADLY, encoding="utf-8")
    report = add([folder], library_dir, crew=_crew())
    assert report.added == 59
    assert [(Path(path).name, "ended unexpectedly" in why) for path, why in report.failed] == [
        ("0007.txt", True)
    ]
    assert len(_told(library_dir)) == 59


def test_processes_that_end_whatever_they_read_stop_the_import(folder: Path, library_dir: Path) -> None:
    for file in folder.iterdir():
        file.write_text(_TEXT + _DEADLY, encoding="utf-8")
    with pytest.raises(LibraryError, match="again and again"):
        add([folder], library_dir, crew=_crew())


def test_a_large_file_is_read_in_parts_that_are_written_as_they_come(
    tmp_path: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "LARGE", 1000)
    path = tmp_path / "rows.jsonl"

    def write(numbers: range, end: str = "") -> None:
        rows = (json.dumps({"title": f"第{n}篇", "text": f"{_TEXT}{n}"}) + "\n" for n in numbers)
        path.write_text("".join(rows) + end)

    write(range(70))
    seen: list[int] = []

    def look(progress: Progress) -> None:
        with Library.open(library_dir) as library:
            seen.append(len(library.search(parse(""))))
        assert progress.total == 1

    report = add([path], library_dir, look, _crew())
    assert report.added == 70
    assert seen == [20, 40, 60, 70, 70]
    write(range(10, 75), end="{broken\n")
    report = add([path], library_dir, crew=_crew())
    assert report.added + report.updated + report.unchanged == 65
    assert [why for _, why in report.failed] == ["Row 66: This line is not valid JSON."]
    assert len(_told(library_dir)) == 65


_IMPORT = """
import signal
import sys
from pathlib import Path
# Whoever runs the tests in the background may have them ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path[:0] = [{tests!r}]
import test_parallel
from shanqu.indexing import add
if __name__ == "__main__":
    print(add([Path({folder!r})], Path({library!r}), lambda progress: print(progress.done, flush=True),
              test_parallel._crew()), flush=True)
"""


def _importing(tmp_path: Path, folder: Path, library_dir: Path) -> subprocess.Popen[str]:
    script = tmp_path / "script.py"
    tests = str(Path(__file__).parent)
    script.write_text(_IMPORT.format(tests=tests, folder=str(folder), library=str(library_dir)))
    return subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _end(process: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while Path(f"/proc/{process}").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks processes up in /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_an_import_that_is_killed_goes_on_where_it_was_and_leaves_no_process_behind(
    how: signal.Signals, tmp_path: Path, library_dir: Path
) -> None:
    folder = _filled(tmp_path / "pages", _MANY)
    with _importing(tmp_path, folder, library_dir) as running:
        assert running.stdout is not None
        while running.stdout.readline() != "30\n":
            pass
        children = _children(running.pid)
        assert len(children) >= 2
        running.send_signal(how)
        running.communicate(timeout=_PATIENCE)
    for child in children:
        _end(child)
    before = _told(library_dir)
    assert 30 <= len(before) < _MANY
    assert unfinished(library_dir) == [folder]
    report = add([folder], library_dir, crew=_crew())
    assert (report.added, report.unchanged, report.updated) == (_MANY - len(before), len(before), 0)
    assert _told(library_dir)[: len(before)] == before
    assert unfinished(library_dir) == []


def test_a_full_disk_is_told_and_what_is_written_by_then_is_sound(tmp_path: Path, library_dir: Path) -> None:
    folder = _filled(tmp_path / "pages", 300)
    add([folder / "0000.txt"], library_dir, crew=_crew(1))
    most = (library_dir / "library.sqlite").stat().st_size + (1 << 20)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        with pytest.raises(LibraryError, match="disk"):
            add([folder], library_dir, crew=_crew())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert multiprocessing.active_children() == []
    held = len(_told(library_dir))
    assert 1 <= held < 300
    assert add([folder], library_dir, crew=_crew()).added == 300 - held
