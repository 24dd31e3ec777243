"""Files to pages."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from shanqu.ingest import IngestError, discover, read
from shanqu.messages import Message

TEXT = "遂昌县的工业\n近年来发展很快。"


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def reason(path: Path) -> str:
    with pytest.raises(IngestError) as caught:
        list(read(path))
    assert caught.value.path == str(path)
    return caught.value.reason


def test_a_plain_file_is_one_page(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", TEXT)
    (page,) = read(path)
    assert page.text == TEXT
    assert page.name == str(path)
    assert page.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert page.size == len(TEXT.encode())
    assert page.mtime == path.stat().st_mtime


def test_a_seed_is_read_to_the_last_byte() -> None:
    for path in (Path(__file__).parents[2] / "seeds").glob("*.txt"):
        (page,) = read(path)
        assert page.text.encode() == path.read_bytes()


def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path) -> None:
    refused = [
        put(tmp_path, "empty.txt", b""),
        put(tmp_path, "blank.txt", " \n\t\n"),
        put(tmp_path, "nul.txt", b"abc\x00\x01\x02\xff" * 50),
        put(tmp_path, "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        put(tmp_path, "office.txt", b"PK\x03\x04" + bytes(50)),
        put(tmp_path, "program", b"\x7fELF" + bytes(50)),
        put(tmp_path, "nothing.html", "<html><body><script>1</script></body></html>"),
        tmp_path / "missing.txt",
        tmp_path,
    ]
    reasons = [reason(path) for path in refused]
    assert all(text.endswith(".") and text.count("\n") == 0 for text in reasons)
    assert len(set(reasons)) >= 7


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_says_why(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    assert "Permission denied" in reason(path)


def test_a_page_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = put(tmp_path, "huge.txt", "a")
    os.truncate(path, 65 * 1024 * 1024)
    assert "larger than 64 MB" in reason(path)


def test_a_file_without_suffix_is_known_by_its_beginning(tmp_path: Path) -> None:
    (page,) = read(put(tmp_path, "page", "<!DOCTYPE html><title>题</title><p>正文</p>"))
    assert (page.text, page.title_hint) == ("正文", "题")
    (row,) = read(put(tmp_path, "rows", json.dumps({"text": TEXT})))
    assert row.text == TEXT
    (plain,) = read(put(tmp_path, "plain", TEXT))
    assert plain.text == TEXT


def test_a_bad_row_does_not_lose_the_others(tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": "甲", "title": "题", "url": "http://a/"}),
        "{broken",
        "[1]",
        '{"x": 1}',
        '{"text": "乙"}',
    ]
    path = put(tmp_path, "a.jsonl", "\n".join(rows))
    errors: list[IngestError] = []
    pages = list(read(path, errors.append))
    assert [page.text for page in pages] == ["甲", "乙"]
    assert [page.member for page in pages] == ["1", "5"]
    assert (pages[0].title_hint, pages[0].url) == ("题", "http://a/")
    assert [error.path for error in errors] == [f"{path}#2", f"{path}#3", f"{path}#4"]


def test_rows_of_a_table_are_pages(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", '标题,正文\n甲题,"第一行\n第二行"\n乙题,\n丙题,丙\n')
    errors: list[IngestError] = []
    pages = list(read(path, errors.append))
    assert [(page.title_hint, page.text) for page in pages] == [("甲题", "第一行\n第二行"), ("丙题", "丙")]
    assert len(errors) == 1


def test_rows_may_hold_markup(tmp_path: Path) -> None:
    (page,) = read(put(tmp_path, "a.jsonl", json.dumps({"html": "<p>甲</p><p>乙</p>"})))
    assert page.text == "甲\n乙"
    assert [hint.tag for hint in page.hints] == ["p", "p"]


def test_a_container_without_a_usable_row_is_an_error(tmp_path: Path) -> None:
    assert "No page" in reason(put(tmp_path, "a.jsonl", "{\n[\n"))
    assert "No page" in reason(put(tmp_path, "a.csv", "a,b\n1,2\n"))


def record(kind: str, body: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://a/\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


ARCHIVE = (
    record("warcinfo", b"software: x")
    + record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>题</h1><p>正文</p>".encode())
    + record("response", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG")
)


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_a_web_archive_are_read(tmp_path: Path, packed: bool) -> None:
    path = put(tmp_path, "a.warc.gz" if packed else "a.warc", gzip.compress(ARCHIVE) if packed else ARCHIVE)
    (page,) = read(path)
    assert (page.text, page.url, page.member) == ("题\n正文", "http://a/", "2")


def test_a_cut_web_archive_gives_its_pages_and_then_an_error(tmp_path: Path) -> None:
    pages = read(put(tmp_path, "a.warc", ARCHIVE[:-20]))
    assert next(pages).text == "题\n正文"
    with pytest.raises(IngestError, match="middle of a record"):
        next(pages)


def test_folders_are_walked_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden.txt", ".git/x.txt", "sub/c.md", "picture.png", "plain"):
        put(tmp_path, name, TEXT)
    found = [path.relative_to(tmp_path).as_posix() for path in discover([tmp_path])]
    assert found == ["a.html", "b.txt", "plain", "sub/c.md"]


def test_a_missing_path_does_not_stop_the_others(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", TEXT)
    found = discover([tmp_path / "missing", path])
    assert next(found) == path
    with pytest.raises(IngestError, match="no such file"):
        next(found)


def test_a_closed_folder_and_one_without_text_are_told_and_do_not_stop_the_rest(tmp_path: Path) -> None:
    path = put(tmp_path, "full/a.txt", TEXT)
    put(tmp_path, "pictures/b.png", b"")
    told: list[IngestError] = []
    found = discover([tmp_path / "pictures", tmp_path / "none", tmp_path / "full"], told.append)
    assert list(found) == [path]
    assert [Path(error.path).name for error in told] == ["pictures", "none"]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", TEXT)
    put(tmp_path, "closed/b.txt", TEXT)
    scandir = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    told: list[IngestError] = []
    assert [path.name for path in discover([tmp_path], told.append)] == ["a.txt"]
    assert [(error.path, error.reason) for error in told] == [
        (str(tmp_path / "closed"), "It cannot be read: Permission denied.")
    ]


def test_half_characters_spelled_out_in_json_become_replacement_characters(tmp_path: Path) -> None:
    (page,) = read(put(tmp_path, "a.jsonl", '{"title": "\\ud800题", "text": "遂昌\\udfff县 \\ud83d\\ude00"}'))
    assert (page.text, page.title_hint, page.warnings) == ("遂昌\ufffd县 😀", "\ufffd题", ("bad-bytes",))


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "not a regular file" in reason(tmp_path / "a.txt")


def test_a_reason_knows_what_it_was_made_of(tmp_path: Path) -> None:
    with pytest.raises(IngestError) as caught:
        list(read(put(tmp_path, "a.txt", b"%PDF-1.4")))
    assert caught.value.reason == "It is a PDF document, not a text."
    assert isinstance(caught.value.reason, Message)
    assert caught.value.reason.template == "It is {kind}, not a text."


def test_of_a_large_file_of_rows_only_a_row_at_a_time_is_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shanqu.ingest.reader.STREAMED", 50_000)
    row = json.dumps({"text": TEXT * 20}, ensure_ascii=False) + "\n"
    path = put(tmp_path, "a.jsonl", row * 12_000)
    next(read(path))
    tracemalloc.start()
    try:
        assert sum(1 for _ in read(path)) == 12_000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < path.stat().st_size / 4


@pytest.mark.parametrize(
    ("name", "head", "row"), [("a.jsonl", "", '{"text": "%s"}\n'), ("a.csv", "text\n", '"%s"\n')]
)
def test_a_row_longer_than_any_page_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, head: str, row: str
) -> None:
    monkeypatch.setattr("shanqu.ingest.reader.STREAMED", 1000)
    monkeypatch.setattr("shanqu.ingest.reader.PAGE_LIMIT", 5000)
    monkeypatch.setattr("shanqu.ingest.rows._FIELD_LIMIT", 4000)
    path = put(tmp_path, name, head + row % "一" + row % ("长" * 20_000) + row % "二")
    told: list[str] = []
    pages = [page.text for page in read(path, lambda error: told.append(error.path))]
    assert pages == ["一", "二"]
    assert told == [f"{path}#2"]


@pytest.mark.parametrize(
    "column", ["content", "正文", "page_source", "网页源码", "Html Content", "网页内容(html)"]
)
def test_a_column_that_holds_html_is_read_as_html_whatever_it_is_called(tmp_path: Path, column: str) -> None:
    markup = "<!DOCTYPE html><html><head><script>var a = '<p>';</script></head><body><p>甲</p><p>乙</p></body></html>"
    (page,) = read(put(tmp_path, "a.jsonl", json.dumps({column: markup})))
    assert page.text == "甲\n乙"
    (page,) = read(put(tmp_path, "a.csv", f'id,{column}\n1,"{markup}"\n'))
    assert page.text == "甲\n乙"


def test_a_column_of_paragraphs_in_markup_is_read_as_paragraphs(tmp_path: Path) -> None:
    (page,) = read(
        put(tmp_path, "a.jsonl", json.dumps({"content": "茶园开采了。<br/>　　厂房开工了。<br />"}))
    )
    assert [line.strip() for line in page.text.splitlines()] == ["茶园开采了。", "厂房开工了。"]


@pytest.mark.parametrize(
    "text",
    [
        "利润率<5%的企业有3家。\n税负>2%的有一家。",
        "茶园开采了。\n厂房<br>开工了。\n机器运转了。",
        "<strong id=x></strong>\n茶园开采了。\n厂房开工了。",
    ],
)
def test_a_text_with_scraps_of_markup_stays_a_text_in_lines(tmp_path: Path, text: str) -> None:
    (page,) = read(put(tmp_path, "a.jsonl", json.dumps({"text": text})))
    assert page.text == text


def test_what_other_columns_say_of_the_article_is_kept(tmp_path: Path) -> None:
    row = {
        "文章标题": "题",
        "正文": "甲",
        "发布时间": "2023-05-04 08:00",
        "来源": "山乡日报",
        "页面网址": "http://a/",
    }
    (page,) = read(put(tmp_path, "a.jsonl", json.dumps(row)))
    assert (page.title_hint, page.url) == ("题", "http://a/")
    assert (page.declared.published, page.declared.source) == ("2023-05-04 08:00", "山乡日报")


@pytest.mark.parametrize("moment", [1683158400, 1683158400000, "1683158400"])
def test_a_moment_counted_in_seconds_is_the_day_in_china(tmp_path: Path, moment: int | str) -> None:
    (page,) = read(put(tmp_path, "a.jsonl", json.dumps({"text": "甲", "publish_time": moment})))
    assert page.declared.published == "2023-05-04"


def test_columns_that_name_a_data_set_or_a_number_are_no_source(tmp_path: Path) -> None:
    (page,) = read(put(tmp_path, "a.jsonl", json.dumps({"text": "甲", "source": "cc-2023", "date": 7})))
    assert (page.declared.source, page.declared.published) == (None, None)


def test_what_a_page_in_a_row_says_of_itself_comes_before_its_columns(tmp_path: Path) -> None:
    markup = '<html><head><meta name="PubDate" content="2022-01-02"></head><body><p>甲</p></body></html>'
    (page,) = read(
        put(tmp_path, "a.jsonl", json.dumps({"html": markup, "date": "2023-01-01", "来源": "山乡网"}))
    )
    assert (page.declared.published, page.declared.source) == ("2022-01-02", "山乡网")


ARTICLES = [{"title": "甲题", "content": "甲"}, {"title": "乙题", "content": "<p>乙</p><p>丙</p>"}]


@pytest.mark.parametrize(
    "document",
    [
        json.dumps(ARTICLES),
        json.dumps(ARTICLES, indent=2, ensure_ascii=False),
        json.dumps({"code": 0, "data": {"total": 2, "list": ARTICLES}}),
        "\n".join(json.dumps(article) for article in ARTICLES),
    ],
)
def test_a_json_file_gives_the_articles_that_it_lists(tmp_path: Path, document: str) -> None:
    pages = list(read(put(tmp_path, "a.json", document)))
    assert [(page.title_hint, page.text, page.member) for page in pages] == [
        ("甲题", "甲", "1"),
        ("乙题", "乙\n丙", "2"),
    ]


def test_a_json_file_of_one_article_is_a_page(tmp_path: Path) -> None:
    (page,) = read(put(tmp_path, "a.json", json.dumps({"article": ARTICLES[0], "links": []}, indent=1)))
    assert page.text == "甲"


def test_a_json_file_without_articles_is_an_error(tmp_path: Path) -> None:
    assert "No page" in reason(put(tmp_path, "a.json", '{"name": "x", "version": 1}'))
    assert "not valid JSON" in reason(put(tmp_path, "b.json", "{broken"))


def test_pages_under_the_names_that_servers_and_downloaders_give_are_read(tmp_path: Path) -> None:
    for name in ("a.shtml", "b.HTML", "c.html?id=3"):
        put(tmp_path, name, "<p>甲</p><p>乙</p>")
    put(tmp_path, "d.tsv", "标题\t正文\n题\t甲\n")
    put(tmp_path, "e.css?v=3", "p {}")
    found = list(discover([tmp_path]))
    assert [path.name for path in found] == ["a.shtml", "b.HTML", "c.html?id=3", "d.tsv"]
    assert [page.text for path in found for page in read(path)] == ["甲\n乙"] * 3 + ["甲"]


def test_a_list_of_paragraphs_is_a_text(tmp_path: Path) -> None:
    (page,) = read(put(tmp_path, "a.jsonl", json.dumps({"content": ["甲", "乙"]})))
    assert page.text == "甲\n乙"


def test_a_list_of_names_in_a_json_file_holds_no_articles(tmp_path: Path) -> None:
    assert "No page" in reason(put(tmp_path, "a.json", '["甲", "乙"]'))
    (page,) = read(put(tmp_path, "b.json", json.dumps({"tags": ["甲"], "data": [{"content": "乙"}]})))
    assert page.text == "乙"


def test_files_of_json_in_a_folder_are_read_only_where_they_are_named(tmp_path: Path) -> None:
    path = put(tmp_path, "settings.json", '{"content": "甲"}')
    put(tmp_path, "a.txt", TEXT)
    assert [found.name for found in discover([tmp_path])] == ["a.txt"]
    assert list(discover([path])) == [path]
