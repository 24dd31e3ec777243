"""The command contract, on the sample articles, as a shell sees it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from shanqu.paths import seeds_dir
from shanqu.store import database_path, schema

Result = subprocess.CompletedProcess[str]
Run = Callable[..., Result]

CLEAN_KEYS = [
    "path", "encoding", "title", "site", "column", "published", "published_text", "published_is", "reporters",
    "source", "editors", "photo_credits", "body", "dropped", "edits", "warnings",
]  # fmt: skip
ENTITY_KEYS = ["path", "article", "kind", "text", "canonical", "code", "start", "end"]
FACT_KEYS = [
    "path", "article", "place", "code", "subject", "indicator", "value_text", "value", "value_low", "value_high",
    "unit", "hedge", "period", "period_norm", "scope", "status", "kind", "attribution", "sentence", "start", "end",
]  # fmt: skip
SEARCH_KEYS = ["article", "title", "site", "published", "hits", "snippet", "marks"]
LIST_KEYS = [
    "id", "title", "site", "column", "published", "path", "chars", "kept", "places", "duplicates",
    "gone", "starred", "noted", "keywords",
]  # fmt: skip


def _environment(home: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "SHANQU_", "LC_"))
    }
    return kept | {"HOME": str(home), "LANG": "en_US.UTF-8", "PYTHONUTF8": "1"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the samples in its library."""
    home = tmp_path_factory.mktemp("home")
    command = [sys.executable, "-m", "shanqu", "--library", str(home / "library"), "add", str(seeds_dir())]
    subprocess.run(command, env=_environment(home), check=True, capture_output=True)
    return home


@pytest.fixture
def shanqu(home: Path) -> Run:
    def run(*arguments: str, library: Path | None = None, **changes: str) -> Result:
        environment = _environment(home) | {"SHANQU_LIBRARY": str(library or home / "library")} | changes
        command = [sys.executable, "-m", "shanqu", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=60)

    return run


def _records(result: Result) -> list[dict[str, Any]]:
    assert result.stderr == "" and result.returncode == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def _seed(number: int) -> str:
    return str(sorted(seeds_dir().glob("*.txt"))[number])


def test_list(shanqu: Run) -> None:
    records = _records(shanqu("list", "--json"))
    assert [list(record) for record in records] == [LIST_KEYS] * 5
    assert [record["published"] for record in records] == sorted(
        (record["published"] for record in records), key=lambda iso: iso or "", reverse=True
    )
    assert all("遂昌县" in one["places"] for one in _records(shanqu("list", "--json", "county:sc")))


def test_list_with_keywords(shanqu: Run) -> None:
    record = _records(shanqu("list", "--json"))[0]
    assert record["keywords"]
    assert " ".join(record["keywords"]) in shanqu("list", "--keywords").stdout
    assert " ".join(record["keywords"]) not in shanqu("list").stdout


def test_search(shanqu: Run) -> None:
    records = _records(shanqu("search", "--json", "遂昌"))
    assert [list(record) for record in records] == [SEARCH_KEYS] * len(records)
    assert records and all("遂昌" in record["snippet"] for record in records)
    assert all(record["hits"] > 0 for record in records)


def test_search_puts_the_best_first_or_the_latest_and_tells_how_many_there_are(shanqu: Run) -> None:
    best, latest = (
        [record["article"] for record in _records(shanqu("search", "--json", "--order", order, "产业"))]
        for order in ("relevance", "date")
    )
    assert sorted(best) == sorted(latest) and best != latest
    result = shanqu("search", "--limit", "1", "产业")
    assert result.stderr.count(str(len(best))) == 1


def test_search_counts_by_county_site_and_year(shanqu: Run) -> None:
    records = _records(shanqu("search", "--facets", "--json", "遂昌"))
    assert {"facet": "county", "value": "遂昌县", "articles": 2} in records
    assert {record["facet"] for record in records} >= {
        "county",
        "company",
        "park",
        "industry",
        "site",
        "year",
        "kind",
    }
    assert shanqu("search", "--facets", "遂昌", "--lang", "en").stdout.startswith("county")
    told = shanqu("search", "--facets", "遂昌", "--lang", "zh").stdout
    assert {line.split()[0] for line in told.splitlines()} == {
        "县市区",
        "企业",
        "园区",
        "产业",
        "网站",
        "年份",
        "类别",
    }


def test_a_query_that_cannot_be_meant_is_told_with_its_place(shanqu: Run) -> None:
    result = shanqu("search", "遂昌", "year:abc")
    assert result.returncode == 2 and " 9: " in result.stderr and len(result.stderr.splitlines()) == 1


def test_stars_tags_and_notes(shanqu: Run) -> None:
    assert shanqu("notes").returncode == 1
    for words in (
        ["star", "1"],
        ["tag", "2", "招商", "重点"],
        ["untag", "2", "重点"],
        ["add", "2", "值得", "再读"],
    ):
        assert shanqu("notes", *words).returncode == 0
    records = {record["article"]: record for record in _records(shanqu("notes", "--json"))}
    assert (records[1]["starred"], records[2]["tags"], records[2]["note"]) == (True, ["招商"], "值得 再读")
    assert [record["id"] for record in _records(shanqu("list", "--json", "is:starred"))] == [1]
    assert "★" in shanqu("notes").stdout and "★" in shanqu("list").stdout
    exported = _records(shanqu("notes", "export", "--json", library=Path("/nonexistent")))
    assert {record["note"] for record in exported} == {"", "值得 再读"}
    assert shanqu("notes", "star", "99").returncode == 1
    assert shanqu("notes", "star", "x").returncode == 2
    assert shanqu("notes", "tag", "1").returncode == 2
    for words in (["unstar", "1"], ["untag", "2", "招商"]):
        assert shanqu("notes", *words).returncode == 0


