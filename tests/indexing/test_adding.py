"""Importing files: what is new or changed, file by file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from shanqu.indexing import Progress, Report, add, adding, analyse
from shanqu.query import Library, parse

_TEXT = "遂昌县发力生态工业\n\n浙江省遂昌县经济开发区去年引进企业二十多家,其中高新企业占比超过一半,工业投资增长很快。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(
            _TEXT + f"第{number}篇的正文在此,说的是仙居县的医疗器械产业。\n"
        )
    return folder


def _titles(library_dir: Path) -> list[str]:
    return _found(library_dir, "")


def _found(library_dir: Path, query: str) -> list[str]:
    with Library.open(library_dir) as library:
        return [row.path for row in library.rows(library.search(parse(query)))]


def test_everything_new_is_added(folder: Path, library_dir: Path) -> None:
    assert add([folder], library_dir) == Report(added=3)
    assert _titles(library_dir) == [str(folder / f"{number}.txt") for number in range(3)]


def test_the_words_that_an_article_is_about_are_kept(folder: Path, library_dir: Path) -> None:
    (folder / "1.txt").write_text(
        "遂昌竹炭\n\n竹炭企业去年又有增加,竹炭的价格也在上涨,竹炭成了山里的宝。\n", encoding="utf-8"
    )
    add([folder], library_dir)
    with Library.open(library_dir) as library:
        (row,) = library.rows(library.search(parse("竹炭")))
    assert row.keywords[0] == "竹炭" and "遂昌" not in row.keywords


def test_what_is_unchanged_is_passed_over_without_being_read(
    folder: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add([folder], library_dir)
    monkeypatch.setattr("shanqu.ingest.read", lambda path: pytest.fail(f"{path} was read"))
    assert add([folder], library_dir) == Report(unchanged=3)


def test_a_touched_file_with_the_same_bytes_is_not_analysed_again(
    folder: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add([folder], library_dir)
    os.utime(folder / "1.txt", (1, 1))
    monkeypatch.setattr("shanqu.extract.extract", lambda article: pytest.fail("analysed"))
    assert add([folder], library_dir) == Report(unchanged=3)


def test_a_changed_file_replaces_its_article(folder: Path, library_dir: Path) -> None:
    add([folder], library_dir)
    (folder / "1.txt").write_text(
        "龙游县的产业\n\n龙游县特种纸产业的企业很多,今年的产值又有增长,前景很好。\n"
    )
    assert add([folder], library_dir) == Report(unchanged=2, updated=1)
    with Library.open(library_dir) as library:
        assert len(library.search(parse("龙游"))) == 1
        assert len(library.search(parse("遂昌"))) == 2


def test_new_rules_read_unchanged_files_again(
    folder: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add([folder], library_dir)
    monkeypatch.setattr(adding, "RULES_VERSION", adding.RULES_VERSION + 1)
    assert add([folder], library_dir) == Report(updated=3)


def test_what_vanished_stays_in_the_library_and_is_marked_until_it_is_back(
    folder: Path, library_dir: Path
) -> None:
    add([folder], library_dir)
    file = folder / "1.txt"
    content = file.read_bytes()
    file.unlink()
    assert add([folder], library_dir) == Report(unchanged=2, gone=1)
    assert add([folder], library_dir) == Report(unchanged=2)
    assert _found(library_dir, "is:gone") == [str(file)]
    assert len(_titles(library_dir)) == 3
    file.write_bytes(content)
    assert add([folder], library_dir) == Report(unchanged=3)
    assert _found(library_dir, "is:gone") == []


def test_only_what_lies_below_the_given_folder_can_be_gone(folder: Path, library_dir: Path) -> None:
    (folder.parent / "pages2").mkdir()
    add([folder], library_dir)
    folder.rename(folder.parent / "elsewhere")
    assert add([folder.parent / "pages2"], library_dir).gone == 0
    assert add([folder], library_dir).gone == 3


def test_a_moved_file_keeps_its_article_and_is_not_analysed_again(
    folder: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add([folder], library_dir)
    with Library.open(library_dir) as library:
        numbers = {row.path: row.id for row in library.rows(library.search(parse("")))}
    (folder / "sub").mkdir()
    moved = (folder / "1.txt").rename(folder / "sub" / "neu.txt")
    monkeypatch.setattr("shanqu.ingest.read", lambda path: pytest.fail("read"))
    assert add([folder], library_dir) == Report(unchanged=2, moved=1)
    with Library.open(library_dir) as library:
        found = {row.path: row.id for row in library.rows(library.search(parse("")))}
    assert found[str(moved)] == numbers[str(folder / "1.txt")]
    assert _found(library_dir, "is:gone") == [] and len(found) == 3


def test_a_copy_is_an_article_of_its_own(folder: Path, library_dir: Path) -> None:
    add([folder], library_dir)
    (folder / "copy.txt").write_bytes((folder / "1.txt").read_bytes())
    assert add([folder], library_dir) == Report(added=1, unchanged=3)


def test_a_bad_file_is_named_with_its_reason_and_the_rest_goes_on(folder: Path, library_dir: Path) -> None:
    (folder / "0.txt").write_bytes(b"")
    news: list[Progress] = []
    report = add([folder, folder / "none.txt"], library_dir, news.append)
    assert report.added == 2
    assert {Path(path).name for path, _ in report.failed} == {"0.txt", "none.txt"}
    assert all(reason for _, reason in report.failed)
    assert sorted(one.done for one in news) == [1, 2, 3, 4]
    assert {one.total for one in news} == {4}
    assert sum(one.article is not None for one in news) == 2


def test_an_error_in_a_rule_keeps_only_its_own_page_out(
    folder: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shanqu import extract

    works = extract.extract

    def trips(article: object) -> object:
        if "第1篇" in article.page.text:  # type: ignore[attr-defined]
            raise IndexError("tripped")
        return works(article)  # type: ignore[arg-type]

    monkeypatch.setattr(extract, "extract", trips)
    report = add([folder], library_dir)
    assert (report.added, report.failed) == (2, ((str(folder / "1.txt"), "IndexError: tripped"),))


def test_a_path_given_twice_is_read_once(folder: Path, library_dir: Path) -> None:
    assert add([folder, folder / "1.txt"], library_dir) == Report(added=3)


def test_the_rows_of_a_container_come_and_go_with_it(tmp_path: Path, library_dir: Path) -> None:
    path = tmp_path / "rows.jsonl"

    def write(*texts: str) -> None:
        path.write_text("".join(json.dumps({"title": text, "text": text + _TEXT}) + "\n" for text in texts))

    write("甲", "乙", "丙")
    assert add([path], library_dir).added == 3
    write("甲", "丁")
    report = add([path], library_dir)
    assert (report.unchanged, report.updated) == (1, 1)
    assert len(_titles(library_dir)) == 2


def test_bad_rows_are_told_and_told_again_until_they_are_mended(tmp_path: Path, library_dir: Path) -> None:
    path = tmp_path / "rows.jsonl"
    good = json.dumps({"text": _TEXT})
    path.write_text(f"{good}\n{{broken\n[1]\n")
    told = ((str(path), "2 rows could not be read; the first is row 2: This line is not valid JSON."),)
    assert add([path], library_dir) == Report(added=1, failed=told)
    assert add([path], library_dir) == Report(unchanged=1, failed=told)
    path.write_text(f"{good}\n")
    assert add([path], library_dir) == Report(unchanged=1)


def test_names_that_are_no_text_are_imported_once(tmp_path: Path, library_dir: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(name)).write_text(_TEXT, encoding="utf-8")
    assert add([tmp_path], library_dir) == Report(added=1)
    assert add([tmp_path], library_dir) == Report(unchanged=1)
    assert [os.fsencode(path) for path in _titles(library_dir)] == [name]


def test_readers_see_articles_before_the_end(folder: Path, library_dir: Path) -> None:
    seen = []

    def look(progress: Progress) -> None:
        with Library.open(library_dir) as library:
            seen.append(len(library.search(parse(""))))

    add([folder], library_dir, look)
    assert seen == [1, 2, 3]


def test_files_can_be_analysed_without_a_library(folder: Path) -> None:
    failed: list[tuple[str, str]] = []
    paths = [folder / "0.txt", folder / "none.txt", folder / "1.txt"]
    found = list(analyse(paths, on_error=lambda path, reason: failed.append((path, reason))))
    assert [Path(article.page.path).name for article, _ in found] == ["0.txt", "1.txt"]
    assert all(
        any(one.canonical == "遂昌县" for one in extraction.mentions) for _, extraction in found if extraction
    )
    assert [Path(path).name for path, _ in failed] == ["none.txt"]
    assert [extraction for _, extraction in analyse([folder / "0.txt"], extract=False)] == [None]


def test_a_file_that_fails_does_not_stop_the_others_of_its_folder(folder: Path) -> None:
    (folder / "1.txt").write_bytes(b"")
    (folder / "3.jsonl").write_text('{"text": "遂昌县的工业。"}\n{broken\n')
    failed: list[tuple[str, str]] = []
    found = list(
        analyse([folder], extract=False, on_error=lambda path, reason: failed.append((path, reason)))
    )
    assert [Path(article.page.name).name for article, _ in found] == ["0.txt", "2.txt", "3.jsonl#1"]
    assert failed == [
        (str(folder / "1.txt"), "The file is empty."),
        (str(folder / "3.jsonl"), "Row 2: This line is not valid JSON."),
    ]


def test_an_error_in_a_rule_does_not_stop_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trips(page: object) -> None:
        raise IndexError("tripped")

    monkeypatch.setattr("shanqu.clean.clean", trips)
    failed: list[str] = []
    assert list(analyse([folder], on_error=lambda path, reason: failed.append(reason))) == []
    assert failed == ["IndexError: tripped"] * 3