def test_a_named_query_is_written_with_an_at_sign(shanqu: Run, home: Path) -> None:
    file = home / ".config" / "shanqu" / "queries.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('mine = "遂昌 OR 景宁"\n')
    assert len(_records(shanqu("list", "--json", "@mine"))) == len(
        _records(shanqu("list", "--json", "遂昌 OR 景宁"))
    )
    file.unlink()


def test_a_word_after_a_hyphen_is_left_out(shanqu: Run) -> None:
    all_ids = {record["article"] for record in _records(shanqu("search", "--json", "产业"))}
    without = {record["article"] for record in _records(shanqu("search", "--json", "产业", "-遂昌"))}
    assert without < all_ids


def test_searching_for_what_is_not_there_finds_nothing(shanqu: Run) -> None:
    result = shanqu("search", "绝无此词")
    assert (result.returncode, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


def test_an_unknown_field_is_a_matter_of_usage(shanqu: Run) -> None:
    result = shanqu("search", "contry:遂昌")
    assert result.returncode == 2 and "contry" in result.stderr


def test_clean(shanqu: Run) -> None:
    (record,) = _records(shanqu("clean", "--json", _seed(2)))
    assert list(record) == CLEAN_KEYS
    assert record["path"] == _seed(2)
    assert {one["role"] for one in record["body"]} <= {"body", "subhead", "caption"}
    assert all(list(one) == ["role", "text", "reason"] for one in record["dropped"])
    assert all(list(one) == ["start", "end", "before", "after", "reason"] for one in record["edits"])


def test_edits_are_made_unless_the_original_is_asked_for(shanqu: Run) -> None:
    (edited,) = _records(shanqu("clean", "--json", _seed(0)))
    (original,) = _records(shanqu("clean", "--json", "--original", _seed(0)))
    assert edited["edits"]
    page = Path(_seed(0)).read_bytes().decode("utf-8")
    assert all(page[one["start"] : one["end"]] == one["before"] for one in edited["edits"])
    assert edited["body"] != original["body"]
    assert all(one["text"] in page for one in original["body"])


def test_entities_of_a_file(shanqu: Run) -> None:
    records = _records(shanqu("entities", "--json", _seed(2)))
    page = Path(_seed(2)).read_bytes().decode("utf-8")
    assert all(list(record) == ENTITY_KEYS for record in records)
    assert all(page[one["start"] : one["end"]] == one["text"] and one["article"] is None for one in records)
    assert ("遂昌县", "331123") in {(one["canonical"], one["code"]) for one in records}


def test_entities_of_the_library(shanqu: Run) -> None:
    records = _records(shanqu("entities", "--json", "--kind", "park"))
    assert {record["kind"] for record in records} == {"park"}
    assert {record["article"] for record in records} <= set(range(1, 6))


def test_facts(shanqu: Run) -> None:
    page = Path(_seed(0)).read_bytes().decode("utf-8")
    of_file = _records(shanqu("facts", "--json", _seed(0)))
    assert of_file and all(list(record) == FACT_KEYS for record in of_file)
    assert all(page[one["start"] : one["end"]] == one["value_text"] for one in of_file)
    of_library = _records(shanqu("facts", "--json"))
    assert len(of_library) > len(of_file)
    happened = _records(shanqu("facts", "--events", "--json"))
    assert not {"event", "pairing"} & {one["kind"] for one in of_library}
    (signed,) = [one for one in happened if one["kind"] == "event" and one["period_norm"] == "2022-08-15"]
    assert (signed["indicator"], signed["place"], signed["value"]) == ("出台", "遂昌县", None)
    assert "event: 出台" in shanqu("facts", "--events", _seed(2)).stdout
    assert "event: " not in shanqu("facts", _seed(2)).stdout


def test_a_figure_that_is_a_fall_says_so(shanqu: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("遂昌县工业月报\n今年1到8月,遂昌县规上工业产值98亿元,下降3.2%。\n", encoding="utf-8")
    printed = shanqu("facts", str(page)).stdout
    assert "3.2% (fall)" in printed and "98亿元 (" not in printed


def test_read(shanqu: Run) -> None:
    page = Path(_seed(2)).read_bytes().decode("utf-8")
    id = next(one["id"] for one in _records(shanqu("list", "--json")) if one["path"] == _seed(2))
    (record,) = _records(shanqu("read", str(id), "--json"))
    assert list(record) == ["article", *CLEAN_KEYS]
    assert shanqu("read", str(id), "--raw").stdout == page
    blocks = _records(shanqu("read", str(id), "--blocks", "--json"))
    assert "".join(block["text"] for block in blocks) == page
    assert record["body"][0]["text"] in shanqu("read", str(id)).stdout


def test_reading_what_is_not_there(shanqu: Run) -> None:
    result = shanqu("read", "99")
    assert result.returncode == 1 and "99" in result.stderr


def test_compare(shanqu: Run) -> None:
    records = _records(shanqu("compare", "--json", "遂昌", "上虞"))
    assert {record["county"] for record in records} == {"遂昌县", "上虞区"}
    rates = {one["county"]: one["values"] for one in records if one["label"] == "增加值增速"}
    assert [value["text"] for value in rates["上虞区"]] == ["1.9%"] and rates["遂昌县"] == []
    assert all(value["text"] in value["sentence"] for one in records for value in one["values"])
    assert _records(shanqu("compare", "--format", "json", "遂昌", "上虞")) == records
    unvalued = [one for one in records if one["state"] == "unvalued"]
    assert unvalued and all(one["mentions"][0]["sentence"] for one in unvalued)
    assert not any(one["mentions"] for one in records if one["state"] == "absent")


@pytest.mark.parametrize(
    ("shape", "beginning"),
    [
        ("text", "Industry and output"),
        ("md", "# 遂昌县、景宁畲族自治县"),
        ("csv", ",row,遂昌县"),
        ("html", "<!DOCTYPE"),
    ],
)
def test_the_comparison_has_other_shapes(shanqu: Run, shape: str, beginning: str) -> None:
    result = shanqu("compare", "--format", shape, "sc", "景宁县")
    assert result.returncode == 0 and result.stdout.startswith(beginning)
    if shape == "csv":
        table, sources = result.stdout.split("\n\n")
        assert {len(row) for row in csv.reader(io.StringIO(table))} == {4}
        assert {len(row) for row in csv.reader(io.StringIO(sources))} == {6}


@pytest.mark.parametrize("counties", [("遂昌",), ("遂昌", "suichang"), ("遂昌", "巴黎")])
def test_a_comparison_needs_two_counties(shanqu: Run, counties: tuple[str, ...]) -> None:
    assert shanqu("compare", *counties).returncode == 2


def test_a_report_goes_into_a_file(shanqu: Run, tmp_path: Path) -> None:
    for name, words in (("all", ()), ("one", ("遂昌",)), ("two", ("遂昌", "丽水经开区"))):
        path = tmp_path / f"{name}.html"
        assert shanqu("export", *words, "--output", str(path)).returncode == 0
        assert path.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_report_is_not_written_over_a_file_without_force(shanqu: Run, tmp_path: Path) -> None:
    path = tmp_path / "遂昌.md"
    path.write_text("my own")
    refused = shanqu("profile", "遂昌", "--output", str(path))
    assert (refused.returncode, refused.stdout) == (2, "") and "--force" in refused.stderr
    assert path.read_text() == "my own"
    assert shanqu("profile", "遂昌", "--output", str(path), "--force").returncode == 0
    assert "my own" not in path.read_text("utf-8")


def test_what_is_no_file_is_written_to(shanqu: Run) -> None:
    through = shanqu("profile", "遂昌", "--format", "md", "--output", "/dev/stdout")
    assert through.returncode == 0 and through.stdout == shanqu("profile", "遂昌", "--format", "md").stdout


def test_a_file_is_not_called_what_it_is_not(shanqu: Run, tmp_path: Path) -> None:
    sheet, text = tmp_path / "report.xlsx", tmp_path / "report.txt"
    refused = shanqu("profile", "遂昌", "--output", str(sheet))
    assert refused.returncode == 2 and "report.xlsx" in refused.stderr and ".csv" in refused.stderr
    assert not sheet.exists()
    assert shanqu("export", "遂昌", "--output", str(text)).returncode == 0
    assert "<html" not in text.read_text(encoding="utf-8")


def test_the_ending_of_the_file_tells_the_format_where_no_option_does(shanqu: Run, tmp_path: Path) -> None:
    made = {name: tmp_path / name for name in ("a.md", "a.CSV", "a.jsonl", "a.html", "a.txt")}
    for path in made.values():
        assert shanqu("profile", "遂昌", "--output", str(path)).returncode == 0
    assert made["a.html"].read_text("utf-8").startswith("<!DOCTYPE html>")
    assert made["a.md"].read_text("utf-8").startswith("# ")
    assert json.loads(made["a.jsonl"].read_text("utf-8").splitlines()[0])["of"] == "遂昌县"
    assert made["a.CSV"].read_text("utf-8-sig").count(",") > 20
    assert not made["a.txt"].read_text("utf-8").startswith(("#", "<", "{"))
    other = tmp_path / "b.html"
    assert shanqu("profile", "遂昌", "--format", "md", "--output", str(other)).returncode == 0
    assert other.read_text("utf-8").startswith("# ")


def test_a_profile_needs_a_known_name(shanqu: Run) -> None:
    assert {record["of"] for record in _records(shanqu("profile", "遂昌", "--json"))} == {"遂昌县"}
    assert shanqu("profile", "没有这个名字").returncode == 1


def test_the_overview_has_every_county(shanqu: Run) -> None:
    assert len(_records(shanqu("overview", "--json"))) == 101
    assert len(_records(shanqu("overview", "--mountain", "--json"))) == 26


def test_concordance(shanqu: Run) -> None:
    records = _records(shanqu("concordance", "--json", "山海协作"))
    assert records
    for record in records:
        assert all(record["text"][start:end] == "山海协作" for start, end in record["hits"])
    lines = shanqu("concordance", "山海协作").stdout.splitlines()
    assert len(lines) == sum(len(record["hits"]) for record in records)


def test_doctor(shanqu: Run) -> None:
    (record,) = _records(shanqu("doctor", "--json"))
    assert (record["articles"], record["problems"]) == (5, [])
    # The tests run from the sources.
    assert record["compiled"] is None


def test_add_tells_what_failed_and_goes_on(shanqu: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = shanqu(
        "add",
        "--json",
        str(tmp_path / "empty.txt"),
        str(tmp_path / "none"),
        _seed(1),
        library=tmp_path / "lib",
    )
    assert result.returncode == 1
    report = json.loads(result.stdout)
    assert (report["added"], {Path(one["path"]).name for one in report["failed"]}) == (
        1,
        {"empty.txt", "none"},
    )
    assert len(result.stderr.splitlines()) == 2
    again = shanqu("add", _seed(1), library=tmp_path / "lib")
    assert (again.returncode, again.stdout) == (0, "0 added, 0 updated, 1 unchanged, 0 failed\n")


@pytest.mark.parametrize(
    "command", ["list", "search x", "read 1", "compare 遂昌 景宁", "concordance x", "entities", "facts"]
)
def test_without_a_library_one_line_says_what_to_do(shanqu: Run, tmp_path: Path, command: str) -> None:
    result = shanqu(*command.split(), library=tmp_path / "none")
    assert (result.returncode, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert "shanqu add PATH" in line and str(tmp_path / "none") in line
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("command", ["list", "add .", "doctor"])
@pytest.mark.parametrize("kind", ["broken", "newer"])
def test_a_library_that_cannot_be_used_is_named_and_left_alone(
    shanqu: Run, tmp_path: Path, command: str, kind: str
) -> None:
    path = database_path(tmp_path)
    if kind == "broken":
        path.write_bytes(b"not a database " * 500)
    else:
        connection = sqlite3.connect(path)
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        connection.close()
    before = path.read_bytes()
    result = shanqu(*command.split(), library=tmp_path)
    assert result.returncode == 1 and "Traceback" not in result.stderr
    assert str(path) in result.stderr and len(result.stderr.splitlines()) == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [("nosuch",), ("--nosuch",), ("list", "--nosuch"), ("read",), ("read", "x"), ("search", "-")]
)
def test_wrong_usage_is_one_line_and_status_2(shanqu: Run, arguments: tuple[str, ...]) -> None:
    result = shanqu(*arguments)
    assert (result.returncode, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)


def test_the_browser_needs_a_terminal(shanqu: Run) -> None:
    result = shanqu(_seed(0))
    assert result.returncode == 2 and "terminal" in result.stderr


def test_help_and_version(shanqu: Run) -> None:
    assert shanqu("--version").stdout.startswith("shanqu ")
    overview = shanqu("--help").stdout
    for command in (
        "add",
        "list",
        "search",
        "read",
        "clean",
        "entities",
        "facts",
        "compare",
        "profile",
        "overview",
        "export",
        "corrections",
        "concordance",
        "doctor",
        "config",
        "completion",
    ):
        assert f"\n  {command}" in overview
        assert shanqu(command, "--help").stdout.startswith(f"usage: shanqu {command}")


def test_a_page_cannot_steer_the_terminal(shanqu: Run, tmp_path: Path) -> None:
    hostile = "遂昌\x1b]0;title\x07的\u009b31m产业\u202e很\u200b强,企业很多,增长很快,前景很好。"
    path = tmp_path / "hostile.jsonl"
    path.write_text(json.dumps({"title": hostile, "text": f"{hostile}\n{hostile * 3}"}), encoding="utf-8")
    library = tmp_path / "library"
    assert shanqu("add", str(path), library=library).returncode == 0
    for arguments in (("list",), ("list", "--json"), ("search", "遂昌"), ("read", "1"), ("read", "1", "--json"),
                      ("concordance", "遂昌"), ("clean", str(path)), ("clean", "--json", str(path)),
                      ("read", "1", "--blocks"), ("entities",)):  # fmt: skip
        shown = shanqu(*arguments, library=library).stdout
        assert not set("\x1b\x07\u009b\u202e\u200b") & set(shown), arguments
    (record,) = _records(shanqu("read", "1", "--json", "--raw", library=library))
    assert hostile in record["text"]


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    command = [sys.executable, "-m", "shanqu", "--library", str(home / "library"), "entities", "--json"]
    process = subprocess.Popen(
        command, env=_environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b"" and process.wait(60) == 0
    process.stderr.close()


def test_an_interrupt_is_status_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from shanqu.cli import clean, main

    def interrupted(*paths: object, **options: object) -> Iterator[None]:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(clean, "analyse", interrupted)
    assert main.main(["clean", "any.txt"]) == 130
    assert capsys.readouterr() == ("", "")


def test_settings_that_are_wrong_are_told_and_do_no_harm(home: Path, shanqu: Run, tmp_path: Path) -> None:
    (tmp_path / "shanqu").mkdir()
    (tmp_path / "shanqu" / "config.toml").write_text('colour = "red"\nmeasure = "wide"\n')
    result = shanqu("list", XDG_CONFIG_HOME=str(tmp_path))
    assert result.returncode == 0 and len(result.stdout.splitlines()) == 5
    assert "colour" in result.stderr and "measure" in result.stderr


def test_a_folder_is_read_to_its_end_whatever_is_in_it(shanqu: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").write_bytes(Path(_seed(1)).read_bytes())
    result = shanqu("clean", "--json", str(tmp_path))
    assert result.returncode == 1 and len(result.stdout.splitlines()) == 1
    assert result.stderr == f"shanqu: {tmp_path / 'a.txt'}: The file is empty.\n"


@pytest.mark.parametrize("command", ["add", "clean", "entities"])
def test_a_folder_without_text_is_told(shanqu: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty").mkdir()
    result = shanqu(command, str(tmp_path / "empty"), library=tmp_path / "library")
    assert result.returncode == 1
    assert "There is no file with text in this folder." in result.stderr.splitlines()[0]


def test_each_warning_is_given_once(shanqu: Run, tmp_path: Path) -> None:
    page = Path(_seed(2)).read_bytes()
    (tmp_path / "bad.txt").write_bytes(page[:600] + b"\xff" + page[600:])
    (record,) = _records(shanqu("clean", "--json", str(tmp_path / "bad.txt")))
    assert record["warnings"].count("bad-bytes") == 1


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("clean", "{empty}"), "shanqu: {empty}: 文件为空"),
        (("clean",), "shanqu: 缺少参数:FILE;见 shanqu clean --help"),
        (("--library", "{empty}", "list"), "shanqu: {empty}:这是文件;文库需要一个单独的文件夹"),
        (("read", "99"), "shanqu: 没有编号为 99 的文章;shanqu list 可列出各篇"),
    ],
)
def test_what_goes_wrong_is_said_in_chinese(
    shanqu: Run, tmp_path: Path, arguments: tuple[str, ...], line: str
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = shanqu("--lang", "zh", *(one.format(empty=empty) for one in arguments))
    assert result.stderr == line.format(empty=empty) + "\n"


def test_the_help_is_in_the_language_asked_for(shanqu: Run) -> None:
    assert shanqu("--lang", "zh", "list", "--help").stdout.startswith("用法:shanqu list")


@pytest.mark.parametrize("arguments", [("--help",), ("list",), ("nosuch",), ("search", "遂昌")])
def test_a_terminal_without_chinese_shows_what_it_can(shanqu: Run, arguments: tuple[str, ...]) -> None:
    changes = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = shanqu("--lang", "zh", *arguments, **changes)
    assert "Traceback" not in result.stderr and (result.stdout + result.stderr).isascii()
    assert result.returncode == (2 if arguments == ("nosuch",) else 0)


@pytest.mark.parametrize(
    ("closed", "arguments", "status"),
    [
        ("<&-", "--lang en", 2),
        (">&-", "list", 0),
        (">&-", "--help", 0),
        ("2>&-", "nosuch", 2),
        ("2>&-", "list", 0),
    ],
)
def test_closed_streams_do_no_harm(home: Path, closed: str, arguments: str, status: int) -> None:
    command = f"{sys.executable} -m shanqu --library {home}/library {arguments} {closed}"
    result = subprocess.run(
        ["sh", "-c", command], env=_environment(home), capture_output=True, encoding="utf-8", timeout=60
    )
    assert result.returncode == status and "Traceback" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", ["list", "list --json", "--help"])
def test_a_full_disk_behind_standard_output_is_told(home: Path, arguments: str) -> None:
    command = f"{sys.executable} -m shanqu --library {home}/library {arguments} > /dev/full"
    result = subprocess.run(
        ["sh", "-c", command], env=_environment(home), capture_output=True, encoding="utf-8", timeout=60
    )
    assert (result.returncode, result.stderr) == (1, "shanqu: No space left on device\n")


def test_words_that_are_no_text_find_nothing(shanqu: Run) -> None:
    for command in ("search", "concordance"):
        result = shanqu(command, os.fsdecode(b"\xff\xfe"))
        assert (result.returncode, len(result.stderr.splitlines())) == (1, 1)


def test_numbers_beyond_all_bounds_are_no_error_of_the_program(shanqu: Run) -> None:
    assert "internal" not in shanqu("read", "9" * 30).stderr
    assert shanqu("read", "-1").returncode == 1
    assert len(shanqu("search", "遂昌", "--limit", "-1").stdout.splitlines()) == 4


def test_an_empty_term_is_a_matter_of_usage(shanqu: Run) -> None:
    assert shanqu("concordance", " ").returncode == 2


def test_settings_out_of_reach_do_no_harm(shanqu: Run, tmp_path: Path) -> None:
    (tmp_path / "shanqu" / "config.toml").mkdir(parents=True)
    result = shanqu("list", XDG_CONFIG_HOME=str(tmp_path))
    assert result.returncode == 0
    assert "Is a directory" in result.stderr and len(result.stderr.splitlines()) == 1


@pytest.fixture
def own(home: Path, tmp_path: Path) -> Path:
    """A library of one's own, to correct."""
    return Path(shutil.copytree(home / "library", tmp_path / "own"))


def test_corrections_are_made_listed_and_taken_back(shanqu: Run, own: Path) -> None:
    assert shanqu("corrections", "rename", "遂昌县", "遂昌", library=own).returncode == 0
    assert "遂昌县" not in shanqu("overview", "--format", "csv", library=own).stdout
    listed = shanqu("corrections", "list", "--json", library=own)
    (one,) = map(json.loads, listed.stdout.splitlines())
    assert (one["deed"], one["name"]["canonical"], one["text"]) == ("rename", "遂昌县", "遂昌")
    assert shanqu("corrections", "undo", str(one["number"]), library=own).returncode == 0
    assert shanqu("corrections", "list", library=own).stdout == ""
    assert "遂昌县" in shanqu("overview", "--format", "csv", library=own).stdout


def test_a_name_is_split_off_an_entity_in_one_article_and_everywhere(shanqu: Run, own: Path) -> None:
    def forms(name: str) -> dict[tuple[str, int], int]:
        lines = shanqu("corrections", "forms", name, "--json", library=own).stdout.splitlines()
        return {(one["form"], one["article"]): one["mentions"] for one in map(json.loads, lines)}

    whole = forms("遂昌县")
    assert len({form for form, _ in whole}) > 1 and len({article for _, article in whole}) > 1
    form, article = max(whole, key=lambda key: whole[key])
    assert f"{form}  " in shanqu("corrections", "forms", "遂昌县", library=own).stdout
    split = ("corrections", "split", "遂昌县", form, "某镇", "--kind", "place")
    assert shanqu(*split, "--article", str(article), library=own).returncode == 0
    assert forms("某镇") == {(form, article): whole[form, article]}
    assert forms("遂昌县") == {key: times for key, times in whole.items() if key != (form, article)}
    listed = shanqu("corrections", "list", library=own).stdout
    assert form in listed and "某镇" in listed
    assert shanqu(*split, library=own).returncode == 0
    assert forms("遂昌县") | forms("某镇") == whole
    assert {key for key in forms("某镇") if key[0] != form} == set()
    for number in ("1", "2"):
        assert shanqu("corrections", "undo", number, library=own).returncode == 0
    assert forms("遂昌县") == whole
    assert shanqu("profile", "某镇", library=own).returncode == 1


def test_a_split_holds_when_the_pages_are_read_again(shanqu: Run, own: Path) -> None:
    def lines() -> list[str]:
        return shanqu("corrections", "forms", "某镇", library=own).stdout.splitlines()

    shanqu("corrections", "split", "遂昌县", "遂昌", "某镇", "--kind", "place", library=own)
    before = lines()
    assert before
    with closing(sqlite3.connect(own / "library.sqlite")) as connection, connection:
        connection.execute("UPDATE source SET rules = 0")
        connection.execute("UPDATE article SET rules = 0")
    assert shanqu("add", str(seeds_dir()), library=own).returncode == 0
    assert lines() == before


def test_a_figure_marked_as_wrong_leaves_every_answer(shanqu: Run, own: Path) -> None:
    def values() -> list[str]:
        lines = shanqu("compare", "遂昌", "仙居", "--json", library=own).stdout.splitlines()
        return [value["text"] for line in lines for value in json.loads(line)["values"]]

    assert "16亿元" in values()
    lines = shanqu("facts", "--json", library=own).stdout.splitlines()
    article = next(one["article"] for one in map(json.loads, lines) if one["value_text"] == "16亿元")
    assert shanqu("corrections", "wrong", str(article), "16亿元", library=own).returncode == 0
    assert "16亿元" not in values()
    again = shanqu("corrections", "wrong", str(article), "16亿元", library=own)
    assert (again.returncode, again.stdout) == (0, "")


def _entities(shanqu: Run, library: Path) -> dict[tuple[str, str], int]:
    """The mentions of each entity, as the table and the records tell alike."""
    table = shanqu("entities", library=library).stdout.splitlines()
    counted = {(line.split()[0], line.split(maxsplit=4)[4]): int(line.split()[1]) for line in table}
    records = _records(shanqu("entities", "--json", library=library))
    assert Counter((one["kind"], one["canonical"]) for one in records) == counted
    return counted


def test_entities_are_listed_as_they_are_corrected(shanqu: Run, own: Path) -> None:
    before = _entities(shanqu, own)
    people = sorted(name for kind, name in before if kind == "person")
    gone, kept, other = (("person", name) for name in people[:3])
    shanqu("corrections", "hide", gone[1], library=own)
    shanqu("corrections", "merge", other[1], kept[1], library=own)
    shanqu("corrections", "rename", kept[1], "某人", library=own)
    after = _entities(shanqu, own)
    assert after.pop(("person", "某人")) == before[kept] + before[other]
    assert after == {key: count for key, count in before.items() if key not in (gone, kept, other)}
    for correction in reversed(_records(shanqu("corrections", "list", "--json", library=own))):
        shanqu("corrections", "undo", str(correction["number"]), library=own)
    assert _entities(shanqu, own) == before


def test_a_split_name_is_listed_by_itself(shanqu: Run, own: Path) -> None:
    before = _entities(shanqu, own)
    shanqu("corrections", "split", "遂昌县", "遂昌", "某镇", "--kind", "place", library=own)
    after = _entities(shanqu, own)
    assert after["place", "某镇"] + after["place", "遂昌县"] == before["place", "遂昌县"]
    assert after["place", "某镇"] > 0


def test_corrections_are_carried_to_another_library(
    shanqu: Run, home: Path, own: Path, tmp_path: Path
) -> None:
    shanqu("corrections", "hide", "徐彤", library=own)
    shanqu("corrections", "rename", "遂昌县", "遂昌", library=own)
    exported = tmp_path / "corrections.jsonl"
    exported.write_text(shanqu("corrections", "export", library=own).stdout, "utf-8")
    other = Path(shutil.copytree(home / "library", tmp_path / "other"))
    assert shanqu("corrections", "import", str(exported), library=other).returncode == 0
    listed, carried = (
        [
            {key: value for key, value in json.loads(line).items() if key not in ("made", "number")}
            for line in shanqu("corrections", "list", "--json", library=library).stdout.splitlines()
        ]
        for library in (own, other)
    )
    assert listed == carried and len(listed) == 2


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("hide", "没有这个名字"), 1),
        (("merge", "遂昌县"), 2),
        (("undo", "99"), 1),
        (("undo", "x"), 2),
        (("wrong", "1", "没有这个数字"), 1),
        (("import", "/nowhere/corrections.jsonl"), 1),
        (("merge", "遂昌县", "遂昌县"), 1),
        (("split", "遂昌县", "遂昌"), 2),
        (("split", "没有这个名字", "没有", "某镇"), 1),
        (("split", "遂昌县", "没有这样写", "某镇"), 1),
        (("split", "遂昌县", "遂昌", "某镇", "--article", "99999"), 1),
        (("split", "遂昌县", "遂昌", "某镇", "--site", "没有这个网站"), 1),
        (("split", "遂昌县", "遂昌", "遂昌县"), 1),
    ],
)
def test_what_cannot_be_corrected_is_told_in_a_line(
    shanqu: Run, own: Path, words: tuple[str, ...], status: int
) -> None:
    found = shanqu("corrections", *words, library=own)
    assert found.returncode == status
    assert found.stderr.strip() and "Error" not in found.stderr
    assert shanqu("corrections", "list", library=own).stdout == ""


def test_corrections_are_exported_into_a_file(shanqu: Run, own: Path, tmp_path: Path) -> None:
    shanqu("corrections", "hide", "徐彤", library=own)
    printed = shanqu("corrections", "export", library=own).stdout
    kept = tmp_path / "kept.jsonl"
    assert shanqu("corrections", "export", "--output", str(kept), library=own).returncode == 0
    assert kept.read_text("utf-8") == printed != ""
    assert shanqu("corrections", "export", "--output", str(kept), library=own).returncode == 2
    assert shanqu("corrections", "export", "--format", "html", library=own).returncode == 2


def test_a_concordance_is_a_report_too(shanqu: Run, tmp_path: Path) -> None:
    page = tmp_path / "contexts.html"
    assert shanqu("concordance", "山海协作", "--format", "html", "--output", str(page)).returncode == 0
    assert 'class="sources"' in page.read_text("utf-8")
    rows = list(csv.reader(io.StringIO(shanqu("concordance", "山海协作", "--format", "csv").stdout)))
    assert all(row[3] == "山海协作" or row[3].startswith("山海协作 [") for row in rows[1 : rows.index([])])


def test_a_concordance_says_the_same_in_every_format(shanqu: Run) -> None:
    said = shanqu("concordance", "山区", "--sort", "left").stdout.splitlines()
    written = shanqu("concordance", "山区", "--sort", "left", "--format", "csv").stdout
    rows = list(csv.reader(io.StringIO(written)))
    contexts = rows[1 : rows.index([])]
    assert len(contexts) == len(said) > 5
    sentences = {one["text"] for one in _records(shanqu("concordance", "山区", "--json"))}
    joined = {re.sub(r"\[\d+\]|\s", "", "".join(row[2:])) for row in contexts}
    assert joined <= {re.sub(r"\s", "", sentence) for sentence in sentences}


def test_rows_of_a_comparison_that_are_not_there_are_told_of(shanqu: Run) -> None:
    assert shanqu("compare", "遂昌", "仙居", "--group", "工业").returncode == 0
    unknown = shanqu("compare", "遂昌", "仙居", "--group", "Industry")
    assert (unknown.returncode, unknown.stdout) == (2, "") and "工业" in unknown.stderr
    nothing = shanqu("compare", "遂昌", "仙居", "--filter", "没有这样的词")
    assert nothing.returncode == 1 and nothing.stderr


def test_a_concordance_is_sorted_by_what_stands_beside_the_term(shanqu: Run) -> None:
    def beside(side: str) -> list[str]:
        lines = shanqu("concordance", "遂昌", "--sort", side, "--json").stdout.splitlines()
        found = [json.loads(line) for line in lines]
        if side == "right":
            return [one["text"][one["hits"][0][1] :].lstrip() for one in found]
        return [one["text"][: one["hits"][0][0]].rstrip()[::-1] for one in found]

    for side in ("left", "right"):
        assert len(beside(side)) > 3
        assert beside(side) == sorted(beside(side))


@pytest.mark.parametrize("deed", [("list",), ("forms", "遂昌县")])
def test_lists_of_corrections_have_the_shapes_of_reports(
    shanqu: Run, own: Path, tmp_path: Path, deed: tuple[str, ...]
) -> None:
    shanqu("corrections", "rename", "遂昌县", "遂昌(县)", library=own)
    asked = ("corrections", *deed)
    said = "遂昌(县)" if deed == ("list",) else "遂昌"
    rows = list(csv.reader(io.StringIO(shanqu(*asked, "--format", "csv", library=own).stdout)))
    assert len({len(row) for row in rows}) == 1 and any(said in row for row in rows)
    assert f"| {said}" in shanqu(*asked, "--format", "md", library=own).stdout
    page = tmp_path / "page.html"
    assert shanqu(*asked, "--format", "html", "--output", str(page), library=own).returncode == 0
    assert f"<td>{said}</td>" in page.read_text("utf-8")
    lines = shanqu(*asked, "--format", "json", library=own)
    assert lines.stdout == shanqu(*asked, "--json", library=own).stdout != ""


def test_only_lists_of_corrections_are_reports(shanqu: Run, own: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for options in (("--format", "md"), ("--output", str(page))):
        result = shanqu("corrections", "hide", "徐彤", *options, library=own)
        assert (result.returncode, result.stdout) == (2, "") and "list, forms" in result.stderr
    assert not page.exists() and shanqu("corrections", "list", library=own).stdout == ""


def test_facts_have_the_shapes_of_reports_with_their_sentences(shanqu: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("缙云县工业简报\n去年,缙云县规上工业产值蕞高达98亿元,增长3.2%。\n", encoding="utf-8")
    text = shanqu("facts", str(page), "--format", "md").stdout
    assert "## 缙云县工业简报" in text and "| 98亿元" in text
    # The sentence is shown as the reader shows it, with its page.
    assert "规上工业产值最高达98亿元" in text and "page.txt" in text
    rows = list(csv.reader(io.StringIO(shanqu("facts", str(page), "--format", "csv").stdout)))
    assert [row[1] for row in rows[1:3]] == ["98亿元 [1]", "3.2% [1]"]
    out = tmp_path / "facts.html"
    assert shanqu("facts", str(page), "--format", "html", "--output", str(out)).returncode == 0
    assert 'id="s1"' in out.read_text("utf-8")
    lines = shanqu("facts", str(page), "--format", "json").stdout
    assert lines == shanqu("facts", str(page), "--json").stdout and lines.count("\n") == 2
    assert shanqu("facts", str(page), "--events", "--format", "md").returncode == 1


def test_events_of_the_library_are_a_report_too(shanqu: Run) -> None:
    text = shanqu("facts", "--events", "--format", "md").stdout
    assert "| 出台 \\[" in text and "2022-08-15" not in shanqu("facts", "--format", "md").stdout


def test_a_figure_marked_as_wrong_says_so_where_all_are_listed(shanqu: Run, own: Path) -> None:
    lines = shanqu("facts", "--json", library=own).stdout.splitlines()
    article = next(one["article"] for one in map(json.loads, lines) if one["value_text"] == "16亿元")
    shanqu("corrections", "wrong", str(article), "16亿元", library=own)
    assert "16亿元 (marked as wrong" in shanqu("facts", library=own).stdout
    line = next(
        one for one in shanqu("facts", "--format", "md", library=own).stdout.splitlines() if "16亿元" in one
    )
    assert "marked as wrong" in line
    doubted = [one for one in _records(shanqu("facts", "--json", library=own)) if "wrong" in one]
    assert [(one["value_text"], one["wrong"]) for one in doubted] == [("16亿元", True)]


@pytest.fixture
def reprinted(shanqu: Run, tmp_path: Path) -> Path:
    """A library with an article, a copy without its end, and another article."""
    text = "遂昌新建了一座竹制品园区。园区今年招引企业八家,明年还要再招引十家。园区里的道路已经修好。"
    (tmp_path / "1.txt").write_text(f"竹园\n\n{text}\n\n记者在现场看到了这些。\n", encoding="utf-8")
    (tmp_path / "2.txt").write_text(f"竹园\n\n{text}\n", encoding="utf-8")
    (tmp_path / "3.txt").write_text("茶园\n\n松阳的茶农正在采茶,今年的春茶比往年早。\n", encoding="utf-8")
    library = tmp_path / "library"
    pages = [str(tmp_path / f"{number}.txt") for number in (1, 2, 3)]
    assert shanqu("add", *pages, library=library).returncode == 0
    return library


def test_what_copies_of_an_article_changed_is_printed_in_all_shapes(shanqu: Run, reprinted: Path) -> None:
    text = shanqu("copies", "2", "--changed", library=reprinted).stdout
    assert "[-记者在现场看到了这些。-]" in text and "1.txt" in text and "2.txt" in text
    whole = _records(shanqu("copies", "1", "--json", library=reprinted))
    changed = _records(shanqu("copies", "1", "--changed", "--format", "json", library=reprinted))
    assert len(text.splitlines()) < len(shanqu("copies", "2", library=reprinted).stdout.splitlines())
    assert changed == [one for one in whole if one["changed"]] and len(changed) < len(whole)
    assert any("[-记者在现场" in one["best_text"] and "记者" not in one["copy_text"] for one in changed)
    assert "记者在现场" in shanqu("copies", "1", "--format", "md", library=reprinted).stdout
    assert "<table>" in shanqu("copies", "1", "--format", "html", library=reprinted).stdout


@pytest.mark.parametrize("number", ["3", "99"])
def test_an_article_without_copies_is_told_in_a_line(shanqu: Run, reprinted: Path, number: str) -> None:
    result = shanqu("copies", number, library=reprinted)
    assert (result.returncode, result.stdout) == (1, "") and len(result.stderr.splitlines()) == 1


def test_of_a_report_for_which_there_is_no_room_nothing_stays(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    # Where no file may grow beyond 4 kB, as where the disk is full.
    program = (
        "import resource, sys; from pathlib import Path; from shanqu.cli import reporting; from shanqu.cli.main import main\n"
        "write = reporting.write\n"
        "def full(*given, **named):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); write(*given, **named)\n"
        "reporting.write = full; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "export", "遂昌", "--output", str(path)]
    environment = _environment(home) | {"SHANQU_LIBRARY": str(home / "library")}
    result = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=60)
    assert result.returncode == 1 and str(path) in result.stderr and len(result.stderr.splitlines()) == 1
    assert not path.exists()
